"""``planctl status``: where the plans stand, for the beginning of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from planctl.cli import completion
from planctl.cli.as_of import as_of_option, day, today
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import encoding, json_text, say
from planctl.cli.report import Look, form_option, look, put_out, shown
from planctl.cli.revision import at_option
from planctl.cli.selection import responsible_option
from planctl.errors import PlanctlError
from planctl.store import results

if TYPE_CHECKING:
    from planctl.review.stale.outlook import Outlook
    from planctl.store.repository import Repository


@click.command(
    "status",
    epilog="\b\nExamples:\n"
    "  planctl status\n"
    "  planctl status 73 79 --as-of TSAG-2021-01 --responsible SG5",
)
@click.argument("keys", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@as_of_option
@responsible_option
@form_option("text", "json", "markdown")
@at_option
@pass_desk
def command(
    desk: Desk, keys: tuple[str, ...], as_of: str | None, bodies: tuple[str, ...], form: str
) -> int:
    """Show where the plans stand: a line for each, and what comes next.

    A line has the activities by status, drawn as a bar; how many are new, or say something else
    than at the last closed meeting (`planctl diff` shows what, and what was removed); how many
    have not moved (`planctl stale --why` says why); how many are blocked. Below it stand the next
    meeting that is not closed, its deadline for documents, what is due by its end, and what each
    blocked activity waits for.
    """
    repository = desk.repository
    asked = Asked(keys, as_of or today(), bodies, form, *look(None))
    key = [encoding(), *(list(one) if isinstance(one, tuple) else one for one in asked)]

    def answer() -> Answer:
        return _answer(repository, asked, day(repository, as_of))

    try:
        told, notes = results.remembered(repository, results.STATUS, key, answer)
    except PlanctlError as fault:
        # What git cannot tell, or a plan that could not be read at a meeting, must not hide the
        # rest; what is amiss now is met again.
        told, notes = _answer(repository, asked, day(repository, as_of), str(fault))
    for note in notes:
        say(f"Note: {note}.")
    put_out(told, None)
    return 0


class Asked(NamedTuple):
    """What was asked for, as it was written, and how it is to look."""

    keys: tuple[str, ...]
    as_of: str
    bodies: tuple[str, ...]
    form: str
    width: int
    in_color: bool


Answer = tuple[str, list[str]]
"""What is told, and what is to be noted about it."""


def _answer(repository: Repository, asked: Asked, as_of: str, fault: str = "") -> Answer:
    """The overview on the ISO day ``as_of``; a ``fault`` is why it is told without the past."""
    from planctl.reports import overview as reports
    from planctl.review.overview import overview
    from planctl.review.stale.outlook import lost_since, outlook

    chosen = {repository.path_of(key).stem for key in asked.keys}
    seen = outlook(repository, as_of, with_past=not fault)
    calendar, at = repository.settings.meetings, repository.source.revision
    found = overview(seen, as_of, calendar, chosen, asked.bodies, at)
    if lost := lost_since(seen, found.since):
        return _answer(repository, asked, as_of, lost)
    untold = "" if found.since else _untold(repository, fault)
    notes = _doubts(repository, seen, found.since) if found.since else []
    if asked.form == "json":
        return f"{json_text('status', **reports.as_json(found, untold))}\n", notes
    document = reports.report(found, untold, asked.width, _marks())
    return shown(document, asked.form, "", Look(asked.width, asked.in_color)), notes


def _untold(repository: Repository, fault: str) -> str:
    """Why it is not known what changed since the last meeting."""
    from planctl.store import git, revisions

    if fault:
        return f"{fault} (what has not moved is told from the plans alone)"
    if git.marker(repository.root) is None:
        return "the plans are in no git repository"
    before = f" before {repository.source.revision}" if repository.source.revision else " yet"
    return f"no meeting was closed{before}{revisions.cut_off(repository.root)}"


def _doubts(repository: Repository, seen: Outlook, since: str) -> list[str]:
    """What is odd about the meeting that changes are counted from."""
    from planctl.store import revisions

    doubt = revisions.doubts(seen.closed).get(since)
    cut_off = revisions.cut_off(repository.root)
    missing = f"{since} is the last closed meeting here{cut_off}" if cut_off else ""
    return [*filter(None, (doubt, missing))]


def _marks() -> str:
    """What bars are drawn with: blocks where the console can show them."""
    from planctl.reports.overview import ASCII_MARKS, MARKS

    try:
        MARKS.encode(encoding() or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII_MARKS
    return MARKS
