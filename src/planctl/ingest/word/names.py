"""Names in WordprocessingML (ISO/IEC 29500-1), as lxml writes them, and what values they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
PARAGRAPH, RUN, TABLE, ROW, CELL = f"{W}p", f"{W}r", f"{W}tbl", f"{W}tr", f"{W}tc"

_OFF = frozenset(("0", "false", "off"))


def part_of(element: _Element | None, *names: str) -> _Element | None:
    """Return what stands under ``element`` by these names, one within the other."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)  # "find" is several times slower
    return element


def value(element: _Element | None, *names: str, default: str = "") -> str:
    """Return the w:val of what stands under ``element`` by these names, one within the other."""
    held = part_of(element, *names)
    return default if held is None else held.get(VAL, default)


def is_on(properties: _Element | None, name: str) -> bool | None:
    """Return whether a property is switched on (17.17.4), None where nothing is said of it."""
    held = part_of(properties, name)
    return None if held is None else held.get(VAL, "1") not in _OFF
