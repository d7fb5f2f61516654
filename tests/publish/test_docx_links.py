from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.publish.docx import write
from planctl.publish.docx.check import faults
from planctl.publish.links import target
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run
from tests.publish.word_reader import part, read, values


def document(*runs: Run) -> bytes:
    cell = Cell((Paragraph(runs),))
    annex = Annex("ANNEX I", (), "Plan", (Column("status", ("Status",), 1),), ((cell,),))
    return write([annex], title="Plans", created="2020")


@pytest.mark.parametrize(
    ("href", "uri"),
    [
        ("https://www.itu.int/", "https://www.itu.int/"),
        ("HTTP://www.itu.int", "HTTP://www.itu.int"),
        ("http://[::1]/", None),
        ("https://www.itu.int:8080/a?b=1&c=2#d", "https://www.itu.int:8080/a?b=1&c=2#d"),
        ("ftp://ftp.itu.int/x", "ftp://ftp.itu.int/x"),
        ("mailto:tsbsg5@itu.int?subject=Plan 72", "mailto:tsbsg5@itu.int?subject=Plan%2072"),
        (" https://www.itu.int/a ", "https://www.itu.int/a"),
        ("https://www.itu.int/a b", "https://www.itu.int/a%20b"),
        ("https://www.itu.int/研究", "https://www.itu.int/%E7%A0%94%E7%A9%B6"),
        ("https://www.itu.int/[x]|{y}\\", "https://www.itu.int/%5Bx%5D%7C%7By%7D%5C"),
        ("https://www.itu.int/100%/%41", "https://www.itu.int/100%25/%41"),
        ("https://www.itu.int/#a#b", "https://www.itu.int/#a%23b"),
        ("https://www.itu.int/\ud800", None),
        ("https://", None),
        ("https:///path", None),
        ("https://itu int/", None),
        ("https://itu.int@example.org/", None),
        ("javascript:alert(1)", None),
        ("file:///etc/hosts", None),
        ("\\\\server\\share", None),
        ("www.itu.int", None),
        ("mailto:nobody", None),
        ("", None),
    ],
)
def test_what_may_be_a_link(href: str, uri: str | None) -> None:
    assert target(href) == uri


def test_a_link_in_the_middle_of_a_paragraph() -> None:
    data = document(Run("See "), Run("the portal", "https://www.itu.int/?a=1&b=2"), Run(" of 2020"))
    paragraph = read(data).tables[0].rows[0][0].paragraphs[0]
    assert paragraph.text == "See the portal of 2020"
    assert paragraph.links == (("the portal", "https://www.itu.int/?a=1&b=2"),)
    tree = part(data, "word/document.xml")
    assert values(tree, "//w:hyperlink//w:rStyle/@w:val") == ["Hyperlink"]


def test_what_may_not_be_a_link_stays_as_text() -> None:
    paragraph = read(document(Run("here", "javascript:alert(1)"))).tables[0].rows[0][0].paragraphs
    assert [(item.text, item.links) for item in paragraph] == [("here", ())]


def test_a_link_without_text_is_left_out() -> None:
    data = document(Run("", "https://www.itu.int/"))
    assert read(data).tables[0].rows[0][0].paragraphs[0].links == ()
    assert "https://www.itu.int/" not in [
        item.get("Target") for item in part(data, "word/_rels/document.xml.rels")
    ]


def test_the_same_target_is_one_relationship() -> None:
    data = document(
        Run("a", "https://www.itu.int/a"),
        Run("b", "https://www.itu.int/b"),
        Run("c", "https://www.itu.int/a"),
    )
    external = [
        (item.get("Id"), item.get("Target"))
        for item in part(data, "word/_rels/document.xml.rels")
        if item.get("TargetMode") == "External"
    ]
    assert external == [("rId7", "https://www.itu.int/a"), ("rId8", "https://www.itu.int/b")]
    tree = part(data, "word/document.xml")
    assert values(tree, "//w:hyperlink/@r:id") == ["rId7", "rId8", "rId7"]


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["https://itu.int/", "mailto:a@itu.int?", "http:", ""]), st.text(max_size=20)
)
def test_no_address_can_break_a_document(start: str, rest: str) -> None:
    assert faults(document(Run("here", start + rest))) == []
