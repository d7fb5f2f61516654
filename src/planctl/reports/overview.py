"""The overview as a report, with each plan's activities drawn as a bar, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from planctl.plan.meeting import written
from planctl.plan.numerals import count
from planctl.plan.prose import listed
from planctl.reports.document import Document, Item, Paragraph, Part, Piece, Table, line
from planctl.review.overview import Ahead, Due, Line, Overview

MARKS = "█▓░"
"""What a bar is drawn with: one activity that is completed, ongoing, not started."""
ASCII_MARKS = "#=-"
"""The same where the blocks cannot be shown."""

_DRAWN = ("completed", "ongoing", "not-started")
_APART = ("suspended", "superseded")
_LONGEST = 20  # marks of a bar
_SHORTEST = 8
_GAP = 2  # columns between two cells of a table


def report(found: Overview, untold: str = "", width: int = 80, marks: str = MARKS) -> Document:
    """The overview in at most ``width`` columns; ``untold`` is why nothing is said of changes.

    All bars are drawn to one scale, one of the ``marks`` an activity where there is room for that.
    """
    parts: list[Part] = []
    if found.lines:
        heads, cells = _cells(found, marks)
        widths = [max(map(len, column)) + _GAP for column in zip(heads, *cells, strict=True)]
        longest = min(_LONGEST, max(_SHORTEST, width - sum(widths)))
        drawn = [*bars([one.counts for one in found.lines], longest, marks), ""]
        rows = tuple((*row, bar) for row, bar in zip(cells, drawn, strict=False))
        parts += [Table((*heads, ""), rows), Paragraph(line(_legend(found, longest, marks)))]
    else:
        parts.append(Paragraph(line("There is no plan to tell about.")))
    parts.append(Paragraph(line(_since(found, untold))))
    parts.append(Paragraph(line(" ".join(_next(found)))))
    return (*parts, *_blocked(found))


def bars(plans: Sequence[Mapping[str, int]], longest: int, marks: str = MARKS) -> list[str]:
    """A bar for each plan from its activities by status, the longest of ``longest`` marks.

    Where all have fewer activities than that, a mark is an activity. What there is at all gets a
    mark at least.
    """
    most = max((_drawn(counts) for counts in plans), default=0)
    scale = min(1.0, longest / most) if most else 1.0
    return [_bar([counts[status] for status in _DRAWN], scale, marks) for counts in plans]


def as_json(found: Overview, untold: str = "") -> dict[str, Any]:
    """The overview as JSON data; ``untold`` is why nothing is said of changes."""
    ahead = found.ahead
    return {
        "as_of": found.as_of,
        "since": found.since or None,
        "untold": None if found.since else untold,
        "plans": [
            {"plan": one.key, "title": one.title, **_numbers_json(one)} for one in found.lines
        ],
        "total": _numbers_json(found.total),
        "next": ahead
        and {
            "meeting": ahead.meeting.key,
            "start": ahead.meeting.start,
            "end": ahead.last,
            "in_days": ahead.days,
            "deadline": ahead.meeting.deadline or None,
            "deadline_in_days": ahead.days_left,
        },
        "due": [
            {
                "address": one.address,
                "due": one.said,
                "last_day": one.last or None,
                "overdue": one.overdue,
            }
            for one in found.due
        ],
        "blocked": [one._asdict() for one in found.blocked],
    }


def _numbers_json(one: Line) -> dict[str, Any]:
    return {
        "statuses": {**one.counts},
        "changed": one.changed,
        "stale": one.stale,
        "blocked": one.blocked,
    }


def _cells(found: Overview, marks: str) -> tuple[list[str], list[list[str]]]:
    """The heads and the rows of the table but for the bars; columns of nothing are left out."""
    shown = [*found.lines, found.total._replace(key="Total")]
    if len(found.lines) == 1:
        shown.pop()
    columns = {"Plan": [one.key for one in shown]}
    for mark, status in zip(marks, _DRAWN, strict=True):
        columns[mark] = [str(one.counts[status]) for one in shown]
    if _apart(found.total):
        columns["Other"] = [str(_apart(one)) for one in shown]
    if found.since:
        columns["Changed"] = [str(one.changed or 0) for one in shown]
    columns["Stale"] = [str(one.stale) for one in shown]
    columns["Blocked"] = [str(one.blocked) for one in shown]
    return [*columns], [[*row] for row in zip(*columns.values(), strict=True)]


def _apart(one: Line) -> int:
    return sum(one.counts[status] for status in _APART)


def _drawn(counts: Mapping[str, int]) -> int:
    return sum(counts[status] for status in _DRAWN)


def _bar(numbers: Sequence[int], scale: float, marks: str) -> str:
    """A bar for so many activities of each kind; each mark goes where most is missing."""
    shares = [min(number, 1) for number in numbers]
    for _ in range(round(sum(numbers) * scale) - sum(shares)):
        missing = [number * scale - share for number, share in zip(numbers, shares, strict=True)]
        shares[missing.index(max(missing))] += 1
    return "".join(mark * share for mark, share in zip(marks, shares, strict=True))


def _legend(found: Overview, longest: int, marks: str) -> str:
    most = max(_drawn(one.counts) for one in found.lines)
    scale = (
        "one mark is one activity"
        if most <= longest
        else f"the longest bar is {count(most, 'activity', 'activities')}"
    )
    told = f"{marks[0]} completed, {marks[1]} ongoing, {marks[2]} not started; {scale}."
    return f"{told} Other: suspended or superseded." if _apart(found.total) else told


def _since(found: Overview, untold: str) -> str:
    """What changed since the last meeting, and what is counted."""
    if not found.since:
        return f"What changed since the last meeting is not known: {untold}."
    changed = found.total.changed or 0
    if not changed:
        return f"Since {found.since}: no activity changed, and none is new."
    plans = count(sum(bool(one.changed) for one in found.lines), "plan")
    many = count(changed, "activity", "activities")
    return f"Since {found.since}: {many} changed or {_is(changed)} new, in {plans}."


def _next(found: Overview) -> Iterator[str]:
    """The next meeting and its deadline, and what is due by then."""
    if found.ahead:
        yield _ahead(found.ahead)
    else:
        yield f"Next: planctl.yaml has no meeting that is still to come on {written(found.as_of)};"
        yield "`planctl meeting add` adds one."
    known = [one for one in found.due if one.last]
    unknown = [f"{one.address} (“{one.said}”)" for one in found.due if not one.last]
    if known:
        many = f"{count(len(known), 'item')} {_is(len(known))}"
        if found.ahead:
            yield f"{many} due by then: {listed([*map(_due, known)])}."
        else:
            yield f"{many} overdue: {listed([one.address for one in known])}."
    if unknown:
        yield f"Due nobody knows when: {listed(unknown)}."


def _due(one: Due) -> str:
    return f"{one.address} (overdue)" if one.overdue else one.address


def _ahead(ahead: Ahead) -> str:
    meeting = ahead.meeting
    days = f"{meeting.key}, {meeting.days}"
    told = f"Next: {days}, in {count(ahead.days, 'day')}" if ahead.days > 0 else f"Now: {days}"
    left = ahead.days_left
    if left is None:
        return f"{told}; no deadline for its documents is set."
    deadline = written(meeting.deadline)
    if left < 0:
        return f"{told}; documents were due by {deadline} ({count(-left, 'day')} ago)."
    when = f"in {count(left, 'day')}" if left else "today"
    return f"{told}; documents by {deadline} ({when})."


def _blocked(found: Overview) -> Iterator[Part]:
    if found.blocked:
        many = len(found.blocked)
        yield Paragraph(line(f"{count(many, 'activity', 'activities')} {_is(many)} blocked:"))
    for one in found.blocked:
        yield Item(line(Piece(one.address, "strong"), f": {one.blocker}"))


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
