"""What is said of the plans when they are frozen: how many there are, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planctl.plan.model import STATUSES, Plan

if TYPE_CHECKING:
    from planctl.store.repository import Repository


def counts(plans: Sequence[Plan]) -> str:
    """The plans and their activities in numbers: "3 plans, 40 activities: 38 ongoing, …"."""
    statuses = Counter(activity.status for plan in plans for _, activity in plan.activities())
    total = statuses.total()
    by_status = ", ".join(f"{statuses[one]} {one}" for one in STATUSES if statuses[one])
    return (
        f"{len(plans)} plan{'' if len(plans) == 1 else 's'},"
        f" {total} activit{'y' if total == 1 else 'ies'}"
        f"{': ' if by_status else ''}{by_status}."
    )


def since(was: Repository, now: Repository) -> list[str]:
    """What changed between two states of the plans: a sentence for each plan in which anything did.

    ``was`` is read from a closed meeting, whose name stands in the sentences; a last one counts
    the plans in which nothing did.
    """
    from planctl.review.compare.plans import compare
    from planctl.review.compare.summary import summaries
    from planctl.store.changed import changed

    meeting = was.source.revision
    found = changed(was, now)
    changes = compare(found.was, found.now, found.unread)
    keys = [path.stem for path in now.files()]
    lines = [f"{sentence}." for sentence in summaries(changes, meeting, keys)]
    same = len(keys) - sum(change.now is not None for change in changes)
    if same:
        lines.append(f"{same} plan{'' if same == 1 else 's'} unchanged since {meeting}.")
    return lines
