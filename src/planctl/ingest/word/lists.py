"""Automatic numbers and bullets: the lists of a Word file, counted as Word counts.

Lists with the same definition count on from one another, unless one says where it starts. A level
begins again after one above it (17.9.10: or only after some of them, or never).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planctl.ingest import figures, symbols
from planctl.ingest.measure import number
from planctl.ingest.word.names import VAL, W, is_on, part_of, value
from planctl.patterns import late

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planctl.ingest.word.styles import Style, Styles

_LEVELS = 9
_MOST = (0, 1_000_000)
_PLACE = late(r"%([1-9])")
_LONGEST = 200  # of what is written in front of an item


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    restart: int  # the level, from 1, after which this one begins again; 0 for none, -1 for all
    style: str
    decimal: bool  # all numbers in it are decimal ones
    font: str


@dataclass(slots=True)
class _List:
    """A list: its levels, the definition whose count it shares, and where it starts anew."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a file by their numbers, and how far each has counted."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._read(root, styles)

    def level_of(self, name: str, style: Style) -> int:
        """Return the level of list ``name`` that is that of a paragraph's style, else the first."""
        held = self._lists.get(name)
        of_styles = {level.style: at for at, level in held.levels.items()} if held else {}
        return next((of_styles[one] for one in style.lists if one in of_styles), 0)

    def label(self, name: str, level: int) -> str:
        """Count one item of list ``name`` on a level, from 0; return what stands in front of it."""
        held = self._lists.get(name)
        found = held.levels.get(level) if held else None
        if held is None or found is None:
            return ""
        counts = self._count(held, level)
        if found.form == "bullet":
            text = found.text.strip()
            return symbols.bullet(text) if len(text) <= 1 else symbols.shown(text, found.font)

        def number_at(place: int) -> str:
            other = held.levels.get(place)
            form = "decimal" if found.decimal else other.form if other else "decimal"
            count = counts[place]
            return figures.written(other.start if count is None and other else count or 0, form)

        text = _PLACE.sub(lambda place: number_at(int(place[1]) - 1), found.text)
        return symbols.shown(text, found.font).strip()[:_LONGEST]

    def _count(self, held: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(held.definition, [None] * _LEVELS)
        count = counts[level]
        anew = held.starts.pop(level, None)
        if anew is not None:
            counts[level] = anew
        else:
            counts[level] = held.levels[level].start if count is None else count + 1
        for deeper in range(level + 1, _LEVELS):
            restart = held.levels[deeper].restart if deeper in held.levels else -1
            if restart < 0 or restart > level:
                counts[deeper] = None
        return counts

    def _read(self, root: _Element, styles: Styles) -> None:
        definitions: dict[str, _Element] = {}
        for element in root.iterchildren(f"{W}abstractNum"):
            definitions.setdefault(element.get(f"{W}abstractNumId", ""), element)
        leads = {
            element.get(f"{W}numId", ""): value(element, "abstractNumId")
            for element in root.iterchildren(f"{W}num")
        }
        levels: dict[str, dict[int, _Level]] = {}
        for element in root.iterchildren(f"{W}num"):
            name = value(element, "abstractNumId")
            # A definition may say that it is that of a style, which has a list of its own.
            linked = value(definitions.get(name), "numStyleLink")
            name = leads.get(styles.of(linked).list, name) if linked else name
            if name not in definitions:
                continue
            if name not in levels:
                levels[name] = _levels(definitions[name])
            made = _List(name, levels[name])
            _override(made, element)
            self._lists.setdefault(element.get(f"{W}numId", ""), made)


def _levels(definition: _Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in definition.iterchildren(f"{W}lvl"):
        place = number(element.get(f"{W}ilvl", ""), _LEVELS)
        if place < _LEVELS:
            found[place] = _level(element)
    return found


def _level(element: _Element) -> _Level:
    fonts = part_of(element, "rPr", "rFonts")
    picture = part_of(element, "lvlPicBulletId") is not None
    return _Level(
        number(value(element, "start"), 0, _MOST),
        "bullet" if picture else value(element, "numFmt", default="decimal"),
        value(element, "lvlText")[:_LONGEST],
        number(value(element, "lvlRestart"), -1),
        value(element, "pStyle"),
        is_on(part_of(element, "isLgl")) is True,
        "" if fonts is None else fonts.get(f"{W}ascii", ""),
    )


def _override(made: _List, element: _Element) -> None:
    """Take over what one list does otherwise than others of its definition."""
    for override in element.iterchildren(f"{W}lvlOverride"):
        place = number(override.get(f"{W}ilvl", ""), _LEVELS)
        if place >= _LEVELS:
            continue
        own = part_of(override, "lvl")
        if own is not None:
            made.levels = {**made.levels, place: _level(own)}
        start = part_of(override, "startOverride")
        if start is not None:
            made.starts[place] = number(start.get(VAL, ""), 0, _MOST)
