"""``planctl list``: the activities, one line each."""

from __future__ import annotations

from typing import Any

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, on_terminal, print_json, print_table, say
from planctl.cli.revision import at_option
from planctl.cli.selection import Selection, selection_options
from planctl.plan.numerals import count


@click.command(
    "list",
    epilog="\b\nExamples:\n"
    "  planctl list 73 --status ongoing\n"
    "  planctl list --responsible SG5 --format json",
)
@click.argument("keys", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@selection_options
@format_option
@at_option
@pass_desk
def command(
    desk: Desk,
    keys: tuple[str, ...],
    plans: tuple[str, ...],
    statuses: tuple[str, ...],
    bodies: tuple[str, ...],
    form: str,
) -> int:
    """List activities: address, status, who is responsible, how many deliverables, what for.

    In a pipe the columns are separated by tabs.
    """
    from planctl.plan.prose import text_of

    selection = Selection(keys + plans, statuses, bodies)
    rows: list[dict[str, Any]] = [
        {
            "address": plan.address(activity),
            "status": activity.status,
            "responsible": list(activity.responsible),
            "deliverables": sum(1 for _ in activity.deliverables()),
            "text": text_of(activity.text),
        }
        for plan, _, activity in selection(desk.repository)
    ]
    if form == "json":
        print_json("list", activities=rows)
        return 0
    shortened = _lead if on_terminal() else str
    print_table(
        ("Item", "Status", "Responsible", "Evidence", "Activity"),
        [
            (
                row["address"],
                row["status"],
                "; ".join(map(shortened, row["responsible"])),
                str(row["deliverables"]),
                row["text"],
            )
            for row in rows
        ],
        tall=False,
    )
    say(count(len(rows), "activity", "activities") + ".")
    return 0


def _lead(entry: str) -> str:
    """Who is responsible, without the bracket: what fits into a column."""
    from planctl.plan import responsibility

    return responsibility.parse(entry).lead
