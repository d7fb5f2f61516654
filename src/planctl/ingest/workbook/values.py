"""What a cell of a workbook shows: its text, or its number as its format has it.

Numbers are stored without their looks (ISO/IEC 29500-1, 18.8.30, numFmt): a date is a count of
days. It is read as a stored date, with as much of it as the cell shows. Of other formats those of
plain digits are followed; what any other format adds to a number is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from planctl.ingest.measure import number
from planctl.patterns import late

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_DAYS: Final = {
    **dict.fromkeys((14, 15, 16, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    17: "mmm-yy",
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
    22: "yyyy-mm-dd h:mm",
    1: "0",
    2: "0.00",
    9: "0%",
    10: "0.00%",
}
_ASIDE = late(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|;.*', re.DOTALL)
_PLAIN = late(r"(0+)(?:\.(0+))?(%?)")
_ESCAPE = late(r"_x([0-9A-Fa-f]{4})_")
_FIRST_1904 = 1462  # days between the beginnings of the two ways to count
_LONGEST = 100  # of a format
_NOT_A_DAY = 60  # 29 February 1900, which there was not, but Excel counts it
_LAST = 2_958_466  # 1 January 10000


class Formats(NamedTuple):
    """The formats of a workbook's cells by the cells' styles, and how it counts days."""

    codes: tuple[str, ...]
    since_1904: bool = False

    def shown(self, value: str, style: int) -> str:
        """Return a number as a cell with a style shows it."""
        try:
            amount = float(value)
        except ValueError:
            return value
        code = self.codes[style] if style < len(self.codes) else ""
        held = _ASIDE.sub("", code).lower()
        if any(letter in held for letter in "ymdhs") and 0 <= amount < _LAST:
            return self._moment(amount, held)
        plain = _PLAIN.fullmatch(held)
        if plain and abs(amount) < 1e15:
            whole, decimals, percent = plain.groups()
            places = len(decimals or "")
            width = len(whole) + (places + 1 if places else 0)
            return f"{amount * 100 if percent else amount:0{width}.{places}f}{percent}"
        return str(int(amount)) if amount.is_integer() and abs(amount) < 1e15 else repr(amount)

    def _moment(self, amount: float, held: str) -> str:
        from datetime import datetime, timedelta

        if self.since_1904:
            amount += _FIRST_1904
        elif amount < _NOT_A_DAY:
            amount += 1
        moment = datetime(1899, 12, 30) + timedelta(days=amount, seconds=0.5)
        clock = f"{moment:%H:%M}" if "h" in held or "s" in held else ""
        if "y" not in held and "d" not in held:
            return clock or f"{moment:%Y-%m}"
        day = moment.date().isoformat()
        kept = 10 if "d" in held else 7 if "m" in held.replace("mm:ss", "") else 4
        return f"{day[:kept]} {clock}".strip()


def formats(root: _Element | None, *, since_1904: bool) -> Formats:
    """Return the formats that a workbook's styles define."""
    if root is None:
        return Formats((), since_1904)
    own = {
        element.get("numFmtId", ""): element.get("formatCode", "")[:_LONGEST]
        for element in root.iterfind(f"{S}numFmts/{S}numFmt")
    }
    codes = (
        own.get(name, _DAYS.get(number(name, 0), ""))
        for name in (one.get("numFmtId", "") for one in root.iterfind(f"{S}cellXfs/{S}xf"))
    )
    return Formats(tuple(codes), since_1904)


def text_of(element: _Element) -> str:
    """Return the text of a shared or an inline string, without what helps to pronounce it."""
    texts: list[str] = []
    for child in element:
        if child.tag == f"{S}t":
            texts.append(child.text or "")
        elif child.tag == f"{S}r":
            texts.append(child.findtext(f"{S}t") or "")
    return unescaped("".join(texts))


def unescaped(text: str) -> str:
    """Return text with the characters that XML cannot hold, which Excel writes as _x000D_."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "" if 0xD800 <= code < 0xE000 or (code < 0x20 and code not in (9, 10, 13)) else chr(code)
