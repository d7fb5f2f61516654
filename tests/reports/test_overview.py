from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.plan.meeting import Meeting
from planctl.plan.model import STATUSES
from planctl.reports.document import Table
from planctl.reports.overview import ASCII_MARKS, as_json, bars, report
from planctl.reports.text import text
from planctl.review.overview import Ahead, Blocked, Due, Line, Overview

NUMBERS = st.lists(st.integers(0, 400), min_size=5, max_size=5)


def counts(*numbers: int) -> dict[str, int]:
    """So many activities completed, ongoing, not started, suspended, superseded."""
    order = ("completed", "ongoing", "not-started", "suspended", "superseded")
    given_ = dict(zip(order, (*numbers, 0, 0, 0, 0, 0), strict=False))
    return {status: given_[status] for status in STATUSES}


def overview(
    *lines: Line,
    since: str = "TSAG-2020-09",
    ahead: Ahead | None = None,
    due: Sequence[Due] = (),
    blocked: Sequence[Blocked] = (),
) -> Overview:
    changed = sum(line.changed or 0 for line in lines) if since else None
    total = {status: sum(line.counts[status] for line in lines) for status in STATUSES}
    stale, held = sum(line.stale for line in lines), sum(line.blocked for line in lines)
    total_line = Line("", "", total, changed, stale, held)
    return Overview("2020-11-22", since, lines, total_line, ahead, tuple(due), tuple(blocked))


def one(key: str, *numbers: int, changed: int | None = 0) -> Line:
    return Line(key, "T", counts(*numbers), changed, 0, 0)


def said(found: Overview, untold: str = "") -> str:
    """The sentences of a report, in one line."""
    parts = [part for part in report(found, untold) if not isinstance(part, Table)]
    return " ".join("".join(piece.text for piece in part.line) for part in parts)


def test_bars_of_small_plans_have_a_mark_for_each_activity() -> None:
    assert bars([counts(1, 2, 3, 9, 9), counts(), counts(0, 1)], 20) == ["█▓▓░░░", "", "▓"]


def test_bars_of_large_plans_are_to_one_scale() -> None:
    assert bars([counts(20, 60, 20), counts(10, 10, 5), counts(1, 0, 1)], 20) == [
        "████▓▓▓▓▓▓▓▓▓▓▓▓░░░░",
        "██▓▓░",
        "█░",
    ]
    assert bars([counts(1, 398, 1)], 10, ASCII_MARKS) == ["#========-"]


@given(plans=st.lists(NUMBERS, min_size=1, max_size=5), longest=st.integers(8, 20))
def test_bars_keep_to_their_length_and_show_what_there_is(
    plans: list[list[int]], longest: int
) -> None:
    drawn = bars([counts(*numbers) for numbers in plans], longest)
    most = max(sum(numbers[:3]) for numbers in plans)
    for bar, numbers in zip(drawn, plans, strict=True):
        assert "".join(sorted(bar, key="█▓░".index)) == bar
        assert [mark in bar for mark in "█▓░"] == [number > 0 for number in numbers[:3]]
        exact = sum(numbers[:3]) * min(1.0, longest / most) if most else 0
        assert abs(len(bar) - exact) <= 0.5 or len(bar) == len(set(bar))
        assert len(bar) <= longest


def test_columns_of_nothing_are_left_out() -> None:
    assert text(report(overview(one("wtsa-72", 1, 2, changed=None), since=""))).splitlines()[
        :2
    ] == [
        "Plan     █  ▓  ░  Stale  Blocked",
        "wtsa-72  1  2  0  0      0        █▓▓",
    ]
    assert text(report(overview(one("wtsa-72", 1, 2, 0, 1)))).splitlines()[:2] == [
        "Plan     █  ▓  ░  Other  Changed  Stale  Blocked",
        "wtsa-72  1  2  0  1      0        0      0        █▓▓",
    ]


@pytest.mark.parametrize(("width", "bar"), [(80, 20), (60, 15), (40, 8)])
def test_bars_take_what_room_there_is(width: int, bar: int) -> None:
    document = report(overview(one("wtsa-72", 0, 99), one("wtsa-73", 9, 9)), width=width)
    lines = text(document, max(width, 60)).splitlines()
    assert lines[1] == f"wtsa-72  0  99   0  0        0      0        {'▓' * bar}"
    assert lines[3] == "Total    9  108  0  0        0      0"


def test_a_thousand_plans() -> None:
    found = overview(*(one(f"wtsa-{at}", at % 7, at % 31, at % 3) for at in range(1, 1001)))
    lines = text(report(found)).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1001].startswith("Total      3003  14916  1000")
    assert lines[1003] == (
        "█ completed, ▓ ongoing, ░ not started; the longest bar is 38 activities."
    )


def test_changes_are_told_with_what_is_counted() -> None:
    two = (one("wtsa-72", 1, changed=3), one("wtsa-73", 1, changed=1), one("wtsa-79", 1))
    assert "Since TSAG-2020-09: 4 activities changed or are new, in 2 plans." in said(
        overview(*two)
    )
    assert "Since TSAG-2020-09: 1 activity changed or is new, in 1 plan." in said(
        overview(*two[1:])
    )
    assert "Since TSAG-2020-09: no activity changed, and none is new." in said(overview(two[2]))
    assert "since the last meeting is not known: nobody was asked." in said(
        overview(since=""), "nobody was asked"
    )


MEETING = Meeting("TSAG-2021-01", "2021-01-11", "2021-01-18", deadline="2020-12-29")


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (
            Ahead(MEETING, "2021-01-18", 50, 37),
            "Next: TSAG-2021-01, 11–18 January 2021, in 50 days;"
            " documents by 29 December 2020 (in 37 days).",
        ),
        (
            Ahead(MEETING, "2021-01-18", 13, 0),
            "Next: TSAG-2021-01, 11–18 January 2021, in 13 days;"
            " documents by 29 December 2020 (today).",
        ),
        (
            Ahead(MEETING._replace(end="", deadline=""), "2021-01-11", 1, None),
            "Next: TSAG-2021-01, 11 January 2021, in 1 day; no deadline for its documents is set.",
        ),
        (
            Ahead(MEETING, "2021-01-18", 0, -1),
            "Now: TSAG-2021-01, 11–18 January 2021;"
            " documents were due by 29 December 2020 (1 day ago).",
        ),
        (
            None,
            "Next: planctl.yaml has no meeting that is still to come on 22 November 2020;"
            " `planctl meeting add` adds one.",
        ),
    ],
)
def test_the_next_meeting(ahead: Ahead | None, words: str) -> None:
    assert said(overview(ahead=ahead)).endswith(words)


def test_what_is_due() -> None:
    late = Due("wtsa-72/1", "2020-10", "2020-10-31", overdue=True)
    soon = Due("wtsa-72/2", "2020-12", "2020-12-31", overdue=False)
    unknown = Due("wtsa-72/3", "WHA-74", "", overdue=False)
    ahead = Ahead(MEETING, "2021-01-18", 50, 37)
    assert said(overview(ahead=ahead, due=[late, soon, unknown])).endswith(
        " 2 items are due by then: wtsa-72/1 (overdue), wtsa-72/2."
        " Due nobody knows when: wtsa-72/3 (“WHA-74”)."
    )
    assert said(overview(due=[late])).endswith(" 1 item is overdue: wtsa-72/1.")
    many = [soon._replace(address=f"wtsa-72/{at}") for at in range(1, 21)]
    assert said(overview(ahead=ahead, due=many)).endswith(
        " 20 items are due by then: wtsa-72/1, wtsa-72/2, wtsa-72/3, wtsa-72/4, wtsa-72/5,"
        " wtsa-72/6 and 14 more."
    )


def test_what_is_blocked_is_listed_with_its_blocker() -> None:
    blocked = [Blocked("wtsa-72/1", "The budget"), Blocked("wtsa-72/2", "SG2")]
    assert text(report(overview(blocked=blocked))).endswith(
        "\n\n2 activities are blocked:\n\n  • wtsa-72/1: The budget\n  • wtsa-72/2: SG2\n"
    )


def test_nothing_at_all() -> None:
    shown = as_json(overview(since=""), "nobody was asked")
    assert shown["plans"] == shown["due"] == shown["blocked"] == []
    assert (shown["since"], shown["untold"], shown["next"]) == (None, "nobody was asked", None)
    assert said(overview(since=""), "nobody was asked").startswith(
        "There is no plan to tell about. What changed "
    )
