"""The writers of reports: the same document in each form, to the letter."""

from __future__ import annotations

import csv as csv_format
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planctl.reports.document import Document, Heading, Item, Mark, Paragraph, Piece, Table, line
from planctl.reports.html import html
from planctl.reports.markdown import markdown
from planctl.reports.text import columns_of, text
from planctl.sheet import csv, harmless, is_formula

REPORT: Document = (
    Paragraph(line("Resolution 73: 1 activity completed, 9 unchanged since TSAG-2020-09.")),
    Heading(line("Resolution 73")),
    Heading(line("73/5.2  ongoing → completed"), 2),
    Item(line("text: ", Piece("Publish", "removed"), " ", Piece("Write", "added"), " on <EMF>")),
    Item(line("1. of two"), 2),
    Item(line("+ K.52")),
    Table(("Item", "Why"), (("72/3.2", "a | b"), ("72/4", ""))),
)  # fmt: skip


def test_a_report_as_text() -> None:
    assert text(REPORT) == (
        "Resolution 73: 1 activity completed, 9 unchanged since TSAG-2020-09.\n"
        "\n"
        "Resolution 73\n"
        "\n"
        "73/5.2  ongoing → completed\n"
        "  • text: [-Publish-] {+Write+} on <EMF>\n"
        "    – 1. of two\n"
        "  + K.52\n"
        "\n"
        "Item    Why\n"
        "72/3.2  a | b\n"
        "72/4\n"
    )


def test_a_report_in_few_columns_is_broken_between_words() -> None:
    assert text(REPORT[:1] + REPORT[-1:], 24) == (
        "Resolution 73: 1\n"
        "activity completed, 9\n"
        "unchanged since\n"
        "TSAG-2020-09.\n"
        "\n"
        "Item    Why\n"
        "72/3.2  a | b\n"
        "72/4\n"
    )


def test_a_word_that_is_too_wide_is_broken_where_it_has_parts() -> None:
    words = "2020-10-19/2020-10-23 undated-evidence interdependencies"
    assert text((Paragraph(line(words)),), 14).splitlines() == [
        *("2020-10-19/", "2020-10-23", "undated-", "evidence", "interdependenc", "ies"),
    ]


def test_the_widest_cells_of_a_table_give_way() -> None:
    table = Table(("Item", "Not moved", "Why"), (("72/1", "since TSAG-2019-09 for long", "a b c"),))
    assert text((table,), 32) == (
        "Item  Not moved            Why\n"
        "72/1  since TSAG-2019-09   a b c\n"
        "      for long\n"
    )  # fmt: skip


def test_a_style_marks_stretches_and_no_brackets_are_needed() -> None:
    shown = text(REPORT[2:4], style=lambda part, mark: f"<{mark}:{part}>")
    assert shown == (
        "<strong:73/5.2  ongoing → completed>\n  • text: <removed:Publish> <added:Write> on <EMF>\n"
    )


def test_a_report_as_markdown() -> None:
    assert markdown(REPORT) == (
        "Resolution 73: 1 activity completed, 9 unchanged since TSAG-2020-09.\n"
        "\n"
        "## Resolution 73\n"
        "\n"
        "### 73/5.2  ongoing → completed\n"
        "\n"
        "- text: <del>Publish</del> <ins>Write</ins> on \\<EMF\\>\n"
        "  - 1\\. of two\n"
        "- \\+ K.52\n"
        "\n"
        "| Item | Why |\n"
        "| --- | --- |\n"
        "| 72/3.2 | a \\| b |\n"
        "| 72/4 |  |\n"
    )


def test_a_report_as_html() -> None:
    page = html(REPORT, "Changes & more")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert page[page.index("<body>") :] == (
        "<body>\n"
        "<h1>Changes &amp; more</h1>\n"
        '<p dir="auto">Resolution 73: 1 activity completed, 9 unchanged since TSAG-2020-09.</p>\n'
        '<h2 dir="auto">Resolution 73</h2>\n'
        '<h3 dir="auto">73/5.2  ongoing → completed</h3>\n'
        "<ul>\n"
        '<li dir="auto">text: <del>Publish</del> <ins>Write</ins> on &lt;EMF&gt;<ul>\n'
        '<li dir="auto">1. of two</li>\n'
        "</ul></li>\n"
        '<li dir="auto">+ K.52</li>\n'
        "</ul>\n"
        '<table>\n<thead><tr><th dir="auto">Item</th><th dir="auto">Why</th></tr></thead>\n'
        '<tbody>\n<tr><td dir="auto">72/3.2</td><td dir="auto">a | b</td></tr>\n'
        '<tr><td dir="auto">72/4</td><td dir="auto"></td></tr>\n'
        "</tbody>\n</table>\n</body>\n</html>\n"
    )


def test_rows_as_csv_hold_no_formula() -> None:
    sheet = csv(("Item", "Text"), [("72/1", '=HYPERLINK("x")'), ("-", "a, “b”"), ("+1", "@x")])
    assert sheet == ('Item,Text\r\n72/1,"\'=HYPERLINK(""x"")"\r\n-,"a, “b”"\r\n\'+1,\'@x\r\n')


WORDS = st.text(st.sampled_from("ab <>&*|_-+#1.[]{}`'\\~é中文‑"), max_size=30)
MARKS: st.SearchStrategy[Mark] = st.sampled_from(["", "strong", "faint", "added", "removed"])
LINES = st.lists(st.builds(Piece, WORDS, MARKS), max_size=5).map(tuple)


@given(LINES, st.integers(20, 90))
def test_no_word_is_lost_in_text_and_no_line_is_too_long(
    pieces: tuple[Piece, ...], width: int
) -> None:
    assume(not pieces or not pieces[0].text.startswith("+ "))  # that stands for the bullet
    shown = text((Paragraph(pieces), Item(pieces), Item(pieces, 2)), width, lambda part, _: part)
    wanted = "".join(piece.text for piece in pieces)
    letters = "".join(wanted.split())
    assert "".join(shown.split()) == f"{letters}•{letters}–{letters}"
    assert all(columns_of(one) <= width for one in shown.splitlines())


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.found += data


@given(LINES)
def test_nothing_in_a_line_is_taken_for_markup(pieces: tuple[Piece, ...]) -> None:
    reader = _Texts()
    page = html((Paragraph(pieces),), "Title")
    reader.feed(page[page.index("<p ") : page.index("</body>")])
    assert reader.found.rstrip("\n") == "".join(piece.text for piece in pieces)
    assert reader.tags <= {"p", "strong", "span", "ins", "del"}


@given(st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_rows_are_read_back_from_csv(rows: list[tuple[str, str]]) -> None:
    _, *found = csv_format.reader(StringIO(csv(("A", "B"), rows), newline=""))
    cells = [cell for row in found for cell in row]
    assert not any(cell.lstrip()[:1] in [*"=+-@"] and cell != "-" for cell in cells)
    given_back = [cell[1:] if cell[:1] == "'" and is_formula(cell) else cell for cell in cells]
    assert given_back == [cell for row in rows for cell in row]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", " =1", "\t1", "\r1", "＝1", "'=1"])
def test_what_may_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "– K.52", "• K.52", "1=1", "'tis", "K.52"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
