"""An annex's table as WordprocessingML (ISO/IEC 29500-1, 17.4).

The look follows ITU documents: styles Table_head and Table_text, heading rows that are repeated on
each page, thin black lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from planctl.patterns import late
from planctl.publish.docx import cells
from planctl.publish.docx.links import Links
from planctl.publish.docx.revisions import Marking
from planctl.publish.docx.styles import BORDERS
from planctl.publish.docx.text import escape
from planctl.publish.docx.widths import Type, type_of
from planctl.publish.docx.widths import widths as column_widths
from planctl.publish.table import Annex, Cell, Column, Run

TEXT_WIDTH = 14572
"""The width of the table in twips: landscape A4 between its margins."""

_LETTER = 4.4  # average width of a letter of half a point, in twips
_LINE_HEIGHT = 11.5  # height of a line of such letters, in twips
_HEADING_SPACE = 180  # above and below a heading, in twips
_UNBROKEN_LINES = 8  # a longer row may break across pages, or pages would stay half empty

_WIDE = late("[\u2e80-\uffff\U00020000-\U0003ffff]")


def table(annex: Annex, links: Links, marking: Marking, width: int = TEXT_WIDTH) -> str:
    """Draw an annex's table, ``width`` twips wide; its links are added to ``links``.

    Raises ValueError where a row does not fit the columns, or a cell continues one that is not
    there, or one that a revision may take away, and UnwritableTextError for text that XML cannot
    carry.
    """
    _fit(annex)
    if marking.tracking and (annex.mark or annex.marks):
        _keep_apart(annex)
    type_ = type_of(annex, width)
    widths = column_widths(annex, width)
    heading = _heading_rows(annex, widths, type_, marking)
    room = [_letters_a_line(share, type_.text, type_.margin) for share in widths]
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
    # Columns under a shared heading hold numbers.
    looks = [cells.Look(type_.text, bool(column.group)) for column in annex.columns]
    body = []
    for index, row in enumerate(annex.rows):
        below = annex.rows[index + 1] if index + 1 < len(annex.rows) else ()
        mark = annex.mark or (annex.marks[index] if annex.marks else "")
        contents = [
            cells.content(cell, mark, look, links, marking)
            for cell, look in zip(row, looks, strict=True)
        ]
        own = ("" if _is_tall(row, room) else "<w:cantSplit/>") + marking.row(mark)
        body.append(_row(row, below, widths, contents, own))
    return (
        f"<w:tbl>{_properties(annex, width, type_.margin)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{heading}{''.join(body)}</w:tbl>"
    )


def _fit(annex: Annex) -> None:
    if not annex.columns or any(column.weight <= 0 for column in annex.columns):
        raise ValueError(f"{annex.number}: a table needs columns, each with a width.")
    above: Sequence[Cell] = ()
    for number, row in enumerate(annex.rows, 1):
        if len(row) != len(annex.columns):
            raise ValueError(
                f"{annex.number}, row {number}: {len(row)} cells for {len(annex.columns)} columns."
            )
        if not above and any(cell.continues for cell in row):
            raise ValueError(f"{annex.number}, row {number}: a cell continues the heading.")
        above = row


def _keep_apart(annex: Annex) -> None:
    for number, row in enumerate(annex.rows, 1):
        if any(cell.continues for cell in row):
            raise ValueError(
                f"{annex.number}, row {number}: in a table with revisions no cells are joined."
            )


def _properties(annex: Annex, width: int, margin: int) -> str:
    headings = (" ".join(filter(None, (c.group, *c.heading))) for c in annex.columns)
    return (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'{BORDERS}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(annex.title)}"/>'
        f'<w:tblDescription w:val="{escape("; ".join(headings))}"/></w:tblPr>'
    )


def _heading_rows(annex: Annex, widths: Sequence[int], type_: Type, marking: Marking) -> str:
    """Draw one heading row, or two where columns share a heading."""
    columns = annex.columns

    def cell(runs: Sequence[Run], width: int, merge: str = "") -> str:
        drawn = (
            marking.runs(
                one.text, annex.mark or one.mark, bold=annex.right_to_left, size=type_.heading
            )
            for one in runs
        )
        return _heading_cell("".join(drawn), width, merge, marking.end(annex.mark, type_.heading))

    def row(cells: Iterable[str], height: int) -> str:
        return _heading_row(cells, height, marking.row(annex.mark))

    room = [_letters_a_line(share, type_.heading, type_.margin) for share in widths]
    tallest = max(_filled(c.heading, r) for c, r in zip(columns, room, strict=True))
    line = round(_LINE_HEIGHT * type_.heading)
    height = line * tallest + _HEADING_SPACE
    if not any(column.group for column in columns):
        return row([cell(_heading(c), w) for c, w in zip(columns, widths, strict=True)], height)
    upper: list[str] = []
    lower: list[str] = []
    pairs = zip(columns, widths, strict=True)
    for group, members in groupby(pairs, key=lambda pair: pair[0].group):
        shared = list(members)
        if group:
            span = f'<w:gridSpan w:val="{len(shared)}"/>' if len(shared) > 1 else ""
            upper.append(cell((Run(group),), sum(width for _, width in shared), span))
            lower.extend(cell(_heading(column), width) for column, width in shared)
        else:
            for column, width in shared:
                upper.append(cell(_heading(column), width, '<w:vMerge w:val="restart"/>'))
                lower.append(cell((), width, "<w:vMerge/>"))
    half = max(height // 2, line + _HEADING_SPACE)
    return row(upper, half) + row(lower, half)


def _heading(column: Column) -> tuple[Run, ...]:
    return column.marked or (Run("\n".join(column.heading)),)


def _heading_row(cells: Iterable[str], height: int, mark: str) -> str:
    # With a height of its own the row is not clipped where LibreOffice repeats merged headings.
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        f"<w:tblHeader/>{mark}</w:trPr>{''.join(cells)}</w:tr>"
    )


def _heading_cell(drawn: str, width: int, merge: str, end: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}'
        '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="Tablehead"/>{end}</w:pPr>{drawn}</w:p></w:tc>'
    )


def _row(
    row: Sequence[Cell],
    below: Sequence[Cell],
    widths: Sequence[int],
    contents: Sequence[str],
    properties: str,
) -> str:
    drawn = []
    for index, (cell, width, content) in enumerate(zip(row, widths, contents, strict=True)):
        merge = ""
        if cell.continues:
            merge = "<w:vMerge/>"
        elif below and below[index].continues:
            merge = '<w:vMerge w:val="restart"/>'
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{content}</w:tc>'
        )
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{own}{''.join(drawn)}</w:tr>"


def _is_tall(row: Sequence[Cell], room: Sequence[float]) -> bool:
    """Whether the text of a row is so tall that it may break across pages."""
    return any(len(cell.paragraphs) > _UNBROKEN_LINES for cell in row) or any(
        map(_is_long, row, room)
    )


@lru_cache(maxsize=4096)
def _is_long(cell: Cell, room: float) -> bool:
    return _filled([part.text for part in cell.paragraphs], room) > _UNBROKEN_LINES


def _letters_a_line(width: int, size: int, margin: int) -> float:
    """Estimate how many letters have room in a line of a column."""
    return max(1.0, (width - 2 * margin) / (_LETTER * size))


def _filled(paragraphs: Iterable[str], room: float) -> int:
    """Estimate how many lines the paragraphs fill in a column with room for so many letters."""
    return sum(1 + int(_letters(text) / room) for text in paragraphs)


def _letters(text: str) -> int:
    """Count the letters of a text, a Chinese one as two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
