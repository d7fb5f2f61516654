"""An annex of the published form, read as a plan."""

from __future__ import annotations

from typing import Any

from planctl.errors import PlanctlError
from planctl.ingest import report
from planctl.patterns import late
from planctl.plan import dates
from planctl.plan.model import STATUS_WORDS
from planctl.publish.table import Annex, Cell

_HEADING = late(
    r"Action plan for implementation of (?P<assembly>[A-Z]+) Resolution (?P<number>\d+)"
    r" \((?P<edition>[^)]+)\):"
)
_STATUS_OF = {word: status for status, word in STATUS_WORDS.items()}


def read(annex: Annex, lead: str) -> dict[str, Any]:
    """The plan that ``annex`` publishes, as plan data; ``lead`` keeps it.

    A row without IDs gets the next number of Level 1 and ``unnumbered: true``. Raises PlanctlError
    where the heading names no resolution or the Status column no month.
    """
    heading = _HEADING.fullmatch(annex.heading[0])
    as_of = dates.find(annex.columns[7].heading[-1])
    if not heading or not as_of:
        raise PlanctlError(f"{annex.number}: the heading does not name a resolution and a month")
    directives: list[dict[str, Any]] = []
    for row in annex.rows:
        level_1, level_2, directive = (_text(cell) for cell in row[:3])
        if directive or not directives:
            directives.append(_directive(row, level_1, level_2, len(directives) + 1))
        directives[-1]["activities"].append(_activity(row, level_2, directives[-1]))
    return {
        "resolution": {
            "assembly": heading["assembly"],
            "number": int(heading["number"]),
            "edition": heading["edition"],
            "title": annex.heading[1],
        },
        "lead": lead,
        "as_of": str(as_of[0][2]),
        "directives": directives,
    }


def _text(cell: Cell) -> str:
    return "\n".join(paragraph.text.strip() for paragraph in cell.paragraphs)


def _directive(row: tuple[Cell, ...], level_1: str, level_2: str, next_id: int) -> dict[str, Any]:
    directive: dict[str, Any] = {
        "id": level_1 or str(next_id),
        "text": _text(row[2]),
        "references": _text(row[3]),
    }
    if not level_1:
        directive["unnumbered"] = True
    elif not level_2:
        directive["level_2"] = ""
    return {**directive, "activities": []}


def _activity(row: tuple[Cell, ...], level_2: str, directive: dict[str, Any]) -> dict[str, Any]:
    blocks = report.read(row[7].paragraphs)
    status = "ongoing"
    if len(blocks) == 1 and blocks[0].get("text") in _STATUS_OF:
        status = _STATUS_OF[blocks.pop()["text"]]
    activity: dict[str, Any] = {
        "id": directive["id"] if level_2 in ("", "-") else level_2,
        "text": _text(row[4]),
    }
    reference = _text(row[3])
    if reference and reference != directive["references"]:
        activity["references"] = reference
    activity |= {
        "responsible": _responsible(_text(row[5])),
        "time_plan": _text(row[6]),
        "status": status,
    }
    if blocks:
        activity["report"] = blocks
    return activity


def _responsible(text: str) -> list[str]:
    """The entries of a Responsibilities cell: one body over two lines, or several after ";"."""
    return [entry.strip() for entry in text.replace("\n", " ").split(";")]
