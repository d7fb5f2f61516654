"""Documents by identifier: titles, twins, former names, and what is planned of them."""

from __future__ import annotations

from typing import Any

import pytest

from .pages import found

SHAPES: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "L.1480 DES/EE-EEPS66 (ES 204 087): “Net Zero”",
        [{"ref": "L.1480", "title": "Net Zero", "counterpart": "DES/EE-EEPS66 (ETSI ES 204 087)"}],
    ),
    ("See L.1410 (ES 203 199).", [{"ref": "L.1410", "counterpart": "ETSI ES 203 199"}]),
    ("ES 203 199 (L.1410) applies", [{"ref": "L.1410", "counterpart": "ETSI ES 203 199"}]),
    ("L.1070 and L.1071", [{"ref": "L.1070"}, {"ref": "L.1071"}]),
    ("L.1070, ES 203 199", [{"ref": "L.1070"}, {"ref": "ETSI ES 203 199"}]),
    (
        "K.Suppl.38 (ex L.SEEQ) “Guidance to manufacturers”",
        [{"ref": "K.Suppl.38", "formerly": "L.SEEQ", "title": "Guidance to manufacturers"}],
    ),
    (
        "SG5-LS191 LS/r on energy",
        [{"ref": "SG5-LS191", "title": "LS/r on energy"}],
    ),
    (
        "SG5-LS190 - LS/r on work under study [to WHO]",
        [{"ref": "SG5-LS190", "title": "LS/r on work under study", "note": "to WHO"}],
    ),
    (
        "· ITU-T K.52 (2018) – Guidance on complying with limits for human exposure.",
        [
            {
                "ref": "K.52",
                "date": "2018",
                "title": "Guidance on complying with limits for human exposure",
            }
        ],
    ),
    (
        "K. 91 Amd.3 and K..52; see K Suppl. 14 (09/2019). K. 70 people were there.",
        [{"ref": "K.91 Amd.3"}, {"ref": "K.52"}, {"ref": "K.Suppl.14", "date": "2019-09"}],
    ),
    (
        "It is based on ITU-T L.1470 – Emissions trajectories of the sector is what they say.",
        [{"ref": "L.1470", "title": "Emissions trajectories of the sector"}],
    ),
    ("L.1480: L.1410 and L.1450 apply", [{"ref": "L.1480"}, {"ref": "L.1410"}, {"ref": "L.1450"}]),
    ('SG5 made L.1480 "Net zero". The "Other" came.', [{"ref": "L.1480", "title": "Net zero"}]),
    ("ITU-T L.1071 (Draft), H-Sup.1", [{"ref": "L.1071", "note": "draft"}, {"ref": "H.Suppl.1"}]),
    ("L.1460: and L.1470", [{"ref": "L.1460"}, {"ref": "L.1470"}]),
    (
        "Amendment 2 (2025) to Recommendation ITU-T K.21, Annex B of ITU-T L.1410",
        [{"ref": "K.21 Amd.2"}, {"ref": "L.1410 Annex B"}],
    ),
    ("See the L.1300 series.", []),
    ("Recommendations ITU-T K.20, 21 and 45", [{"ref": f"K.{one}"} for one in (20, 21, 45)]),
    ("Recs. K.20, 21. They hold 3 Members.", [{"ref": "K.20"}, {"ref": "K.21"}]),
    ("L.1023/24 and Q.3/5", [{"ref": "L.1023"}, {"ref": "L.1024"}]),
    ("https://www.itu.int/rec/T-REC-L.1470", []),
    ("clause A.5 of this report", []),
    (
        "UNECE published Recommendation No. 33 on Single Window",
        [{"ref": "UNECE Recommendation 33", "title": "Single Window"}],
    ),
    ("参见建议书ITU-T L.1470和K.52。", [{"ref": "L.1470"}, {"ref": "K.52"}]),
    ("draft new Recommendation ITU-T L.1472", [{"ref": "L.1472", "note": "draft"}]),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shapes(text: str, expected: list[dict[str, Any]]) -> None:
    assert [dict(one.fields) for one in found(text, "document")] == expected


def test_one_entry_for_a_document_with_its_title_from_where_it_has_one() -> None:
    (one,) = found(
        "L.1470 applies. Then comes more.\nITU-T L.1470 “Trajectories”\nL.1470", "document"
    )
    assert dict(one.fields) == {"ref": "L.1470", "title": "Trajectories"}
    assert (one.place, one.places) == (2, (1, 2, 3))
    assert one.sentence == "ITU-T L.1470 “Trajectories”"


@pytest.mark.parametrize(
    ("text", "dated", "planned", "due"),
    [
        ("It is planned to be consented in June.", "2025-04-01", "in June 2025", "2025-06"),
        ("It is planned to be consented in June.", "2025-06", "in June 2025", "2025-06"),
        ("It is planned to be consented in June.", "2025-07", "in June 2026", "2026-06"),
        ("It is planned to be consented in June.", "", "in June", ""),
        ("It is expected to be consented by the end of 2025.", "", "by the end of 2025", "2025"),
        ("It will be consented before Q3 2026.", "", "before Q3 2026", "2026-07/2026-09"),
        ("It should be due to be consented by mid-2026.", "", "by mid-2026", "2026"),
        ("It was scheduled to be consented on 12 May 2026.", "", "on 12 May 2026", "2026-05-12"),
    ],
)
def test_planned_dates(text: str, dated: str, planned: str, due: str) -> None:
    (one,) = found(f"L.1480 “Net Zero”. {text}", "document", dated)
    assert (one.planned, one.due) == (f"planned to be consented {planned}", due)
    assert one.for_plan()["note"] == one.planned


def test_a_plan_belongs_to_the_document_its_item_is_about() -> None:
    text = "· L.1480 “Net Zero”\nIt follows L.1410. Publication is foreseen for May 2026."
    planned = {one.fields["ref"]: one.planned for one in found(text, "document")}
    assert planned == {"L.1480": "planned to be published in May 2026", "L.1410": ""}


def test_a_new_part_is_about_something_else() -> None:
    text = "L.1480 “Net Zero”\n2- Other work\nIt is planned to be approved in May 2026."
    assert [one.planned for one in found(text, "document")] == [""]
    assert [one.due for one in found(text, "plan")] == ["2026-05"]


def test_what_is_planned_of_nothing_named() -> None:
    (one,) = found("The project will start in June 2025.", "plan")
    assert dict(one.fields) == {"title": "The project will start in June 2025"}
    assert (one.planned, one.due) == ("planned to start in June 2025", "2025-06")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Approval of L.1309 is foreseen by end-2025.", {"L.1309": "be approved by end-2025"}),
        ("L.1306 shall be consented in 12/2025.", {"L.1306": "be consented in December 2025"}),
        (
            "K.91 is planned for consent at the next meeting (Geneva, October 2025).",
            {"K.91": "be consented in October 2025"},
        ),
        ("L.1307: target date 2026-03.", {"L.1307": "March 2026"}),
        ("L.1310 is new (consent: Q2 2026).", {"L.1310": "be consented in Q2 2026"}),
        (
            "L.1000, L.1001 and L.1002 are planned for approval in May 2025.",
            dict.fromkeys(("L.1000", "L.1001", "L.1002"), "be approved in May 2025"),
        ),
        (
            "The draft of L.1480, which replaces L.1410, will be published in 2026.",
            {"L.1480": "be published in 2026", "L.1410": ""},
        ),
        (
            "Work on L.1480 goes on. It is to be approved in May 2026.",
            {"L.1480": "be approved in May 2026"},
        ),
        (
            "· L.1308 is new\nThe revision of K.52 is scheduled to be completed by May 2026.",
            {"L.1308": "", "K.52": "be completed by May 2026"},
        ),
    ],
)
def test_whose_fate_is_planned(text: str, told: dict[str, str]) -> None:
    planned = {one.fields["ref"]: one.planned for one in found(text, "document", "2025-01")}
    assert {
        ref: words.removeprefix("planned ").removeprefix("to ").removeprefix("for ")
        for ref, words in planned.items()
    } == told


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (
            "ITU-T L.1480 was approved on 13 December 2022.",
            {"L.1480": "approved on 13 December 2022"},
        ),
        (
            "L.1480 has been approved on 13 December 2022; L.GDSPP will be consented in June 2025.",
            {
                "L.1480": "approved on 13 December 2022",
                "L.GDSPP": "",
            },
        ),
        (
            "K.1 was consented at the meeting (Geneva, 26 June 2025).",
            {"K.1": "consented on 26 June 2025"},
        ),
        ("In May, SG5 consented Recommendation ITU-T L.1480.", {"L.1480": "consented in May 2025"}),
        (
            "L.1 and L.2 were agreed in March.",
            {"L.1": "agreed in March 2025", "L.2": "agreed in March 2025"},
        ),
        (
            "L.1305 (approved in 12/2024) follows L.1410.",
            {"L.1305": "approved in December 2024", "L.1410": ""},
        ),
        (
            "L.1 was agreed in May and L.2 was published on 2 June 2025.",
            {"L.1": "agreed in May 2025", "L.2": "published on 2 June 2025"},
        ),
        ("L.1480: published 2025-05", {"L.1480": "published in May 2025"}),
        ("L.1480 was published.", {"L.1480": ""}),
    ],
)
def test_what_was_done_is_a_remark(text: str, done: dict[str, str]) -> None:
    assert {
        one.fields["ref"]: ", ".join(one.done) for one in found(text, "document", "2025-06")
    } == done
