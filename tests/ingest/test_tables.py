"""Action plans found in documents: headers, rows that go on elsewhere, and what is passed over."""

from __future__ import annotations

import pytest

from planctl.errors import UsageFault
from planctl.ingest.columns import named
from planctl.ingest.document import Document, Grid, Line, Square
from planctl.ingest.numbering import text
from planctl.ingest.tables import Table, find
from planctl.publish.languages import WORDINGS
from tests.ingest.pages import HEADING, HEADS, grid, line, page, row, square

KEYS = (
    *("level1", "level2", "directives", "references", "activities", "responsibilities"),
    *("time_plan", "status"),
)


def only(document: Document, columns: str = "") -> Table:
    """The one table of a document, about which nothing is to be said."""
    (found,), remarks = find(document, named([columns]))
    assert remarks == []
    return found


def told(document: Document) -> list[str]:
    """All that is said about a document."""
    found, remarks = find(document)
    return [str(one) for one in (*remarks, *(one for table in found for one in table.remarks))]


def test_a_table_is_found_by_its_labels_and_the_lines_above_it() -> None:
    table = only(page("Dear all", *HEADING, grid(row("1"), row("2"))))
    assert table.heading == ("WTSA", 95, "Hammamet, 2016", "Best practices")
    assert (table.keys, table.language, table.place) == (KEYS, "en", 1)
    assert table.status == "Status (October 2020)"
    assert [(one.table, one.number, text(one.cells["level1"])) for one in table.rows] == [
        (1, 2, "1"),
        (1, 3, "2"),
    ]


@pytest.mark.parametrize("language", WORDINGS)
def test_labels_in_each_language(language: str) -> None:
    heads = [WORDINGS[language].columns[key] for key in KEYS]
    table = only(page(grid(row(), heads=heads)))
    assert (table.keys, table.language) == (KEYS, language)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("fr", "Niveau 1|Niveau 2|Directives|Référence|Activité|Responsable(s)|Échéancier|Statut"),
        ("es", "Nivel 1|Nivel 2|Directriz|Referencia|Actividad|Responsables|Cronograma|Estado"),
        ("zh", "一级|二级|指示|参引|行动|负责方|时间表|进展情况"),
    ],
)
def test_labels_that_people_write_besides(language: str, labels: str) -> None:
    table = only(page(grid(row(), heads=labels.split("|"))))
    assert (table.keys, table.language) == (KEYS, language)


def test_an_upper_row_of_labels_over_both_levels() -> None:
    upper = (square("ID", 0, 2), *(square(head, at) for at, head in enumerate(HEADS[2:], 2)))
    lower = (square("Level 1", 0), square("Level 2", 1), *(square(None, at) for at in range(2, 8)))
    body = tuple(square(part, at) for at, part in enumerate(row("4", "4.1")))
    table = only(page(Grid((upper, lower, body))))
    assert table.keys == KEYS
    assert [text(table.rows[0].cells[key]) for key in ("level1", "level2")] == ["4", "4.1"]
    without = only(page(Grid((upper, body))))
    assert [text(without.rows[0].cells[key]) for key in ("level1", "level2")] == ["4", "4.1"]


def test_a_header_that_stands_again_and_rows_with_nothing_in_them_are_passed_over() -> None:
    table = only(page(grid(row("1"), HEADS, [""] * 8, row("2"))))
    assert [one.number for one in table.rows] == [2, 5]


def test_a_header_that_stands_again_may_have_a_column_more() -> None:
    heads = (*HEADS, "Remarks")
    table = only(page(grid([*row("1"), "a"], heads, [*row("2"), "b"], heads=heads)), "remarks=-")
    assert [one.number for one in table.rows] == [2, 4]
    (table,), _ = find(page(grid([*row("1"), "a"], heads, [*row("2"), "b"], heads=heads)))
    assert [one.number for one in table.rows] == [2, 4]


@pytest.mark.parametrize("between", [(), ("",), ("Table 1 (continued)",)])
@pytest.mark.parametrize("heads", [HEADS, None])
def test_a_table_that_goes_on_in_the_next(
    between: tuple[str, ...], heads: tuple[str, ...] | None
) -> None:
    table = only(page(*HEADING, grid(row("1")), *between, grid(row("2"), row("3"), heads=heads)))
    assert [(one.table, text(one.cells["level1"])) for one in table.rows] == [
        (1, "1"),
        (2, "2"),
        (2, "3"),
    ]


def test_two_plans_are_two_tables() -> None:
    other = "Action plan for implementation of WTSA Resolution 96 (Hammamet, 2016):"
    found, _ = find(page(*HEADING, grid(row("1")), other, "Counterfeits", grid(row("1"))))
    assert [one.heading.number for one in found] == [95, 96]


def test_tables_of_other_things_are_passed_over_and_wide_ones_said() -> None:
    document = page(
        grid(["Name", "Mail"], ["x", "y"], heads=None),
        *HEADING,
        grid(row()),
        "Something else",
        grid(["a"] * 8, ["b"] * 8, heads=None),
    )
    assert told(document) == [
        "table 3: no row of it has the labels of an action plan; it was not read."
        " --columns names columns with other labels"
    ]


def test_a_column_more_is_said_and_does_not_move_the_others() -> None:
    heads = (*HEADS[:7], "Remarks", HEADS[7])
    wide = [*row("1")[:7], "a remark", "Completed"]
    assert told(page(grid(wide, heads=heads))) == [
        "table 1: the column “Remarks” is none of an action plan and was not read;"
        ' --columns "Remarks=notes" keeps it as notes'
    ]
    kept = only(page(grid(wide, heads=heads)), "Remarks=notes").rows[0].cells
    assert (text(kept["notes"]), text(kept["status"])) == ("a remark", "Completed")
    left = only(page(grid(wide, heads=heads)), "remarks = -").rows[0].cells
    assert "notes" not in left


def test_the_columns_of_another_form_are_named() -> None:
    heads = ("Action item", "Action", "Responsible", "Milestone", "Status")
    pairs = "Action item=level1,Action=activities,Responsible=responsibilities,Milestone=time plan"
    table = only(page(grid(["95-01", "Do", "TSB", "2021", "Done"], heads=heads)), pairs)
    assert table.keys == ("level1", "activities", "responsibilities", "time_plan", "status")
    assert find(page(grid(["1", "Do", "TSB", "2021", "x"], heads=heads)))[0] == []


@pytest.mark.parametrize("pair", ["Action", "=status", "Action=deed", "Action="])
def test_columns_that_are_none(pair: str) -> None:
    with pytest.raises(UsageFault, match=r"does not name a column.*It can hold: id, level1"):
        named([pair])


def test_a_cell_across_columns_is_read_once_and_said() -> None:
    wide = (
        square("1", 0),
        square("", 1),
        square("Both of them", 2, 3),
        *(square("x", at) for at in range(5, 8)),
    )
    document = page(Grid((*grid(heads=HEADS).rows, wide)))
    assert told(document) == [
        "table 1, row 2: “Both of them” stands across 3 columns; it was read as Directives"
    ]
    cells = find(document)[0][0].rows[0].cells
    assert [text(cells[key]) for key in KEYS[2:6]] == ["Both of them", "", "", "x"]


def test_a_line_across_the_table_is_said() -> None:
    banner = (square("Part A", 0, 8),)
    rows = grid(row("1")).rows
    assert told(page(Grid((rows[0], banner, rows[1])))) == [
        "table 1, row 2: “Part A” stands across the table and was not read"
    ]


def test_characters_that_nobody_sees_are_left_out_and_said() -> None:
    document = page(*HEADING, grid(row("1"), row("2", status="Sent\x90 on\x7f 5 May\u200f")))
    (table,), _ = find(document)
    assert text(table.rows[1].cells["status"]) == "Sent on 5 May\u200f"
    assert told(document) == [
        "table 1, row 3: Status has the control character U+0090; it was left out"
    ]


def test_a_heading_may_stand_in_the_table() -> None:
    def across(text: str) -> tuple[Square, ...]:
        return (square(text, 0, 8),)

    header = grid(row("1")).rows[0]
    body = grid(row("1"), row("2")).rows[1:]
    above = HEADING[1] + " " + HEADING[2]
    table = only(page(Grid((across(above), header, *body))))
    assert table.heading == ("WTSA", 95, "Hammamet, 2016", "Best practices")
    assert told(page(Grid((across("By the way"), header, *body)))) == [
        "table 1: the line “By the way” above it was not read"
    ]
    other = across("WTSA Resolution 96 (Hammamet, 2016): Other practices")
    found, _ = find(page(above, Grid((header, body[0], across(above), body[1], other, body[0]))))
    assert [(one.heading.number, [row.number for row in one.rows]) for one in found] == [
        (95, [2, 4]),
        (96, [6]),
    ]
    found, _ = find(page(Grid((header, other, *body))))
    assert [(one.heading.number, len(one.rows)) for one in found] == [(96, 2)]


def test_lines_between_the_heading_and_the_table_are_said() -> None:
    assert told(page(*HEADING, "Keep confidential", grid(row()))) == [
        "table 1: the line “Keep confidential” above it was not read"
    ]


def test_a_row_that_lacks_its_first_cells() -> None:
    short = tuple(square(part, at) for at, part in enumerate(row("1")) if at > 1)
    (one,) = only(page(Grid((*grid(heads=HEADS).rows, short)))).rows
    assert [text(one.cells[key]) for key in KEYS[:3]] == ["", "", "Directive 1"]


def cell_of(*lines: Line) -> list[tuple[str, str]]:
    """The Status cell of these lines, as kinds and texts."""
    (one,) = only(page(grid(row(status=lines)))).rows
    return [(part.kind, part.text) for part in one.cells["status"].paragraphs]


def test_lists_of_all_sorts_are_bullets_and_dashes() -> None:
    assert cell_of(
        line("Sent:"),
        line("K.52", "•"),
        line("part 1", "o", 1),
        line("part 2", "–"),
        line("• K.91"),
        line("-\tK.92"),
        line("- "),
        line("first", "1."),
    ) == [
        ("text", "Sent:"),
        ("bullet", "K.52"),
        ("dash", "part 1"),
        ("dash", "part 2"),
        ("bullet", "K.91"),
        ("dash", "K.92"),
        ("text", "-"),
        ("text", "1. first"),
    ]


def test_dashes_below_no_bullet_are_bullets() -> None:
    assert cell_of(line("Sent:"), line("a", "–", 1), line("b", "–", 1), line("– c")) == [
        ("text", "Sent:"),
        ("bullet", "a"),
        ("bullet", "b"),
        ("bullet", "c"),
    ]


def test_bullets_with_nothing_in_them_are_nothing() -> None:
    assert cell_of(line("K.52", "•"), line(" ", "•"), line("", "–", 1), line("K.91", "•")) == [
        ("bullet", "K.52"),
        ("bullet", "K.91"),
    ]


def test_empty_lines_count_within_a_cell_only() -> None:
    assert cell_of(line(""), line("a"), line(""), line("b"), line("  ")) == [
        ("text", "a"),
        ("text", ""),
        ("text", "b"),
    ]


def test_a_list_typed_into_one_paragraph() -> None:
    assert cell_of(line("Sent:\n• K.52\n• K.91")) == [
        ("text", "Sent:"),
        ("bullet", "K.52"),
        ("bullet", "K.91"),
    ]


def test_years_and_footnotes() -> None:
    bold = line("2017:", notes=["See TD 5"])._replace(bold=True)
    lines = (bold, line("K.52", "•"))
    assert cell_of_said(lines) == (
        [("year", "2017:"), ("bullet", "K.52"), ("text", "See TD 5")],
        ["table 1, row 2: the footnote in Status is a paragraph at the end of that cell"],
    )


def cell_of_said(lines: tuple[Line, ...]) -> tuple[list[tuple[str, str]], list[str]]:
    document = page(grid(row(status=lines)))
    return cell_of(*lines), told(document)


def test_automatic_numbers_are_ids() -> None:
    numbered = [line("", "1.")], [line("", "1.1")]
    (one,) = only(page(grid(row(*numbered)))).rows
    assert [text(one.cells[key]) for key in ("level1", "level2")] == ["1.", "1.1"]


def test_a_table_of_a_great_many_columns_is_refused() -> None:
    wide = grid(["x"] * 500, heads=None)
    assert told(page(wide)) == [
        "table 1: it has 500 columns and is no action plan; it was not read"
    ]


def test_the_rows_of_a_sheet_are_put_in_their_order_again() -> None:
    heads = ("Order", "Key", *HEADS)
    rows = [["2", "wtsa-95/2", *row("2")], ["1", "wtsa-95/1", *row("1")]]
    first, second = find(
        page(grid(*rows, heads=heads, sheet="a"), grid(*rows, sheet="b", heads=heads))
    )[0]
    assert [text(one.cells["level1"]) for one in first.rows] == ["1", "2"]
    assert len(second.rows) == 2
