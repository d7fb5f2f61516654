from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.meeting import Meeting
from planctl.review.stale import reasons
from planctl.store.settings import StaleAfter
from tests.review.stale.plans import (
    FRESH,
    MEETINGS,
    OLD,
    activity,
    flagged,
    listing,
    names,
    plan,
    why,
    words,
)
from tests.review.test_rules import BLOCKS, TEXTS

RUN = ("TSAG-2019-09", "TSAG-2020-02", "TSAG-2020-09")
ONE = "wtsa-72/1"


def test_every_reason_is_documented() -> None:
    assert all((reason.__doc__ or "").strip().endswith(".") for reason in reasons.ONGOING)
    assert set(reasons.OPEN) <= set(reasons.ONGOING)


def test_what_is_fresh_is_not_flagged() -> None:
    assert why(FRESH) == ""


def test_unchanged_at_as_many_meetings_as_the_threshold_says() -> None:
    one = plan(72, activity("1", FRESH))
    [found] = flagged(one, idle={ONE: RUN})
    assert (found.idle, found.months) == (RUN, 15)
    assert words([found]) == {
        ONE: "nothing in it has changed since TSAG-2019-09 (3 meetings, 15 months)"
    }
    assert flagged(one, idle={ONE: RUN[2:]}) == []
    assert flagged(one, idle={ONE: RUN}, after=StaleAfter(meetings=4)) == []
    at_once = flagged(one, idle={ONE: RUN[2:]}, after=StaleAfter(meetings=1))
    assert words(at_once) == {
        ONE: "nothing in it has changed since TSAG-2020-09 (1 meeting, 3 months)"
    }


def test_a_meeting_that_the_calendar_has_not_is_not_counted_in_months() -> None:
    [found] = flagged(plan(72, activity("1", FRESH)), idle={ONE: RUN}, calendar=())
    assert words([found]) == {ONE: "nothing in it has changed since TSAG-2019-09 (3 meetings)"}
    assert found.months == 1  # since the newest evidence


def test_old_evidence_is_older_than_the_threshold_in_whole_months() -> None:
    report = listing({"ref": "K.52", "date": "2019-12-11"})
    assert why(report) == "its newest evidence is of 2019-12-11 (K.52), 13 months ago"
    one = plan(72, activity("1", report))
    assert flagged(one, as_of="2021-01-10") == []
    assert flagged(one, after=StaleAfter(months=13)) == []
    assert flagged(one)[0].months == 13


def test_what_is_only_planned_does_not_make_old_evidence_newer() -> None:
    planned = listing({"kind": "forum", "title": "Forum", "date": "2021-05-03"})
    assert why(planned) == ""
    assert why(planned, OLD) == "its newest evidence is of 2018-12-01 (K.52), 25 months ago"


def test_an_inferred_year_is_said_to_be_inferred() -> None:
    letters = plan(73, activity("1", listing("SG5-LS4", year=2017), listing("SG5-LS60", year=2018)))
    found = flagged(plan(72, activity("1", listing("SG5-LS50"))), letters)
    assert words(found)[ONE] == (
        "its newest evidence is of 2017 or 2018 (SG5-LS50), inferred from its number, 30 months ago"
    )


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ([], "its Status column is empty"),
        ([{"text": " "}], "its Status column is empty"),
        ([{"text": "To be completed"}], "its report only holds a place (“To be completed”)"),
        (
            [{"text": "The following was sent:"}, listing("SG5-LSxx", year=2020)],
            "its report only holds a place (“SG5-LSxx”)",
        ),
        ([{"text": "A workshop will be held (TBC)."}], "its report only holds a place (“TBC”)"),
        (
            [{"text": "Work goes on."}],
            "its report names no deliverable, document, date or web page",
        ),
        (
            [{"year": 2020}],
            "its report names no deliverable, document, date or web page",
        ),
        ([listing("K.52")], "none of its evidence has a date"),
        ([{"text": "See https://www.itu.int"}], "none of its evidence has a date"),
        ([{"text": "Completed."}], "its report says “Completed”"),
        ([{"text": "To be completed"}, FRESH], ""),
    ],
)
def test_what_the_status_column_lacks(report: list[dict[str, Any]], said: str) -> None:
    assert why(*report) == said


def test_the_time_plan_says_completed() -> None:
    assert why(FRESH, time_plan="Completed") == "its time plan says “Completed”"
    assert why(FRESH, time_plan="Completed in 2020") == ""


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2021-01-10", "it was due on 10 January 2021"),
        ("2021-01-11", ""),
        (2020, "it was due in 2020"),
        (2021, ""),
        ("2020-12", "it was due in December 2020"),
        ("2020-10/2021-01", ""),
        ("TSAG-2020-02", "it was due at TSAG-2020-02, which ended on 14 February 2020"),
        ("TSAG-2020-09", "it was due at TSAG-2020-09, which ended on 21 September 2020"),
        ("TSAG-2021-01", ""),
        ("TSAG-2021-10", "it is due at “TSAG-2021-10”, and planctl.yaml does not say when that is"),
        ("2021-02-30", "it is due at “2021-02-30”, and planctl.yaml does not say when that is"),
    ],
)
@pytest.mark.parametrize("status", ["ongoing", "not-started"])
def test_what_is_due(due: str | int, said: str, status: str) -> None:
    assert why(FRESH, due=due, status=status) == said


def test_a_postponed_meeting_moves_what_is_due_at_it() -> None:
    one = plan(72, activity("1", FRESH, due="TSAG-2021-01"))
    assert names(flagged(one, as_of="2021-01-19")) == {ONE: "overdue"}
    postponed = [*MEETINGS[:3], Meeting("TSAG-2021-01", "2021-03-01", "2021-03-05")]
    assert flagged(one, as_of="2021-01-19", calendar=postponed) == []


def test_a_meeting_on_a_day_that_cannot_be_is_none() -> None:
    one = plan(72, activity("1", FRESH, due="A"))
    assert names(flagged(one, calendar=[Meeting("A", "2020-02-30")])) == {ONE: "due-unknown"}


@pytest.mark.parametrize("status", ["completed", "suspended", "superseded"])
def test_what_is_not_open_is_never_flagged(status: str) -> None:
    one = plan(72, activity("1", OLD, status=status, due="2019"))
    assert flagged(one, idle={ONE: RUN}) == []


def test_what_is_not_started_is_flagged_only_for_what_is_due() -> None:
    one = plan(72, activity("1", status="not-started"))
    assert flagged(one, idle={ONE: RUN}) == []


def test_all_the_reasons_that_hold_are_told_the_gravest_first() -> None:
    one = plan(72, activity("1", OLD, due=2019))
    assert names(flagged(one, idle={ONE: RUN})) == {ONE: "overdue, unchanged, old-evidence"}


def test_the_worst_first() -> None:
    one = plan(
        72,
        activity("1", listing("K.52")),
        activity("2", OLD),
        activity("3", listing("K.52", year=2017)),
        activity("4", {"text": "TBD"}),
        activity("5", FRESH),
        activity("6", {"text": "TBD"}),
    )
    other = plan(8, activity("1", {"text": "TBD"}))
    idle = {"wtsa-72/5": RUN, "wtsa-72/1": RUN[1:]}
    found = list(names(flagged(one, other, idle=idle)))
    in_order = ("72/5", "72/1", "8/1", "72/4", "72/6", "72/3", "72/2")
    assert found == [f"wtsa-{item}" for item in in_order]
    assert found == list(names(flagged(other, one, idle=idle)))


def test_two_items_of_one_address_are_both_told() -> None:
    twice = plan(72, activity("1", {"text": "TBD"}), activity("1", OLD))
    assert [reason.name for one in flagged(twice) for reason in one.reasons] == [
        "placeholder",
        "old-evidence",
    ]


REPORTS = st.lists(
    st.sampled_from(
        [
            *(FRESH, OLD, {"text": "TBD"}, {"text": "Work goes on"}, {"text": "On 3 May 2019"}),
            *(listing("K.52"), listing("SG5-LS5"), listing("SG5-LS4", year=2017)),
            *({"see": ["1"]}, {"see": ["2"]}, {"see": ["3", "9"]}, {"see": ["73/1"]}),
        ]
    ),
    max_size=3,
)
AGE = {"overdue", "old-evidence"}


@given(
    st.lists(REPORTS, min_size=1, max_size=5),
    st.lists(st.sampled_from([None, 2019, "TSAG-2020-02", "TSAG-2022"]), min_size=5, max_size=5),
    st.integers(0, 3),
)
def test_time_takes_no_reason_of_age_away_and_the_order_is_total(
    reports: list[list[dict[str, Any]]], due: list[str | int | None], meetings: int
) -> None:
    one = plan(
        72,
        *(
            activity(str(at), *report, **({"due": due[at - 1]} if due[at - 1] else {}))
            for at, report in enumerate(reports, 1)
        ),
    )
    idle = {f"wtsa-72/{at}": RUN[: meetings * at % 4] for at in range(1, 6)}
    earlier, later = (flagged(one, as_of=day, idle=idle) for day in ("2021-01-11", "2022-03-31"))
    of_age = [
        {(found.address, reason.name) for found in some for reason in found.reasons}
        for some in (earlier, later)
    ]
    assert {pair for pair in of_age[0] if pair[1] in AGE} <= of_age[1]
    assert earlier == flagged(one, as_of="2021-01-11", idle=idle)
    assert len({found.address for found in earlier}) == len(earlier)
    assert [-len(found.idle) for found in earlier] == sorted(-len(found.idle) for found in earlier)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(BLOCKS, max_size=3), min_size=1, max_size=4), TEXTS.filter(bool))
def test_no_reason_fails_on_any_plan_and_each_is_one_line(
    reports: list[list[dict[str, Any]]], due: str
) -> None:
    some = [activity(f"1.{at}", *report, due=due) for at, report in enumerate(reports, 1)]
    for number in (72, 73):
        found = flagged(plan(number, *some), idle={f"wtsa-{number}/1.1": RUN})
        assert {one.address for one in found} <= {f"wtsa-{number}/{one['id']}" for one in some}
        assert all(len(said.splitlines()) == 1 for said in words(found).values())
