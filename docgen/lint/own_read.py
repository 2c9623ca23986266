"""A file of own rules (局规.yaml): what it asks for, and what is wrong with it.

规则:
  - 编号: JG-001
    词: {砥砺前行: 继续努力, 打造: ""}       # words, each with what to write (or a list without)
    句子: 我局文件不用“{text}”
    级别: 警告                            # 错误, 警告 (the default), 提示
    区域: [标题, 正文]
  - 编号: JG-002
    表达式: 全县各(学校)                    # a regular expression
    替换: 全县各级各类\\1
    句子: 写全“各级各类学校”
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docgen.files import is_file, within
from docgen.i18n import _
from docgen.lint.own import Own
from docgen.lint.registry import registry
from docgen.lint.rulebook import ASK, SEVERITIES, ZONE_NAMES, rule
from docgen.lint.runaway import may_run_away
from docgen.problems import DocgenError, Place, Problem, error
from docgen.source.values import Record, as_list, place_of

KEYS = ("编号", "词", "表达式", "替换", "句子", "建议", "级别", "区域", "文种")
ID = re.compile(r"[A-Z]{2,5}-[0-9]{3}")


def own_rules(files: list[Any], folder: Path) -> tuple[tuple[Own, ...], list[Problem]]:
    """The rules of the files named, which stand in `folder`, and the problems met."""
    rules: dict[str, Own] = {}
    problems: list[Problem] = []
    for name in files:
        for row in _rows(folder, name, problems):
            made = _rule(row, rules, problems)
            if made:
                rules[made.rule.id] = made
    return tuple(rules.values()), problems


def _rows(folder: Path, name: Any, problems: list[Problem]) -> Iterator[Record]:
    """The rules in the file `name` in `folder`."""
    from docgen.source.load import load

    try:
        path = within(folder, str(name), place_of(name))
        if not is_file(path):
            sentence = _("没有规则文件“{name}”").format(name=path.name)
            hint = _("核对文件名，它和计划放在一起")
            raise DocgenError(error("LNT-001", sentence, place_of(name), hint=hint))
        data, found = load(path)
    except DocgenError as fault:
        problems.extend(fault.problems)
        return
    problems.extend(found)
    rows = as_list(data.get("规则"))
    if not rows:
        sentence = _("规则文件里没有规则")
        hint = _("写成“规则:”，下面每条规则一项：编号、词或者表达式、句子")
        problems.append(error("LNT-001", sentence, Place(str(path), 1, 1), hint=hint))
    for row in rows:
        if isinstance(row, Record):
            yield row
        else:
            problems.append(_wrong(row, path, _("一条规则要写成“编号: ……”“词: ……”“句子: ……”")))


def _wrong(row: Any, path: Path | None, sentence: str, key: str = "", hint: str = "") -> Problem:
    place = row.keys_at.get(key) or row.place if isinstance(row, Record) else place_of(row)
    return error(
        "LNT-002",
        sentence,
        place or (Place(str(path)) if path else None),
        excerpt=str(row.get(key, "")) if isinstance(row, Record) else str(row),
        hint=hint,
    )


def _rule(row: Record, known: Mapping[str, Own], problems: list[Problem]) -> Own | None:
    """The rule of a row; None, its faults told, where it is none."""
    faults = [*_unknown(row), *_id_faults(row, known), *_word_faults(row), *_choices(row)]
    what: re.Pattern[str] | None = None
    if "表达式" in row:
        what, fault = _compiled(row)
        faults += [fault] if fault else []
    words = row.get("词")
    if not faults and words:
        what = re.compile("|".join(map(re.escape, sorted(map(str, words), key=len, reverse=True))))
    problems.extend(faults)
    if faults or what is None:
        return None
    given = {key: row[key] for key in ("句子", "建议", "区域", "文种") if key in row}
    given |= {
        "级别": row.get("级别", "警告"),
        "修复": ASK,
        "区域": as_list(row.get("区域")),
        "文种": as_list(row.get("文种")),
    }
    better = (
        {str(word): str(right) for word, right in words.items() if right}
        if isinstance(words, Mapping)
        else {}
    )
    return Own(rule(str(row["编号"]), given), what, better, row.get("替换"))


def _unknown(row: Record) -> Iterator[Problem]:
    for key in row:
        if key not in KEYS:
            sentence = _("规则里没有“{key}”这一项").format(key=key)
            yield _wrong(row, None, sentence, key, _("可以写：{keys}").format(keys="、".join(KEYS)))


def _id_faults(row: Record, known: Mapping[str, Own]) -> Iterator[Problem]:
    id = str(row.get("编号", ""))
    if not ID.fullmatch(id):
        yield _wrong(row, None, _("规则的编号要写成“JG-001”的样子"), "编号")
    elif id in known or id in registry():
        yield _wrong(row, None, _("编号“{id}”已经有了").format(id=id), "编号", _("换一个编号"))


def _word_faults(row: Record) -> Iterator[Problem]:
    if not row.get("句子"):
        yield _wrong(
            row,
            None,
            _("规则“{id}”没有写句子").format(id=row.get("编号", "")),
            "编号",
            _("写上查到时要说的话"),
        )
    else:
        try:
            "".join(str(row.get(key, "")) for key in ("句子", "建议")).format(text="", replacement="")
        except (KeyError, IndexError, ValueError):
            hint = _("句子里只能用{{text}}和{{replacement}}").format()
            yield _wrong(row, None, _("句子里的花括号不对"), "句子", hint)
    if bool(row.get("词")) == ("表达式" in row):
        yield _wrong(row, None, _("规则里“词”和“表达式”要写一个，也只写一个"), "编号")


def _choices(row: Record) -> Iterator[Problem]:
    if row.get("级别", "警告") not in SEVERITIES:
        yield _wrong(row, None, _("级别要写错误、警告或者提示"), "级别")
    for zone in as_list(row.get("区域")):
        if zone not in ZONE_NAMES:
            sentence = _("没有“{zone}”这个区域").format(zone=zone)
            yield _wrong(row, None, sentence, "区域", _("可以写：{keys}").format(keys="、".join(ZONE_NAMES)))


def _compiled(row: Record) -> tuple[re.Pattern[str] | None, Problem | None]:
    """The expression of a rule, tried with its replacement."""
    words = str(row["表达式"])
    try:
        what = re.compile(words)
        if "替换" in row:
            re.sub(f"(?:{words})|", str(row["替换"]), "", count=1)
    except (re.error, IndexError) as fault:
        return None, _wrong(row, None, _("表达式写得不对：{reason}").format(reason=fault), "表达式")
    if what.match(""):
        return None, _wrong(row, None, _("表达式什么都没有也算，会处处查到"), "表达式")
    if may_run_away(words):
        hint = _("不要在带“+”“*”的括号后面再写“+”“*”")
        return None, _wrong(row, None, _("表达式在长文章里会算不完"), "表达式", hint)
    return what, None
