"""Which of an activity's deliverables is to go."""

from __future__ import annotations

from planctl.change.mentions import Mention, matching
from planctl.errors import UsageFault
from planctl.plan.deliverable import line
from planctl.plan.model import Activity, Plan


def chosen(plan: Plan, activity: Activity, what: str, nth: int | None) -> Mention:
    """The deliverable that ``what`` names, the ``nth`` (from 1) where it names several.

    UsageFault, with those there are, where that is none or not one.
    """
    place = plan.address(activity)
    found = matching(plan, activity, what)
    if not found:
        there = [line(one) for _, one in activity.deliverables()]
        if not there:
            raise UsageFault(f"{place} has no deliverables")
        raise UsageFault(f"{place} has no deliverable “{what}”; there are:{_listed(there)}")
    if nth is None and len(found) > 1:
        choices = [
            f"{number}. {line(one.deliverable)}"
            + (f" (under {one.block.year})" if one.block.year else "")
            for number, one in enumerate(found, 1)
        ]
        raise UsageFault(
            f"{place} has {len(found)} deliverables that fit “{what}”; say which with --nth:"
            + _listed(choices)
        )
    if nth is not None and nth > len(found):
        raise UsageFault(
            f"{place} has only {len(found)} that fit “{what}”; --nth {nth} is too high"
        )
    return found[(nth or 1) - 1]


def _listed(lines: list[str]) -> str:
    """The lines, each on one of its own."""
    return "".join(f"\n  {one}" for one in lines)
