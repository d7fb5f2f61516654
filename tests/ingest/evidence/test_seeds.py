"""ITU's own documents: exactly what a careful person finds in them.

The lists were written from the documents: a progress update of SG5 to the coordination group of the
sectors (2025), a submission of UNEP on WSIS action line C7 (2020), a circular on a workshop (2025).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planctl.ingest.evidence import reading
from planctl.ingest.evidence.found import Found
from planctl.ingest.evidence.reading import Reading

from .pages import document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DATABASE = (
    "Requirements for the creation of an ITU database on energy consumption and GHG emissions of"
    " the ICT sector"
)


def read(name: str) -> Reading:
    return reading.read(document((SEEDS / f"{name}.txt").read_text(encoding="utf-8")))


def fields(found: Reading, sort: str) -> list[tuple[int, dict[str, Any]]]:
    return [(one.place, dict(one.fields)) for one in found.found if one.sort == sort]


def names(found: Reading) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.fields["title"], one.places) for one in found.found if one.sort == "body"]


def sorts(found: Reading, *known: str) -> set[str]:
    return {str(one.sort) for one in found.found} - set(known)


def plans(found: Reading) -> list[tuple[str, str, str]]:
    return [
        (one.fields.get("ref", one.sort), one.planned, one.due)
        for one in found.found
        if one.planned
    ]


def find(found: Reading, ref: str) -> Found:
    return next(one for one in found.found if one.fields.get("ref") == ref)


def test_the_progress_update_of_2025() -> None:
    found = read("001")
    assert found.written == ("2025", "the year it names most often")
    assert fields(found, "document") == [
        (
            5,
            {
                "ref": "L.1480",
                "title": "Enabling the Net Zero transition: Assessing how the use of ICT solutions"
                " impact greenhouse gas emissions of other sectors",
                "counterpart": "DES/EE-EEPS66 (ETSI ES 204 087)",
            },
        ),
        (
            7,
            {
                "ref": "L.ClimAI",
                "title": "Guidelines for Assessing the Impact of Artificial Intelligence on"
                " Greenhouse gas emissions",
                "counterpart": "DES/EE-EEPS77 (ETSI ES 204 135)",
            },
        ),
        (
            8,
            {
                "ref": "L.simplifiedLCA",
                "title": "Guidance on simplified life cycle assessments of Information and"
                " Communication Technologies",
                "counterpart": "ETSI ES 204 085",
            },
        ),
        (8, {"ref": "L.1410"}),
        (11, {"ref": "L.1070"}),
        (11, {"ref": "L.1071"}),
        (12, {"ref": "UNECE Recommendation 49", "title": "Transparency at Scale"}),
        (
            14,
            {
                "ref": "IEEE SA P3828",
                "title": "Standard for Digital Product Passport - Reference Architecture and"
                " Technical Requirements",
            },
        ),
        (
            15,
            {
                "ref": "ISO/TC 154/JWG 9",
                "title": "ISO/UNECE joint working group - Digital Product Passport",
            },
        ),
        (16, {"ref": "CEN/CENELEC JTC24", "title": "Digital Product Passport"}),
        (22, {"ref": "L.1472", "title": DATABASE, "note": "draft"}),
    ]
    assert find(found, "L.1480").places == (5, 19)
    assert find(found, "L.1472").places == (21, 22, 24, 25, 26, 27, 28)
    assert plans(found) == [
        ("L.1480", "planned to be consented in June 2025", "2025-06"),
        ("L.ClimAI", "planned to be consented by the end of 2025", "2025"),
        ("L.simplifiedLCA", "planned to be consented/approved by the end of 2025", "2025"),
        ("CEN/CENELEC JTC24", "planned to finish in March 2026", "2026-03"),
        ("plan", "planned to start in June 2025", "2025-06"),
    ]
    (pilot,) = fields(found, "plan")
    assert pilot[1]["title"].startswith("A pilot project to test the feasibility")
    assert fields(found, "event") == [
        (
            20,
            {
                "kind": "workshop",
                "title": "Workshop to present their plan",
                "date": "2025-05-08",
                "url": "https://youtu.be/_ZMTn_KsfvI",
            },
        )
    ]
    assert fields(found, "publication") == [
        (
            12,
            {
                "kind": "other",
                "title": "United Nations Transparency Protocol for Digital Product Passports",
            },
        )
    ]
    assert fields(found, "web-page") == [
        (19, {"kind": "web-page", "url": "https://www.greendigitalcoalition.eu/"})
    ]
    assert names(found) == [
        ("ISCG", (1,)),
        ("ITU-T SG5", (2, 3, 12)),
        ("ETSI TC EE", (4, 6)),
        ("AIOTI", (6,)),
        ("ETSI", (11,)),
        ("UNECE", (12, 15)),
        ("ISO", (12, 15)),
        ("China Academy of Information and Communications Technology (CAICT)", (14,)),
        ("European Green Digital coalition", (18, 19, 20)),
        ("EU Commission", (19,)),
    ]


def test_the_submission_of_2020() -> None:
    found = read("003")
    assert found.written == ("2020-12-10", "as paragraph 19 says")
    assert not sorts(found, "event", "publication", "body")
    assert fields(found, "event") == [
        (
            3,
            {
                "kind": "session",
                "title": "Twenty-fourth session of the CSTD",
                "date": "2021-05-17/2021-05-21",
                "place": "Geneva",
            },
        ),
        (
            25,
            {
                "kind": "meeting",
                "title": "Meeting with private sector representatives, governments, UN entities,"
                " non-governmental organizations and development partners",
                "date": "2019-12",
                "place": "Bonn",
            },
        ),
    ]
    assert fields(found, "publication") == [
        (
            11,
            {
                "kind": "report",
                "title": "Report of the UN Secretary-General on “Progress made in the"
                " implementation of and follow-up to the outcomes of the World Summit on the"
                " Information Society at the regional and international levels”",
            },
        ),
        (23, {"kind": "other", "title": "Terms of Reference of the Coalition"}),
    ]
    assert names(found) == [
        ("Commission on Science and Technology for Development (CSTD)", (1, 11)),
        ("United Nations Environment Programme (UNEP)", (9, 15, 23)),
        ("Economic and Social Council (ECOSOC)", (11,)),
        ("United Nations Conference on Trade and Development (UNCTAD)", (13,)),
        ("UNEMG", (23,)),
        ("UN E-waste Coalition", (23, 25, 27)),
        *((name, (23,)) for name in ("UNU", "ILO", "BRS", "UNIDO", "UNITAR", "ITC")),
        *((name, (23,)) for name in ("UN Habitat", "WHO")),
        ("EMG Secretariat", (27,)),
    ]


def test_the_circular_of_2025() -> None:
    found = read("004")
    assert found.written.date == "2025"
    assert not sorts(found, "event", "publication", "document", "body")
    assert fields(found, "event") == [
        (
            2,
            {
                "kind": "workshop",
                "title": "ITU Workshop on “Understanding and Reducing the Environmental Footprint"
                " of ICTs”",
                "date": "2025-11-25",
                "place": "Virtual",
                "url": "https://www.itu.int/en/ITU-T/Workshops-and-Seminars/2025/1125/Pages/"
                "default.aspx",
            },
        )
    ]
    assert [one.time for one in found.found if one.sort == "event"] == ["1400 to 1530 CET"]
    assert fields(found, "publication") == [
        (
            8,
            {
                "kind": "report",
                "title": "ITU–Resilio Whitepaper on “Environmental Impacts of the ICT Sector in"
                " Switzerland”",
            },
        )
    ]
    assert fields(found, "document") == [
        (
            10,
            {
                "ref": "L.1410",
                "title": "Methodology for environmental lifecycle assessments of information and"
                " communication technology goods, networks and services",
            },
        ),
        (
            11,
            {
                "ref": "L.1450",
                "title": "Methodologies for the assessment of the environmental impact of the"
                " information and communication technology sector",
            },
        ),
        (12, {"ref": "L.1472", "title": DATABASE}),
    ]
    assert names(found) == [("ITU-T SG5", (9,)), ("Green Digital Action (GDA)", (13,))]
