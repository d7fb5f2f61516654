"""When an activity is due: on a date, or at a meeting of the calendar, with which it moves."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.plan import dates
from planctl.plan.model import Activity
from planctl.plan.prose import plain


def said(activity: Activity) -> str:
    """What an activity says about when it is due: a date or a meeting's key; "" for nothing."""
    return plain(str(activity.data.get("due", "")))


def last_day(due: str, meetings: Mapping[str, tuple[str, str]]) -> str:
    """The last ISO day of what is :func:`said`; "" where that is neither a meeting nor a date.

    ``meetings`` are the first and the last day of each, as :func:`planctl.review.calendar.spans`
    has them.
    """
    if due in meetings:
        return meetings[due][1]
    try:
        return dates.parse(due).end if due else ""
    except ValueError:
        return ""
