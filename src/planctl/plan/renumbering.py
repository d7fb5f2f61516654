"""New numbers for the items of a plan, and the cross-references that follow them.

A cross-reference is an entry of a ``see`` list ("5.1" in the same plan, "73/5.1" in any), or the
words "See point" in a report::

    words     = "See point " point [ " and " point ] | "See points " point { joiner point }
    point     = id [ " of the action plan for " [assembly] " Resolution " number ]
    joiner    = "," | "and" | "or" | "to" | "-"

No other number in a text is taken for an item's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.errors import UsageFault
from planctl.plan import address
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Activity, Directive, Path, Plan
from planctl.plan.prose import Prose

_POINT = (
    r"(?P<id>[0-9][0-9A-Za-z]*+(?:\.[0-9A-Za-z]++)*+)"
    r"(?:\s+of\s+the\s+action\s+plan\s+for\s+(?P<plan>(?:[A-Z]+\s+)?Resolution\s+[0-9]+))?+"
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _POINT)
_JOINER = r"(?:\s{0,3}[,–-]\s{0,3}(?:and\s+)?|\s{1,3}(?:and|or|to)\s{1,3})"
# What follows may be a date or a count: "See point 5.1, 3 May 2020", "See point 5 and 3 reports".
_SEE = re.compile(
    rf"\bSee\s+(?:points\s+{_UNNAMED}(?:{_JOINER}{_UNNAMED}(?!\s+\w+\s+\d{{4}}\b))*"
    rf"|point\s+{_UNNAMED}(?:\s+and\s+{_UNNAMED}(?!\s+\w))?)",
    re.IGNORECASE,
)
_EACH = re.compile(rf"(?<![\w.]){_POINT}", re.IGNORECASE)


class Change(NamedTuple):
    """A text of a plan that becomes another; ``address`` is the item that it belongs to."""

    address: str
    path: Path
    old: str
    new: str


def phrases(change: Change) -> list[tuple[str, str]]:
    """What a mended reference says: ("See point 5.1", "See point 7.1"), as often as it says it."""
    if change.path[-2] == "see":
        return [(f"See point {change.old}", f"See point {change.new}")]
    pairs = zip(_SEE.findall(change.old), _SEE.findall(change.new), strict=True)
    return [(before, after) for before, after in pairs if before != after]


class Move(NamedTuple):
    """An item that gets a new ID."""

    item: Directive | Activity
    new: str

    @property
    def old(self) -> str:
        """The ID that the item has now."""
        return self.item.id


def consecutive(plan: Plan) -> list[Move]:
    """The moves that number the plan in the order of the file: 1, 2, 3 and 1.1, 1.2, 1.3.

    A directive's only activity keeps sharing the directive's ID where it does so now.
    """
    moves = []
    for number, directive in enumerate(plan.directives, 1):
        moves.append(Move(directive, str(number)))
        activities = directive.activities
        shared = len(activities) == 1 and activities[0].id == directive.id
        for place, activity in enumerate(activities, 1):
            moves.append(Move(activity, str(number) if shared else f"{number}.{place}"))
    return [move for move in moves if move.old != move.new]


def single(plan: Plan, old: str, new: str) -> list[Move]:
    """The moves that give the item ``old`` the ID ``new``; a directive takes its activities along.

    Raises UsageFault where there is no such item, where ``new`` is no ID, or where an ID would
    stand twice.
    """
    if not address.valid_id(new):
        raise UsageFault(f"“{new}” cannot be an ID; write digits with dots between, as in 5 or 5.2")
    moves: list[Move] = []
    for directive in plan.directives:
        if directive.id == old:
            moves.append(Move(directive, new))
        for activity in directive.activities:
            if activity.id == old:
                moves.append(Move(activity, new))
            elif directive.id == old and activity.id.startswith(f"{old}."):
                moves.append(Move(activity, new + activity.id[len(old) :]))
    if not moves:
        raise UsageFault(
            f"there is no item {old} in {plan.key}; `planctl show {plan.key}` lists them"
        )
    _refuse_collisions(plan, moves)
    return [move for move in moves if move.old != move.new]


def _refuse_collisions(plan: Plan, moves: Sequence[Move]) -> None:
    new_ids = {move.item.path: move.new for move in moves}
    holders: dict[str, Path] = {}
    for directive in plan.directives:
        items: tuple[Directive | Activity, ...] = (directive, *directive.activities)
        for item in items:
            new = new_ids.get(item.path, item.id)
            if not address.valid_id(new):
                raise UsageFault(f"{item.id} would become “{new}”, which cannot be an ID")
            holder = holders.setdefault(new, item.path)
            shared = isinstance(item, Activity) and holder == directive.path
            if holder != item.path and not shared:
                raise UsageFault(
                    f"{plan.key} has an item {new} already; `planctl renumber {plan.key}` without"
                    " --from numbers the whole plan anew"
                )


def renamed(plan: Plan, moves: Sequence[Move]) -> dict[str, str]:
    """The new ID for each old one, as references use them.

    An ID that a directive shares with its activity means the directive.
    """
    directives = {directive.id for directive in plan.directives}
    names: dict[str, str] = {}
    for move in moves:
        if isinstance(move.item, Directive) or move.old not in directives:
            names.setdefault(move.old, move.new)
    return names


def id_changes(plan: Plan, moves: Sequence[Move]) -> list[Change]:
    """The moves as changes of the plan's text."""
    return [Change(plan.address(m.item), (*m.item.path, "id"), m.old, m.new) for m in moves]


def mended(plan: Plan, target: str, names: Mapping[str, str], keys: Sequence[str]) -> list[Change]:
    """The cross-references in ``plan`` that follow new IDs in the plan with the key ``target``.

    ``names`` are the new IDs by the old ones, ``keys`` the keys of all plans.
    """
    changes = []
    for _, activity in plan.activities():
        place = plan.address(activity)
        for block in activity.report:
            for index, entry in enumerate(block.see):
                new = _entry(plan, entry, target, names, keys)
                changes.append(Change(place, (*block.path, "see", index), entry, new))
            for path, text in _texts(block.path, block.text, block.deliverables):
                new = _SEE.sub(lambda found: _words(plan, found, target, names, keys), text)
                changes.append(Change(place, path, text, new))
    return [change for change in changes if change.old != change.new]


def _entry(
    plan: Plan, entry: str, target: str, names: Mapping[str, str], keys: Sequence[str]
) -> str:
    short, slash, item = entry.rpartition("/")
    if (address.match_plan(short, keys) if slash else [plan.key]) != [target]:
        return entry
    return f"{short}{slash}{names.get(item, item)}"


def _words(
    plan: Plan, found: re.Match[str], target: str, names: Mapping[str, str], keys: Sequence[str]
) -> str:
    def point(one: re.Match[str]) -> str:
        named = address.match_plan(one["plan"], keys) if one["plan"] else [plan.key]
        return (
            names.get(one["id"], one["id"]) + one[0][len(one["id"]) :]
            if named == [target]
            else one[0]
        )

    return _EACH.sub(point, found[0])


def _texts(
    path: Path, text: Prose | None, deliverables: Sequence[Deliverable]
) -> Iterator[tuple[Path, str]]:
    """The texts of a block: its sentence, and what its deliverables say."""
    yield from _languages((*path, "text"), text)
    for one in deliverables:
        for name in ("title", "note", "text"):
            yield from _languages((*one.path, name), getattr(one, name))
        yield from _texts(one.path, None, one.items)


def _languages(path: Path, text: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(text, str):
        yield path, text
    elif text is not None:
        yield from (((*path, language), words) for language, words in text.items())
