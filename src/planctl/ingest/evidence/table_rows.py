"""Rows of tables as sentences, where they tell of one thing.

A row that names one document is read as `K.52 “Title”, status, date`; one that dates one event, as
its cells with commas between. Rows typed with tabs or strokes are rows, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from planctl.patterns import late
from planctl.plan import identifiers, written_dates

_LONGEST = 600  # characters of a row that is read as a sentence
_DATE = 60  # characters of a cell that holds a date, and little else
_CELLS = 3  # of a row that is typed in a line; two may be a number and its text
_IN_BRACKETS = late(r"\s*\([^()]{1,60}\)\s*\Z")


def sentence(cells: Sequence[str]) -> str:
    """The cells of a row as a sentence, where they tell of one thing; else ""."""
    if sum(map(len, cells)) > _LONGEST:
        return ""
    named = [at for at, text in enumerate(cells) if _is_name(text)]
    if len(named) == 1 and named[0] + 1 < len(cells):
        at = named[0]
        title = cells[at + 1]
        if (
            title.count(" ") > 1
            and not identifiers.find_all(title)
            and not written_dates.find(title)
        ):
            rest = [*cells[:at], *cells[at + 2 :]]
            return ", ".join([f"{cells[at]} “{title.strip('“”')}”", *rest])
        return ""
    dated = [text for text in cells if written_dates.find(text)]
    return ", ".join(cells) if len(dated) == 1 and len(dated[0]) <= _DATE and not named else ""


def typed(text: str) -> str:
    """The sentence of a row that was typed with tabs or strokes between its cells, or ""."""
    parts = text.strip().strip("|").split("|" if text.lstrip().startswith("|") else "\t")
    if len(parts) < _CELLS:
        return ""
    cells = [" ".join(identifiers.flatten(part).split()) for part in parts]
    return sentence([cell for cell in cells if cell])


def _is_name(text: str) -> bool:
    """Whether a cell names a document, and says no more than a word in brackets: "(ex K.emc)"."""
    identifier, rest = identifiers.split(text)
    return identifier is not None and (not rest.strip() or bool(_IN_BRACKETS.match(rest)))
