"""The HTML writer, read back by a parser that knows nothing of it."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from lxml import etree
from lxml import html as parser
from lxml.etree import _Element

from planctl.publish import html
from planctl.publish.annex import Layout, annex
from planctl.publish.characters import UnwritableTextError
from planctl.publish.links import target
from planctl.publish.plain import SIGNS
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run
from tests.publish.samples import COLUMNS, annexes, hostile_plan, shipped, shipped_annexes, texts

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "section", "h1", "table", "colgroup"),
    *("col", "thead", "tbody", "tr", "th", "td", "p", "ul", "li", "strong", "br", "a"),
}


def page(*annexes: Annex) -> _Element:
    shown = html.write(annexes, title="Action plans").encode("utf-8")
    return parser.document_fromstring(shown, parser=parser.HTMLParser(encoding="utf-8"))


def found(element: _Element, path: str) -> list[_Element]:
    result = element.xpath(path)
    assert isinstance(result, list)
    return [one for one in result if isinstance(one, _Element)]


def said(element: _Element) -> str:
    """The text of a paragraph or an item, without the items below it, as a browser shows it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag != "ul":
            parts.append(said_within(child))
        parts.append(child.tail or "")
    return "".join(parts).removesuffix("\n")  # a line break that ends a paragraph shows nothing


def said_within(element: _Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == "br" else said_within(child), child.tail or ""]
    return "".join(parts)


def cell_text(cell: _Element) -> str:
    lines = []
    for part in found(cell, ".//p | .//li"):
        sign = SIGNS[part.getparent().get("class")] if part.tag == "li" else ""  # type: ignore[union-attr,index]
        lines.append(f"{sign}{said(part)}")
    return "\n".join(lines)


def read_back(table: _Element) -> list[list[str]]:
    """The rows as a grid; "" where a cell above reaches down."""
    rows: list[list[str]] = []
    reaching: dict[int, int] = {}
    for row in found(table, "./tbody/tr"):
        cells = iter(found(row, "./td"))
        line = []
        for place in range(len(found(table, "./colgroup/col"))):
            if reaching.get(place, 0):
                reaching[place] -= 1
                line.append("")
                continue
            cell = next(cells)
            reaching[place] = int(cell.get("rowspan", "1")) - 1
            line.append(cell_text(cell))
        assert next(cells, None) is None
        rows.append(line)
    return rows


def test_the_cells_of_the_shipped_plans_are_read_back() -> None:
    drawn = shipped_annexes()
    tables = found(page(*drawn), "//table")
    assert [read_back(table) for table in tables] == [texts(annex) for annex in drawn]


@given(annexes())
@settings(max_examples=75, deadline=None)
def test_any_cell_is_read_back(drawn: Annex) -> None:
    [table] = found(page(drawn), "//table")
    folded = [[line(cell) for cell in row] for row in texts(drawn)]
    assert read_back(table) == folded


def line(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(annexes())
@settings(max_examples=40, deadline=None)
def test_only_the_tags_and_links_of_the_writer_are_there(drawn: Annex) -> None:
    shown = page(drawn)
    assert {str(one.tag) for one in shown.iter()} <= TAGS
    allowed = {
        target(run.href)
        for row in drawn.rows
        for cell in row
        for part in cell.paragraphs
        for run in part.runs
        if run.href
    }
    assert {one.get("href") for one in found(shown, "//a")} <= allowed


def test_a_hostile_plan_is_text() -> None:
    drawn = annex(hostile_plan(), 1)
    shown = page(drawn)
    assert {str(one.tag) for one in shown.iter()} <= TAGS
    assert {name for one in shown.iter() for name in one.attrib} <= {
        *("lang", "dir", "charset", "http-equiv", "content", "name", "aria-labelledby", "id"),
        *("border", "cellspacing", "cellpadding", "style", "valign", "scope", "rowspan"),
        *("colspan", "class", "href"),
    }
    assert all(one.get("href", "").startswith("https://") for one in found(shown, "//a"))
    assert read_back(found(shown, "//table")[0]) == texts(drawn)


def test_headings_have_their_scope_and_merged_cells_their_span() -> None:
    row = tuple(Cell((Paragraph((Run(text),)),)) for text in ("1", "1.1", "Publish", "Done"))
    joined = (Cell(continues=True), row[1], Cell(continues=True), row[3])
    shown = page(Annex("ANNEX I", ("Plan:", "EMF"), "Plan", COLUMNS, (row, joined, joined, row)))
    heads = [(one.get("scope"), one.get("colspan"), one.get("rowspan"), said(one)) for one in
             found(shown, "//th")]  # fmt: skip
    assert heads == [
        ("colgroup", "2", None, "ID"),
        ("col", None, "2", "Directives"),
        ("col", None, "2", "Status\n(October 2020)"),
        ("col", None, None, "Level 1"),
        ("col", None, None, "Level 2"),
    ]
    spans = [[one.get("rowspan") for one in found(tr, "./td")] for tr in found(shown, "//tbody/tr")]
    assert spans == [["3", None, "3", None], [None] * 2, [None] * 2, [None] * 4]
    assert [said(one) for one in found(shown, "//h1")] == ["ANNEX I\nPlan:\nEMF"]
    widths = [one.get("style", "") for one in found(shown, "//col")]
    shares = list(accumulate(float(width[len("width: ") : -1]) for width in widths))
    assert shares[-1] == pytest.approx(100, abs=0.1)


def test_a_report_has_lists_at_two_levels_and_bold_years() -> None:
    parts = (
        Paragraph((Run("Sent:"),)),
        Paragraph((Run("2017:"),), "year"),
        Paragraph((Run("LS4"),), "bullet"),
        Paragraph((Run("part 1"),), "dash"),
        Paragraph((Run("part 2"),), "dash"),
        Paragraph((Run("LS5"),), "bullet"),
        Paragraph(()),
        Paragraph((Run("alone"),), "dash"),
    )
    shown = html.write(
        [Annex("I", (), "", (Column("a", ("A",), 1),), ((Cell(parts),),))], title="Plans"
    )
    assert shown[shown.index("<td>") : shown.index("</td>")] == (
        '<td><p dir="auto">Sent:</p><p dir="auto"><strong>2017:</strong></p>'
        '<ul class="bullet"><li dir="auto">LS4<ul class="dash"><li dir="auto">part 1</li>'
        '<li dir="auto">part 2</li></ul></li><li dir="auto">LS5</li></ul>'
        '<p dir="auto"><br></p><ul class="dash"><li dir="auto">alone</li></ul>'
    )


def test_the_page_fetches_nothing_and_says_its_language_and_number() -> None:
    shown = html.write(
        [annex(shipped()[0], 1, Layout(language="ar"))], title="A & B", document_number="<SG5>"
    )
    assert shown.startswith('<!DOCTYPE html>\n<html lang="ar-SA" dir="rtl">\n')
    assert 'content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"' in shown
    assert '<p class="number" dir="auto">&lt;SG5&gt;</p>' in shown
    assert "<title>A &amp; B</title>" in shown
    assert not any(word in shown for word in ("<script", "<link", "<img", "@import", "url("))
    assert etree.HTML(shown) is not None


def test_a_character_that_no_document_can_carry_is_refused() -> None:
    drawn = Annex("I", ("K.52\x0b",), "", COLUMNS, ())
    with pytest.raises(UnwritableTextError):
        html.write([drawn], title="Plans")
