"""``planctl diff``: what changed between two meetings, or since the last one."""

from __future__ import annotations

from pathlib import Path

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.report import form_option, output_option

KINDS = ("status", "deliverables", "text", "fields", "items")


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
    "--only", metavar="KINDS", default="", help=f"Only these kinds of change: {', '.join(KINDS)}."
)
@click.option(
    "--responsible",
    "-r",
    "bodies",
    multiple=True,
    metavar="BODY",
    help="Only what this body answers for: SG5, Q3/5, TSB (may be repeated).",
)
@form_option("text", "json", "markdown", "html")
@output_option
@pass_desk
def command(
    desk: Desk,
    words: tuple[str, ...],
    stat: bool,
    only: str,
    bodies: tuple[str, ...],
    form: str,
    output: Path | None,
) -> int:
    """Show what changed in the plans: in what they say, not in how the files are written.

    FROM and TO are meetings that were closed, or any git revision; FROM..TO is understood too.
    FROM is the meeting closed last where it is left out, TO the files as they are now. First
    comes a summary for each plan, then each item that changed.
    """
    raise NotImplementedError
