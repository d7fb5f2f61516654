"""The action plans in a document: their rows, each cell under the key of its column.

A table is one where a row has the labels of an action plan (:mod:`columns`). A header that stands
again is passed over; a table without one, or with the same one, that follows at once goes on with
the table above. Nothing that is passed over goes unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.ingest import headings, typesetting
from planctl.ingest.cells import id_cell, notes_in, report_cell, text_cell
from planctl.ingest.columns import Header, header_at, repeats
from planctl.ingest.document import Document, Grid, Line, Square
from planctl.ingest.headings import Heading
from planctl.ingest.summaries import is_summary
from planctl.plan.prose import short
from planctl.publish.table import Cell

_IDS = ("id", "level1", "level2")
_LINES_ABOVE = 12  # how far above a table its heading may stand
_NARROW = 4  # columns; a table of no more is one of names or dates, and goes unsaid
_WIDEST = 400  # columns; a table of more is no action plan


class Remark(NamedTuple):
    """A sentence about what was read, with the table and row that it is about, from 1; 0: none."""

    message: str
    table: int = 0
    row: int = 0

    def __str__(self) -> str:
        place = f"table {self.table}" if self.table else ""
        place += f", row {self.row}" if self.row else ""
        return f"{place}: {self.message}" if place else self.message


class Row(NamedTuple):
    """A row: where a person finds it, and its cells by the keys of their columns."""

    table: int
    number: int
    cells: Mapping[str, Cell]


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
    heading, rest = headings.find(above[-_LINES_ABOVE:])
    last = found[-1] if found and not grid.sheet else None
    if last is not None and not _goes_on(last, number, heading, above):
        last = None
    if header is None:
        if last is None or last.width != width:
            if len(grid.rows) > 1 and width > _NARROW:
                what = "no row of it has the labels of an action plan; it was not read"
                said.append(Remark(f"{what}. --columns names columns with other labels", number))
            return
        last.rows.extend(_rows(grid, 0, number, last.header, columns, last.remarks))
        return
    if last is not None and last.header.places == header.places:
        last.rows.extend(_rows(grid, at + header.height, number, header, columns, last.remarks))
        return
    opened = _Open(number, heading, header, width, [], [])
    for line in rest if heading else ():
        opened.remarks.append(Remark(f"the line “{short(line)}” above it was not read", number))
    for label in header.others:
        opened.remarks.append(
            Remark(
                f"the column “{short(label)}” is none of an action plan and was not read;"
                f' --columns "{short(label, 30)}=notes" keeps it as notes',
                number,
            )
        )
    opened.rows.extend(_rows(grid, at + header.height, number, header, columns, opened.remarks))
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


def _rows(
    grid: Grid,
    begin: int,
    number: int,
    header: Header,
    columns: Mapping[str, str],
    remarks: list[Remark],
) -> Iterator[Row]:
    places = sorted(header.places.items(), key=lambda one: one[1])
    for at, squares in enumerate(grid.rows[begin:], begin + 1):
        if repeats(squares, header, columns) or not any(_says_something(one) for one in squares):
            continue
        banner = next((one for one in squares if len(places) > 1 and _is_banner(one, places)), None)
        if banner:
            text = short(banner.text)
            remarks.append(Remark(f"“{text}” stands across the table and was not read", number, at))
            continue
        yield Row(number, at, dict(_cells(squares, places, Remark("", number, at), remarks)))


def _says_something(square: Square) -> bool:
    return not square.continues and bool(square.text.strip() or any(_labels(square)))


def _labels(square: Square) -> Iterator[str]:
    return (line.label for line in square.lines)


def _is_banner(square: Square, places: Sequence[tuple[str, tuple[int, int]]]) -> bool:
    return square.column <= places[0][1][0] and square.column + square.span >= places[-1][1][1]


def _cells(
    squares: Sequence[Square],
    places: Sequence[tuple[str, tuple[int, int]]],
    here: Remark,
    remarks: list[Remark],
) -> Iterator[tuple[str, Cell]]:
    taken = -1  # the column up to which a wide square was read
    for key, (begin, end) in places:
        mine = [
            one
            for one in squares
            if begin <= one.column < end or one.column < begin < one.column + one.span
        ]
        mine = [one for one in mine if one.column > taken]
        if mine:
            taken = mine[-1].column
        reach = max((one.column + one.span for one in mine), default=0)
        if reach > end and key not in _IDS and any(map(_says_something, mine)):
            over = sum(1 for _, (start, _) in places if start < reach and start >= begin)
            if over > 1:
                text = short(mine[-1].text, 40)
                told = f"“{text}” stands across {over} columns; it was read as {_name(key)}"
                remarks.append(here._replace(message=told))
        notes = notes_in(mine)
        if notes:
            told = "was not read" if key in _IDS else "is a paragraph at the end of that cell"
            what = "the footnote" if notes == 1 else f"each of the {notes} footnotes"
            remarks.append(here._replace(message=f"{what} in {_name(key)} {told}"))
        yield key, _cell(key, mine)


def _name(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _cell(key: str, squares: Sequence[Square]) -> Cell:
    if squares and all(one.continues for one in squares):
        return Cell(continues=True)
    seen: Iterable[Square] = (one for one in squares if not one.continues)
    if key in _IDS:
        return id_cell(seen)
    return report_cell(seen) if key == "status" else text_cell(seen)


def _closed(one: _Open) -> Table:
    rows = one.rows
    orders = [_order(row) for row in rows]
    if all(orders):  # a sheet that somebody may have sorted
        rows = [row for _, row in sorted(zip(orders, rows, strict=True), key=lambda pair: pair[0])]
    return Table(
        one.place,
        one.heading or Heading(),
        one.header.language,
        tuple(key for key, _ in sorted(one.header.places.items(), key=lambda place: place[1])),
        one.header.status,
        tuple(rows),
        tuple(one.remarks),
    )


def _order(row: Row) -> int:
    """The number that the row of a workbook has in its first column, 0 without one."""
    cell = row.cells.get("order")
    said = "".join(one.text for one in cell.paragraphs) if cell else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < _NARROW * 2 else 0
