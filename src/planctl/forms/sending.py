"""What `planctl request` sends: for which meeting, which forms, and the record of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.forms.question import Form
    from planctl.plan.meeting import Meeting
    from planctl.store.repository import Repository


def meeting_for(repository: Repository, key: str | None, today: str) -> Meeting:
    """The meeting that answers are for: that of the key, else the first that is still to come.

    ``today`` is an ISO day. UsageFault where the meeting is unknown or closed, or none is to come.
    """
    from planctl.change.calendar import place_of
    from planctl.store import revisions

    calendar, closed = repository.settings.meetings, revisions.tags(repository.root)
    if key is not None:
        meeting = calendar[place_of(calendar, key)]
        if meeting.key in closed:
            raise UsageFault(f"{meeting.key} has been closed; ask for the next meeting")
        return meeting
    coming = [one for one in calendar if one.start >= today and one.key not in closed]
    if not coming:
        raise UsageFault(
            "the calendar has no meeting to come: `planctl meeting add` adds one, or name one with"
            " --meeting"
        )
    return min(coming, key=lambda one: one.start)


def meeting_asked(calendar: Sequence[Meeting], asked: Collection[str], key: str | None) -> str:
    """The key of the meeting whose requests are meant: the latest if none is named.

    ``asked`` are the meetings for which anybody was. UsageFault where nobody was asked.
    """
    from planctl.change.calendar import place_of

    if key is not None:
        chosen = calendar[place_of(calendar, key)].key
    else:
        known = [meeting for meeting in calendar if meeting.key in asked]
        chosen = max(known, key=lambda one: one.start).key if known else ""
    if chosen not in asked:
        what = f"for {chosen}" if chosen else "yet"
        raise UsageFault(f"nobody was asked {what}; `planctl request -o FOLDER` makes the forms")
    return chosen


def forms_for(
    repository: Repository, meeting: Meeting, by: str, bodies: Sequence[str], *, closed: bool
) -> list[Form]:
    """The forms of a round; arguments as in :func:`planctl.forms.asking.forms`.

    UsageFault where nothing is open, so that nobody is to be asked.
    """
    from planctl.forms import asking
    from planctl.plan.cover import cover_from
    from planctl.review.stale.outlook import outlook
    from planctl.store.origin import head, origin

    seen = outlook(repository, meeting.start)
    root, settings = repository.root, repository.settings
    round_ = asking.Round(meeting, by, origin(root), head(root))
    made = asking.forms(seen.plans, seen.stale, round_, bodies, closed=closed)
    if not made:
        whom = f" for {' or '.join(bodies)}" if bodies else ""
        raise UsageFault(
            f"nothing is open{whom}, so there is nobody to ask; --all asks about what"
            " is completed, too"
        )
    contacts = cover_from(settings.cover).contacts
    to_come = tuple(one.key for one in settings.meetings if one.start >= meeting.start)
    return [form._replace(contacts=contacts, meetings=to_come) for form in made]


def not_asked(bodies: Sequence[str], made: Sequence[Form]) -> list[str]:
    """Those of the ``bodies`` that none of the forms is for."""
    from planctl.plan.responsibility import matches

    names = [form.body for form in made]
    return [one for one in bodies if not any(one == name or matches(one, name) for name in names)]


def last_day(meeting: Meeting, by: str | None) -> str:
    """The ISO day by which answers are wanted: ``by``, else the meeting's deadline, "" for none.

    UsageFault where ``by`` is no day, or one after the meeting has begun.
    """
    from planctl.plan import dates

    if by is None:
        return meeting.deadline
    try:
        span = dates.parse(by)
    except ValueError as error:
        raise UsageFault(f"--by: {error}") from error
    if span.precision != "day" or span.first != span.last:
        raise UsageFault(f"--by: “{by}” is not a day; write it as in 2021-10-12")
    if span.start > meeting.start:
        raise UsageFault(f"--by: {by} is after {meeting.key} begins ({meeting.start})")
    return span.start


def send(repository: Repository, files: Mapping[Path, Form], kind: str) -> Path:
    """Write the forms of one round, ``kind`` "xlsx" or "docx", and the record of who was asked.

    Returns the path of the record within the repository.
    """
    from planctl.forms.sent import digest_of
    from planctl.store import requests
    from planctl.store.replacing import replace_file

    if kind == "docx":
        from planctl.forms.paper import write
    else:
        from planctl.forms.workbook import write
    contents = {path: write(form) for path, form in files.items()}
    first = next(iter(files.values()))
    sent = [requests.Asked(one.body, digest_of(one), len(one.questions)) for one in files.values()]
    before = requests.read(repository, first.meeting.key)
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)
    requests.write(repository, [requests.with_sent(before, first.by, sent)])
    return Path(requests.FOLDER, f"{first.meeting.key}.yaml")
