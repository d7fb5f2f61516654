"""Where words and documents are found in a plan."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import Plan, plan_from
from planctl.plan.search import Hit, search

REPORT: list[dict[str, Any]] = [
    {
        "text": {"en": "Work on dams", "fr": "Travaux sur les barrages"},
        "deliverables": [
            "K. 91 Amd.1",
            {
                "kind": "forum",
                "title": {"en": "Forum on dams", "es": "Foro sobre presas"},
                "date": "2019-10-01",
                "place": "Valencia",
                "items": ["SG5-LS4", "Programme of the forum"],
            },
            {"ref": "K.52", "text": "Guidance on “limits” (ex K.emf)"},
        ],
    },
    {"year": 2020, "deliverables": ["K.Suppl.1 to ITU-T K.91"]},
]


def make() -> Plan:
    activity = {
        "text": {"en": "Publish reports", "zh": "发布报告"},
        "responsible": ["TSAG"],
        "time_plan": "2020",
        "status": "ongoing",
    }
    return plan_from(
        "wtsa-72",
        {
            "resolution": {
                "assembly": "WTSA",
                "number": 72,
                "edition": "2016",
                "title": {"en": "Human exposure", "fr": "Exposition des personnes"},
            },
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "notes": "Ask the BDT",
            "directives": [
                {
                    "id": "1",
                    "text": {"fr": "Publier des études", "en": "Publish studies"},
                    "references": "Resolves (1)",
                    "notes": "To be split",
                    "activities": [
                        {"id": "1.1", **activity, "report": REPORT, "notes": "Ask the BDT"},
                        {"id": "1.2", **activity, "references": "Resolves (2)"},
                    ],
                },
                {
                    "id": "2",
                    "text": "Dams in general",
                    "references": "Invites TSAG",
                    "activities": [],
                },
            ],
        },
    )


PLAN = make()
FIRST = ("directives", 0, "activities", 0)
SECOND = ("directives", 0, "activities", 1)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(hit.address, hit.where, hit.text) for hit in search(PLAN, text)]


def test_hits_come_in_the_order_of_the_table_each_on_its_own_address() -> None:
    assert found("dams") == [
        ("wtsa-72/1.1", "report", "Work on dams"),
        ("wtsa-72/1.1", "deliverable", "Forum on dams on 1 October 2019, Valencia"),
        ("wtsa-72/2", "directive", "Dams in general"),
    ]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("BARRAGES", [("wtsa-72/1.1", "report", "Travaux sur les barrages")]),
        ("etudes", [("wtsa-72/1", "directive", "Publier des études")]),
        (
            "发布",
            [("wtsa-72/1.1", "activity", "发布报告"), ("wtsa-72/1.2", "activity", "发布报告")],
        ),
        ("exposition", [("wtsa-72", "resolution", "Exposition des personnes")]),
    ],
)
def test_what_stands_in_any_language_is_found_as_it_stands_there(
    text: str, hits: list[tuple[str, str, str]]
) -> None:
    assert found(text) == hits


def test_a_deliverable_is_shown_in_the_language_in_which_it_was_found() -> None:
    [(address, where, text)] = found("presas")
    assert (address, where) == ("wtsa-72/1.1", "deliverable")
    assert "Foro sobre presas" in text


def test_what_stands_in_several_languages_is_found_once_in_english_first() -> None:
    assert found("publi") == [
        ("wtsa-72/1", "directive", "Publish studies"),
        ("wtsa-72/1.1", "activity", "Publish reports"),
        ("wtsa-72/1.2", "activity", "Publish reports"),
    ]


def test_a_directive_without_activities_is_found() -> None:
    assert found("invites tsag") == [("wtsa-72/2", "references", "Invites TSAG")]


def test_references_and_notes_are_found_where_they_stand() -> None:
    assert found("resolves") == [
        ("wtsa-72/1", "references", "Resolves (1)"),
        ("wtsa-72/1.2", "references", "Resolves (2)"),
    ]
    assert found("to be split") == [("wtsa-72/1", "notes", "To be split")]
    assert found("the BDT") == [
        ("wtsa-72", "notes", "Ask the BDT"),
        ("wtsa-72/1.1", "notes", "Ask the BDT"),
    ]


def test_a_document_is_found_in_every_spelling_with_what_amends_it() -> None:
    assert [text for _, _, text in found("ITU-T K.91")] == [
        "K. 91 Amd.1",
        "K.Suppl.1 to ITU-T K.91",
    ]
    assert [text for _, _, text in found("sg5 - ls4")] == ["SG5-LS4"]
    assert [text for _, _, text in found("k.52")] == ["Guidance on “limits” (ex K.emf)"]


def test_items_under_a_deliverable_are_found() -> None:
    assert found("programme") == [("wtsa-72/1.1", "deliverable", "Programme of the forum")]


def test_only_the_chosen_activities_and_their_directives_are_searched() -> None:
    assert list(search(PLAN, "publi", {SECOND})) == [
        Hit("wtsa-72/1", "directive", "Publish studies"),
        Hit("wtsa-72/1.2", "activity", "Publish reports"),
    ]
    assert list(search(PLAN, "dams", {SECOND})) == []
    assert [hit.where for hit in search(PLAN, "dams", {FIRST})] == ["report", "deliverable"]
    assert list(search(PLAN, "human exposure", {FIRST})) == []
    assert list(search(PLAN, "publi", set())) == []


def test_nothing_is_found_where_it_does_not_stand() -> None:
    assert found("blockchain") == []


def amended(*refs: str) -> Plan:
    data = make().data
    data["directives"][0]["activities"][0]["report"] = [{"deliverables": list(refs)}]
    return plan_from("wtsa-72", data)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("K.91 Amd", ["K. 91 Amd.1-Appendix VIII"]),
        ("k. 91amd", ["K. 91 Amd.1-Appendix VIII"]),
        ("K.9", ["K. 91 Amd.1-Appendix VIII", "K..92", "ITU-T K. 93"]),
        ("ITU-T K. 9", ["K. 91 Amd.1-Appendix VIII", "K..92", "ITU-T K. 93"]),
        ("Amd.1-App", ["K. 91 Amd.1-Appendix VIII"]),
        ("9", ["K. 91 Amd.1-Appendix VIII", "K..92", "ITU-T K. 93", "Work. 9 papers"]),
    ],
)
def test_the_beginning_of_a_name_is_found_however_it_is_spaced(text: str, refs: list[str]) -> None:
    plan = amended("K. 91 Amd.1-Appendix VIII", "K..92", "ITU-T K. 93", "Work. 9 papers", "L.1023")
    assert [hit.text for hit in search(plan, text)] == refs
