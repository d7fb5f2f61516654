from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from planctl.plan.meeting import Meeting
from planctl.plan.model import Plan
from planctl.review.overview import Ahead, Blocked, Due, Overview, overview
from planctl.review.stale.outlook import Outlook
from planctl.store.revisions import Closed, Tag
from tests.review.stale.plans import FRESH, MEETINGS, activity, flagged, plan

LAST = ("TSAG-2020-02", "TSAG-2020-09")
TODAY = "2020-11-22"


def seen(
    *plans: Plan, history: Mapping[str, Sequence[str]] | None = None, closed: Sequence[str] = LAST
) -> Outlook:
    """What there is to see of the plans, the meetings ``closed`` being so."""
    past = {address: tuple(keys) for address, keys in (history or {}).items()}
    done = [Closed(one, Tag(one.key, "0" * 40)) for one in MEETINGS if one.key in closed]
    return Outlook(plans, done, past, flagged(*plans, as_of=TODAY, idle=past))


def told(*activities: Mapping[str, Any], as_of: str = TODAY, **more: Any) -> Overview:
    """The overview of one plan of these activities."""
    return overview(seen(plan(72, *activities)), as_of, MEETINGS, **more)


def test_activities_are_counted_by_status() -> None:
    statuses = ("ongoing", "completed", "ongoing", "superseded", "suspended", "not-started")
    found = told(*(activity(str(at), FRESH, status=one) for at, one in enumerate(statuses, 1)))
    [line] = found.lines
    assert dict(line.counts) == {
        "not-started": 1,
        "ongoing": 2,
        "completed": 1,
        "suspended": 1,
        "superseded": 1,
    }
    assert (line.key, line.title) == ("wtsa-72", "T")
    assert found.total == line._replace(key="", title="")


def test_what_did_not_say_the_same_at_the_last_meeting_has_changed() -> None:
    some = plan(72, *(activity(at, FRESH) for at in ("1", "2", "3")))
    other = plan(73, activity("1", FRESH))
    history = {
        "wtsa-72/1": LAST,
        "wtsa-72/2": ["TSAG-2020-02"],
        "wtsa-73/1": ["TSAG-2020-09"],
        "wtsa-79/1": LAST,
    }
    found = overview(seen(some, other, history=history), TODAY, MEETINGS)
    assert found.since == "TSAG-2020-09"
    assert [line.changed for line in (*found.lines, found.total)] == [2, 0, 2]


@pytest.mark.parametrize(
    ("at", "since", "changed"),
    [
        ("TSAG-2020-09", "TSAG-2020-02", 1),
        ("TSAG-2020-02", "", None),
        ("v1.0", "TSAG-2020-09", 0),
    ],
)
def test_at_a_closed_meeting_changes_are_counted_from_the_one_before(
    at: str, since: str, changed: int | None
) -> None:
    some = plan(72, activity("1", FRESH), activity("2", FRESH))
    history = {"wtsa-72/1": LAST, "wtsa-72/2": ["TSAG-2020-09"]}
    found = overview(seen(some, history=history), TODAY, MEETINGS, at=at)
    assert (found.since, found.total.changed) == (since, changed)


def test_without_a_closed_meeting_nothing_is_said_of_changes() -> None:
    found = overview(seen(plan(72, activity("1", FRESH)), closed=()), TODAY, MEETINGS)
    assert (found.since, found.lines[0].changed, found.total.changed) == ("", None, None)


def test_only_what_certainly_has_not_moved_is_stale() -> None:
    found = told(activity("1", FRESH, due="WTSA-28"), activity("2", FRESH), activity("3"))
    assert found.lines[0].stale == 1


def test_what_is_blocked_and_by_what() -> None:
    found = told(
        activity("1", FRESH, blocker="SG2 has not\n answered"),
        activity("2", FRESH, blocker={"en": "The budget", "fr": "Le budget"}),
        activity("3", FRESH, blocker=" "),
        activity("4", FRESH, blocker="SG2", status="completed"),
        activity("5", FRESH, blocker="SG2", status="superseded"),
        activity("6", FRESH, blocker="SG2", status="suspended"),
    )
    assert found.blocked == (
        Blocked("wtsa-72/1", "SG2 has not answered"),
        Blocked("wtsa-72/2", "The budget"),
        Blocked("wtsa-72/6", "SG2"),
    )
    assert found.lines[0].blocked == 3


def test_what_is_due_by_the_end_of_the_next_meeting() -> None:
    found = told(
        activity("1", FRESH, due="2021-01-18"),
        activity("2", FRESH, due="2021-01-19"),
        activity("3", FRESH, due=2020),
        activity("4", FRESH, due="TSAG-2021-01", status="not-started"),
        activity("5", FRESH, due="TSAG-2020-09"),
        activity("6", FRESH, due="2020-10", status="completed"),
        activity("7", FRESH, due="2020-10", status="suspended"),
        activity("8", FRESH, due="WTSA-28"),
    )
    assert found.due == (
        Due("wtsa-72/5", "TSAG-2020-09", "2020-09-21", overdue=True),
        Due("wtsa-72/3", "2020", "2020-12-31", overdue=False),
        Due("wtsa-72/1", "2021-01-18", "2021-01-18", overdue=False),
        Due("wtsa-72/4", "TSAG-2021-01", "2021-01-18", overdue=False),
        Due("wtsa-72/8", "WTSA-28", "", overdue=False),
    )


def test_without_a_next_meeting_what_is_overdue() -> None:
    some = (activity("1", FRESH, due="2021-01-18"), activity("2", FRESH, due="2021-02-01"))
    found = told(*some, as_of="2021-02-01")
    assert found.ahead is None
    assert found.due == (Due("wtsa-72/1", "2021-01-18", "2021-01-18", overdue=True),)


JANUARY = Meeting("TSAG-2021-01", "2021-01-11", "2021-01-18", deadline="2020-12-29")
ONE_DAY = Meeting("ONE-DAY", "2021-03-01")


@pytest.mark.parametrize(
    ("as_of", "ahead"),
    [
        ("2020-12-29", Ahead(JANUARY, "2021-01-18", 13, 0)),
        ("2021-01-11", Ahead(JANUARY, "2021-01-18", 0, -13)),
        ("2021-01-18", Ahead(JANUARY, "2021-01-18", -7, -20)),
        ("2021-01-19", Ahead(ONE_DAY, "2021-03-01", 41, None)),
        ("2021-03-01", Ahead(ONE_DAY, "2021-03-01", 0, None)),
        ("2021-03-02", None),
    ],
)
def test_the_next_meeting_is_the_first_that_is_not_over(as_of: str, ahead: Ahead | None) -> None:
    calendar = (ONE_DAY, JANUARY, Meeting("TSAG-2020-09", "2020-09-21"))
    assert overview(seen(), as_of, calendar).ahead == ahead


def test_a_meeting_that_was_closed_while_it_sits_is_behind() -> None:
    there = seen(closed=(*LAST, "TSAG-2021-01"))
    found = overview(there, "2021-01-15", (JANUARY, ONE_DAY))
    assert found.ahead is not None
    assert found.ahead.meeting == ONE_DAY


def test_days_that_cannot_be_are_passed_over() -> None:
    calendar = (
        Meeting("A", "2021-02-30"),
        Meeting("B", "2021-03-04", "2021-03-01", deadline="2021-02-29"),
    )
    assert overview(seen(), TODAY, calendar).ahead == Ahead(calendar[1], "2021-03-04", 102, None)


def test_chosen_plans_and_bodies() -> None:
    plans = (
        plan(72, activity("1", FRESH, responsible=["ITU-T SG5 (Q3/5)"]), activity("2")),
        plan(73, activity("1", FRESH, blocker="B", due="2020-10")),
        plan(79, activity("1", FRESH, responsible=["ITU-T SG5"], status="completed")),
    )
    there = seen(*plans)
    chosen = overview(there, TODAY, MEETINGS, {"wtsa-72", "wtsa-79"})
    assert [line.key for line in chosen.lines] == ["wtsa-72", "wtsa-79"]
    assert (chosen.blocked, chosen.due) == ((), ())
    asked = overview(there, TODAY, MEETINGS, (), ["SG5"])
    assert [(line.key, sum(line.counts.values()), line.stale) for line in asked.lines] == [
        ("wtsa-72", 1, 0),
        ("wtsa-79", 1, 0),
    ]
    assert overview(there, TODAY, MEETINGS, (), ["WMO"]).lines == ()
