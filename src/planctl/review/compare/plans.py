"""The comparison of two states of plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.plan.matching import Features, Thing, match
from planctl.plan.model import Activity, Block, Directive, Path, Plan
from planctl.plan.prose import text_of, words
from planctl.review.compare import fields, table
from planctl.review.compare.changes import PlanChange
from planctl.review.compare.following import Names, followed, renumbered
from planctl.review.compare.items import Together, together

Item = Directive | Activity


class _Pair(NamedTuple):
    was: Plan
    now: Plan
    items: Together


def compare(
    was: Sequence[Plan], now: Sequence[Plan], unread: Mapping[str, int] | None = None
) -> tuple[PlanChange, ...]:
    """What is different between two states of plans.

    The plans that differ, in the order of ``now``, then those that are gone. Plans are matched by
    key, else by resolution where a file has another name, else by likeness; items as
    :mod:`planctl.plan.matching` says.

    A change is what is one for :func:`planctl.review.compare.sameness.says_the_same`, and one of
    the fields that it leaves out. A reference that follows an item to its new number is none;
    neither is a report with equal data in both states, wherever its references lead now.
    References between plans are understood where the plans they lead to are among those given.
    ``unread`` are the numbers of activities that were left out on both sides, as the same, by the
    keys of plans.
    """
    partners = {after.key: before for before, after in _plans(was, now)}
    pairs = {
        key: _Pair(before, after, together(before, after))
        for after in now
        if (before := partners.get(key := after.key)) and not _equal(before, after)
    }
    names = {pair.was.key: _names(pair) for pair in pairs.values()}
    keys = [plan.key for plan in was]
    changes = [
        _plan_change(pairs[plan.key], names, keys, (unread or {}).get(plan.key, 0))
        if plan.key in pairs
        else PlanChange(None, plan)
        for plan in now
        if plan.key in pairs or plan.key not in partners
    ]
    kept = {plan.key for plan in partners.values()}
    changes += [PlanChange(plan, None) for plan in was if plan.key not in kept]
    return tuple(one for one in changes if one.what != "changed" or _says_something(one))


def _equal(was: Plan, now: Plan) -> bool:
    return was.key == now.key and was.data == now.data


def _says_something(change: PlanChange) -> bool:
    return bool(change.fields or change.items or change.renamed)


def _plans(was: Sequence[Plan], now: Sequence[Plan]) -> Iterator[tuple[Plan, Plan]]:
    left, right = {plan.key: plan for plan in was}, {plan.key: plan for plan in now}
    for name in (_key, _resolution):
        later = {name(plan): plan for plan in right.values()}
        for before in list(left.values()):
            after = later.pop(name(before), None)
            if after is not None:
                del left[before.key], right[after.key]
                yield before, after
    before_now, after_now = list(left.values()), list(right.values())
    for one, other in match(
        [_thing(plan) for plan in before_now], [_thing(plan) for plan in after_now]
    ):
        yield before_now[one], after_now[other]


def _key(plan: Plan) -> str:
    return plan.key


def _resolution(plan: Plan) -> str:
    return f"{plan.resolution.assembly} {plan.resolution.number}"


def _thing(plan: Plan) -> Thing:
    def features() -> Features:
        # Not the title by itself: several assemblies adopt resolutions on one subject.
        texts = (plan.resolution.title, *(one.text for one in plan.directives))
        return Features(Counter(word for text in texts for word in words(text_of(text))), Counter())

    return Thing("", "", None, features)


def _names(pair: _Pair) -> dict[str, str]:
    """The new IDs that references to the items of a plan follow."""
    moves: list[tuple[Item, str]] = [(one, other.id) for one, other in pair.items.directives]
    moves += [(one, other.id) for (_, one), (_, other) in pair.items.activities]
    return renumbered(pair.was, moves)


def _plan_change(pair: _Pair, names: Names, keys: Sequence[str], unread: int) -> PlanChange:
    items = table.compare(pair.was, pair.now, pair.items, _followed(pair, names, keys))
    changed = sum(one.what == "changed" and one.is_activity and one.is_revised for one in items)
    return PlanChange(
        pair.was,
        pair.now,
        fields.of_plan(pair.was, pair.now),
        items,
        len(pair.items.activities) - changed + unread,
    )


def _followed(pair: _Pair, names: Names, keys: Sequence[str]) -> dict[Path, tuple[Block, ...]]:
    differing = [
        one
        for (_, one), (_, other) in pair.items.activities
        if one.report and one.data.get("report") != other.data.get("report")
    ]
    return followed(pair.was, differing, names, keys)
