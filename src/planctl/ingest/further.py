"""The columns that a table has beyond the published ones: what is due, who decided, and so on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.ingest.columns import spoken
from planctl.ingest.numbering import text
from planctl.ingest.rows import Remark
from planctl.patterns import late
from planctl.plan import dates, written_dates
from planctl.plan.model import FURTHER
from planctl.plan.prose import fold, plain, short
from planctl.publish.table import Cell

_PRIORITIES = ("high", "medium", "low")
_MEETING = late(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-(?:19|20)\d\d(?:-\d\d)?|WTSA-\d\d")


def fields(
    cells: Mapping[str, Cell], here: Remark, remarks: list[Remark]
) -> tuple[dict[str, Any], set[str]]:
    """The fields that the cells of a row say, and the columns that will print something else.

    ``remarks`` gets what could not be read, and what is kept otherwise.
    """
    found: dict[str, Any] = {}
    chosen: set[str] = set()
    for key in FURTHER:
        said = text(cells.get(key))
        if not said:
            continue
        value = _READ[key](said) if key in _READ else said
        if value is None:
            told = f"“{short(said, 40)}” is no {_WANTED[key]}; it was not read"
            remarks.append(here._replace(message=told))
            chosen.add(key)
            continue
        found[key] = value
        if key == "status_since" and str(value) != plain(said):
            told = f"{spoken(key)} says “{short(said, 40)}”, which is kept as {value}"
            remarks.append(here._replace(message=told))
            chosen.add(key)
    return found, chosen


def _priority(said: str) -> str | None:
    return fold(said) if fold(said) in _PRIORITIES else None


def _date(said: str) -> str | int | None:
    """A date as it is stored, or written out; a year is a number."""
    whole = plain(said)
    try:
        span = dates.parse(whole)
    except ValueError:
        found = written_dates.find(whole)
        if len(found) != 1 or found[0][:2] != (0, len(whole)):
            return None
        span = found[0][2]
    stored = str(span)
    return int(stored) if stored.isdigit() else stored


def _decision(said: str) -> dict[str, str]:
    """Who decided, "TSAG-2019-09, TD500", and in which document: either may be missing."""
    whole = plain(said)
    first, comma, second = whole.partition(", ")
    if not comma:
        return {"meeting" if _MEETING.fullmatch(whole) else "document": whole}
    if _MEETING.fullmatch(first):
        return {"meeting": first, "document": second}
    if _MEETING.fullmatch(second):
        return {"document": first, "meeting": second}
    return {"document": whole}


_READ = {"priority": _priority, "status_since": _date, "decided_by": _decision}
_WANTED = {"priority": "priority (high, medium, low)", "status_since": "date"}
