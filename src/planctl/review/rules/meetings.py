"""The rule about meetings: plans name them by the keys of the calendar in ``planctl.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.finding import WARNING
from planctl.plan.model import Plan
from planctl.plan.prose import listed
from planctl.review.rules.rule import Fact, across
from planctl.review.rules.survey import survey
from planctl.review.rules.years import LIKE_A_DATE


def calendar(keys: Iterable[str]) -> Fact:
    """The meetings that there are, as a fact beside those about plans; it has no place in one."""
    return Fact("", "", (), tuple(keys))


def _named(plan: Plan) -> Iterator[Fact]:
    for row in survey(plan).rows:
        activity = row.activity
        due = activity.data.get("due")
        if due is not None and not LIKE_A_DATE.fullmatch(str(due)):
            yield Fact(plan.key, plan.address(activity), (*activity.path, "due"), (str(due),))
        meeting = activity.data.get("decided_by", {}).get("meeting")
        if meeting is not None:
            path = (*activity.path, "decided_by", "meeting")
            yield Fact(plan.key, plan.address(activity), path, (meeting,))


@across(WARNING, _named)
def unknown_meeting(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """`due` or `decided_by` names a meeting that the calendar in planctl.yaml does not have.

    `due` may also be a date.
    """
    keys: dict[str, None] = {}
    named: list[Fact] = []
    for fact in facts:
        if fact.path:
            named.append(fact)
        else:
            keys.update((str(key), None) for key in fact.value)
    for fact in named:
        [name] = map(str, fact.value)
        if name not in keys:
            what = "neither a date nor a meeting" if fact.path[-1] == "due" else "not a meeting"
            yield fact, f"“{name}” is {what} of planctl.yaml, {_has(list(keys), name)}"


def _has(keys: list[str], name: str) -> str:
    if not keys:
        return "which has no meetings yet; add it there"
    from planctl.plan.suggestion import suggestion

    meant = suggestion(name, keys) or "; correct it, or add the meeting there"
    return f"which has: {listed(keys)}{meant}"
