"""The story of one item: what changed in it from meeting to meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.errors import UsageFault
from planctl.plan.model import Activity, Directive, Plan
from planctl.review.compare.changes import ItemChange
from planctl.review.compare.plans import compare
from planctl.store import revisions
from planctl.store.git import Objects
from planctl.store.repository import Repository
from planctl.store.source import Frozen

Item = Directive | Activity


class Chapter(NamedTuple):
    """What changed by the meeting ``until``, or ("") since the last one; often nothing.

    ``items`` are those that the story is about, as they are then; none where they are gone. In the
    first chapter of an item that was there at the first closed meeting nothing changed.
    """

    until: str
    plan: Plan
    items: tuple[Item, ...]
    changes: tuple[ItemChange, ...] = ()


def story(repository: Repository, address: str) -> list[Chapter]:
    """What became of the item at ``address``, and of a directive's activities, the earliest first.

    There is a chapter for each closed meeting since the item is there, and one for now. An item
    that is gone is looked for at the meetings. UsageFault where it is at none of them either.
    """
    states = [*_closed(repository), repository]
    at, plan, items = _latest(states, address)
    chapters = [_end(states[at + 1], plan, items)] if at + 1 < len(states) else []
    tracked = items
    while at > 0 and tracked:
        before = _plan_at(states[at - 1], plan)
        if before is None:
            break
        changes = _changes(before, plan, tracked)
        chapters.append(Chapter(_name(states[at]), plan, tracked, changes))
        tracked = _former(before, tracked, changes)
        plan = before
        at -= 1
    if tracked:
        chapters.append(Chapter(_name(states[at]), plan, tracked))
    return chapters[::-1]


def _closed(repository: Repository) -> Iterator[Repository]:
    """The repository at each closed meeting, the earliest first."""
    objects = Objects(repository.root)
    known = revisions.tags(repository.root)
    for _, tag in revisions.closed(repository.settings.meetings, known):
        yield Repository(repository.root, Frozen(repository.root, tag.name, tag.commit, objects))


def _name(state: Repository) -> str:
    return state.source.revision


def _latest(states: Sequence[Repository], address: str) -> tuple[int, Plan, tuple[Item, ...]]:
    """The last of the states that has the item, its plan then, and the item with its activities."""
    fault: UsageFault | None = None
    for at in range(len(states) - 1, -1, -1):
        try:
            _, plan, items = states[at].find(address)
        except UsageFault as error:
            fault = fault or error
            continue
        if not items:
            raise UsageFault(
                f"“{address}” is a whole plan; name an item of it, as in {plan.key}/1.1"
                " (`planctl diff` tells what changed in a plan)"
            )
        own = (each for item in items if isinstance(item, Directive) for each in item.activities)
        return at, plan, tuple({item.path: item for item in (*items, *own)}.values())
    assert fault  # noqa: S101  there is at least one state
    raise fault


def _plan_at(state: Repository, plan: Plan) -> Plan | None:
    """The plan as it was in another state, also if its file had another name; None without one."""
    others = []
    for path in state.files():
        if path.stem == plan.key:
            return state.read(path).plan
        others.append(path)
    found = (state.read(path).plan for path in others)
    return next((one for one in found if one.resolution[:2] == plan.resolution[:2]), None)


def _changes(before: Plan, plan: Plan, tracked: Sequence[Item]) -> tuple[ItemChange, ...]:
    """What changed between two states of a plan in the items, and under them."""
    paths = {item.path for item in tracked}
    return tuple(
        one
        for change in compare([before], [plan])
        for one in change.items
        if (one.now and one.now.path in paths)
        or (one.was and not one.now and _directive_of(one.was, before) in tracked)
    )


def _directive_of(item: Item, plan: Plan) -> Directive | None:
    return next((one for one in plan.directives if item in one.activities), None)


def _former(
    before: Plan, tracked: Sequence[Item], changes: Sequence[ItemChange]
) -> tuple[Item, ...]:
    """The items as they were in the state before; without those that were new."""
    changed = {one.now.path: one.was for one in changes if one.now}
    there: dict[tuple[type[Item], str], Item] = {
        (Directive, one.id): one for one in before.directives
    }
    there |= {(Activity, one.id): one for _, one in before.activities()}
    found = (
        changed[item.path] if item.path in changed else there.get((type(item), item.id))
        for item in tracked
    )
    return tuple(item for item in found if item)


def _end(after: Repository, plan: Plan, items: Sequence[Item]) -> Chapter:
    """The chapter in which the items are gone."""
    return Chapter(_name(after), plan, (), tuple(ItemChange(item, None) for item in items))
