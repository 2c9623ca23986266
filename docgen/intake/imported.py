"""A file of someone else's → a plan that builds: read, recognised, made a tree, written, and proved.

The template of the paper's kind is tried first; where it would print something else, the general one is
taken. What no plan can hold (a date that is none, a number of another form) becomes a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from docgen.document import Attachment, Block, Image, Numbering, Paper
from docgen.i18n import _
from docgen.intake import remarks as remarking
from docgen.intake.chapters import Pen
from docgen.intake.plan import Plan, plan
from docgen.intake.proof import difference
from docgen.intake.tree import tree
from docgen.plan_file import Given
from docgen.plan_text.yaml_text import write
from docgen.problems import DocgenError, Place, Problem, Severity, warning
from docgen.recognised import Recognised
from docgen.source.load import loads
from docgen.template import editor, shelf
from docgen.template.package import Package

GENERAL, ORDER = "通用", "命令"
WITH_STOCK_PHRASE = {"official", "duty-report"}
CLOSING = {"结语": "无"}
"""Of the packages with one: no stock phrase behind the text, for the file has its own."""
ROUNDS = 6


class Imported(NamedTuple):
    """The text of the plan, the files that go beside it by their names (pictures, plans that are carried),
    the template it is for, whether it makes the same paper again, and what is told."""

    text: str
    files: dict[str, bytes]
    template: str
    proved: bool
    problems: list[Problem]


def imported(
    recognised: Recognised,
    name: str,
    near: Path,
    template: str | None = None,
    doubts: Sequence[Problem] = (),
) -> Imported:
    """The plan of `recognised`, to be written to a file called `name` in the folder `near`; for `template`,
    or for the one that fits. `doubts` about places of the text are told there too. Raises `DocgenError` for
    a template that is not there."""
    paper = tree(recognised)
    tried: list[Imported] = []
    for package in _candidates(recognised, near, template):
        found = _for(package, _titled(paper, package, recognised), recognised, name, doubts)
        if found.proved:
            return found
        tried.append(found)
    return min(tried, key=lambda one: sum(problem.severity is Severity.ERROR for problem in one.problems))


def _titled(paper: Paper, package: Package, recognised: Recognised) -> Paper:
    """`paper`, called as its file is where it has no title: no plan but that of an order builds without."""
    if any(line.strip() for line in paper.title) or package.name == ORDER:
        return paper
    return replace(paper, title=(Path(recognised.manuscript.file).stem,))


def _candidates(recognised: Recognised, near: Path, template: str | None) -> Iterator[Package]:
    if template:
        yield shelf.find(template, near)
        return
    kind = recognised.kind
    if kind and kind != GENERAL:
        with suppress(DocgenError):
            yield shelf.find(kind, near)
    yield shelf.find(GENERAL, near)


def _for(
    package: Package, paper: Paper, recognised: Recognised, name: str, doubts: Sequence[Problem]
) -> Imported:
    pictures, files = _pictures(paper, Path(name).stem)
    remarks = remarking.of(recognised)
    remarking.only_named(remarks, paper.attachments)
    remarking.doubts(remarks, doubts, recognised)
    pen = Pen(package.words, remarks, pictures)
    carried = [one for one in paper.attachments if not one.marked]
    names = [f"{Path(name).stem}-印发{number}.yaml" for number in range(1, len(carried) + 1)]
    for one, file in zip(carried, names, strict=True):
        files[file] = write(_carried(one, Pen({}, remarks, pictures))).encode("utf-8")
    closing = CLOSING if WITH_STOCK_PHRASE & {folder.name for folder in package.folders} else {}
    data = plan(paper, package.name, pen, names, closing)
    head = _head(recognised, package)
    text = editor.first_line(package) + _with_remarks(write(data), [*head, *remarks.left()])
    return _settled(text, files, package, paper, name)


def _carried(attachment: Attachment, pen: Pen) -> Plan:
    numbering = Numbering(continuous=attachment.continuous)
    inner = Paper(attachment.heading, attachment.blocks, note=attachment.note, numbering=numbering)
    return plan(inner, GENERAL, pen)


def _head(recognised: Recognised, package: Package) -> list[str]:
    source = Path(recognised.manuscript.file).name
    head = [_("由“{file}”导入；带“核对”的各处请看一看，看过就删去那一行").format(file=source)]
    if not any(recognised.title) and package.name != ORDER:
        head.append(_("核对：没有认出标题，先用文件名作标题"))
    return head


def _with_remarks(text: str, comments: list[str]) -> str:
    return "".join(f"# {comment}\n" for comment in comments) + text


def _settled(text: str, files: dict[str, bytes], package: Package, paper: Paper, name: str) -> Imported:
    """The plan with what does not build made comments, at most a few keys, and whether it makes `paper`."""
    for _round in range(ROUNDS):
        problems, proved = _tried(text, files, package, paper, name)
        line = next((one.place.line for one in problems if _is_error(one) and one.place), 0)
        mended = _without_key(text, line) if line else text
        if mended == text:
            break
        text = mended
    return Imported(text, files, package.name, proved, problems)


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _tried(
    text: str, files: dict[str, bytes], package: Package, paper: Paper, name: str
) -> tuple[list[Problem], bool]:
    import tempfile

    from docgen import pipeline

    record, problems = loads(text, name)
    if any(map(_is_error, problems)):
        return problems, False
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        for file, content in files.items():
            path = Path(folder) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        try:
            result = pipeline.run(Given(record, Path(folder)), str(package.folder))
        except DocgenError as stopped:
            return stopped.problems, False
    found = difference(paper, result.numbered)
    return ([_not_the_same(name, *found)], False) if found else ([], True)


KEPT = ("模板", "标题")


def _without_key(text: str, line: int) -> str:
    """`text` with the outermost key that holds `line` made a comment; as it is where that is one it cannot
    do without."""
    lines = text.split("\n")
    starts = [number for number, one in enumerate(lines) if one and one[0] not in " #-"]
    start = max((number for number in starts if number < line), default=-1)
    if start < 0 or lines[start].partition(":")[0] in KEPT:
        return text
    stop = next((number for number in starts if number > start), len(lines))
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1
    head = _("核对：下面这些写不进计划，原样留在这里")
    body = [f"# {one}" for one in lines[start:stop]]
    return "\n".join([*lines[:start], f"# {head}", *body, *lines[stop:]])


def _pictures(paper: Paper, stem: str) -> tuple[dict[int, str], dict[str, bytes]]:
    """The names of the files that the pictures of `paper` go into, and what these hold."""
    names: dict[int, str] = {}
    files: dict[str, bytes] = {}
    for image in _images(paper):
        name = f"{stem}的图片/{len(files) + 1}.{image.suffix.lstrip('.')}"
        names[id(image)] = name
        files[name] = image.data
    return names, files


def _images(paper: Paper) -> Iterator[Image]:
    texts: list[tuple[Block, ...]] = [paper.blocks, *(one.blocks for one in paper.attachments)]
    return (block for blocks in texts for block in blocks if isinstance(block, Image))


def _not_the_same(name: str, before: str, after: str) -> Problem:
    sentence = _("用这份计划排出来的和原文不完全一样")
    words = _("原文是“{before}”，排出来是“{after}”")
    hint = _("排出来对照原文看一遍：docgen check 原文 新文 --diff")
    excerpt = words.format(before=remarking.shown(before), after=remarking.shown(after))
    return warning("IMP-001", sentence, Place(name), excerpt=excerpt, hint=hint)
