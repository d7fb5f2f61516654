"""``planctl meeting add`` and ``change``: the calendar in ``planctl.yaml``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting

F = TypeVar("F", bound=Callable[..., object])

_ARROW = "→"


def _fields(command: F) -> F:
    """Add the options that describe a meeting."""
    options = (
        click.option("--start", metavar="DAY", help="The first day: 2020-09-21."),
        click.option("--end", metavar="DAY", help="The last day."),
        click.option("--name", metavar="TEXT", help="The name in full."),
        click.option("--place", metavar="TEXT", help="Where it is held."),
        click.option("--deadline", metavar="DAY", help="The last day for documents."),
        click.option(
            "--document",
            "documents",
            metavar="TEXT",
            multiple=True,
            help="A document that carries the plans: TSAG-TD880 (may be repeated).",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(
    "add",
    short_help="Put a meeting into the calendar.",
    epilog="\b\nExamples:\n"
    "  planctl meeting add TSAG-2021-01 --start 2021-01-11 --end 2021-01-18\n"
    "  planctl meeting add TSAG-2021-10 --start 2021-10-25 --deadline 2021-10-12",
)
@click.argument("key")
@_fields
@format_option
@pass_desk
def add(desk: Desk, /, key: str, form: str, **given: str | tuple[str, ...] | None) -> int:
    """Put the meeting KEY into the calendar, in order of date.

    KEY is what plans name it by (due, decided_by), and the name of the tag that will freeze it.
    """
    from planctl.change import calendar
    from planctl.store.calendar_edits import add_meeting
    from planctl.store.settings import meeting_of

    repository = desk.repository
    file = repository.settings_file()
    meetings = repository.settings.meetings
    calendar.check_key(key, meetings)
    data = {"key": key, **{name: value for name, value in _tidy(given).items() if value}}
    if "start" not in data:
        raise UsageFault(f"say when {key} starts, as in --start 2020-09-21")
    meeting = meeting_of(data)
    _check_days([*meetings, meeting], len(meetings))
    place = calendar.place_for(meetings, meeting.start)
    repository.change_all([(file, add_meeting(file, place, data))])
    about = [meeting.name, meeting.days, meeting.place]
    say(f"Added {key} to {file.shown}: {', '.join(filter(None, about))}.")
    if form == "json":
        print_json("meeting add", meeting=data)
    return 0


@click.command(
    "change",
    short_help="Change a meeting, such as one that was postponed.",
    epilog="\b\nExamples:\n"
    "  planctl meeting change TSAG-2020-09 --start 2020-12-07 --end 2020-12-11\n"
    "  planctl meeting change TSAG-2020-09 --document TSAG-TD880",
)
@click.argument("key", shell_complete=completion.meetings)
@_fields
@format_option
@pass_desk
def change(desk: Desk, /, key: str, form: str, **given: str | tuple[str, ...] | None) -> int:
    """Change the meeting KEY of the calendar: one that was postponed, or whose place is known now.

    What is due at it moves with it. --document adds to its documents; an empty value ("") takes
    any other field away.
    """
    from planctl.change.calendar import place_of
    from planctl.store.calendar_edits import change_meeting
    from planctl.store.settings import meeting_of

    repository = desk.repository
    file = repository.settings_file()
    meetings = list(repository.settings.meetings)
    place = place_of(meetings, key)
    old = meetings[place]
    changes = _changes(old, _tidy(given))
    now: dict[str, Any] = {**file.data["meetings"][place], **changes}
    new = meeting_of({name: value for name, value in now.items() if value is not None})
    if not changes:
        say(f"{old.key} is so already; nothing was changed.")
    else:
        meetings[place] = new
        _check_days(meetings, place)
        text = change_meeting(file.text.text, place, changes)
        repository.change_all([(file, text)])
        _tell_change(desk, old, new)
    if form == "json":
        print_json("meeting change", meeting={k: v for k, v in new._asdict().items() if v})
    return 0


def _tidy(given: dict[str, str | tuple[str, ...] | None]) -> dict[str, Any]:
    """The options that were given, each on one line and checked if it is a day."""
    from planctl.change.calendar import check_day

    tidy: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, str):
            tidy[name] = " ".join(value.split())
        elif value:
            tidy[name] = [text for text in (" ".join(one.split()) for one in value) if text]
    for name in ("start", "end", "deadline"):
        if tidy.get(name):
            check_day(tidy[name])
    return tidy


def _changes(old: Meeting, given: dict[str, Any]) -> dict[str, Any]:
    """The fields that get another value; None for one that goes."""
    if not given:
        raise UsageFault(f"say what changes about {old.key}, as in --start 2020-12-07")
    if given.get("start") == "":
        raise UsageFault(f"{old.key} must start on some day; give the one it is expected on")
    more = [one for one in given.pop("documents", ()) if one not in old.documents]
    changes = {name: value or None for name, value in given.items() if value != getattr(old, name)}
    if more:
        changes["documents"] = [*old.documents, *more]
    return changes


def _check_days(meetings: Sequence[Meeting], place: int) -> None:
    """Raise UsageFault where the days of the meeting at ``place`` cannot be."""
    from planctl.review.calendar import check

    for said in check(meetings):
        if said.path[1] == place:
            raise UsageFault(f"{said.message}. Nothing was written")


def _tell_change(desk: Desk, old: Meeting, new: Meeting) -> None:
    from planctl.cli.meeting.show import due_at
    from planctl.plan.meeting import written

    if old.days != new.days:
        say(f"{new.key} was on {old.days} and is on {new.days}.")
        due = [plan.address(activity) for plan, activity in due_at(desk.repository, new.key)]
        if due:
            say(f"Due at it, and so moved with it: {', '.join(due)}.")
    if old.deadline != new.deadline:
        days = [written(day) if day else "none" for day in (old.deadline, new.deadline)]
        say(f"{new.key}: deadline {days[0]} {_ARROW} {days[1]}.")
    for name in ("name", "place"):
        was, now = getattr(old, name) or "none", getattr(new, name) or "none"
        if was != now:
            say(f"{new.key}: {name} {was} {_ARROW} {now}.")
    added = new.documents[len(old.documents) :]
    if added:
        say(f"{new.key}: documents + {', '.join(added)}.")
