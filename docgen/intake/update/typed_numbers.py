"""Numbers that a person typed in a list that Word counts: 4.办优课展示。 behind 3. is an item."""

from __future__ import annotations

from docgen.intake.update.units import LABELS, NUMBERED, TEXT_LAYER, Unit


def labelled(new: list[Unit], old: list[Unit]) -> list[Unit]:
    """`new` with the numbers that were typed before new texts told as labels, where the list before them is
    counted in that form."""
    known = {unit.key for unit in old}
    found: list[Unit] = []
    for unit in new:
        found.append(unit if unit.key in known else _labelled(unit, found))
    return found


def _labelled(unit: Unit, before: list[Unit]) -> Unit:
    if unit.table or unit.layer != TEXT_LAYER or not unit.style.startswith(NUMBERED):
        return unit
    for layer, form in enumerate(LABELS, 1):
        number = form.match(unit.text)
        if number and _counts(layer, before):
            rest = unit.text[number.end() :].lstrip()
            return unit._replace(cells=(rest,), label=number[0].strip()) if rest else unit
    return unit


def _counts(layer: int, before: list[Unit]) -> bool:
    """Whether the list that a unit would go on with is of `layer`."""
    for unit in reversed(before):
        if unit.layer <= layer:
            return unit.layer == layer and bool(unit.label)
    return False
