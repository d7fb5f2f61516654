"""The Excel writer: a summary, then a sheet a plan that can be filtered and sorted.

Or, of what changed, a list of the changes of each plan.

Every text is written as text: none becomes a formula, a number or a link. A text that looks like a
formula is marked as text, so that it stays one when somebody edits the cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.patterns import late
from planctl.plan import dates
from planctl.plan.model import Plan
from planctl.publish.annex import Layout
from planctl.publish.characters import writable
from planctl.publish.languages import WORDINGS
from planctl.publish.plain import plain
from planctl.publish.table import Annex
from planctl.publish.xlsx.cells import TALLEST, height, length, write_text
from planctl.publish.xlsx.detail import ORDER, detail, ordered
from planctl.publish.xlsx.summary import COUNTS, summary
from planctl.publish.xlsx.words import WORDS
from planctl.sheet import is_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_NAME_LENGTH = 31
_NOT_IN_NAMES = late(r"[\[\]:*?/\\]")
_TWIPS_A_CHARACTER = 80
_POINTS = 9
_NUMBERS = frozenset((ORDER, *COUNTS))
_NAMES = ("key", "item")  # the column that says what a row is about
_PICTURE = late(r"&(?=G|\[)")
_A4 = 9
_TITLE, _NUMBER = 150, 80  # characters in a page header, of which Excel takes 255
_LONGEST_TITLE = 255


class _Looks(NamedTuple):
    """How cells look: headings, texts, texts that would be formulas, and numbers."""

    heading: Format
    text: Format
    quoted: Format
    number: Format


def write(
    plans: Sequence[Plan],
    *,
    title: str,
    created: str,
    document_number: str = "",
    first: int = 1,
    layout: Layout = Layout(),  # noqa: B008
    changes: Sequence[Annex] = (),
) -> bytes:
    """Draw the plans as a workbook; the first of them is annex ``first``.

    Where there are ``changes``, lists of what changed in each plan, these are drawn in their place.

    ``created`` is a date from the plans ("2020-10"): the same input gives the same bytes. A text
    too long for a cell is cut, and ends with
    :data:`planctl.publish.xlsx.cells.CUT`. Raises UnwritableTextError, and
    ValueError for a date that is none.
    """
    from datetime import datetime
    from io import BytesIO

    from xlsxwriter import Workbook

    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    day = datetime.fromisoformat(dates.parse(created).start)
    book.set_properties(
        {"title": writable(title)[:_LONGEST_TITLE], "author": "planctl", "created": day}
    )
    looks = _looks(book)
    taken: set[str] = set()
    found = [(one.key, ordered(one, layout.language)) for one in changes]
    for name, table in found or _tables(plans, first, layout):
        sheet = book.add_worksheet(_sheet_name(name, taken))
        if WORDINGS[layout.language].right_to_left:
            sheet.right_to_left()
        _draw(sheet, table, looks, WORDS[layout.language].more)
        _set_up_page(sheet, table.title, document_number)
    book.close()
    return data.getvalue()


def _tables(plans: Sequence[Plan], first: int, layout: Layout) -> list[tuple[str, Annex]]:
    overview = summary(plans, layout)
    details = [(plan.key, detail(plan, at, layout)) for at, plan in enumerate(plans, first)]
    return [(overview.title, overview), *details]


def _looks(book: Workbook) -> _Looks:
    common: dict[str, Any] = {"font_size": _POINTS, "border": 1, "valign": "top", "text_wrap": True}
    heading = {**common, "bold": True, "bg_color": "#D9E2F3", "valign": "vcenter"}
    return _Looks(
        heading=book.add_format(heading),
        text=book.add_format({**common, "num_format": "@"}),
        quoted=book.add_format({**common, "num_format": "@", "quote_prefix": True}),
        number=book.add_format(common),
    )


def _draw(sheet: Worksheet, table: Annex, looks: _Looks, more: str) -> None:
    widths = [column.weight / _TWIPS_A_CHARACTER for column in table.columns]
    headings = ["\n".join(column.heading) for column in table.columns]
    for place, (width, heading) in enumerate(zip(widths, headings, strict=True)):
        sheet.set_column(place, place, width)
        write_text(sheet, 0, place, heading, looks.heading)
    sheet.set_row(0, height(widths, headings))
    for line, row in enumerate(table.rows, 1):
        texts = list(map(plain, row))
        sheet.set_row(line, height(widths, texts))
        for place, (column, text) in enumerate(zip(table.columns, texts, strict=True)):
            if column.key in _NUMBERS:
                sheet.write_number(line, place, int(text), looks.number)
            else:
                look = looks.quoted if is_formula(text) else looks.text
                write_text(sheet, line, place, text, look)
                if height(widths[place : place + 1], [text]) >= TALLEST:
                    _point_on(sheet, line, place, more)
    keys = [column.key for column in table.columns]
    names = next(place for place, key in enumerate(keys, 1) if key in _NAMES)
    sheet.freeze_panes(1, names)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(keys) - 1)


def _point_on(sheet: Worksheet, line: int, place: int, more: str) -> None:
    """Say, where a cell is selected, that it has more than is seen of it."""
    sheet.data_validation(line, place, line, place, {"validate": "any", "input_message": more})


def _set_up_page(sheet: Worksheet, title: str, document_number: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    number = f"&R{_said(document_number, _NUMBER)}" if document_number else ""
    sheet.set_header(f"&L{_said(title, _TITLE)}{number}")
    sheet.set_footer("&C&P / &N")


def _said(text: str, limit: int) -> str:
    """A text in a page header, where "&" begins a code; a digit after a code would belong to it."""
    said = " ".join(writable(text).split())
    # XlsxWriter takes even "&&G" for the place of a picture, and then writes no header.
    escaped = _PICTURE.sub("&\u2060", said).replace("&", "&&")
    if length(escaped) > limit:
        escaped = escaped[: limit // 2].rstrip("&") + "…"
    return f" {escaped}"


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes for a sheet: short, no two alike, without its own signs."""
    plain_name = _NOT_IN_NAMES.sub("-", name).strip("'")[:_NAME_LENGTH] or "-"
    made, count = plain_name, 1
    while made.casefold() in taken or made.casefold() == "history":
        count += 1
        made = f"{plain_name[: _NAME_LENGTH - len(str(count)) - 1]}-{count}"
    taken.add(made.casefold())
    return made
