"""What the rules say: pure functions from plans, and facts about plans, to remarks.

Plans can be forgotten one by one; what rules compare between plans is gathered as small facts.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from planctl.finding import WARNING
from planctl.plan.model import Path, Plan
from planctl.review.fixed import CATALOGUED, FIXED
from planctl.review.rules import ACROSS_RULES, PLAN_RULES, RULES, meetings
from planctl.review.rules.rule import Fact

Facts = dict[str, list[Fact]]
"""The facts gathered for each rule that compares plans, by its name."""

_RULE_NAMES = frozenset(rule.name for rule in (*RULES, *CATALOGUED))
_ALWAYS = frozenset(check.name for check in FIXED)


class Said(NamedTuple):
    """What a rule says about the place ``path`` of a plan's data."""

    rule: str
    severity: str
    path: Path
    message: str


def of_plan(plan: Plan, off: Container[str]) -> list[Said]:
    """What can be said of a plan by itself; ``off`` names the rules that are switched off."""
    said = [
        Said(rule.name, rule.severity, *remark)
        for rule in PLAN_RULES
        if rule.name not in off
        for remark in rule.check(plan)
    ]
    for path, holder in _holders(plan):
        said += unknown_rules((*path, "accepted"), holder.get("accepted", ()))
    return unaccepted(plan, said)


def facts_of(plan: Plan, file: str, off: Container[str]) -> Iterator[tuple[str, list[Fact]]]:
    """The facts about the plan in ``file`` for each rule that compares plans and is not ``off``."""
    for rule in ACROSS_RULES:
        if rule.name not in off:
            yield rule.name, [fact._replace(file=file) for fact in rule.gather(plan)]


def compare(facts: Mapping[str, Iterable[Fact]], calendar: Iterable[str]) -> dict[str, list[Said]]:
    """What the facts of all plans say together, for each file that is spoken of.

    ``calendar`` holds the keys of the meetings that there are.
    """
    by_file: dict[str, list[Said]] = {}
    named = facts.get(meetings.unknown_meeting.name, ())
    facts = {**facts, meetings.unknown_meeting.name: [meetings.calendar(calendar), *named]}
    for rule in ACROSS_RULES:
        for fact, message in rule.judge(facts.get(rule.name, ())):
            said = Said(rule.name, rule.severity, fact.path, message)
            by_file.setdefault(fact.file, []).append(said)
    return by_file


def unaccepted(plan: Plan, said: list[Said]) -> list[Said]:
    """What is left of ``said`` without what the plan, or the item spoken of, accepts."""
    accepted = [
        (place, rule) for place, holder in _holders(plan) for rule in holder.get("accepted", ())
    ]
    if not accepted:
        return said
    return [
        one
        for one in said
        if not any(one.rule == rule and one.path[: len(place)] == place for place, rule in accepted)
    ]


def unknown_rules(path: Path, names: Iterable[str]) -> list[Said]:
    """A remark for each of the ``names`` at ``path`` that is no rule's."""
    return [
        Said(
            "unknown-rule",
            WARNING,
            (*path, name),
            f"“{name}” is always checked; it cannot be switched off"
            if name in _ALWAYS
            else f"there is no rule “{name}”; `planctl validate --rules` lists them",
        )
        for name in sorted(set(names) - _RULE_NAMES)
    ]


def address(plan: Plan, path: Path) -> str:
    """The address of the activity or directive that ``path`` leads into, else the plan's key."""
    item: Any = None
    value: Any = plan.data
    for step in path[:4]:
        try:
            value = value[step]
        except (LookupError, TypeError):
            break
        if isinstance(value, Mapping) and "id" in value:
            item = value
    return f"{plan.key}/{item['id']}" if item else plan.key


def _holders(plan: Plan) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The parts of a plan that may accept a rule, from the whole to the single activity."""
    yield (), plan.data
    for directive in plan.directives:
        yield directive.path, directive.data
        for activity in directive.activities:
            yield activity.path, activity.data
