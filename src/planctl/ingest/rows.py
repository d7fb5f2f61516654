"""The rows of a table: each cell under the key of its column, wherever it was drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.ingest import headings
from planctl.ingest.cells import id_cell, links_not_in, notes_in, report_cell, text_cell
from planctl.ingest.columns import Header, repeats, spoken
from planctl.ingest.document import Grid, Square
from planctl.ingest.headings import Heading
from planctl.patterns import late
from planctl.plan.prose import short
from planctl.publish.table import Cell

_IDS = ("id", "level1", "level2")
_UNSEEN = late(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


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
    """A row: where a person finds it, and its cells by the keys of their columns.

    ``links`` are addresses that its cells cannot keep, with the keys of those.
    """

    table: int
    number: int
    cells: Mapping[str, Cell]
    links: tuple[tuple[str, str], ...] = ()


def rows(
    grid: Grid,
    begin: int,
    number: int,
    header: Header,
    columns: Mapping[str, str],
    remarks: list[Remark],
) -> Iterator[Row | Heading]:
    """The rows of a table from ``begin`` on under ``header``; ``remarks`` gets what is to be said.

    ``number`` is the table's in the document, ``columns`` are further labels. A header that stands
    again is passed over, and so is a row with nothing in it. A row across the table that names a
    resolution is a heading.
    """
    places = sorted(header.places.items(), key=lambda one: one[1])
    for at, squares in enumerate(grid.rows[begin:], begin + 1):
        if repeats(squares, header, columns) or not any(_says_something(one) for one in squares):
            continue
        banner = next((one for one in squares if len(places) > 1 and _is_banner(one, places)), None)
        if banner:
            heading, _ = headings.find(banner.text.split("\n"))
            if heading:
                yield heading
                continue
            text = short(banner.text)
            remarks.append(Remark(f"“{text}” stands across the table and was not read", number, at))
            continue
        links: list[tuple[str, str]] = []
        cells = dict(_cells(squares, places, Remark("", number, at), remarks, links))
        yield Row(number, at, cells, tuple(links))


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
    links: list[tuple[str, str]],
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
                told = f"“{text}” stands across {over} columns; it was read as {spoken(key)}"
                remarks.append(here._replace(message=told))
        notes = notes_in(mine)
        if notes:
            told = "was not read" if key in _IDS else "is a paragraph at the end of that cell"
            what = "the footnote" if notes == 1 else f"each of the {notes} footnotes"
            remarks.append(here._replace(message=f"{what} in {spoken(key)} {told}"))
        cell = _clean(_cell(key, mine), key, here, remarks)
        links += [(key, href) for href in links_not_in(cell, mine)]
        yield key, cell


def _clean(cell: Cell, key: str, here: Remark, remarks: list[Remark]) -> Cell:
    """The cell without characters that nobody sees and no plan can hold; they are said."""
    found = [_UNSEEN.search(paragraph.text) for paragraph in cell.paragraphs]
    first = next(filter(None, found), None)
    if first is None:
        return cell
    told = f"{spoken(key)} has the control character U+{ord(first[0]):04X}; it was left out"
    remarks.append(here._replace(message=told))
    return cell._replace(
        paragraphs=tuple(
            one._replace(
                runs=tuple(run._replace(text=_UNSEEN.sub("", run.text)) for run in one.runs)
            )
            for one in cell.paragraphs
        )
    )


def _cell(key: str, squares: Sequence[Square]) -> Cell:
    if squares and all(one.continues for one in squares):
        return Cell(continues=True)
    seen: Iterable[Square] = (one for one in squares if not one.continues)
    if key in _IDS:
        return id_cell(seen)
    return report_cell(seen) if key == "status" else text_cell(seen)
