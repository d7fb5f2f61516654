"""The tables of a Word document, drawn plan by plan as the plans are read.

No plan stays in memory with its rows; where there are many plans, a second process draws half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planctl.plan.model import Plan
from planctl.publish.annex import Layout, annex, is_spoken
from planctl.publish.docx.revisions import Marking
from planctl.publish.docx.tables import Tables
from planctl.publish.docx.tables import draw as draw_tables
from planctl.publish.table import Annex
from planctl.publish.typography import typeset
from planctl.second_process import WORTHWHILE, begin

MANY = 16
"""So many plans are drawn in two processes; with fewer, the second saves less than it takes."""

Reader = Callable[[Sequence[Path]], Iterable[Plan]]
"""What reads the plans in files, one after the other."""


class Drawn(NamedTuple):
    """Plans by their keys, without directives; of each that was drawn, how many activities it has.

    The tables are in one piece or in two.
    """

    plans: dict[str, Plan]
    activities: dict[str, int]
    tables: tuple[Tables, ...]


def draw_all(
    files: Sequence[Path],
    read: Reader,
    apart: Reader,
    layout: Layout,
    *,
    portrait: bool = False,
    named: bool = False,
) -> Drawn:
    """Read the plans in ``files`` and draw their tables.

    ``apart`` reads as ``read`` does, in another process, to which it and the layout can be sent.
    But for plans that are ``named``, only those in the language or in English are drawn, unless
    there are none such. Raises what ``read`` does, and UnwritableTextError for text that no
    document can carry.
    """
    drawn = _divided(files, read, apart, layout, portrait, named)
    if drawn.plans and not drawn.activities:
        return _divided(files, read, apart, layout, portrait, named=True)
    return drawn


def _divided(
    files: Sequence[Path],
    read: Reader,
    apart: Reader,
    layout: Layout,
    portrait: bool,
    named: bool,
) -> Drawn:
    if not WORTHWHILE or len(files) < MANY:
        return draw(files, read, layout, portrait, named)
    half = len(files) * 8 // 15  # the other process begins later, and has to send what it drew
    others = begin(draw, files[half:], apart, layout, portrait, named)
    one = draw(files[:half], read, layout, portrait, named)
    other = others()
    return Drawn(
        one.plans | other.plans, one.activities | other.activities, one.tables + other.tables
    )


def draw(files: Sequence[Path], read: Reader, layout: Layout, portrait: bool, named: bool) -> Drawn:
    """Read plans and draw their tables; where they are not ``named``, as in :func:`draw_all`."""
    plans: dict[str, Plan] = {}
    activities: dict[str, int] = {}

    def annexes() -> Iterator[Annex]:
        for plan in read(files):
            language = plan.data.get("language", "en")
            plans[plan.key] = plan._replace(directives=(), data={"language": language})
            if named or is_spoken(plan, layout.language):
                activities[plan.key] = layout.count(plan)
                yield typeset(annex(plan, 1, layout))

    drawn = draw_tables(annexes(), Marking(), portrait=portrait)
    return Drawn(plans, activities, (drawn,))
