"""What an activity is about: its words, and the deliverables that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Activity, Block, Directive, Plan
from planctl.plan.prose import text_of
from planctl.review.placing import likeness

Kept = Callable[[Deliverable], bool]


class Profile(NamedTuple):
    """An activity as it is compared.

    ``asked`` are the words of the activity and its directive, ``words`` those and its report's;
    ``aliases`` and ``bases`` lead to the name under which a deliverable is cited; ``families``
    counts its deliverables; ``numbers`` are those of its Recommendations.
    """

    address: str
    status: str
    asked: frozenset[str]
    words: frozenset[str]
    aliases: dict[str, str]
    bases: dict[str, str]
    families: Counter[str]
    numbers: tuple[tuple[str, int], ...]


def profiles(plans: Iterable[Plan], keeps: Kept = lambda _: True) -> list[Profile]:
    """A profile of each activity of the plans, in their order.

    A deliverable that ``keeps`` is false of is left out, as if it were not there.
    """
    return [
        _profile(plan, directive, activity, keeps)
        for plan in plans
        for directive, activity in plan.activities()
    ]


def _profile(plan: Plan, directive: Directive, activity: Activity, keeps: Kept) -> Profile:
    kept = [one for _, one in activity.deliverables() if keeps(one)]
    titles = [text_of(one.title) for one in kept if one.title is not None]
    titles += [text_of(one.text) for one in kept if one.title is None and one.text is not None]
    asked = likeness.terms([text_of(directive.text), text_of(activity.text)])
    shown = likeness.terms([*_sentences(activity.report), *titles])
    named = [(one, one.ref or text_of(one.title or one.url or "")) for one in kept]
    return Profile(
        plan.address(activity),
        activity.status,
        frozenset(asked),
        frozenset((*asked, *shown)),
        {alias: name for one, name in named for alias in likeness.aliases(one)},
        {base: name for one, name in named for base in likeness.bases(one)},
        Counter(family for one in kept if (family := likeness.family(one))),
        tuple(number for one in kept if (number := likeness.number(one))),
    )


def _sentences(report: Iterable[Block]) -> Iterator[str]:
    for block in report:
        if block.text is not None:
            yield text_of(block.text)
