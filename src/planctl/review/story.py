"""The story of one item: what changed in it from meeting to meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.errors import Ambiguous, UnreadablePlan, UsageFault
from planctl.plan.model import Activity, Directive, Plan
from planctl.plan.prose import plain, text_of
from planctl.review.compare.changes import ItemChange
from planctl.review.compare.items import together
from planctl.review.compare.plans import compare
from planctl.store.past import at_meetings
from planctl.store.repository import Repository

Item = Directive | Activity


class Chapter(NamedTuple):
    """What changed by the meeting ``until``, or ("") since the last one; often nothing.

    ``items`` are those that the story is about, as they are then; none where they are gone. In the
    first chapter of an item that was there at the first closed meeting nothing changed. ``before``
    is the plan that ``changes`` start from, whose file may have had another name.
    """

    until: str
    plan: Plan
    items: tuple[Item, ...]
    changes: tuple[ItemChange, ...] = ()
    before: Plan | None = None


class Story(NamedTuple):
    """The chapters, the earliest first, and the meetings at which a plan could not be read."""

    chapters: list[Chapter]
    left_out: tuple[str, ...]


def story(repository: Repository, address: str) -> Story:
    """What became of the item at ``address``, and of a directive's activities.

    There is a chapter for each closed meeting since the item is there, and one for now. An item
    that has another number now, or is gone, is looked for at the meetings, and followed from there;
    what was taken out and put back under its number has its earlier life told too. UsageFault where
    it is at none of them either. A meeting at which a plan that must be looked at cannot be read is
    left out; UnreadablePlan where one cannot be read as it is now.
    """
    states = [*at_meetings(repository), repository]
    left_out: list[str] = []
    while True:
        try:
            return Story(_told(states, address), tuple(left_out))
        except UnreadablePlan as fault:
            file = fault.findings[0].file
            then = [one for one in states if _name(one) and file.startswith(f"{_name(one)}:")]
            if not then:
                raise
            left_out += map(_name, then)
            states = [one for one in states if one not in then]


def _told(states: Sequence[Repository], address: str) -> list[Chapter]:
    at, plan, items = _latest(states, address)
    while at + 1 < len(states):
        after = _plan_at(states[at + 1], plan)
        later = _later(plan, after, items)
        if not later:
            break
        at, plan, items = at + 1, after, later
    return _chapters(states, at, plan, items)


def _chapters(
    states: Sequence[Repository], at: int, plan: Plan, items: Sequence[Item]
) -> list[Chapter]:
    """The chapters of items that the plan has ``at`` one of the states, and not later."""
    tracked = _with_activities(items)
    chapters = []
    if at + 1 < len(states):
        gone = _changes(plan, _plan_at(states[at + 1], plan), tracked, ())
        chapters.append(Chapter(_name(states[at + 1]), plan, (), gone, plan))
    while at > 0 and tracked:
        before = _plan_at(states[at - 1], plan)
        former = _former(before, plan, tracked)
        changes = _changes(before, plan, former, tracked)
        chapters.append(Chapter(_name(states[at]), plan, tracked, changes, before))
        at, plan, tracked = at - 1, before, former
    if tracked:
        chapters.append(Chapter(_name(states[at]), plan, tracked))
        return chapters[::-1]
    return [*_before(states[: at + 1], plan, chapters[-1].items), *reversed(chapters)]


def _before(states: Sequence[Repository], plan: Plan, items: Sequence[Item]) -> list[Chapter]:
    """The chapters up to the last of the states, where the plan did not have the items (any more).

    None where none of the states has them: they are new.
    """
    absent: list[Chapter] = []
    for at in range(len(states) - 1, -1, -1):
        there = _plan_at(states[at], plan)
        found = [one for item in items for one in there.items(item.id) if _is_put_back(one, item)]
        if found:
            return [*_chapters(states, at, there, found), *absent[-2::-1]] if absent else []
        absent.append(Chapter(_name(states[at]), there, ()))
    return []


def _is_put_back(was: Item, now: Item) -> bool:
    """Whether an item has the title of another one, which has its number; not another that had."""
    titles = [plain(text_of(one.text)) for one in (was, now)]
    return type(was) is type(now) and titles[0] == titles[1]


def _name(state: Repository) -> str:
    return state.source.revision


def _latest(states: Sequence[Repository], address: str) -> tuple[int, Plan, list[Item]]:
    """The last of the states that has the item, its plan then, and the item."""
    fault: UsageFault | None = None
    for at in range(len(states) - 1, -1, -1):
        try:
            _, plan, items = states[at].find(address)
        except Ambiguous:
            raise
        except UsageFault as error:
            fault = fault or error
            continue
        if not items:
            first = plan.directives[0].id if plan.directives else "1.1"
            raise UsageFault(
                f"“{address}” is a whole plan; name an item of it, as in {plan.key}/{first}"
                " (`planctl diff` tells what changed in a plan)"
            )
        return at, plan, items
    assert fault  # noqa: S101  there is at least one state
    raise fault


def _with_activities(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, each directive with its activities."""
    own = (each for item in items if isinstance(item, Directive) for each in item.activities)
    return tuple({item.path: item for item in (*items, *own)}.values())


def _plan_at(state: Repository, plan: Plan) -> Plan:
    """The plan as it was in another state, also if its file had another name.

    Where there was none, it is one in which there is nothing yet, or no more.
    """
    others = []
    for path in state.files(missing_ok=True):
        if path.stem == plan.key:
            return state.read(path).plan
        others.append(path)
    found = (state.read(path).plan for path in others)
    empty = plan._replace(data={**plan.data, "directives": []}, directives=())
    return next((one for one in found if one.resolution[:2] == plan.resolution[:2]), empty)


def _changes(
    before: Plan, plan: Plan, was: Sequence[Item], now: Sequence[Item]
) -> tuple[ItemChange, ...]:
    """What changed between two states of a plan in items as they were and are, and under them."""
    there = {item.path for item in now}
    gone = {item.path for item in _with_activities(was)}
    return tuple(
        one
        for change in compare([before], [plan])
        for one in change.items
        if (one.now.path in there if one.now else one.item.path in gone)
    )


def _former(before: Plan, plan: Plan, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items as they were in an earlier state of the plan; without those that were new."""
    was = {now.path: one for one, now in _pairs(before, plan)}
    return tuple(was[item.path] for item in items if item.path in was)


def _later(plan: Plan, after: Plan, items: Sequence[Item]) -> list[Item]:
    """The items as they are in a later state of the plan; without those that are gone."""
    now = {was.path: one for was, one in _pairs(plan, after)}
    return [now[item.path] for item in items if item.path in now]


def _pairs(was: Plan, now: Plan) -> Iterator[tuple[Item, Item]]:
    pairs = together(was, now)
    yield from pairs.directives
    yield from ((before, after) for (_, before), (_, after) in pairs.activities)
