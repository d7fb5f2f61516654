from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.publish.characters import UnwritableTextError
from planctl.publish.docx import write
from planctl.publish.docx.check import faults
from planctl.publish.table import Annex, Cell, Column, Paragraph, ParagraphKind, Run
from tests.publish.states import whole
from tests.publish.word_reader import W, WordCell, WordParagraph, elements, part, read, values

COLUMNS = (
    Column("level1", ("Level 1",), 822, group="ID"),
    Column("level2", ("Level 2",), 822, group="ID"),
    Column("directives", ("Directives",), 2098),
    Column("status", ("Status", "(October 2020)"), 4111),
)


def text(words: str, kind: ParagraphKind = "text", href: str | None = None) -> Paragraph:
    return Paragraph((Run(words, href),), kind)


def cell(*paragraphs: Paragraph | str) -> Cell:
    return Cell(tuple(text(item) if isinstance(item, str) else item for item in paragraphs))


def annex(
    *rows: tuple[Cell, ...], columns: tuple[Column, ...] = COLUMNS, number: str = "I"
) -> Annex:
    heading = ("Action plan for WTSA Resolution 72:", "Human exposure")
    return Annex(f"ANNEX {number}", heading, "Action plan for Resolution 72", columns, rows)


ROW = (cell("1"), cell("1.1"), cell("Publish reports"), cell("Completed"))


def document(*annexes: Annex, document_number: str = "", language: str = "en-GB") -> bytes:
    return write(
        [annex._replace(language=language) for annex in annexes],
        title="Action plans",
        created="2020-10",
        document_number=document_number,
    )


def status(*paragraphs: Paragraph) -> tuple[WordParagraph, ...]:
    """What is read back when ``paragraphs`` are written into the Status cell."""
    row = (cell("1"), cell("1.1"), cell("Publish"), Cell(paragraphs))
    return read(document(annex(row))).tables[0].rows[0][3].paragraphs


def test_a_report_keeps_its_years_bullets_and_dashes() -> None:
    assert status(
        text("The following LS has been sent:"),
        text("2017:", "year"),
        text("SG5-LS4", "bullet"),
        text("Part 1", "dash"),
        text("to ITU-R"),
    ) == (
        WordParagraph("text", "The following LS has been sent:"),
        WordParagraph("year", "2017:"),
        WordParagraph("bullet", "SG5-LS4"),
        WordParagraph("dash", "Part 1"),
        WordParagraph("text", "to ITU-R"),
    )


def test_characters_with_a_meaning_in_xml_are_text() -> None:
    assert status(text('<w:p> & "Heath" ]]>')) == (WordParagraph("text", '<w:p> & "Heath" ]]>'),)


def test_white_space_and_hyphens_are_kept() -> None:
    words = "\u00a0ITU\u2011T  SG5\tand\nITU\u00adR\u00a0 "
    assert status(text(words)) == (WordParagraph("text", words),)


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n"])
def test_each_line_break_is_one_break(line_break: str) -> None:
    assert status(text(f"a{line_break}b")) == (WordParagraph("text", "a\nb"),)


def test_an_empty_cell_holds_an_empty_paragraph_in_the_style_of_the_table() -> None:
    assert status() == (WordParagraph("text", ""),)
    assert status(Paragraph(()), text("")) == (WordParagraph("text", ""),) * 2


def test_a_cell_that_continues_is_merged_with_the_one_above() -> None:
    rows = [
        (cell("1"), cell("1.1"), cell("Publish"), cell()),
        (Cell(continues=True), cell("1.2"), Cell(continues=True), cell()),
        (Cell(continues=True), cell("1.3"), cell("Report"), cell()),
        (cell("2"), cell("2.1"), cell("Assist"), cell()),
    ]
    table = read(document(annex(*rows))).tables[0]
    assert [[item.merge for item in row] for row in table.rows] == [
        ["restart", "", "restart", ""],
        ["continue", "", "continue", ""],
        ["continue", "", "", ""],
        ["", "", "", ""],
    ]
    assert table.rows[1][0] == WordCell((WordParagraph("text", ""),), "continue")


def test_columns_that_share_a_heading_have_it_above_them() -> None:
    heading = read(document(annex(ROW))).tables[0].heading
    assert [[(item.text, item.span, item.merge) for item in row] for row in heading] == [
        [
            ("ID", 2, ""),
            ("Directives", 1, "restart"),
            ("Status\n(October 2020)", 1, "restart"),
        ],
        [("Level 1", 1, ""), ("Level 2", 1, ""), ("", 1, "continue"), ("", 1, "continue")],
    ]
    assert {item.paragraphs[0].style for row in heading for item in row} == {"Table_head"}


def test_a_shared_heading_over_one_column_spans_nothing() -> None:
    columns = (Column("id", ("Level 1",), 1, group="ID"), Column("status", ("Status",), 3))
    heading = read(document(annex((cell("1"), cell()), columns=columns))).tables[0].heading
    assert [[(item.text, item.span) for item in row] for row in heading] == [
        [("ID", 1), ("Status", 1)],
        [("Level 1", 1), ("", 1)],
    ]


def test_columns_without_a_shared_heading_have_one_heading_row() -> None:
    columns = (Column("id", ("ID",), 1), Column("status", ("Status",), 3))
    heading = read(document(annex((cell("1"), cell()), columns=columns))).tables[0].heading
    assert [[item.text for item in row] for row in heading] == [["ID", "Status"]]


def test_heading_rows_are_repeated_whole_and_have_a_height() -> None:
    tree = part(document(annex(ROW)), "word/document.xml")
    heading = elements(tree, "//w:tr[w:trPr/w:tblHeader]/w:trPr")
    assert [[str(item.tag)[len(W) :] for item in row] for row in heading] == [
        ["cantSplit", "trHeight", "tblHeader"]
    ] * 2
    assert values(tree, "//w:trHeight/@w:hRule") == ["atLeast", "atLeast"]
    assert set(values(tree, "//w:tr[w:trPr/w:tblHeader]//w:shd/@w:fill")) == {"D9E2F3"}


def test_widths_follow_the_weights_and_fill_the_page() -> None:
    thirds = tuple(Column(key, (key,), 1) for key in "abc")
    assert read(document(annex(columns=thirds))).tables[0].widths == (4857, 4857, 4858)
    weights = (822, 822, 2098, 1361, 2580, 1701, 1077, 4111)
    full = tuple(Column(str(weight), ("x",), weight) for weight in weights)
    assert read(document(annex(columns=full))).tables[0].widths == (
        822, 822, 2098, 1361, 2580, 1701, 1077, 4111,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "unbroken"),
    [
        ([text("SG5-LS4", "bullet")] * 8, True),
        ([text("SG5-LS4", "bullet")] * 9, False),
        ([text("word " * 100)], True),
        ([text("word " * 200)], False),
        ([text("字" * 200)], True),
        ([text("字" * 400)], False),
    ],
)
def test_only_a_short_row_stays_on_one_page(paragraphs: list[Paragraph], unbroken: bool) -> None:
    row = (cell("1"), cell("1.1"), cell("Publish"), Cell(tuple(paragraphs)))
    tree = part(document(annex(row)), "word/document.xml")
    last = elements(tree, "//w:tr")[-1]
    assert bool(elements(last, "w:trPr/w:cantSplit")) is unbroken


def test_identifiers_are_centred_and_other_cells_are_not() -> None:
    tree = part(document(annex(ROW)), "word/document.xml")
    centred = [bool(elements(item, "w:p/w:pPr/w:jc")) for item in elements(tree, "//w:tr[3]/w:tc")]
    assert centred == [True, True, False, False]


def test_sizes_and_indents_stand_in_the_table_to_survive_pasting() -> None:
    row = (cell("1"), cell("1.1"), cell("Publish"), cell(text("SG5-LS4", "bullet")))
    tree = part(document(annex(row)), "word/document.xml")
    assert set(values(tree, "//w:tbl//w:sz/@w:val")) == {"20"}
    assert len(elements(tree, "//w:tbl//w:r[not(w:rPr/w:sz)]")) == 0
    assert len(elements(tree, "//w:tbl//w:p[not(w:pPr/w:rPr/w:sz)]")) == 0
    assert values(tree, "//w:p[w:pPr/w:numPr]/w:pPr/w:ind/@w:hanging") == ["198"]


def test_body_cells_do_not_hold_pages_together() -> None:
    assert values(part(document(annex(ROW)), "word/document.xml"), "//w:keepNext/@w:val") == []
    assert elements(part(document(annex(ROW)), "word/document.xml"), "//w:keepNext") == []


def test_each_annex_but_the_first_begins_a_page() -> None:
    data = document(annex(ROW), annex(ROW, number="II"), annex(ROW, number="III"))
    found = read(data)
    assert [(item.style, item.text) for item in found.paragraphs] == [
        ("Annex_No & title", f"ANNEX {n}\nAction plan for WTSA Resolution 72:\nHuman exposure")
        for n in ("I", "II", "III")
    ] + [("Normal", "")]
    body = part(data, "word/document.xml")[0]
    assert [str(item.tag)[len(W) :] for item in body] == ["p", "tbl"] * 3 + ["p", "sectPr"]
    assert [bool(elements(item, "w:pPr/w:pageBreakBefore")) for item in body] == [
        False, False, True, False, True, False, False, False,
    ]  # fmt: skip


def test_the_page_is_landscape_a4_with_number_and_document_in_its_header() -> None:
    data = document(annex(ROW), document_number="TSAG-TD1 & <2>")
    assert read(data).header == ("- 1 -", "TSAG-TD1 & <2>")
    assert read(document(annex(ROW))).header == ("- 1 -",)
    section = elements(part(data, "word/document.xml"), "//w:sectPr")[0]
    assert values(section, "w:pgSz/@*") == ["16838", "11906", "landscape"]
    assert values(section, "w:pgMar/@*") == ["1134"] * 4 + ["425", "425", "0"]
    header = part(data, "word/header1.xml")
    assert values(header, "//w:instrText/text()") == [" PAGE "]


def test_the_table_has_a_caption_and_a_description_for_screen_readers() -> None:
    table = elements(part(document(annex(ROW)), "word/document.xml"), "//w:tblPr")[0]
    assert values(table, "w:tblCaption/@w:val") == ["Action plan for Resolution 72"]
    assert values(table, "w:tblDescription/@w:val") == [
        "ID Level 1; ID Level 2; Directives; Status (October 2020)"
    ]
    assert values(table, "w:tblLook/@w:firstRow") == ["1"]


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("en-GB", ["en-GB", "zh-CN", "ar-SA"]),
        ("fr-FR", ["fr-FR", "zh-CN", "ar-SA"]),
        ("zh-HK", ["en-GB", "zh-HK", "ar-SA"]),
        ("ar", ["en-GB", "zh-CN", "ar"]),
    ],
)
def test_the_document_has_a_language(language: str, attributes: list[str]) -> None:
    data = document(annex(ROW), language=language)
    assert values(part(data, "word/styles.xml"), "//w:docDefaults//w:lang/@*") == attributes


def test_chinese_and_arabic_are_marked_as_such() -> None:
    words = "ITU-T 研究组“甲”和 SG5, لجنة الدراسات 5."
    row = (cell("1"), cell("1.1"), cell("Publish"), cell(words))
    data = document(annex(row))
    assert read(data).tables[0].rows[0][3].text == words
    runs = elements(part(data, "word/document.xml"), "//w:tr[3]/w:tc[4]//w:r")
    assert [
        (
            "".join(values(run, "w:t/text()")),
            values(run, "w:rPr/w:rFonts/@w:hint"),
            bool(elements(run, "w:rPr/w:rtl")),
        )
        for run in runs
    ] == [
        ("ITU-T ", [], False),
        ("研究组“甲”和", ["eastAsia"], False),
        (" SG5, ", [], False),
        ("لجنة الدراسات", [], True),
        (" 5.", [], False),
    ]


def test_the_properties_come_from_the_plans() -> None:
    data = document(annex(ROW))
    core = part(data, "docProps/core.xml")
    assert {str(item.tag).rpartition("}")[2]: item.text for item in core} == {
        "title": "Action plans",
        "creator": "planctl",
        "lastModifiedBy": "planctl",
        "created": "2020-10-01T00:00:00Z",
        "modified": "2020-10-01T00:00:00Z",
        "language": "en-GB",
    }


@pytest.mark.parametrize("created", ["", "October 2020", "2020-13", "2019-02-30", "20", "2020-1-1"])
def test_a_date_that_is_none_is_refused(created: str) -> None:
    with pytest.raises(ValueError, match=f"“{created}” is not a date: write it as 2020-10-01"):
        write([annex(ROW)], title="Action plans", created=created)


@pytest.mark.parametrize("created", ["2020", "2020-01", "2020-01-01"])
def test_a_month_or_a_year_is_its_first_day(created: str) -> None:
    core = part(write([annex(ROW)], title="x", created=created), "docProps/core.xml")
    assert "2020-01-01T00:00:00Z" in [item.text for item in core]


def test_the_same_plans_give_the_same_bytes() -> None:
    row = (cell("1"), cell("1.1"), cell("Publish"), cell(text("x", href="https://www.itu.int/")))
    data = document(annex(row))
    assert document(annex(row)) == data
    with ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
    assert members[0].filename == "[Content_Types].xml"
    assert {(item.date_time, item.create_system) for item in members} == {
        ((1980, 1, 1, 0, 0, 0), 0)
    }


def test_a_document_without_annexes_is_still_a_document() -> None:
    found = read(document())
    assert found.tables == ()
    assert [item.text for item in found.paragraphs] == [""]


def test_an_annex_without_rows_or_number_is_drawn() -> None:
    bare = Annex("", ("Action plan",), "Action plan", COLUMNS, ())
    found = read(document(bare))
    assert found.paragraphs[0].text == "Action plan"
    assert found.tables[0].rows == ()


def test_a_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="ANNEX I, row 2: 3 cells for 4 columns") as raised:
        document(annex(ROW, ROW[:3]))
    assert str(raised.value) == "ANNEX I, row 2: 3 cells for 4 columns."


def test_the_first_row_cannot_continue_the_heading() -> None:
    with pytest.raises(ValueError, match="ANNEX I, row 1: a cell continues the heading"):
        document(annex((cell("1"), cell(), Cell(continues=True), cell())))


@pytest.mark.parametrize("columns", [(), (Column("a", ("a",), 0),)])
def test_a_table_needs_columns(columns: tuple[Column, ...]) -> None:
    with pytest.raises(ValueError, match="ANNEX I: a table needs columns, each with a width"):
        document(annex(columns=columns))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "K.52\x0bAmd",
            "no document can carry the character U+000B after “K.52”: remove it",
        ),
        (
            "\ud800 and more",
            "no document can carry the character U+D800 before “ and more”: remove it",
        ),
        (
            "研\ufffe",
            "no document can carry the character U+FFFE after “研”: remove it",
        ),
    ],
)
def test_characters_that_xml_cannot_carry_are_refused_everywhere(words: str, message: str) -> None:
    good = annex(ROW)
    bad = [
        annex((cell("1"), cell(), cell(), cell(words))),
        annex((cell("1"), cell(), cell(), cell(text(words, href="https://www.itu.int/")))),
        Annex(words, good.heading, good.title, COLUMNS, (ROW,)),
        Annex(good.number, (words,), good.title, COLUMNS, (ROW,)),
        Annex(good.number, good.heading, words, COLUMNS, (ROW,)),
        annex(columns=(Column("a", (words,), 1),)),
        annex(columns=(Column("a", ("a",), 1, group=words),)),
    ]
    calls = [lambda item=item: document(item) for item in bad] + [
        lambda: document(good, document_number=words),
        lambda: document(good, language=words),
        lambda: write([good], title=words, created="2020"),
    ]
    for call in calls:
        with pytest.raises(UnwritableTextError) as raised:
            call()
        assert str(raised.value) == message


_WORDS = st.text(
    st.one_of(
        st.sampled_from("aZ 1.,:;<&>\"'\t\n\u00a0\u2011\u00ad•–“”研究组لجنةЖé𝄞\u202e\U00020000"),
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    ),
    max_size=25,
)
_LINKS = st.sampled_from([None, None, "https://www.itu.int/a?b=1&c=2"])
_RUNS = st.tuples(_WORDS, _LINKS).map(lambda pair: Run(*pair))
_KINDS: st.SearchStrategy[ParagraphKind] = st.sampled_from(["text", "year", "bullet", "dash"])
_PARAGRAPHS = st.tuples(st.lists(_RUNS, max_size=3).map(tuple), _KINDS).map(
    lambda pair: Paragraph(*pair)
)
_CELLS = st.lists(_PARAGRAPHS, max_size=3).map(lambda parts: Cell(tuple(parts)))
_ROWS = st.lists(st.tuples(_CELLS, _CELLS, _CELLS, _CELLS), min_size=1, max_size=4)


@settings(max_examples=30, deadline=None)
@given(_ROWS, st.sets(st.tuples(st.integers(1, 3), st.integers(0, 3))))
def test_what_is_written_is_read_back(
    rows: list[tuple[Cell, ...]], merged: set[tuple[int, int]]
) -> None:
    drawn = tuple(
        tuple(
            Cell(continues=True) if (number, index) in merged else item
            for index, item in enumerate(row)
        )
        for number, row in enumerate(rows)
    )
    data = document(annex(*drawn))
    assert faults(data) == []
    found = read(data).tables[0].rows
    assert [[item.merge == "continue" for item in row] for row in found] == [
        [item.continues for item in row] for row in drawn
    ]
    for row, cells in zip(found, drawn, strict=True):
        for item, source in zip(row, cells, strict=True):
            expected = source.paragraphs or (Paragraph(()),)
            assert [p.text for p in item.paragraphs] == [p.text for p in expected]
            assert [p.kind for p in item.paragraphs] == [
                "text" if p.kind == "year" and not p.text else p.kind for p in expected
            ]
            assert [p.links for p in item.paragraphs] == [
                tuple((run.text, run.href) for run in whole(p).runs if run.href) for p in expected
            ]


def test_arabic_runs_from_right_to_left() -> None:
    arabic = annex((cell("1"), cell(), cell("الأنشطة"), cell("جارٍ")))
    arabic = arabic._replace(language="ar-SA", right_to_left=True)
    data = document(arabic, language="ar-SA")
    assert faults(data) == []
    tree = part(data, "word/document.xml")
    assert len(elements(tree, "//w:tblPr/w:bidiVisual")) == 1
    assert len(elements(tree, "//w:tbl//w:p[w:pPr/w:bidi]")) == 2
    assert len(elements(tree, "//w:tbl//w:p[w:pPr/w:bidi][.//w:rtl]")) == 2
    assert len(elements(tree, "//w:sectPr/w:bidi")) == 1
    assert len(elements(tree, "//w:r/w:rPr/w:rtl")) == 2
    # Many templates say nothing of how large and bold Arabic is in a heading.
    heads = "//w:p[w:pPr/w:pStyle/@w:val='{}']/w:r/w:rPr[w:bCs]/w:szCs/@w:val"
    assert set(values(tree, heads.format("AnnexNotitle"))) == {"28"}
    assert set(values(tree, heads.format("Tablehead"))) == {"20"}


def test_pages_that_stand_upright() -> None:
    data = write([annex(ROW)], title="Action plans", created="2020-10", portrait=True)
    assert faults(data) == []
    tree = part(data, "word/document.xml")
    assert values(tree, "//w:pgSz/@w:w") == ["11906"]
    assert values(tree, "//w:pgSz/@w:orient") == []
    assert values(tree, "//w:tblW/@w:w") == ["9638"]
    assert sum(map(int, values(tree, "//w:tblGrid/w:gridCol/@w:w"))) == 9638
