"""New numbers for the items of a plan, and the references that follow them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from planctl.change.additions import refuse_former, refuse_misplaced
from planctl.change.references import Reference, Span, named_plans, references, texts_of
from planctl.errors import UsageFault
from planctl.plan.model import Activity, Directive, Path, Plan


class Change(NamedTuple):
    """A text of a plan that becomes another; ``address`` is the item that it belongs to.

    ``phrases`` are the references that are mended in it: ("See point 5.1", "See point 7.1"), as
    often as the text has them.
    """

    address: str
    path: Path
    old: str
    new: str
    phrases: tuple[tuple[str, str], ...] = ()


class Leftover(NamedTuple):
    """A number in the words of a report that seems to mean a renumbered item, and stays.

    ``words`` is the sentence or title in which ``old`` stands; ``address`` is the activity's.
    """

    address: str
    words: str
    old: str


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


def single(plan: Plan, old: str, new: str, formerly: Collection[str] = ()) -> list[Move]:
    """The moves that give the item ``old`` the ID ``new``; a directive takes its activities along.

    An activity that shares its directive's ID goes with it, unless ``new`` is one for it alone
    (5 to 5.1). ``formerly`` are the IDs that the git history of the file has. Raises UsageFault
    where there is no such item, where ``new`` is no ID for it, or where an ID would stand twice;
    PlanctlError where an ID was used before.
    """
    moves: list[Move] = []
    for directive in plan.directives:
        shared = any(activity.id == old == directive.id for activity in directive.activities)
        parted = shared and new.startswith(f"{old}.") and new.count(".") == 1
        moves_too = directive.id == old and not parted
        if moves_too:
            refuse_misplaced(new, None)
            moves.append(Move(directive, new))
        for activity in directive.activities:
            if activity.id == old:
                if not moves_too:
                    refuse_misplaced(new, directive, alone=len(directive.activities) == 1)
                moves.append(Move(activity, new))
            elif moves_too and activity.id.startswith(f"{old}."):
                moves.append(Move(activity, new + activity.id[len(old) :]))
    if not moves:
        raise UsageFault(
            f"there is no item {old} in {plan.key}; `planctl show {plan.key}` lists them"
        )
    _refuse_collisions(plan, moves)
    moves = [move for move in moves if move.old != move.new]
    for move in moves:
        refuse_former(move.new, plan, formerly, "choose another")
    return moves


def _refuse_collisions(plan: Plan, moves: Sequence[Move]) -> None:
    new_ids = {move.item.path: move.new for move in moves}
    holders: dict[str, Path] = {}
    for directive in plan.directives:
        items: tuple[Directive | Activity, ...] = (directive, *directive.activities)
        for item in items:
            new = new_ids.get(item.path, item.id)
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
    """The references in ``plan`` that follow new IDs in the plan with the key ``target``.

    ``names`` are the new IDs by the old ones, ``keys`` the keys of all plans.
    """
    concerned = [one for one in references(plan, keys) if one.plan == target and one.item in names]
    return [_change(list(group), names) for _, group in groupby(concerned, lambda one: one.path)]


def leftovers(
    plan: Plan, target: str, names: Mapping[str, str], keys: Sequence[str]
) -> list[Leftover]:
    """The old IDs in the words of ``plan`` that :func:`mended` leaves as they are.

    Those are numbers beside a ``see`` list that is mended ("See item 7 of Resolution 79"), and the
    words "see item 7", "see also point 7" anywhere. Arguments as there.
    """
    found = list(references(plan, keys))
    told = {(one.path, one.at) for one in found}
    lists = {
        one.path[:-2]
        for one in found
        if one.path[-2] == "see" and one.plan == target and one.item in names
    }
    pattern = _number(names)
    left = []
    for _, activity in plan.activities():
        for block in activity.report:
            for path, text in texts_of(block):
                for number in pattern.finditer(text):
                    at = number.span("id")
                    meant = block.path in lists or (
                        number["see"] is not None
                        and target in named_plans(text, number.end(), plan.key, keys)
                    )
                    if meant and (path, at) not in told:
                        left.append(Leftover(plan.address(activity), text, number["id"]))
    return list(dict.fromkeys(left))


def _number(names: Mapping[str, str]) -> re.Pattern[str]:
    """One of the IDs as a number of its own, with the words "see item" before it if there are."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        r"(?P<see>\bsee\s+(?:also\s+)?(?:the\s+)?"
        r"(?:items?|points?|activit(?:y|ies)|actions?|directives?|rows?|numbers?|nos?\.?)\s+)?"
        rf"(?<![\w.])(?<!\d-)(?P<id>{either or '(?!)'})(?!\w|\.\w|-\d\d)",
        re.IGNORECASE,
    )


def _change(found: Sequence[Reference], names: Mapping[str, str]) -> Change:
    """The change of the text that all the references ``found`` are in."""
    text, path = found[0].text, found[0].path
    begin = "See point " if path[-2] == "see" else ""
    phrases = tuple(
        (begin + text[slice(*phrase)], begin + _replaced(text, found, names, phrase))
        for phrase in dict.fromkeys(one.phrase for one in found)
    )
    new = _replaced(text, found, names, (0, len(text)))
    return Change(found[0].address, path, text, new, phrases)


def _replaced(text: str, found: Sequence[Reference], names: Mapping[str, str], within: Span) -> str:
    """The part ``within`` of the text, with the new IDs."""
    pieces = []
    done, end = within
    for one in found:
        if within[0] <= one.at[0] < end:
            pieces += [text[done : one.at[0]], names[one.item]]
            done = one.at[1]
    return "".join([*pieces, text[done:end]])
