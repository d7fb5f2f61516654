"""All that has not moved in a repository, and what that was found from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from planctl.plan.model import Plan
from planctl.review.stale.case import Stale
from planctl.review.stale.history import Standstill, Unread, history
from planctl.review.stale.items import examined, judged
from planctl.second_process import begin
from planctl.store import revisions
from planctl.store.reading import all_plans, are_many
from planctl.store.repository import Repository
from planctl.store.revisions import Closed


class Outlook(NamedTuple):
    """The plans, the meetings closed by the day in question, and what has not moved.

    ``history`` are the meetings at which each activity said what it says now, by its address, and
    ``unread`` the plans that could not be read as they stood at one.
    """

    plans: Sequence[Plan]
    closed: Sequence[Closed]
    history: Mapping[str, tuple[str, ...]]
    stale: Sequence[Stale]
    unread: Sequence[Unread] = ()


def outlook(repository: Repository, as_of: str, *, with_past: bool = True) -> Outlook:
    """What has not moved by the ISO day ``as_of``; only meetings before it count.

    At a closed meeting later ones do not count either.

    Not ``with_past``, it is told from the plans alone, as if no meeting had been closed: git is
    not asked. UnreadablePlan where a plan cannot be read as it is; GitFault where git cannot tell.
    """
    settings = repository.settings
    meetings = [meeting for meeting in settings.meetings if meeting.start <= as_of]
    closed = revisions.closed(meetings, revisions.tags(repository.root)) if with_past else []
    names = [one.tag.name for one in closed]
    if repository.source.revision in names:  # what was said later is not looked at from there
        closed = closed[: names.index(repository.source.revision) + 1]
    past = _history(repository, closed)
    plans = all_plans(repository)
    known = examined(plans, as_of, settings.meetings, settings.stale_after)
    since = past()
    return Outlook(plans, closed, since.meetings, judged(known, since.meetings), since.unread)


def lost_since(seen: Outlook, meeting: str) -> str:
    """Why it is not known what changed since a closed meeting, as a sentence part; "" where it is.

    A plan that could not be read as it stood then, or at a later one, tells nothing of it.
    """
    closed = [one.tag.name for one in seen.closed]
    later = closed[closed.index(meeting) :] if meeting in closed else ()
    return next((str(one) for one in seen.unread if one.meeting in later), "")


def _history(repository: Repository, closed: Sequence[Closed]) -> Callable[[], Standstill]:
    """The history, to be waited for: where there are many plans it is read beside them."""
    if closed and not repository.source.revision and are_many(repository):
        return begin(history, Repository(repository.root), closed)
    return partial(history, repository, closed)
