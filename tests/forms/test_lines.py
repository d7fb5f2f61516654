"""Lines of new deliverables: what is understood, and what would have to be guessed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.errors import PlanctlError
from planctl.forms import lines
from planctl.forms.columns import EXAMPLE
from planctl.forms.days import DayFault
from planctl.forms.lines import LineFault
from planctl.plan.deliverable import Deliverable, line
from planctl.store import schema

PLANNED = "to be approved in 2025"


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("K.150", {"ref": "K.150"}),
        (
            "ITU-T K.150, Title, with a comma, 2021-05-29, https://www.itu.int/rec/K.150.",
            {
                "ref": "ITU-T K.150",
                "title": "Title, with a comma",
                "date": "2021-05-29",
                "url": "https://www.itu.int/rec/K.150",
            },
        ),
        ("K.150 - Title - 2021", {"ref": "K.150", "title": "Title", "date": 2021}),
        (
            "ITU-T K.150 (rev.), Title, 12 May 2021",
            {"ref": "ITU-T K.150", "title": "Title", "note": "rev.", "date": "2021-05-12"},
        ),
        ("ITU-T K.150 rev; Title", {"ref": "ITU-T K.150", "title": "Title", "note": "rev"}),
        ("New K.150", {"ref": "K.150", "note": "new"}),
        ("TD12 (GEN/5)", {"ref": "TD12", "note": "GEN/5"}),
        ("• K.150 | Title | 2021", {"ref": "K.150", "title": "Title", "date": 2021}),
        ("1) K.9; “Title”; 29 May 2021", {"ref": "K.9", "title": "Title", "date": "2021-05-29"}),
        ("K.9, T, 25/10/2021", {"ref": "K.9", "title": "T", "date": "2021-10-25"}),
        ("K.9, T, 05.05.2021", {"ref": "K.9", "title": "T", "date": "2021-05-05"}),
        ("K.9, T, 10-25-2021", {"ref": "K.9", "title": "T", "date": "2021-10-25"}),
        ("K.9, T, 2021/2/28", {"ref": "K.9", "title": "T", "date": "2021-02-28"}),
        ("SG5-LS19, LS on X, 2021-05", {"ref": "SG5-LS19", "title": "LS on X", "date": "2021-05"}),
        ("SG5-LS7 - LS on X [to WHO]", {"ref": "SG5-LS7", "title": "LS on X", "note": "to WHO"}),
        (
            "Webinar: E-waste today on 3 November 2020, Virtual",
            {
                "kind": "webinar",
                "title": "Webinar: E-waste today",
                "date": "2020-11-03",
                "place": "Virtual",
            },
        ),
        (
            "Guidance for ICT, https://itu.int/x",
            {"title": "Guidance for ICT", "url": "https://itu.int/x"},
        ),
        ("https://itu.int/x", {"url": "https://itu.int/x"}),
        ("关于电子废物的指南, 2021", {"title": "关于电子废物的指南", "date": 2021}),
        ("a)\tK.150\tTitle\t2021", {"ref": "K.150", "title": "Title", "date": 2021}),
        ("K.9, “On K.52, K.61”, 2020", {"ref": "K.9", "title": "On K.52, K.61", "date": 2020}),
        ("K.9, Titre, 29 mai 2021", {"ref": "K.9", "title": "Titre", "date": "2021-05-29"}),
        ("K.9 approved in 2020", {"ref": "K.9", "date": 2020}),
        ("K.9, T (to be approved in 2025)", {"ref": "K.9", "title": "T", "note": PLANNED}),
        ("K.9 " + PLANNED, {"ref": "K.9", "note": PLANNED}),
        ("Forum, planned for May 2022", {"title": "Forum", "note": "planned for May 2022"}),
        ("K.9, Planned growth", {"ref": "K.9", "title": "Planned growth"}),
        (" , ", {}),
        ("-", {}),
    ],
)
def test_a_line_is_taken_apart(typed: str, fields: dict[str, Any]) -> None:
    assert lines.read(typed) == (fields, "")


def test_an_address_without_its_beginning() -> None:
    assert lines.read("K.9, www.itu.int/a") == (
        {"ref": "K.9", "url": "https://www.itu.int/a"},
        "“www.itu.int/a” was taken for https://www.itu.int/a",
    )


def test_an_identifier_is_written_as_usual() -> None:
    assert lines.read("K. 91, T") == (
        {"ref": "K.91", "title": "T"},
        "“K. 91” is written K.91 in the plan",
    )


SEVERAL = (
    "names several documents: put each on a line of its own (and a title that names another in"
    " quotation marks)"
)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "K.150, T, 03/04/2021",
            "“03/04/2021” could be more than one day: write year, month and day, as in 2021-05-29",
        ),
        (
            "K.150, T, 25/10/21",
            "“25/10/21” could be more than one day: write year, month and day, as in 2021-05-29",
        ),
        ("K.150, T, 2021-13", "'2021-13': there is no month 13; months run from 01 to 12"),
        ("K.150, T, 31 April 2021", "“31 April 2021” is not a day: write it as in 2021-05-29"),
        (
            "K.150, T, Q2 2020",
            "“Q2 2020” is no date: write a year (2021), a month (2021-05) or a day",
        ),
        ("K.52, K.53", f"“K.52, K.53” {SEVERAL}"),
        ("K.52 and K.53", f"“K.52 and K.53” {SEVERAL}"),
        ("K.9, T, 2020; K.8, T, 2021", f"“K.9, T, 2020; K.8, T, 2021” {SEVERAL}"),
        (
            "https://itu.int/a https://itu.int/b",
            "“https://itu.int/a https://itu.int/b” has 2 links: put each document on a line of its"
            " own",
        ),
        (
            "(approved 2020)",
            "“(approved 2020)” names nothing: put it behind the document that it is about",
        ),
        ("yes", "“yes” names no document: write its identifier or its title"),
        ("3", "“3” names no document: write its identifier or its title"),
        (EXAMPLE, "this is the line that the form gives as an example: write your own"),
        (
            "15 October 2020",
            "“15 October 2020” is a date and names nothing: write what it is the date of",
        ),
        ("x" * 2001, "a deliverable has more than 2000 characters: put one on a line"),
    ],
)
def test_what_would_have_to_be_guessed(typed: str, message: str) -> None:
    with pytest.raises((LineFault, DayFault)) as refused:
        lines.read(typed)
    assert str(refused.value) == message


_WORDS = st.sampled_from(
    ["K.150", "SG5-LS7", "Workshop on", "Title", "2021-05", "29 May 2021", "1/2/2021", "Virtual",
     "https://itu.int/a", "“", "”", "[to WHO]", "(2020)", "研究", "=1+1", "- ", "\u202e"]
)  # fmt: skip


@given(st.lists(st.one_of(_WORDS, st.text(max_size=6)), max_size=6), st.sampled_from([", ", " "]))
def test_any_line_is_read_as_a_plan_can_hold_it_or_refused(words: list[str], between: str) -> None:
    try:
        fields, _ = lines.read(between.join(words))
    except PlanctlError:
        return
    if fields:
        deliverable = schema.document(schema.PLAN)["$defs"]["deliverable"]["properties"]
        assert fields.keys() <= deliverable.keys()
        assert line(Deliverable.of(fields))
