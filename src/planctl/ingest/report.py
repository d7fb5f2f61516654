"""The Status column, read as a report: sentences, year lines, cross-references, deliverables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from planctl.ingest import bullet
from planctl.plan import identifiers
from planctl.publish.table import Paragraph

_YEAR = re.compile(r"((?:19|20)\d\d)\s*:?")
_SEE = re.compile(r"\bSee points? (\d[\w.]*\w|\d)(?: and (\d[\w.]*\w|\d))?", re.I)
_DATE_LINE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}\b")


def read(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """The report that the paragraphs of a Status cell say, as plan data, in their order.

    White space at the ends of a paragraph is not text. A date line directly under a bullet belongs
    to it; an empty paragraph is kept as an empty text.
    """
    blocks: list[dict[str, Any]] = []
    lead_in = ""
    open_bullet: list[str] = []
    dashes: list[str] = []

    def close() -> None:
        if not open_bullet:
            return
        if not blocks:
            blocks.append({})
        data = bullet.read("\n".join(open_bullet), lead_in)
        if dashes:
            if isinstance(data, str):
                data = {"ref" if identifiers.parse(data) else "title": data}
            data = {**data, "items": [bullet.read(dash, lead_in) for dash in dashes]}
        blocks[-1].setdefault("deliverables", []).append(data)
        open_bullet.clear()
        dashes.clear()

    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if paragraph.kind == "dash" and open_bullet:
            dashes.append(text)
        elif paragraph.kind in ("bullet", "dash"):
            close()
            open_bullet.append(text)
        elif open_bullet and not dashes and _DATE_LINE.match(text):
            open_bullet.append(text)
        else:
            close()
            blocks.append(_block(text))
            if "year" not in blocks[-1]:
                lead_in = text
    close()
    return blocks


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
