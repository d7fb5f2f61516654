"""The register of deliverables, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planctl.plan.deliverable import line
from planctl.plan.kinds import KIND_WORDS
from planctl.plan.prose import plain
from planctl.review.register import Entry

HEADS = ("Kind", "Deliverable", "Title", "Date", "Cited in", "Differences")


def rows(entries: Iterable[Entry]) -> list[list[str]]:
    """A row for each deliverable, under :data:`HEADS`."""
    return [_row(entry) for entry in entries]


def as_json(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The deliverables, each with everything that its citations say."""
    return [
        {
            "kind": entry.kind or None,
            "name": entry.name,
            "titles": entry.titles,
            "dates": entry.dates,
            "status": entry.stages,
            "counterparts": entry.twins,
            "formerly": entry.former,
            "differences": entry.differences(),
            "cited": [
                {"address": one.address, "line": line(one.deliverable)} for one in entry.citations
            ],
        }
        for entry in entries
    ]


def _row(entry: Entry) -> list[str]:
    title = entry.titles[0] if entry.titles else ""
    return [
        KIND_WORDS[entry.kind][0] if entry.kind in KIND_WORDS else "",
        entry.name if entry.first.ref or not title else "",
        plain(title),
        ", ".join(entry.dates),
        ", ".join(entry.addresses),
        "; ".join(entry.differences()),
    ]
