"""Rules about the Status column and the state of an activity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.finding import WARNING
from planctl.patterns import late
from planctl.plan import dates, identifiers
from planctl.plan.model import STATUS_WORDS, Activity, Block, Plan
from planctl.plan.prose import fold, plain, text_of
from planctl.review.rules.rule import Remark, rule
from planctl.review.rules.survey import Row, place, survey

# A whole text that only says that something is missing; within prose the words may be meant.
_WHOLE = late(
    r"[\[(]?(?:(?:still )?to be (?:added|advised|announced|clarified|complet(?:ed|e)|confirmed"
    r"|defined|determined|drafted|filled(?: in)?|inserted|provided|supplied|updated)"
    r"|tb[acd]|x{2,}|\?{2,}|…|\.{3,}|_{3,})[\])]?\s?[.:]?",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset("[(sStTxX?…._")
_LONGEST_WHOLE = 40
_WITHIN = late(
    r"(?<![\w.-])(?:TB[ACD]|\?{3,}|\[(?:…|\.{3})\])(?![\w-])"
    r"|(?<![a-z])x{3,}(?![a-z])|\b[A-Z0-9-]{0,20}(?:LS|TD) ?[xX]{2,}\b"
)
_HINTS = ("TB", "xx", "XX", "??", "[…", "[.")


@rule(WARNING)
def empty_status(plan: Plan) -> Iterator[Remark]:
    """The Status column prints nothing."""
    for row in survey(plan).rows:
        activity = row.activity
        if activity.report:
            if not row.mentions and not any(map(_prints, activity.report)):
                yield Remark((*activity.path, "report"), _EMPTY)
        elif activity.status == "ongoing":
            yield Remark((*activity.path, "status"), _EMPTY)


_EMPTY = "the Status column prints nothing here; report what was done, or set the status"


def _prints(block: Block) -> bool:
    if block.text is not None:
        return bool(text_of(block.text).strip())
    return block.year is not None or bool(block.see)


@rule(WARNING)
def placeholder(plan: Plan) -> Iterator[Remark]:
    """A text only holds a place: "To be completed", "TBD", "xxx", "…"."""
    seen = survey(plan)
    # Most plans have none of them; to look for one character is quicker than for two.
    hints = [hint for hint in _HINTS if hint[0] in seen.said and hint in seen.said]
    for text in seen.texts:
        content = text[2]
        found = None
        if content[:1] in _BEGINNINGS and len(content) <= _LONGEST_WHOLE:
            found = _WHOLE.fullmatch(content.strip())
        if hints and not found and any(map(content.__contains__, hints)):
            found = _WITHIN.search(content)
        if found:
            yield Remark(place(text), _write_instead(found[0]))
    for row in seen.rows:
        for index, body in enumerate(row.activity.responsible):
            if body[:1] in _BEGINNINGS and _WHOLE.fullmatch(body.strip()):
                yield Remark((*row.activity.path, "responsible", index), _write_instead(body))


def _write_instead(words: str) -> str:
    return f"“{words}” only holds a place; write what belongs here"


@rule(WARNING)
def completed_but_ongoing(plan: Plan) -> Iterator[Remark]:
    """The status says completed and the time plan "Ongoing".

    Or the status says ongoing, and the report only "Completed".
    """
    for row in survey(plan).rows:
        activity = row.activity
        if activity.status == "completed":
            time_plan = text_of(activity.time_plan)
            if fold(time_plan).startswith("ongoing"):
                yield Remark(
                    (*activity.path, "time_plan"),
                    f"the time plan says “{plain(time_plan)}” but the status is completed; "
                    "correct one of them",
                )
        elif activity.status != "superseded" and _says_completed(activity):
            yield Remark(
                (*activity.report[0].path, "text"),
                f"the report says “Completed” but the status is "
                f"{STATUS_WORDS[activity.status].lower()}; set the status to completed",
            )


def _says_completed(activity: Activity) -> bool:
    if len(activity.report) != 1 or activity.report[0].deliverables:
        return False
    return fold(text_of(activity.report[0].text or "")).strip(" .") == "completed"


@rule(WARNING)
def completed_without_evidence(plan: Plan) -> Iterator[Remark]:
    """The status says completed, but nothing shows it.

    No deliverable, no cross-reference, no decision (`decided_by`), and no document, date or address
    in the report.
    """
    for row in survey(plan).rows:
        activity = row.activity
        if activity.status == "completed" and not row.mentions and not _is_shown(row):
            yield Remark(
                (*activity.path, "status"),
                "nothing shows that this is completed; link a deliverable, or say in `decided_by` "
                "which meeting or document closed it",
            )


def _is_shown(row: Row) -> bool:
    activity = row.activity
    if activity.data.get("decided_by") or any(block.see for block in activity.report):
        return True
    return any(_names_evidence(content) for _, _, content, _ in row.texts)


def _names_evidence(content: str) -> bool:
    return "://" in content or bool(identifiers.find_all(content) or dates.find(content))
