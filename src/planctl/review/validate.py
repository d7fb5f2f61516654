"""Validation: every finding about a repository's plans and settings, read from its files.

Plans are read one at a time and forgotten, in two processes where there are many. Where a file
cannot be read its findings stand for it, and the other plans are still known.

The last result is recalled where nothing has changed: the imports that take long are in the
functions that need them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import PlanctlError, UnreadablePlan, UsageFault
from planctl.finding import ERROR, Finding
from planctl.second_process import WORTHWHILE
from planctl.store import cache, results
from planctl.store.plan_paths import SETTINGS, plans_among
from planctl.store.repository import Repository
from planctl.store.results import FINDINGS

if TYPE_CHECKING:
    from planctl.review.remarks import Facts
    from planctl.store.settings import Settings

# Plans; below, starting a second process costs more than it saves.
_TWO_FROM = 64 if WORTHWHILE else sys.maxsize


def check(
    repository: Repository, wanted: Sequence[Path] = (), now: int | None = None
) -> list[Finding]:
    """All findings, or those about the ``wanted`` files; the other plans are still known.

    A wanted file that is neither a plan of the repository nor its settings is looked at as a plan.
    ``now`` is the time in nanoseconds, the clock's where None.
    """
    if repository.source.revision:
        return _check_frozen(repository, wanted)
    now = time.time_ns() if now is None else now
    kept = cache.recall(repository)
    if kept is not None:
        about, others = _sorted_out(repository, wanted, map(Path, kept.files))
        if not others:
            return _about(kept.findings, about)
    plans = _settings(repository)[0].plans
    files = _files(repository, plans)
    known = [repository.root / SETTINGS, *files]
    about, others = _sorted_out(repository, wanted, known)
    taken = results.take(repository.root, plans, now, FINDINGS)
    findings = validate(repository, files + others)
    if files and not others:  # a folder without plans leaves no stamp, and costs nothing
        shown = [repository.shown(path) for path in known]
        cache.keep(repository, taken, cache.Kept(shown, findings))
    return _about(findings, about)


def _check_frozen(repository: Repository, wanted: Sequence[Path]) -> list[Finding]:
    """As :func:`check`, for the plans as they stood at a revision."""
    files = _files(repository, _settings(repository)[0].plans)
    known = [repository.root / SETTINGS, *files]
    about, others = _sorted_out(repository, wanted, known)
    if others:
        raise UsageFault(f"{repository.shown(others[0])} was no plan of the repository")
    return _about(validate(repository, files), about)


def _files(repository: Repository, plans: str) -> list[Path]:
    return plans_among(repository.source.listing(repository.root / plans) or ())


def _sorted_out(
    repository: Repository, wanted: Sequence[Path], known: Iterable[Path]
) -> tuple[set[str], list[Path]]:
    """The wanted files as they are shown, and those of them that are not among the known."""
    if not wanted:
        return set(), []
    by_real = {_real(path): path for path in known}
    others = {_real(path): path for path in wanted if _real(path) not in by_real}
    named = [by_real.get(_real(path)) or others[_real(path)] for path in wanted]
    return {repository.shown(path) for path in named}, list(others.values())


def _real(path: Path) -> str:
    """What two paths to one file share, however they lead there."""
    return os.path.normcase(os.path.realpath(path))


def _about(findings: list[Finding], files: Collection[str]) -> list[Finding]:
    return [finding for finding in findings if finding.file in files] if files else findings


def validate(
    repository: Repository, files: Sequence[Path], two_from: int = _TWO_FROM
) -> list[Finding]:
    """Every finding about the plan ``files`` and the settings, in the order of files and lines.

    From ``two_from`` files on, half of them are read in a second process.
    """
    from planctl.review.inspection import inspect_all

    chosen, unreadable = _settings(repository)
    off = frozenset(chosen.rules)
    findings, facts = inspect_all(repository, files, off, two_from)
    if unreadable:
        facts.pop("unknown-meeting", None)  # which meetings there are is not known
    calendar = [meeting.key for meeting in chosen.meetings]
    findings += _compare(repository, facts, calendar, files)
    findings += unreadable or _about_settings(repository, chosen)
    findings += _duplicates(repository, files)
    return sorted(findings)


def _settings(repository: Repository) -> tuple[Settings, list[Finding]]:
    """The settings, and what is wrong with them; the defaults where they cannot be read."""
    from planctl.store import settings

    try:
        return repository.settings, []
    except UnreadablePlan as unreadable:
        return settings.Settings(), list(unreadable.findings)
    except PlanctlError as error:
        shown = repository.shown(repository.root / SETTINGS)
        return settings.Settings(), [Finding(shown, 1, 1, ERROR, "file", str(error))]


def _compare(
    repository: Repository, facts: Facts, calendar: Sequence[str], files: Sequence[Path]
) -> list[Finding]:
    """What the rules that compare plans find; only the files they speak of are read again."""
    from planctl.review import remarks
    from planctl.review.inspection import placed

    findings: list[Finding] = []
    by_file = remarks.compare(facts, calendar)
    for path in files:
        said = by_file.get(repository.shown(path)) if by_file else None
        if said:
            file = repository.read(path)
            plan = file.plan
            findings += placed(file, plan, remarks.unaccepted(plan, said))
    return findings


def _about_settings(repository: Repository, chosen: Settings) -> list[Finding]:
    """What settings that agree with their schema say and cannot be meant."""
    from planctl.review import calendar, remarks
    from planctl.store.yaml import places

    said = remarks.unknown_rules(("rules",), chosen.rules) + calendar.check(chosen.meetings)
    path = repository.root / SETTINGS
    source = repository.source
    if source.has(path) and source.listing(repository.root / chosen.plans) is None:
        message = (
            f"there was no folder {chosen.plans} at {source.revision}, so no plan was looked at"
            if source.revision
            else f"there is no folder {chosen.plans} here, so no plan was looked at; make it, or "
            "name the right one as `plans:`"
        )
        said.append(remarks.Said("plans-folder", ERROR, ("plans",), message))
    if not said:
        return []
    file = repository.settings_file()
    paths = [one.path for one in said]
    # A file without content has no place for anything.
    at = places.locate_all(file.text.text, paths) if file.data else dict.fromkeys(paths, (1, 1))
    return [Finding(file.shown, *at[one.path], one.severity, one.rule, one.message) for one in said]


def _duplicates(repository: Repository, files: Iterable[Path]) -> list[Finding]:
    """The files of a folder that have one name but for capitals and ``.yaml`` or ``.yml``."""
    by_key: dict[tuple[Path, str], list[Path]] = {}
    for path in files:
        by_key.setdefault((path.parent, path.stem.casefold()), []).append(path)
    return [
        Finding(
            repository.shown(path),
            1,
            1,
            ERROR,
            "duplicate-plan",
            f"{' and '.join(repository.shown(one) for one in same if one is not path)} would be "
            f"the plan {path.stem} too; keep one file",
            path.stem,
        )
        for same in by_key.values()
        if len(same) > 1
        for path in same
    ]
