"""What a text has come to, and when: "was approved on 13 December 2022".

::

    done = ( "was" | "were" | "has been" | "have been" | "," | "(" ) act … time
         | act … document … time         "SG5 consented Recommendation ITU-T L.1480 in May"
    time = ( "on" | "in" ) when | "(" … when ")"

A date without a year was the last one before the document was written.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from planctl.ingest.evidence import when
from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late

_ACTS: Final = (
    *("consented", "approved", "agreed", "determined", "adopted", "published", "withdrawn"),
)
_ACT: Final = rf"(?P<act>{'|'.join(_ACTS)})\b"
_BEFORE_TIME: Final = r"(?:\b(?:on|in)\s|\((?:[^().]{0,30},\s)?)"
_PASSIVE = late(
    rf"(?:\b(?:was|were|been)\s(?:\w{{1,15}}\s)?|[,(:]\s?){_ACT}(?:[^.;()]{{0,80}}?{_BEFORE_TIME}|,?\s)"
    rf"(?P<when>{when.WHEN})",
    re.IGNORECASE,
)
_ACTIVE = late(rf"\b{_ACT}", re.IGNORECASE)
_TIMED = late(rf"{_BEFORE_TIME}(?P<when>{when.WHEN})", re.IGNORECASE)
_NEAR = 60  # characters between an act and the document that it is done to


class Done(NamedTuple):
    """What was done, from ``start`` in its passage: ``words`` tell it ("approved in June 2025").

    ``after`` says that the documents stand behind it. It is always the fate of a text.
    """

    words: str
    start: int
    after: bool = False
    of_text: bool = True


def likely(passage: Passage) -> bool:
    """Whether a passage may say so at all, told quickly."""
    return passage.speaks_of(_ACTS)


def find(passage: Passage, start: int, end: int, document: str, first: int) -> list[Done]:
    """What the sentence from ``start`` to ``end`` says was done.

    ``document`` is the document's date, ``first`` where its first identifier stands, ``end`` where
    it has none.
    """
    passive = [
        Done(f"{match['act'].lower()} {_time(match, document)}", match.start())
        for match in _PASSIVE.finditer(passage.text, start, end)
        if match.start() >= first or first == end
    ]
    if passive:
        return passive
    active = _ACTIVE.search(passage.text, start, first)
    if active is None or first == end or first - active.end() > _NEAR:
        return []
    time = _TIMED.search(passage.text, start, end)
    if time is None:
        return []
    return [Done(f"{active['act'].lower()} {_time(time, document)}", active.start(), after=True)]


def _time(match: re.Match[str], document: str) -> str:
    due = when.resolve(match.groupdict(), document, past=True)
    return f"{'on' if len(due) == len('2025-06-01') else 'in'} {when.told(match, due)}"
