"""The open activities that have not moved, each with the reasons, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planctl.plan import address
from planctl.plan.model import Activity, Plan
from planctl.review.calendar import spans
from planctl.review.evidence import Evidence, Record
from planctl.review.stale import reasons
from planctl.review.stale.case import (
    DUE_UNKNOWN,
    Case,
    Reason,
    Route,
    Stale,
    Terms,
)
from planctl.review.stale.pointing import Place, Signposts, places_of
from planctl.review.stale.reasons import reasons_for
from planctl.review.status_column import only_points, points

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.store.settings import StaleAfter

_GRAVITY = {reasons.name(reason): rank for rank, reason in enumerate(reasons.ONGOING)}


def stale(
    plans: Iterable[Plan],
    idle: Mapping[str, tuple[str, ...]],
    as_of: str,
    calendar: Iterable[Meeting],
    after: StaleAfter,
) -> list[Stale]:
    """The open activities that have not moved by the ISO day ``as_of``, the worst first.

    ``plans`` are all there are, because they point to each other and because the numbers of liaison
    statements are compared over all of them; choose from the result. ``idle`` are by address the
    keys of the latest closed meetings at which an activity said what it says now, the oldest first;
    one without any need not be there. Worst is that in which nothing changed over the most
    meetings, then what has the gravest reason, then what has not moved for the most months.
    """
    return judged(examined(plans, as_of, calendar, after), idle)


class Examined(NamedTuple):
    """What is known of open activities before their history is: the slower half of the work.

    Activities are known by their number in ``places``; ``newest`` is the newest evidence in those
    that are open, or in what they point to, and ``bare`` are those without any of their own.
    """

    plans: Sequence[Plan]
    places: Sequence[Place]
    signposts: Signposts
    open: Sequence[int]
    newest: Mapping[int, Evidence]
    bare: Container[int]
    terms: Terms


def examined(
    plans: Iterable[Plan], as_of: str, calendar: Iterable[Meeting], after: StaleAfter
) -> Examined:
    """Look at the evidence of all that is open; as for :func:`stale`."""
    known = list(plans)
    places = places_of(known)
    signposts = Signposts(places)
    own = _newest(places, Record(known, as_of))
    terms = Terms(as_of, spans(calendar), after)
    looked_at = [number for number, place in enumerate(places) if _is_looked_at(place.activity)]
    newest = signposts.newest(looked_at, own)
    bare = {number for number in looked_at if own(number) is None}
    return Examined(known, places, signposts, looked_at, newest, bare, terms)


def judged(known: Examined, idle: Mapping[str, tuple[str, ...]]) -> list[Stale]:
    """The activities that have not moved, of those that were examined; as :func:`stale`."""
    places, signposts = known.places, known.signposts
    cases = {
        number: _case(
            places[number], known.newest.get(number), number in known.bare, idle, known.terms
        )
        for number in known.open
    }
    found = {number: tuple(reasons_for(case)) for number, case in cases.items()}
    leaning = [number for number, case in cases.items() if case.leans]
    for number, way in signposts.ways(leaning, _ends(found)).items():
        since = [idle.get(places[stop].address, ()) for stop in way]
        cases[number] = _on_its_way(cases[number], signposts.route(way), since)
        found[number] = tuple(reasons_for(cases[number]))
    rank = _ranks(known.plans)

    def gravity(number: int) -> tuple[int, ...]:
        rank_of_plan = rank[places[number].plan.key]
        return (*_gravity(cases[number], found[number]), rank_of_plan, number)

    flagged = sorted(filter(found.get, cases), key=gravity)
    return [_stale(places[number], cases[number], found[number]) for number in flagged]


def _newest(places: Sequence[Place], record: Record) -> Callable[[int], Evidence | None]:
    """The newest evidence of each place by its number, looked up once."""

    @cache
    def newest(number: int) -> Evidence | None:
        return record.newest(places[number].activity, places[number].address)

    return newest


def _case(
    place: Place,
    newest: Evidence | None,
    is_bare: bool,
    idle: Mapping[str, tuple[str, ...]],
    terms: Terms,
) -> Case:
    """A case without its route; ``is_bare`` is whether it has no evidence of its own."""
    activity = place.activity
    leans = is_bare and activity.status == "ongoing" and points(activity)
    since = () if only_points(activity) else idle.get(place.address, ())
    return Case(place.address, activity, newest, leans, since, terms)


def _on_its_way(case: Case, route: Route, since: Iterable[tuple[str, ...]]) -> Case:
    """A case whose cross-references lead to what has not moved either.

    What only points elsewhere has been idle for as long as all that it leads to.
    """
    if only_points(case.activity):
        case = case._replace(idle=min(since, key=len))
    return case._replace(route=route)


def _is_looked_at(activity: Activity) -> bool:
    return activity.status == "ongoing" or (
        activity.status == "not-started" and "due" in activity.data
    )


def _ends(found: Mapping[int, Sequence[Reason]]) -> set[int]:
    """Those that have not moved, whatever they point to."""
    return {number for number, why in found.items() if any(one.name != DUE_UNKNOWN for one in why)}


def _gravity(case: Case, why: Sequence[Reason]) -> tuple[int, int, int]:
    return -len(case.idle), _GRAVITY[why[0].name], 1 if case.months is None else -case.months


def _ranks(plans: Iterable[Plan]) -> dict[str, int]:
    """The place of each plan among all, by its key, in the order in which they are listed."""
    keys = {plan.key for plan in plans}
    in_order = sorted(keys, key=lambda key: (address.sort_key(key.replace("-", ".")), key))
    return {key: rank for rank, key in enumerate(in_order)}


def _stale(place: Place, case: Case, why: tuple[Reason, ...]) -> Stale:
    key, activity = place.plan.key, place.activity
    return Stale(key, place.address, activity, case.idle, case.months, case.evidence, why)
