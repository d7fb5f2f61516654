"""The styles of a Word file, each with what it takes from those it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from planctl.ingest.word.names import VAL, W, is_on, part_of, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 64


class Style(NamedTuple):
    """What a style says of a paragraph or of a stretch of text.

    ``list`` is the number of the list that its paragraphs are in, "" for none, and ``level`` the
    level as it is written, "" where the list itself knows which of its levels is the style's.
    ``lists`` are the style's and those it is based on: one of them the list's level may name.
    """

    name: str = ""
    bold: bool = False
    hidden: bool = False
    list: str = ""
    level: str = ""
    lists: tuple[str, ...] = ()


_NONE: Final = Style()


class Styles:
    """The styles of a file by their IDs; ``root`` is the part that defines them, if any does."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.usual = ""
        for element in [] if root is None else root.iterchildren(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements.setdefault(name, element)
            is_default = element.get(f"{W}default", "0") in ("1", "true", "on")
            if is_default and element.get(f"{W}type") == "paragraph":
                self.usual = name

    def of(self, name: str) -> Style:
        """Return the style with an ID; one that says nothing where there is none."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._resolved(name)
        return found

    def _resolved(self, name: str) -> Style:
        held = name
        seen: list[str] = []
        while held in self._elements and held not in seen and len(seen) < _DEEPEST:
            seen.append(held)
            held = value(self._elements[held], "basedOn")
        style = _NONE
        for one in reversed(seen):
            style = _over(style, self._elements[one])
        return style._replace(lists=tuple(seen))


def _over(style: Style, element: _Element) -> Style:
    """Return a style as the one that is based on it changes it."""
    properties = part_of(element, "rPr")
    bold, hidden = is_on(part_of(properties, "b")), is_on(part_of(properties, "vanish"))
    numbering = part_of(element, "pPr", "numPr")
    held = part_of(numbering, "numId")
    return Style(
        value(element, "name"),
        style.bold if bold is None else bold,
        style.hidden if hidden is None else hidden,
        style.list if held is None else held.get(VAL, ""),
        value(numbering, "ilvl", default=style.level),
    )
