"""What is known while a Word file is read, and what is remembered of it for the remarks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planctl.ingest.document import View
from planctl.ingest.word.fields import Fields

if TYPE_CHECKING:
    from planctl.ingest.word.lists import Lists
    from planctl.ingest.word.notes import Notes
    from planctl.ingest.word.styles import Styles


@dataclass(slots=True)
class Reading:
    """A file in one view, as far as it has been read.

    ``links`` are the addresses of hyperlinks by the IDs of their relationships. ``place`` is the
    number of the last line, ``squares`` counts the cells. ``tallies`` count what is worth a remark.
    """

    view: View
    styles: Styles
    lists: Lists
    links: dict[str, str]
    notes: Notes
    fields: Fields = field(default_factory=Fields)
    place: int = 0
    squares: int = 0
    revised: bool = False
    tallies: Counter[str] = field(default_factory=Counter)
