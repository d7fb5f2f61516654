"""Validation: every finding about a repository's plans, from the schema and the named rules.

Plans are read one at a time and forgotten; what rules compare between plans is gathered as small
facts. Where a file cannot be read its findings stand for it, and the other plans are still known.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from planctl.errors import PlanctlError, UnreadablePlan
from planctl.finding import ERROR, WARNING, Finding
from planctl.plan.model import Path as DataPath
from planctl.plan.model import Plan
from planctl.review.rules import ACROSS_RULES, PLAN_RULES, RULES
from planctl.review.rules.rule import Fact, Remark
from planctl.store import places
from planctl.store.planfile import PlanFile
from planctl.store.repository import Repository

Facts = dict[str, list[Fact]]
"""The facts gathered for each across rule, by its name."""

_WORTH_A_PROCESS = 64  # plans; below, starting a second process costs more than it saves
RULE_NAMES = frozenset(rule.name for rule in RULES)


def validate(repository: Repository, files: list[Path]) -> list[Finding]:
    """Every finding about the plan ``files`` and the settings, in the order of files and lines."""
    findings, facts = _inspect_all(repository, files)
    findings += _judge(repository, facts, {path.stem: path for path in files})
    findings += _settings(repository)
    return sorted(findings)


def _inspect_all(repository: Repository, files: list[Path]) -> tuple[list[Finding], Facts]:
    if len(files) < _WORTH_A_PROCESS or (os.cpu_count() or 1) < 2:
        return inspect(repository, files)
    from concurrent.futures import ProcessPoolExecutor

    half = len(files) // 2
    with ProcessPoolExecutor(1) as pool:
        other = pool.submit(inspect, Repository(repository.root), files[half:])
        findings, facts = inspect(repository, files[:half])
        more_findings, more_facts = other.result()
    for name, more in more_facts.items():
        facts[name].extend(more)
    return findings + more_findings, facts


def inspect(repository: Repository, files: Iterable[Path]) -> tuple[list[Finding], Facts]:
    """What can be said of each file by itself, and the facts for the rules that compare plans."""
    findings: list[Finding] = []
    facts: Facts = {rule.name: [] for rule in ACROSS_RULES}
    off = repository.settings.rules
    for path in files:
        try:
            file = repository.read(path)
        except UnreadablePlan as unreadable:
            findings += unreadable.findings
        except PlanctlError as error:
            findings.append(Finding(repository.shown(path), 1, 1, ERROR, "file", str(error)))
        else:
            plan = file.plan
            findings += _place(file, plan, _remarks(plan, off))
            for rule in ACROSS_RULES:
                if rule.name not in off:
                    facts[rule.name] += rule.gather(plan)
    return findings, facts


def _remarks(plan: Plan, off: Mapping[str, str]) -> Iterator[tuple[str, str, Remark]]:
    for rule in PLAN_RULES:
        if rule.name not in off:
            for remark in rule.check(plan):
                yield rule.name, rule.severity, remark
    for path, holder in _holders(plan):
        for name in sorted(set(holder.get("accepted", ())) - RULE_NAMES):
            message = f"there is no rule “{name}”; `planctl validate --rules` lists them"
            yield "unknown-rule", WARNING, Remark((*path, "accepted", name), message)


def _holders(plan: Plan) -> Iterator[tuple[DataPath, Mapping[str, Any]]]:
    """The parts of a plan that may accept a rule, from the whole to the single activity."""
    yield (), plan.data
    for directive in plan.directives:
        yield directive.path, directive.data
        for activity in directive.activities:
            yield activity.path, activity.data


def _place(file: PlanFile, plan: Plan, remarks: Iterable[tuple[str, str, Remark]]) -> list[Finding]:
    """The remarks as findings, with line and column, less what the plan accepts."""
    accepted = [
        (place, rule) for place, holder in _holders(plan) for rule in holder.get("accepted", ())
    ]
    kept = [
        (name, severity, remark)
        for name, severity, remark in remarks
        if not any(name == rule and remark.path[: len(place)] == place for place, rule in accepted)
    ]
    if not kept:
        return []
    found_at = places.locate_all(file.text.text, [remark.path for _, _, remark in kept])
    return [
        Finding(
            file.shown,
            *found_at[remark.path],
            severity,
            name,
            remark.message,
            _address(plan, remark),
        )
        for name, severity, remark in kept
    ]


def _address(plan: Plan, remark: Remark) -> str:
    item: Any = None
    value: Any = plan.data
    for step in remark.path[:4]:
        try:
            value = value[step]
        except (LookupError, TypeError):
            break
        if isinstance(value, Mapping) and "id" in value:
            item = value
    return f"{plan.key}/{item['id']}" if item else plan.key


def _judge(repository: Repository, facts: Facts, paths: Mapping[str, Path]) -> list[Finding]:
    """What the rules that compare plans find; only the files they speak of are read again."""
    by_plan: dict[str, list[tuple[str, str, Remark]]] = {}
    for rule in ACROSS_RULES:
        for fact, message in rule.judge(facts[rule.name]):
            entry = (rule.name, rule.severity, Remark(fact.path, message))
            by_plan.setdefault(fact.plan, []).append(entry)
    findings = []
    for key, remarks in by_plan.items():
        file = repository.read(paths[key])
        findings += _place(file, file.plan, remarks)
    return findings


def _settings(repository: Repository) -> list[Finding]:
    shown = repository.shown(repository.root / "planctl.yaml")
    return [
        Finding(
            shown,
            1,
            1,
            WARNING,
            "unknown-rule",
            f"there is no rule “{name}”; `planctl validate --rules` lists them",
        )
        for name in sorted(set(repository.settings.rules) - RULE_NAMES)
    ]
