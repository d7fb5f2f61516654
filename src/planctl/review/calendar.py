"""What can be said about the calendar of meetings in ``planctl.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from planctl.finding import ERROR
from planctl.plan import dates

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.review.remarks import Said

_RULE = "calendar"


def check(meetings: Sequence[Meeting]) -> list[Said]:
    """What is wrong with the calendar: days, their order, and keys that none or two can have.

    The paths lead into the data of the settings, where each meeting is at its place.
    """
    from planctl.change.calendar import fault_of
    from planctl.review.remarks import Said  # and with it all the rules

    said: list[Said] = []
    first: dict[str, int] = {}
    for number, meeting in enumerate(meetings):
        path = ("meetings", number)
        if first.setdefault(meeting.key.casefold(), number) != number:
            message = f"there is another meeting {meeting.key} above; give each its own key"
            said.append(Said(_RULE, ERROR, (*path, "key"), message))
        if fault := fault_of(meeting.key):
            message = f"“{meeting.key}” cannot be the key of a meeting: {fault}"
            said.append(Said(_RULE, ERROR, (*path, "key"), message))
        said += [Said(_RULE, ERROR, (*path, field), message) for field, message in _days(meeting)]
    return said


def spans(calendar: Iterable[Meeting]) -> dict[str, tuple[str, str]]:
    """The first and the last day of each meeting by its key; without those whose days cannot be."""
    days: dict[str, tuple[str, str]] = {}
    for meeting in calendar:
        first, last = meeting.start, meeting.end or meeting.start
        try:
            dates.parse(first), dates.parse(last)
        except ValueError:  # which `planctl validate` tells
            continue
        days.setdefault(meeting.key, (first, last))
    return days


def _days(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """The fields of a meeting whose days cannot be, and why."""
    impossible = False
    for field in ("start", "end", "deadline"):
        day = getattr(meeting, field)
        try:
            if day:
                dates.parse(day)
        except ValueError as error:
            impossible = True
            yield field, f"{error}; correct it"
    if impossible:
        return
    last = meeting.end or meeting.start
    if last < meeting.start:
        yield "end", f"{meeting.key} ends before it starts ({meeting.start}); correct one of them"
    elif meeting.deadline > last:
        yield (
            "deadline",
            f"the deadline for documents is after the end of {meeting.key} ({last}); "
            "correct one of them",
        )
