"""``planctl log``: the story of one item, meeting by meeting."""

from __future__ import annotations

from pathlib import Path

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import say
from planctl.cli.report import form_option, note_cut_off, output_option, print_report, put_json


@click.command(
    "log",
    epilog="\b\nExamples:\n  planctl log 73/5.2\n  planctl log 72/3 --format markdown",
)
@click.argument("address", shell_complete=completion.addresses)
@form_option("text", "json", "markdown", "html")
@output_option
@pass_desk
def command(desk: Desk, address: str, form: str, output: Path | None) -> int:
    """Tell what changed in an item by each closed meeting, and since the last one.

    An item is followed where it was renumbered, moved to another directive, or its plan's file
    renamed. The story of a directive is that of its activities too. An item that was removed is
    found at the meetings.
    """
    from planctl.reports import story as reports
    from planctl.review.story import story

    note_cut_off(desk.repository.root)
    chapters, left_out = story(desk.repository, address)
    for meeting in left_out:
        say(
            f"Note: a plan cannot be read as it stood at {meeting} (`planctl validate --at"
            f" {meeting}` says why), so that meeting is left out."
        )
    if form == "json":
        put_json(output, "log", address=address, chapters=reports.as_json(chapters))
        return 0
    days = {meeting.key: meeting.days for meeting in desk.repository.settings.meetings}
    print_report(reports.story(chapters, days), form, f"The story of {address}", output)
    return 0
