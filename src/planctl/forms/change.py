"""What answers make of the plans, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.plan.model import Activity, Plan, plan_from

if TYPE_CHECKING:
    from planctl.review.compare.changes import Changes


class Change(NamedTuple):
    """An activity of a plan as it is, and with the answers taken in; ``marks`` are theirs."""

    plan: Plan
    before: Activity
    after: Activity
    marks: tuple[str, ...] = ()


def data_with(plan: Plan, changes: Iterable[Change]) -> dict[str, Any]:
    """The data of the ``plan`` with those of the ``changes`` that are its own."""
    new = {one.before.path: one.after.data for one in changes if one.plan.key == plan.key}
    directives = [
        {
            **directive.data,
            "activities": [new.get(one.path, one.data) for one in directive.activities],
        }
        for directive in plan.directives
    ]
    return {**plan.data, "directives": directives}


def compared(changes: Sequence[Change]) -> Changes:
    """The plans as they are and as they would be, compared."""
    from planctl.review.compare.plans import compare

    was = {one.plan.key: one.plan for one in changes}
    now = [plan_from(key, data_with(plan, changes)) for key, plan in was.items()]
    return compare([*was.values()], now)
