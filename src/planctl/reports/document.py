"""The neutral report: headings, paragraphs, items and tables, without a word about how they look.

A report on plans is made once, as a :data:`Document`; each writer (text, markdown, html, csv)
prints any of them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Mark = Literal["", "strong", "faint", "added", "removed", "was", "is"]
"""``faint`` is what matters less.

``added`` and ``removed`` are words that changed among others; ``was`` and ``is`` are texts of which
what stands around them tells that they are old or new.
"""


class Piece(NamedTuple):
    """A stretch of text within a line."""

    text: str
    mark: Mark = ""


Line = tuple[Piece, ...]


class Heading(NamedTuple):
    """A heading; level 1 is that of a plan or a body, 2 that of an item in it."""

    line: Line
    level: int = 1


class Paragraph(NamedTuple):
    """A sentence or a few."""

    line: Line


class Item(NamedTuple):
    """One of a list; level 2 stands under an item of level 1."""

    line: Line
    level: int = 1


class Table(NamedTuple):
    """Rows with as many cells as there are heads; what is to be wrapped or cut is the last one."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Item | Table
Document = tuple[Part, ...]


def line(*pieces: str | Piece) -> Line:
    """A line of pieces, texts without a mark among them."""
    return tuple(Piece(one) if isinstance(one, str) else one for one in pieces)
