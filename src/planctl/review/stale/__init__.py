"""What has not moved: ongoing activities about which nothing new is said, and why that is so.

Only activities that are ongoing are looked at, and those not started for whether they are overdue.
What is completed, suspended or superseded is never flagged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from planctl.plan import address, dates
from planctl.plan.model import Activity, Plan
from planctl.review.evidence import Evidence, Record, recency
from planctl.review.stale import reasons
from planctl.review.stale.case import Case, Idle, Reason, Stale, Thresholds
from planctl.review.stale.pointing import Place, Signposts, places_of
from planctl.review.stale.reasons import reasons_for
from planctl.review.status_column import only_points

if TYPE_CHECKING:
    from planctl.store.settings import Meeting

_GRAVITY = {reasons.name(reason): rank for rank, reason in enumerate(reasons.ONGOING)}
_DUE_UNKNOWN = reasons.name(reasons.due_unknown)


def stale(
    plans: Iterable[Plan],
    idle: Mapping[str, Idle],
    as_of: str,
    calendar: Iterable[Meeting],
    thresholds: Thresholds = Thresholds(),  # noqa: B008
) -> list[Stale]:
    """The open activities that have not moved by the ISO day ``as_of``, the worst first.

    ``plans`` are all there are, because they point to each other and because the numbers of liaison
    statements are compared over all of them; choose from the result. ``idle`` tells by address
    since when an activity is as it is; one that is missing there has no history. Worst is that in
    which nothing changed over the most meetings, then what has the gravest reason, then what has
    not moved for the most months.
    """
    known = list(plans)
    places = places_of(known)
    record = Record(known, as_of)
    signposts = Signposts(places)
    meetings = _days(calendar)

    @cache
    def newest(number: int) -> Evidence | None:
        return record.newest(places[number].activity, places[number].address)

    def case_of(number: int, activity: Activity) -> Case:
        own = evidence = newest(number)
        points = any(block.see for block in activity.report)
        if points:
            reached = (newest(one) for one in signposts.reached(number))
            evidence = max(filter(None, (own, *reached)), key=recency, default=None)
        since = () if only_points(activity) else _idle(idle, places[number])
        leans = points and not own
        return Case(activity, evidence, leans, since, as_of, meetings, thresholds)

    cases = {
        number: case_of(number, place.activity)
        for number, place in enumerate(places)
        if _is_looked_at(place.activity)
    }
    found = {number: tuple(reasons_for(case)) for number, case in cases.items()}
    leaning = [number for number, case in cases.items() if case.leans and _is_ongoing(case)]
    for number, way in signposts.ways(leaning, _ends(found)).items():
        case = cases[number]._replace(route=signposts.route(way))
        if only_points(case.activity):
            case = case._replace(idle=min((_idle(idle, places[one]) for one in way), key=len))
        cases[number], found[number] = case, tuple(reasons_for(case))
    flagged = sorted(
        (number for number in cases if found[number]),
        key=lambda number: (*_gravity(cases[number], found[number]), _place(places, number)),
    )
    return [_stale(places[number], cases[number], found[number]) for number in flagged]


def _is_looked_at(activity: Activity) -> bool:
    return activity.status == "ongoing" or (
        activity.status == "not-started" and "due" in activity.data
    )


def _is_ongoing(case: Case) -> bool:
    return case.activity.status == "ongoing"


def _idle(idle: Mapping[str, Idle], place: Place) -> tuple[str, ...]:
    return idle[place.address].meetings if place.address in idle else ()


def _ends(found: Mapping[int, Sequence[Reason]]) -> set[int]:
    """Those that have not moved, whatever they point to."""
    return {number for number, why in found.items() if any(one.name != _DUE_UNKNOWN for one in why)}


def _gravity(case: Case, why: Sequence[Reason]) -> tuple[int, int, int]:
    months = _months(case)
    return -len(case.idle), _GRAVITY[why[0].name], 1 if months is None else -months


def _place(places: Sequence[Place], number: int) -> tuple[object, ...]:
    return address.sort_key(places[number].plan.key.replace("-", ".")), number


def _months(case: Case) -> int | None:
    return case.age if case.months_idle is None else case.months_idle


def _stale(place: Place, case: Case, why: tuple[Reason, ...]) -> Stale:
    return Stale(
        place.plan.key,
        place.address,
        place.activity,
        case.idle,
        _months(case),
        case.evidence,
        why,
    )


def _days(calendar: Iterable[Meeting]) -> dict[str, tuple[str, str]]:
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
