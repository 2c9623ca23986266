"""Word counts live numbers by itself: LibreOffice, which does the same, must show the labels we counted.

The labels are counted here a second time, by another method than `docgen.numbering`.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from docgen import formats, word
from docgen.document import Attachment, Heading, Item, Numbering, Paper, Paragraph, People, Role, Table
from docgen.document import Column as TableColumn
from docgen.numbering import number

TREES = 200
TREES_A_FILE = 4  # the paper and its attachments, each of which counts for itself
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHINESE = [f"{tens}{ones}" for tens in ("", "十", "二十", "三十") for ones in ("", *"一二三四五六七八九")]

soffice = shutil.which("soffice")
pytestmark = [pytest.mark.rendered, pytest.mark.skipif(not soffice, reason="LibreOffice is not installed")]


def written(layer: int, ordinal: int) -> str:
    forms = (f"{CHINESE[ordinal]}、", f"（{CHINESE[ordinal]}）", f"{ordinal}.", f"（{ordinal}）", "")
    return CIRCLED[ordinal - 1] if layer == 5 else forms[layer - 1]


def expected_labels(blocks, continuous=()):
    """For each numbered block its text with the label before it: how many like it since the last
    block of a higher layer, counted by looking back."""
    lines = []
    for at, block in enumerate(blocks):
        if not isinstance(block, (Heading, Item)):
            continue
        ordinal = 0
        if block.numbered:
            for before in reversed(blocks[: at + 1]):
                if not isinstance(before, (Heading, Item)):
                    continue
                if before.layer < block.layer and block.layer not in continuous:
                    break
                if before.layer == block.layer and before.numbered:
                    ordinal += 1
                    if before.restart:
                        break
        label = written(block.layer, ordinal) if ordinal else ""
        lines.append(label + "".join(block.content) + "".join(getattr(block, "body", ())))
    return lines


def random_blocks(dice: random.Random, name: str):
    """A tree as people write them, and worse: skipped layers, restarts, numbers left out."""
    blocks, layer = [], 1
    for at in range(dice.randint(4, 16)):
        words = f"{name}第{at}段"
        kind = dice.random()
        if kind < 0.12:
            blocks.append(Paragraph(("一段正文。",)))
        elif kind < 0.18:
            blocks.append(Table((TableColumn("项"), TableColumn("值")), (("项", "值"), ("一", "二"))))
        elif kind < 0.2:
            blocks.append(People("小组", (Role("组长", ()),)))
        else:
            layer = max(1, min(5, layer + dice.choice((-3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3))))
            options = {"numbered": dice.random() > 0.1, "restart": dice.random() < 0.07}
            if dice.random() < 0.5:
                body = ("随后的话。",) if dice.random() < 0.3 else ()
                blocks.append(Heading(layer, (words,), body, **options))
            else:
                blocks.append(Item(layer, (words,), **options))
    return tuple(blocks)


def random_paper(seed: int):
    dice = random.Random(seed)
    trees = [random_blocks(dice, f"篇{seed}之{tree}") for tree in range(TREES_A_FILE)]
    continuous = dice.choice(((), (), (3,), (2, 3)))
    attached = tuple(Attachment(f"附件名{at}", tree) for at, tree in enumerate(trees[1:]))
    paper = Paper(("题目",), trees[0], attachments=attached, numbering=Numbering(continuous=continuous))
    lines = expected_labels(trees[0], continuous)
    return paper, lines + [line for tree in trees[1:] for line in expected_labels(tree)]


def shown_lines(papers, folder: Path):
    """The lines that LibreOffice shows for each paper."""
    for at, paper in enumerate(papers):
        numbered, problems = number(paper)
        assert problems == []
        (folder / f"{at}.docx").write_bytes(word.write(numbered, formats.load()))
    files = [str(folder / f"{at}.docx") for at in range(len(papers))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return [(folder / f"{at}.txt").read_text(encoding="utf-8-sig").splitlines() for at in range(len(papers))]


def test_every_label_that_libreoffice_shows_is_the_one_we_counted(tmp_path):
    papers = [random_paper(seed) for seed in range(TREES // TREES_A_FILE)]

    shown = shown_lines([paper for paper, _lines in papers], tmp_path)

    for (_paper, lines), found in zip(papers, shown, strict=True):
        # The text filter of LibreOffice puts a blank between a number and its paragraph.
        assert [line.replace(" ", "") for line in found if "之" in line] == lines


def test_a_live_reference_shows_the_full_number(tmp_path):
    from docgen.document import Reference

    blocks = (
        Heading(1, ("总体要求",)),
        Heading(1, ("重点工作",)),
        Heading(2, ("教学",)),
        Heading(2, ("德育",), key="德育"),
        Item(3, ("条目",), key="条目"),
        Heading(1, ("无号标题",), numbered=False, key="无号"),
        Paragraph(("见", Reference("德育"), "，见", Reference("条目"), "，见", Reference("无号"), "。")),
    )

    lines = shown_lines([Paper(("题目",), blocks)], tmp_path)[0]

    assert lines[-1].strip() == "见二、（二），见二、（二）1，见无号标题。"
