"""Where "See point …" leads, over all plans, and whether what stands there has moved."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from planctl.errors import UsageFault
from planctl.plan import address
from planctl.plan.model import Activity, Directive, Plan
from planctl.plan.prose import plain
from planctl.review.evidence import Evidence, recency
from planctl.review.stale.case import Route

OPEN = frozenset(("ongoing", "not-started"))


class Place(NamedTuple):
    """An activity in its plan, and the directive that it is under."""

    plan: Plan
    directive: Directive
    activity: Activity
    address: str


def places_of(plans: Iterable[Plan]) -> list[Place]:
    """Every activity of the plans, in order."""
    return [
        Place(plan, directive, activity, plan.address(activity))
        for plan in plans
        for directive, activity in plan.activities()
    ]


class Signposts:
    """The cross-references between activities; these are known by their number in ``places``."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._targets: dict[int, list[int]] = {}
        self._known_aims: dict[str, list[tuple[str, str]]] = {}

    def targets(self, number: int) -> list[int]:
        """The activities that one points to, each once; a directive stands for its activities."""
        if number not in self._targets:
            found = dict.fromkeys(
                target for see in self._sees(number) for target in self._meant(number, see)
            )
            self._targets[number] = list(found)
        return self._targets[number]

    def newest(
        self, numbers: Iterable[int], own: Callable[[int], Evidence | None]
    ) -> dict[int, Evidence]:
        """The newest evidence in each of some activities, or in what can be reached from it.

        ``own`` is the newest in an activity itself, and preferred to what is as new elsewhere.
        Where there is none at all, the number is not there.
        """
        toward = self._reached(numbers)
        sources = _sources(toward)
        having = [(number, evidence) for number in toward if (evidence := own(number))]
        found: dict[int, Evidence] = {}
        for number, evidence in sorted(having, key=lambda one: recency(one[1]), reverse=True):
            waiting = [number]
            while waiting:
                one = waiting.pop()
                if one not in found:
                    found[one] = evidence
                    waiting += sources.get(one, ())
        for number, evidence in having:
            if recency(evidence) == recency(found[number]):
                found[number] = evidence
        return found

    def _reached(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        """The targets of some activities, and of all that can be reached from them."""
        toward: dict[int, list[int]] = {}
        waiting = list(numbers)
        while waiting:
            number = waiting.pop()
            if number not in toward:
                toward[number] = self.targets(number)
                waiting += toward[number]
        return toward

    def ways(self, leaning: Collection[int], ends: Container[int]) -> dict[int, list[int]]:
        """The ways of those ``leaning`` on others that have not moved, to where each ends.

        ``ends`` are the activities that are stale by themselves. What is neither leaning nor an end
        has moved, and with it all that leans on it; what is not open is left aside where something
        open is pointed to as well. A way ends at an end, at an activity that points nowhere, or
        with the first stop that is on it twice.
        """
        toward = {number: self._that_count(number) for number in leaning}
        still = _without_moved(toward, ends)
        nearest = _nearest(still, ends)
        found = {}
        for number in still:
            way = {number: None}
            at = number
            while following := nearest.get(at) or still[at][:1]:
                [at] = following
                if at in ends or at in way:
                    break
                way[at] = None
            found[number] = [*way, *following]
        return found

    def route(self, way: Sequence[int]) -> Route:
        """A way as it is told to those who read the activity it begins at."""
        stops = [self._label(way[0], number) for number in way]
        if len(way) == 1:
            return Route("nowhere", (*stops, *dict.fromkeys(map(plain, self._sees(way[0])))))
        return Route("circle" if way[-1] in way[:-1] else "stale", tuple(stops))

    def _that_count(self, number: int) -> list[int]:
        targets = self.targets(number)
        are_open = [one for one in targets if self._places[one].activity.status in OPEN]
        return are_open or targets

    def _sees(self, number: int) -> list[str]:
        return [see for block in self._places[number].activity.report for see in block.see]

    def _meant(self, number: int, see: str) -> Sequence[int]:
        """The activities that a reference means; not the one it stands in, if there are others."""
        if "/" in see:
            found = [one for key, item in self._aims(see) for one in self._items[key].get(item, ())]
        else:
            found = self._items[self._places[number].plan.key].get(see, [])
        return [one for one in found if one != number] or found

    def _aims(self, see: str) -> list[tuple[str, str]]:
        """The plans' keys and the item that a reference into another plan may mean."""
        if see not in self._known_aims:
            try:
                plan, item = address.parse(see)
            except UsageFault:
                plan = item = None
            keys = address.match_plan(plan, self._items) if plan and item else []
            self._known_aims[see] = [(key, item or "") for key in keys]
        return self._known_aims[see]

    def _label(self, start: int, number: int) -> str:
        """An activity as it is named in the plan of another."""
        place = self._places[number]
        same = place.plan.key == self._places[start].plan.key
        return place.activity.id if same else place.address

    @cached_property
    def _items(self) -> Mapping[str, Mapping[str, list[int]]]:
        """By the plan's key, the activities that each ID means: its own, or those under it."""
        items: dict[str, dict[str, list[int]]] = {}
        for number, (plan, directive, activity, _) in enumerate(self._places):
            of_plan = items.setdefault(plan.key, {})
            for one in {activity.id: None, directive.id: None}:
                of_plan.setdefault(one, []).append(number)
        return items


Ways = Mapping[int, Sequence[int]]
"""Where activities lead, the next stops of each."""


def _sources(toward: Ways) -> dict[int, list[int]]:
    sources: dict[int, list[int]] = {}
    for number, targets in toward.items():
        for target in targets:
            sources.setdefault(target, []).append(number)
    return sources


def _without_moved(toward: Ways, ends: Container[int]) -> dict[int, Sequence[int]]:
    """What is left without those that lead to something that has moved."""
    sources = _sources(toward)
    still = dict(toward)
    moved = [one for one in sources if one not in toward and one not in ends]
    while moved:
        freed = [source for source in sources.get(moved.pop(), ()) if source in still]
        for source in freed:
            del still[source]
        moved += [source for source in freed if source not in ends]
    return still


def _nearest(still: Ways, ends: Container[int]) -> dict[int, list[int]]:
    """The next stop on the shortest way to an end or to where nothing is pointed to, as a list."""
    sources = _sources(still)
    waiting = deque(one for one in sources if one in ends or not still.get(one, ()))
    nearest: dict[int, list[int]] = {}
    while waiting:
        target = waiting.popleft()
        for source in sources.get(target, ()):
            if source not in nearest:
                nearest[source] = [target]
                waiting.append(source)
    return nearest
