"""Annexes as the blocks of a Word document, a heading and a table each."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.publish.docx import grid
from planctl.publish.docx.direction import right_to_left
from planctl.publish.docx.links import Links
from planctl.publish.docx.revisions import Marking
from planctl.publish.table import Annex, Run

_HALF_POINTS = 28  # of the style Annex_NoTitle


def annexes(
    drawn: Sequence[Annex],
    links: Links,
    marking: Marking,
    *,
    width: int = grid.TEXT_WIDTH,
    new_page: bool = False,
) -> list[str]:
    """Draw annexes into tables ``width`` twips wide, each after the first on a new page.

    ``new_page`` begins the first on one too. The blocks must be followed by ``closing``.
    """
    blocks: list[str] = []
    for index, annex in enumerate(drawn):
        blocks.append(heading(annex, marking, new_page=new_page or index > 0))
        blocks.append(table(annex, links, marking, width))
    return blocks


def table(annex: Annex, links: Links, marking: Marking, width: int = grid.TEXT_WIDTH) -> str:
    """Draw an annex's table; see :func:`planctl.publish.docx.grid.table`."""
    drawn = grid.table(annex, links, marking, width)
    return right_to_left(drawn) if annex.right_to_left else drawn


def closing(section: str = "") -> str:
    """Return the paragraph that must follow a table; with a w:sectPr it ends a section.

    It is one point high, so that a table that fills its page does not push an empty page out.
    """
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
    )


def heading(annex: Annex, marking: Marking, *, new_page: bool) -> str:
    """Draw the lines above an annex's table."""
    lines = annex.marked or (Run("\n".join(annex.lines)),)
    # The styles of many templates say nothing of letters that run from right to left.
    bold, size = annex.right_to_left, _HALF_POINTS if annex.right_to_left else 0
    runs = (marking.runs(run.text, annex.mark or run.mark, bold=bold, size=size) for run in lines)
    page_break = "<w:pageBreakBefore/>" if new_page else ""
    # The style of some templates leaves no space between the heading and the table.
    space = '<w:spacing w:after="120"/>'
    drawn = (
        f'<w:p><w:pPr><w:pStyle w:val="AnnexNotitle"/>{page_break}{space}{marking.end(annex.mark)}'
        f"</w:pPr>{''.join(runs)}</w:p>"
    )
    return right_to_left(drawn) if annex.right_to_left else drawn
