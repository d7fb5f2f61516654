"""What is known while a Word file is read, and what is remembered of it for the remarks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planctl.ingest.document import View
from planctl.ingest.measure import refuse_long
from planctl.ingest.word.fields import Fields

if TYPE_CHECKING:
    from planctl.ingest.word.lists import Lists
    from planctl.ingest.word.notes import Notes
    from planctl.ingest.word.styles import Styles

_RUNS_A_LINE = 5  # which Word does not come near in a long document


@dataclass(slots=True)
class Reading:
    """A file in one view, as far as it has been read.

    ``links`` are the addresses of hyperlinks by the IDs of their relationships. ``place`` is the
    number of the last line, ``cells`` and ``runs`` are how many
    cells, rows, and stretches of text there were. ``tallies`` count what is worth a remark.
    """

    view: View
    styles: Styles
    lists: Lists
    links: dict[str, str]
    notes: Notes
    fields: Fields = field(default_factory=Fields)
    place: int = 0
    cells: int = 0
    runs: int = 0
    revised: bool = False
    tallies: Counter[str] = field(default_factory=Counter)

    def count_line(self) -> None:
        """Go on to the next line. Raises RefusedFileError where there are too many."""
        self.place += 1
        refuse_long(self.place)

    def count_cell(self) -> None:
        """Go on to the next cell or row. Raises RefusedFileError where there are too many."""
        self.cells += 1
        refuse_long(self.cells)

    def count_run(self) -> None:
        """Go on to the next stretch of text. Raises RefusedFileError where there are too many."""
        self.runs += 1
        refuse_long(self.runs // _RUNS_A_LINE)
