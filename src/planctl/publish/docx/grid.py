"""An annex's table as WordprocessingML (ISO/IEC 29500-1, 17.4).

The look follows ITU documents: styles Table_head and Table_text, heading rows that are repeated on
each page, thin black lines. Sizes, alignment and list indents stand in the paragraphs as well,
because a table that is pasted into a template takes the template's styles of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from planctl.patterns import late
from planctl.publish.docx.links import Links
from planctl.publish.docx.revisions import EMPTY, End, Marking
from planctl.publish.docx.styles import BORDERS
from planctl.publish.docx.text import escape
from planctl.publish.docx.widths import SIDE_MARGIN
from planctl.publish.docx.widths import widths as column_widths
from planctl.publish.table import Annex, Cell, Column, Mark, Paragraph, ParagraphKind, Run

TEXT_WIDTH = 14572
"""The width of the table in twips: landscape A4 between its margins."""

_HALF_POINTS = 20  # 10 pt: eight columns read better than in the 11 pt of other ITU tables
_LETTER = 88  # average width of a letter at this size, in twips
_LINE_HEIGHT = 230  # height of a line at this size, in twips
_HEADING_SPACE = 180  # above and below a heading, in twips
_UNBROKEN_LINES = 8  # a longer row may break across pages, or pages would stay half empty

_WIDE = late("[\u2e80-\uffff\U00020000-\U0003ffff]")

_CENTRED = '<w:jc w:val="center"/>'
_LISTED = {
    "bullet": (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:ind w:left="198" w:hanging="198"/>',
    ),
    "dash": (
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
        '<w:ind w:left="396" w:hanging="198"/>',
    ),
}


def table(annex: Annex, links: Links, marking: Marking, width: int = TEXT_WIDTH) -> str:
    """Draw an annex's table, ``width`` twips wide; its links are added to ``links``.

    Raises ValueError where a row does not fit the columns, or a cell continues one that is not
    there, or one that a revision may take away, and UnwritableTextError for text that XML cannot
    carry.
    """
    _fit(annex)
    if marking.tracking and (annex.mark or annex.marks):
        _keep_apart(annex)
    widths = column_widths(annex, width)
    heading = _heading_rows(annex, widths, marking)
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
    body = []
    for index, row in enumerate(annex.rows):
        below = annex.rows[index + 1] if index + 1 < len(annex.rows) else ()
        mark = annex.mark or (annex.marks[index] if annex.marks else "")
        body.append(_row(annex.columns, widths, row, below, links, marking, mark))
    return (
        f"<w:tbl>{_properties(annex, width)}<w:tblGrid>{grid}</w:tblGrid>"
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


def _properties(annex: Annex, width: int) -> str:
    headings = (" ".join(filter(None, (c.group, *c.heading))) for c in annex.columns)
    return (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'{BORDERS}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{SIDE_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{SIDE_MARGIN}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(annex.title)}"/>'
        f'<w:tblDescription w:val="{escape("; ".join(headings))}"/></w:tblPr>'
    )


def _heading_rows(annex: Annex, widths: Sequence[int], marking: Marking) -> str:
    """Draw one heading row, or two where columns share a heading."""
    columns = annex.columns

    def cell(runs: Sequence[Run], width: int, merge: str = "") -> str:
        return _heading_cell(runs, width, merge, marking, annex.mark)

    def row(cells: Iterable[str], height: int) -> str:
        return _heading_row(cells, height, marking.row(annex.mark))

    tallest = max(_filled(c.heading, w) for c, w in zip(columns, widths, strict=True))
    height = _LINE_HEIGHT * tallest + _HEADING_SPACE
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
    half = max(height // 2, _LINE_HEIGHT + _HEADING_SPACE)
    return row(upper, half) + row(lower, half)


def _heading(column: Column) -> tuple[Run, ...]:
    return column.marked or (Run("\n".join(column.heading)),)


def _heading_row(cells: Iterable[str], height: int, mark: str) -> str:
    # With a height of its own the row is not clipped where LibreOffice repeats merged headings.
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        f"<w:tblHeader/>{mark}</w:trPr>{''.join(cells)}</w:tr>"
    )


def _heading_cell(
    heading: Sequence[Run], width: int, merge: str, marking: Marking, mark: Mark
) -> str:
    runs = (marking.runs(run.text, mark or run.mark, size=_HALF_POINTS) for run in heading)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}'
        '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="Tablehead"/>{marking.end(mark, _HALF_POINTS)}</w:pPr>'
        f"{''.join(runs)}</w:p></w:tc>"
    )


def _row(
    columns: Sequence[Column],
    widths: Sequence[int],
    row: Sequence[Cell],
    below: Sequence[Cell],
    links: Links,
    marking: Marking,
    mark: Mark,
) -> str:
    cells = []
    for index, (column, width, cell) in enumerate(zip(columns, widths, row, strict=True)):
        merge = ""
        if cell.continues:
            merge = "<w:vMerge/>"
        elif below and below[index].continues:
            merge = '<w:vMerge w:val="restart"/>'
        centred = bool(column.group)  # columns under a shared heading hold numbers
        content = _content(cell, mark, centred, links, marking)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{content}</w:tc>'
        )
    tall = any(len(cell.paragraphs) > _UNBROKEN_LINES for cell in row) or any(
        map(_is_tall, row, widths)
    )
    own = ("" if tall else "<w:cantSplit/>") + marking.row(mark)
    return f"<w:tr>{f'<w:trPr>{own}</w:trPr>' if own else ''}{''.join(cells)}</w:tr>"


@lru_cache(maxsize=4096)
def _is_tall(cell: Cell, width: int) -> bool:
    """Whether the text of a cell is so tall that it may break across pages."""
    return _filled([part.text for part in cell.paragraphs], width) > _UNBROKEN_LINES


def _filled(paragraphs: Iterable[str], width: int) -> int:
    """Estimate how many lines the paragraphs fill in a column of ``width`` twips."""
    room = max(1, width - 2 * SIDE_MARGIN)
    return sum(1 + _LETTER * _letters(text) // room for text in paragraphs)


def _letters(text: str) -> int:
    """Count the letters of a text, a Chinese one as two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _content(cell: Cell, mark: Mark, centred: bool, links: Links, marking: Marking) -> str:
    """Draw a cell's paragraphs; without revisions, what stands in several places is drawn once."""
    if marking.tracking or mark:
        ends = marking.paragraphs(cell.paragraphs, mark)
        return "".join([_drawn(end, centred, links, marking) for end in ends])
    made = []
    for paragraph in cell.paragraphs or (EMPTY,):
        known = marking.drawn.get((paragraph, centred))
        if known is None:
            [end] = marking.paragraphs((paragraph,), mark)
            known = marking.drawn[paragraph, centred] = _drawn(end, centred, links, marking)
        made.append(known)
    return "".join(made)


def _drawn(end: End, centred: bool, links: Links, marking: Marking) -> str:
    paragraph = end.paragraph
    former = marking.former(_kind(paragraph.was, centred)) if paragraph.was else ""
    return (
        f"<w:p><w:pPr>{_kind(paragraph.kind, centred)}{marking.end(end.mark, _HALF_POINTS)}{former}"
        f"</w:pPr>{''.join(_linked(paragraph, links, marking))}</w:p>"
    )


def _kind(kind: ParagraphKind, centred: bool) -> str:
    """The properties of a paragraph of that kind, but for those of its end."""
    number, indent = _LISTED.get(kind, ("", ""))
    return f'<w:pStyle w:val="Tabletext"/>{number}{indent}{_CENTRED if centred else ""}'


def _linked(paragraph: Paragraph, links: Links, marking: Marking) -> Iterator[str]:
    """The runs of a paragraph; those that stand side by side with one target are one link."""
    was = paragraph.was or paragraph.kind
    runs = [run for run in paragraph.runs if run.text]
    if len(runs) == 1 and not runs[0].href and not runs[0].mark:
        yield marking.runs(runs[0].text, "", bold=paragraph.kind == "year", size=_HALF_POINTS)
        return
    for href, group in groupby(runs, lambda run: run.href):
        link = links.relationship(href) if href else None
        style = "Hyperlink" if link else ""
        drawn = ""
        for run in group:
            bold = (was if run.mark == "deleted" else paragraph.kind) == "year"
            drawn += marking.runs(run.text, run.mark, style=style, bold=bold, size=_HALF_POINTS)
        yield f'<w:hyperlink r:id="{link}" w:history="1">{drawn}</w:hyperlink>' if link else drawn
