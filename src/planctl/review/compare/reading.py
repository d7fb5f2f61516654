"""A report as it is compared: its paragraphs, and its deliverables with what they stand under.

A deliverable stands under a lead-in, the last sentence or cross-reference above it, and under the
last year line between the two. So the order of blocks matters only where it changes that. An empty
paragraph is layout and says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Block
from planctl.plan.opening import opening, see_point
from planctl.plan.prose import Prose
from planctl.review.compare.meaning import Meaning, by_language, of_deliverable, value


class Text(NamedTuple):
    """A paragraph: as the report has it, what it means, and where it points."""

    prose: Prose
    meaning: Meaning
    points: tuple[str, ...]


class Mention(NamedTuple):
    """A deliverable in a report.

    ``lead_in`` is the place of its lead-in among the texts, ``parent`` that of the deliverable
    which it is an item of among the mentions; None where there is none.
    """

    deliverable: Deliverable
    meaning: tuple[Meaning, ...]
    lead_in: int | None
    year: int | None
    parent: int | None


class Reading(NamedTuple):
    """What a report says."""

    texts: tuple[Text, ...]
    mentions: tuple[Mention, ...]


def read(report: Sequence[Block], language: str = "en", shown: Sequence[Block] = ()) -> Reading:
    """Read a report whose text, where it does not name its language, is in ``language``.

    ``shown`` is the report as its file has it, block by block, where ``report`` is not that: the
    proses and deliverables in the result are from there.
    """
    texts: list[Text] = []
    mentions: list[Mention] = []
    lead_in: int | None = None
    year: int | None = None
    for block, original in zip(report, shown or report, strict=True):
        said = _said(block, language)
        if said is not None:
            texts.append(Text(opening(original) or "", said, block.see))
        if block.year is not None:
            year = block.year
        elif said is not None:
            lead_in, year = len(texts) - 1, None
        for one, printed in zip(block.deliverables, original.deliverables, strict=True):
            parent = len(mentions)
            mentions.append(Mention(printed, of_deliverable(one, language), lead_in, year, None))
            for item, shown_item in zip(one.items, printed.items, strict=True):
                meaning = of_deliverable(item, language)
                mentions.append(Mention(shown_item, meaning, lead_in, year, parent))
    return Reading(tuple(texts), tuple(mentions))


def _said(block: Block, language: str) -> Meaning:
    """What a block's own paragraph means; None where it says nothing of its own.

    A year line with deliverables does not: they stand under its year.
    """
    text = value(block.text, language)
    if block.see:
        usual = see_point(block.see)
        targets = frozenset(see_point([target]) for target in block.see)
        return ("see", targets, None if text is None or text == usual else text)
    if block.year is not None:
        if text in (None, f"{block.year}:") and block.deliverables:
            return None
        return ("year", block.year, text or f"{block.year}:")
    if block.text is None or not any(one.strip() for one in by_language(block.text).values()):
        return None
    return text
