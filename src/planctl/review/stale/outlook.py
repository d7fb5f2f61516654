"""All that has not moved in a repository, and what that was found from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planctl.plan.model import Plan
from planctl.review.stale.case import Stale
from planctl.review.stale.history import history
from planctl.review.stale.items import stale
from planctl.store import revisions
from planctl.store.repository import Repository
from planctl.store.revisions import Closed


class Outlook(NamedTuple):
    """The plans, the meetings closed by the day in question, and what has not moved.

    ``history`` is as :func:`planctl.review.stale.history.history` has it.
    """

    plans: Sequence[Plan]
    closed: Sequence[Closed]
    history: Mapping[str, tuple[str, ...]]
    stale: Sequence[Stale]


def outlook(repository: Repository, as_of: str) -> Outlook:
    """What has not moved by the ISO day ``as_of``; only meetings before it count.

    UnreadablePlan where a plan cannot be read, now or at a meeting.
    """
    settings = repository.settings
    meetings = [meeting for meeting in settings.meetings if meeting.start <= as_of]
    closed = revisions.closed(meetings, revisions.tags(repository.root))
    files = [(file, file.plan) for file in repository.plan_files()]
    plans = [plan for _, plan in files]
    past = history(repository, files, closed)
    found = stale(plans, past, as_of, settings.meetings, settings.stale_after)
    return Outlook(plans, closed, past, found)
