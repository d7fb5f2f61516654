"""Where evidence belongs: the reasons, the order, and how often the first three are right."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Plan, plan_from
from planctl.review.placing.place import Place, Register
from tests import ranking


def plan(*activities: dict[str, Any]) -> Plan:
    rows = [
        {
            "id": str(number),
            "text": f"Directive {number}",
            "references": "Resolves (1)",
            "activities": [
                {
                    "id": str(number),
                    "text": one["text"],
                    "responsible": one.get("responsible", ["ITU-T SG5"]),
                    "time_plan": "Ongoing",
                    "status": one.get("status", "ongoing"),
                    "report": [{"deliverables": one["deliverables"]}]
                    if "deliverables" in one
                    else [],
                }
            ],
        }
        for number, one in enumerate(activities, 1)
    ]
    resolution = {"assembly": "WTSA", "number": 1, "edition": "Geneva, 2022", "title": "Title"}
    data = {"resolution": resolution, "lead": "ITU-T SG5", "as_of": "2022-10", "directives": rows}
    return plan_from("wtsa-1", data)


def place(evidence: dict[str, Any] | str, *activities: dict[str, Any], sentence: str = "") -> Place:
    return Register([plan(*activities)]).place(Deliverable.of(evidence), sentence)


def whys(placed: Place) -> list[str]:
    return [choice.why for choice in placed.choices]


OTHERS: tuple[dict[str, Any], ...] = (
    {"text": "Train regulators", "deliverables": [{"kind": "workshop", "title": "On safety"}]},
    {"text": "Measure greenhouse gases", "deliverables": ["L.1450", "L.1410"]},
    {"text": "Liaise with others", "deliverables": ["SG5-LS1", "SG5-LS2"]},
    {"text": "Protect people", "deliverables": ["K.52", "K.91"]},
)


def test_of_one_family() -> None:
    assert whys(place("SG5-LS9", *OTHERS)) == ["wtsa-1/3 has 2 of the liaison statements of SG5"]
    assert whys(place("K.100", *OTHERS)) == [
        "wtsa-1/4 has 2 of the Recommendations of the K series"
    ]
    assert whys(place({"kind": "forum", "title": "X", "date": 2020}, *OTHERS)) == [
        "wtsa-1/1 has one of the events"
    ]


def test_the_letters_of_a_name_are_no_words() -> None:
    rows = ({"text": "Report to TSAG, Rev.1"}, *OTHERS)
    assert (
        whys(place("TD120-R1", *rows, sentence="TD 120 Rev.1 for T22-TSAG-221212-TD-GEN-0011"))
        == []
    )


def test_words_joined_by_a_hyphen_are_told() -> None:
    evidence = {"kind": "report", "title": "Low-greenhouse offices"}
    assert whys(place(evidence, *OTHERS)) == ["wtsa-1/2 shares “Low-greenhouse”"]


def test_words_are_told_as_they_stand() -> None:
    evidence = {"kind": "report", "title": "Measuring Greenhouse Gases of a small office"}
    assert whys(place(evidence, *OTHERS)) == ["wtsa-1/2 shares “Greenhouse Gases”"]


def test_the_sentence_counts_where_there_is_no_title() -> None:
    url = {"kind": "web-page", "url": "https://www.itu.int/gases"}
    sentence = "Regulators of https://regulators.example train here."
    assert whys(place(url, *OTHERS, sentence=sentence)) == ["wtsa-1/1 shares “Regulators”, “train”"]
    assert place(url, *OTHERS).choices == ()


def test_what_goes_with_what() -> None:
    assert whys(place("K.91 Amd.1", *OTHERS))[0] == (
        "wtsa-1/4 cites K.91, which it goes with and has 2 of the Recommendations of the K series"
    )
    supplement = ({"text": "Guide", "deliverables": ["L.Suppl.37 to ITU-T L.1470"]},)
    assert whys(place("L.1470", *supplement)) == [
        "wtsa-1/1 cites L.Suppl.37 to ITU-T L.1470, which goes with it"
    ]


def test_what_is_cited_is_not_new() -> None:
    placed = place({"ref": "L.1450", "title": "New"}, *OTHERS)
    assert placed.cited == ("wtsa-1/2",)
    assert placed.differs == ()


@pytest.mark.parametrize(
    ("cited", "evidence"),
    [
        ({"ref": "L.1480", "counterpart": "ETSI ES 204 087"}, "ES 204 087"),
        ("ETSI ES 204 087", {"ref": "L.1480", "counterpart": "DES/EE-EEPS66 (ETSI ES 204 087)"}),
        ({"ref": "L.Suppl.38", "formerly": "L.SEEQ"}, "L.SEEQ"),
        ("K. 91", "ITU-T K.91"),
        (
            {"kind": "forum", "title": "Forum on Waste", "date": "2019-10-01"},
            {"kind": "event", "title": "ITU Forum on waste", "date": "2019"},
        ),
        ({"url": "https://itu.int/x"}, {"kind": "web-page", "url": "https://itu.int/x"}),
    ],
)
def test_one_thing_by_another_name(cited: Any, evidence: Any) -> None:
    row = {"text": "Report", "deliverables": [cited]}
    assert place(evidence, row).cited == ("wtsa-1/1",)


def test_what_the_plans_say_otherwise() -> None:
    row = {"text": "Report", "deliverables": [{"ref": "L.1", "title": "Old", "date": "2020-01"}]}
    assert place({"ref": "L.1", "title": "New title", "date": "2021-03"}, row).differs == (
        "its title is “Old” there",
        "its date is 2020-01 there",
    )
    assert place({"ref": "L.1", "title": "OLD", "date": 2020}, row).differs == ()


def test_a_closed_activity_is_less_likely() -> None:
    first = {"text": "Guide regulators", "status": "superseded"}
    second = {"text": "Guide regulators"}
    title = {"kind": "report", "title": "A guide for regulators"}
    assert [one.address for one in place(title, first, second).choices] == ["wtsa-1/2", "wtsa-1/1"]


def test_of_activities_as_likely_the_earlier_comes_first() -> None:
    rows = [{"text": "Guide regulators"} for _ in range(5)]
    title = {"kind": "report", "title": "A guide for regulators"}
    assert [one.address for one in place(title, *rows).choices] == [
        "wtsa-1/1",
        "wtsa-1/2",
        "wtsa-1/3",
    ]


def test_who_speaks_of_a_body() -> None:
    rows: tuple[dict[str, Any], ...] = (
        {"text": "Work with WHO"},
        {"text": "Whose work", "responsible": ["World Health Organization"]},
        {"text": "Whole"},
    )
    register = Register([plan(*rows)])
    assert register.speaking_of(["World Health Organization", "WHO"]) == ["wtsa-1/1", "wtsa-1/2"]


def test_the_first_three_are_right_in_more_than_four_of_five_cases() -> None:
    cases = ranking.measure(ranking.shipped())
    tied = [case for case in cases if case.tied]
    assert sum(map(ranking.hit, cases)) * 10 > len(cases) * 9
    assert sum(map(ranking.hit, tied)) * 10 > len(tied) * 9
