"""``planctl meeting show``: everything about one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.meeting.standing import Standing, standing
from planctl.cli.output import format_option, print_json, say, wrap

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.plan.model import Activity, Plan
    from planctl.store.repository import Repository


@click.command(
    "show",
    short_help="Show everything about a meeting.",
    epilog="\b\nExamples:\n"
    "  planctl meeting show TSAG-2020-09\n"
    "  planctl meeting show TSAG-2020-09 --format json",
)
@click.argument("key", shell_complete=completion.meetings)
@format_option
@pass_desk
def command(desk: Desk, key: str, form: str) -> int:
    """Show the meeting KEY: its days, whether it was closed, what is due at it or was decided."""
    from planctl.change.calendar import place_of

    repository = desk.repository
    meetings = repository.settings.meetings
    meeting = meetings[place_of(meetings, key)]
    here = standing(repository)
    due, decided = due_at(repository, meeting.key), _decided_at(repository, meeting.key)
    if form == "json":
        print_json(
            "meeting show",
            meeting=here.as_json(meeting),
            summary=_summary(here, meeting),
            due=[plan.address(activity) for plan, activity in due],
            decided=[plan.address(activity) for plan, activity in decided],
        )
        return 0
    _print_meeting(here, meeting)
    _print_activities("Due at it:", due)
    _print_activities("Decided at it:", decided)
    if here.gap:
        say(here.gap)
    return 0


def due_at(repository: Repository, key: str) -> list[tuple[Plan, Activity]]:
    """The activities that are due at the meeting ``key``."""
    return [
        (file.plan, activity)
        for file in repository.plan_files(words=key)
        for _, activity in file.plan.activities()
        if activity.data.get("due") == key
    ]


def _decided_at(repository: Repository, key: str) -> list[tuple[Plan, Activity]]:
    """The activities about which the meeting ``key`` decided."""
    return [
        (file.plan, activity)
        for file in repository.plan_files(words=key)
        for _, activity in file.plan.activities()
        if activity.data.get("decided_by", {}).get("meeting") == key
    ]


def _summary(here: Standing, meeting: Meeting) -> str:
    """What was said of the plans when the meeting was closed; "" where it was not."""
    found = here.closed.get(meeting.key)
    return found.tag.summary if found else ""


def _print_meeting(here: Standing, meeting: Meeting) -> None:
    from planctl.plan.meeting import written

    click.echo(click.style(f"{meeting.key}  {here.state(meeting)}", bold=True))
    found = here.closed.get(meeting.key)
    facts = {
        "name": meeting.name,
        "days": meeting.days,
        "place": meeting.place,
        "deadline": written(meeting.deadline) if meeting.deadline else "",
        "documents": ", ".join(meeting.documents),
        "commit": found.tag.commit if found else "",
        "doubtful": here.doubts.get(meeting.key, ""),
    }
    for name, value in facts.items():
        if value:
            click.echo(wrap(value, " " * 15, first=f"    {name + ':':11}"))
    summary = _summary(here, meeting)
    if summary:
        click.echo(f"\n{wrap(summary, '    ')}")


def _print_activities(head: str, activities: list[tuple[Plan, Activity]]) -> None:
    from planctl.plan.prose import text_of

    if activities:
        click.echo(f"\n{head}")
    for plan, activity in activities:
        line = f"{plan.address(activity)}  {activity.status}  {text_of(activity.text)}"
        click.echo(wrap(line, " " * 8, first="    "))
