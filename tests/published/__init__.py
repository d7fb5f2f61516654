"""The action plans as SG5 sent them to TSAG in October 2020, cell by cell.

``october-2020.json``: three annexes; each cell is a list of [kind, text], the kinds being those of
the neutral table (text, year, bullet, dash). The letters are the published ones.
"""

from __future__ import annotations

import json
from pathlib import Path

from planctl.publish.table import Annex, Cell, Column, Paragraph, Run

KEYS = (
    "level1",
    "level2",
    "directives",
    "references",
    "activities",
    "responsibilities",
    "time_plan",
    "status",
)


def annexes() -> list[Annex]:
    """The three published annexes as neutral tables."""
    source = Path(__file__).with_name("october-2020.json")
    return [
        Annex(
            number=annex["number"],
            heading=tuple(annex["heading"]),
            title="",
            columns=tuple(
                Column(key, tuple(lines), 1)
                for key, lines in zip(KEYS, annex["columns"], strict=True)
            ),
            rows=tuple(tuple(_cell(cell) for cell in row) for row in annex["rows"]),
        )
        for annex in json.loads(source.read_text(encoding="utf-8"))
    ]


def _cell(paragraphs: list[list[str]]) -> Cell:
    return Cell(
        tuple(
            Paragraph((Run(text),) if text else (), kind)  # type: ignore[arg-type]
            for kind, text in paragraphs
        )
    )
