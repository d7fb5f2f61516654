"""``planctl meeting list``: the calendar, and which meetings were closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.meeting.standing import Standing, standing
from planctl.cli.output import format_option, print_json, print_table, say
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting


@click.command(
    "list",
    short_help="List the meetings, and which were closed.",
    epilog="\b\nExamples:\n  planctl meeting list\n  planctl meeting list --format json",
)
@format_option
@pass_desk
def command(desk: Desk, form: str) -> int:
    """List the meetings of the calendar, in order of date: key, days, place, whether closed.

    In a pipe the columns are separated by tabs.
    """
    repository = desk.repository
    meetings = sorted(repository.settings.meetings, key=lambda meeting: meeting.start)
    here = standing(repository)
    if form == "json":
        print_json("meeting list", meetings=[here.as_json(one) for one in meetings])
    else:
        print_table(
            ("Meeting", "Days", "Place", "State"),
            [(one.key, one.days, one.place, _state(here, one)) for one in meetings],
            tall=True,
        )
    for key, doubt in here.doubts.items():
        say(f"{key}: {doubt}.")
    if here.gap:
        say(here.gap)
    if not meetings:
        say("The calendar is empty; `planctl meeting add KEY --start DAY` adds a meeting.")
    elif here.known:
        say(f"{count(len(meetings), 'meeting')}, {len(here.closed)} closed.")
    else:
        say(f"{count(len(meetings), 'meeting')}.")
    return 0


def _state(here: Standing, meeting: Meeting) -> str:
    """The state; with the deadline while there is something to be sent in."""
    from planctl.plan.meeting import written

    if not meeting.deadline or meeting.key in here.closed:
        return here.state(meeting)
    return f"{here.state(meeting)}; documents until {written(meeting.deadline)}"
