"""Why an open activity counts as one that has not moved, one function a reason.

A reason looks at a case and gives the words that say it, "" where it does not hold: a clause that
can stand after "73/5.2 is Ongoing, and". Its docstring is its documentation; its name is the
function's, with hyphens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planctl.plan import dates
from planctl.plan.numerals import count
from planctl.review import due, status_column
from planctl.review.stale.case import Case, Reason

_LONG = 8  # stops of a way that is not told in full


def overdue(case: Case) -> str:
    """It was due, and the day has passed: the last of its date, or of the meeting it is due at.

    A meeting's days are those in the calendar, so that one that is postponed moves what is due.
    Also said of what has not been started.
    """
    said = due.said(case.activity)
    last = due.last_day(said, case.terms.meetings)
    if not last or last >= case.terms.as_of:
        return ""
    if said in case.terms.meetings:
        return f"it was due at {said}, which ended {dates.phrase(dates.parse(last))}"
    return f"it was due {dates.phrase(dates.parse(said))}"


def placeholder(case: Case) -> str:
    """Its report is empty, or holds a place ("To be completed", "TBD") and shows nothing else."""
    if status_column.is_empty(case.activity):
        return "its Status column is empty"
    held = "" if case.evidence or case.leans else status_column.held_in(case.activity)
    return f"its report only holds a place (“{held}”)" if held else ""


def says_completed(case: Case) -> str:
    """Its report, or its time plan, says "Completed", and its status is ongoing."""
    if status_column.says_completed(case.activity):
        return "its report says “Completed”"
    if status_column.is_completed(case.activity.time_plan):
        return "its time plan says “Completed”"
    return ""


def no_evidence(case: Case) -> str:
    """Its report shows nothing: no deliverable, cross-reference, date, document or web address."""
    if case.evidence or case.leans or placeholder(case) or says_completed(case):
        return ""
    return "its report names no deliverable, document, date or web page"


def points_nowhere(case: Case) -> str:
    """All it shows is a cross-reference, and there is no such item."""
    if not case.route or case.route.kind != "nowhere":
        return ""
    _, *targets = case.route.stops
    does = "does" if len(targets) == 1 else "do"
    return f"it only points to {' and '.join(targets)}, which {does} not exist"


def circle(case: Case) -> str:
    """All it shows is a cross-reference, and following it comes back to where one was."""
    if not case.route or case.route.kind != "circle":
        return ""
    return f"it only points in a circle: {_way(case.route.stops)}"


def unchanged(case: Case) -> str:
    """It says the same as at the last closed meetings.

    At 2 of them, or as many as `stale_after: meetings` in planctl.yaml says. Not said of a report
    that only points elsewhere: that moves when its target moves.
    """
    if not case.idle or len(case.idle) < case.terms.after.meetings:
        return ""
    if status_column.only_points(case.activity):
        return ""
    return (
        f"nothing in it has changed since {case.idle[0]} ({how_long(case.idle, case.months_idle)})"
    )


def old_evidence(case: Case) -> str:
    """Its newest evidence is older than 12 months, or than `stale_after: months` in planctl.yaml.

    In whole months from the last day of its date, from the middle of a year. What is only planned
    does not count; what its cross-references lead to does.
    """
    evidence, age = case.evidence, case.age
    if evidence is None or age is None or case.leans or age <= case.terms.after.months:
        return ""
    what = evidence.what
    if evidence.address != case.address:
        what += f", in {evidence.address}"
    inferred = "inferred from its number, " if evidence.implied else ""
    ago = f"{inferred}{count(age, 'month')} ago"
    return f"its newest evidence is of {evidence.said} ({what}), {ago}"


def points_to_stale(case: Case) -> str:
    """All it shows is a cross-reference, and what that leads to has not moved.

    Where it points to several items, none of those that are open has. A directive stands for its
    activities.
    """
    if not case.route or case.route.kind != "stale":
        return ""
    stops = case.route.stops
    way = stops[1] if len(stops) == 2 else f"{stops[-1]} in the end ({_way(stops)})"
    return f"it only points to {way}, which has not moved either"


def undated_evidence(case: Case) -> str:
    """It has evidence, but none with a date, so that nobody can say that it is fresh."""
    if case.leans or case.evidence is None or case.evidence.date:
        return ""
    return "none of its evidence has a date"


def due_unknown(case: Case) -> str:
    """It is due at a meeting that is not in the calendar: whether that has passed is not known.

    Also said of what has not been started. It does not mean that nothing has moved.
    """
    said = due.said(case.activity)
    if not said or due.last_day(said, case.terms.meetings):
        return ""
    return f"it is due at “{said}”, and planctl.yaml does not say when that is"


OPEN: tuple[Callable[[Case], str], ...] = (overdue, due_unknown)
"""The reasons for what is ongoing or not started."""

ONGOING: tuple[Callable[[Case], str], ...] = (
    overdue,
    placeholder,
    says_completed,
    no_evidence,
    points_nowhere,
    circle,
    unchanged,
    old_evidence,
    points_to_stale,
    undated_evidence,
    due_unknown,
)
"""The reasons for what is ongoing, the gravest first."""


def name(reason: Callable[[Case], str]) -> str:
    """The name of a reason: "old-evidence"."""
    return reason.__name__.replace("_", "-")


def reasons_for(case: Case) -> Iterator[Reason]:
    """The reasons that hold for a case, the gravest first."""
    for reason in ONGOING if case.activity.status == "ongoing" else OPEN:
        words = reason(case)
        if words:
            yield Reason(name(reason), words)


def how_long(idle: Sequence[str], months: int | None) -> str:
    """How long nothing has moved: "3 meetings, 14 months", "30 months", "" where unknown."""
    meetings = [count(len(idle), "meeting")] if idle else []
    return ", ".join(meetings + ([] if months is None else [count(months, "month")]))


def _way(stops: Sequence[str]) -> str:
    """The stops with arrows between; of a long way, its beginning and its end."""
    return " → ".join(stops if len(stops) < _LONG else (*stops[:3], "…", *stops[-2:]))
