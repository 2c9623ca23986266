import dataclasses
import pickle
import subprocess
import sys

import pytest

from docgen import document
from docgen.document import Footnote, Heading, Image, Item, Paper, Paragraph, Reference, Strong, plain


@pytest.mark.parametrize(
    "content, words",
    [
        ((), ""),
        (("加强领导。",), "加强领导。"),
        ((Strong("加强"), "领导"), "加强领导"),
        ((Strong("加强领导"),), "加强领导"),
        (("按", Reference("目标"), "执行", Footnote("见附件"), "。"), "按执行。"),
        ((Reference("目标"),), ""),
        ((Footnote("见附件"),), ""),
    ],
)
def test_plain_words_leave_out_references_and_notes(content, words):
    assert plain(content) == words


NODES = [value for value in vars(document).values() if dataclasses.is_dataclass(value)]


@pytest.mark.parametrize("node", NODES)
def test_every_node_of_the_tree_is_frozen_and_slotted(node):
    made = object.__new__(node)

    for field in dataclasses.fields(node):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(made, field.name, "")
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(made, field.name)
    assert not hasattr(made, "__dict__")


def test_a_tree_can_be_compared_hashed_and_sent_to_another_process():
    paper = Paper(("标题",), (Heading(1, ("目标",)), Item(3, (Strong("条目"),)), Paragraph(("段",))))

    again = pickle.loads(pickle.dumps(paper))

    assert again == paper
    assert hash(again) == hash(paper)


def test_nodes_with_the_same_values_are_equal_if_they_are_the_same_kind_of_node():
    assert Strong("安全") == Strong("安全")
    assert Strong("安全") != Strong("质量")
    assert Strong("安全") != Footnote("安全")
    assert Strong("安全") != "安全"


def test_importing_the_package_stays_light():
    code = "import sys, docgen\nprint(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True
    )

    heavy = {"jinja2", "lxml", "docx", "babel", "jsonschema_rs", "pdfplumber", "docxcompose", "yaml"}
    assert not heavy & set(done.stdout.split())


def test_a_node_prints_its_values_but_not_its_bytes():
    assert repr(Strong("甲")) == "Strong(text='甲')"
    assert "data" not in repr(Image(b"PNG" * 1000, "png", 10.0, 20.0, "图"))
