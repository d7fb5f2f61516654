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
    ("See the L.1300 series.", []),
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
