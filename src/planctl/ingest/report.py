"""The Status column, read as a report: sentences, year lines, cross-references, deliverables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from planctl.ingest import bullet
from planctl.patterns import late
from planctl.plan import identifiers
from planctl.publish.table import Paragraph

_YEAR = late(r"((?:19|20)\d\d)\s*:?")
_SEE = late(r"\bSee points? (\d[\w.]*\w|\d)(?: and (\d[\w.]*\w|\d))?", re.I)
_DATE_LINE = late(r"\d{1,2} [A-Z][a-z]+ \d{4}\b")


def read(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """The report that the paragraphs of a Status cell say, as plan data, in their order.

    White space at the ends of a paragraph is not text. A date line directly under a bullet belongs
    to it; an empty paragraph is kept as an empty text.
    """
    blocks: list[dict[str, Any]] = []
    lead_in = ""
    for kind, texts in _groups(paragraphs):
        if kind == "bullet":
            if not blocks:
                blocks.append({})
            blocks[-1].setdefault("deliverables", []).append(_deliverable(texts, lead_in))
            continue
        blocks.append(_block(texts[0]))
        if "year" not in blocks[-1]:
            lead_in = texts[0]
    return blocks


def _groups(paragraphs: Iterable[Paragraph]) -> list[tuple[str, list[str]]]:
    """Paragraphs as ("text", [text]) and ("bullet", [bullet, dash, …]); see :func:`read`."""
    groups: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        under_bullet = bool(groups) and groups[-1][0] == "bullet"
        if paragraph.kind == "dash" and under_bullet:
            groups[-1][1].append(text)
        elif paragraph.kind in ("bullet", "dash"):
            groups.append(("bullet", [text]))
        elif under_bullet and len(groups[-1][1]) == 1 and _DATE_LINE.match(text):
            groups[-1][1][0] += f"\n{text}"
        else:
            groups.append(("text", [text]))
    return groups


def _deliverable(texts: list[str], lead_in: str) -> str | dict[str, Any]:
    data = bullet.read(texts[0], lead_in)
    if len(texts) == 1:
        return data
    if isinstance(data, str):
        data = {"ref" if identifiers.parse(data) else "title": data}
    return {**data, "items": [bullet.read(dash, lead_in) for dash in texts[1:]]}


def _block(text: str) -> dict[str, Any]:
    year = _YEAR.fullmatch(text)
    if year:
        exact = {} if text == f"{year[1]}:" else {"text": text}
        return {"year": int(year[1]), **exact}
    see = _SEE.search(text)
    if not see:
        return {"text": text}
    targets = [target for target in see.groups() if target]
    return {"see": targets} if see.group() == text else {"text": text, "see": targets}
