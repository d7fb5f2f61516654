"""A form as an Excel file: a page that says what for, and a sheet with a row an item.

What is to be filled in is yellow and unlocked. The rest is locked without a password: that is no
security, it keeps a slip of the hand away. What the form carries unseen, and the lists to choose
from, stand on a sheet that Excel does not offer to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.forms.columns import ASKED, KEY, SHOWN
from planctl.forms.guide import ITEMS, guide
from planctl.forms.question import STATUS_LIST, Form, Question
from planctl.forms.sent import unseen
from planctl.publish.characters import writable
from planctl.publish.xlsx.cells import LONGEST, height, write_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

COVER, UNSEEN = "Read this first", "planctl"
"""The names of the sheets beside that of the items."""

_COLUMNS = (*SHOWN, *ASKED, KEY)
_PIECE = LONGEST // 2
_LABEL_WIDTH, _GUIDE_WIDTH = 20, 92
_A4 = 9
_ROOM = 64  # how tall a row is at least, in points: five lines can be written there
# What a person may do on a protected sheet: all that loses no answer.
_MAY = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "objects": True,
}


class _Looks(NamedTuple):
    """How cells look: titles, headings, those of the cells to fill in, and the cells of each."""

    title: Format
    heading: Format
    asked_heading: Format
    label: Format
    shown: Format
    stale: Format
    asked: Format
    day: Format
    plain: Format


def write(form: Form) -> bytes:
    """Draw the form; the same form gives the same bytes. Raises UnwritableTextError."""
    from datetime import datetime
    from io import BytesIO

    from xlsxwriter import Workbook

    from planctl.plan import dates

    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    day = datetime.fromisoformat(dates.parse(form.created).start)
    title = writable(form.title)[:255]
    book.set_properties({"title": title, "author": "planctl", "created": day})
    looks = _looks(book)
    sheets = [book.add_worksheet(name) for name in (COVER, ITEMS, UNSEEN)]
    _draw_cover(sheets[0], form, looks)
    _draw_items(sheets[1], form, looks)
    _draw_unseen(book, sheets[2], form)
    for sheet in sheets:
        if form.right_to_left:
            sheet.right_to_left()
        sheet.protect("", _MAY)
    book.close()
    return data.getvalue()


def _looks(book: Workbook) -> _Looks:
    cell: dict[str, Any] = {"font_size": 9, "border": 1, "valign": "top", "text_wrap": True}
    head = {**cell, "bold": True, "valign": "vcenter"}
    # Text that is typed stays text, so that a line beginning with "-" becomes no formula; a day is
    # left to Excel, which knows in which order the person who types it writes days.
    open_ = {**cell, "locked": False, "bg_color": "#FFF9DB"}
    text = {"valign": "top", "text_wrap": True, "num_format": "@"}
    return _Looks(
        title=book.add_format({"bold": True, "font_size": 14}),
        heading=book.add_format({**head, "bg_color": "#D9E2F3"}),
        asked_heading=book.add_format({**head, "bg_color": "#FFE58A"}),
        label=book.add_format({"bold": True, "valign": "top"}),
        shown=book.add_format({**cell, "num_format": "@", "bg_color": "#F5F5F5"}),
        stale=book.add_format({**cell, "num_format": "@", "bg_color": "#FBE3D6"}),
        asked=book.add_format({**open_, "num_format": "@"}),
        day=book.add_format({**open_, "num_format": "yyyy-mm-dd"}),
        plain=book.add_format(text),
    )


def _draw_cover(sheet: Worksheet, form: Form, looks: _Looks) -> None:
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _GUIDE_WIDTH)
    sheet.hide_gridlines(2)
    write_text(sheet, 0, 0, form.title, looks.title)
    at = 2
    for part in guide(form, in_sheets=True):
        for number, line in enumerate(part.lines):
            write_text(sheet, at, 0, "" if number else part.label, looks.label)
            write_text(sheet, at, 1, line, looks.plain)
            sheet.set_row(at, 1.3 * height([_GUIDE_WIDTH], [line]))
            at += 1
        at += 1
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _draw_items(sheet: Worksheet, form: Form, looks: _Looks) -> None:
    widths = [float(column.width) for column in _COLUMNS]
    for place, column in enumerate(_COLUMNS):
        sheet.set_column(place, place, column.width, None, {"hidden": column is KEY})
        look = looks.asked_heading if column in ASKED else looks.heading
        write_text(sheet, 0, place, column.heading, look)
    sheet.set_row(0, height(widths, [column.heading for column in _COLUMNS]) + 8)
    for line, question in enumerate(form.questions, 1):
        texts = _row(question)
        sheet.set_row(line, max(_ROOM, height(widths, texts)))
        for place, (column, text) in enumerate(zip(_COLUMNS, texts, strict=True)):
            write_text(sheet, line, place, text, _look(column.key, question, looks))
    last = max(len(form.questions), 1)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
    _help_to_fill_in(sheet, last)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _row(question: Question) -> list[str]:
    shown = [question.shown[column.key] for column in SHOWN]
    asked = [question.prefilled.get(column.key, "") for column in ASKED]
    return [*shown, *asked, question.address]


def _look(key: str, question: Question, looks: _Looks) -> Format:
    if key == "due":
        return looks.day
    if key in {column.key for column in ASKED}:
        return looks.asked
    return looks.stale if question.stale and key in ("item", "note") else looks.shown


def _help_to_fill_in(sheet: Worksheet, last: int) -> None:
    """What Excel says beside a cell that is to be filled in, and the lists to choose from."""
    lists = {"new_status": "Statuses", "due": "Meetings"}
    for place, column in enumerate(ASKED, len(SHOWN)):
        rule: dict[str, Any] = {
            "validate": "any",
            "input_title": column.label,
            "input_message": column.hint,
        }
        if column.key in lists:
            rule |= {"validate": "list", "source": f"={lists[column.key]}"}
        if column.key == "new_status":
            rule |= {
                "error_title": "Not in the list",
                "error_message": f"Choose one of: {', '.join(STATUS_LIST)}.",
            }
        elif column.key == "due":
            rule["show_error"] = False  # any date will do
        sheet.data_validation(1, place, last, place, rule)


def _draw_unseen(book: Workbook, sheet: Worksheet, form: Form) -> None:
    """What the form carries, in the first column, in pieces; then the lists."""
    text = unseen(form)
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    lists: dict[str, Sequence[str]] = {"Statuses": STATUS_LIST, "Meetings": form.meetings or ("",)}
    columns = {"planctl form": pieces, **lists}
    for place, (name, texts) in enumerate(columns.items()):
        sheet.write_string(0, place, name)
        for line, one in enumerate(texts, 1):
            sheet.write_string(line, place, one)
        if name in lists:
            letter = "ABC"[place]
            book.define_name(name, f"={UNSEEN}!${letter}$2:${letter}${len(texts) + 1}")
    sheet.very_hidden()
