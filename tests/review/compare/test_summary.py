"""The sentence that a chairman reads aloud."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import Plan
from planctl.review.compare.plans import compare
from planctl.review.compare.summary import summaries
from tests.review.compare.example import Data, directive, plan, row

TOPICS = ("Publish guidance", "Raise awareness", "Measure fields", "Train experts", "Tell Council")


def rows(**changed: Any) -> list[Data]:
    """Five activities; ``_2={"status": …}`` changes the second, None leaves it out."""
    each = {f"_{at}": row(f"5.{at}", text) for at, text in enumerate(TOPICS, 1)}
    each |= {name: each.get(name, {}) | fields for name, fields in changed.items() if fields}
    return [one for name, one in each.items() if changed.get(name, True) is not None]


def state(**changed: Any) -> Plan:
    return plan(directive("5", "Ask", *rows(**changed)))


def sentence(was: Plan, now: Plan, since: str = "TSAG-2020-09") -> str:
    (only,) = summaries(compare([was], [now]), since)
    return only


def cites(*deliverables: Any) -> Data:
    return {"report": [{"deliverables": list(deliverables)}]}


def test_what_the_field_would_say() -> None:
    papers = [*(f"K.{at}" for at in range(50, 54)), *(f"SG5-LS{at}" for at in (4, 5, 6))]
    now = state(
        _1={"status": "completed"},
        _2={"status": "completed"},
        _3=cites(*papers),
        _6=row("5.6", "Write a handbook"),
    )
    assert sentence(state(), now) == (
        "Resolution 73: 2 activities completed, 1 added, 7 deliverables linked"
        " (4 Recommendations, 3 liaison statements), 2 unchanged since TSAG-2020-09"
    )


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("ongoing", "completed", "1 activity completed"),
        ("completed", "ongoing", "1 activity reopened"),
        ("not-started", "ongoing", "1 activity started"),
        ("suspended", "ongoing", "1 activity resumed"),
        ("ongoing", "suspended", "1 activity suspended"),
        ("ongoing", "superseded", "1 activity superseded"),
        ("ongoing", "not-started", "1 activity set back"),
        ("completed", "not-started", "1 activity reopened"),
    ],
)
def test_a_status(was: str, now: str, expected: str) -> None:
    said = sentence(state(_1={"status": was}), state(_1={"status": now}), "")
    assert said == f"Resolution 73: {expected}, 4 unchanged"


def test_what_comes_with_a_status_is_not_told_again() -> None:
    now = {"status": "completed", "decided_by": {"meeting": "TSAG"}, "status_since": "2020-10"}
    assert (
        sentence(state(), state(_1=now), "") == "Resolution 73: 1 activity completed, 4 unchanged"
    )


def test_revised() -> None:
    now = state(_1={"time_plan": "2021"}, _2={"report": [{"text": "Done"}]})
    assert sentence(state(), now) == (
        "Resolution 73: 2 activities revised, 3 unchanged since TSAG-2020-09"
    )


def test_deliverables() -> None:
    was = state(_1=cites("K.50", "K.51", {"ref": "K.52"}), _2=cites("An old title"))
    now = state(_1=cites("K.50", {"ref": "K.52", "title": "New"}, "K.53", "K.54"), _2=cites())
    assert sentence(was, now) == (
        "Resolution 73: 2 Recommendations linked, 2 deliverables removed (1 Recommendation,"
        " 1 other), 1 Recommendation changed, 3 activities unchanged since TSAG-2020-09"
    )
    assert sentence(state(), state(_1=cites("A title", "A name"))) == (
        "Resolution 73: 2 deliverables linked, 4 activities unchanged since TSAG-2020-09"
    )


def test_renumbered_and_moved() -> None:
    was = plan(directive("1", "Ask", *rows()), directive("2", "Want"))
    now = plan(
        directive("1", "Ask", *rows(_1=None)),
        directive("3", "Want", row("3.1", "Want now"), row("3.2", TOPICS[0])),
    )
    assert sentence(was, now) == (
        "Resolution 73: 1 activity moved to another directive, 2 renumbered,"
        " 6 otherwise unchanged since TSAG-2020-09"
    )


def test_directives_and_the_plan_itself() -> None:
    was = plan(directive("1", "Ask"), directive("2", "Want it"))
    now = plan(
        directive("1", "Ask"),
        directive("2", "Want them", row("2", "Want it now")),
        directive("3", "Train experts", row("3.1", "Train"), row("3.2", "Teach")),
        resolution={"edition": "Rev. Geneva, 2022", "title": "Environment and climate"},
        lead="ITU-T SG20",
        clauses=[{"block": "resolves", "text": "to act"}],
    )
    assert sentence(was, now) == (
        "Resolution 73: 2 activities added, 1 directive added, 1 directive revised, new edition"
        " (Rev. Geneva, 2022), title changed, now kept by ITU-T SG20, 1 clause of the resolution"
        " changed, 2 unchanged since TSAG-2020-09"
    )


def test_nothing_but_its_own_fields() -> None:
    was, now = plan(directive("1", "Ask")), plan(directive("1", "Ask"), as_of="2021-01")
    assert sentence(was, now) == (
        "Resolution 73: date of status changed, 1 activity unchanged since TSAG-2020-09"
    )
    assert sentence(was, was._replace(key="r-73")) == (
        "Resolution 73: file renamed (it was wtsa-73), 1 activity unchanged since TSAG-2020-09"
    )


def test_new_plans_and_plans_that_are_gone() -> None:
    was = plan(directive("1", "Ask"))
    now = plan(directive("5", "Require them", *rows()), key="wtsa-79")
    assert summaries(compare([was], [now]), "TSAG-2020-09") == [
        "Resolution 79: new plan with 5 activities since TSAG-2020-09",
        "Resolution 73: plan with 1 activity removed since TSAG-2020-09",
    ]


def test_the_assembly_is_named_where_two_have_the_number() -> None:
    one, other = plan(directive("1", "Ask")), plan(directive("1", "Ask"), key="pp-73")
    changes = compare(
        [one, other], [plan(directive("1", "Do")), plan(directive("1", "Do"), key="pp-73")]
    )
    said = [each.partition(":")[0] for each in summaries(changes, "")]
    assert said == ["WTSA Resolution 73", "PP Resolution 73"]
    (alone,) = summaries(changes[:1], "", ["wtsa-73", "pp-73", "wtsa-79"])
    assert alone.startswith("WTSA Resolution 73: ")


def test_what_says_nothing_revises_nothing() -> None:
    now = state(_1={"notes": "Ring them"}, _2={"last_reviewed": "2021-01-15"})
    assert sentence(state(), now) == (
        "Resolution 73: 2 activities annotated, 3 unchanged since TSAG-2020-09"
    )
    both = state(_1={"notes": "Ring them", "time_plan": "2022"})
    assert sentence(state(), both).startswith("Resolution 73: 1 activity revised, 4 unchanged")
    asked = directive("5", "Ask", *rows())
    assert sentence(plan(asked), plan({**asked, "notes": "Ring them"})) == (
        "Resolution 73: 1 directive annotated, 5 activities unchanged since TSAG-2020-09"
    )
