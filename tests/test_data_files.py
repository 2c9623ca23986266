from pathlib import Path

import pytest
import yaml

from docgen import data_files
from docgen.not_yaml import NotYaml
from docgen.resources import folder

ROOT = Path(__file__).parent.parent
OURS = sorted([*folder("data").rglob("*.yaml"), *folder("templates").rglob("schema.yaml")])


class WithoutDays(yaml.SafeLoader):
    """PyYAML leaving days as text, as they are read here."""


WithoutDays.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The folder an installation keeps ready-made values in."""
    folder = tmp_path_factory.mktemp("kept")
    data_files.keep(ROOT, folder)
    return folder


@pytest.fixture
def without_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(data_files, "KEPT", tmp_path / "nowhere")


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.name}/{path.name}")
@pytest.mark.usefixtures("without_kept")
def test_our_files_hold_what_pyyaml_finds_in_them(path):
    text = path.read_text(encoding="utf-8")

    assert data_files.load(path) == yaml.load(text, Loader=WithoutDays)


def test_what_is_kept_is_what_would_be_read_in_the_same_order(kept, monkeypatch):
    read = []
    for place in (kept / "nowhere", kept):
        monkeypatch.setattr(data_files, "KEPT", place)
        read.append([repr(data_files.load(path)) for path in OURS])

    assert read[0] == read[1]


@pytest.mark.parametrize("name", ["base", "work-plan"])
def test_the_schemas_of_a_plan_are_kept_and_taken_without_being_read(name, kept, monkeypatch):
    monkeypatch.setattr(data_files, "KEPT", kept)
    monkeypatch.setattr(data_files.plain, "read", lambda sheet: pytest.fail(sheet.text))

    assert data_files.load(folder("templates") / name / "schema.yaml")["properties"]


def test_a_file_that_was_changed_is_read_anew(tmp_path, monkeypatch):
    path, kept = tmp_path / "data" / "数据.yaml", tmp_path / "kept"
    path.parent.mkdir()
    path.write_text("甲: 1\n", encoding="utf-8")
    data_files.keep(tmp_path, kept)
    monkeypatch.setattr(data_files, "KEPT", kept)
    assert data_files.load(path) == {"甲": 1}

    path.write_text("甲: 2\n", encoding="utf-8")

    assert data_files.load(path) == {"甲": 2}
    data_files.keep(tmp_path, kept)
    assert len(list(kept.iterdir())) == 1


@pytest.mark.parametrize("kept", ["", "{", "甲: 1"])
def test_what_is_kept_but_damaged_is_not_taken(tmp_path, monkeypatch, kept):
    path = tmp_path / "data" / "数据.yaml"
    path.parent.mkdir()
    path.write_text("甲: 1\n", encoding="utf-8")
    monkeypatch.setattr(data_files, "KEPT", tmp_path / "kept")
    data_files.keep(tmp_path, tmp_path / "kept")
    (one,) = (tmp_path / "kept").iterdir()
    one.write_text(kept, encoding="utf-8")

    assert data_files.load(path) == {"甲": 1}


@pytest.mark.parametrize("text", ["1: 甲\n", "甲: [\n  乙]\n", "- 甲\n- &a 乙\n"])
def test_what_json_would_change_or_only_pyyaml_reads_is_not_kept(tmp_path, text):
    path = tmp_path / "data" / "数据.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    data_files.keep(tmp_path, tmp_path / "kept")

    assert not list((tmp_path / "kept").iterdir())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 只有注释\n",
        "甲",
        "甲: 1\n乙: [1.5, -2, +3, 0, 00a, -, 1-2, 3.]\n",
        "甲: [yes, No, ON, off, true, FALSE, ~, null, '', 是]\n",
        "甲:\n乙: 'true'\n丙: \"1\"\n",
        "甲: |\n  一\n  二\n乙: >-\n  一\n  二\n",
        "- {甲: {}, 乙: []}\n- - - 丙\n",
        "2026: 年\ntrue: 是\n",
        "甲: 1\n甲: 2\n",
        "甲: &a [1]\n乙: *a\n",
        "底: &a {甲: 1}\n面: {<<: *a, 乙: 2}\n",
        "甲: !!str 1\n乙: ! 2\n",
        "{1: 甲, 2.5: 乙}\n",
    ],
)
def test_a_value_is_what_pyyaml_makes_of_it(tmp_path, text):
    path = tmp_path / "数据.yaml"
    path.write_text("\ufeff" + text, encoding="utf-8")

    assert data_files.load(path) == yaml.safe_load(text)


@pytest.mark.parametrize("text", ["甲: [1", "甲: 1\n---\n乙: 2\n", "甲: *a\n", "甲: 1\n 乙: 2\n"])
def test_what_is_no_yaml_is_told_with_its_place(tmp_path, text):
    path = tmp_path / "数据.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(NotYaml) as stopped:
        data_files.load(path)

    assert stopped.value.line
    assert stopped.value.column


def test_a_day_stays_text(tmp_path):
    path = tmp_path / "数据.yaml"
    path.write_text("甲: 2026-09-01\n", encoding="utf-8")

    assert data_files.load(path) == {"甲": "2026-09-01"}


BOMB = "a: &a0 {x: 1}\n" + "".join(
    f"b{at}: &a{at} {{{', '.join(f'k{of}: *a{at - 1}' for of in range(10))}}}\n" for at in range(1, 10)
)
MERGED = "a: &a0 {x: 1}\n" + "".join(
    f"b{at}: &a{at} {{<<: [{', '.join([f'*a{at - 1}'] * 10)}]}}\n" for at in range(1, 10)
)


@pytest.mark.parametrize("text", [BOMB, MERGED, "a: &a [*a]\n"], ids=["aliases", "merge keys", "itself"])
def test_aliases_that_stand_for_too_much_are_refused(tmp_path, text):
    path = tmp_path / "schema.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotYaml):
        data_files.load(path)
