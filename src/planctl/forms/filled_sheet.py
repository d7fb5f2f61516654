"""An Excel form that came back: rows found by the labels over their cells, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.forms.columns import ASKED, BY_LABEL, KEY, SHOWN
from planctl.forms.returned import Returned, Row, Stray, Value
from planctl.forms.sent import LOST, NO_FORM, FormFault, Sent, fingerprint, sent_from
from planctl.ingest.workbook.sheet import Sheet, place
from planctl.office.package import Package
from planctl.plan.prose import fold

_ASKED = frozenset(column.key for column in ASKED)
_HEADING_WITHIN = 60  # rows in which the heading is looked for
_MOST_JOINED = 500


class Heading(NamedTuple):
    """The row of a heading, and the key of each column under it."""

    row: int
    columns: Mapping[int, str]


def read(package: Package) -> Returned:
    """Read a form from a workbook. Raises FormFault where it is none."""
    from planctl.ingest.workbook.document import sheets

    found = [sheet for sheet, _ in sheets(package)]
    unseen = next((sheet for sheet in found if _text(sheet, 1, 1) == "planctl form"), None)
    headed = [(sheet, heading) for sheet in found if (heading := _heading(sheet))]
    if not headed:
        raise FormFault(_NO_HEADING if unseen else NO_FORM)
    if not unseen:
        raise FormFault(LOST)
    sent = sent_from("".join(_pieces(unseen)))
    rows: list[Row] = []
    strays: list[Stray] = []
    for sheet, heading in headed:
        name = f"sheet “{sheet.name}”, " if len(headed) > 1 else ""
        rows += _rows(sheet, heading, name)
        strays += _above(sheet, heading, name)
    others = [one for one in found if one is not unseen and not _heading(one)]
    known = {row_key for row in rows for row_key in row.asked}
    missing = tuple(column.key for column in ASKED if column.key not in known)
    remarks = ("the comments beside its cells were not read",) if _has_comments(package) else ()
    beside = (*strays, *_beside(others, sent))
    return Returned("", sent, tuple(rows), missing, beside, remarks)


_NO_HEADING = (
    "the row of labels over its items (“Item”, “Activity”, “New status” …) cannot be found: put it"
    " back as it was"
)


def _has_comments(package: Package) -> bool:
    return any(name.lower().startswith(("xl/comment", "xl/thread")) for name in package.members)


def _text(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell, "" where it holds nothing."""
    lines = sheet.cells.get(row, {}).get(column, ())
    return "\n".join(f"{label} {run.text}" if label else run.text for run, label in lines)


def _pieces(sheet: Sheet) -> Iterator[str]:
    row = 2
    while text := _text(sheet, row, 1):
        yield text
        row += 1


def _heading(sheet: Sheet) -> Heading | None:
    """The heading of a sheet of items; None for any other sheet."""
    for row in sorted(sheet.cells)[:_HEADING_WITHIN]:
        labels = {at: fold(_text(sheet, row, at).partition("\n")[0]) for at in sheet.cells[row]}
        columns = {at: BY_LABEL[label] for at, label in labels.items() if label in BY_LABEL}
        if len(columns) > 2 and set(columns.values()) & {KEY.key, "item"}:
            return Heading(row, columns)
    return None


def _above(sheet: Sheet, heading: Heading, name: str) -> Iterator[Stray]:
    """What was written above the heading."""
    for row in sheet.cells:
        if row < heading.row:
            yield from _strays(sheet, row, sheet.cells[row], name)


def _beside(sheets: Iterable[Sheet], sent: Sent) -> Iterator[Stray]:
    """What stands on other sheets and was not sent there; nothing where that is not known."""
    for sheet in sheets if sent.page else ():
        for row in sorted(sheet.cells):
            for one in _strays(sheet, row, sheet.cells[row], f"sheet “{sheet.name}”, "):
                if fingerprint(one.text) not in sent.page:
                    yield one


def _strays(
    sheet: Sheet, row: int, columns: Iterable[int], name: str, heading: int = 0
) -> Iterator[Stray]:
    for column in columns:
        if text := _text(sheet, row, column).strip():
            under = _text(sheet, heading, column) if heading else ""
            yield Stray(f"{name}{_letters(column)}{row}", text, under)


def _letters(column: int) -> str:
    """How Excel calls a column: "A", "AB"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rows(sheet: Sheet, heading: Heading, name: str) -> Iterator[Row]:
    head, columns = heading
    formulas = {at for one in sheet.formulas if (at := place(one))}
    numbers = {*sheet.cells, *(row for row, column in formulas if column in columns)}
    below = sorted(row for row in numbers if row > head)
    joined = _joined(sheet, below)
    for row in below:
        found: dict[str, list[Value]] = {}
        for column, key in columns.items():
            cell = joined.get((row, column), (row, column))
            if cell == (row, column) or key in _ASKED:
                found.setdefault(key, []).append(Value(_text(sheet, *cell), cell in formulas))
        values = {key: _filled(several) for key, several in found.items()}
        others = [column for column in sheet.cells.get(row, ()) if column not in columns]
        yield Row(
            f"{name}row {row}",
            values[KEY.key].text.strip() if KEY.key in values else "",
            {column.key: values[column.key].text for column in SHOWN if column.key in values},
            {column.key: values[column.key] for column in ASKED if column.key in values},
            frozenset(columns[column] for at, column in joined if at == row and column in columns),
            frozenset(key for key, several in found.items() if len(_written(several)) > 1),
            tuple(_strays(sheet, row, others, name, head)),
        )


def _filled(several: Sequence[Value]) -> Value:
    """Of the cells under one label, the first with anything in it."""
    return next(iter(_written(several)), several[0])


def _written(several: Iterable[Value]) -> list[Value]:
    return [*dict.fromkeys(one for one in several if one.is_formula or one.text.strip())]


def _joined(sheet: Sheet, rows: Sequence[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """By the place of a cell that is joined to one above: the place of that one."""
    return {
        (row, left): (top, left)
        for top, left, bottom, _ in sheet.merged[:_MOST_JOINED]
        if top < bottom
        for row in rows
        if top < row <= bottom
    }
