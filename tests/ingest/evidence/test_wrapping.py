"""Lines that a mail program broke are one paragraph; lists and headings are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.ingest.document import Document
from planctl.ingest.evidence import passages, reading
from planctl.ingest.evidence.found import Found

from .pages import document


def plain(text: str) -> Document:
    """A text file, whose lines may be broken ones."""
    return document(text)._replace(unit="line")


def texts(text: str) -> list[str]:
    return [one.text for one in passages.passages(plain(text))]


def found(text: str) -> list[Found]:
    return list(reading.read(plain(text)).found)


@pytest.mark.parametrize(
    ("text", "ref", "date"),
    [
        ("ITU-T L.1023\n(2020) applies", "L.1023", "2020"),
        ("It is in ITU\u2011T Y.Suppl.\n56 now.", "Y.Suppl.56", None),
        ("approved Recommendation ITU-T\nK.91 then", "K.91", None),
        ("The twin is DES/EE-\nEEPS66 there", "DES/EE-EEPS66", None),
        ("> as we said, ITU-T\n> L.1480 is new", "L.1480", None),
    ],
)
def test_a_name_over_two_lines(text: str, ref: str, date: str | None) -> None:
    (one,) = [one for one in found(text) if one.sort == "document"]
    assert (one.fields["ref"], one.fields.get("date")) == (ref, date)


def test_a_mail_of_broken_lines() -> None:
    text = (
        'On 12 March 2021 the Workshop on "Circular economy of ICT\n'
        'equipment" took place. Recommendation ITU-T L.1480 (12/2022) is\n'
        "called “Net Zero”. It is planned to be consented in\n"
        "June 2023. Find ITU-T K.91 at\n"
        "https://www.itu.int/x\n"
        "\n"
        "L.1410 was not touched"
    )
    assert [(one.named, one.places) for one in found(text)] == [
        ("Workshop on “Circular economy of ICT equipment” on 12 March 2021", (1,)),
        ("L.1480 (12/2022) [planned to be consented in June 2023]", (2,)),
        ("K.91", (4,)),
        ("https://www.itu.int/x", (5,)),
        ("L.1410", (7,)),
    ]


@pytest.mark.parametrize(
    "row",
    ["L.1480rev\tEnabling the transition\tAAP", "| L.1480rev | Enabling the transition | AAP |"],
)
def test_a_row_that_was_typed(row: str) -> None:
    assert [one.named for one in found(row)] == ["L.1480rev “Enabling the transition”"]


@pytest.mark.parametrize(
    "text",
    [
        "Agenda\nOpening\nClosing",
        "Forum on Circular Economy, Valencia, Spain, 1 October 2019\n"
        "Workshop on e-waste in Africa, Abuja, Nigeria, 3 March 2020",
        "L.1410 - Methodology for environmental lifecycle assessments of goods\n"
        "L.1450 - Methodologies for the assessment of the impact of the sector",
        "Seen by:\nall of us",
        "Comisión de Estudio 5 del UIT-T\nGinebra, 3 de febrero de 2026",
        "a\n\nb",
        "> a\nb",
        "From: somebody at the other end of the world\nSubject: progress",
    ],
)
def test_lines_of_their_own(text: str) -> None:
    assert len(texts(text)) == len([line for line in text.split("\n") if line])


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(["L.1480", "a", "on", "ITU-T", "1 May 2020", "(b)", "> c", "· d", "e-", ""])
    )
)
def test_no_word_is_lost_and_each_has_its_line(lines: list[str]) -> None:
    read = passages.passages(plain("\n".join(lines)))
    kept = "".join("".join(one.text for one in read).split())
    assert kept == "".join("".join(line.lstrip(">· ") for line in lines).split())
    for passage in read:
        for at, place in ((0, passage.place), *passage.further):
            assert passage.place_at(at) == place
            assert lines[place - 1].lstrip(">· ")[:1] == passage.text[at : at + 1]
