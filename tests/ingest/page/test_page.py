"""Web pages and mail in HTML: what a browser shows of them."""

from __future__ import annotations

import pytest

from planctl.ingest.document import Document, Grid, Line
from planctl.ingest.page import document
from planctl.office.refusal import RefusedFileError
from planctl.publish import html
from planctl.publish.table import Run
from tests.ingest.word.made import cells, lines
from tests.publish.samples import shipped_annexes


def read(body: str, view: str = "final") -> Document:
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>"
    return document.read(page.encode(), "final" if view == "final" else "original")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One</p>\n<p>Two</p>", ["One", "Two"]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<div>Two</div>Three", ["One", "Two", "Three"]),
        ("<p>  a \n b\t<b> c</b> </p>", ["a b c"]),
        ("<p>a<br>\n b <br/>c<br></p>", ["a\nb\nc"]),
        ("<p><br></p><p>&nbsp;</p><p></p>", ["", "\xa0"]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
        ('<p style="white-space: pre-wrap">a  b</p>', ["a  b"]),
        ("<p>a &lt;b&gt; &amp;&eacute;&#x2011;</p>", ["a <b> &é\u2011"]),
        ("<script>x</script><style>y</style><p>a<!-- b --></p><template>c</template>", ["a"]),
        ("<p hidden>a</p><p style='DISPLAY : none'>b<br></p><p>c</p>", ["c"]),
        ('<p style="mso-hide:all">a</p><p>b</p>', ["b"]),
        ("<h1>Title</h1><p>a<o:p></o:p></p>", ["Title", "a"]),
        ("<p>a</b></i></td>b</p>", ["ab"]),
        ("", []),
    ],
)
def test_lines_are_what_a_browser_shows(body: str, expected: list[str]) -> None:
    assert lines(read(body)) == expected


def test_a_page_may_be_broken_off() -> None:
    assert cells(read("<table><tr><td><p>a<td>b<tr><td><b>c")) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["• a", "• b", "• c"]),
        ("<ol><li>a<li>b<li value=7>c<li>d</ol>", ["1. a", "2. b", "7. c", "8. d"]),
        ("<ol type=a start=3><li>a<li>b</ol>", ["c. a", "d. b"]),
        ('<ol style="list-style-type: upper-roman"><li>a<li>b</ol>', ["I. a", "II. b"]),
        ('<ul style="list-style: none"><li>a</ul>', ["a"]),
        ("<ul style='list-style-type: \"– \"'><li>a</ul>", ["– a"]),
        ("<ul class=dash><li>a</ul>", ["– a"]),
        ("<ul><li><p>a</p><p>b</p></ul>", ["• a", "b"]),
        ("<ul><li></li><li>b</ul>", ["• ", "• b"]),
        ("<li>a</li>", ["a"]),
    ],
)
def test_lists_are_labelled(body: str, expected: list[str]) -> None:
    assert lines(read(body)) == expected


def test_a_list_in_a_list_is_a_level_further() -> None:
    blocks = read("<ul><li>a<ol><li>b</ol></ul><p>c").blocks
    assert [line.level for line in blocks if isinstance(line, Line)] == [0, 1, 0]


GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p class=MsoListBullet><span style='font-family:Symbol'>·{GAP}</span>a</p>", ["• a"]),
        (f"<p><span style='font-family:Wingdings'>Ø{GAP}</span>a</p>", ["• a"]),
        (f"<p><span>1.2{GAP}</span>a</p>", ["1.2 a"]),
        (f"<p><span>-{GAP}</span>a</p>", ["– a"]),
        (
            f"<p><![if !supportLists]><span style='mso-list:Ignore'>o{GAP}</span><![endif]>a</p>",
            ["• a"],
        ),
        (f"<p>a line of some length before{GAP}b</p>", ["a line of some length beforeb"]),
    ],
)
def test_what_word_writes_in_front_of_items_is_their_label(body: str, expected: list[str]) -> None:
    assert lines(read(body)) == expected


@pytest.mark.parametrize(
    ("attributes", "level"),
    [
        ('style="mso-list:l0 level3 lfo1"', 2),
        ("class=MsoListBullet2", 1),
        ("class=MsoListBullet", 0),
    ],
)
def test_word_says_the_level(attributes: str, level: int) -> None:
    (line,) = read(f"<p {attributes}><span>•{GAP}</span>a</p>").blocks
    assert isinstance(line, Line)
    assert (line.label, line.level) == ("•", level)


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><b>a</b> <strong>b</strong></p>", True),
        ("<p><b>a</b> b</p>", False),
        ('<p style="font-weight:700">a</p>', True),
        ('<h2 style="font-weight: normal">a</h2>', False),
        ("<h2>a</h2>", True),
    ],
)
def test_a_line_is_bold_if_all_of_it_is(body: str, bold: bool) -> None:
    (line,) = read(body).blocks
    assert isinstance(line, Line)
    assert line.bold is bold


def test_links_that_lead_to_the_web_or_mail_are_kept() -> None:
    document = read(
        '<p>a <a href=" https://itu.int/x?a=1&amp;b ">b <b>c</b></a>'
        '<a href="mailto:a@itu.int">d</a><a href="x.html">e</a><a name=y>f</a></p>'
    )
    assert document.blocks == (
        Line(
            (
                Run("a "),
                Run("b c", "https://itu.int/x?a=1&b"),
                Run("d", "mailto:a@itu.int"),
                Run("ef"),
            ),
            place=1,
        ),
    )
    assert document.remarks == (
        "Not a web or mail address, so read as text without a link: “x.html”.",
    )


@pytest.mark.parametrize(
    "href",
    [
        "https://www.google.com/url?q=https://itu.int/x%3Fa%3D1&amp;sa=D&amp;usg=y",
        "https://www.google.com/url?sa=t&amp;q=https%3A%2F%2Fitu.int/x%3Fa=1",
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fitu.int%2Fx%3Fa%3D1&amp;data=0",
        "https://itu.int/x?a=1",
    ],
)
def test_a_link_that_a_program_has_wrapped_leads_where_it_led(href: str) -> None:
    (line,) = read(f'<p><a href="{href}">a</a></p>').blocks
    assert line == Line((Run("a", "https://itu.int/x?a=1"),), place=1)


def columns(body: str) -> list[list[tuple[int, int, bool]]]:
    (grid,) = (block for block in read(body).blocks if isinstance(block, Grid))
    return [[(one.column, one.span, one.continues) for one in row] for row in grid.rows]


def test_cells_go_over_columns_and_rows() -> None:
    body = (
        "<table><thead><tr><th colspan=2>ID<th rowspan=2>x<th rowspan=9>y</tr><tr><th>1<th>2"
        "</thead><tbody><tr><td rowspan=0>a<td>b<td>c<td>d<tr><td>e</table>"
    )
    assert cells(read(body)) == [
        ["ID", "x", "y"],
        ["1", "2", "^", "^"],
        ["a", "b", "c", "d"],
        ["^", "e"],
    ]
    assert columns(body)[0] == [(0, 2, False), (2, 1, False), (3, 1, False)]
    assert columns(body)[3] == [(0, 1, True), (1, 1, False)]


@pytest.mark.parametrize(
    ("span", "width"), [("2000000000", 63), ("0", 1), ("-1", 1), ("x", 1), ("3", 3)]
)
def test_spans_are_kept_within_bounds(span: str, width: int) -> None:
    assert columns(f"<table><tr><td colspan={span} rowspan=99999999>a<td>b<tr><td>c</table>") == [
        [(0, width, False), (width, 1, False)],
        [(0, width, True), (width, 1, False)],
    ]


def test_a_table_is_cut_where_it_is_wider_than_any_plan() -> None:
    document = read(f"<table><tr>{'<td colspan=63>a' * 6}</table>")
    assert cells(document) == [["a"] * 5]
    assert document.remarks == (
        "A table has more columns than any plan; what stands further on is left out.",
    )


def test_a_table_in_a_cell_is_lines_of_the_cell() -> None:
    body = "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e<td>f<tr><td>g</table>"
    assert cells(read(body)) == [["a\nb\nc\nd", "e", "f"], ["g"]]


def test_tables_may_stand_deep_in_one_another() -> None:
    inner = "<table><tr><td>a</td></tr></table>"
    body = f"<table><tr><td>{inner}</td><td>b</td></tr><tr><td>c</td></tr></table><p>d</p>"
    found = read(body)
    assert (cells(found), lines(found)) == ([["a", "b"], ["c"]], ["d"])
    assert cells(read("<table><tr><td>" * 100 + "a")) == [["a"]]
    assert lines(
        read("<table><tr><td>" * 3 + "</b></td></td></table></table></table></table>a")
    ) == ["a"]


def test_a_table_that_only_lays_out_a_page_is_looked_through() -> None:
    body = "<table><tr><td><p>Menu</p><td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>"
    document = read(body)
    assert (lines(document), cells(document)) == (["Menu"], [["a", "b"], ["c", "d"]])


def test_lines_know_their_class_and_caption_stands_before() -> None:
    document = read("<table><caption>Table 1</caption><tr><td><p class='Tabletext x'>a</table>")
    assert [type(block) for block in document.blocks] == [Line, Grid]
    grid = document.blocks[1]
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].lines == (Line((Run("a"),), style="Tabletext", place=2),)


@pytest.mark.parametrize(
    "body",
    [
        "<p><s>a</s></p>",
        "<p><strike class='x'><b>a</b></strike></p>",
        "<p><span style='TEXT-DECORATION: underline line-through'>a</span></p>",
    ],
)
def test_struck_out_text_is_read_and_told_of(body: str) -> None:
    document = read(body)
    assert lines(document) == ["a"]
    assert document.remarks == (
        "Text that is struck out is read like any other: delete what is meant as deleted.",
    )


def test_revision_marks() -> None:
    body = "<p>a <ins>new</ins><del>old</del></p>"
    for view, text, said in (("final", "a new", "accepted"), ("original", "a old", "rejected")):
        document = read(body, view)
        assert (lines(document), document.revised) == ([text], True)
        assert document.remarks == (f"It has revision marks; it is read as if all were {said}.",)


@pytest.mark.parametrize(
    ("data", "text", "remark"),
    [
        ("<p>é".encode(), "é", ()),
        ("\ufeff<p>é".encode(), "é", ()),
        ("<p>é".encode("utf-16"), "é", ("It is not in UTF-8; it is read as UTF-16.",)),
        (
            "<p>a – é".encode("cp1252"),
            "a – é",
            ("It is not in UTF-8; it is read as Windows-1252.",),
        ),
        (
            "<meta charset='windows-1251'><p>план".encode("cp1251"),
            "план",
            ("It is not in UTF-8; it is read as Windows-1251.",),
        ),
        (
            b'<meta content="text/html; charset=gb2312"><p>' + "计划".encode("gbk"),
            "计划",
            ("It is not in UTF-8; it is read as Gb18030.",),
        ),
        ("<meta charset=punycode><p>é".encode(), "é", ()),
        (b"<p>a\0b", "a\ufffdb", ("It is not in UTF-8; it is read as Windows-1252.",)),
    ],
)
def test_encodings(data: bytes, text: str, remark: tuple[str, ...]) -> None:
    document_ = document.read(data, "final")
    assert lines(document_) == [text]
    assert document_.remarks == remark


def test_depth_and_length_have_bounds() -> None:
    with pytest.raises(RefusedFileError, match="nested too deep"):
        read("<div>" * 2000)
    with pytest.raises(RefusedFileError, match="nested too deep"):
        read("<table><tr><td>" * 2000)
    with pytest.raises(RefusedFileError, match="larger than 16 MiB"):
        read("a" * (16 << 20))
    with pytest.raises(RefusedFileError, match="too long to be read"):
        read("&amp;" * 600_001)
    with pytest.raises(RefusedFileError, match="more than 100,000 lines or cells"):
        read("<p>a" * 100_001)
    with pytest.raises(RefusedFileError, match="more than 100,000 lines or cells"):
        read(f"<table><tr>{'<td rowspan=9999>' * 250}{'<tr><td>' * 1000}")


def test_what_planctl_writes_comes_back_as_it_was() -> None:
    annexes = shipped_annexes()
    document_ = document.read(html.write(annexes, title="Plans").encode(), "final")
    grids = [block for block in document_.blocks if isinstance(block, Grid)]
    assert len(grids) == len(annexes)
    for annex, grid in zip(annexes, grids, strict=True):
        assert [
            [
                None
                if square.continues
                else [(line.label, line.bold, line.runs) for line in square.lines]
                for square in row
            ]
            for row in grid.rows[2:]
        ] == [
            [
                None
                if cell.continues
                else [
                    (
                        {"bullet": "•", "dash": "–"}.get(paragraph.kind, ""),
                        paragraph.kind == "year",
                        tuple(run for run in paragraph.runs if run.text),
                    )
                    for paragraph in cell.paragraphs
                ]
                for cell in row
            ]
            for row in annex.rows
        ]
