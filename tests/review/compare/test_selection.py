"""Some of the changes only."""

from __future__ import annotations

import pytest

from planctl.review.compare.changes import PlanChange
from planctl.review.compare.plans import compare
from planctl.review.compare.selection import only
from tests.review.compare.example import directive, plan, row, told

CITED = [{"deliverables": ["K.52"]}]
WAS = plan(
    directive("1", "Ask", row("1.1", "Publish it"), row("1.2", "Train them", responsible=["TSB"])),
    directive("2", "Want", row("2", "Measure fields", responsible=["ITU-T SG5 (Q3/5)"])),
    directive("4", "Give", row("4", "Tell Council")),
)
NOW = plan(
    directive(
        "1",
        "Ask all",
        row("1.1", "Publish it", status="completed", due="2021"),
        row("1.2", "Train them all", responsible=["TSB"], report=CITED),
    ),
    directive("3", "Want", row("3", "Measure fields", responsible=["ITU-T SG5 (Q3/5)"])),
    directive("4", "Give", row("4", "Tell Council")),
    directive("5", "Draft a handbook", row("5", "Draft", report=CITED)),
    as_of="2021-01",
    resolution={"title": "Environment and climate"},
)
NEW = plan(directive("1", "Need", row("1", "Need it", responsible=["TSB"])), key="wtsa-79")


def chosen(*kinds: str, bodies: tuple[str, ...] = ()) -> list[str]:
    return [
        said for change in only(compare([WAS], [NOW, NEW]), kinds, bodies) for said in _told(change)
    ]


def _told(change: PlanChange) -> list[str]:
    if change.what != "changed":
        return [f"{change.plan.key} {change.what}"]
    return [*(one.field for one in change.fields), *map(told, change.items)]


def test_all() -> None:
    everything = [
        "title",
        "as_of",
        "directive 1, text",
        "activity 1.1, status, due",
        "activity 1.2, text, deliverable added",
        "directive 2 → 3",
        "activity 2 → 3",
        "directive 5 added",
        "activity 5 added",
        "wtsa-79 added",
    ]
    assert chosen() == everything
    assert chosen("items", "fields", "text", "deliverables", "status") == everything


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("status", ["activity 1.1, status"]),
        ("deliverables", ["activity 1.2, deliverable added", "activity 5 added"]),
        ("text", ["title", "directive 1, text", "activity 1.2, text"]),
        ("fields", ["as_of", "activity 1.1, due"]),
        (
            "items",
            [
                "directive 2 → 3",
                "activity 2 → 3",
                "directive 5 added",
                "activity 5 added",
                "wtsa-79 added",
            ],
        ),
    ],
)
def test_one_kind(kind: str, expected: list[str]) -> None:
    assert chosen(kind) == expected


def test_bodies() -> None:
    assert chosen(bodies=("TSB",)) == [
        "directive 1, text",
        "activity 1.2, text, deliverable added",
        "wtsa-79 added",
    ]
    assert chosen(bodies=("Q3/5",)) == ["directive 2 → 3", "activity 2 → 3"]
    assert chosen("status", bodies=("TSB",)) == []


def test_what_is_unchanged_is_counted_for_the_bodies() -> None:
    (change,) = compare([WAS], [NOW])
    assert change.unchanged == 2
    (narrowed,) = only([change], bodies=["Q3/5"])
    assert narrowed.unchanged == 1
    (narrowed,) = only([change], bodies=["TSB"])
    assert narrowed.unchanged == 0
