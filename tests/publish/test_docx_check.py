from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

from planctl.publish.docx import drawing, write
from planctl.publish.docx.check import faults
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run


def good() -> bytes:
    """A document with two annexes, a merged cell, bullets and a link."""
    columns = (
        Column("level1", ("Level 1",), 1, group="ID"),
        Column("level2", ("Level 2",), 1, group="ID"),
        Column("status", ("Status",), 6),
    )
    bullet = Paragraph((Run("K.52", "https://www.itu.int/"),), "bullet")
    rows = (
        (Cell(), Cell(), Cell((bullet,))),
        (Cell(continues=True), Cell(), Cell((Paragraph((Run("2017:"),), "year"),))),
    )
    annexes = [Annex(f"ANNEX {n}", ("Plan",), "Plan", columns, rows) for n in ("I", "II")]
    return write(annexes, title="Plans", created="2020-10-01")


def contents(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(parts: Mapping[str, str]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def broken(part: str, old: str, new: str) -> bytes:
    """The good document with the first ``old`` in ``part`` replaced."""
    parts = contents(good())
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new, 1)})


def without(part: str) -> bytes:
    return packed({name: text for name, text in contents(good()).items() if name != part})


DOCUMENT = "word/document.xml"
TABLE = "word/document.xml, table 1"
LINKS = "word/_rels/document.xml.rels"
EMPTY = '<w:p><w:pPr><w:pStyle w:val="Tabletext"/>'
HEAD = '<w:p><w:pPr><w:pStyle w:val="AnnexNotitle"/></w:pPr>'


def test_a_good_document_has_no_faults() -> None:
    assert faults(good()) == []
    assert faults(packed(contents(good()))) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "found"),
    [
        (
            DOCUMENT,
            "</w:tc></w:tr></w:tbl>",
            "<w:tbl/></w:tc></w:tr></w:tbl>",
            [f"{TABLE}, row 4, cell 3: the cell does not end with a paragraph."],
        ),
        (
            DOCUMENT,
            "</w:tr></w:tbl>",
            "<w:tc/></w:tr></w:tbl>",
            [
                f"{TABLE}, row 4, cell 4: the cell does not end with a paragraph.",
                f"{TABLE}, row 4: the cells cover 4 columns, the grid has 3.",
            ],
        ),
        (
            DOCUMENT,
            '<w:gridSpan w:val="2"/>',
            "",
            [
                f"{TABLE}, row 1: the cells cover 2 columns, the grid has 3.",
                f"{TABLE}, row 2, cell 3: the cell continues a merged cell, but"
                " none begins above it.",
            ],
        ),
        (
            DOCUMENT,
            "<w:gridCol ",
            '<w:gridCol w:w="1"/><w:gridCol ',
            [
                f"{TABLE}, row {row}: the cells cover 3 columns, the grid has 4."
                for row in (1, 2, 3, 4)
            ],
        ),
        (
            DOCUMENT,
            '</w:tcPr><w:p><w:pPr><w:pStyle w:val="Tabletext"/><w:jc',
            '<w:vMerge w:val="continue"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Tabletext"/><w:jc',
            [
                "word/document.xml: w:tcPr holds w:vMerge twice.",
            ],
        ),
        (
            DOCUMENT,
            '<w:vMerge w:val="restart"/></w:tcPr>',
            "</w:tcPr>",
            [
                f"{TABLE}, row 4, cell 1: the cell continues a merged cell, but"
                " none begins above it."
            ],
        ),
        (
            DOCUMENT,
            f"</w:tbl>{HEAD.replace('</w:pPr>', '')}<w:pageBreakBefore/>",
            f"</w:tbl><w:tbl/>{HEAD.replace('</w:pPr>', '')}<w:pageBreakBefore/>",
            [f"{TABLE}: no paragraph follows the table."],
        ),
        (
            DOCUMENT,
            '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20"',
            '<w:tbl/><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20"',
            ["word/document.xml, table 2: no paragraph follows the table."],
        ),
        (
            DOCUMENT,
            '<w:jc w:val="center"/><w:rPr>',
            '<w:rPr/><w:jc w:val="center"/><w:rPr>',
            [
                "word/document.xml: in w:pPr, w:jc must stand before w:rPr.",
                "word/document.xml: w:pPr holds w:rPr twice.",
            ],
        ),
        (
            DOCUMENT,
            "<w:b/><w:bCs/>",
            "<w:bCs/><w:b/>",
            ["word/document.xml: in w:rPr, w:b must stand before w:bCs."],
        ),
        (
            DOCUMENT,
            '<w:tblPr><w:tblStyle w:val="TableGrid"/>',
            '<w:tblPr><w:tblLook w:val="0620"/><w:tblStyle w:val="TableGrid"/>',
            [
                "word/document.xml: in w:tblPr, w:tblStyle must stand before w:tblLook.",
                "word/document.xml: in w:tblPr, w:tblW must stand before w:tblLook.",
                "word/document.xml: in w:tblPr, w:tblInd must stand before w:tblLook.",
                "word/document.xml: in w:tblPr, w:tblBorders must stand before w:tblLook.",
                "word/document.xml: in w:tblPr, w:tblLayout must stand before w:tblLook.",
                "word/document.xml: in w:tblPr, w:tblCellMar must stand before w:tblLook.",
                "word/document.xml: w:tblPr holds w:tblLook twice.",
            ],
        ),
        (
            DOCUMENT,
            "<w:trPr><w:cantSplit/>",
            '<w:trPr><w:ins w:id="1" w:author="A"/><w:cantSplit/>',
            [
                "word/document.xml: in w:trPr, w:cantSplit must stand before w:ins.",
                "word/document.xml: in w:trPr, w:trHeight must stand before w:ins.",
                "word/document.xml: in w:trPr, w:tblHeader must stand before w:ins.",
                "word/document.xml: a paragraph of a row in w:ins is not in it.",
                "word/document.xml: a merged cell goes over rows of which some are in a revision.",
            ],
        ),
        (
            DOCUMENT,
            "<w:p><w:pPr>",
            "<w:p><w:r/><w:pPr>",
            ["word/document.xml: in w:p, w:pPr must stand before w:r."],
        ),
        (
            DOCUMENT,
            "<w:pPr>",
            "<w:pPr><w:text/>",
            ["word/document.xml: w:pPr may not hold w:text."],
        ),
        (
            DOCUMENT,
            "<w:body>",
            "<w:body><w:sectPr/>",
            [
                "word/document.xml: in w:body, w:p must stand before w:sectPr.",
                "word/document.xml: in w:body, w:tbl must stand before w:sectPr.",
                "word/document.xml: w:body holds w:sectPr twice.",
            ],
        ),
        (
            DOCUMENT,
            'w:pStyle w:val="Tablehead"',
            'w:pStyle w:val="Table_head"',
            ["word/document.xml: the paragraph style “Table_head” is used, but not defined."],
        ),
        (
            DOCUMENT,
            'w:rStyle w:val="Hyperlink"',
            'w:rStyle w:val="Tabletext"',
            ["word/document.xml: the character style “Tabletext” is used, but not defined."],
        ),
        (
            "word/styles.xml",
            '<w:basedOn w:val="Normal"/>',
            '<w:basedOn w:val="Normale"/>',
            ["word/styles.xml: a style refers to the style “Normale”, which is not defined."],
        ),
        (
            "word/styles.xml",
            'w:styleId="Header"',
            'w:styleId="Tablehead"',
            [
                "word/styles.xml: 2 of w:style have the same w:styleId “Tablehead”.",
                "word/header1.xml: the paragraph style “Header” is used, but not defined.",
            ],
        ),
        (
            DOCUMENT,
            '<w:numId w:val="1"/>',
            '<w:numId w:val="7"/>',
            ["word/document.xml: list 7 is used, but not defined."],
        ),
        (
            DOCUMENT,
            '<w:ilvl w:val="0"/>',
            '<w:ilvl w:val="2"/>',
            ["word/document.xml: level 2 of list 1 is used, but not defined."],
        ),
        (
            "word/numbering.xml",
            '<w:abstractNumId w:val="0"/>',
            '<w:abstractNumId w:val="3"/>',
            [
                "word/document.xml: level 0 of list 1 is used, but not defined.",
                "word/numbering.xml: list 1 refers to no definition.",
            ],
        ),
        (
            "word/numbering.xml",
            "<w:num ",
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num ',
            ["word/numbering.xml: 2 of w:num have the same w:numId “1”."],
        ),
        (
            DOCUMENT,
            'w:hyperlink r:id="rId7"',
            'w:hyperlink r:id="rId99"',
            ["word/document.xml: the relationship rId99 is used, but not defined."],
        ),
        (
            LINKS,
            "https://www.itu.int/",
            "javascript:alert(1)",
            [
                f"{LINKS}: rId7 leads to “javascript:alert(1)”, which is no http, https, ftp or"
                " mailto address."
            ],
        ),
        (
            LINKS,
            "https://www.itu.int/",
            "https://www.itu.int/a b",
            [
                f"{LINKS}: rId7 leads to “https://www.itu.int/a b”, which is no http, https, ftp"
                " or mailto address."
            ],
        ),
        (
            LINKS,
            'Target="header1.xml"',
            'Target="https://example.org/header1.xml" TargetMode="External"',
            [
                f"{LINKS}: rId6 would load a part from outside the file.",
                "word/header1.xml: nothing leads to this part.",
            ],
        ),
        (
            LINKS,
            'Target="header1.xml"',
            'Target="header2.xml"',
            [
                f"{LINKS}: rId6 leads to word/header2.xml, which is not there.",
                "word/header1.xml: nothing leads to this part.",
            ],
        ),
        (
            LINKS,
            'Id="rId6"',
            'Id="rId5"',
            [
                f"{LINKS}: rId5 stands twice.",
                "word/document.xml: the relationship rId6 is used, but not defined.",
            ],
        ),
        (
            "[Content_Types].xml",
            '<Default Extension="rels"',
            '<Default Extension="bin"',
            [
                "_rels/.rels: has no content type.",
                f"{LINKS}: has no content type.",
            ],
        ),
        (
            DOCUMENT,
            "</w:body>",
            "</w:bdy>",
            ["word/document.xml: line 2 is not well-formed XML."],
        ),
        (
            DOCUMENT,
            "<w:r>",
            '<w:del w:id="3" w:author="A"><w:r><w:t>x</w:t></w:r></w:del>'
            '<w:del w:id="3" w:author="A"/><w:r>',
            [
                "word/document.xml: 2 of w:ins, w:del and other revisions have the same w:id “3”.",
                "word/document.xml: deleted text stands in w:t instead of w:delText.",
            ],
        ),
        (
            DOCUMENT,
            "<w:r>",
            "<w:del><w:hyperlink/></w:del><w:r><w:delText>x</w:delText></w:r><w:r>",
            [
                "word/document.xml: a w:del has no w:id.",
                "word/document.xml: a w:del has no w:author.",
                "word/document.xml: a revision of text holds more than runs.",
                "word/document.xml: text stands in w:delText, but is not deleted.",
            ],
        ),
        (
            DOCUMENT,
            f"{EMPTY}<w:numPr>",
            '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr></w:p>'
            '<w:p><w:pPr><w:rPr><w:ins w:id="2" w:author="A"/></w:rPr></w:pPr></w:p></w:tc>'
            f"<w:tc>{EMPTY}<w:numPr>",
            [
                "word/document.xml: the end of a cell stands in w:ins.",
                f"{TABLE}, row 3: the cells cover 4 columns, the grid has 3.",
            ],
        ),
        (
            DOCUMENT,
            "<w:r>",
            '<w:bookmarkStart w:id="3" w:name="a"/><w:bookmarkStart w:id="3" w:name="b"/><w:r>',
            ["word/document.xml: 2 of w:bookmarkStart have the same w:id “3”."],
        ),
    ],
)
def test_each_fault_is_found(part: str, old: str, new: str, found: list[str]) -> None:
    assert sorted(faults(broken(part, old, new))) == sorted(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{EMPTY}<w:numPr>", "<w:p><w:pPr><w:numPr>"),  # a paragraph in the default style
        ('<w:numId w:val="1"/>', '<w:numId w:val="0"/>'),  # a paragraph taken out of its list
        ('<w:tblLayout w:type="fixed"/>', ""),
        (
            "<w:r>",
            '<w:ins w:id="1" w:author="A"/><w:del w:id="2" w:author="A"><w:r>'
            "<w:delText>x</w:delText></w:r></w:del><w:r>",
        ),
        ("<w:trPr><w:cantSplit/>", '<w:trPr><w:hidden w:val="0"/><w:cantSplit/>'),
        ("<w:pPr>", '<w:pPr><x:own xmlns:x="urn:x"/>'),
    ],
)
def test_what_the_standard_allows_is_no_fault(old: str, new: str) -> None:
    assert faults(broken(DOCUMENT, old, new)) == []


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (
            "word/theme/theme1.xml",
            [
                "[Content_Types].xml: gives a type to /word/theme/theme1.xml, which is not there.",
                f"{LINKS}: rId5 leads to word/theme/theme1.xml, which is not there.",
            ],
        ),
        ("[Content_Types].xml", ["[Content_Types].xml: the list of content types is missing."]),
        (
            "_rels/.rels",
            [
                "word/document.xml: nothing leads to this part.",
                "docProps/core.xml: nothing leads to this part.",
                "docProps/app.xml: nothing leads to this part.",
            ],
        ),
        (
            DOCUMENT,
            [
                "[Content_Types].xml: gives a type to /word/document.xml, which is not there.",
                "_rels/.rels: rId1 leads to word/document.xml, which is not there.",
                "word/document.xml: the document itself is missing.",
            ],
        ),
    ],
)
def test_a_missing_part_is_found(part: str, found: list[str]) -> None:
    assert faults(without(part)) == found


def test_a_part_that_differs_only_in_case_is_found() -> None:
    parts = contents(good())
    assert faults(packed({**parts, "Word/Document.xml": parts[DOCUMENT]})) == [
        "word/document.xml: the package holds this part 2 times."
    ]


@pytest.mark.parametrize("data", [b"", b"not a package", b"PK\x03\x04"])
def test_what_is_no_package_is_found(data: bytes) -> None:
    assert faults(data) == ["This is not a ZIP file."]


def test_a_fault_in_what_planctl_writes_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "closing", lambda: "")
    with pytest.raises(AssertionError) as raised:
        good()
    assert str(raised.value) == (
        "The Word file that planctl made has faults: "
        "word/document.xml, table 2: no paragraph follows the table."
    )
