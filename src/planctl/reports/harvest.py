"""What was found in documents, as a table and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from planctl.harvests.placed import Harvest, Page, Placed
from planctl.plan.numerals import count

HEADS = (
    "File",
    "Line",
    "What",
    "Evidence",
    "Planned",
    "Cited in",
    "Differs",
    "May belong to",
    "Why",
)
_PLURALS = {"body": "bodies"}


def rows(harvest: Harvest) -> list[list[str]]:
    """A row for each piece of evidence, under :data:`HEADS`."""
    return [_row(page, placed) for page in harvest for placed in page.placed]


def summary(harvest: Harvest) -> str:
    """How much was found, and how much of it is new."""
    every = [placed for page in harvest for placed in page.placed]
    if not every:
        return "Nothing was found that could be evidence."
    sorts = Counter(placed.found.sort.replace("-", " ") for placed in every)
    named = [count(many, sort, _PLURALS.get(sort, "")) for sort, many in sorts.items()]
    new = sum(not one.place.cited and one.found.sort not in ("body", "plan") for one in every)
    return f"{', '.join(named)}; {new} of them {'is' if new == 1 else 'are'} new."


def as_json(harvest: Harvest) -> list[dict[str, Any]]:
    """The documents with everything that was found in them."""
    return [
        {
            "file": page.path.as_posix(),
            "written": page.reading.written.date or None,
            "told_by": page.reading.written.how or None,
            "found": [_entry(placed) for placed in page.placed],
        }
        for page in harvest
    ]


def _row(page: Page, placed: Placed) -> list[str]:
    found, where = placed.found, placed.place
    best = where.choices[0] if where.choices else None
    return [
        page.path.as_posix(),
        ", ".join(map(str, found.places)),
        found.sort,
        found.named,
        found.due or found.planned,
        ", ".join(where.cited),
        "; ".join(where.differs),
        ", ".join(choice.address for choice in where.choices),
        best.why if best else "",
    ]


def _entry(placed: Placed) -> dict[str, Any]:
    found, where = placed.found, placed.place
    return {
        "what": found.sort,
        "deliverable": dict(found.fields),
        "line": found.named,
        "sentence": found.sentence,
        "place": found.place,
        "places": list(found.places),
        "time": found.time or None,
        "done": list(found.done),
        "planned": found.planned or None,
        "due": found.due or None,
        "cited": list(where.cited),
        "differs": list(where.differs),
        "choices": [
            {"address": choice.address, "reasons": list(choice.reasons)} for choice in where.choices
        ],
    }
