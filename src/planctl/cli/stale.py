"""``planctl stale``: what is ongoing and has not moved, since when, and at whose desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.as_of import as_of_option, day
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import print_json
from planctl.cli.report import form_option, output_option, print_report, put_out
from planctl.cli.revision import at_option
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.review.stale.outlook import Outlook


@click.command(
    "stale",
    epilog="\b\nExamples:\n"
    "  planctl stale --why\n"
    "  planctl stale 73 --as-of TSAG-2021-01 --responsible SG5 --format csv -o sg5.csv",
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
@click.option("--why", is_flag=True, help="Say in a sentence why each item is there.")
@click.option(
    "--silent-groups",
    is_flag=True,
    help="List the bodies in whose open items nothing has changed since a meeting.",
)
@click.option(
    "--since",
    metavar="MEETING",
    shell_complete=completion.meetings,
    help="The meeting for --silent-groups; the one closed last if left out.",
)
@click.option(
    "--exit-zero", is_flag=True, help="End with exit status 0 also where items are found."
)
@form_option("text", "json", "markdown", "csv")
@output_option
@at_option
@pass_desk
def command(
    desk: Desk,
    keys: tuple[str, ...],
    as_of: str | None,
    bodies: tuple[str, ...],
    why: bool,
    silent_groups: bool,
    since: str | None,
    exit_zero: bool,
    form: str,
    output: Path | None,
) -> int:
    """List the ongoing activities that have not moved, the worst first, body by body.

    An activity has not moved if it said the same at the last closed meetings, if its newest
    evidence is old, undated or missing, if its report only holds a place or points to what has not
    moved itself, if it is overdue, or if it says “Completed” and is still ongoing. How many
    meetings, and how many months, planctl.yaml says (stale_after). Exit status 1 where there is
    any.
    """
    from planctl.reports import sheet, staleness
    from planctl.review.stale.bodies import bodies_of
    from planctl.review.stale.outlook import outlook

    repository = desk.repository
    today = day(repository, as_of)
    chosen = {repository.path_of(key).stem for key in keys}
    all_ = outlook(repository, today)
    if silent_groups:
        return _silent(all_, since, today, form, output)
    plans = [plan for plan in all_.plans if not chosen or plan.key in chosen]
    found = [
        one
        for one in all_.stale
        if (not chosen or one.plan in chosen) and bodies_of(one.activity, bodies)
    ]
    if form == "json":
        print_json("stale", as_of=today, activities=staleness.as_json(found))
    elif form == "csv":
        put_out(sheet.csv(staleness.SHEET_HEADS, staleness.sheet(found)), output)
    else:
        document = staleness.report(found, plans, bodies, why=why)
        print_report(document, form, f"What has not moved, as of {today}", output)
    return 1 if found and not exit_zero else 0


def _silent(all_: Outlook, since: str | None, today: str, form: str, output: Path | None) -> int:
    """Print the bodies that have contributed no change since a closed meeting."""
    from planctl.reports import sheet, staleness
    from planctl.review.stale.bodies import silent_groups

    meeting = _closed(all_, since)
    addresses = {plan.address(each) for plan in all_.plans for _, each in plan.activities()}
    unchanged = {address for address, keys in all_.history.items() if meeting in keys}
    groups = silent_groups(all_.plans, addresses - unchanged, today)
    if form == "json":
        print_json("silent-groups", since=meeting, bodies=staleness.silence_json(groups))
    elif form == "csv":
        rows = [(one.name, str(len(one.addresses)), "; ".join(one.addresses)) for one in groups]
        put_out(sheet.csv(("body", "open", "items"), rows), output)
    else:
        title = f"Bodies without a change since {meeting}"
        print_report(staleness.silence(groups, meeting), form, title, output)
    return 0


def _closed(all_: Outlook, since: str | None) -> str:
    """The key of the closed meeting that ``since`` names; of the last one where it is None."""
    keys = [one.meeting.key for one in all_.closed]
    if since in keys or (since is None and keys):
        return since or keys[-1]
    if since is None:
        raise UsageFault("no meeting was closed yet; `planctl meeting close` closes one")
    named = f"; these were: {', '.join(keys)}" if keys else ""
    raise UsageFault(f"--since: “{since}” is no meeting that was closed by then{named}")
