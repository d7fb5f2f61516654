"""A document from outside, read: its lines and tables in their order, whatever file they came in.

Every reader of a kind of file makes a :class:`Document`, and what looks for plans, clauses or
evidence looks there. Nothing in it is interpreted: it is what a person sees on the page.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from planctl.publish.table import Run

View = Literal["final", "original"]
"""Of a document with revision marks: all of them accepted, or all rejected."""

STRUCK_OUT = "Text that is struck out is read like any other: delete what is meant as deleted."
"""What is to be said of a document with such text."""


class Line(NamedTuple):
    """A paragraph.

    ``label`` is the number or bullet in front that is not typed but made by the list ("1.1", "a)",
    "•", "–"), "" where there is none; ``level`` its level in the list, from 0. ``style`` is the
    style's name ("Call"), "" where the file knows none. ``bold`` says that all of the text is.
    ``notes`` are the footnotes that the line refers to. ``place`` is where a person finds the line:
    in a text file its line and in a workbook its row, from 1; elsewhere the paragraph, counted from
    1 over the document.
    """

    runs: tuple[Run, ...]
    label: str = ""
    level: int = 0
    style: str = ""
    bold: bool = False
    notes: tuple[str, ...] = ()
    place: int = 0

    @property
    def text(self) -> str:
        """The line's text as typed: without label and notes."""
        return "".join(run.text for run in self.runs)


class Square(NamedTuple):
    """A cell of a grid, from column ``column`` (from 0) over ``span`` columns.

    ``continues`` joins it to the cell above, and what it holds then is nothing that is seen.
    """

    lines: tuple[Line, ...]
    column: int
    span: int = 1
    continues: bool = False

    @property
    def text(self) -> str:
        """The text of its lines, without white space at their ends, one a line."""
        return "\n".join(line.text.strip() for line in self.lines)


class Grid(NamedTuple):
    """A table as it is drawn: rows of squares, in the order of their columns, with gaps possible.

    ``sheet`` is the name of a workbook's sheet, "" elsewhere.
    """

    rows: tuple[tuple[Square, ...], ...]
    sheet: str = ""


class Document(NamedTuple):
    """Lines and grids in the order of the page.

    ``revised`` says that there are revision marks, of which one view was read. ``remarks`` are
    sentences about what was read in a way that its owner should know of. ``written`` is the day on
    which the file says it was written, as stored dates are ("2020-10-05"), "" where it does not.
    ``typeset`` says that planctl made it, and so no-break characters may be
    :mod:`planctl.publish.typography`'s. ``unit`` is what the places of its lines count.
    """

    blocks: tuple[Line | Grid, ...]
    revised: bool = False
    remarks: tuple[str, ...] = ()
    written: str = ""
    typeset: bool = False
    unit: str = "paragraph"
