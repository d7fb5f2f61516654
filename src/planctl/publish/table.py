"""The neutral table: what an annex shows, without a word about Word.

Every writer draws an :class:`Annex`, and everything that reads a table from outside produces one.
A cell is a list of paragraphs; a paragraph has a kind and runs of text, some of them links.

Two states of an annex may be one marked annex (:mod:`planctl.publish.marked`): then runs,
paragraphs and rows say whether they are in both, or only in one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

ParagraphKind = Literal["text", "year", "bullet", "dash"]
"""``year`` is a bold year line, ``bullet`` a list item, ``dash`` an item under a bullet."""

Mark = Literal["", "inserted", "deleted"]
"""What is inserted is in the later state only, what is deleted in the earlier one only."""


class Tracking(NamedTuple):
    """Who made the changes, and on which day (ISO 8601: "2020-10-01", "2020-10" or "2020")."""

    author: str
    date: str


class Run(NamedTuple):
    """A stretch of text within a paragraph; ``href`` makes it a link."""

    text: str
    href: str | None = None
    mark: Mark = ""


class Paragraph(NamedTuple):
    """One paragraph of a cell. An empty paragraph has no runs.

    With a ``mark`` all of it is inserted or deleted, and its runs have none. ``was`` is the kind
    that it had in the earlier state, where that was another one.
    """

    runs: tuple[Run, ...]
    kind: ParagraphKind = "text"
    mark: Mark = ""
    was: ParagraphKind | None = None

    @property
    def text(self) -> str:
        """The paragraph's text without its links."""
        return "".join(run.text for run in self.runs)


class Cell(NamedTuple):
    """A cell; ``continues`` joins it to the cell above (and then it has no paragraphs)."""

    paragraphs: tuple[Paragraph, ...] = ()
    continues: bool = False


Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column: its key, the lines of its heading, and the heading it shares with neighbours.

    ``group`` is the heading over several columns ("ID" over "Level 1" and "Level 2"), or "".
    ``weight`` is the column's share of the table's width; in landscape A4 it is its width in twips.
    ``marked`` is the heading with what changed in it, its lines in one; () where nothing did.
    """

    key: str
    heading: tuple[str, ...]
    weight: int
    group: str = ""
    marked: tuple[Run, ...] = ()


class Annex(NamedTuple):
    """One plan as published: heading lines, columns, and rows of as many cells as columns.

    ``number`` is the line above the heading ("ANNEX I"). ``title`` is what the document's
    properties and the table's accessible caption say.

    ``mark`` is that of an annex which is in one state only, ``marks`` are those of the rows, ()
    where none has one; what is in such an annex or row has no marks of its own. ``marked`` are the
    number and the heading with what changed in them, all lines in one; () where nothing did.

    ``language`` is the BCP 47 tag of the annex's own words, which may run from right to left.
    ``key`` is the plan's.
    """

    number: str
    heading: tuple[str, ...]
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    mark: Mark = ""
    marks: tuple[Mark, ...] = ()
    marked: tuple[Run, ...] = ()
    language: str = "en-GB"
    right_to_left: bool = False
    key: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines above the table: the number, where there is one, and the heading."""
        return tuple(line for line in (self.number, *self.heading) if line)


def filled(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with each joined cell as a cell of its own, which says what it continues."""
    above: Row = ()
    for row in rows:
        above = tuple(above[at] if cell.continues else cell for at, cell in enumerate(row))
        yield above
