"""That what was read prints again as it stood: cell by cell, white space and joined cells aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.ingest.annex import Entry
from planctl.ingest.columns import spoken
from planctl.ingest.rows import Remark
from planctl.plan.prose import plain, short
from planctl.publish.table import Annex, Cell, filled

_LEVELS = ("level1", "level2")
_SHORT = 50


class Difference(NamedTuple):
    """A cell that would print otherwise than it stood: its column, and what is to be said."""

    column: str
    remark: Remark


def differences(
    entries: Sequence[Entry], drawn: Annex, ids: Sequence[str], columns: Sequence[str]
) -> Iterator[Difference]:
    """What would print otherwise than it stood in the table.

    ``drawn`` is the plan as it would be exported, ``ids`` its activities row by row; ``columns``
    are those of the table. A cell of which it was said that it changes is not compared.
    """
    keys = [column.key for column in drawn.columns]
    own = dict(zip(ids, drawn.rows, strict=True))
    whole = dict(zip(ids, filled(drawn.rows), strict=True))
    above: Mapping[str, Cell] = {}
    for entry in entries:
        full = {
            key: above.get(key, one) if one.continues else one for key, one in entry.cells.items()
        }
        above = full
        row = entry.place.activity
        for at, key in enumerate(keys):
            if key not in columns or key in entry.chosen:
                continue
            if not (
                _same(full[key], whole[row][at], key) or _same(entry.cells[key], own[row][at], key)
            ):
                yield Difference(key, _difference(entry, key, whole[row][at]))


def _same(stood: Cell, prints: Cell, key: str) -> bool:
    texts = [[part.text for part in cell.paragraphs] for cell in (stood, prints)]
    return texts[0] == texts[1] or _letters(stood, key) == _letters(prints, key)


def _difference(entry: Entry, key: str, prints: Cell) -> Remark:
    was, now = _said(entry.cells[key]), _said(prints)
    at = next(
        (at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other),
        min(len(was), len(now)),
    )
    begin = max(0, at - _SHORT // 2)
    name = spoken(key)
    message = (
        f"{name} would not print as it stands: “{short(was[begin:], _SHORT)}” would be"
        f" “{short(now[begin:], _SHORT)}”"
    )
    return Remark(message, entry.place.row.table, entry.place.row.number)


def _said(cell: Cell) -> str:
    return plain(" ".join(paragraph.text for paragraph in cell.paragraphs))


def _letters(cell: Cell, key: str) -> str:
    said = _said(cell).replace(" ", "")
    if key in _LEVELS:
        said = said.strip(".()").replace("–", "-").replace("—", "-")
    return said.casefold() if key == "priority" else said
