import subprocess
import sys
from pathlib import Path

import pytest

from docgen import resources

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def afresh():
    resources.folder.cache_clear()
    yield
    resources.folder.cache_clear()


@pytest.mark.parametrize("name, member", [("data", "numbering.yaml"), ("templates", "base/schema.yaml")])
def test_the_folders_are_found_from_any_directory(name, member, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert (resources.folder(name) / member).is_file()


def test_a_checkout_that_is_not_installed_finds_its_own_folders(tmp_path):
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from docgen.resources import folder\n"
        "sys.stdout.buffer.write(str(folder('data')).encode())"
    )

    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=True,
    )

    assert Path(done.stdout.decode()) == ROOT / "data"


def test_a_frozen_build_carries_its_own(tmp_path, monkeypatch):
    (tmp_path / "docgen" / "data").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resources.folder("data") == tmp_path / "docgen" / "data"


def test_a_folder_that_is_nowhere_is_told():
    with pytest.raises(FileNotFoundError, match="figures"):
        resources.folder("figures")
