"""Which directives and activities of a plan are which, whatever numbers they have now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.plan.deliverable import Deliverable, line
from planctl.plan.matching import Features, Thing, Words, match
from planctl.plan.model import Activity, Directive, Plan
from planctl.plan.prose import Prose, text_of, words
from planctl.review.compare.meaning import by_language, value

ActivityPair = tuple[tuple[Directive, Activity], tuple[Directive, Activity]]
DirectivePair = tuple[Directive, Directive]


class Together(NamedTuple):
    """The items that are in both states of a plan, each as it was and as it is now."""

    directives: tuple[DirectivePair, ...]
    activities: tuple[ActivityPair, ...]


def together(was: Plan, now: Plan) -> Together:
    """Match the items of two states of a plan.

    Activities are known by what they say and report, directives by what they ask for and by their
    activities.
    """
    before, after = list(was.activities()), list(now.activities())
    activities = match(
        [_activity(one) for _, one in before],
        [_activity(one) for _, one in after],
    )
    directives = match(
        _directives(was, [left for left, _ in activities]),
        _directives(now, [right for _, right in activities]),
    )
    return Together(
        tuple((was.directives[left], now.directives[right]) for left, right in directives),
        tuple((before[left], after[right]) for left, right in activities),
    )


def _directives(plan: Plan, matched: Sequence[int]) -> list[Thing]:
    numbers = {place: number for number, place in enumerate(matched)}
    things = []
    place = 0
    for directive in plan.directives:
        inside = range(place, place + len(directive.activities))
        tokens = [f"\x1f{numbers[at]}" for at in inside if at in numbers]
        title = _title(directive.text)
        features = _of_directive(directive, tokens)
        things.append(Thing(directive.id, title, _frame(directive), features))
        place = inside.stop
    return things


def _frame(directive: Directive) -> Mapping[str, Any]:
    """The data of a directive without its activities."""
    return {name: data for name, data in directive.data.items() if name != "activities"}


def _of_directive(directive: Directive, activities: Sequence[str]) -> Callable[[], Features]:
    def features() -> Features:
        rest = Counter(activities)
        rest.update(_words(directive.references))
        return Features(_words(directive.text), rest)

    return features


def _activity(activity: Activity) -> Thing:
    return Thing(activity.id, _title(activity.text), activity.data, _of_activity(activity))


def _title(prose: Prose) -> str:
    title: str = value(text_of(prose))
    return title


def _of_activity(activity: Activity) -> Callable[[], Features]:
    def features() -> Features:
        rest = Counter(_key(one) for _, one in activity.deliverables())
        for block in activity.report:
            rest.update(_words(block.text))
        return Features(_words(activity.text), rest)

    return features


def _key(deliverable: Deliverable) -> str:
    return f"\x1f{deliverable.key() or line(deliverable)}"


def _words(prose: Any) -> Words:
    return Counter(word for text in by_language(prose).values() for word in words(text))
