"""Makes the look of a foreign document independent of the document it goes into.

Before it is joined its theme's faces are written out, its document defaults go into its own styles,
and its styles get names of their own, so that they look among ours as they did at home.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docgen.word import child_order
from docgen.word.child_order import W, arrange

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
USERS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink")
LATIN = "Times New Roman"
LIST_STYLES = ("numStyleLink", "styleLink")
FALLBACK = {"ascii": LATIN, "hAnsi": LATIN, "cs": LATIN, "eastAsia": "宋体"}
THEMED = {
    "asciiTheme": "ascii",
    "hAnsiTheme": "hAnsi",
    "eastAsiaTheme": "eastAsia",
    "cstheme": "cs",
}
ORDERS = {"pPr": child_order.PARAGRAPH, "rPr": child_order.RUN}
# What Word takes where a document says nothing, against what our document defaults say.
PLAIN_DEFAULTS: dict[str, dict[str, dict[str, str]]] = {
    "pPr": {"snapToGrid": {"val": "1"}},
    "rPr": {
        "rFonts": FALLBACK,
        "snapToGrid": {"val": "1"},
        "sz": {"val": "20"},
        "szCs": {"val": "20"},
    },
}


def detach(styles: Any, roots: Sequence[Any], numbering: Any, theme: Any, number: int) -> None:
    """Rewrites `styles` (w:styles of the foreign document), of which only those in use are left, and
    the trees `roots` (text and notes) and `numbering` that use them.

    `numbering` and `theme` are the roots of these parts or None; styles are named after the
    attachment's `number`. All are lxml elements and changed in place.
    """
    _name_defaults(styles, roots)
    _keep_used(styles, roots, numbering)
    trees = [styles, *roots, *([numbering] if numbering is not None else [])]
    faces = _theme_faces(theme)
    for tree in trees:
        _write_faces_out(tree, faces)
    _write_defaults_out(styles)
    _rename(styles, trees, number)


def _keep_used(styles: Any, roots: Sequence[Any], numbering: Any) -> None:
    """Takes out the styles that `roots` do not use, be it through another style or a list."""
    known = {style.get(f"{W}styleId"): style for style in styles.iterchildren(f"{W}style")}
    waiting = [name for root in roots for name in _names(root, USERS)]
    waiting += _names(numbering, LIST_STYLES) if numbering is not None else []
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in known and name not in used:
            used.add(name)
            waiting += _names(known[name], USERS)
    for name in known.keys() - used:
        styles.remove(known[name])
    for tied in list(numbering.iter(f"{W}pStyle")) if numbering is not None else []:
        if tied.get(f"{W}val") not in used:
            tied.getparent().remove(tied)


def _names(root: Any, users: Sequence[str]) -> list[str]:
    """The styles that elements of the kinds `users` in `root` name."""
    return [user.get(f"{W}val", "") for user in root.iter(*(f"{W}{name}" for name in users))]


def _theme_faces(theme: Any) -> dict[str, str]:
    """The face behind every theme name: minorEastAsia → 宋体."""
    faces: dict[str, str] = {}
    for group in ("major", "minor"):
        fonts = theme.find(f".//{A}{group}Font") if theme is not None else None
        for suffix, script in (("Ascii", "latin"), ("HAnsi", "latin"), ("EastAsia", "ea"), ("Bidi", "cs")):
            faces[group + suffix] = _theme_face(fonts, script)
    return faces


def _theme_face(fonts: Any, script: str) -> str:
    paths = [f"{A}{script}", *([f"{A}font[@script='Hans']"] if script == "ea" else [])]
    found = [fonts.find(path) for path in paths] if fonts is not None else []
    face = next((one.get("typeface") for one in found if one is not None and one.get("typeface")), "")
    return face or FALLBACK["eastAsia" if script == "ea" else "ascii"]


def _write_faces_out(root: Any, faces: dict[str, str]) -> None:
    for fonts in root.iter(f"{W}rFonts"):
        for themed, own in THEMED.items():
            name = fonts.attrib.pop(f"{W}{themed}", None)
            if name is not None:
                fonts.set(f"{W}{own}", faces.get(name, FALLBACK[own]))
    for colour in root.xpath("//@*[starts-with(local-name(), 'theme')]"):
        del colour.getparent().attrib[colour.attrname]


def _default(styles: Any, kind: str) -> str:
    """The id of the default style of `kind` (paragraph, table), made where the document has none."""
    for style in styles.iterchildren(f"{W}style"):
        if style.get(f"{W}type") == kind and style.get(f"{W}default") in ("1", "true", "on"):
            return str(style.get(f"{W}styleId"))
    made = styles.makeelement(f"{W}style", {f"{W}type": kind, f"{W}styleId": f"Default-{kind}"})
    made.append(styles.makeelement(f"{W}name", {f"{W}val": f"Default {kind}"}))
    styles.append(made)
    return f"Default-{kind}"


def _name_defaults(styles: Any, roots: Sequence[Any]) -> None:
    """Gives paragraphs and tables without a style the default style by name."""
    paragraph, table = _default(styles, "paragraph"), _default(styles, "table")
    inside: dict[str, str] = {}
    for root in roots:
        for owner in root.iter(f"{W}tbl"):
            _ensure_style(owner, "tblPr", "tblStyle", table)
        for owner in root.iter(f"{W}p"):
            around = _table_style(owner)
            if around and around not in inside:
                inside[around] = _in_table(styles, around, paragraph)
            _ensure_style(owner, "pPr", "pStyle", inside.get(around, paragraph))


def _ensure_style(owner: Any, holder: str, tag: str, name: str) -> None:
    properties = owner.find(f"{W}{holder}")
    if properties is None:
        properties = owner.makeelement(f"{W}{holder}", {})
        owner.insert(0, properties)
    if properties.find(f"{W}{tag}") is None:
        properties.insert(0, properties.makeelement(f"{W}{tag}", {f"{W}val": name}))


def _table_style(paragraph: Any) -> str:
    """The style of the table that `paragraph` stands in, empty where it stands in none."""
    table = next(paragraph.iterancestors(f"{W}tbl"), None)
    name = table.find(f"{W}tblPr/{W}tblStyle") if table is not None else None
    return name.get(f"{W}val", "") if name is not None else ""


def _in_table(styles: Any, table: str, default: str) -> str:
    """The style of paragraphs without one in a table of style `table`: where that sets type or
    spacing, a copy of `default` that leaves these to the table (document defaults yield to a table
    style, a paragraph style does not)."""
    settled = _set_by_table(styles, table)
    if not settled:
        return default
    copy = f"{default}-in-{table}"
    style = deepcopy(_find(styles, default))
    style.attrib.pop(f"{W}default", None)
    style.set(f"{W}styleId", copy)
    style.find(f"{W}name").set(f"{W}val", copy)
    style.set("leave", " ".join(sorted(settled)))
    styles.append(style)
    return copy


def _set_by_table(styles: Any, name: str | None) -> set[str]:
    settled: set[str] = set()
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        style = _find(styles, name)
        if style is None:
            break
        settled |= {child.tag for holder in ORDERS for child in style.iterfind(f"{W}{holder}/*")}
        base = style.find(f"{W}basedOn")
        name = base.get(f"{W}val") if base is not None else None
    return settled


def _find(styles: Any, name: str | None) -> Any:
    return styles.find(f"{W}style[@{W}styleId='{name}']") if name and "'" not in name else None


def _write_defaults_out(styles: Any) -> None:
    """Writes the document defaults into every paragraph style that is based on no other."""
    defaults = {holder: _defaults(styles, holder) for holder in ORDERS}
    for style in styles.iterchildren(f"{W}style"):
        left = set(style.attrib.pop("leave", "").split())
        if style.get(f"{W}type") != "paragraph" or style.find(f"{W}basedOn") is not None:
            continue
        for holder, order in ORDERS.items():
            own = style.find(f"{W}{holder}")
            if own is None:
                own = style.makeelement(f"{W}{holder}", {})
                style.append(own)
            _underlay(own, [child for child in defaults[holder] if child.tag not in left])
            arrange(own, order)
        arrange(style, child_order.STYLE)


def _defaults(styles: Any, holder: str) -> Any:
    found = styles.find(f"{W}docDefaults/{W}{holder}Default/{W}{holder}")
    defaults = deepcopy(found) if found is not None else styles.makeelement(f"{W}{holder}", {})
    plain = [
        styles.makeelement(f"{W}{tag}", {f"{W}{key}": value for key, value in attributes.items()})
        for tag, attributes in PLAIN_DEFAULTS[holder].items()
    ]
    _underlay(defaults, plain)
    return defaults


def _underlay(own: Any, below: Sequence[Any]) -> None:
    """Adds to `own` the properties of `below`, and the attributes, that it does not set itself."""
    for child in below:
        same = own.find(child.tag)
        if same is None:
            own.append(deepcopy(child))
        else:
            for name, value in child.attrib.items():
                if name not in same.attrib:
                    same.set(name, value)


def _rename(styles: Any, trees: Sequence[Any], number: int) -> None:
    prefix = f"A{number}-"
    for style in styles.iterchildren(f"{W}style"):
        style.set(f"{W}styleId", prefix + style.get(f"{W}styleId", ""))
        style.set(f"{W}customStyle", "1")
        style.attrib.pop(f"{W}default", None)
        name = style.find(f"{W}name")
        if name is not None:
            name.set(f"{W}val", f"附件{number} {name.get(f'{W}val')}")
        for alias in style.findall(f"{W}aliases"):
            style.remove(alias)
    for tree in trees:
        for user in tree.iter(*(f"{W}{name}" for name in USERS)):
            user.set(f"{W}val", prefix + user.get(f"{W}val", ""))
