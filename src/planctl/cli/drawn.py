"""The tables of a Word document, drawn plan by plan as the plans are read.

No plan stays in memory with its rows; where there are many plans, a second process draws half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planctl.cli.formats import FORMATS, printed
from planctl.cli.spoken import is_spoken
from planctl.second_process import WORTHWHILE, begin
from planctl.store.repository import Repository

if TYPE_CHECKING:
    from planctl.cli.layout import Look
    from planctl.plan.model import Plan
    from planctl.publish.docx.tables import Tables
    from planctl.publish.table import Annex

MANY = 16
"""So many plans are drawn in two processes; with fewer, the second saves less than it takes."""


class Drawn(NamedTuple):
    """Plans by their keys, without directives; of each that was drawn, how many activities it has.

    The tables are in one piece or in two.
    """

    plans: dict[str, Plan]
    activities: dict[str, int]
    tables: tuple[Tables, ...]


def draw_all(repository: Repository, keys: Sequence[str], look: Look) -> Drawn:
    """Read the plans that ``keys`` name, or all, and draw their tables.

    Of all plans, only those in the language or in English are drawn, unless there are none such.
    Raises UnreadablePlan, UsageFault where a key names no plan, and UnwritableTextError for text
    that no document can carry.
    """
    paths = [repository.path_of(key) for key in keys] or repository.files()
    files = [*{path.stem: path for path in paths}.values()]
    drawn = _divided(repository, files, look, named=bool(keys))
    if drawn.plans and not drawn.activities:
        return _divided(repository, files, look, named=True)
    return drawn


def _divided(repository: Repository, files: Sequence[Path], look: Look, *, named: bool) -> Drawn:
    alone = repository.source.revision or look.layout.shown is not None
    if alone or not WORTHWHILE or len(files) < MANY:
        return draw(repository, files, look, named)
    half = len(files) * 8 // 15  # the other process begins later, and has to send what it drew
    others = begin(draw, Repository(repository.root), files[half:], look, named)
    one = draw(repository, files[:half], look, named)
    other = others()
    return Drawn(
        one.plans | other.plans, one.activities | other.activities, one.tables + other.tables
    )


def draw(repository: Repository, files: Sequence[Path], look: Look, named: bool) -> Drawn:
    """Read plans and draw their tables; where they are not ``named``, as in :func:`draw_all`."""
    from planctl.publish.annex import annex
    from planctl.publish.docx import tables
    from planctl.store import schema

    plans: dict[str, Plan] = {}
    activities: dict[str, int] = {}
    schema.expect(len(files))

    def annexes() -> Iterator[Annex]:
        for path in files:
            plan = repository.read(path).plan
            language = plan.data.get("language", "en")
            plans[plan.key] = plan._replace(directives=(), data={"language": language})
            if named or is_spoken(plan, look.layout.language):
                activities[plan.key] = shown_activities([plan], look)
                yield printed(annex(plan, look.first, look.layout), FORMATS["docx"])

    drawn = tables.draw(annexes(), portrait=look.portrait)
    return Drawn(plans, activities, (drawn,))


def shown_activities(plans: Iterable[Plan], look: Look) -> int:
    """How many activities of plans are shown."""
    shown = look.layout.shown
    return sum(
        1 for plan in plans for _, activity in plan.activities() if shown is None or shown(activity)
    )
