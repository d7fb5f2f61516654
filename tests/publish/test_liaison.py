"""The front page of a liaison statement, as data and as a page of the Word file."""

from __future__ import annotations

import pytest
from lxml.etree import _Element

from planctl.plan.cover import Contact, Cover, cover_from
from planctl.plan.model import Plan, Resolution
from planctl.publish.characters import UnwritableTextError
from planctl.publish.cover_words import COVERS
from planctl.publish.docx import write
from planctl.publish.docx.check import faults
from planctl.publish.liaison import Field, Liaison, liaison
from planctl.publish.table import Annex, Cell, Column
from tests.publish.word_reader import elements, part, values

DOCUMENT = "word/document.xml"


def plan(number: int = 72, assembly: str = "WTSA", lead: str = "ITU-T SG5") -> Plan:
    resolution = Resolution(assembly, number, "Rev. Hammamet, 2016", f"Title {number}")
    return Plan(f"x-{number}", resolution, lead, "2020-10", directives=(), data={})


def annex(number: str = "I") -> Annex:
    columns = (Column("level1", ("Level 1",), 1),)
    return Annex(f"ANNEX {number}".strip(), ("Plan",), "Plan", columns, ((Cell(),),))


def front(cover: Cover, *plans: Plan, document_number: str = "") -> Liaison:
    shown = plans or (plan(),)
    annexes = [annex("I" * number) for number in range(1, len(shown) + 1)]
    return liaison(cover, shown, annexes, document_number)


FULL = cover_from(
    {
        "group": "ITU-T Study Group 5",
        "working_party": "WP1/5",
        "questions": ["3/5", "6/5"],
        "meeting": "Virtual, 19-23 October 2020",
        "source": "Study Group 5",
        "title": "LS on the action plans",
        "purpose": "Information",
        "action": ["TSAG"],
        "information": ["ITU-D SG2", "ITU-R SG1"],
        "approval": "SG5 meeting",
        "deadline": "1 March 2021",
        "contacts": [
            {"name": "The secretariat", "organization": "TSB", "email": "tsbsg5@itu.int"},
            {"name": "The chairman", "country": "Switzerland", "telephone": "+41 22 730 0000"},
        ],
        "abstract": "What this is about.",
        "keywords": ["EMF", "e-waste"],
    }
)


def test_what_is_known_is_said() -> None:
    page = front(FULL, document_number="SG5-LS186")
    assert page.opening == (
        (Field("Question(s):", "3/5, 6/5"), Field("Meeting:", "Virtual, 19-23 October 2020")),
        (Field("Study Group:", "ITU-T Study Group 5"), Field("Working Party:", "WP1/5")),
        (Field("Ref.:", "SG5-LS186"),),
        (Field("Source:", "Study Group 5"),),
        (Field("Title:", "LS on the action plans"),),
        (Field("Purpose:", "Information"),),
    )
    assert page.addressed == (
        Field("For action to:", "TSAG"),
        Field("For information to:", "ITU-D SG2 and ITU-R SG1"),
        Field("Approval:", "SG5 meeting"),
        Field("Deadline:", "1 March 2021"),
    )
    assert page.summary == (
        Field("Abstract:", "What this is about."),
        Field("Keywords:", "EMF; e-waste"),
    )
    assert page.contacts == (
        Contact("The secretariat", "TSB", email="tsbsg5@itu.int"),
        Contact("The chairman", country="Switzerland", telephone="+41 22 730 0000"),
    )


def test_what_is_not_known_is_asked_for_or_left_out() -> None:
    page = front(Cover(), plan(lead=""))
    assert page.opening == (
        (Field("Question(s):", "[Question(s)]"), Field("Meeting:", "[place, dates]")),
        (Field("Study Group:", "[study group]"),),
        (Field("Source:", "[source]"),),
        (Field("Title:", "LS on action plan for the implementation of WTSA Resolution 72"),),
    )
    assert page.addressed == (
        Field("For action to:", "[recipients]"),
        Field("For information to:", "-"),
        Field("Approval:", "[meeting, date]"),
    )
    assert page.letter[-1] == (
        "[study group] looks forward to collaborating closely with [recipients]."
    )


def test_the_letter_is_that_of_october_2020() -> None:
    page = front(Cover(action=("TSAG",)), plan(72), plan(73), plan(79))
    assert page.letter == (
        "ITU-T SG5 would like to share with TSAG the updated action plans for the implementation"
        " of WTSA Resolution 72 (Rev. Hammamet, 2016) “Title 72”, WTSA Resolution 73"
        " (Rev. Hammamet, 2016) “Title 73” and WTSA Resolution 79 (Rev. Hammamet, 2016)"
        " “Title 79”.",
        "The action plans summarize activities undertaken by ITU-T SG5 in response to the"
        " above-mentioned Resolutions, as of October 2020.",
        "Please see below the action plans outlined in Annexes I, II and III.",
        "ITU-T SG5 looks forward to collaborating closely with TSAG.",
    )


def test_one_plan_is_one() -> None:
    page = front(Cover(information=("TSAG",)))
    assert page.letter[1:3] == (
        "The action plan summarizes activities undertaken by ITU-T SG5 in response to the"
        " above-mentioned Resolution, as of October 2020.",
        "Please see below the action plan outlined in Annex I.",
    )
    assert page.addressed[:2] == (
        Field("For action to:", "-"),
        Field("For information to:", "TSAG"),
    )


def test_annexes_without_numbers_are_not_numbered() -> None:
    page = liaison(Cover(), [plan()], [Annex("", ("Plan",), "Plan", (), ())])
    assert page.letter[2] == "Please see below the action plan."


def test_resolutions_of_several_assemblies_are_told_apart() -> None:
    page = front(Cover(), plan(72), plan(73), plan(182, "PP"))
    assert page.summary == (
        Field(
            "Abstract:",
            "This liaison statement contains the action plans for the implementation of WTSA"
            " Resolutions 72 and 73 and PP Resolution 182, as of October 2020.",
        ),
    )


def test_several_leads_are_no_group() -> None:
    assert front(Cover(), plan(), plan(73, lead="TSAG")).letter[0].startswith("[study group] would")


def drawn(page: Liaison) -> bytes:
    return write([annex()], title="Plans", created="2020-10", cover=page)


def test_the_front_page_is_a_section_in_portrait_without_a_page_header() -> None:
    data = drawn(front(FULL))
    assert faults(data) == []
    first, second = elements(part(data, DOCUMENT), "//w:sectPr")
    assert values(first, "w:pgSz/@*") == ["11906", "16838"]
    assert len(elements(first, "w:titlePg")) == 1
    assert values(second, "w:pgSz/@w:orient") == ["landscape"]
    assert elements(second, "w:titlePg") == []


def text(cell: _Element) -> str:
    pieces = elements(cell, ".//w:t | .//w:noBreakHyphen")
    return "".join(piece.text or "\u2011" for piece in pieces)


def test_the_front_page_says_what_it_holds() -> None:
    data = drawn(front(FULL, document_number="SG5-LS186"))
    tables = elements(part(data, DOCUMENT), "//w:tbl")
    cells = [[text(cell) for cell in elements(row, "w:tc")] for row in elements(tables[0], "w:tr")]
    assert cells == [
        ["Question(s):", "3/5, 6/5", "Meeting:", "Virtual, 19-23\u00a0October 2020"],
        ["Study Group:", "ITU\u2011T Study Group 5", "Working Party:", "WP1/5"],
        ["Ref.:", "SG5-LS186"],
        ["Source:", "Study Group 5"],
        ["Title:", "LS on the action plans"],
        ["Purpose:", "Information"],
        ["LIAISON STATEMENT"],
        ["For action to:", "TSAG"],
        ["For information to:", "ITU\u2011D SG2 and ITU\u2011R SG1"],
        ["Approval:", "SG5 meeting"],
        ["Deadline:", "1\u00a0March 2021"],
        ["Contact:", "The secretariatTSB", "E-mail:tsbsg5@itu.int"],
        ["Contact:", "The chairmanSwitzerland", "Tel:+41 22 730 0000"],
    ]
    assert values(tables[1], ".//w:t/text()") == [
        "Abstract:", "What this is about.", "Keywords:", "EMF; e-waste",
    ]  # fmt: skip
    assert {item.get("Target") for item in part(data, "word/_rels/document.xml.rels")} >= {
        "mailto:tsbsg5@itu.int"
    }


def test_what_is_asked_for_is_highlighted() -> None:
    tree = part(drawn(front(Cover(), plan(lead=""))), DOCUMENT)
    prompts = values(tree, "//w:r[w:rPr/w:highlight]/w:t/text()")
    assert set(prompts) == {
        "[Question(s)]", "[place, dates]", "[study group]", "[source]", "[recipients]",
        "[meeting, date]", "[name]", "[organization]", "[country]", "[telephone]", "[e-mail]",
    }  # fmt: skip
    others = values(tree, "//w:r[not(w:rPr/w:highlight)]/w:t/text()")
    assert not any("[" in text for text in others)


def test_nothing_on_it_becomes_markup() -> None:
    hostile = '</w:t><w:r/> & "x"'
    page = front(Cover(title=hostile, contacts=(Contact(hostile, email="javascript:x"),)))
    data = drawn(page)
    assert faults(data) == []
    assert values(part(data, DOCUMENT), "//w:t/text()").count(hostile) == 2
    with pytest.raises(UnwritableTextError):
        drawn(front(Cover(title="\x07")))


@pytest.mark.parametrize("language", sorted(COVERS))
def test_the_front_page_in_each_language(language: str) -> None:
    words = COVERS[language]
    assert len(set(words.labels.values())) == len(words.labels)
    page = liaison(Cover(), [plan(), plan(73)], [annex(), annex("II")], language=language)
    assert page.heading == words.heading
    said = [field.text for row in page.opening for field in row]
    said += [field.text for field in (*page.addressed, *page.summary)] + [*page.letter]
    assert not any("{" in text for text in said)
    assert len(page.letter) == 4
    assert "72" in page.summary[0].text
    assert "2020" in page.summary[0].text
    data = drawn(page)
    assert faults(data) == []
    document = part(data, DOCUMENT)
    highlighted = values(document, "//w:r[w:rPr/w:highlight]/w:t/text()")
    assert words.prompts["name"] in "".join(highlighted)
    assert bool(elements(document, "//w:tbl[1]/w:tblPr/w:bidiVisual")) is (language == "ar")


def test_the_front_page_in_french() -> None:
    page = liaison(FULL, [plan()], [annex()], "SG5-LS186", "fr")
    assert page.opening[0] == (
        Field("Question(s):", "3/5, 6/5"),
        Field("Réunion:", "Virtual, 19-23 October 2020"),
    )
    assert page.addressed[1] == Field("Pour information:", "ITU-D SG2 et ITU-R SG1")
    own = liaison(Cover(), [plan(), plan(73)], [annex(), annex("II")], language="fr")
    assert own.summary[0].text == (
        "Contenu de cette note de liaison: plans d'action pour la mise en œuvre des résolutions"
        " suivantes: Résolution 72 de l'AMNT et Résolution 73 de l'AMNT (octobre 2020)."
    )
    assert own.letter[2] == "Voir ci-après: ANNEX I et ANNEX II."
