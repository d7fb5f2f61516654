"""What can be said of each plan by itself, in two processes where there are many plans."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import PlanctlError, UnreadablePlan
from planctl.finding import ERROR, Finding
from planctl.review import remarks
from planctl.second_process import begin
from planctl.store.repository import Repository

if TYPE_CHECKING:
    from planctl.plan.model import Plan
    from planctl.review.remarks import Facts, Said
    from planctl.store.planfile import PlanFile


def inspect_all(
    repository: Repository, files: Sequence[Path], off: Collection[str], two_from: int
) -> tuple[list[Finding], Facts]:
    """As :func:`inspect`; from ``two_from`` files on half of them are read in a second process."""
    if len(files) < max(two_from, 2) or repository.source.revision:
        return inspect(repository, files, off)
    half = len(files) * 8 // 15  # the other process begins later, and has to tell what it found
    others = begin(inspect, Repository(repository.root), files[half:], off)
    findings, facts = inspect(repository, files[:half], off)
    more_findings, more_facts = others()
    for name, more in more_facts.items():
        facts.setdefault(name, []).extend(more)
    return findings + more_findings, facts


def inspect(
    repository: Repository, files: Iterable[Path], off: Collection[str]
) -> tuple[list[Finding], Facts]:
    """What can be said of each file by itself, and the facts for the rules that compare plans.

    ``off`` are the rules that are switched off in the repository.
    """
    findings: list[Finding] = []
    facts: Facts = {}
    for path in files:
        try:
            file = repository.read(path)
        except UnreadablePlan as unreadable:
            findings += unreadable.findings
        except PlanctlError as error:
            findings.append(Finding(repository.shown(path), 1, 1, ERROR, "file", str(error)))
        else:
            plan = file.plan
            findings += placed(file, plan, remarks.of_plan(plan, off))
            for name, more in remarks.facts_of(plan, file.shown, off):
                facts.setdefault(name, []).extend(more)
    return findings, facts


def placed(file: PlanFile, plan: Plan, said: Sequence[Said]) -> list[Finding]:
    """What is said of a plan as findings, with line and column."""
    if not said:
        return []
    from planctl.store.yaml import places

    at = places.locate_all(file.text.text, [one.path for one in said])
    return [
        Finding(
            file.shown,
            *at[one.path],
            one.severity,
            one.rule,
            one.message,
            remarks.address(plan, one.path),
        )
        for one in said
    ]
