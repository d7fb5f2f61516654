"""What can be said of each plan by itself, in two processes where there are many plans."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import PlanctlError, UnreadablePlan
from planctl.finding import ERROR, Finding
from planctl.review import remarks
from planctl.store.repository import Repository

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from planctl.plan.model import Plan
    from planctl.review.remarks import Facts, Said
    from planctl.store.planfile import PlanFile


def inspect_all(
    repository: Repository, files: Sequence[Path], off: Collection[str], two_from: int
) -> tuple[list[Finding], Facts]:
    """As :func:`inspect`; from ``two_from`` files on half of them are read in a second process."""
    if len(files) < max(two_from, 2) or repository.source.revision:
        return inspect(repository, files, off)
    half = len(files) // 2
    try:
        # Not a pool of concurrent.futures: to import that takes longer than to read two plans.
        from multiprocessing import Pipe, Process

        here, there = Pipe(duplex=False)
        work = (here, there, Repository(repository.root), files[half:], off)
        other = Process(target=_inspect_for, args=work, daemon=True)
        other.start()
    except (ImportError, NotImplementedError, OSError):  # a system that gives no process
        return inspect(repository, files, off)
    there.close()  # so that there is nothing to wait for once the other process has ended
    findings, facts = inspect(repository, files[:half], off)
    with here:
        try:
            more_findings, more_facts = here.recv()
        except (EOFError, OSError):
            more_findings, more_facts = inspect(repository, files[half:], off)
    other.join()
    for name, more in more_facts.items():
        facts.setdefault(name, []).extend(more)
    return findings + more_findings, facts


def _inspect_for(
    here: Connection,
    there: Connection,
    repository: Repository,
    files: Sequence[Path],
    off: Collection[str],
) -> None:
    """Send what :func:`inspect` says; nothing where it fails, for whoever waits tries it anew."""
    here.close()  # of the process that waits: with its end open nobody would be missed
    with there, suppress(Exception):
        there.send(inspect(repository, files, off))


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
