"""Edits of a report: a deliverable put in, a deliverable taken out. Text in, new text out."""

from __future__ import annotations

import re
from typing import Any

from planctl.change.placement import Place
from planctl.plan.model import Activity, Block, Path
from planctl.plan.prose import text_of
from planctl.store.yaml import edits


def add_deliverable(text: str, activity: Activity, place: Place, data: str | dict[str, Any]) -> str:
    """Return the plan's ``text`` with the deliverable ``data`` at ``place`` in the report.

    Raises EditFault.
    """
    report = (*activity.path, "report")
    if place.position is None:
        block: dict[str, Any] = {} if place.year is None else {"year": place.year}
        block["deliverables"] = [data]
        if not activity.report:
            return edits.set_value(text, report, [block], after=("status",))
        return edits.insert_item(text, report, place.block, block)
    path = (*report, place.block, "deliverables")
    if activity.report[place.block].deliverables:
        return edits.insert_item(text, path, place.position, data)
    return edits.set_value(text, path, [data])


def remove_deliverable(text: str, activity: Activity, path: Path) -> str:
    """Return the plan's ``text`` without the deliverable at ``path``.

    What was there for it alone goes with it: its list, its year line, an empty report. Raises
    EditFault.
    """
    siblings, index = path[:-1], path[-1]
    block = block_at(activity, path)
    if loses_block(activity, path):
        if len(activity.report) == 1:
            return edits.remove_key(text, (*activity.path, "report"))
        return edits.remove_item(text, block.path[:-1], int(block.path[-1]))
    if _is_alone(block, path):
        return edits.remove_key(text, siblings)
    return edits.remove_item(text, siblings, int(index))


def block_at(activity: Activity, path: Path) -> Block:
    """The block of the report that ``path`` leads into."""
    return next(block for block in activity.report if path[: len(block.path)] == block.path)


def loses_block(activity: Activity, path: Path) -> bool:
    """Whether the block around the deliverable at ``path`` is there for it alone.

    It is where the block says nothing else, except perhaps the year.
    """
    block = block_at(activity, path)
    if not _is_alone(block, path) or path[-2] == "items" or block.see:
        return False
    if block.text is None:
        return True
    year_only = re.fullmatch(r"\W*\d{4}\W*", text_of(block.text))
    return block.year is not None and year_only is not None


def _is_alone(block: Block, path: Path) -> bool:
    """Whether the deliverable at ``path`` is the only one of its list."""
    if path[-2] != "items":
        return len(block.deliverables) == 1
    return any(one.path == path[:-2] and len(one.items) == 1 for one in block.deliverables)
