"""The date that is part of a document's name.

::

    name "(" [mm "/"] yyyy ")"       T.4 (07/2003), K.52 (2018); also (2018-09) and (07/03)
    name ":" yyyy                    ISO/IEC 15444-1:2019
    "T" nn "-" group "-" yymmdd …    T22-TSAG-221212-TD-GEN-0011: the first day of the meeting

A date in the middle of a name is that of another document: "K.52 (2018) Amd. 1" amends what is of
2018, "L.Suppl.37 to ITU-T L.1470 (2020)" supplements it.
"""

from __future__ import annotations

from planctl.patterns import late
from planctl.plan import dates
from planctl.plan.identifiers import Identifier

_BRACKETS = late(r"\((?:([0-9]{2})/)?([0-9]{4}|[0-9]{2})(?:-([0-9]{2}))?\)\Z")
_EDITION = late(r":([0-9]{4})\Z")
_MEETING = late(r"T[0-9]{2}-[A-Z0-9]{1,20}-([0-9]{2})([0-9]{2})([0-9]{2})-")
_FIRST_YEAR = 56  # of two digits: no document of the CCITT is older than 1956


def date_in(identifier: Identifier) -> str:
    """The date within a name, as plans store dates; "" where there is none, or none such."""
    own, _, _ = identifier.spelling.strip().partition(" to ")
    if not own.endswith(")"):
        return _valid(_without_brackets(own))
    bracket = _BRACKETS.search(own)
    if bracket is None:
        return ""
    year, month = bracket[2], bracket[1] or bracket[3]
    if len(year) == 2:
        year = f"{20 - (int(year) >= _FIRST_YEAR)}{year}"
    return _valid(f"{year}-{month}" if month else year)


def _without_brackets(name: str) -> str:
    edition = _EDITION.search(name)
    if edition:
        return edition[1]
    meeting = _MEETING.match(name)
    return f"20{meeting[1]}-{meeting[2]}-{meeting[3]}" if meeting else ""


def _valid(date: str) -> str:
    try:
        return str(dates.parse(date)) if date else ""
    except ValueError:
        return ""
