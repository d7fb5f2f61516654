"""Which way paragraphs and signs run in an Arabic table."""

from __future__ import annotations

import re

import pytest

from planctl.publish.docx.direction import right_to_left
from planctl.publish.docx.text import runs


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Tabletext"/>{properties}</w:pPr>{runs(text)}</w:p>'


def cell(*paragraphs: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tr><w:tc>{''.join(paragraphs)}</w:tc></w:tr></w:tbl>"


def stretches(drawn: str) -> list[tuple[str, str]]:
    """The text of each run, with the way that Word has it run."""
    return [
        ("right to left" if "<w:rtl/>" in run else "", text)
        for run, text in re.findall(r"<w:r>(.*?)<w:t [^>]*>([^<]*)</w:t></w:r>", drawn)
    ]


TO_THE_LEFT = "right to left"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "التوصية E.811.",
            [(TO_THE_LEFT, "التوصية"), (TO_THE_LEFT, " "), ("", "E.811"), (TO_THE_LEFT, ".")],
        ),
        (
            "خدمة (QoS) مع",
            [
                *((TO_THE_LEFT, "خدمة"), (TO_THE_LEFT, " ("), ("", "QoS"), (TO_THE_LEFT, ") ")),
                (TO_THE_LEFT, "مع"),
            ],
        ),
        (
            "بيان SG1 (Q6/1) & Co. (A).",
            [
                *((TO_THE_LEFT, "بيان"), (TO_THE_LEFT, " ")),
                *(("", "SG1 (Q6/1) &amp; Co. (A)"), (TO_THE_LEFT, ".")),
            ],
        ),
        ("«QoS»", [("", "«QoS»")]),
        ("AT&T: 2022.", [("", "AT&amp;T: 2022.")]),
    ],
)
def test_signs_beside_arabic_run_with_it(text: str, found: list[tuple[str, str]]) -> None:
    assert stretches(right_to_left(paragraph(text))) == found


def test_signs_after_a_link_end_the_sentence() -> None:
    link = f'<w:hyperlink r:id="rId7">{runs("https://itu.int")}</w:hyperlink>'
    drawn = right_to_left(f"<w:p>{runs('انظر (')}{link}{runs('):')}</w:p>")
    assert drawn.startswith("<w:p><w:pPr><w:bidi/></w:pPr>")
    assert stretches(drawn) == [
        *((TO_THE_LEFT, "انظر"), (TO_THE_LEFT, " ("), ("", "https://itu.int"), (TO_THE_LEFT, "):")),
    ]


def turned(drawn: str) -> list[bool]:
    return ["<w:bidi/>" in one for one in re.findall("<w:p>.*?</w:p>", drawn)]


def test_in_a_cell_with_arabic_lists_and_years_go_with_it() -> None:
    item = paragraph("K.Suppl.14", '<w:numPr><w:ilvl w:val="0"/></w:numPr>')
    years, english = paragraph("2022:"), paragraph("See point 1.1")
    assert turned(right_to_left(cell(paragraph("نُشرت"), years, item, english))) == [
        *(True, True, True, False)
    ]
    assert turned(right_to_left(cell(years, item, english))) == [False, False, False]


def test_a_paragraph_that_was_another_ran_the_same_way() -> None:
    was = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Tabletext"/></w:pPr></w:pPrChange>'
    assert right_to_left(cell(paragraph("نُشرت", was))).count("<w:bidi/>") == 2


def test_on_a_front_page_all_is_turned() -> None:
    front = cell(paragraph("المصدر:"), paragraph("ITU-T SG12."), "<w:p></w:p>")
    drawn = right_to_left(front, whole=True)
    assert turned(drawn) == [True, True, True]
    assert stretches(drawn)[-1] == ("", "ITU-T SG12.")
    assert drawn.startswith("<w:tbl><w:tblPr/>")
