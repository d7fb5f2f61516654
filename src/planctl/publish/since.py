"""All annexes of a document, with what changed since an earlier state of the plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planctl.plan.model import Plan
from planctl.publish.marked import marked
from planctl.publish.table import Annex

States = tuple[Plan | None, Plan | None]


def together(was: Sequence[Plan], now: Sequence[Plan]) -> dict[str, States]:
    """Both states of each plan by its key, in the order of ``now``; None where there is none.

    A plan was the one of its key, else the one for its resolution. One that is gone stands after
    the one that it stood after.
    """
    keys = {plan.key for plan in now}
    by_key = {plan.key: plan for plan in was}
    by_resolution = {_resolution(plan): plan for plan in was if plan.key not in keys}
    found: list[States] = [
        (by_key.get(plan.key) or by_resolution.get(_resolution(plan)), plan) for plan in now
    ]
    place = 0
    for former in was:
        at = next((at for at, (before, _) in enumerate(found) if before is former), None)
        if at is None:
            at = place
            found.insert(at, (former, None))
        place = at + 1
    return {plan.key: (before, after) for before, after in found if (plan := after or before)}


def marked_annexes(
    states: Mapping[str, States], draw: Callable[[Plan, int], Annex], *, joined: bool = False
) -> dict[str, Annex]:
    """The annexes of plans with what changed in each, as :func:`marked` makes them, by key.

    ``draw`` makes an annex of a plan and its number, which is counted in each state by itself.
    """
    numbers = [0, 0]
    annexes: dict[str, Annex] = {}
    for key, pair in states.items():
        drawn: list[Annex | None] = [None, None]
        for side, plan in enumerate(pair):
            if plan:
                numbers[side] += 1
                drawn[side] = draw(plan, numbers[side])
        annexes[key] = marked(*drawn, joined=joined)
    return annexes


def _resolution(plan: Plan) -> tuple[str, int]:
    return plan.resolution.assembly, plan.resolution.number
