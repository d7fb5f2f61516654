"""``planctl status``: where the plans stand, for the beginning of a day."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.as_of import as_of_option, day
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import print_json, say, width
from planctl.cli.report import form_option, print_report
from planctl.cli.revision import at_option
from planctl.errors import PlanctlError

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
@click.option(
    "--responsible",
    "-r",
    "bodies",
    multiple=True,
    metavar="BODY",
    help="Only what this body answers for: SG5, Q3/5, TSB (may be repeated).",
)
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
    from planctl.reports import overview as reports
    from planctl.review.overview import overview

    repository = desk.repository
    today = day(repository, as_of)
    chosen = {repository.path_of(key).stem for key in keys}
    seen, untold = _seen(repository, today)
    calendar, at = repository.settings.meetings, repository.source.revision
    found = overview(seen, today, calendar, chosen, bodies, at)
    if found.since:
        _note_doubts(repository, seen, found.since)
    if form == "json":
        print_json("status", **reports.as_json(found, untold))
        return 0
    document = reports.report(found, untold, width(), _marks())
    print_report(document, form, f"Where the plans stand, as of {today}", None)
    return 0


def _seen(repository: Repository, today: str) -> tuple[Outlook, str]:
    """What there is to see, and why nothing is known of changes, where it is not.

    What git cannot tell, or a plan that could not be read at a meeting, does not hide the rest.
    """
    from planctl.review.stale.outlook import outlook
    from planctl.store import git, revisions

    try:
        seen = outlook(repository, today)
    except PlanctlError as fault:
        alone = outlook(repository, today, with_past=False)
        return alone, f"{fault}; what has not moved is told from the plans alone"
    if git.marker(repository.root) is None:
        return seen, "the plans are in no git repository"
    return seen, f"no meeting was closed yet{revisions.cut_off(repository.root)}"


def _note_doubts(repository: Repository, seen: Outlook, since: str) -> None:
    """Say what is odd about the meeting that changes are counted from."""
    from planctl.store import revisions

    doubt = revisions.doubts(seen.closed).get(since)
    if doubt:
        say(f"Note: {doubt}.")
    cut_off = revisions.cut_off(repository.root)
    if cut_off:
        say(f"Note: {since} is the last closed meeting here{cut_off}.")


def _marks() -> str:
    """What bars are drawn with: blocks where the console can show them."""
    from planctl.reports.overview import ASCII_MARKS, MARKS

    try:
        MARKS.encode((sys.stdout and sys.stdout.encoding) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII_MARKS
    return MARKS
