"""What changed, as HTML and Markdown show it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given, settings
from lxml import html as parser
from lxml.etree import _Element

from planctl.publish import html, markdown
from planctl.publish.marked import marked
from planctl.publish.plain import plain
from planctl.publish.table import Annex, Cell, Paragraph, Run, Tracking, filled
from tests.publish.samples import COLUMNS
from tests.publish.states import apart, states

SIGNED = Tracking("SG5 <secretary>", "2021-01")
GONE = {"now": "deleted", "was": "inserted"}


def elements(element: _Element, path: str) -> list[_Element]:
    found = element.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, _Element)]


def in_html(annex: Annex, state: str) -> list[list[str]]:
    """The words of the cells that a page has in one of the two states."""
    page = parser.document_fromstring(html.write([annex], title="t", tracking=SIGNED))
    for element in elements(page, f"//{'del' if state == 'now' else 'ins'}"):
        element.drop_tree()  # type: ignore[attr-defined]
    rows: list[list[str]] = []
    for row in elements(page, "//tbody/tr"):
        cells = [[*cell.itertext()] for cell in elements(row, "./td")]
        rows.append(["".join(map(str, cell)) for cell in cells])
    return rows


def in_markdown(annex: Annex, state: str) -> list[list[str]]:
    gone = "del" if state == "now" else "ins"
    text = re.sub(rf"<{gone}>.*?</{gone}>", "", markdown.write([annex]))
    *_, table = text.partition("| --- ")
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.split("\n")[1:] if line]
    return [
        [re.sub(r"(?<!\\)<[^>]*>|\]\(<[^ >]*>\)|[•–]", "", cell) for cell in row] for row in rows
    ]


def words(text: str) -> str:
    """The letters and digits of a text, by which it is known in any form."""
    return "".join(re.findall(r"[^\W_]", unescape(text)))


@settings(max_examples=30, deadline=None)
@given(pair=states())
@pytest.mark.parametrize("read", [in_html, in_markdown])
@pytest.mark.parametrize("state", ["now", "was"])
def test_without_what_is_gone_it_is_the_one_state_and_without_what_is_new_the_other(
    pair: tuple[Annex, Annex], read: Callable[[Annex, str], list[list[str]]], state: str
) -> None:
    annex = apart(marked(*pair))
    marks = annex.marks or ("",) * len(annex.rows)
    rows = zip(read(annex, state), marks, strict=True)
    shown = [row for row, mark in rows if mark != GONE[state]]
    meant = filled(pair[state == "now"].rows)
    assert [[words(cell) for cell in row] for row in shown] == [
        [words(plain(cell)) for cell in row] for row in meant
    ]


def example() -> Annex:
    runs = (Run("Study of "), Run("EMF", mark="deleted"), Run("climate", mark="inserted"))
    gone = Paragraph((Run("K.52", "https://itu.int/"),), "bullet", "deleted")
    cell = Cell((Paragraph(runs), gone))
    number = (Run("ANNEX I", mark="deleted"), Run("ANNEX II", mark="inserted"), Run("\nPlan"))
    return Annex("ANNEX II", ("Plan",), "t", COLUMNS, ((cell,) * 4,), marked=number)


def test_a_page_says_who_changed_what() -> None:
    page = html.write([example()], title="t", tracking=SIGNED)
    said = 'title="SG5 &lt;secretary&gt;, 2021-01"'
    assert f"Study of <del {said}>EMF</del><ins {said}>climate</ins>" in page
    assert f'<li dir="auto"><del {said}><a href="https://itu.int/">K.52</a></del></li>' in page
    assert f"<del {said}>ANNEX I</del><ins {said}>ANNEX II</ins><br>Plan</h1>" in page


def test_in_colour_a_page_has_no_insertions() -> None:
    page = html.write([example()], title="t")
    assert re.findall(r"</?(?:ins|del)\b", page) == []
    assert '<span style="color: #c00000; text-decoration: line-through">EMF</span>' in page
    assert '<span style="color: #00703c; text-decoration: underline double">climate</span>' in page


def test_markdown_has_the_tags_that_github_shows() -> None:
    lines = markdown.write([example()]).split("\n")
    assert lines[2:5] == ["# <del>ANNEX I</del><ins>ANNEX II</ins>", "", "**Plan**"]
    assert lines[8].split(" | ")[-1] == (
        "Study of <del>EMF</del><ins>climate</ins><br>• <del>[K.52](<https://itu.int/>)</del> |"
    )


def test_an_annex_that_is_new_is_new_as_a_whole() -> None:
    annex = example()._replace(mark="inserted", marked=())
    page = html.write([annex], title="t", tracking=SIGNED)
    assert len(re.findall("<ins ", page)) == 1 + 1 + 4 + 4 * 4
    assert markdown.write([annex]).startswith(
        f"{markdown.FIRST_LINE}\n\n# <ins>ANNEX II</ins>\n\n**<ins>Plan</ins>**\n"
    )
