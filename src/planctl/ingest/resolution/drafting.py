"""A plan drafted from the text of a resolution: what it names, its clauses, and what is unsure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.ingest.resolution.model import Block, Clause, Resolution
from planctl.plan.prose import listed


def clauses(resolution: Resolution) -> list[dict[str, Any]]:
    """The operative clauses, as ``clauses`` of a plan."""
    return [dict(_clause(one, resolution.blocks[one.block])) for one in resolution.operative]


def plan(
    resolution: Resolution, named: Mapping[str, Any], lead: str, as_of: str, unit: str = "line"
) -> dict[str, Any]:
    """The data of a new plan, without directives.

    ``named`` are assembly, number, edition and title; ``unit`` is what the places count.
    """
    data: dict[str, Any] = {"resolution": dict(named), "lead": lead, "as_of": as_of}
    if resolution.language != "en":
        data["language"] = resolution.language
    notes = "\n".join(remarks(resolution, unit))
    if notes:
        data["notes"] = notes
    return {**data, "clauses": clauses(resolution), "directives": []}


def remarks(resolution: Resolution, unit: str = "line") -> Iterator[str]:
    """What the secretary must know of how the operative text was read, a sentence or two each."""
    if resolution.flattened:
        yield (
            "Two editions run together in the text. The old and the new numbers were told apart,"
            " the words were not: where a clause was reworded, its deleted and its inserted words"
            " stand side by side. Compare each with the published edition."
        )
        gone = [
            f"{resolution.blocks[one.block].words} ({one.number})"
            for one in resolution.deleted
            if not one.sub and resolution.blocks[one.block].kind != "preamble"
        ]
        if gone:
            yield f"In the old edition only, and left out: {listed(gone, 12)}."
    first = min((one.place for one in resolution.operative), default=0)
    for remark in resolution.remarks:
        if remark.place >= first:
            yield f"At {unit} {remark.place}: {remark.message}."


def _clause(clause: Clause, block: Block) -> Iterator[tuple[str, Any]]:
    yield "block", block.words
    for name in ("number", "sub", "formerly"):
        if getattr(clause, name):
            yield name, getattr(clause, name)
    yield "text", clause.text
    if clause.notes:
        yield "footnotes", list(clause.notes)
