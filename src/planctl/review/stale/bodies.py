"""Who is responsible for what has not moved, and who has contributed nothing."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planctl.plan import address, responsibility
from planctl.plan.model import Activity, Plan
from planctl.review.evidence import Evidence, Record, recency
from planctl.review.stale.case import Stale
from planctl.review.stale.pointing import OPEN, Place, places_of


class Body(NamedTuple):
    """A body with the number of its ongoing activities, and those of its that have not moved."""

    name: str
    ongoing: int
    stale: tuple[Stale, ...]


class SilentGroup(NamedTuple):
    """A body that has contributed no change: its open items, and the newest evidence in them."""

    name: str
    addresses: tuple[str, ...]
    evidence: Evidence | None


def by_body(found: Iterable[Stale], plans: Iterable[Plan], asked: Sequence[str] = ()) -> list[Body]:
    """The bodies that are responsible for what was ``found`` in ``plans``, in order of their names.

    An item of several bodies is with each of them. With ``asked``, only bodies of those entries
    that one of these names asks for, as ``--responsible`` does: SG5, Q3/5, a partner.
    """
    ongoing: dict[str, int] = {}
    for plan in plans:
        for _, activity in plan.activities():
            if activity.status == "ongoing":
                for key in bodies_of(activity, asked):
                    ongoing[key] = ongoing.get(key, 0) + 1
    names: dict[str, str] = {}
    stale: dict[str, list[Stale]] = {}
    for one in found:
        for key, name in bodies_of(one.activity, asked).items():
            names.setdefault(key, name)
            stale.setdefault(key, []).append(one)
    return [Body(name, ongoing.get(key, 0), tuple(stale[key])) for key, name in _in_order(names)]


def bodies_of(activity: Activity, asked: Sequence[str] = ()) -> Mapping[str, str]:
    """The bodies responsible for an activity: what tells them apart, and the name of each.

    Partners are none of them. A study group without a sector is one of ITU-T. With ``asked``, only
    those in entries that one of these names asks for.
    """
    return _bodies(activity.responsible, tuple(asked))


@lru_cache(maxsize=4096)  # many activities have the same bodies
def _bodies(entries: Sequence[str], asked: Sequence[str]) -> Mapping[str, str]:
    return {
        "".join(name.split()).casefold(): name
        for entry in entries
        if not asked or any(responsibility.matches(query, entry) for query in asked)
        for name in _names(entry)
    }


def silent_groups(
    plans: Iterable[Plan],
    changed: Container[str],
    as_of: str,
    asked: Sequence[str] = (),
    keys: Collection[str] = (),
) -> list[SilentGroup]:
    """The bodies that have open items and contributed no change, in order of their names.

    ``changed`` are the addresses of the activities that are not what they were at the meeting in
    question, new ones among them. A body that closed an item has contributed, too. What is open is
    ongoing or not started; ``as_of`` is the ISO day to which evidence counts. With ``asked``, only
    bodies that these names ask for, as in :func:`bodies_of`; with ``keys``, only what is in these
    plans counts.
    """
    known = list(plans)
    record = Record(known, as_of)
    names: dict[str, str] = {}
    own: dict[str, list[Place]] = {}
    for place in places_of(known):
        if keys and place.plan.key not in keys:
            continue
        for key, name in bodies_of(place.activity, asked).items():
            names.setdefault(key, name)
            own.setdefault(key, []).append(place)
    return [
        SilentGroup(name, tuple(place.address for place in still), _newest(record, still))
        for key, name in _in_order(names)
        if all(place.address not in changed for place in own[key])
        and (still := [place for place in own[key] if place.activity.status in OPEN])
    ]


def _newest(record: Record, places: Iterable[Place]) -> Evidence | None:
    found = (record.newest(place.activity, place.address) for place in places)
    return max(filter(None, found), key=recency, default=None)


def _names(entry: str) -> Iterator[str]:
    parsed = responsibility.parse(entry)
    for name in parsed.bodies or (parsed.lead,):
        yield f"ITU-T {name}" if name[:2] == "SG" and name[2:].isdecimal() else name


def _in_order(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda item: address.sort_key(item[0]))
