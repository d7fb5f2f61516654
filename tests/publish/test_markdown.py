"""The Markdown writer, read back by markdown-it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from planctl.publish import markdown
from planctl.publish.annex import annex
from planctl.publish.links import target
from planctl.publish.table import Annex, Cell, Paragraph, Run
from tests.publish.samples import COLUMNS, annexes, hostile_plan, shipped_annexes, texts

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
INLINE = {"text", "html_inline", "strong_open", "strong_close", "link_open", "link_close"}
BLOCKS = {
    *("html_block", "inline", "heading_open", "heading_close"),
    *("paragraph_open", "paragraph_close", "table_open", "table_close", "thead_open"),
    *("thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close"),
    *("td_open", "td_close"),
}


def tokens(*drawn: Annex) -> list[Token]:
    return READER.parse(markdown.write(drawn))


def tables(read: list[Token]) -> Iterator[list[list[str]]]:
    """The rows of each table, those of its headings left out."""
    rows: list[list[str]] = []
    for before, token in zip([None, *read], read, strict=False):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and before and before.type in ("td_open", "th_open"):
            rows[-1].append(said(token))
        elif token.type == "table_close":
            yield rows[1:]


def said(inline: Token) -> str:
    children = inline.children or []
    assert {child.type for child in children} <= INLINE
    markup = [child.content for child in children if child.type == "html_inline"]
    assert set(markup) <= {"<br>"}
    return "".join("\n" if one.type == "html_inline" else one.content for one in children)


def stripped(rows: list[list[str]]) -> list[list[str]]:
    """White space at the ends of a line, or beside a break, is nothing in Markdown."""
    return [[trimmed(cell) for cell in row] for row in rows]


def trimmed(text: str) -> str:
    lines = re.sub(r"\s*(?:\r\n|\r|\n)\s*", "\n", f"\n{text}\n")
    return re.sub(r"\n([•–])[^\S\n]*", r"\n\1 ", lines)


def test_the_cells_of_the_shipped_plans_are_read_back() -> None:
    drawn = shipped_annexes()
    read = [stripped(rows) for rows in tables(tokens(*drawn))]
    assert read == [stripped(texts(annex)) for annex in drawn]


@given(annexes())
@settings(max_examples=60, deadline=None)
def test_any_cell_is_read_back(drawn: Annex) -> None:
    read = tokens(drawn)
    assert {token.type for token in read} <= BLOCKS
    [rows] = tables(read)
    assert stripped(rows) == stripped(texts(drawn))


@given(annexes())
@settings(max_examples=40, deadline=None)
def test_only_what_may_be_a_link_is_one(drawn: Annex) -> None:
    links = {
        child.attrs["href"]
        for token in tokens(drawn)
        for child in token.children or []
        if child.type == "link_open"
    }
    runs = [run for row in drawn.rows for cell in row for part in cell.paragraphs
            for run in part.runs]  # fmt: skip
    assert links <= {READER.normalizeLink(target(run.href) or "") for run in runs if run.href}


def test_a_hostile_plan_is_text() -> None:
    drawn = annex(hostile_plan(), 1)
    read = tokens(drawn)
    assert {token.type for token in read} <= BLOCKS
    [rows] = tables(read)
    assert stripped(rows) == stripped(texts(drawn))


def test_an_exclamation_mark_before_a_link_makes_no_picture() -> None:
    said = Cell((Paragraph((Run("New!"), Run("here", "https://itu.int"))),))
    drawn = Annex("I", (), "", COLUMNS, ((Cell(), Cell(), Cell(), said),))
    assert "| New\\![here](<https://itu.int>) |" in markdown.write([drawn])
    assert stripped(next(tables(tokens(drawn)))) == stripped([["", "", "", "New!here"]])


def test_the_form_of_an_annex() -> None:
    report = (
        Paragraph((Run("See "), Run("https://itu.int/a_b", "https://itu.int/a_b"))),
        Paragraph((Run("2017:"),), "year"),
        Paragraph((Run("K.52 | Amd.1"),), "bullet"),
        Paragraph((Run("part 1"),), "dash"),
    )
    cells = (*(Cell((Paragraph((Run(text),)),)) for text in ("1", "1.1", "a\nb")), Cell(report))
    joined = (Cell(continues=True), Cell(), Cell(continues=True), Cell())
    drawn = Annex("ANNEX I", ("Plan:", "EMF"), "", COLUMNS, (cells, joined))
    assert markdown.write([drawn, drawn]).count("# ANNEX I\n") == 2
    assert markdown.write([drawn]) == (
        "<!-- planctl export -->\n"
        "\n"
        "# ANNEX I\n"
        "\n"
        "**Plan:<br>EMF**\n"
        "\n"
        "| ID<br>Level 1 | ID<br>Level 2 | Directives | Status<br>(October 2020) |\n"
        "| --- | --- | --- | --- |\n"
        "| 1 | 1.1 | a<br>b | See [https://itu.int/a\\_b](<https://itu.int/a_b>)<br>**2017:**"
        "<br>• K.52 \\| Amd.1<br>– part 1 |\n"
        "|  |  |  |  |\n"
    )


def test_each_line_above_the_table_stands_once_whatever_changed_in_it() -> None:
    number = (Run("ANNEX "), Run("I", None, "deleted"), Run("II", None, "inserted"))
    plan = (Run("\nPlan "), Run("A:\nB", None, "deleted"), Run("C:\nD", None, "inserted"))
    drawn = Annex("ANNEX II", ("Plan C:", "D"), "", COLUMNS, (), marked=number + plan)
    above = markdown.write([drawn]).split("\n| ")[0]
    assert above == (
        "<!-- planctl export -->\n"
        "\n"
        "# ANNEX <del>I</del><ins>II</ins>\n"
        "\n"
        "**Plan <del>A:</del><br><del>B</del><ins>C:</ins><br><ins>D</ins>**\n"
    )


def test_a_table_without_a_number_has_a_heading_too() -> None:
    drawn = Annex("", ("Changes since TSAG-2021-01:", "EMF"), "", COLUMNS, (), mark="inserted")
    assert "\n\n# <ins>Changes since TSAG-2021-01:</ins>\n\n**<ins>EMF</ins>**\n" in (
        markdown.write([drawn])
    )
