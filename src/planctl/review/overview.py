"""Where the plans stand: how far each is, what changed, what holds it up, and what comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planctl.plan import responsibility
from planctl.plan.model import CLOSED, STATUSES, Activity, Plan
from planctl.plan.prose import plain, text_of
from planctl.review import due
from planctl.review.calendar import spans
from planctl.review.stale.pointing import OPEN

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.review.stale.outlook import Outlook


class Line(NamedTuple):
    """What a plan, or all of them together (without a key), comes to.

    ``counts`` are its activities by status. ``changed`` are those that are new or say something
    else than at the last closed meeting, None where there is none; ``stale`` those that have not
    moved; ``blocked`` those with a ``blocker`` that are neither completed nor superseded.
    """

    key: str
    title: str
    counts: Mapping[str, int]
    changed: int | None
    stale: int
    blocked: int


class Ahead(NamedTuple):
    """The next meeting; ``days`` until it begins, 0 or less once it has.

    ``last`` is its last ISO day, ``days_left`` how many there are until its documents' deadline
    (less than 0 where that has passed), None without one.
    """

    meeting: Meeting
    last: str
    days: int
    days_left: int | None


class Due(NamedTuple):
    """An open activity that is due: what it says, and the last ISO day, "" where not known."""

    address: str
    said: str
    last: str
    overdue: bool


class Blocked(NamedTuple):
    """An activity that is kept from moving, and by what."""

    address: str
    blocker: str


class Overview(NamedTuple):
    """The plans in their order, all of them together, and what concerns more than one of them.

    ``since`` is the closed meeting that changes are counted from, "" without one. ``due`` is what
    is due by the end of the next meeting, or without one before the ISO day ``as_of``, the
    earliest first; what is due nobody knows when stands last.
    """

    as_of: str
    since: str
    lines: tuple[Line, ...]
    total: Line
    ahead: Ahead | None
    due: tuple[Due, ...]
    blocked: tuple[Blocked, ...]


_Rows = Sequence[tuple[Plan, Sequence[Activity]]]


def overview(
    seen: Outlook,
    as_of: str,
    calendar: Sequence[Meeting],
    chosen: Collection[str] = (),
    bodies: Sequence[str] = (),
    at: str = "",
) -> Overview:
    """The overview of what was ``seen``, on the ISO day ``as_of``.

    ``chosen`` are the keys of the plans that it is about, all where none are given; with ``bodies``
    it is only about what one of them answers for, and plans without any of that are left out.
    ``at`` is the closed meeting at which the plans are looked at: changes are then counted from the
    one before. The next meeting is the first that is neither over nor closed.
    """
    closed = [one.meeting.key for one in seen.closed]
    since = (closed[: closed.index(at)] if at in closed else closed)[-1:]
    rows = [
        (plan, activities)
        for plan in seen.plans
        if (not chosen or plan.key in chosen) and ((activities := _of(plan, bodies)) or not bodies)
    ]
    stale = {one.address for one in seen.stale if one.is_certain}
    unchanged = {address for address, keys in seen.history.items() if {*since} <= {*keys}}
    lines = tuple(
        _line(plan, activities, stale, unchanged if since else None) for plan, activities in rows
    )
    ahead = _ahead(calendar, as_of, closed)
    awaited = _due(rows, spans(calendar), as_of, ahead)
    return Overview(
        as_of, "".join(since), lines, _total(lines), ahead, awaited, tuple(_blocked(rows))
    )


def _of(plan: Plan, bodies: Sequence[str]) -> list[Activity]:
    """The activities of a plan that one of the bodies answers for; all where none are given."""
    return [
        activity
        for _, activity in plan.activities()
        if not bodies
        or any(
            responsibility.matches(body, entry) for body in bodies for entry in activity.responsible
        )
    ]


def _line(
    plan: Plan,
    activities: Sequence[Activity],
    stale: Collection[str],
    unchanged: Collection[str] | None,
) -> Line:
    addresses = [plan.address(activity) for activity in activities]
    statuses = [activity.status for activity in activities]
    return Line(
        plan.key,
        plain(text_of(plan.resolution.title)),
        {status: statuses.count(status) for status in STATUSES},
        None if unchanged is None else sum(one not in unchanged for one in addresses),
        sum(one in stale for one in addresses),
        sum(bool(_blocker(activity)) for activity in activities),
    )


def _total(lines: Sequence[Line]) -> Line:
    changed = [line.changed for line in lines if line.changed is not None]
    return Line(
        "",
        "",
        {status: sum(line.counts[status] for line in lines) for status in STATUSES},
        sum(changed) if changed else None,
        sum(line.stale for line in lines),
        sum(line.blocked for line in lines),
    )


def _ahead(calendar: Iterable[Meeting], as_of: str, closed: Collection[str]) -> Ahead | None:
    days = spans(calendar)
    to_come = [
        meeting
        for meeting in calendar
        if meeting.key in days and meeting.key not in closed and max(days[meeting.key]) >= as_of
    ]
    if not to_come:
        return None
    meeting = min(to_come, key=lambda meeting: meeting.start)
    return Ahead(
        meeting,
        max(days[meeting.key]),
        _days_between(as_of, meeting.start) or 0,
        _days_between(as_of, meeting.deadline),
    )


def _days_between(earlier: str, later: str) -> int | None:
    """The days from one ISO day to another; None where the second is none."""
    from datetime import date

    try:
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
    except ValueError:
        return None


def _due(
    rows: _Rows, meetings: Mapping[str, tuple[str, str]], as_of: str, ahead: Ahead | None
) -> tuple[Due, ...]:
    found = []
    for plan, activities in rows:
        for activity in activities:
            said = due.said(activity) if activity.status in OPEN else ""
            last = due.last_day(said, meetings)
            overdue = bool(last) and last < as_of
            if said and (overdue or not last or (ahead and last <= ahead.last)):
                found.append(Due(plan.address(activity), said, last, overdue))
    return tuple(sorted(found, key=lambda one: (not one.last, one.last)))


def _blocked(rows: _Rows) -> Iterable[Blocked]:
    for plan, activities in rows:
        for activity in activities:
            blocker = _blocker(activity)
            if blocker:
                yield Blocked(plan.address(activity), blocker)


def _blocker(activity: Activity) -> str:
    """What keeps an activity from moving; "" where nothing does, or it need not move any more."""
    if activity.status in CLOSED:
        return ""
    return plain(text_of(activity.data.get("blocker", "")))
