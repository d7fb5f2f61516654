"""What the Status column says by itself: nothing, a placeholder, "Completed", or some evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from planctl.patterns import late
from planctl.plan import identifiers, written_dates
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Activity, Block
from planctl.plan.prose import Prose, fold, text_of

# A whole text that only says that something is missing; within prose the words may be meant.
_WHOLE = late(
    r"[\[(]?(?:(?:still )?to be (?:added|advised|announced|clarified|complet(?:ed|e)|confirmed"
    r"|defined|determined|drafted|filled(?: in)?|inserted|provided|supplied|updated)"
    r"|tb[acd]|x{2,}|\?{2,}|…|\.{3,}|_{3,})[\])]?\s?[.:]?",
    re.IGNORECASE,
)
BEGINNINGS = frozenset("[(sStTxX?…._")
"""The characters that a text which as a whole is a placeholder begins with."""
LONGEST_WHOLE = 40
"""How many characters such a text has at most."""
_WITHIN = late(
    r"(?<![\w.-])(?:TB[ACD]|\?{3,}|\[(?:…|\.{3})\])(?![\w-])"
    r"|(?<![a-z])x{3,}(?![a-z])|\b[A-Z0-9-]{0,20}(?:LS|TD) ?[xX]{2,}\b"
)
HINTS = ("TB", "xx", "XX", "??", "[…", "[.")
"""A text with a placeholder within has one of these."""


def placeholder_in(content: str, hints: Iterable[str] = HINTS) -> str:
    """The words of a text that only hold a place ("To be completed", "TBC"), "" where none do.

    ``hints`` are those that the text may have at all.
    """
    found = None
    if content[:1] in BEGINNINGS and len(content) <= LONGEST_WHOLE:
        found = _WHOLE.fullmatch(content.strip())
    if not found and any(map(content.__contains__, hints)):
        found = _WITHIN.search(content)
    return found[0] if found else ""


def held_by(deliverable: Deliverable) -> str:
    """The words that only hold the place of a deliverable, "" for one that is named."""
    return _held_by(text_of(deliverable.ref or deliverable.title or deliverable.text or ""))


@lru_cache(maxsize=16384)
def _held_by(named: str) -> str:
    return placeholder_in(named)


def held_in(activity: Activity) -> str:
    """The first words of a report that only hold a place, "" where none do."""
    for block in activity.report:
        held = placeholder_in(text_of(block.text)) if block.text is not None else ""
        held = held or next(filter(None, map(held_by, block.deliverables)), "")
        if held:
            return held
    return ""


def is_empty(activity: Activity) -> bool:
    """Whether the column prints nothing: only that of an ongoing activity does without a report."""
    if not activity.report:
        return activity.status == "ongoing"
    return not any(block.deliverables or _prints(block) for block in activity.report)


def _prints(block: Block) -> bool:
    if block.text is not None:
        return not _is_blank(block.text)
    return block.year is not None or bool(block.see)


def says_completed(activity: Activity) -> bool:
    """Whether the report says "Completed", and no more."""
    if len(activity.report) != 1 or activity.report[0].deliverables:
        return False
    return is_completed(activity.report[0].text or "")


def is_completed(prose: Prose) -> bool:
    """Whether a text is the word "Completed"."""
    return fold(text_of(prose)).strip(" .") == "completed"


def points(activity: Activity) -> bool:
    """Whether the report says "See point …" anywhere."""
    return any(block.see for block in activity.report)


def only_points(activity: Activity) -> bool:
    """Whether the report says nothing but "See point …"."""
    return points(activity) and not any(
        block.deliverables or not (block.see or _is_blank(block.text)) for block in activity.report
    )


def _is_blank(prose: Prose | None) -> bool:
    return prose is not None and not text_of(prose).strip()


def names_evidence(content: str) -> bool:
    """Whether a text names a document, a date or a web address."""
    return "://" in content or bool(identifiers.find_all(content) or written_dates.find(content))
