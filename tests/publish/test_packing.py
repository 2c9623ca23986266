"""Packing and installing: what arrives is what was sent, and what was tampered with stays outside."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.problems import CannotRead, DocgenError
from docgen.publish import sign
from docgen.publish.install import install
from docgen.publish.pack import INDEX, pack
from docgen.template import shelf
from tests.publish.conftest import Make


def packed(folder: Path, key: Path | None = None) -> Path:
    name, content = pack(folder, key)
    path = folder.parent / name
    path.write_bytes(content)
    return path


def repacked(path: Path, change: Callable[[dict[str, bytes]], None], **attributes: int) -> Path:
    """The package file with its contents changed; the index stays as it is unless `change` changes it."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = attributes.get("attribute", 0) if name.startswith("link") else 0
            archive.writestr(info, content)
    path.write_bytes(out.getvalue())
    return path


def refused(path: Path, key: Path | None = None) -> set[str]:
    with pytest.raises(DocgenError) as stopped:
        install(path, key)
    return {problem.id for problem in stopped.value.problems}


def test_an_installed_package_is_found_by_name_and_makes_its_sample(package: Make, home: Path) -> None:
    done = install(packed(package()))

    assert done.fresh and done.folder == home / "yunxi-plan@1.0"
    assert shelf.find("云溪县工作计划").version == "1.0"
    assert not [path for path in home.iterdir() if path.name.startswith(".")]


def test_the_same_package_gives_the_same_bytes(package: Make) -> None:
    place = package()

    assert pack(place) == pack(place)
    assert pack(place)[0] == "云溪县工作计划-1.0.docgen"


def test_installing_again_changes_nothing(package: Make) -> None:
    path = packed(package())
    install(path)

    assert not install(path).fresh


def test_a_version_that_was_installed_never_changes(package: Make) -> None:
    install(packed(package()))

    assert refused(packed(package(("body.md", "校长：", "负责人：")))) == {"TPL-044"}


def test_versions_stay_side_by_side_and_the_newest_is_meant(package: Make) -> None:
    install(packed(package()))
    install(packed(package(("template.yaml", '"1.0"', '"1.10"'), folder="two/yunxi")))
    install(packed(package(("template.yaml", '"1.0"', '"1.9"'), folder="three/yunxi")))

    assert shelf.find("云溪县工作计划").version == "1.10"
    assert shelf.find("yunxi-plan@1.9").version == "1.9"
    with pytest.raises(DocgenError, match=r"没有2\.0版"):
        shelf.find("云溪县工作计划@2.0")


def test_a_faulty_package_is_not_packed(package: Make) -> None:
    with pytest.raises(DocgenError, match="TPL-032"):
        pack(package(("schema.yaml", "负责人:", "校长:")))


def test_a_file_that_has_no_business_there_is_not_packed(package: Make) -> None:
    with pytest.raises(DocgenError, match="TPL-037"):
        pack(package(files={"run.exe": "MZ"}))


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "/etc/evil.yaml",
        "a/../../evil.md",
        "..\\evil.md",
        "C:evil.md",
        "sections\\..\\..\\x.md",
    ],
)
def test_a_name_that_leads_outside_is_refused(package: Make, home: Path, name: str) -> None:
    path = repacked(packed(package()), lambda contents: contents.update({name: b"evil"}))

    assert refused(path) == {"TPL-042"}
    assert not home.exists()


def test_a_link_is_refused(package: Make) -> None:
    path = packed(package())

    assert refused(
        repacked(
            path,
            lambda contents: contents.update({"link.md": b"/etc/passwd"}),
            attribute=(stat.S_IFLNK | 0o777) << 16,
        )
    ) == {"TPL-042"}


def test_a_changed_file_is_refused(package: Make) -> None:
    path = repacked(packed(package()), lambda contents: contents.update({"body.md": b"# other"}))

    assert refused(path) == {"TPL-043"}


@pytest.mark.parametrize(("word", "value"), [("id", "other-plan"), ("version", "0.9")])
def test_a_package_that_gives_itself_out_for_another_is_refused(
    package: Make, home: Path, word: str, value: str
) -> None:
    def renamed(contents: dict[str, bytes]) -> None:
        contents[INDEX] = json.dumps(json.loads(contents[INDEX]) | {word: value}).encode()

    assert refused(repacked(packed(package()), renamed)) == {"TPL-043"}
    assert not home.exists() or not list(home.iterdir())


def test_a_file_that_the_index_does_not_name_is_refused(package: Make) -> None:
    path = repacked(packed(package()), lambda contents: contents.update({"more.md": b"more"}))

    assert refused(path) == {"TPL-043"}


def test_what_unpacks_to_too_much_is_refused(package: Make) -> None:
    path = repacked(packed(package()), lambda contents: contents.update({"big.md": b"0" * 30_000_000}))

    assert refused(path) == {"TPL-041"}


def _indexed(contents: dict[str, bytes], name: str, text: str) -> None:
    import hashlib

    contents[name] = text.encode("utf-8")
    index = json.loads(contents[INDEX])
    index["files"][name] = hashlib.sha256(contents[name]).hexdigest()
    contents[INDEX] = json.dumps(index).encode()


@pytest.mark.parametrize(
    "text",
    [
        "{{ 负责人.__class__.__mro__ }}",
        "{{ ''['__class__'] }}",
        "{% if 0 %}{{ 负责人.__init__.__globals__ }}{% endif %}",
        "{{ __import__('os') }}",
        "{% include '../../../etc/passwd' %}",
    ],
)
def test_a_template_that_reaches_for_python_is_refused(package: Make, home: Path, text: str) -> None:
    path = repacked(packed(package()), lambda contents: _indexed(contents, "body.md", text))

    assert refused(path) & {"TPL-005", "TPL-007"}
    assert not list(home.glob("*"))


@pytest.mark.parametrize("index", ["[]", "{", '{"id": "../x", "version": "1", "files": {}}', '{"id": "x"}'])
def test_an_index_that_makes_no_sense_is_refused(package: Make, index: str) -> None:
    path = repacked(packed(package()), lambda contents: contents.update({INDEX: index.encode()}))

    assert refused(path) == {"TPL-040"}


def test_a_package_without_its_parent_says_what_to_install_first(package: Make, home: Path) -> None:
    def orphan(contents: dict[str, bytes]) -> None:
        manifest = contents["template.yaml"].decode("utf-8")
        _indexed(contents, "template.yaml", manifest.replace("继承: 工作计划", "继承: 云溪市工作计划"))

    path = repacked(packed(package()), orphan)
    with pytest.raises(DocgenError) as stopped:
        install(path)

    found = stopped.value.problems[0]
    assert (found.id, found.hint) == ("TPL-002", "先安装上级模板，再安装这一个")
    assert found.place is not None
    assert found.place.file == f"{path}/template.yaml"
    assert not list(home.rglob("*.yaml"))


def test_a_package_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="没有名为"):
        install(tmp_path / "没有.docgen")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"plain text"])
def test_what_is_no_package_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.docgen"
    path.write_bytes(content)

    with pytest.raises(CannotRead, match="TPL-040"):
        install(path)


def test_a_package_whose_first_byte_is_gone_is_told(package: Make, tmp_path: Path) -> None:
    path = tmp_path / "x.docgen"
    path.write_bytes(pack(package())[1][1:])

    with pytest.raises(CannotRead, match="TPL-040"):
        install(path)


def test_a_signature_is_verified_with_the_publishers_key(package: Make, tmp_path: Path) -> None:
    private, public = (tmp_path / name for name in ("private.pem", "public.pem"))
    for path, content in zip((private, public), sign.new_keys(), strict=True):
        path.write_bytes(content)

    assert install(packed(package(), private), public).fresh


def test_a_package_that_somebody_else_signed_or_nobody_is_refused(package: Make, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.pem", "a-public.pem", "b.pem", "b-public.pem")]
    for path, content in zip(paths, (*sign.new_keys(), *sign.new_keys()), strict=True):
        path.write_bytes(content)
    place = package()

    assert refused(packed(place, paths[0]), paths[3]) == {"TPL-046"}
    assert refused(packed(place), paths[1]) == {"TPL-045"}


def test_a_key_that_is_none_is_told(package: Make, tmp_path: Path) -> None:
    (tmp_path / "no.pem").write_text("no key", encoding="utf-8")

    with pytest.raises(CannotRead, match="TPL-048"):
        pack(package(), tmp_path / "no.pem")
