"""Rules about the Status column and the state of an activity."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.finding import WARNING
from planctl.plan.model import STATUS_WORDS, Plan
from planctl.plan.prose import fold, plain, text_of
from planctl.review import status_column
from planctl.review.rules.rule import Remark, rule
from planctl.review.rules.survey import Row, place, survey
from planctl.review.status_column import BEGINNINGS, HINTS, LONGEST_WHOLE, placeholder_in


@rule(WARNING)
def empty_status(plan: Plan) -> Iterator[Remark]:
    """The Status column prints nothing."""
    for row in survey(plan).rows:
        activity = row.activity
        if not row.mentions and status_column.is_empty(activity):
            yield Remark(
                (*activity.path, "report" if activity.report else "status"),
                "the Status column prints nothing here; report what was done, or set the status",
            )


@rule(WARNING)
def placeholder(plan: Plan) -> Iterator[Remark]:
    """A text only holds a place: "To be completed", "TBD", "xxx", "…"."""
    seen = survey(plan)
    contents = [text[2] for text in seen.texts]
    suspects = {
        at
        for at, content in enumerate(contents)
        if len(content) <= LONGEST_WHOLE and content[:1] in BEGINNINGS
    }
    # Most plans have none of them; to look for one character is quicker than for two.
    hints = [hint for hint in HINTS if hint[0] in seen.said and hint in seen.said]
    for hint in hints:
        suspects.update(at for at, content in enumerate(contents) if hint in content)
    for at in sorted(suspects):
        if found := placeholder_in(contents[at], hints):
            yield Remark(place(seen.texts[at]), _write_instead(found))
    for row in seen.rows:
        for index, body in enumerate(row.activity.responsible):
            if placeholder_in(body, ()):
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
        elif activity.status != "superseded" and status_column.says_completed(activity):
            yield Remark(
                (*activity.report[0].path, "text"),
                f"the report says “Completed” but the status is "
                f"{STATUS_WORDS[activity.status].lower()}; set the status to completed",
            )


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
    if activity.data.get("decided_by") or status_column.points(activity):
        return True
    return any(status_column.names_evidence(content) for _, _, content, _ in row.texts)
