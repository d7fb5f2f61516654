"""New directives and activities: which ID one gets, and the data it consists of.

``given`` holds what was typed for each field, None where nothing was; values are checked as
:mod:`planctl.change.values` says. ``used`` are all IDs that the plan has or ever had.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from planctl.change.fields import FIELDS, Level
from planctl.change.values import value_of
from planctl.errors import PlanctlError, UsageFault
from planctl.plan import address
from planctl.plan.model import Directive, Plan

Given = Mapping[str, Any]

_OF_AN_ACTIVITY = ("activity", "time_plan", "status", "due")


def new_directive(new_id: str, given: Given, meetings: Sequence[str]) -> dict[str, Any]:
    """The data of a directive, with an activity of the same ID where one is ``responsible``.

    Raises UsageFault where something is missing or does not fit.
    """
    if given["references"] is None:
        raise UsageFault(
            "a directive needs --references: the clause that asks for it, as in"
            ' --references "Resolves (i)"'
        )
    stray = [f"--{name.replace('_', '-')}" for name in _OF_AN_ACTIVITY if given[name] is not None]
    if stray and not given["responsible"]:
        raise UsageFault(f"{', '.join(stray)} is about an activity, which needs --responsible too")
    activities = []
    if given["responsible"]:
        text = given["text"] if given["activity"] is None else given["activity"]
        own = {**given, "text": text, "activity": None, "references": None}
        activities.append(new_activity(new_id, own, meetings))
    values = _values("directive", ("text", "references"), given, meetings)
    return {"id": new_id, **values, "activities": activities}


def new_activity(new_id: str, given: Given, meetings: Sequence[str]) -> dict[str, Any]:
    """The data of an activity; it is ongoing unless told otherwise. Raises UsageFault."""
    if given["activity"] is not None:
        raise UsageFault("--activity is for a new directive; here TEXT is the activity")
    if not given["responsible"]:
        raise UsageFault('an activity needs --responsible: who does it, as in -r "ITU-T SG5"')
    filled = dict(given)
    for name, usual in (("time_plan", "Ongoing"), ("status", "ongoing")):
        if filled[name] is None:
            filled[name] = usual
    names = ("text", "references", "responsible", "time_plan", "status", "due")
    return {"id": new_id, **_values("activity", names, filled, meetings)}


def free_id(directive: Directive | None, used: Collection[str]) -> str:
    """The next ID of a new directive, or of a new activity under ``directive``.

    The first activity of a directive has the directive's own ID. Where a second one joins it, the
    number 1 is left to the first, which gets it when the plan is renumbered.
    """
    if directive is None:
        return address.next_id(used, None)
    had_numbers = any(one.startswith(f"{directive.id}.") for one in used)
    if not directive.activities and not had_numbers:
        return directive.id
    taken = [*used, f"{directive.id}.1"] if shares_id(directive) else used
    return address.next_id(taken, directive.id)


def shares_id(directive: Directive) -> bool:
    """Whether an activity has the directive's own ID, for want of a number of its own."""
    return any(activity.id == directive.id for activity in directive.activities)


def refuse_taken(
    new_id: str, plan: Plan, directive: Directive | None, formerly: Collection[str]
) -> None:
    """Raise where ``new_id`` cannot be the ID of a new item, of ``directive`` where one is given.

    UsageFault where it is no ID or does not belong here; PlanctlError where it is in use, or was
    (``formerly``: IDs that the git history of the file has).
    """
    refuse_misplaced(new_id, directive)
    if directive is not None and new_id == directive.id and not directive.activities:
        return
    instead = "leave --id out to get the next free"
    if new_id in plan.ids():
        raise PlanctlError(f"{plan.key}/{new_id} is there already; {instead} ID")
    refuse_former(new_id, plan, formerly, f"{instead} one")


def refuse_misplaced(new_id: str, directive: Directive | None, *, alone: bool = True) -> None:
    """Raise UsageFault where ``new_id`` is no ID, or not one for an item in that place.

    The place is under ``directive``, or that of a directive itself. An activity can share the
    directive's ID only where it is ``alone`` there.
    """
    if not address.valid_id(new_id):
        raise UsageFault(
            f"“{new_id}” cannot be an ID: write digits with dots between, as in 5 or 5.2"
        )
    if directive is None:
        if "." in new_id:
            raise UsageFault(f"“{new_id}” cannot be the ID of a directive, which has no dot: 5, 12")
        if not new_id[0].isdigit():
            raise UsageFault(
                f"“{new_id}” cannot be the ID of a directive, which begins with a digit: 5, 3bis"
            )
    elif new_id == directive.id:
        if not alone:
            raise UsageFault(
                f"{new_id} is the directive, which has several activities: the ID of each begins"
                f" {new_id}."
            )
    elif not new_id.startswith(f"{directive.id}."):
        raise UsageFault(f"an activity under {directive.id} has an ID that begins {directive.id}.")


def refuse_former(new_id: str, plan: Plan, formerly: Collection[str], instead: str) -> None:
    """Raise PlanctlError where ``new_id`` was used before; ``instead`` says what to do then."""
    if new_id in formerly:
        raise PlanctlError(
            f"the ID {new_id} was used before in {plan.key}: the file's git history has it. IDs are"
            f" not given out twice, because older documents cite them; {instead}"
        )


def _values(
    level: Level, names: Sequence[str], given: Given, meetings: Sequence[str]
) -> dict[str, Any]:
    values = {}
    for name in names:
        value = given[name]
        if value is not None:
            words = value if isinstance(value, tuple) else (value,)
            values[name] = value_of(FIELDS[level][name], words, meetings)
    return {name: value for name, value in values.items() if value != ()}
