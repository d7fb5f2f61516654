"""One plan with thousands of rows, as the Word document that it is published in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planctl.plan.model import plan_from
from planctl.publish.annex import annex
from planctl.publish.docx import write
from tests.bench import corpus


def write_document(path: Path, rows: int) -> None:
    """Write a document with the rows of the first plans of the corpus, as many as that."""
    directives: list[dict[str, Any]] = []
    left = rows
    number = 0
    while left > 0:
        for directive in corpus.plan_data(number)["directives"]:
            directive = _renumbered(directive, str(len(directives) + 1))
            directive["activities"] = directive["activities"][:left]
            left -= len(directive["activities"])
            directives += [directive] if directive["activities"] else []
        number += 1
    data = {**corpus.plan_data(0), "directives": directives}
    drawn = annex(plan_from(corpus.plan_key(0), data), 1)
    path.write_bytes(write([drawn], title="Action plan", created=str(data["as_of"])))


def _renumbered(directive: dict[str, Any], new: str) -> dict[str, Any]:
    activities = [
        {**one, "id": new + one["id"].removeprefix(directive["id"])}
        for one in directive["activities"]
    ]
    return {**directive, "id": new, "activities": activities}
