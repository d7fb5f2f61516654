"""The one item that an address means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.model import Activity, Directive, Plan


def item_at(
    plan: Plan,
    items: Sequence[Directive | Activity],
    address: str,
    *,
    directive: bool,
    instead: str,
) -> Directive | Activity:
    """The activity among the ``items`` found for ``address``, else the directive.

    With ``directive`` it is the directive. Raises UsageFault where there is none, or where the
    address is that of a plan: ``instead`` says what to do with a whole plan.
    """
    from planctl.plan.model import Directive

    if not items:
        raise UsageFault(
            f"“{address}” is a whole plan; name an item of it, as in {plan.key}/1.1{instead}"
        )
    if not directive:
        return items[-1]
    if not isinstance(items[0], Directive):
        raise UsageFault(f"{plan.address(items[0])} is an activity; leave --directive out")
    return items[0]


def activity_at(plan: Plan, items: Sequence[Directive | Activity], address: str) -> Activity:
    """The activity among the ``items`` found for ``address``, or the directive's only one.

    Raises UsageFault, with those there are, where it is none or several.
    """
    if not items:
        raise UsageFault(
            f"“{address}” is a whole plan; name the activity too, as in {plan.key}/1.1"
        )
    activities = [activity for _, activity in plan.activities() if activity in items]
    if not activities:
        activities = [activity for one, activity in plan.activities() if one in items]
    if len(activities) == 1:
        return activities[0]
    if not activities:
        raise UsageFault(
            f"{plan.address(items[0])} has no activity yet; `planctl add {address} …` adds one"
        )
    names = ", ".join(plan.address(activity) for activity in activities)
    raise UsageFault(f"{address} has {len(activities)} activities; name one of them: {names}")
