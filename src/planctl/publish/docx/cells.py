"""What stands in a cell of an annex, as WordprocessingML (ISO/IEC 29500-1, 17.3).

Sizes, alignment and list indents stand in the paragraphs, not only in their style Table_text,
because a table that is pasted into a template takes the template's styles of the same name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from planctl.publish.docx.links import Links
from planctl.publish.docx.revisions import EMPTY, End, Marking
from planctl.publish.docx.text import is_plain
from planctl.publish.table import Cell, Mark, Paragraph, ParagraphKind, Run

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


class Look(NamedTuple):
    """How the paragraphs of a cell look: the size of their letters, in half points, and where."""

    half_points: int
    centred: bool = False


def content(cell: Cell, mark: Mark, look: Look, links: Links, marking: Marking) -> str:
    """Draw a cell's paragraphs, in a row with that mark; links are added to ``links``.

    Without revisions, what stands in several places is drawn once. Raises UnwritableTextError.
    """
    if marking.tracking or mark:
        ends = marking.paragraphs(cell.paragraphs, mark)
        return "".join([_drawn(end, look, links, marking) for end in ends])
    drawn = marking.drawn.setdefault(look, {})
    made = []
    for paragraph in cell.paragraphs or (EMPTY,):
        known = drawn.get(paragraph)
        if known is None:
            known = drawn[paragraph] = _unmarked(paragraph, look, links, marking)
        made.append(known)
    return "".join(made)


def _unmarked(paragraph: Paragraph, look: Look, links: Links, marking: Marking) -> str:
    """Draw a paragraph without revisions: most have one text, and differ in nothing else."""
    runs, kind, mark, _ = paragraph
    if len(runs) == 1 and not mark:
        text, href, marked = runs[0]
        if not (href or marked) and is_plain(text):
            before, after = _around(kind, look)
            return f"{before}{text}{after}"
    [end] = marking.paragraphs((paragraph,), "")
    return _drawn(end, look, links, marking)


@lru_cache(maxsize=64)
def _around(kind: ParagraphKind, look: Look) -> tuple[str, str]:
    """What stands before and after the text of a paragraph with one text."""
    end = End(Paragraph((Run("-"),), kind), "")
    before, _, after = _drawn(end, look, Links(0), Marking()).partition(">-<")
    return f"{before}>", f"<{after}"


def _drawn(end: End, look: Look, links: Links, marking: Marking) -> str:
    paragraph = end.paragraph
    former = marking.former(_kind(paragraph.was, look.centred)) if paragraph.was else ""
    return (
        f"<w:p><w:pPr>{_kind(paragraph.kind, look.centred)}"
        f"{marking.end(end.mark, look.half_points)}{former}</w:pPr>"
        f"{''.join(_linked(paragraph, look.half_points, links, marking))}</w:p>"
    )


def _kind(kind: ParagraphKind, centred: bool) -> str:
    """The properties of a paragraph of that kind, but for those of its end."""
    number, indent = _LISTED.get(kind, ("", ""))
    return f'<w:pStyle w:val="Tabletext"/>{number}{indent}{_CENTRED if centred else ""}'


def _linked(paragraph: Paragraph, size: int, links: Links, marking: Marking) -> Iterator[str]:
    """The runs of a paragraph; those that stand side by side with one target are one link."""
    was = paragraph.was or paragraph.kind
    runs = [run for run in paragraph.runs if run.text]
    if len(runs) == 1 and not runs[0].href and not runs[0].mark:
        yield marking.runs(runs[0].text, "", bold=paragraph.kind == "year", size=size)
        return
    for href, group in groupby(runs, lambda run: run.href):
        link = links.relationship(href) if href else None
        style = "Hyperlink" if link else ""
        drawn = ""
        for run in group:
            bold = (was if run.mark == "deleted" else paragraph.kind) == "year"
            drawn += marking.runs(run.text, run.mark, style=style, bold=bold, size=size)
        yield f'<w:hyperlink r:id="{link}" w:history="1">{drawn}</w:hyperlink>' if link else drawn
