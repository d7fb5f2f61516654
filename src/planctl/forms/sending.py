"""What `planctl request` sends: for which meeting, which forms, and the record of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.forms.question import Form
    from planctl.plan.meeting import Meeting
    from planctl.store.repository import Repository
    from planctl.store.requests import Record


def meeting_for(
    calendar: Sequence[Meeting], closed: Collection[str], key: str | None, today: str
) -> Meeting:
    """The meeting that answers are for: that of the key, else the first that is still to come.

    ``closed`` are the keys of closed meetings, ``today`` is an ISO day. UsageFault where the
    meeting is unknown or closed, or none is to come.
    """
    from planctl.change.calendar import place_of

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
            f"nothing is open{whom}, so there is nobody to ask; --all asks all the same"
        )
    contacts = cover_from(settings.cover).contacts
    to_come = tuple(one.key for one in settings.meetings if one.start >= meeting.start)
    return [form._replace(contacts=contacts, meetings=to_come) for form in made]


def written(forms: Mapping[Path, Form], kind: str) -> dict[Path, bytes]:
    """The files of the forms, ``kind`` "xlsx" or "docx"; UsageFault for what none can hold."""
    from planctl.publish.characters import UnwritableTextError

    if kind == "docx":
        from planctl.forms.paper import write
    else:
        from planctl.forms.workbook import write
    try:
        return {path: write(form) for path, form in forms.items()}
    except UnwritableTextError as error:
        raise UsageFault(str(error)) from error


def recorded(record: Record, forms: Iterable[Form], by: str) -> Record:
    """The record of a meeting's requests once these forms were sent, to be answered ``by``."""
    from planctl.forms.sent import digest_of
    from planctl.store.requests import Asked, with_sent

    sent = [Asked(one.body, digest_of(one), len(one.questions)) for one in forms]
    return with_sent(record, by, sent)
