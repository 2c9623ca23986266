# make demo   builds the examples into build/demo/
# make gallery builds the 公文 of examples/gongwen into build/gongwen/
# make test   lints, checks types, runs all tests; installs LibreOffice and faces where it may
# make lint   lint, format and types only
# make pages  writes the pages of docs/ that come from code and data
# make docs   builds the site of docs/ into build/docs/; a warning is an error
# make folder builds the folder for machines without Python into build/folder/docgen
# make clean  removes what was built, the environment too

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -q --disable-pip-version-check
METADATA := setup.cfg pyproject.toml
PLANS := $(wildcard examples/plans/*.yaml)
GALLERY := $(wildcard examples/gongwen/[0-9]*.yaml)

.PHONY: demo gallery test lint pages docs folder clean

demo: $(VENV)/.package
	@mkdir -p build/demo
	@for plan in $(PLANS); do \
		$(BIN)/docgen build "$$plan" -o "build/demo/$$(basename "$$plan" .yaml).docx" --force || exit 1; \
	done

gallery: $(VENV)/.package
	@mkdir -p build/gongwen
	@for plan in $(GALLERY); do \
		$(BIN)/docgen build "$$plan" -o "build/gongwen/$$(basename "$$plan" .yaml).docx" --force || exit 1; \
	done

test: lint
	PYTHON=$(BIN)/python tests/setup/install_renderer.sh
	$(BIN)/python -m pytest -q -n auto --cov --cov-report=term

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

pages: $(VENV)/.tests
	@for page in lint conformance keys problems; do $(BIN)/python docs/make_$$page.py || exit 1; done

docs: $(VENV)/.docs
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/docs

folder: $(VENV)/.folder
	$(BIN)/python packaging/build_folder.py build/folder

clean:
	rm -rf $(VENV) build dist *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	tests/setup/make_venv.sh $(VENV)

$(VENV)/.package: $(METADATA) | $(BIN)/python
	$(PIP) install -e .
	@touch $@

$(VENV)/.tests: $(METADATA) | $(BIN)/python
	$(PIP) install -e ".[verify,test]"
	@touch $@ $(VENV)/.package

$(VENV)/.docs: $(METADATA) | $(BIN)/python
	$(PIP) install -e ".[docs]"
	@touch $@ $(VENV)/.package

$(VENV)/.folder: $(METADATA) | $(BIN)/python
	$(PIP) install -e ".[folder,sheets,calendar,verify]"
	@touch $@ $(VENV)/.package
