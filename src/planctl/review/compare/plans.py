"""The comparison of two states of plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.plan.model import Activity, Block, Directive, Path, Plan
from planctl.plan.prose import text_of, words
from planctl.review.compare import fields, report
from planctl.review.compare.changes import ItemChange, PlanChange
from planctl.review.compare.following import Names, followed, renumbered
from planctl.review.compare.items import ActivityPair, Together, together
from planctl.review.compare.matching import Features, Thing, match

Item = Directive | Activity


class _Pair(NamedTuple):
    was: Plan
    now: Plan
    items: Together

    @property
    def languages(self) -> tuple[str, str]:
        return _language(self.was), _language(self.now)


def compare(was: Sequence[Plan], now: Sequence[Plan]) -> tuple[PlanChange, ...]:
    """What is different between two states of plans.

    The plans that differ, in the order of ``now``, then those that are gone. Plans are matched by
    key, else by resolution where a file has another name, else by likeness; items as
    :mod:`planctl.review.compare.matching` says.

    A change is what is one for :func:`planctl.review.compare.sameness.says_the_same`, and one of
    the fields that it leaves out. A reference that follows an item to its new number is none;
    neither is a report with equal data in both states, wherever its references lead now.
    References between plans are understood where the plans they lead to are among those given.
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
        _plan_change(pairs[plan.key], names, keys) if plan.key in pairs else PlanChange(None, plan)
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


def _plan_change(pair: _Pair, names: Names, keys: Sequence[str]) -> PlanChange:
    items = _item_changes(pair, _followed(pair, names, keys))
    changed = sum(one.what == "changed" and one.is_activity and one.is_revised for one in items)
    return PlanChange(
        pair.was,
        pair.now,
        fields.of_plan(pair.was, pair.now, pair.languages),
        items,
        len(pair.items.activities) - changed,
    )


def _followed(pair: _Pair, names: Names, keys: Sequence[str]) -> dict[Path, tuple[Block, ...]]:
    differing = [
        one
        for (_, one), (_, other) in pair.items.activities
        if one.report and one.data.get("report") != other.data.get("report")
    ]
    return followed(pair.was, differing, names, keys)


def _item_changes(pair: _Pair, mended: dict[Path, tuple[Block, ...]]) -> tuple[ItemChange, ...]:
    partner = {now.path: was.path for was, now in pair.items.directives}
    before = {now.path: was for was, now in pair.items.directives}
    owners = {now.path: both for both in pair.items.activities for _, now in both[1:]}
    languages = pair.languages
    found: list[tuple[tuple[int, int, int], ItemChange]] = []
    places: dict[Path, int] = {}
    for at, item in enumerate(_rows(pair.now)):
        change = None
        if isinstance(item, Directive):
            was = before.get(item.path)
            places.update({was.path: at} if was else {})
            differing = fields.of_item(was.data, item.data, languages) if was else ()
            change = ItemChange(was, item, fields=differing)
        elif item.path in owners:
            places[owners[item.path][0][1].path] = at
            change = _activity_change(owners[item.path], partner, languages, mended)
        else:
            change = ItemChange(None, item, (), (), *report.compare((), item.report, languages))
        if change.what == "added" or change.renumbered or change.moved or change.is_revised:
            found.append(((at, 0, 0), change))
    above = -1
    for at, item in enumerate(_rows(pair.was)):
        if item.path in places:
            above = places[item.path]
            continue
        gone = ItemChange(item, None)
        if isinstance(item, Activity):
            gone = ItemChange(item, None, (), (), *report.compare(item.report, (), languages))
        found.append(((above, 1, at), gone))
    return tuple(change for _, change in sorted(found, key=_place))


def _place(one: tuple[tuple[int, int, int], ItemChange]) -> tuple[int, int, int]:
    return one[0]


def _rows(plan: Plan) -> Iterator[Item]:
    for directive in plan.directives:
        yield directive
        yield from directive.activities


def _activity_change(
    both: ActivityPair,
    partner: dict[Path, Path],
    languages: tuple[str, str],
    mended: dict[Path, tuple[Block, ...]],
) -> ItemChange:
    (was_under, was), (now_under, now) = both
    moved = () if partner.get(now_under.path) == was_under.path else (was_under.id, now_under.id)
    if was.data == now.data:
        return ItemChange(was, now, moved)
    differing = fields.of_item(was.data, now.data, languages)
    if was.data.get("report") == now.data.get("report"):
        return ItemChange(was, now, moved, differing)
    found = report.compare(was.report, now.report, languages, mended.get(was.path, ()))
    return ItemChange(was, now, moved, differing, *found)


def _language(plan: Plan) -> str:
    return str(plan.data.get("language", "en"))
