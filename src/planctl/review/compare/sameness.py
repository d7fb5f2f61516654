"""Whether two states of an activity say the same."""

from __future__ import annotations

from collections import Counter

from planctl.plan.model import Activity
from planctl.review.compare.changes import ItemChange
from planctl.review.compare.meaning import Meaning, field
from planctl.review.compare.reading import read

UNSAID = frozenset(("id", "report", "last_reviewed", "notes", "accepted"))
"""Fields that do not matter for whether an activity says the same.

A number is not what is said. That somebody looked at the item and left it as it is, wrote a note
for the secretariat, or switched a rule off, does not move it: ``last_reviewed``, ``notes`` and
``accepted`` are listed as changes of the file, but the item is where it was.
"""


def says_the_same(was: Activity, now: Activity, language: str = "en") -> bool:
    """Whether nothing has changed between two states of an activity.

    White space, re-wrapping, the order of bodies, blocks and deliverables, shorthand and full
    notation do not matter, nor does :data:`UNSAID`; everything else does: each letter, each field
    of a deliverable, the year line and the lead-in that it stands under. A reference to an item
    that got another number counts as a change here, where other items are not known;
    :func:`planctl.review.compare.plans.compare` knows them.

    ``language`` is that of text which does not name its own, in both states.
    """
    if was.data == now.data:
        return True
    if _fields(was, language) != _fields(now, language):
        return False
    if was.data.get("report") == now.data.get("report"):
        return True
    cited = [sum(1 for _ in activity.deliverables()) for activity in (was, now)]
    return cited[0] == cited[1] and _report(was, language) == _report(now, language)


def stays_the_same(change: ItemChange) -> bool:
    """Whether an item that a comparison lists says what it said, in this sense.

    It may have another number or directive then, or changes in :data:`UNSAID`.
    """
    return (
        change.what == "changed"
        and not (change.texts or change.deliverables)
        and all(one.field in UNSAID for one in change.fields)
    )


def said(activity: Activity, language: str = "en") -> Meaning:
    """What an activity says: equal, and with equal hashes, for two that say the same."""
    return _fields(activity, language), _report(activity, language)


def _fields(activity: Activity, language: str) -> Meaning:
    return frozenset(
        (name, field(name, activity.data, language)) for name in activity.data if name not in UNSAID
    )


def _report(activity: Activity, language: str) -> Meaning:
    reading = read(activity.report, language)
    texts = [text.meaning for text in reading.texts]
    mentions = Counter(
        (
            one.meaning,
            None if one.lead_in is None else texts[one.lead_in],
            one.year,
            None if one.parent is None else reading.mentions[one.parent].meaning,
        )
        for one in reading.mentions
    )
    return frozenset(Counter(texts).items()), frozenset(mentions.items())
