"""Marks in Word: revisions that can be accepted and rejected, or colour (ISO/IEC 29500-1, 17.13.5).

A paragraph is inserted or deleted with its end: text and end go, and what follows is as it was.
The end of a cell's last paragraph can be neither inserted nor deleted. So where the last paragraph
is, the mark stands at the end before it, and the last one, which stays, notes in ``w:pPrChange``
what kind of paragraph it ends in the earlier state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planctl.publish.docx import text
from planctl.publish.table import Mark, Paragraph, ParagraphKind, Run, Tracking

EMPTY = Paragraph(())
"""What stands in a cell in which there is nothing."""

_ELEMENTS = {"inserted": "ins", "deleted": "del"}


def highest_number(document: bytes) -> int:
    """The highest ID in a document that has some: revisions that are added go on from there."""
    found = re.findall(rb":id\s*=\s*[\"'](\d{1,9})[\"']", document)
    return max(map(int, found), default=0)


class End(NamedTuple):
    """A paragraph as Word marks it: the marks are on its runs, and ``mark`` is that of its end."""

    paragraph: Paragraph
    mark: Mark


class Marking:
    """How marks are drawn in a document: as revisions with ``tracking``, in colour without.

    ``count`` is the highest number that a revision has; ``drawn`` are paragraphs that may stand
    in several places, by the size and alignment that they have there.
    """

    def __init__(self, tracking: Tracking | None = None, count: int = 0) -> None:
        self.tracking = tracking
        self.count = count
        self.drawn: dict[tuple[int, bool], dict[Paragraph, str]] = {}

    def runs(
        self, words: str, mark: Mark, *, style: str = "", bold: bool = False, size: int = 0
    ) -> str:
        """Draw text with its mark; as :func:`planctl.publish.docx.text.runs`."""
        if self.tracking is None:
            return text.runs(words, style=style, bold=bold, half_points=size, look=mark)
        gone = mark == "deleted"
        made = text.runs(words, style=style, bold=bold, half_points=size, deleted=gone)
        return self._element(mark, made) if mark and made else made

    def end(self, mark: Mark, size: int = 0) -> str:
        """The properties of a paragraph's end: its size in half points (0: the style's), its mark.

        They also are those of the sign before an item of a list.
        """
        if self.tracking is None:
            return text.properties(half_points=size, look=mark)
        return text.properties(half_points=size, revision=self.row(mark))

    def row(self, mark: Mark) -> str:
        """What the properties of a row say of its mark."""
        return self._element(mark) if mark and self.tracking else ""

    def former(self, properties: str) -> str:
        """What the properties of a paragraph say of those that it had."""
        if self.tracking is None:
            return ""
        return f"<w:pPrChange{self._signed()}><w:pPr>{properties}</w:pPr></w:pPrChange>"

    def paragraphs(self, paragraphs: Sequence[Paragraph], row: Mark) -> list[End]:
        """A cell's paragraphs as they are drawn, at least one, in a row with the mark ``row``."""
        spread = [
            _spread(one, one.mark or row) if one.mark or row else one
            for one in paragraphs or (EMPTY,)
        ]
        if row or self.tracking is None:
            return [End(one, one.mark) for one in spread]
        return _ends(spread)

    def _element(self, mark: Mark, content: str = "") -> str:
        name = _ELEMENTS[mark]
        opened = f"<w:{name}{self._signed()}"
        return f"{opened}>{content}</w:{name}>" if content else f"{opened}/>"

    def _signed(self) -> str:
        """A number no other revision has, the author and the date."""
        assert self.tracking is not None  # noqa: S101
        self.count += 1
        author = text.escape(self.tracking.author)
        return (
            f' w:id="{self.count}" w:author="{author}" w:date="{text.moment(self.tracking.date)}"'
        )


def _spread(paragraph: Paragraph, mark: Mark) -> Paragraph:
    """The paragraph with its mark on its runs too."""
    return paragraph._replace(
        mark=mark, runs=tuple(run._replace(mark=mark) for run in paragraph.runs)
    )


def _ends(parts: Sequence[Paragraph]) -> list[End]:
    """The ends of a cell's paragraphs, of which the last has no mark."""
    kept = 1 + max((at for at, one in enumerate(parts) if not one.mark), default=-1)
    tail = parts[kept:]
    gone = [one for one in tail if one.mark == "deleted"]
    there = [one for one in tail if one.mark == "inserted"]
    ends = [End(one, one.mark) for one in parts[:kept]]
    if kept and not (gone and there):
        return [*ends[:-1], *_shifted(parts[kept - 1], tail)]
    # What is last in one state goes over into what is last in the other, be it an empty paragraph.
    ends += [End(one, one.mark) for one in (*gone[:-1], *there[:-1])]
    before, after = (gone or [EMPTY])[-1], (there or [EMPTY])[-1]
    runs = before.runs + after.runs
    return [*ends, End(_between(runs, before.kind, after.kind), "")]


def _shifted(first: Paragraph, tail: Sequence[Paragraph]) -> list[End]:
    """A paragraph that stays, and those that only one state has after it to the end of the cell."""
    if not tail:
        return [End(first, "")]
    *middle, last = tail
    mark = last.mark
    before = first.was or first.kind
    if mark == "inserted":
        start = first._replace(was=None)
        end = _between(last.runs, before, last.kind)
    else:
        start = first._replace(kind=before, was=None)
        end = _between(last.runs, last.kind, first.kind)
    return [End(start, mark), *(End(one, mark) for one in middle), End(end, "")]


def _between(runs: tuple[Run, ...], was: ParagraphKind, now: ParagraphKind) -> Paragraph:
    return Paragraph(runs, now, was=None if was == now else was)
