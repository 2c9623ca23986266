"""The forms that were collected → a workbook for people, and the same as data for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.forms.collected import Returned
from docgen.i18n import _
from docgen.sheets import faults, listing
from docgen.sheets.layout import NAMES_A_SHEET
from docgen.sheets.save import saved

FIRST = ("单位",)


def as_data(forms: Sequence[Returned]) -> list[dict[str, Any]]:
    """One mapping a form: file, values, entries of its lists, problems."""
    return [
        {
            "file": one.file,
            "values": one.values,
            "lists": one.lists,
            "problems": [found.as_dict() for found in one.problems],
        }
        for one in forms
    ]


def workbook(forms: Sequence[Returned]) -> bytes:
    """The sheets 汇总 (a row a form), 问题, and one a list (a row an entry). Raises `NotInstalled` without
    openpyxl."""
    try:
        import openpyxl
    except ImportError as absent:
        raise faults.not_installed() from absent
    book = openpyxl.Workbook()
    book.active.title = _("汇总")
    keys = list(dict.fromkeys([*FIRST, *(key for one in forms for key in one.values)]))
    rows = [[one.file, *(one.values.get(key, "") for key in keys), len(one.problems)] for one in forms]
    listing.fill(book.active, [_("文件"), *keys, _("问题数")], rows)
    rows = [[one.file, *listing.problem_row(found)] for one in forms for found in one.problems]
    listing.fill(book.create_sheet(_("问题")), [_("文件"), *listing.problem_heads()], rows)
    for key in dict.fromkeys(key for one in forms for key in one.lists):
        _list(book, key, forms)
    return saved(book)


def _list(book: Any, key: str, forms: Sequence[Returned]) -> None:
    """The sheet of the list `key`: the entries of all schools, where a sheet can have that name."""
    if not NAMES_A_SHEET.fullmatch(key):
        return
    entries = [(one, entry) for one in forms for entry in one.lists.get(key, ())]
    heads = list(dict.fromkeys(name for _form, entry in entries for name in entry))
    rows = [[one.file, one.organ, *(entry.get(name, "") for name in heads)] for one, entry in entries]
    listing.fill(book.create_sheet(key), [_("文件"), _("单位"), *heads], rows)
