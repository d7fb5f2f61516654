"""The neutral table: what an annex shows, without a word about Word.

Every writer draws an :class:`Annex`, and everything that reads a table from outside produces one.
A cell is a list of paragraphs; a paragraph has a kind and runs of text, some of them links.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["text", "year", "bullet", "dash"]
"""``year`` is a bold year line, ``bullet`` a list item, ``dash`` an item under a bullet."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text within a paragraph; ``href`` makes it a link."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a cell. An empty paragraph has no runs."""

    runs: tuple[Run, ...]
    kind: ParagraphKind = "text"

    @property
    def text(self) -> str:
        """The paragraph's text without its links."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``continues`` joins it to the cell above (and then it has no paragraphs)."""

    paragraphs: tuple[Paragraph, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, the lines of its heading, and the heading it shares with neighbours.

    ``group`` is the heading over several columns ("ID" over "Level 1" and "Level 2"), or "".
    ``weight`` is the column's share of the table's width; in landscape A4 it is its width in twips.
    """

    key: str
    heading: tuple[str, ...]
    weight: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """One plan as published: heading lines, columns, and rows of as many cells as columns.

    ``number`` is the line above the heading ("ANNEX I"). ``title`` is what the document's
    properties and the table's accessible caption say.
    """

    number: str
    heading: tuple[str, ...]
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
