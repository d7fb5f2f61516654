"""How well the ranking of ``planctl harvest`` does: ``python -m tests.ranking``.

Each deliverable of the shipped plans is taken out of its activity, as if nobody had linked it yet,
and the activities are ranked for it. Counted is how often its own is among the first three. It is
tied to its activity where another deliverable or words are: the activity has another deliverable of
its family (Recommendations or Supplements of one series, liaison statements of one group, events,
…), or the document it amends or supplements, or at least two of the words of its title that fewer
than a quarter of the activities have. What stands in several activities is tied to each by the
others.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Plan
from planctl.plan.prose import text_of
from planctl.review.placing import likeness
from planctl.review.placing.profiles import Profile, profiles
from planctl.review.placing.ranking import Ranking
from planctl.store.repository import Repository, discover

SHIPPED = Path(__file__).resolve().parents[1]
FIRST = 3


class Case(NamedTuple):
    """A deliverable that was left out: its activity, whether it is tied, whether it was found."""

    address: str
    name: str
    tied: bool
    place: int | None


def main() -> None:
    """Print the two figures, and each case that was missed."""
    cases = measure(shipped())
    tied = [case for case in cases if case.tied]
    for case in tied:
        if not hit(case):
            print(f"missed: {case.address} {case.name} (place {case.place})")  # noqa: T201
    print(told("of all", cases))  # noqa: T201
    print(told("of those tied", tied))  # noqa: T201
    others = [case for case in tied if not case.name.startswith("SG5-LS")]
    print(told("of those tied that are no liaison statements", others))  # noqa: T201


def told(which: str, cases: list[Case]) -> str:
    """A figure in words."""
    hits = sum(map(hit, cases))
    share = 100 * hits / len(cases)
    return f"{which}: {hits} of {len(cases)} among the first {FIRST} ({share:.1f} %)"


def hit(case: Case) -> bool:
    """Whether the right activity was among the first."""
    return case.place is not None and case.place <= FIRST


def shipped() -> list[Plan]:
    """The three plans of SG5."""
    repository: Repository = discover(SHIPPED)
    return [file.plan for file in repository.plan_files(("wtsa-72", "wtsa-73", "wtsa-79"))]


def measure(plans: list[Plan]) -> list[Case]:
    """Each deliverable left out once; what an activity has twice is left out whole."""
    cases = []
    whole = profiles(plans)
    for plan in plans:
        for _, activity in plan.activities():
            seen: set[frozenset[str]] = set()
            mine = [deliverable for _, deliverable in activity.deliverables()]
            for deliverable in mine:
                names = likeness.aliases(deliverable)
                if names in seen:
                    continue
                seen.add(names)
                out = {id(one) for one in mine if likeness.aliases(one) == names}
                own = _without(plan, plan.address(activity), out)
                left = [own if one.address == own.address else one for one in whole]
                cases.append(_case(left, own, deliverable))
    return cases


def _without(plan: Plan, address: str, out: set[int]) -> Profile:
    """The profile of an activity without some of its deliverables."""
    left = profiles([plan], lambda one: id(one) not in out)
    return next(one for one in left if one.address == address)


def _case(left: list[Profile], own: Profile, deliverable: Deliverable) -> Case:
    choices = Ranking(left).choices(deliverable, most=len(left))
    order = [choice.address for choice in choices]
    place = order.index(own.address) + 1 if own.address in order else None
    name = deliverable.ref or text_of(deliverable.title or deliverable.url or "")
    return Case(own.address, name, _tied(deliverable, own, left), place)


def _tied(deliverable: Deliverable, own: Profile, left: list[Profile]) -> bool:
    if own.families[likeness.family(deliverable)]:
        return True
    if likeness.bases(deliverable) & own.aliases.keys():
        return True
    if any(likeness.aliases(deliverable) & one.aliases.keys() for one in left):
        return True
    have = Counter(word for profile in left for word in profile.words)
    title = likeness.terms([text_of(deliverable.title)] if deliverable.title else [])
    rare = {word for word in title if have[word] * 4 < len(left)}
    return len(rare & own.words) > 1


if __name__ == "__main__":
    main()
