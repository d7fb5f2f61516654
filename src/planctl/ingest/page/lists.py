"""The lists of a page: what a browser writes in front of their items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planctl.ingest import figures
from planctl.patterns import late

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_TYPE = late(r"list-style(?:-type)?:\s*([^;]+)", re.IGNORECASE)
_NUMBER = late(r"-?[0-9]{1,9}")
_DASHES = "-–—−"


@dataclass(slots=True)
class List:
    """An open list: its sign, or the format of its numbers and the next of them."""

    sign: str
    form: str
    next: int = 1

    def label(self, attributes: Mapping[str, str]) -> str:
        """Return what stands in front of an item with these attributes."""
        if not self.form:
            return self.sign
        self.next = _number(attributes.get("value", ""), self.next)
        label = f"{figures.written(self.next, self.form)}."
        self.next += 1
        return label


def opened(tag: str, attributes: Mapping[str, str]) -> List:
    """Return the list that begins with an element."""
    style = _TYPE.search(attributes.get("style", ""))
    kind = style[1].strip() if style else ""
    if kind == "none":
        return List("", "")
    quoted = kind.strip("\"'\\ ")
    if (quoted and quoted[0] in _DASHES) or attributes.get("class", "") == "dash":
        return List("–", "")
    form = _FORMS.get(kind) or _FORMS.get(attributes.get("type", ""))
    if tag == "ol" or (form and kind):
        return List("", form or "decimal", _number(attributes.get("start", ""), 1))
    return List("•", "")


def _number(text: str, default: int) -> int:
    return int(text) if _NUMBER.fullmatch(text.strip()) else default
