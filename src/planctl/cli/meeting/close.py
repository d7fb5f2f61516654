"""``planctl meeting close``: the plans frozen under a tag with the meeting's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.meeting import refusal
from planctl.cli.output import format_option, print_json, say, wrap
from planctl.cli.question import agreed, yes_option
from planctl.errors import UnreadablePlan

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.store.freezing import State
    from planctl.store.repository import Repository
    from planctl.store.revisions import Closed, Tag


class Account(NamedTuple):
    """What is frozen: its numbers, and what changed since the meeting closed ``before``."""

    counts: str
    changes: list[str]
    before: Closed | None


@click.command(
    "close",
    short_help="Freeze the plans under a meeting's name.",
    epilog="\b\nExamples:\n"
    "  planctl meeting close TSAG-2020-09 --dry-run\n"
    "  planctl meeting close TSAG-2020-09 --yes",
)
@click.argument("key", shell_complete=completion.meetings)
@yes_option
@click.option("--dry-run", is_flag=True, help="Check and show everything, and make no tag.")
@format_option
@pass_desk
def command(desk: Desk, key: str, yes: bool, dry_run: bool, form: str) -> int:
    """Close the meeting KEY: freeze the plans, as they are committed, under its name.

    Plans and planctl.yaml must be committed and without errors. What is frozen is shown first: how
    many activities, and what changed since the meeting closed before. The tag that is made says so
    too. A tag is never moved, and nothing else in the repository is touched.
    """
    from planctl.change.calendar import place_of
    from planctl.store import freezing, revisions

    repository = desk.repository
    meetings = repository.settings.meetings
    meeting = meetings[place_of(meetings, key)]
    refusal.need_git(repository)
    tags = revisions.tags(repository.root)
    refusal.refuse_closed(meeting, tags)
    state = freezing.state(repository)
    refusal.refuse_unclean(meeting, state)
    frozen = _at(repository, "HEAD", state.commit)
    refusal.refuse_errors(frozen, meeting)
    freezing.check_person(repository.root)
    account = _account(frozen, _before(meetings, meeting), revisions.closed(meetings, tags))
    if form == "text":
        _show(meeting, state, account)
    for remark in _remarks(repository, meeting, state, tags, account):
        say(f"{remark}.")
    close = f"Close {meeting.key}?"
    stands = f"{meeting.key} was not closed"
    write = not dry_run and (yes or agreed(close, "close it", stands))
    if write:
        freezing.freeze(repository.root, meeting.key, state.commit, _message(meeting, account))
        tag = "tag " if freezing.has_branch(repository.root, meeting.key) else ""
        say(f"Closed {meeting.key}. `git push origin {tag}{meeting.key}` publishes it.")
    else:
        say("Nothing was written.")
    if form == "json":
        _print_json(meeting, state, account, written=write)
    return 0 if write or dry_run else 1


def _at(repository: Repository, name: str, commit: str) -> Repository:
    from planctl.store.repository import Repository
    from planctl.store.source import Frozen

    return Repository(repository.root, Frozen(repository.root, name, commit))


def _before(meetings: Sequence[Meeting], meeting: Meeting) -> list[Meeting]:
    """The meetings before this one; of those that begin on one day the calendar has the order."""
    in_order = sorted(meetings, key=lambda one: one.start)
    return in_order[: in_order.index(meeting)]


def _account(frozen: Repository, earlier: Sequence[Meeting], closed: Sequence[Closed]) -> Account:
    """What is frozen, with what changed since the last of the ``earlier`` that were closed."""
    from planctl.review import account

    before = next((one for one in reversed(closed) if one.meeting in earlier), None)
    plans = [file.plan for file in frozen.plan_files()]
    return Account(account.counts(plans), _changes(before, frozen) if before else [], before)


def _changes(before: Closed, frozen: Repository) -> list[str]:
    from planctl.review import account

    try:
        return account.since(_at(frozen, before.tag.name, before.tag.commit), frozen)
    except UnreadablePlan as fault:  # which nobody can mend any more
        return [f"What changed since {before.tag.name} is not known: {fault.findings[0]}."]


def _remarks(
    repository: Repository, meeting: Meeting, state: State, tags: dict[str, Tag], account: Account
) -> Iterator[str]:
    """What may not be meant, and does not stand in the way."""
    from planctl.store import freezing, revisions

    calendar = repository.settings.meetings
    closed = revisions.closed(calendar, tags)
    odd = revisions.doubts(closed, tags)
    before = [one.key for one in _before(calendar, meeting)]
    open_before = [key for key in before if key not in tags and key not in odd]
    closed_after = [one.tag.name for one in closed if one.tag.name not in before]
    if open_before:
        yield f"Before it in the calendar, and not closed: {', '.join(open_before)}"
    if closed_after:
        yield f"After it in the calendar, and closed already: {', '.join(closed_after)}"
    if not state.branch:
        yield "HEAD is detached: the commit is on no branch, unless you put it on one"
    last = account.before
    if last and not freezing.leads_to(repository.root, last.tag.commit, state.commit):
        yield f"The commit of {last.tag.name} is not among those that led to this one"
    yield from (f"Note: {odd[key]}" for key in (*before, meeting.key) if key in odd)
    if gap := revisions.gap(repository.root):
        yield gap


def _show(meeting: Meeting, state: State, account: Account) -> None:
    click.echo(click.style(wrap(_title(meeting)), bold=True))
    on = f" on the branch {state.branch}" if state.branch else ""
    for line in (f"The commit {state.commit[:10]}{on}.", account.counts, *account.changes):
        click.echo(wrap(line, "    "))


def _title(meeting: Meeting) -> str:
    name = " ".join(meeting.name.split())
    return f"{meeting.key}: {name}{', ' if name else ''}{meeting.days}"


def _message(meeting: Meeting, account: Account) -> str:
    """What the tag says."""
    from planctl.store.revisions import SIGNATURE

    parts = [_title(meeting), account.counts, "\n".join(account.changes)]
    before = account.before
    since = f"Since: {before.tag.name} {before.tag.commit}\n" if before else ""
    return "\n\n".join(part for part in (*parts, f"{since}{SIGNATURE}") if part) + "\n"


def _print_json(meeting: Meeting, state: State, account: Account, *, written: bool) -> None:
    print_json(
        "meeting close",
        meeting=meeting.key,
        commit=state.commit,
        branch=state.branch,
        since=account.before.tag.name if account.before else None,
        summary=[account.counts, *account.changes],
        closed=written,
    )
