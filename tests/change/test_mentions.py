"""Where a deliverable is mentioned already, and what that tells."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.change.mentions import clue, same, year_by_number
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Block


def of(data: str | dict[str, Any]) -> Deliverable:
    return Deliverable.of(data)


def line(year: int | None, *names: str) -> Block:
    return Block((), None, year, (), tuple(of(name) for name in names))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("K.52", "ITU-T K.52", True),
        ("K.Suppl.14", "K.Sup.14 (09/2019)", True),
        ("K.52", "K.520", False),
        ("L.1300 series", "L.1300 series", False),
        ("PACE", "pace", True),
        ("Forum on E-waste", {"kind": "forum", "title": "E-waste", "date": 2019}, True),
        (
            {"kind": "forum", "title": "E-waste", "date": "2019-05-01"},
            {"kind": "forum", "title": "Forum on “E-waste”", "date": "2018-05-01"},
            False,
        ),
        ({"kind": "forum", "title": "Forum"}, {"kind": "event", "title": "The event"}, False),
        ({"url": "https://itu.int"}, {"url": "https://itu.int"}, True),
        ({"kind": "forum", "title": "E", "date": "2019-02-30"}, "K.52", False),
    ],
)
def test_the_same_deliverable(one: Any, other: Any, expected: bool) -> None:
    assert same(of(one), of(other)) is expected
    assert same(of(other), of(one)) is expected


REPORT = [
    line(2017, "SG5-LS4", "SG5-LS50", "TSAG-LS90"),
    line(2018, "SG5-LS54", "SG5-LS86"),
    line(2020, "SG5-LS136", "SG5-LS186"),
    line(None, "SG5-LS999"),
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SG5-LS40", (2017, "its number lies between SG5-LS4 and LS50")),
        ("SG5-LS60", (2018, "its number lies between SG5-LS54 and LS86")),
        ("SG5-LS190", (2020, "its number follows SG5-LS186")),
        ("SG5-LS52", None),
        ("SG5-LS2", None),
        ("SG15-LS40", None),
        ("K.52", None),
        ("A title", None),
    ],
)
def test_the_year_of_a_liaison_statement(name: str, expected: tuple[int, str] | None) -> None:
    assert year_by_number(REPORT, of(name), 2020) == expected


def test_after_the_last_only_while_the_plan_speaks_of_that_year() -> None:
    assert year_by_number(REPORT, of("SG5-LS190"), 2021) is None


def test_two_study_periods_leave_it_open() -> None:
    blocks = [line(2017, "SG5-LS4", "SG5-LS50"), line(2022, "SG5-LS3", "SG5-LS60")]
    assert year_by_number(blocks, of("SG5-LS40"), 2022) is None


@pytest.mark.parametrize(
    ("data", "piece"),
    [
        ("SG5-LS184", "LS 184"),
        ("ITU-T K.91", "K 91"),
        ("L.EE_slicing", "slicing"),
        ("G.780/Y.1351", "G 780"),
        ("Supplement 56 to ITU-T Y-series", "56"),
        ("PACE", ""),
        ({"title": "Forum in València"}, ""),
    ],
)
def test_a_clue_is_what_every_spelling_has(data: str | dict[str, Any], piece: str) -> None:
    assert clue(of(data)) == piece
