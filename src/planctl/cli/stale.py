"""``planctl stale``: what is ongoing and has not moved, since when, and at whose desk."""

from __future__ import annotations

from collections.abc import Collection, Container
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from planctl.cli import completion
from planctl.cli.as_of import as_of_option, day, today
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import encoding, json_text, say
from planctl.cli.report import Look, form_option, look, note_cut_off, output_option, put_out, shown
from planctl.cli.revision import at_option
from planctl.cli.selection import responsible_option
from planctl.errors import PlanctlError, UsageFault
from planctl.store import results

if TYPE_CHECKING:
    from planctl.review.stale.outlook import Outlook
    from planctl.store.repository import Repository


@click.command(
    "stale",
    epilog="\b\nExamples:\n"
    "  planctl stale --why\n"
    "  planctl stale 73 --as-of TSAG-2021-01 --responsible SG5 --format csv -o sg5.csv",
)
@click.argument("keys", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@as_of_option
@responsible_option
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
    if since is not None and not silent_groups:
        raise click.UsageError("--since goes with --silent-groups.")
    note_cut_off(desk.repository.root)
    asked = Asked(keys, as_of or today(), bodies, why, silent_groups, since, form, *look(output))
    key = [encoding(), *(list(one) if isinstance(one, tuple) else one for one in asked)]
    flagged, told, notes = results.remembered(
        desk.repository, results.STALE, key, lambda: _answer(desk.repository, asked, as_of)
    )
    for note in notes:
        say(f"Note: {note}.")
    put_out(told, output)
    return 1 if flagged and not exit_zero else 0


class Asked(NamedTuple):
    """What was asked for, as it was written; ``silent`` asks for bodies instead of items."""

    keys: tuple[str, ...]
    as_of: str
    bodies: tuple[str, ...]
    why: bool
    silent: bool
    since: str | None
    form: str
    width: int
    in_color: bool


def _answer(repository: Repository, asked: Asked, as_of: str | None) -> tuple[bool, str, list[str]]:
    """Whether anything has not moved, what is to be told, and what is to be noted about it."""
    from planctl.review.stale.outlook import outlook

    judged = day(repository, as_of)
    all_ = outlook(repository, judged)
    chosen = {repository.path_of(key).stem for key in asked.keys}
    notes = [str(one) for one in all_.unread if one.plan in (chosen or (one.plan,))]
    if asked.silent:
        return False, _silent_bodies(all_, judged, asked, chosen), notes
    return *_items(all_, judged, asked, chosen), notes


def _items(all_: Outlook, as_of: str, asked: Asked, chosen: Container[str]) -> tuple[bool, str]:
    """What has not moved, of the ``chosen`` plans (or all), and of the bodies that were named."""
    from planctl import sheet
    from planctl.reports import staleness
    from planctl.review.stale.bodies import bodies_of

    plans = [plan for plan in all_.plans if not asked.keys or plan.key in chosen]
    found = [
        one
        for one in all_.stale
        if (not asked.keys or one.plan in chosen) and bodies_of(one.activity, asked.bodies)
    ]
    if asked.form == "json":
        activities = staleness.as_json(found)
        return bool(found), f"{json_text('stale', as_of=as_of, activities=activities)}\n"
    if asked.form == "csv":
        return bool(found), sheet.csv(staleness.SHEET_HEADS, staleness.sheet(found))
    document = staleness.report(found, plans, asked.bodies, why=asked.why)
    return bool(found), shown(document, asked.form, "", Look(asked.width, asked.in_color))


def _silent_bodies(all_: Outlook, as_of: str, asked: Asked, chosen: Collection[str]) -> str:
    """The bodies that have contributed no change since a closed meeting."""
    from planctl import sheet
    from planctl.reports import staleness
    from planctl.review.stale.bodies import silent_groups
    from planctl.review.stale.outlook import lost_since

    since = _closed(all_, asked.since)
    if fault := lost_since(all_, since):
        raise PlanctlError(f"{fault}. What changed since a later meeting can be told (--since)")
    addresses = {plan.address(each) for plan in all_.plans for _, each in plan.activities()}
    unchanged = {address for address, keys in all_.history.items() if since in keys}
    groups = silent_groups(all_.plans, addresses - unchanged, as_of, asked.bodies, chosen)
    if asked.form == "json":
        bodies = staleness.silence_json(groups)
        return f"{json_text('silent-groups', as_of=as_of, since=since, bodies=bodies)}\n"
    if asked.form == "csv":
        rows = [(one.name, str(len(one.addresses)), "; ".join(one.addresses)) for one in groups]
        return sheet.csv(("body", "open", "items"), rows)
    document = staleness.silence(groups, since, some=bool(asked.bodies or chosen))
    return shown(document, asked.form, "", Look(asked.width, asked.in_color))


def _closed(all_: Outlook, since: str | None) -> str:
    """The key of the closed meeting that ``since`` names; of the last one where it is None."""
    keys = [one.meeting.key for one in all_.closed]
    if since in keys or (since is None and keys):
        return since or keys[-1]
    if since is None:
        raise UsageFault("no meeting was closed yet; `planctl meeting close` closes one")
    named = f"; these were: {', '.join(keys)}" if keys else ""
    raise UsageFault(f"--since: “{since}” is no meeting that was closed by then{named}")
