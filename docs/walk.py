"""Follows a page of the docs as a reader would: its commands, what they print, the edits it asks for.

A page's head names the files it needs (样例) and whether pages are laid out (排版). In the page,

- a ```console block is run line by line; `<!-- 返回 1 -->` behind it names another exit code than 0;
- a ```text block behind it is what the last command prints, or part of it;
- 在 `FILE` 里找到： and 改成： with a ```yaml block each are an edit; 写成 `FILE`： with a
  block is a new file;
- 在 Word 里把“A”改成“B”，另存为 `FILE` edits the .docx named last.

The tests walk every page; `make_pictures.py` walks the tutorial to have something to draw.
"""

from __future__ import annotations

import re
import shlex
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

DOCS = Path(__file__).parent
HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"\A\n*<!-- 返回 (\d) -->")
FIND = re.compile(r"在 `([^`]+)` 里找到：\s*\Z")
PUT = re.compile(r"^改成：\s*\Z", re.MULTILINE)
NEW = re.compile(r"写成 `([^`]+)`：\s*\Z")
WORD = re.compile(r"打开 `([^`]+\.docx)`，在 Word 里把“([^”]+)”改成“([^”]+)”，另存为 `([^`]+)`")


class Step(NamedTuple):
    """One thing that a page asks for or promises: `kind` is run, shown, edit, new or word."""

    kind: str
    words: tuple[str, ...]
    code: int = 0


Call = Callable[[list[str]], tuple[int, str]]
"""Runs `docgen` with these words; its exit code and all that it printed."""


def head(page: Path) -> dict[str, Any]:
    """What a page's head says; empty where it has none."""
    found = HEAD.match(page.read_text(encoding="utf-8"))
    return dict(yaml.safe_load(found[1])) if found else {}


def steps(page: Path) -> Iterator[Step]:
    """The steps of a page in their order."""
    text = page.read_text(encoding="utf-8")
    at, sought = 0, ("", "")
    for block in BLOCK.finditer(text):
        between, kind, body = text[at : block.start()], block[1], block[2]
        yield from (Step("word", edit) for edit in WORD.findall(between))
        at = block.end()
        if found := FIND.search(between):
            sought = (found[1], body)
        elif PUT.search(between):
            yield Step("edit", (*sought, body))
        elif new := NEW.search(between):
            yield Step("new", (new[1], body))
        elif kind == "console":
            code = CODE.match(text[at:])
            *lines, last = body.splitlines()
            yield from (Step("run", (line,)) for line in lines)
            yield Step("run", (last,), int(code[1]) if code else 0)
        elif kind == "text":
            yield Step("shown", (body,))
    yield from (Step("word", edit) for edit in WORD.findall(text[at:]))


def walk(page: Path, folder: Path, call: Call) -> list[str]:
    """Does in `folder` (the working directory) what a page says; what did not go as it says, a line each."""
    for name in head(page).get("样例", ()):
        _copy(DOCS / name, folder / Path(name).name)
    faults, printed = list[str](), ""
    for step in steps(page):
        if step.kind == "run":
            code, printed = call(shlex.split(step.words[0])[1:])
            if code != step.code:
                faults.append(f"{step.words[0]}: {code}, not {step.code}\n{printed}")
        elif step.kind == "shown":
            faults += [f"not printed: {line}" for line in _missing(step.words[0], printed)]
        else:
            faults += _edit(step, folder)
    return faults


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


def _missing(shown: str, printed: str) -> list[str]:
    """The lines shown that are not printed in this order; a line of … stands for any."""
    lines, at, missing = [line.rstrip() for line in printed.splitlines()], 0, []
    for line in shown.splitlines():
        if line.strip() == "……":
            continue
        if line.rstrip() in lines[at:]:
            at = lines.index(line.rstrip(), at) + 1
        else:
            missing.append(line)
    return missing


def _edit(step: Step, folder: Path) -> Iterator[str]:
    if step.kind == "word":
        yield from _in_word(folder, *step.words)
    elif step.kind == "new":
        path = folder / step.words[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.words[1], encoding="utf-8")
    else:
        name, old, new = step.words
        if not (folder / name).is_file():
            yield f"{name} is not there"
            return
        text = (folder / name).read_text(encoding="utf-8")
        if text.count(old) != 1:
            yield f"{name}: {text.count(old)} times\n{old}"
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def _in_word(folder: Path, source: str, old: str, new: str, target: str) -> Iterator[str]:
    if not (folder / source).is_file():
        yield f"{source} is not there"
        return
    with zipfile.ZipFile(folder / source) as before, zipfile.ZipFile(folder / target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                if old not in content.decode("utf-8"):
                    yield f"{source}: no “{old}”"
                content = content.decode("utf-8").replace(old, new).encode("utf-8")
            after.writestr(name, content)
