"""The engine: values travel as tokens, what is missing is an error, templates can only read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest

from docgen.source.values import Record
from docgen.template.engine import Engine, marked
from docgen.template.faults import ValueFault, problem_of
from docgen.template.tokens import LINE_CLOSE, LINE_OPEN, Piece, Tokens, rendering

Render = Callable[..., tuple[str, Tokens]]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Writes the given files, renders body.md over the given values; gives text and tokens."""

    def run(body: str, values: dict[str, Any] | None = None, **parts: str) -> tuple[str, Tokens]:
        (tmp_path / "body.md").write_text(body, encoding="utf-8")
        for name, text in parts.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        tokens = Tokens()
        token = rendering.set(tokens)
        try:
            return Engine((tmp_path,)).get_template("body.md").render(values or {}), tokens
        finally:
            rendering.reset(token)

    return run


def record(**values: Any) -> Record:
    made = Record()
    made.update(values)
    return made


def unmarked(text: str) -> str:
    return "\n".join(line.split(LINE_CLOSE)[-1] for line in text.split("\n"))


@pytest.mark.parametrize("value", ["# 标题", "{{ 7*7 }}", "<b>", "A<B & C", "**", "甲\n乙"])
def test_a_value_comes_out_as_it_went_in(render: Render, value: str) -> None:
    text, tokens = render("甲{{ 值 }}乙", {"值": value})
    assert tokens.plain(unmarked(text)) == f"甲{value}乙"
    assert value not in text


def test_values_pass_macros_and_set_blocks_unharmed(render: Render) -> None:
    body = "{% macro 括(x) %}（{{ x }}）{% endmacro %}{% set 段 %}{{ 括(值) }}{% endset %}{{ 段 }}"
    text, tokens = render(body, {"值": "<甲>"})
    assert tokens.plain(unmarked(text)) == "（<甲>）"


def test_a_constant_in_braces_is_a_value_too_and_not_kept_between_renderings(render: Render) -> None:
    for _turn in range(2):
        text, tokens = render('{{ "# 甲" }}')
        assert tokens.plain(unmarked(text)) == "# 甲"


def test_numbers_may_be_printed(render: Render) -> None:
    text, tokens = render("{{ 1 + 2 }}")
    assert tokens.plain(unmarked(text)) == "3"


@pytest.mark.parametrize(
    ("value", "kind"), [(["甲"], "列表"), (record(甲="乙"), "对照表"), (True, "是或否"), (None, "空值")]
)
def test_anything_else_in_braces_is_refused(render: Render, value: Any, kind: str) -> None:
    with pytest.raises(ValueFault, match=kind):
        render("{{ 值 }}", {"值": value})


def test_a_mapping_is_looked_up_by_key_never_by_method(render: Render) -> None:
    text, tokens = render("{{ v.items }}{{ v['keys'] }}", {"v": record(items="条目", keys="键")})
    assert tokens.plain(unmarked(text)) == "条目键"


def test_a_method_of_a_mapping_is_a_missing_key(render: Render) -> None:
    with pytest.raises(jinja2.UndefinedError, match="这里缺少“items”"):
        render("{{ v.items }}", {"v": record(甲="乙")})


def test_a_missing_key_may_be_asked_for_and_nothing_else(render: Render) -> None:
    assert unmarked(render("{% if v.甲 %}有{% else %}无{% endif %}", {"v": record()})[0]) == "无"
    for body in ("{{ v.甲 }}", "{% for x in v.甲 %}{% endfor %}", "{{ v.甲 ~ '乙' }}"):
        with pytest.raises(jinja2.UndefinedError):
            render(body, {"v": record()})


def test_an_unknown_name_is_an_error_even_when_only_asked_for(render: Render) -> None:
    with pytest.raises(jinja2.UndefinedError, match="没有叫“指导思相”的值"):
        render("{% if 指导思相 %}{% endif %}")


@pytest.mark.parametrize(
    "body", ["{{ ''.__class__ }}", "{{ v.__init__ }}", "{{ [].append(1) }}", "{{ ().__class__.__mro__ }}"]
)
def test_the_sandbox_lets_nothing_out(render: Render, body: str) -> None:
    with pytest.raises((jinja2.exceptions.SecurityError, jinja2.UndefinedError)):
        render(body, {"v": record()})


@pytest.mark.parametrize(
    "body", ["{{ 章.build }}", "{{ 章['build'] }}", "{{ 章 | attr('name') }}", "{{ p.parent }}"]
)
def test_only_plain_values_have_attributes(render: Render, tmp_path: Path, body: str) -> None:
    with pytest.raises((jinja2.exceptions.SecurityError, jinja2.UndefinedError)):
        render(body, {"章": Piece("整章", lambda _builder: None), "p": tmp_path})


@pytest.mark.parametrize(
    "body", ["{{ '甲' * 10 ** 9 }}", "{{ 9 ** 9 ** 9 }}", "{{ 10 ** 9 * [1] }}", "{{ v * v }}"]
)
def test_an_operator_does_not_fill_the_memory(render: Render, body: str) -> None:
    with pytest.raises((jinja2.exceptions.SecurityError, TypeError)):
        render(body, {"v": "甲" * 2000})


def test_operators_reckon_as_ever(render: Render) -> None:
    text, tokens = render("{{ '甲' * 3 }}{{ 20000 * 30000 }}{{ 2 ** 10 }}")
    assert tokens.plain(unmarked(text)) == "甲甲甲6000000001024"


@pytest.mark.parametrize(
    "name", ["../secret.md", "/etc/passwd", "..\\secret.md", "C:/secret.md", "a/../../secret.md"]
)
def test_an_include_cannot_leave_the_package(render: Render, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.md").write_text("secret", encoding="utf-8")
    with pytest.raises(jinja2.TemplateNotFound):
        render("{% include 名 %}", {"名": name})


def test_a_child_package_replaces_a_part_of_its_parent(tmp_path: Path) -> None:
    for name, text in (
        ("parent/body.md", "{% include 'part.md' %}"),
        ("parent/part.md", "父"),
        ("child/part.md", "子"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    engine = Engine((tmp_path / "child", tmp_path / "parent"))
    assert unmarked(engine.get_template("body.md").render()) == "子"


def test_every_line_of_text_says_where_it_stands(render: Render) -> None:
    text, _tokens = render("甲\n{% for x in 列 %}\n{{ x }}\n{% endfor %}\n乙", {"列": ["一", "二"]})
    marks = [line.split(LINE_CLOSE)[0].removeprefix(LINE_OPEN) for line in text.split("\n") if line]
    assert marks == ["0:1", "0:3", "0:3", "0:5"]


def test_lines_inside_a_tag_carry_no_mark() -> None:
    assert marked("{{ 甲\n| 乙 }}\n丙", 0).split("\n")[1] == "| 乙 }}"


def test_a_piece_is_held_like_a_value(render: Render) -> None:
    piece = Piece("名单", lambda builder: None)
    _text, tokens = render("{{ 件 }}", {"件": piece})
    assert tokens.get("0") is piece


@pytest.mark.parametrize(
    ("body", "id_", "line", "column", "word"),
    [
        ("甲\n{% if %}", "TPL-003", 2, 1, "写法有误"),
        ("甲\n{% for x in %}{% endfor %}", "TPL-003", 2, 1, "写法有误"),
        ("甲\n乙{{ 无此名 }}", "TPL-004", 2, 2, "没有叫“无此名”的值"),
        ("{{ v.items }}", "TPL-004", 1, 1, "这里缺少“items”"),
        ("\n\n{% include '../x.md' %}", "TPL-005", 3, 1, "../x.md"),
        ("{{ 列 }}", "TPL-006", 1, 1, "列表"),
        ("{{ 列.__class__.__base__ }}", "TPL-007", 1, 1, "__class__"),
        ("\n{{ 1 / 0 }}", "TPL-008", 2, 1, "算不下去"),
        ("甲\n{{ 甲 | 无此过滤器 }}", "TPL-003", 2, 1, "无此过滤器"),
    ],
)
def test_a_fault_names_file_line_and_expression(
    render: Render, tmp_path: Path, body: str, id_: str, line: int, column: int, word: str
) -> None:
    with pytest.raises(Exception) as caught:
        render(body, {"v": record(), "列": ["甲"]})
    assert isinstance(caught.value, Exception)
    problem = problem_of(caught.value, tmp_path / "body.md")
    assert problem.place
    assert (problem.id, problem.place.line, problem.place.column) == (id_, line, column)
    assert problem.place.file == str(tmp_path / "body.md")
    assert word in problem.message
    assert problem.hint
