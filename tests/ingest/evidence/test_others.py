"""Events, publications, web pages, bodies; and when a document was written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.ingest.document import Document, Grid, Line, Square
from planctl.ingest.evidence import passages, reading
from planctl.publish.table import Run

from .pages import document, found

EVENTS: list[tuple[str, dict[str, Any]]] = [
    (
        'Please attend the symposium "ICT & Climate" (Virtual, 14 April 2020, 1400 to 1530 CET).',
        {
            "kind": "symposium",
            "title": 'Symposium "ICT & Climate"',
            "date": "2020-04-14",
            "place": "Virtual",
        },
    ),
    (
        "Report of the SG5 meeting (Geneva, 13-17 December 2021)",
        {
            "kind": "meeting",
            "title": "SG5 meeting",
            "date": "2021-12-13/2021-12-17",
            "place": "Geneva",
        },
    ),
    (
        'Episode 3 of the webinar series "AI for Good" was held on 2 February 2021.',
        {"kind": "webinar", "title": 'Webinar series "AI for Good"', "date": "2021-02-02"},
    ),
    (
        "Forum on Circular Economy, Valencia, Spain, 1 October 2019",
        {
            "kind": "forum",
            "title": "Forum on Circular Economy",
            "date": "2019-10-01",
            "place": "Valencia, Spain",
        },
    ),
    (
        "SG5 organized a webinar on “E-waste today” on 3 March 2021, online.",
        {
            "kind": "webinar",
            "title": "Webinar on “E-waste today”",
            "date": "2021-03-03",
            "place": "Virtual",
        },
    ),
    (
        "The 2nd Global Standards Symposium was held in New Delhi, India, on 14 October 2024.",
        {
            "kind": "symposium",
            "title": "2nd Global Standards Symposium",
            "date": "2024-10-14",
            "place": "New Delhi, India",
        },
    ),
    (
        "A training took place on 5 May in Abuja, Nigeria.",
        {"kind": "training", "title": "Training", "date": "2025-05-05", "place": "Abuja, Nigeria"},
    ),
    *(
        (line, {"kind": kind, "title": title, "date": date, **({"place": place} if place else {})})
        for line, kind, title, date, place in (
            (
                "SG5 organized a workshop on e-waste in Nairobi, Kenya, on 3-4 March 2025.",
                *("workshop", "Workshop on e-waste", "2025-03-03/2025-03-04", "Nairobi, Kenya"),
            ),
            (
                "The next meeting of ITU-T SG5 is scheduled for 10-19 June 2026 in Dubai (UAE).",
                *("meeting", "Meeting of ITU-T SG5", "2026-06-10/2026-06-19", "Dubai (UAE)"),
            ),
            (
                "The Climate Summit (Kigali, 28-30 October 2025) brought experts together.",
                *("event", "Climate Summit", "2025-10-28/2025-10-30", "Kigali"),
            ),
            (
                "At AI for Good Global Summit 2025 (8-11 July 2025, Geneva) it was shown.",
                *("event", "AI for Good Global Summit 2025", "2025-07-08/2025-07-11", "Geneva"),
            ),
            (
                "On 12 March 2021 the Forum on e-waste will take place in Geneva, Switzerland.",
                *("forum", "Forum on e-waste", "2021-03-12", "Geneva, Switzerland"),
            ),
            (
                "12 September 2025, Geneva: Joint Seminar on EMF",
                *("seminar", "Joint Seminar on EMF", "2025-09-12", "Geneva"),
            ),
            (
                "Forum on “AI” – online – 3 October 2025, 13:00-15:00 CEST",
                *("forum", "Forum on “AI”", "2025-10-03", "Virtual"),
            ),
            (
                "The workshop scheduled for May 2026 has been postponed to 8 September 2026.",
                *("workshop", "Workshop", "2026-09-08", ""),
            ),
            (
                "Training on EMF | Abidjan, Côte d'Ivoire | 1-3 December 2025",
                *("training", "Training on EMF", "2025-12-01/2025-12-03", "Abidjan, Côte d'Ivoire"),
            ),
            (
                'Subject: ITU Forum on "E-waste" (Lima, Peru, 3-5 March 2025)',
                *("forum", 'ITU Forum on "E-waste"', "2025-03-03/2025-03-05", "Lima, Peru"),
            ),
            (
                "Next SG5 meeting: Geneva, 10-19 June 2026",
                *("meeting", "Next SG5 meeting", "2026-06-10/2026-06-19", "Geneva"),
            ),
            (
                "The 5th Workshop on 5G & Health - Warsaw, Poland - 5 December 2024",
                *("workshop", "5th Workshop on 5G & Health", "2024-12-05", "Warsaw, Poland"),
            ),
            (
                "3 March 2025: Forum on e-waste - the next steps, Lima, Peru",
                *("forum", "Forum on e-waste - the next steps", "2025-03-03", "Lima, Peru"),
            ),
            (
                "Training on statistics, Cairo, Egypt, 28 Sept - 2 Oct 2025.",
                *("training", "Training on statistics", "2025-09-28/2025-10-02", "Cairo, Egypt"),
            ),
            (
                "Webinar on DPP, 15 May 2025, 14h00-16h00 (online)",
                *("webinar", "Webinar on DPP", "2025-05-15", "Virtual"),
            ),
        )
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events(text: str, expected: dict[str, Any]) -> None:
    assert [dict(one.fields) for one in found(text, "event", "2025-06")] == [expected]


def test_several_events_in_a_sentence() -> None:
    text = "We held a workshop on e-waste (Lima, Peru, 3 May 2025) and a webinar (5 June 2025)."
    assert [one.named for one in found(text, "event")] == [
        "Workshop on e-waste on 3 May 2025, Lima, Peru",
        "Webinar on 5 June 2025",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting will discuss progress.",
        "Work went on after the workshop.",
        "The report covers 2019 to 2020.",
        "Its session of 2019 is over.",
        "It was consented at the meeting (May 2025).",
        "In accordance with Resolution 1 the forum follows Circular 240 of 2 February 2024.",
        "The workshop organized there follows the letter dated 2 February 2024.",
    ],
)
def test_no_events(text: str) -> None:
    assert found(text, "event", "2025-06") == []


def test_a_month_that_is_past_is_of_the_year_before() -> None:
    (one,) = found("A workshop was organized on 8 May to share experience.", "event", "2025-03")
    assert one.fields["date"] == "2024-05-08"
    assert one.fields["title"] == "Workshop to share experience"


def test_publications() -> None:
    text = (
        "The Technical Report on “Smart water” and the UN-Habitat Guide “Cities for all” (2023)"
        " follow the Global Digital Compact Framework."
    )
    assert [dict(one.fields) for one in found(text, "publication")] == [
        {"kind": "technical-report", "title": "Smart water"},
        {"kind": "report", "title": "UN-Habitat Guide on “Cities for all”", "date": 2023},
        {"kind": "other", "title": "Global Digital Compact Framework"},
    ]
    (released,) = found(
        "UNEP published “Global Outlook 2024” (March 2024) and more.", "publication"
    )
    assert dict(released.fields) == {"kind": "report", "title": "Global Outlook 2024", "date": 2024}


def test_web_pages() -> None:
    text = (
        "See https://www.itu.int/a_(b). Or www.itu.int/x, and (https://itu.int/y).\n"
        "Please register at: https://www.itu.int/z"
    )
    assert [one.fields["url"] for one in found(text, "web-page")] == [
        "https://www.itu.int/a_(b)",
        "https://www.itu.int/x",
        "https://itu.int/y",
    ]


def test_a_link_behind_words() -> None:
    line = Line((Run("The list is available "), Run("here", "https://www.itu.int/list")), place=7)
    (page,) = reading.read(Document((line,))).found
    assert (page.sort, page.place) == ("web-page", 7)
    assert page.sentence == "The list is available here"


def test_bodies() -> None:
    text = (
        "The Global Enabling Sustainability Initiative (GeSI) and ITU-T Study Group 13 met WHO and"
        " the International Telecommunication Union.\nGeSI and ITU-T SG13 thanked the Initiative."
    )
    assert [(one.fields, one.places) for one in found(text, "body")] == [
        (
            {
                "kind": "initiative",
                "title": "Global Enabling Sustainability Initiative (GeSI)",
            },
            (1, 2),
        ),
        ({"title": "ITU-T SG13"}, (1, 2)),
        ({"title": "WHO"}, (1,)),
    ]


@pytest.mark.parametrize(
    ("text", "file_says", "told", "expected"),
    [
        ("Geneva, 20 November 2025\nIn 2024", "2023-01-01", "", "2025-11-20"),
        ("Geneva, 20 November 2025", "2023-01-01", "2022", "2022"),
        ("Title\nGeneva, 26-30 May 2025\nIn 2024, in 2024", "", "", "2025-05-26"),
        ("The meeting of 26-30 May 2025", "", "", "2025"),
        ("In 2024 and 2024", "2023-01-01", "", "2023-01-01"),
        ("In 2024, in 2024, in 2023", "", "", "2024"),
        ("In 2024, in 2023", "", "", ""),
        ("Nothing", "", "", ""),
    ],
)
def test_when_it_was_written(text: str, file_says: str, told: str, expected: str) -> None:
    assert reading.read(document(text, file_says), told).written.date == expected


def test_what_says_when_it_was_written_is_counted_as_the_file_is() -> None:
    for unit in ("line", "paragraph"):
        read = reading.read(document("Note\nGeneva, 20 November 2025")._replace(unit=unit))
        assert read.written.how == f"as {unit} 2 says"


def test_tables_are_read_cell_by_cell() -> None:
    cell = Square((Line((Run("ITU-T L.1470 “Trajectories”"),), place=3),), 0)
    hidden = Square((Line((Run("K.52"),), place=4),), 0, continues=True)
    read = reading.read(Document((Grid(((cell,), (hidden,))),)))
    assert [(dict(one.fields), one.place) for one in read.found] == [
        ({"ref": "L.1470", "title": "Trajectories"}, 3)
    ]


def row(place: int, *texts: str) -> tuple[Square, ...]:
    """A row of a table, with a line in each cell, the first at ``place``."""
    return tuple(
        Square((Line((Run(text),), place=at),) if text else (), column)
        for column, (at, text) in enumerate(enumerate(texts, place))
    )


def test_a_row_about_one_thing_is_read_as_a_sentence() -> None:
    rows = (
        row(1, "Event", "Date", "Place"),
        row(4, "8th Green Standards Week", "from 3 to 5 May 2026", "Valencia, Spain"),
        row(7, "L.1480rev", "Enabling the Net Zero transition", "Q9/5", "agreed in May"),
        row(11, "L.1410", "", "agreed"),
        row(14, "K.52", "see K.61 and K.70 too", "K.91"),
    )
    found = reading.read(Document((Grid(rows),))).found
    assert [(dict(one.fields), one.place) for one in found if one.sort != "body"] == [
        (
            {
                "kind": "event",
                "title": "8th Green Standards Week",
                "date": "2026-05-03/2026-05-05",
                "place": "Valencia, Spain",
            },
            4,
        ),
        ({"ref": "L.1480rev", "title": "Enabling the Net Zero transition"}, 7),
        ({"ref": "L.1410"}, 11),
        ({"ref": "K.52"}, 14),
        ({"ref": "K.61"}, 15),
        ({"ref": "K.70"}, 15),
        ({"ref": "K.91"}, 16),
    ]


def test_a_row_says_what_was_done() -> None:
    rows = (
        row(1, "ITU-T L.1305", "Data centre infrastructure", "Approved", "2025-06-13"),
        row(5, "K.152 (ex K.emc)", "EMC of 5G", "Consented", "June 2025"),
    )
    found = reading.read(Document((Grid(rows),))).found
    assert [one.named for one in found] == [
        "L.1305 “Data centre infrastructure” [approved on 13 June 2025]",
        "K.152 (ex K.emc) “EMC of 5G” [consented in June 2025]",
    ]


def test_an_event_over_several_lines() -> None:
    text = "ITU Workshop on “Green AI”\nDate: 3-5 June 2025\nVenue: Geneva, Switzerland\nL.1480"
    (one,) = found(text, "event")
    assert one.named == "ITU Workshop on “Green AI” from 3 to 5 June 2025, Geneva, Switzerland"


def test_sentences() -> None:
    text = "It follows Rec. L.1470, e.g. K.52. Prof. Smith agreed! “New” ends?"
    (passage,) = passages.passages(document(text))
    assert [text[start:end].strip() for start, end in passage.sentences()] == [
        "It follows Rec. L.1470, e.g. K.52.",
        "Prof. Smith agreed!",
        "“New” ends?",
    ]


def test_no_word_of_a_long_paragraph_is_lost() -> None:
    text = " ".join(f"w{number}" for number in range(3000))
    pieces = [passage.text for passage in passages.passages(document(text))]
    assert len(pieces) > 1
    assert "".join(pieces) == text


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *("L.1480", "DES/EE-EEPS66", "(ES 204 087)", "“", "”", "workshop", "on", "8 May"),
                *("2025", "planned to be consented", "in June", ".", "\n", "· ", "Coalition", "("),
                *("https://itu.int", "was held", "Geneva, Switzerland", "Report", "ITU", "a", ":"),
            ]
        ),
        max_size=25,
    )
)
def test_whatever_stands_there_is_read_and_has_a_place(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in reading.read(document(text)).found:
        assert one.place in one.places
        assert one.fields
        assert one.deliverable.key() or one.sort == "plan"
        assert one.named
        assert one.sentence in " ".join(text.replace("\n", " ").split())


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "A ",
            "“",
            "(",
            "12 ",
            ". A",
            "L.1480 - ",
            "L.1480 (ES 204 087 ",
            "1 January 2020 ",
            "May ",
        ),
        *(
            "planned to be consented ",
            "will ",
            "Workshop was held on ",
            "Report on “a",
            "https://a)",
        ),
        *("Ab of the ", "Commission ", "the Coalition ", "Ab Protocol for ", "[bookmark: "),
    ],
)
def test_a_line_that_goes_on_and_on(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    for one in reading.read(document(text)).found:
        assert one.place == 1
        assert len(one.sentence) < 5_000
