"""One bullet as data: the shapes that are recognised, and that no letter is ever changed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.ingest import bullet
from planctl.plan.deliverable import Deliverable, line

EVENTS = "The following events were organized:"
SHAPES: list[tuple[str, str, str | dict[str, Any]]] = [
    ("K.52", "", "K.52"),
    ("K. 91 Amd.1-Appendix VIII", "", "K. 91 Amd.1-Appendix VIII"),
    ("L.1300 series Recommendations", "", "L.1300 series Recommendations"),
    ("SG5-LS184", "", "SG5-LS184"),
    ("PACE", "", "PACE"),
    ("PACE", "SG5 participates in these initiatives:", {"kind": "initiative", "title": "PACE"}),
    (
        "ITU-T L.1304 “Procurement Criteria for Sustainable Data Centres”",
        "",
        {"ref": "ITU-T L.1304", "title": "Procurement Criteria for Sustainable Data Centres"},
    ),
    (
        "SG5-LS4 - LS on Information about work [to ITU-R and ITU-D SG2]",
        "",
        {
            "ref": "SG5-LS4",
            "title": "LS on Information about work",
            "note": "to ITU-R and ITU-D SG2",
        },
    ),
    (
        "SG5-LS65 - LS on “ICNIRP Public Consultation (100 kHz)”",
        "",
        {"ref": "SG5-LS65", "title": "LS on “ICNIRP Public Consultation (100 kHz)”"},
    ),
    (
        "SG5-LS61 – LS on the work under study",
        "",
        {
            "ref": "SG5-LS61",
            "title": "LS on the work under study",
            "text": "SG5-LS61 – LS on the work under study",
        },
    ),
    (
        "Draft ITU-T L.1024 (ex.L.SEEQ) “ Effect of selling services”",
        "",
        {
            "ref": "Draft ITU-T L.1024",
            "title": "Effect of selling services",
            "formerly": "L.SEEQ",
            "text": "Draft ITU-T L.1024 (ex.L.SEEQ) “ Effect of selling services”",
        },
    ),
    (
        "L.SM_EN” Smart energy for cities”",
        "",
        {
            "ref": "L.SM_EN",
            "title": "Smart energy for cities",
            "text": "L.SM_EN” Smart energy for cities”",
        },
    ),
    (
        "Technical Report on “Smart Water”",
        "",
        {"kind": "technical-report", "title": "Smart Water"},
    ),
    ("https://www.itu.int/emf", "", {"url": "https://www.itu.int/emf"}),
    (
        "Guidance for ICT companies (2020)",
        "The following reports have been developed:",
        {"kind": "report", "title": "Guidance for ICT companies", "date": 2020},
    ),
    (
        "Forum on Circular Economy on 1 October 2019, Valencia, Spain",
        EVENTS,
        {
            "kind": "forum",
            "title": "Forum on Circular Economy",
            "date": "2019-10-01",
            "place": "Valencia, Spain",
        },
    ),
    (
        "Webinar: E-waste, Virtual, 1 and 2 April 2020.",
        EVENTS,
        {
            "kind": "webinar",
            "title": "Webinar: E-waste",
            "date": "2020-04-01/2020-04-02",
            "place": "Virtual",
            "text": "Webinar: E-waste, Virtual, 1 and 2 April 2020.",
        },
    ),
    (
        "Workshop on 5G, New York, USA, 3 May 2019",
        EVENTS,
        {
            "kind": "workshop",
            "title": "Workshop on 5G",
            "date": "2019-05-03",
            "place": "New York, USA",
            "text": "Workshop on 5G, New York, USA, 3 May 2019",
        },
    ),
    (
        "Workshop on “5G, EMF & Heath”, Warsaw, Poland",
        EVENTS,
        {
            "kind": "workshop",
            "title": "Workshop on “5G, EMF & Heath”",
            "place": "Warsaw, Poland",
        },
    ),
    (
        "Workshop on 5G (Rio de Janeiro, 3-4 May 2019)",
        "",
        {
            "kind": "workshop",
            "title": "Workshop on 5G",
            "date": "2019-05-03/2019-05-04",
            "place": "Rio de Janeiro",
            "text": "Workshop on 5G (Rio de Janeiro, 3-4 May 2019)",
        },
    ),
    (
        "Webinar on EMF (3 May 2019, online).",
        "",
        {
            "kind": "webinar",
            "title": "Webinar on EMF",
            "date": "2019-05-03",
            "place": "online",
            "text": "Webinar on EMF (3 May 2019, online).",
        },
    ),
    (
        "Workshop on 5G (with SG13, 3 May 2019)",
        "",
        {
            "kind": "workshop",
            "title": "Workshop on 5G (with SG13, 3 May 2019)",
            "date": "2019-05-03",
            "text": "Workshop on 5G (with SG13, 3 May 2019)",
        },
    ),
    (
        "3 May 2019: Workshop on 5G, Geneva",
        "",
        {
            "kind": "workshop",
            "title": "Workshop on 5G",
            "date": "2019-05-03",
            "place": "Geneva",
            "text": "3 May 2019: Workshop on 5G, Geneva",
        },
    ),
    (
        "Workshop on 5G, 3 May 2019: 120 people came",
        "",
        {
            "kind": "workshop",
            "title": "Workshop on 5G, 3 May 2019: 120 people came",
            "date": "2019-05-03",
            "text": "Workshop on 5G, 3 May 2019: 120 people came",
        },
    ),
    (
        "ITU-T E.811 “Quality in major events” (2017)",
        "",
        {"ref": "ITU-T E.811", "title": "Quality in major events", "date": 2017},
    ),
    (
        "SG5-LS4 - LS on EMF (3 May 2019)",
        "",
        {"ref": "SG5-LS4", "title": "LS on EMF", "date": "2019-05-03"},
    ),
    (
        "Revised Recommendation ITU-T K.52 “EMF”",
        "",
        {
            "ref": "Recommendation ITU-T K.52",
            "title": "EMF",
            "note": "revised",
            "text": "Revised Recommendation ITU-T K.52 “EMF”",
        },
    ),
    ("New Recommendations K.152 and K.153", "", "New Recommendations K.152 and K.153"),
    (
        "K.91 (revised) - Guidance",
        "",
        {
            "ref": "K.91",
            "title": "Guidance",
            "note": "revised",
            "text": "K.91 (revised) - Guidance",
        },
    ),
    (
        "9th Week: Forum on Climate\n1 October 2019, Valencia, Spain",
        EVENTS,
        {
            "kind": "forum",
            "title": "9th Week: Forum on Climate",
            "date": "2019-10-01",
            "place": "Valencia, Spain",
            "text": "9th Week: Forum on Climate\n1 October 2019, Valencia, Spain",
        },
    ),
]


@pytest.mark.parametrize(("printed", "lead_in", "data"), SHAPES, ids=lambda value: str(value)[:40])
def test_a_shape_is_read_as_its_fields(
    printed: str, lead_in: str, data: str | dict[str, Any]
) -> None:
    assert bullet.read(printed, lead_in) == data


WORDS = st.sampled_from(
    ["K.52", "SG5-LS4", "L.x_y", " - ", " “", "”", '"', "(2020)", " on 3 May 2019", ", Geneva",
     "Workshop", "virtual", " [to WHO]", "(ex.L.SEEQ)", ".", " and", "\u00a0", "é", "https://a.b"]
)  # fmt: skip


@given(
    st.lists(WORDS | st.text(max_size=6), min_size=1, max_size=6).map("".join),
    st.sampled_from(["", EVENTS, "The reports:", "Focus Group on AI"]),
)
@settings(max_examples=250, deadline=None)
def test_no_letter_is_changed(printed: str, lead_in: str) -> None:
    data = bullet.read(printed, lead_in)
    assert line(Deliverable.of(data)) == printed
