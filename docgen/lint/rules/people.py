"""Leading groups: who is named twice, whose post is missing, who leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.i18n import _
from docgen.lint.data import listed, table
from docgen.lint.reading import BODY, HEADING, ITEM, PEOPLE, Hit, Reading
from docgen.patterns import pattern

ROLE = pattern(r"^\s*(?P<role>[\u4e00-\u9fff]{2,6})\s*[:：]\s*(?P<people>.*)$")
PARTED = pattern(r"[、，,；;\n\t]|\s{2,}")
NAME = pattern(r"[\u4e00-\u9fff·]{2,4}")
OFFICE = pattern("下设办公室|设立办公室")
WHERE = pattern(
    "办公室设在|设在|办公地点|办公室主任|兼任办公室|办公室[^。；]{0,10}(?:负责|承担)|主任由|由[^。；]{2,20}任主任|办公室主要"
)


class One(NamedTuple):
    """A person in a list: the passage, the role, the name and the post as far as they can be told."""

    passage: int
    role: str
    name: str
    post: str
    start: int
    end: int


def doubled(reading: Reading) -> Iterator[Hit]:
    """REF-010: a person twice in one group; a name that runs into the post; one without a post where
    all others have theirs."""
    for group in groups(reading):
        people = [one for at in group for one in people_of(reading, at)]
        yield from _twice(people)
        for one in people:
            if glued := _glued(one.name):
                yield Hit(
                    one.passage, one.start, one.end, {"name": one.name, "what": _("和职务连在一起")}, glued
                )
        single = [one for one in people if NAME.fullmatch(one.name)]
        bare = [one for one in single if not one.post]
        if len(single) > 3 and len(bare) == 1 and len(single) == len(people):
            values = {"name": bare[0].name, "what": _("没有写职务")}
            yield Hit(bare[0].passage, bare[0].start, bare[0].end, values)


def _twice(people: list[One]) -> Iterator[Hit]:
    seen: set[str] = set()
    for one in people:
        if one.name in seen and NAME.fullmatch(one.name):
            values = {"name": one.name, "what": _("写了两次")}
            yield Hit(one.passage, one.start, one.start + len(one.name), values)
        seen.add(one.name)


def leaders(reading: Reading) -> Iterator[Hit]:
    """STR-005: a leading group without a leader, or one whose office is set up and nothing said of it."""
    for group in groups(reading):
        roles = [found["role"] for at in group if (found := ROLE.match(reading.passages[at].text))]
        before = reading.passages[max(0, group[0] - 1)].text
        led = any(listed("leaders").fullmatch(role) for role in roles)
        others = any(listed("members").fullmatch(role) for role in roles)
        if others and not led and listed("leading_groups").search(before):
            end = len(reading.passages[group[0]].text)
            yield Hit(group[0], 0, end, {"what": _("没有组长")})
    whole = "\n".join(one.text for one in reading.passages if one.zone in (HEADING, BODY, ITEM, PEOPLE))
    for at, one in enumerate(reading.passages):
        office = OFFICE.search(one.text) if one.zone in (BODY, ITEM) else None
        if office and not WHERE.search(whole):
            yield Hit(at, office.start(), office.end(), {"what": _("的办公室没有写设在哪里、谁负责")})


def groups(reading: Reading) -> list[list[int]]:
    """The lists of people, each as the passages that are its lines; a second leader begins another one."""
    found: list[list[int]] = []
    last, part, led = -2, -2, False
    for at, one in enumerate(reading.passages):
        if one.zone != PEOPLE:
            continue
        role = ROLE.match(one.text)
        leads = bool(role and listed("leaders").fullmatch(role["role"]))
        other_plan_list = reading.plan is not None and one.part != part
        if at == last + 1 and not other_plan_list and not (leads and led) and one.role != "group":
            found[-1].append(at)
            led = led or leads
        else:
            found.append([at])
            led = leads
        last, part = at, one.part
    return found


def people_of(reading: Reading, at: int) -> Iterator[One]:
    """The people of one line of a list: 组长：张　明　校长, or 张明、李华."""
    text = reading.passages[at].text
    found = ROLE.match(text)
    role, start = (found["role"], found.start("people")) if found else ("", len(text) - len(text.lstrip()))
    place = start
    for piece in PARTED.split(text[start:]):
        here = text.find(piece, place)
        place = here + len(piece)
        words = piece.strip().strip("。；")
        if words:
            begin = text.find(words, here)
            name, post = _parted(words)
            yield One(at, role, name, post, begin, begin + len(words))


def _parted(words: str) -> tuple[str, str]:
    """Name and post of 张　明　校长, 张明（校长）, 校长张明 is left whole."""
    bracket = pattern(r"(?P<name>[^（(]+)[（(](?P<post>[^）)]+)[）)]").fullmatch(words)
    if bracket:
        return "".join(bracket["name"].split()), bracket["post"]
    pieces = words.split()
    if len(pieces) > 1 and len(pieces[0]) == 1 and len(pieces[1]) == 1:
        pieces = [pieces[0] + pieces[1], *pieces[2:]]
    return pieces[0], "".join(pieces[1:])


def _glued(name: str) -> str | None:
    """张明区教研室主任 → 张明　区教研室主任; None where it is no name with a post right behind it."""
    surnames = str(table("people")["姓氏"])
    post = pattern(
        rf"(?P<name>[{surnames}][\u4e00-\u9fff]{{1,2}})(?P<post>(?:省|市|县|区|镇|乡)[\u4e00-\u9fff]{{2,14}}(?:"
        + listed("posts").pattern
        + "))"
    )
    found = post.fullmatch(name)
    return f"{found['name']}\u3000{found['post']}" if found else None


RULES = {"REF-010": doubled, "STR-005": leaders}
