"""Names in WordprocessingML (ISO/IEC 29500-1), as lxml writes them, and what values they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    Properties = Mapping[str, _Element]

_NONE: Properties = {}

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
PARAGRAPH, RUN, TABLE, ROW, CELL = f"{W}p", f"{W}r", f"{W}tbl", f"{W}tr", f"{W}tc"

_EXCEPTIONS = f"{W}tblPrEx"
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
    return val(part_of(element, *names), default)


def val(element: _Element | None, default: str = "") -> str:
    """Return the w:val of an element, if there is one."""
    return default if element is None else element.get(VAL, default)


def is_on(switch: _Element | None) -> bool | None:
    """Return whether a property is switched on (17.17.4), None where nothing is said of it."""
    return None if switch is None else switch.get(VAL, "1") not in _OFF


def properties(element: _Element, name: str) -> Properties:
    """Return what stands in the properties of an element, by name; ``name`` is theirs."""
    for child in element:
        if child.tag == name:
            return {one.tag: one for one in child}
        if child.tag != _EXCEPTIONS:  # properties come first
            break
    return _NONE
