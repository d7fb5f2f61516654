"""Why a meeting is not closed: it was already, or what would be frozen is not fit to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planctl.cli.output import say
from planctl.errors import PlanctlError, UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.store.freezing import State
    from planctl.store.repository import Repository
    from planctl.store.revisions import Tag


def need_git(repository: Repository) -> None:
    """Raise UsageFault outside a git repository."""
    from planctl.store import git

    if git.marker(repository.root) is None:
        raise UsageFault(
            f"{repository.root} is in no git repository, and a meeting is closed with a git tag;"
            " `git init` makes one"
        )


def refuse_closed(meeting: Meeting, tags: Mapping[str, Tag]) -> None:
    """Raise PlanctlError where there is a tag of the meeting's name, in whatever capitals."""
    from planctl.plan.meeting import written

    for tag in tags.values():
        if tag.name.casefold() != meeting.key.casefold():
            continue
        when = f" on {written(tag.day)}" if tag.day else ""
        at = f"at the commit {tag.commit[:10]}"
        if tag.signed:
            raise PlanctlError(
                f"{tag.name} was closed{when}, {at}, and a tag is never moved. What is mended after"
                " a meeting belongs to the next one"
            )
        raise PlanctlError(
            f"there is a tag {tag.name} already, made{when} without planctl, {at}. If it is not"
            f" meant to freeze the meeting, `git tag -d {tag.name}` takes it away"
        )


def refuse_unclean(meeting: Meeting, state: State) -> None:
    """Raise PlanctlError, with each fault said before, where what is frozen is not all there is."""
    if state.faults:
        for fault in state.faults:
            say(fault)
        raise PlanctlError(
            f"{meeting.key} was not closed: what is frozen is what was committed. Commit this first"
            " (`git add`, `git commit`), or put it aside"
        )


def refuse_errors(frozen: Repository, meeting: Meeting) -> None:
    """Say what `validate` finds in the commit; PlanctlError where an error is among it."""
    from planctl.review.validate import check

    findings = check(frozen)
    errors = [finding for finding in findings if finding.severity == "error"]
    prefix = f"{frozen.source.revision}:"
    for finding in errors:  # the files are as they were committed
        say(str(finding._replace(file=finding.file.removeprefix(prefix))))
    if errors:
        raise PlanctlError(
            f"{meeting.key} was not closed: the plans have {count(len(errors), 'error')}. Mend this"
            " and commit it first"
        )
    if findings:
        say(f"The plans have {count(len(findings), 'warning')}; `planctl validate` shows them.")
