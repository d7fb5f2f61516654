"""Workbooks: each sheet a grid, with what its cells show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from xlsxwriter import Workbook

from planctl.ingest.document import Document, Grid
from planctl.ingest.workbook import document
from planctl.ingest.workbook.values import Formats
from planctl.office.package import open_package
from planctl.office.refusal import RefusedFileError
from planctl.publish import xlsx
from planctl.publish.annex import Layout
from planctl.publish.plain import plain
from planctl.publish.table import Run
from planctl.publish.xlsx.detail import detail
from tests.publish import own_document as own
from tests.publish.samples import shipped


def made(draw: Callable[[Any, Any], None], **options: Any) -> bytes:
    held = BytesIO()
    book = Workbook(held, {"in_memory": True, **options})
    book.set_properties({"created": datetime(2020, 10, 5)})
    draw(book, book.add_worksheet("Plan"))
    book.close()
    return held.getvalue()


def opened(data: bytes) -> Document:
    return document.read(open_package(data, excel=True, pictures=False))


def read(draw: Callable[[Any, Any], None], **options: Any) -> Document:
    return opened(made(draw, **options))


def cells(document: Document) -> list[list[tuple[int, str]]]:
    """The cells of each row of the first sheet: their columns and texts, "^" for what continues."""
    grid = document.blocks[0]
    assert isinstance(grid, Grid)
    return [[(one.column, "^" if one.continues else one.text) for one in row] for row in grid.rows]


def test_texts_stand_in_their_cells() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["ID", "Status"])
        sheet.write_string(2, 1, "a\nb")
        sheet.write_rich_string(4, 0, "x", "y", "z")
        sheet.write_string(5, 2, "_x0041_ & <b>")

    found = read(draw)
    assert cells(found) == [
        [(0, "ID"), (1, "Status")],
        [(1, "a\nb")],
        [(0, "xyz")],
        [(2, "_x0041_ & <b>")],
    ]
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    assert grid.sheet == "Plan"
    assert [line.place for line in grid.rows[1][0].lines] == [3, 3]
    assert (found.remarks, found.written, found.unit) == ((), "2020-10-05", "row")


def test_signs_of_lists_are_labels() -> None:
    (grid,) = read(lambda _, sheet: sheet.write_string(0, 0, "In:\n• K.52\n– one\n\n•x")).blocks
    assert isinstance(grid, Grid)
    assert [(line.label, line.runs) for line in grid.rows[0][0].lines] == [
        ("", (Run("In:"),)),
        ("•", (Run("K.52"),)),
        ("–", (Run("one"),)),
        ("", ()),
        ("", (Run("•x"),)),
    ]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1.1, "", "1.1"),
        (3.0, "", "3"),
        (1.1, "0.00", "1.10"),
        (7, "000", "007"),
        (0.25, "0%", "25%"),
        (1234.5, "#,##0.00", "1234.5"),
        (True, "", "TRUE"),
        (date(2020, 10, 5), "dd/mm/yyyy", "2020-10-05"),
        (date(2020, 10, 5), '[$-409]mmm"-"yyyy;@', "2020-10"),
        (date(2020, 10, 5), "yyyy", "2020"),
        (datetime(2020, 10, 5, 9, 30), "d mmm yyyy hh:mm", "2020-10-05 09:30"),
        (0.5, "h:mm", "12:00"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (-1, "yyyy-mm-dd", "-1"),
    ],
)
def test_numbers_and_dates_are_read_as_shown(value: Any, form: str, shown: str) -> None:
    def draw(book: Any, sheet: Any) -> None:
        held = book.add_format({"num_format": form}) if form else None
        write = sheet.write_datetime if isinstance(value, date) else sheet.write
        write(0, 0, value, held)

    assert cells(read(draw)) == [[(0, shown)]]


def test_days_may_be_counted_from_1904() -> None:
    def draw(book: Any, sheet: Any) -> None:
        sheet.write_datetime(0, 0, date(2020, 10, 5), book.add_format({"num_format": "d/m/yy"}))

    assert cells(read(draw, date_1904=True)) == [[(0, "2020-10-05")]]


@pytest.mark.parametrize("value", ["nan", "inf", "1e400", "x", "1e15", "99999999"])
def test_odd_numbers_are_harmless(value: str) -> None:
    assert Formats(("d/m/yy", "0.00")).shown(value, 0)
    assert Formats(("d/m/yy", "0.00")).shown(value, 1)


def test_merged_cells_are_one() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.merge_range("A1:B2", "ID")
        sheet.write_row("C1", ["x", "y"])
        sheet.write("C2", "z")

    found = read(draw)
    assert cells(found) == [[(0, "ID"), (2, "x"), (3, "y")], [(0, "^"), (2, "z")]]
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    assert [row[0].span for row in grid.rows] == [2, 2]


def test_formulas_are_not_read_and_are_named() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b"])
        for row in range(1, 8):
            sheet.write_formula(row, 1, '=HYPERLINK("https://itu.int")', None, "value")

    found = read(draw)
    assert cells(found) == [[(0, "a"), (1, "b")]]
    assert found.remarks == (
        "Sheet “Plan”: formulas are not read (B2, B3, B4, B5, B6 and 2 more); put their values in"
        " their place.",
    )


def test_what_is_hidden_is_read_and_named() -> None:
    def draw(book: Any, sheet: Any) -> None:
        sheet.write("A1", "a")
        sheet.write("A2", "b")
        sheet.set_row(1, None, None, {"hidden": True})
        other = book.add_worksheet("Keys")
        other.write("A1", "c")
        other.hide()

    found = read(draw)
    assert cells(found) == [[(0, "a")], [(0, "b")]]
    assert [block.sheet for block in found.blocks if isinstance(block, Grid)] == ["Plan", "Keys"]
    assert found.remarks == (
        "Sheet “Plan”: hidden rows are read all the same (2).",
        "Sheet “Keys” is hidden; it is read all the same.",
    )


def test_links_of_cells() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_url("A1", "https://www.itu.int/x", string="here")
        sheet.write_url("A2", "external:other.xlsx", string="there")

    (grid,) = read(draw).blocks
    assert isinstance(grid, Grid)
    assert [row[0].lines[0].runs for row in grid.rows] == [
        (Run("here", "https://www.itu.int/x"),),
        (Run("there"),),
    ]


def test_columns_beyond_those_of_any_plan_are_left_out() -> None:
    found = read(lambda _, sheet: sheet.write_row(0, 250, list("abcdefgh")))
    assert cells(found) == [[(250 + at, text) for at, text in enumerate("abcdef")]]
    assert found.remarks == (
        "Sheet “Plan” has more columns than any plan; what stands further on is left out.",
    )


SHEET = "xl/worksheets/sheet1.xml"


def changed(rows: str, *, strict: bool = False) -> bytes:
    """A workbook with these rows in its sheet, which says that it is as large as can be."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = own.unpacked(made(lambda _, sheet: sheet.write("A1", "shared")))
    parts[SHEET] = f'<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/>{rows}</worksheet>'
    if strict:
        parts = {
            name: text.replace(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            for name, text in parts.items()
        }
    return own.packed(parts)


@pytest.mark.parametrize("strict", [False, True])
def test_cells_may_lack_their_places(strict: bool) -> None:
    rows = (
        '<sheetData><row><c t="s"><v>0</v></c><c><v>2</v></c><c t="s"><v>9</v></c></row>'
        '<row r="9"><c r="C9" t="inlineStr"><is><t>in</t><rPh><t>no</t></rPh></is></c>'
        '<c t="str"><v>text</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2020-10-05</v></c>'
        '<c r="?"/></row></sheetData>'
    )
    assert cells(opened(changed(rows, strict=strict))) == [
        [(0, "shared"), (1, "2")],
        [(2, "in"), (3, "text"), (4, "#N/A"), (5, "2020-10-05")],
    ]


def test_what_is_made_to_be_large_is_refused() -> None:
    merged = "<mergeCells>{}</mergeCells>".format('<mergeCell ref="B1:C1048576"/>' * 1000)
    rows = "".join(f'<row r="{at}"><c t="s"><v>0</v></c></row>' for at in range(1, 1001))
    with pytest.raises(RefusedFileError, match="more than 100,000 lines or cells"):
        opened(changed(f"<sheetData>{rows}</sheetData>{merged}"))
    cell = "<c><v>1</v></c>"
    with pytest.raises(RefusedFileError, match="more than 100,000 lines or cells"):
        opened(changed(f"<sheetData>{f'<row>{cell * 200}</row>' * 501}</sheetData>"))


def test_a_sheet_is_read_once() -> None:
    parts = own.unpacked(changed("<sheetData><row><c><v>1</v></c></row></sheetData>"))
    name = "xl/workbook.xml"
    before, entry, after = parts[name].partition("<sheet ")
    more = f"{entry}{after.partition('/>')[0]}/>"
    held = opened(own.packed({**parts, name: f"{before}{more * 50}{entry}{after}"}))
    assert len(held.blocks) == 1


def test_what_planctl_exports_comes_back_as_it_was() -> None:
    plans = shipped()
    found = opened(xlsx.write(plans, title="Plans", created="2020-10"))
    grids = [block for block in found.blocks if isinstance(block, Grid)]
    assert [grid.sheet for grid in grids] == ["Summary", *(plan.key for plan in plans)]
    for number, (plan, grid) in enumerate(zip(plans, grids[1:], strict=True), 1):
        rows = [
            {
                one.column: "\n".join(
                    f"{line.label} {line.text}" if line.label else line.text for line in one.lines
                )
                for one in row
            }
            for row in grid.rows
        ]
        table = detail(plan, number, Layout())
        wanted = [
            {at: text for at, cell in enumerate(row) if (text := plain(cell))} for row in table.rows
        ]
        assert rows[1:] == wanted
        assert rows[0] == {at: "\n".join(column.heading) for at, column in enumerate(table.columns)}
