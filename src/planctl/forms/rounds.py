"""Whether a form that came back belongs here: to this repository, and to the round that is on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planctl.forms.sent import Sent
from planctl.plan.meeting import Meeting

if TYPE_CHECKING:
    from planctl.store.repository import Repository


class Rounds(NamedTuple):
    """What is known of requests.

    ``repository`` is as in :class:`planctl.forms.sent.Sent`, ``plans`` are the keys of the plans,
    ``closed`` those of the meetings that are over, and ``requested`` those of the meetings for
    which forms were sent; ``last`` are the digests of the forms sent last, by meeting and body, and
    ``taken`` the marks of the answers that were taken in, and ``heard`` meeting, body and item of
    all answers.
    """

    repository: str
    plans: Collection[str]
    calendar: Sequence[Meeting]
    closed: Collection[str]
    requested: Collection[str]
    last: Mapping[tuple[str, str], str]
    taken: Collection[str]
    heard: Collection[tuple[str, str, str]]


def rounds_of(repository: Repository, plans: Sequence[str]) -> Rounds:
    """What is known of requests in a ``repository`` that has plans of these keys."""
    from planctl.store import requests, revisions
    from planctl.store.origin import origin

    records = [requests.read(repository, key) for key in sorted(requests.meetings(repository))]
    return Rounds(
        origin(repository.root),
        plans,
        repository.settings.meetings,
        revisions.tags(repository.root),
        [record.meeting for record in records],
        {(record.meeting, one.body): one.form for record in records for one in record.bodies},
        {mark for record in records for one in record.bodies for mark in one.taken},
        {
            (record.meeting, one.body, address)
            for record in records
            for one in record.bodies
            for address in one.answered or ()
        },
    )


def stranger(sent: Sent, rounds: Rounds) -> str:
    """Why a form is not one of this repository, as a clause; "" where it is."""
    elsewhere = sent.repository and rounds.repository and sent.repository != rounds.repository
    plans = {address.rpartition("/")[0] for address in sent.items}
    if elsewhere or (plans and plans.isdisjoint(rounds.plans)):
        return "it was sent from another plan repository; collect it there"
    return ""


def outdated(sent: Sent, rounds: Rounds) -> str:
    """Why a form is not of the round that is on, as a clause; "" where it is."""
    starts = {meeting.key: meeting.start for meeting in rounds.calendar}
    if sent.meeting not in starts:
        return f"it is for {sent.meeting}, which is no meeting of planctl.yaml"
    if sent.meeting in rounds.closed:
        return f"it is for {sent.meeting}, which has been closed"
    start = starts[sent.meeting]
    later = [key for key in rounds.requested if starts.get(key, "") > start]
    if later:
        newest = max(later, key=lambda key: starts[key])
        return f"it is for {sent.meeting}, and forms for {newest} were sent since"
    last = rounds.last.get((sent.meeting, sent.body), "")
    if last and last != sent.digest:
        return f"another form for {sent.meeting} was sent to {sent.body} since"
    return ""
