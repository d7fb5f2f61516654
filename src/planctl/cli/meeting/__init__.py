"""``planctl meeting``: the calendar of meetings, and the plans as they are frozen at one."""

from __future__ import annotations

import click

from planctl.cli.group import Group
from planctl.cli.meeting import calendar, close, show
from planctl.cli.meeting import list as listing


@click.group(
    "meeting",
    cls=Group,
    epilog="\b\nExamples:\n"
    "  planctl meeting add TSAG-2021-01 --start 2021-01-11 --end 2021-01-18\n"
    "  planctl meeting close TSAG-2020-09 --dry-run",
)
def command() -> None:
    """Keep the calendar in planctl.yaml, and freeze the plans at a meeting.

    A meeting that is closed is a git tag with the meeting's key as its name; --at KEY shows the
    plans as they stood there.
    """


for one in (listing.command, show.command, calendar.add, calendar.change, close.command):
    command.add_command(one)
