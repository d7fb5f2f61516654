"""Small catalogues for the tests."""

from __future__ import annotations

from pathlib import Path

RECORD = """\
---
title:
- language: en
  content: '{title}'
docidentifier:
- content: {ref}
  type: ITU
date:
- type: published
  at: {date}
"""

DOCUMENTS = (
    ("ITU-T L.1470 (01/2020)", "2020-01", "Greenhouse gas emissions trajectories"),
    ("ITU-T L.1470 (11/2024)", "2024-11", "Emissions trajectories, revised"),
    ("ITU-T K.52 (01/2018)", "2018-01", "Guidance on limits"),
    ("ITU-T K.91 (01/2024)", "2024-01", "Guidance for assessment"),
    ("ITU-T L.1304 (11/2021)", "2021-11", "Procurement criteria for sustainable data centres"),
    ("ITU-T L Suppl. 37 (11/2020)", "2020-11", "Guidance to operators"),
)


def fill(folder: Path, documents: tuple[tuple[str, str, str], ...] = DOCUMENTS) -> Path:
    """A clone with these documents (name, date, title) in its folder ``data``."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    for ref, date, title in documents:
        name = "".join(char if char.isalnum() else "-" for char in ref.lower())
        text = RECORD.format(ref=ref, date=date, title=title)
        (data / f"{name}.yaml").write_text(text, encoding="utf-8", newline="")
    return folder
