"""The Status column, read as a report: sentences, year lines, cross-references, deliverables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from planctl.ingest import bullet
from planctl.patterns import late
from planctl.plan import identifiers
from planctl.plan.deliverable import FIELDS
from planctl.publish.table import Paragraph, Run

_YEAR = late(r"((?:19|20)\d\d)\s*:?")
_POINT = r"(\d{1,4}-0\d{1,2}\b|(?:(?<=point )|(?<= and ))\d{1,4}-\d{2,3}\b|\d[\w.]*\w|\d)"
_SEE = late(rf"\bSee points? {_POINT}(?: and {_POINT})?", re.I)
_DATE_LINE = late(r"\d{1,2} [A-Z][a-z]+ \d{4}\b")


def read(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """The report that the paragraphs of a Status cell say, as plan data, in their order.

    White space at the ends of a paragraph is not text. A date line directly under a bullet belongs
    to it; an empty paragraph is kept as an empty text.
    """
    blocks: list[dict[str, Any]] = []
    lead_in = ""
    for kind, lines in _groups(paragraphs):
        if kind == "bullet":
            if not blocks:
                blocks.append({})
            blocks[-1].setdefault("deliverables", []).append(_deliverable(lines, lead_in))
            continue
        blocks.append(_block(lines[0].text))
        if "year" not in blocks[-1]:
            lead_in = lines[0].text
    return blocks


def _groups(paragraphs: Iterable[Paragraph]) -> list[tuple[str, list[Run]]]:
    """Paragraphs as ("text", [text]) and ("bullet", [bullet, dash, …]); see :func:`read`."""
    groups: list[tuple[str, list[Run]]] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        line = Run(text, next((run.href for run in paragraph.runs if run.href), None))
        under_bullet = bool(groups) and groups[-1][0] == "bullet"
        if paragraph.kind == "dash" and under_bullet:
            groups[-1][1].append(line)
        elif paragraph.kind in ("bullet", "dash"):
            groups.append(("bullet", [line]))
        elif under_bullet and len(groups[-1][1]) == 1 and _DATE_LINE.match(text):
            [bullet_line] = groups[-1][1]
            groups[-1][1][0] = bullet_line._replace(text=f"{bullet_line.text}\n{text}")
        else:
            groups.append(("text", [line]))
    return groups


def _deliverable(lines: list[Run], lead_in: str) -> str | dict[str, Any]:
    data = _linked(bullet.read(lines[0].text, lead_in), lines[0].href)
    if len(lines) == 1:
        return data
    items = [_linked(bullet.read(dash.text, lead_in), dash.href) for dash in lines[1:]]
    return {**_fields(data), "items": items}


def _linked(data: str | dict[str, Any], href: str | None) -> str | dict[str, Any]:
    """The deliverable with the address that its text leads to, where it shows none itself."""
    fields = _fields(data)
    if not href or "url" in fields:
        return data
    fields["url"] = href
    return {name: fields[name] for name in FIELDS if name in fields}


def _fields(data: str | dict[str, Any]) -> dict[str, Any]:
    if isinstance(data, str):
        return {"ref" if identifiers.parse(data) else "title": data}
    return {**data}


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
