"""The action plans in a document: their rows, each cell under the key of its column.

A table is one where a row has the labels of an action plan (:mod:`columns`). A header that stands
again is passed over; a table without one, or with the same one, that follows at once goes on with
the table above. A row across the table that names another resolution begins a plan of its own.
Nothing that is passed over goes unsaid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planctl.ingest import headings, typesetting
from planctl.ingest.columns import Header, header_at
from planctl.ingest.document import Document, Grid, Line
from planctl.ingest.headings import Heading
from planctl.ingest.rows import Remark, Row, rows
from planctl.ingest.summaries import is_summary
from planctl.plan.prose import short

_LINES_ABOVE = 12  # how far above a table its heading may stand
_NARROW = 4  # columns; a table of no more is one of names or dates, and goes unsaid
_WIDEST = 400  # columns; a table of more is no action plan


class Table(NamedTuple):
    """An action plan as it stands in a document.

    ``place`` counts the tables of the document from 1; ``status`` is the head of the Status column.
    """

    place: int
    heading: Heading
    language: str
    keys: tuple[str, ...]
    status: str
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]


class _Open(NamedTuple):
    """A table that may go on in the next grid."""

    place: int
    heading: Heading | None
    header: Header
    width: int
    rows: list[Row]
    remarks: list[Remark]


def find(
    document: Document, columns: Mapping[str, str] | None = None
) -> tuple[list[Table], list[Remark]]:
    """The action plans of a document, and what is to be said about its other tables.

    ``columns`` are further labels, as :func:`planctl.ingest.columns.named` gives them.
    """
    if document.typeset:
        document = typesetting.without(document)
    found: list[_Open] = []
    said: list[Remark] = []
    above: list[str] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Line):
            above += [part.strip() for part in block.text.split("\n") if part.strip()]
            continue
        number += 1
        if is_summary(block):
            continue
        _read_grid(block, number, above, columns or {}, found, said)
        above = []
    return [_closed(one) for one in found], said


def _read_grid(
    grid: Grid,
    number: int,
    above: Sequence[str],
    columns: Mapping[str, str],
    found: list[_Open],
    said: list[Remark],
) -> None:
    width = max((one.column + one.span for row in grid.rows for one in row[-1:]), default=0)
    if width > _WIDEST:
        said.append(
            Remark(f"it has {width} columns and is no action plan; it was not read", number)
        )
        return
    at, header = _first_header(grid, columns)
    inside = [one.text for row in grid.rows[:at] for one in row if one.text.strip()]
    heading, rest = headings.find([*above[-_LINES_ABOVE:], *inside])
    last = found[-1] if found and not grid.sheet else None
    if last is not None and not _goes_on(last, number, heading, above):
        last = None
    if header is None:
        if last is None or last.width != width:
            if len(grid.rows) > 1 and width > _NARROW:
                what = "no row of it has the labels of an action plan; it was not read"
                said.append(Remark(f"{what}. --columns names columns with other labels", number))
            return
        _take(grid, 0, number, last, columns, found)
        return
    if last is not None and last.header.places == header.places:
        _take(grid, at + header.height, number, last, columns, found)
        return
    opened = _Open(number, heading, header, width, [], [])
    for line in rest if heading else inside:
        opened.remarks.append(Remark(f"the line “{short(line)}” above it was not read", number))
    for label in header.others:
        opened.remarks.append(
            Remark(
                f"the column “{short(label)}” is none of an action plan and was not read;"
                f' --columns "{label.partition(" (")[0]}=notes" keeps it as notes',
                number,
            )
        )
    found.append(opened)
    _take(grid, at + header.height, number, opened, columns, found)


def _take(
    grid: Grid,
    begin: int,
    number: int,
    opened: _Open,
    columns: Mapping[str, str],
    found: list[_Open],
) -> None:
    """Add the rows of a grid from ``begin`` on to the table that is open, the last of ``found``."""
    for one in rows(grid, begin, number, opened.header, columns, opened.remarks):
        if isinstance(one, Row):
            opened.rows.append(one)
        elif opened.heading is None or one[:2] != opened.heading[:2]:
            if opened.heading is None and not opened.rows:
                found.pop()
            opened = opened._replace(heading=one, rows=[])
            found.append(opened)


def _goes_on(last: _Open, number: int, heading: Heading | None, above: Sequence[str]) -> bool:
    """Whether a table that has a header or none may go on with the last one."""
    adjoining = heading is None and last.rows and last.rows[-1].table == number - 1
    return bool(adjoining) and all(map(headings.says_continued, above))


def _first_header(grid: Grid, columns: Mapping[str, str]) -> tuple[int, Header | None]:
    for at in range(len(grid.rows)):
        header = header_at(grid.rows, at, columns)
        if header:
            return at, header
    return 0, None


def _closed(one: _Open) -> Table:
    held = one.rows
    orders = [_order(row) for row in held]
    if all(orders):  # a sheet that somebody may have sorted
        held = [row for _, row in sorted(zip(orders, held, strict=True), key=lambda pair: pair[0])]
    return Table(
        one.place,
        one.heading or Heading(),
        one.header.language,
        tuple(key for key, _ in sorted(one.header.places.items(), key=lambda place: place[1])),
        one.header.status,
        tuple(held),
        tuple(one.remarks),
    )


def _order(row: Row) -> int:
    """The number that the row of a workbook has in its first column, 0 without one."""
    cell = row.cells.get("order")
    said = "".join(one.text for one in cell.paragraphs) if cell else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < _NARROW * 2 else 0
