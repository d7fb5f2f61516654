"""The calendar of meetings: which one is meant, and what may be put into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planctl.errors import UsageFault
from planctl.patterns import late
from planctl.plan.suggestion import suggestion

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting

FIELDS = ("key", "name", "start", "end", "place", "deadline", "documents")
"""The fields of a meeting, in the order in which they are written."""

_KEY = late(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DAY = late(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE = late(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
# What git calls something of its own (HEAD, MERGE_HEAD), and what it takes for a commit's name.
_OF_GIT = late(r"(?:[a-z]+_)*head|auto_merge|[0-9a-f]{40}|[0-9a-f]{64}", re.IGNORECASE)


def place_of(meetings: Sequence[Meeting], word: str) -> int:
    """Which of the ``meetings`` has the key ``word``, in whatever capitals; UsageFault for none."""
    keys = [meeting.key for meeting in meetings]
    if word in keys:
        return keys.index(word)
    folded = [key.casefold() for key in keys]
    if word.casefold() in folded:
        return folded.index(word.casefold())
    meant = suggestion(word, keys) or f"; `planctl meeting add {word} --start DAY` adds one"
    raise UsageFault(f"there is no meeting “{word}” in the calendar{meant}")


def place_for(meetings: Sequence[Meeting], start: str) -> int:
    """Where a meeting that starts on the day ``start`` belongs: before the first that is later."""
    later = (place for place, meeting in enumerate(meetings) if meeting.start > start)
    return next(later, len(meetings))


def check_key(key: str, meetings: Sequence[Meeting]) -> None:
    """Raise UsageFault where ``key`` cannot be that of a new meeting.

    It is the name of a git tag (see ``git check-ref-format``), and stands beside dates in plans.
    """
    for meeting in meetings:
        if meeting.key.casefold() == key.casefold():
            raise UsageFault(
                f"there is a meeting {meeting.key} already; `planctl meeting change {meeting.key}`"
                " changes it"
            )
    fault = fault_of(key)
    if fault:
        raise UsageFault(f"“{key}” cannot be the key of a meeting: {fault}")


def check_day(day: str) -> None:
    """Raise UsageFault where ``day`` is not written as a day is."""
    if not _DAY.fullmatch(day):
        raise UsageFault(f"“{day}” is not a day: write year, month and day, as in 2020-09-21")


def fault_of(key: str) -> str:
    """Why no meeting can have this key, as a clause; "" where one can."""
    if not _KEY.fullmatch(key):
        return "write letters, digits, “-”, “.” and “_”, as in TSAG-2020-09"
    if ".." in key or key.endswith((".", ".lock")):
        return "a git tag, which it becomes, has no “..”, and no “.” or “.lock” at its end"
    if _OF_GIT.fullmatch(key):
        return "git means something else by it"
    return "it reads like a date" if _DATE.fullmatch(key) else ""
