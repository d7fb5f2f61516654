"""The Status column as a report, and back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.ingest import report
from planctl.plan.model import plan_from
from planctl.publish.annex import status
from planctl.publish.table import Paragraph, ParagraphKind, Run


def _paragraph(kind: ParagraphKind, text: str) -> Paragraph:
    return Paragraph((Run(text),) if text else (), kind)


def _published(blocks: list[dict[str, object]]) -> list[tuple[str, str]]:
    activity = {
        "id": "1",
        "text": "",
        "responsible": ["WHO"],
        "time_plan": "",
        "status": "ongoing",
        "report": blocks,
    }
    directive = {"id": "1", "text": "", "references": "", "activities": [activity]}
    plan = plan_from(
        "wtsa-1",
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": "", "title": ""},
            "lead": "",
            "as_of": "2020-10",
            "directives": [directive],
        },
    )
    return [(p.kind, p.text) for p in status(plan.directives[0].activities[0])]


def test_lead_ins_years_cross_references_and_items_become_blocks() -> None:
    cell = [
        _paragraph("text", "See point 3.1"),
        _paragraph("text", "The following LS has been sent:"),
        _paragraph("year", "2017:"),
        _paragraph("bullet", "SG5-LS4"),
        _paragraph("year", "2018"),
        _paragraph("bullet", "SG5-LS60"),
        _paragraph("text", ""),
        _paragraph("text", "Work items. See points 2 and 4.1"),
        _paragraph("bullet", "L.ME"),
        _paragraph("dash", "L.ME_DD"),
        _paragraph("dash", "L.ME_AF"),
    ]
    assert report.read(cell) == [
        {"see": ["3.1"]},
        {"text": "The following LS has been sent:"},
        {"year": 2017, "deliverables": ["SG5-LS4"]},
        {"year": 2018, "text": "2018", "deliverables": ["SG5-LS60"]},
        {"text": ""},
        {
            "text": "Work items. See points 2 and 4.1",
            "see": ["2", "4.1"],
            "deliverables": [{"ref": "L.ME", "items": ["L.ME_DD", "L.ME_AF"]}],
        },
    ]


TEXT = st.sampled_from(
    ["", "See point 3.1", "See points 2 and 4", "2019", "3 May 2019, Geneva", "K.52", "LS sent:"]
) | st.text(min_size=1, max_size=8).map(lambda text: " ".join(text.split()))
GROUPS = st.lists(
    st.tuples(st.just("text"), TEXT)
    | st.tuples(st.just("year"), st.integers(1990, 2030).map(lambda year: f"{year}:"))
    | st.tuples(st.just("bullet"), TEXT.filter(bool), st.lists(TEXT.filter(bool), max_size=2)),
    max_size=6,
)


@given(GROUPS)
@settings(max_examples=150, deadline=None)
def test_what_is_read_is_published_again(groups: list[tuple[str, ...]]) -> None:
    cell: list[Paragraph] = []
    for kind, text, *dashes in groups:
        cell.append(_paragraph(kind, text))  # type: ignore[arg-type]
        cell += [_paragraph("dash", dash) for part in dashes for dash in part]
    wanted = [
        ("year" if kind == "text" and text[:4].isdigit() and len(text) == 4 else kind, text)
        for kind, text in ((p.kind, p.text) for p in cell)
    ]
    assert _published(report.read(cell)) == wanted


def test_the_address_of_a_bullet_s_link_is_its_url() -> None:
    link = "https://www.itu.int/x"
    cell = [
        Paragraph((Run("See here:", "https://www.itu.int"),)),
        Paragraph((Run("K.52", link),), "bullet"),
        Paragraph((Run("The agenda", link),), "dash"),
        Paragraph((Run(link, "https://www.itu.int/other"),), "bullet"),
    ]
    assert report.read(cell) == [
        {
            "text": "See here:",
            "deliverables": [
                {"ref": "K.52", "url": link, "items": [{"title": "The agenda", "url": link}]},
                {"url": link},
            ],
        }
    ]
