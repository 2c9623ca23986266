"""Step: lists of people: 组长：…… 副组长：…… 成员：……, with lines that go on without a role."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, lines_of, plain, tell
from docgen.recognise.words import words
from docgen.recognised import NOTE, PEOPLE, Entry, Part

ROLE = pattern(r"([^：:。，,；;、（()）]{1,16}?)\s*(?:[（(][^（()）]{1,12}[）)])?\s*[：:]")
NAME = (
    r"(?:[\u4e00-\u9fff·×*xX]{2,5}|[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff])(?:\s*[（(][^（()）]*[）)])?"
)
NAMES = pattern(rf"{NAME}(?:[、，,；;\s]+{NAME})*[、，,。；;]?")
PERSON = pattern(rf"{NAME}[ \u3000\t]+[\u4e00-\u9fff（）()、，]{{2,40}}")
GROUP_OF = pattern(r"各[\u4e00-\u9fff、]{3,24}")
DUTY = pattern(
    r"负责(?!人|同志|老师|教师)|协助|主持(?!人)|落实|(?<!党)组织(?!部|委员|处|科)|指挥(?!部|长|员)|做好|制定|定期"
)
LONGEST_ROLE = 9
ENDS = (
    "组长",
    "组员",
    "小组成员",
    "裁判长",
    "总裁判",
    "负责人",
    "联络员",
    "总指挥",
    "副指挥",
    "领队",
    "副主任委员",
)
"""What further roles end with: 领导小组组长, 径赛裁判长."""
TEAM = "组"
GROUP = pattern(
    r".{2,30}(?:领导小组|工作小组|工作组|委员会|指挥部|工作专班|小组)(?:成员)?(?:名单)?(?:如下)?[：:]?"
    r"|第?[一二三四五六七八九十0-9]{1,3}小?组(?:[（(][^（()）]{1,12}[）)])?[：:]?"
)
LONGEST = 600
HANGING = 2.0
"""By how many characters further names stand in from their role at least."""
LONGEST_NAMES = 120


def find(sheet: Sheet) -> None:
    """Notes runs of lines that name roles and who has them."""
    index = 0
    while index < len(sheet.rows):
        entries, last = _entries(sheet, index)
        if entries and _is_list(entries):
            _tell(sheet, index, last, entries)
            _tell_group(sheet, index - 1)
        index = max(last, index) + 1


def _entries(sheet: Sheet, index: int) -> tuple[list[Entry], int]:
    """The entries of the lines from `index` on, and the last of those lines. Roles may be numbered."""
    entries: list[Entry] = []
    at = index
    numbered = index in sheet.labels
    while (row := free(sheet, at)) is not None and len(row.text) <= LONGEST:
        typed = sheet.labels.get(at)
        if roles := roles_in(row.text[len(typed.raw) if typed and not typed.automatic else 0 :].strip()):
            if (typed is not None) != numbered:
                break
            entries.extend(Entry(role, value, row.line) for role, value in roles)
        elif entries and not typed and (team := _team(row.text)):
            entries.append(Entry(*team, row.line))
        elif entries and not typed and _is_further(sheet, at, row, entries):
            entries.append(Entry(entries[-1].role, row.text, row.line, inherited=True))
        else:
            break
        at += 1
    return ([] if numbered and len(entries) < 2 else entries), at - 1


def _team(text: str) -> tuple[str, str] | None:
    """A team and who is in it, in a list of people: 医疗组：周海燕 校医."""
    found = ROLE.match(text)
    if found is None or not found[1].endswith(TEAM) or len(found[1]) > LONGEST_ROLE:
        return None
    who = text[found.end() :].strip()
    return (found[1], who) if NAMES.fullmatch(who) or PERSON.fullmatch(who) else None


def _is_further(sheet: Sheet, at: int, row: Row, entries: list[Entry]) -> bool:
    """Whether the line at `at` goes on with the last role, and is not the name of the next group."""
    below = free(sheet, at + 1)
    anew = below is not None and [role for role, _value in roles_in(below.text)][:1] == [entries[0].role]
    if anew and (GROUP.fullmatch(row.text) or len(row.text.split("、")) == 1 < len(entries)):
        return False
    return not row.line.level and (_goes_on(row) or _is_alike(row.text, entries[-1].value))


def roles_in(text: str) -> list[tuple[str, str]]:
    """The roles that a line names, each with who has it."""
    found = ROLE.match(text)
    if found is None or not _is_role(found[1]):
        return _role_by_blanks(text)
    value = text[found.end() :].strip()
    if "。" in value.rstrip("。") or _is_duty(value):
        return []
    further = _further().search(value)
    if further:
        rest = roles_in(value[further.start() :].strip())
        if rest:
            return [("".join(found[1].split()), value[: further.start()].strip()), *rest]
    return [("".join(found[1].split()), value)]


@lru_cache(maxsize=1)
def _further() -> re.Pattern[str]:
    """Another role in the same line, behind blanks."""
    return re.compile(r"[ \t\u3000]{1,}(?=[^：:。，,；;、（()）]{1,8}[：:])")


def _role_by_blanks(text: str) -> list[tuple[str, str]]:
    """组长　王某某 : role and names parted by blanks alone."""
    cells = re.split(r"[ \t\u3000]{1,}", text, maxsplit=1)
    if len(cells) == 2 and cells[0] in words("领头角色") and NAMES.fullmatch(cells[1]):
        return [(cells[0], cells[1])]
    return []


def _is_role(name: str) -> bool:
    role = "".join(name.split())
    return role in words("角色") or (len(role) <= LONGEST_ROLE and role.endswith(ENDS))


def _is_duty(value: str) -> bool:
    """Whether a value says what somebody does, not who it is."""
    return DUTY.search(value) is not None and not NAMES.fullmatch(value)


def _goes_on(row: Row) -> bool:
    """Whether the line is but further names."""
    if len(row.text) > LONGEST_NAMES or not NAMES.fullmatch(row.text) or row.text[-1] in "。：:":
        return False
    many = re.search(r"[、，,\s（(]", row.text) is not None
    return many or row.indent >= 2 or len(row.text) <= 4


def _is_alike(text: str, above: str) -> bool:
    """Whether a line is a name with a post as the one above, or a group of people below such a one."""
    if not PERSON.fullmatch(above) and not GROUP_OF.fullmatch(above):
        return False
    return PERSON.fullmatch(text) is not None or GROUP_OF.fullmatch(text) is not None


def _is_list(entries: list[Entry]) -> bool:
    roles = {entry.role for entry in entries}
    if roles & words("领头角色"):
        return len(entries) > 1 or 0 < len(entries[0].value) <= LONGEST_NAMES
    return len(roles) > 1 and all(
        len(entry.value) <= 60 and NAMES.fullmatch(entry.value) for entry in entries
    )


def _tell(sheet: Sheet, first: int, last: int, entries: list[Entry]) -> None:
    faults = []
    if any(entry.inherited for entry in entries) and not _hang(entries):
        faults.append("people_continuation_unlabelled")
    if any(not entry.value for entry in entries):
        faults.append("people_empty")
    lines = lines_of(sheet, first, last)
    for index in range(first, last + 1):
        sheet.labels.pop(index, None)
    part = Part(
        PEOPLE, entries=tuple(entries), lines=lines, faults=tuple(faults),
        reason=_("一行一个角色（组长、成员等）和姓名，是机构名单"),
    )  # fmt: skip
    tell(sheet, first, last, part)


def _hang(entries: list[Entry]) -> bool:
    """Whether the lines without a role are set under the names of the line that has it, as lists are set out
    in a Word file."""
    margin = min(entry.line.indent for entry in entries if not entry.inherited)
    return all(entry.line.indent >= margin + HANGING for entry in entries if entry.inherited)


def _tell_group(sheet: Sheet, index: int) -> None:
    """The name of the group above its people."""
    row = plain(sheet, index)
    if row is None or not GROUP.fullmatch(row.text) or "成立" in row.text or "如下" in row.text:
        return
    part = Part(
        NOTE, row.text, note="group", lines=row.lines, start=row.start,
        reason=_("紧接着是名单，这一行是机构的名称"),
    )  # fmt: skip
    tell(sheet, index, index, part)
