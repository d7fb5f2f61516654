"""``planctl diff``: what changed between two meetings, or since the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import say
from planctl.cli.report import form_option, output_option, print_report, put_json
from planctl.cli.selection import responsible_option
from planctl.review.compare.selection import KINDS, only

if TYPE_CHECKING:
    from planctl.review.compare.changes import PlanChange


def _kinds(_ctx: click.Context, _param: click.Parameter, value: str) -> list[str]:
    """The kinds of change that ``--only`` names."""
    kinds = [kind.strip() for kind in value.split(",") if kind.strip()]
    for kind in kinds:
        if kind not in KINDS:
            raise click.BadParameter(f"“{kind}” is none of: {', '.join(KINDS)}.")
    return kinds


@click.command(
    "diff",
    epilog="\b\nExamples:\n"
    "  planctl diff\n"
    "  planctl diff TSAG-2020-02 TSAG-2020-09 73 --only status,deliverables",
)
@click.argument(
    "words", metavar="[FROM] [TO] [PLAN]...", nargs=-1, shell_complete=completion.states
)
@click.option("--stat", is_flag=True, help="Only how much changed in each plan.")
@click.option(
    "--only",
    "kinds",
    metavar="KINDS",
    default="",
    callback=_kinds,
    help=f"Only these kinds of change, with commas between: {', '.join(KINDS)}.",
)
@responsible_option
@form_option("text", "json", "markdown", "html")
@output_option
@pass_desk
def command(
    desk: Desk,
    words: tuple[str, ...],
    stat: bool,
    kinds: list[str],
    bodies: tuple[str, ...],
    form: str,
    output: Path | None,
) -> int:
    """Show what changed in the plans: in what they say, not in how the files are written.

    FROM and TO are meetings that were closed, or any git revision; FROM..TO is understood too.
    FROM is the meeting closed last where it is left out, TO the files as they are now. First
    comes a summary for each plan, then each item that changed.
    """
    from planctl.reports import comparison
    from planctl.review.compare.plans import compare
    from planctl.store.between import between
    from planctl.store.changed import changed

    states = between(desk.repository, words)
    for doubt in states.doubts:
        say(f"Note: {doubt}.")
    files = changed(states.was, states.now, states.plans, whole=bool(bodies))
    changes = compare(files.was, files.now, files.unread)
    differing = {key for one in changes for key in _keys(one)}
    unchanged = [key for key in files.keys if key not in differing]
    changes = only(changes, kinds, bodies)
    since, until = states.was.source.revision, states.now.source.revision
    if form == "json":
        from planctl.review.compare.as_json import as_json

        points = {"from": since, "to": until or None}
        plans = [*map(as_json, changes)]
        put_json(output, "diff", **points, plans=plans, unchanged=unchanged)
        return 0
    title = f"What changed from {since} to {until}" if until else f"What changed since {since}"
    document = comparison.report(changes, unchanged, since, until, stat=stat, keys=files.keys)
    print_report(document, form, title, output)
    return 0


def _keys(change: PlanChange) -> set[str]:
    return {plan.key for plan in (change.was, change.now) if plan}
