"""The first sheet of a workbook that planctl wrote: which resolution each of its plans is about."""

from __future__ import annotations

from planctl.ingest import headings
from planctl.ingest.document import Document, Grid
from planctl.ingest.headings import Heading
from planctl.plan.prose import fold
from planctl.publish.xlsx.words import WORDS


def is_summary(grid: Grid) -> bool:
    """Whether a grid is the first sheet of such a workbook."""
    heads = [fold(one.text) for one in grid.rows[0]] if grid.rows else []
    return any(
        [fold(one.key), fold(one.resolution), fold(one.lead)] == heads[:3] for one in WORDS.values()
    )


def summaries(document: Document) -> dict[str, tuple[Heading, str]]:
    """What the sheet says of each plan, by its key: the resolution, and who keeps the plan."""
    found: dict[str, tuple[Heading, str]] = {}
    for grid in document.blocks:
        if not isinstance(grid, Grid) or not is_summary(grid):
            continue
        for row in grid.rows[1:]:
            cells = {one.column: one.text.strip() for one in row}
            lines = cells.get(1, "").split("\n")
            heading, _ = headings.find([lines[0], "\n".join(lines[1:])])
            if heading:
                found[cells.get(0, "")] = (heading, cells.get(2, ""))
    return found
