"""Lines of a plain text that are no paragraphs of their own, but go on with the line before.

A text that was broken into lines of one width breaks in the middle of sentences. A line goes on
with the one right above it where that does not end as a clause does and this one has no label, and
it begins with a small letter, or the other ends with "the", "of" and the like. Where an opening is
broken, "instructs the Director of TSB, in collaboration" / "with the Director of BDT", the clauses
are below, so another line of the block follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planctl.ingest.document import Line
from planctl.ingest.resolution.lines import Taken
from planctl.patterns import late
from planctl.plan.operative import opening
from planctl.publish.table import Run

_ENDS: Final = (";", ".", ":", "；", "。", "：", "؛")
_WIDTH: Final = 50  # characters; a line that was broken is not shorter
_LONGEST: Final = 8  # lines of an opening
_OPEN: Final = late(
    r"\s(?:the|of|and|or|with|in|for|by|to|an?|de|des|du|la|les?|et|del|el|l[oa]s|y|con|en|и|в|с)$"
)
"""A word with which no line ends that is not broken."""
_CLAUSES: Final = ("to ", "that ")
"""With which a clause in English begins, and no rest of an opening."""


def unwrapped(rows: Sequence[Taken], language: str) -> list[Taken]:
    """The lines, those that go on with the one before as "wrapped"."""
    found = list(rows)
    for at in range(1, len(rows)):
        row, before = found[at], found[at - 1]
        goes_on = row.kind == "more" and _is_broken(before, row)
        if goes_on and before.kind == "opening" and not before.words:
            _join(found, at, language)
        elif goes_on and before.words:
            found[at] = row._replace(kind="wrapped")
    return found


def _is_broken(row: Taken, after: Taken) -> bool:
    text = row.line.text.rstrip()
    if len(text) < _WIDTH or text.endswith(_ENDS):
        return False
    return after.words[:1].islower() or _OPEN.search(text[-12:]) is not None


def _join(rows: list[Taken], first: int, language: str) -> None:
    """Join an opening with the lines from ``first`` on that are more of it."""
    opened, end = rows[first - 1], first
    while end < len(rows) and end < first + _LONGEST and rows[end].kind == "more":
        if rows[end].words.startswith(_CLAUSES) or rows[end].words.endswith((*_ENDS, ",")):
            break
        end += 1
    if end == first or end == len(rows) or rows[end].kind not in ("blank", "more", "item"):
        return
    words = " ".join(row.line.text.strip() for row in rows[first - 1 : end])
    rows[first - 1] = opened._replace(
        line=Line((Run(words),), place=opened.line.place), opening=opening(words, language)
    )
    for at in range(first, end):
        rows[at] = rows[at]._replace(
            kind="wrapped", words="", parts=(("opening", rows[at].line.text),)
        )
