"""Fields: of what is computed the result is read, and a HYPERLINK makes its result a link.

A field has a code and then a result, each between marks that may stand in different paragraphs
(17.16.18). One whose result has not begun where its paragraph ends has none.
"""

from __future__ import annotations

import re

from planctl.ingest.links import safe
from planctl.patterns import late

_ADDRESS = late(r"\s*HYPERLINK\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_WORDS = late(r'"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<switch>\\\w)|(?P<plain>[^\s"\\]+)')


class _Field:
    __slots__ = ("code", "href", "shows")

    def __init__(self, href: str | None) -> None:
        self.code: list[str] = []
        self.shows = False
        self.href = href


class Fields:
    """The fields that are open at a place in the text, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._codes = 0  # of these fields, those whose result has not begun
        self.lost: list[str] = []

    @property
    def hides(self) -> bool:
        """Whether text at this place belongs to a code and is not seen."""
        return self._codes > 0

    @property
    def href(self) -> str | None:
        """The address of the innermost link that this place is in."""
        return self._open[-1].href if self._open else None

    def mark(self, kind: str) -> None:
        """Go past a mark: "begin", "separate" or "end"."""
        if kind == "begin":
            self._open.append(_Field(self.href))
            self._codes += 1
        elif self._open and kind == "separate":
            field = self._open[-1]
            self._codes -= not field.shows
            field.shows = True
            field.href = address("".join(field.code), self.lost) or field.href
        elif self._open and kind == "end":
            self._codes -= not self._open.pop().shows

    def code(self, text: str) -> None:
        """Go past a part of the code of the innermost field."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code.append(text)

    def end_paragraph(self) -> None:
        """Give up the fields that have only a code."""
        if self._codes:
            self._open = [field for field in self._open if field.shows]
            self._codes = 0


def address(code: str, lost: list[str]) -> str | None:
    r"""Return the address of a HYPERLINK field: ``HYPERLINK "https://…" \l "place"``."""
    found = _ADDRESS.fullmatch(code)
    if not found:
        return None
    target = place = switch = ""
    for word in _WORDS.finditer(found["rest"]):
        if word["switch"]:
            switch = word["switch"].lower()
            continue
        text = word["quoted"] if word["quoted"] is not None else word["plain"]
        text = re.sub(r"\\(.)", r"\1", text)
        if switch == "\\l":
            place = text
        elif not switch or switch == "\\n":
            target = target or text
        switch = ""
    return safe(f"{target}#{place}" if place else target, lost)
