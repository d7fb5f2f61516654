"""Annexes in a copy of somebody's own document, of which all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planctl.office.refusal import RefusedFileError
from planctl.publish.characters import UnwritableTextError
from planctl.publish.docx.check import faults
from planctl.publish.docx.template import fill, open_template
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run, Tracking
from tests.publish import own_document as own
from tests.publish.own_document import p
from tests.publish.word_reader import W, elements, part, values

KEYS = ("wtsa-72", "wtsa-73", "wtsa-79")
DOCUMENT = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
HERE = p("[[planctl]]")


def annex(key: str, *, href: str | None = "https://www.itu.int/") -> Annex:
    columns = (Column("level1", ("Level 1",), 1, group="ID"), Column("status", ("Status",), 3))
    status = Paragraph((Run(f"Status of {key}", href),), "bullet")
    return Annex("ANNEX", (key,), f"Plan {key}", columns, ((Cell(), Cell((status,))),))


def filled(data: bytes, keys: Sequence[str] = KEYS, *, portrait: bool = False) -> bytes:
    template = open_template(data, keys)
    return fill(template, {key: annex(key) for key in template.order}, portrait=portrait)


def outline(data: bytes) -> list[str]:
    """The body, a word for each block: its text, "table", or what its section looks like."""
    words = []
    for block in part(data, DOCUMENT)[0]:
        if block.tag == f"{W}tbl":
            words.append("table")
        sections = [block] if block.tag == f"{W}sectPr" else elements(block, "w:pPr/w:sectPr")
        text = "".join(values(block, ".//w:t/text()"))
        if block.tag == f"{W}p" and (text or not sections):
            words.append(text if not text.startswith("ANNEX") else text[5:])
        words += [_look(section) for section in sections]
    return words


def _look(section: etree._Element) -> str:
    words = ["landscape" if values(section, "w:pgSz/@w:orient") else "portrait"]
    words += ["headers"] * bool(elements(section, "w:headerReference"))
    words += ["title"] * bool(elements(section, "w:titlePg"))
    words += ["start"] * bool(values(section, "w:pgNumType/@w:start"))
    return "<" + " ".join(words) + ">"


FIRST, LATER = "<portrait headers title start>", "<portrait headers>"
ALL = ["wtsa-72", "table", "wtsa-73", "table", "wtsa-79", "table"]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p("A") + HERE + p("B"), ["A", FIRST, *ALL, "<landscape>", "B", LATER]),
        (p("A") + HERE, ["A", FIRST, *ALL, "", "<landscape>"]),
        (p("A"), ["A", FIRST, *ALL, "", "<landscape>"]),
        (p("A") + HERE + p(), ["A", FIRST, *ALL, "", "", "<landscape>"]),
        (HERE + p("B"), [*ALL, "<landscape headers title start>", "B", LATER]),
        (p() + HERE, ["", *ALL, "", "<landscape headers title start>"]),
        ("", [*ALL, "", "<landscape headers title start>"]),
        (
            p("A") + p("[[planctl:wtsa-79]]") + p("B") + p("[[ PLANCTL: 73 ]]") + p("C") + HERE,
            [
                "A",
                FIRST,
                *ALL[4:],
                "<landscape>",
                "B",
                LATER,
                *ALL[2:4],
                "<landscape>",
                "C",
                LATER,
                *ALL[:2],
                "",
                "<landscape>",
            ],
        ),
        (
            p("A") + p("[[planctl:wtsa-79]]") + HERE + p("B"),
            ["A", FIRST, "wtsa-79", "table", "", *ALL[:4], "<landscape>", "B", LATER],
        ),
        (
            p("A") + p("B", own.SECTION) + HERE + p("C"),
            ["A", "B", FIRST, *ALL, "<landscape headers title start>", "C", LATER],
        ),
        (
            p("A") + p("[[planctl]]", own.SECTION) + p("C"),
            ["A", FIRST, *ALL, "<landscape>", "C", FIRST],
        ),
        (
            p("A") + HERE + p("B", own.SECTION) + p("C"),
            ["A", FIRST, *ALL, "<landscape>", "B", LATER, "C", FIRST],
        ),
        (
            p("A") + HERE + p("", own.SECTION) + p("C"),
            ["A", FIRST, *ALL, "", "<landscape>", "C", FIRST],
        ),
    ],
)
def test_tables_stand_in_landscape_between_the_text(body: str, blocks: list[str]) -> None:
    assert outline(filled(own.packed(own.parts(body + own.SECTION)))) == blocks


def test_a_document_without_sections_gets_them() -> None:
    found = filled(own.packed(own.parts(p("A") + HERE + p("B"))))
    sections = elements(part(found, DOCUMENT), "//w:sectPr")
    assert [values(section, "w:pgSz/@*") for section in sections] == [
        [],
        ["15840", "12240", "landscape"],
        [],
    ]


def test_tables_are_as_wide_as_the_page_turned() -> None:
    section = own.PLAIN_SECTION.replace('w:right="1134"', 'w:right="600"')
    found = part(filled(own.packed(own.parts(p("A") + section))), DOCUMENT)
    assert values(found, "//w:tblW/@w:w") == [str(16838 - 1134 - 600)] * 3
    assert sum(int(width) for width in values(found, "(//w:tblGrid)[1]/*/@w:w")) == 15104


@pytest.mark.parametrize("portrait", [True, False])
def test_in_landscape_or_on_demand_tables_stand_between_the_text(portrait: bool) -> None:
    section = own.SECTION
    if not portrait:
        section = section.replace('w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907"')
    data = own.packed(own.parts(p("A") + HERE + p("B") + section))
    found = filled(data, portrait=portrait)
    words = outline(found)
    assert words[:-1] == ["A", *ALL, "", "B"]
    assert own.unpacked(found)[DOCUMENT].count("<w:sectPr") == 1
    width = 9639 if portrait else 14572
    assert values(part(found, DOCUMENT), "//w:tblW/@w:w") == [str(width)] * 3
    assert len(elements(part(found, DOCUMENT), "//w:pageBreakBefore")) == 3


CONSTRUCTS = (
    own.TRACKED
    + own.TABLE.format(p("In a cell"))
    + p()
    + own.CONTROL.format(p("In a control"))
    + own.NOTE
    + '<w:bookmarkStart w:id="1" w:name="_Toc"/><w:p ><w:pPr/><w:r><w:t xml:space="preserve"> a '
    '&#x41; &amp; é </w:t></w:r></w:p><w:bookmarkEnd w:id="1"/><!-- a comment -->\n'
    + '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>'
)


def test_all_else_stays_byte_for_byte() -> None:
    before = own.parts(CONSTRUCTS + p("A") + HERE + CONSTRUCTS + own.SECTION)
    after = own.unpacked(filled(own.packed(before)))
    assert list(after) == list(before)
    changed = [name for name in before if after[name] != before[name]]
    assert set(changed) == {DOCUMENT, RELS, "word/numbering.xml", "word/styles.xml"}
    head, _, tail = before[DOCUMENT].partition(HERE)
    assert after[DOCUMENT].startswith(head)
    assert own.SECTION in after[DOCUMENT][len(head) :].partition("<w:tbl>")[0]
    assert tail.partition("<w:sectPr")[0] in after[DOCUMENT]
    assert after[DOCUMENT].endswith("</w:body></w:document>")


@pytest.mark.parametrize("name", [RELS, "word/numbering.xml", "word/styles.xml"])
def test_what_is_added_to_is_otherwise_the_same(name: str) -> None:
    before = own.parts(p("A") + own.SECTION)
    after = own.unpacked(filled(own.packed(before)))
    kept = iter(after[name])
    assert all(letter in kept for letter in before[name])
    assert len(after[name]) > len(before[name])


def test_sections_that_say_nothing_of_pages_are_only_put_around() -> None:
    body = p("A") + HERE + p("B") + own.PLAIN_SECTION
    before = own.parts(body)
    text = own.unpacked(filled(own.packed(before)))[DOCUMENT]
    head, _, tail = before[DOCUMENT].partition(HERE)
    assert text.startswith(head)
    assert text.endswith(tail)


def test_styles_are_found_by_name_and_missing_ones_added() -> None:
    data = filled(own.packed(own.parts(p("A") + own.SECTION)))
    found = part(data, DOCUMENT)
    assert set(values(found, "//w:pStyle/@w:val")) == {"Annex_No&Title", "Tablehead", "Tabletext0"}
    assert set(values(found, "//w:tblStyle/@w:val")) == {"Tabellenraster"}
    assert set(values(found, "//w:rStyle/@w:val")) == {"Hyperlink"}
    styles = part(data, "word/styles.xml")
    assert values(styles, "//w:style/@w:styleId")[5:] == ["Tablehead", "Hyperlink"]
    head = elements(styles, "//w:style[@w:styleId='Tablehead']")[0]
    assert values(head, "w:basedOn/@w:val") == ["Standard"]
    assert values(head, "w:next/@w:val") == ["Tabletext0"]
    link = elements(styles, "//w:style[@w:styleId='Hyperlink']")[0]
    assert values(link, "w:basedOn/@w:val") == []  # the document has no default for characters


def test_a_style_is_added_under_an_id_that_is_free() -> None:
    taken = '<w:style w:type="paragraph" w:styleId="tableTEXT"><w:name w:val="x"/></w:style>'
    data = filled(own.packed(own.parts(p("A"), styles=taken)))
    assert values(part(data, "word/styles.xml"), "//w:style/@w:styleId") == [
        "tableTEXT", "AnnexNotitle", "Tablehead", "Tabletext1", "Hyperlink", "TableGrid",
    ]  # fmt: skip
    assert "Tabletext1" in values(part(data, DOCUMENT), "//w:pStyle/@w:val")


def test_a_list_of_its_own_is_added_behind_those_of_the_document() -> None:
    data = filled(own.packed(own.parts(p("A"))))
    numbering = part(data, "word/numbering.xml")
    assert [str(item.tag)[len(W) :] for item in numbering] == [
        "abstractNum", "abstractNum", "num", "num", "numIdMacAtCleanup",
    ]  # fmt: skip
    assert values(numbering, "w:abstractNum/@w:abstractNumId") == ["4", "5"]
    assert values(numbering, "w:num/@w:numId") == ["7", "8"]
    assert values(numbering, "//w:nsid/@w:val") == ["4A7B31C5", "4A7B31C6"]
    assert set(values(part(data, DOCUMENT), "//w:numId/@w:val")) == {"8"}


def test_links_get_relationships_that_are_free() -> None:
    data = filled(own.packed(own.parts(p("A"))))
    used = values(part(data, DOCUMENT), "//w:hyperlink/@r:id")
    relationships = {item.get("Id"): item.get("Target") for item in part(data, RELS)}
    assert len(relationships) == len(part(data, RELS))
    assert {relationships[link] for link in used} == {"https://www.itu.int/"}


@pytest.mark.parametrize("numbering", [None, ""])
@pytest.mark.parametrize("styles", [None, ""])
def test_parts_that_are_missing_are_made(styles: str | None, numbering: str | None) -> None:
    before = own.parts(p("A"), styles=styles, numbering=numbering)
    data = filled(own.packed(before))
    after = own.unpacked(data)
    assert set(after) - set(before) <= {"word/styles.xml", "word/numbering.xml"}
    del after["[trash]/0000.dat"], after["customXml/item1.xml"]
    assert faults(own.packed(after)) == []


def test_a_new_part_takes_a_name_that_is_free() -> None:
    before = own.parts(p("A"), styles=None, extra={"word/Styles.xml": own.XML + "<x/>"})
    after = own.unpacked(filled(own.packed(before)))
    assert after["word/Styles.xml"] == before["word/Styles.xml"]
    assert "word/styles2.xml" in after
    assert 'PartName="/word/styles2.xml"' in after["[Content_Types].xml"]


def test_the_result_is_sound() -> None:
    after = own.unpacked(filled(own.packed(own.parts(CONSTRUCTS + p("A") + HERE + own.SECTION))))
    del after["[trash]/0000.dat"], after["customXml/item1.xml"]
    assert faults(own.packed(after)) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    data = own.packed(own.parts(p("A") + own.SECTION))
    assert filled(data) == filled(data)


def test_prefixes_that_a_document_does_not_use_are_declared() -> None:
    parts = own.parts(p("A") + HERE + p("B") + own.PLAIN_SECTION)
    for name in (DOCUMENT, "word/styles.xml", "word/numbering.xml"):
        parts[name] = re.sub(r"\bw:", "x:", parts[name]).replace("xmlns:w=", "xmlns:x=")
    data = filled(own.packed(parts))
    assert outline(data) == [
        "A", "<portrait>", *ALL, "<landscape>", "B", "<portrait>",
    ]  # fmt: skip
    assert len(elements(part(data, "word/styles.xml"), "w:style")) == 7


def test_a_byte_order_mark_is_no_hindrance() -> None:
    parts: dict[str, str | bytes] = dict(own.parts(p("é") + HERE + p("B")))
    parts[DOCUMENT] = b"\xef\xbb\xbf" + str(parts[DOCUMENT]).encode()
    assert outline(filled(own.packed(parts)))[0] == "é"


def test_a_template_file_becomes_a_document() -> None:
    after = own.unpacked(filled(own.packed(own.parts(p("A"), kind="template"))))
    assert "wordprocessingml.document.main+xml" in after["[Content_Types].xml"]
    assert "template.main" not in after["[Content_Types].xml"]


def bookmark(name: str, text: str = "Text") -> str:
    return (
        f'<w:p><w:bookmarkStart w:id="5" w:name="{name}"/><w:r><w:t>{text}</w:t></w:r>'
        '<w:bookmarkEnd w:id="5"/></w:p>'
    )


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (bookmark("planctl") + p("B"), ["Text", "wtsa-72"]),
        (bookmark("PlanCtl_WTSA_73") + p("B"), ["Text", "wtsa-73"]),
        (bookmark("planctl_73") + p("B"), ["Text", "wtsa-73"]),
        (bookmark("planctl", "[[planctl]]") + p("B"), ["wtsa-72", "table"]),
        (bookmark("planctlx") + p("B"), ["Text", "B", "wtsa-72"]),
        (
            '<w:bookmarkStart w:id="5" w:name="planctl"/>' + p("A") + p("B")
            + '<w:bookmarkEnd w:id="5"/>' + p("C"),
            ["A", "B", "wtsa-72"],
        ),
        (own.CONTROL.format(bookmark("planctl", "")) + p("B"), ["wtsa-72"]),
    ],
)  # fmt: skip
def test_a_bookmark_is_a_place_and_stays(body: str, blocks: list[str]) -> None:
    data = filled(own.packed(own.parts(body + own.SECTION)))
    words = [word for word in outline(data) if word and word[0] != "<"]
    assert words[: len(blocks)] == blocks
    assert values(part(data, DOCUMENT), "//w:bookmarkStart/@w:id") == ["5"]
    assert values(part(data, DOCUMENT), "//w:bookmarkEnd/@w:id") == ["5"]


@pytest.mark.parametrize(
    "placeholder",
    [
        '<w:p><w:r><w:t>[[</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr>'
        '<w:t>plan</w:t></w:r><w:r><w:t>ctl</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r>'
        "<w:t>]]</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="A"/></w:rPr></w:pPr><w:ins w:id="2"'
        ' w:author="A"><w:r><w:t>[[planctl]]</w:t></w:r></w:ins></w:p>',
        '<w:p><w:r><w:t xml:space="preserve"> [[ Planctl ]]</w:t><w:br/><w:tab/></w:r></w:p>',
    ],
)
def test_a_placeholder_may_be_broken_up(placeholder: str) -> None:
    data = filled(own.packed(own.parts(p("A") + placeholder + p("B") + own.SECTION)))
    assert outline(data) == ["A", FIRST, *ALL, "<landscape>", "B", LATER]


def test_a_placeholder_that_is_deleted_is_none() -> None:
    deleted = "<w:r><w:delText>[[planctl]]</w:delText></w:r>"
    gone = f'<w:p><w:del w:id="1" w:author="A">{deleted}</w:del></w:p>'
    assert outline(filled(own.packed(own.parts(gone + p("A")))))[1] == "A"


def test_plans_without_a_place_are_left_out() -> None:
    template = open_template(own.packed(own.parts(p("[[planctl:73]]"))), KEYS)
    assert template.order == ["wtsa-73"]


BOX = "<w:p><w:r><w:t>Text</w:t><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            own.TABLE.format(HERE),
            "[[planctl]] stands in a table: put it into a paragraph of its own outside.",
        ),
        (
            BOX.format(HERE),
            "[[planctl]] stands in a text box: put it into a paragraph of its own outside.",
        ),
        (
            own.CONTROL.format(p("[[planctl:73]]")),
            "[[planctl:73]] stands in a content control (a form field): put it into a paragraph"
            " of its own outside.",
        ),
        (
            p("See [[planctl]] below"),
            "[[planctl]] stands amid other text (“See [[planctl]] below”): put it into a paragraph"
            " of its own.",
        ),
        (
            p("[[planctl wtsa-73]]"),
            "“[[planctl wtsa-73]]” is no placeholder: write [[planctl]] for all plans, or"
            " [[planctl:wtsa-73]] for one.",
        ),
        (
            "<w:p><w:r><w:drawing/></w:r><w:r><w:t>[[planctl]]</w:t></w:r></w:p>",
            "The paragraph of [[planctl]] holds something else as well (a picture, a note, a"
            " comment or deleted text): put it into a paragraph of its own.",
        ),
        (
            p("[[planctl:wtsa-37]]"),
            "It has [[planctl:wtsa-37]], and that is none of the plans to export, or several of"
            " them: wtsa-72, wtsa-73, wtsa-79.",
        ),
        (
            bookmark("planctl_wtsa_37"),
            "It has the bookmark “planctl_wtsa_37”, and that is none of the plans to export, or"
            " several of them: wtsa-72, wtsa-73, wtsa-79.",
        ),
        (
            p("[[planctl:73]]") + bookmark("planctl_wtsa_73"),
            "It has [[planctl:73]] and the bookmark “planctl_wtsa_73”: one place is enough,"
            " delete the others.",
        ),
        (
            HERE * 2,
            "It has [[planctl]] and [[planctl]]: one place is enough, delete the others.",
        ),
        (
            HERE + "".join(p(f"[[planctl:{key}]]") for key in KEYS),
            "It has [[planctl]], but each plan has a place of its own: delete it.",
        ),
        (
            own.TABLE.format(bookmark("planctl")),
            "The bookmark “planctl” stands in a table: set it in the text outside.",
        ),
    ],
)
def test_a_place_that_cannot_be_one_is_refused(body: str, message: str) -> None:
    with pytest.raises(RefusedFileError) as raised:
        open_template(own.packed(own.parts(body + own.SECTION)), KEYS)
    assert str(raised.value) == message


def test_text_that_word_cannot_hold_is_refused() -> None:
    template = open_template(own.packed(own.parts(p("A"))), ["wtsa-72"])
    with pytest.raises(UnwritableTextError):
        fill(template, {"wtsa-72": annex("\x07")})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda parts: {**parts, "word/footer7.xml": "<x>[[PLANCTL:73]]</x>"},
            "[[planctl]] stands in a page header, a footer or a note: put it into a paragraph of"
            " the text.",
        ),
        (
            lambda parts: {**parts, "_xmlsignatures/sig1.xml": "<x/>"},
            "This file is signed, and the signature would not hold for a copy: take it off first.",
        ),
        (
            lambda parts: {**parts, DOCUMENT: parts[DOCUMENT].replace(
                own.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")},
            "This is a “Strict Open XML Document”: save it as “Word Document (.docx)”.",
        ),
        (
            lambda parts: {**parts, DOCUMENT: parts[DOCUMENT][:-20]},
            "This file is damaged: word/document.xml, it is not well-formed XML in UTF-8.",
        ),
        (
            lambda parts: {**parts, DOCUMENT: own.document("").replace(
                "<w:body></w:body>", "<w:body/>")},
            "This file is damaged: word/document.xml, it has no text.",
        ),
        (
            lambda parts: {**parts, DOCUMENT: parts[DOCUMENT].replace("UTF-8", "UTF-16")
                .encode("utf-16")},
            "This file is damaged: word/document.xml, it is not well-formed XML in UTF-8.",
        ),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_a_template_is_refused(change: Any, message: str) -> None:
    with pytest.raises(RefusedFileError) as raised:
        open_template(own.packed(change(own.parts(p("A")))), KEYS)
    assert str(raised.value) == message


def test_a_document_with_macros_is_refused() -> None:
    parts = own.parts(p("A"))
    types = parts["[Content_Types].xml"].replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(RefusedFileError) as raised:
        open_template(own.packed({**parts, "[Content_Types].xml": types}), KEYS)
    assert str(raised.value) == "This file holds macros: save it as .docx, without them."


def test_revisions_are_numbered_after_those_of_the_document() -> None:
    column = Column("status", ("Status",), 1)
    marked = Cell((Paragraph((Run("old", mark="deleted"), Run("new", mark="inserted"))),))
    template = open_template(own.packed(own.parts(own.TRACKED + own.SECTION)), ["wtsa-72"])
    annexes = {"wtsa-72": Annex("", ("Plan",), "Plan", (column,), ((marked,),))}
    data = fill(template, annexes, tracking=Tracking("planctl", "2020-10"))
    numbers = values(part(data, DOCUMENT), "//w:ins/@w:id | //w:del/@w:id")
    assert numbers == ["91", "92", "93", "94", "95"]


BLOCKS = st.sampled_from(
    [
        p("Text"),
        p(),
        own.TRACKED,
        own.TABLE.format(p("Cell")) + p(),
        own.CONTROL.format(p("Control")),
        own.NOTE,
        p("End", own.SECTION),
        p("", own.SECTION),
        p("", own.PLAIN_SECTION),
    ]
)


@settings(max_examples=40, deadline=None)
@given(
    body=st.lists(BLOCKS, max_size=7),
    places=st.lists(st.integers(0, 7), min_size=3, max_size=3),
    last=st.sampled_from(["", own.SECTION, own.PLAIN_SECTION]),
    in_section=st.booleans(),
)
def test_wherever_the_tables_go_the_rest_stays(
    body: list[str], places: list[int], last: str, in_section: bool
) -> None:
    held = list(body)
    section = own.SECTION if in_section else ""
    for place, key in zip(places, KEYS, strict=True):
        held.insert(min(place, len(held)), p(f"[[planctl:{key}]]", section))
    before = own.document("".join(held) + last)
    after = own.unpacked(filled(own.packed(own.parts("".join(held) + last))))[DOCUMENT]

    tree = etree.fromstring(after.encode())
    assert len(elements(tree, "//w:tbl[w:tblPr/w:tblCaption]")) == 3
    assert "[[planctl" not in after
    assert _shown(after) == _shown(before)
    for block in tree[0]:
        ending = elements(block, f"({OWN} | following-sibling::*/{OWN})[1]")
        look = values(ending[0], "w:pgSz/@w:orient") if ending else []
        if elements(block, "self::w:tbl[w:tblPr/w:tblCaption]"):
            assert look == ["landscape"]
        elif "".join(values(block, f".//w:t[not({HEADING})]/text()")):
            assert look == []


OWN = "descendant-or-self::w:sectPr"
HEADING = "ancestor::w:p[w:pPr/w:pStyle]"


def _shown(document: str) -> list[str]:
    """The text of a document, in its order, without the tables of planctl and their headings."""
    tree = etree.fromstring(document.encode())
    ours = "ancestor::w:tbl[w:tblPr/w:tblCaption] or ancestor::w:p[w:pPr/w:pStyle]"
    found = values(tree, f"//w:t[not({ours})]/text()")
    return [text for text in found if not text.startswith("[[planctl")]
