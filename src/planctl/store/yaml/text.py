r"""Bytes of a plan file to text and back, without losing the byte-order mark or the line breaks.

A plan is UTF-8, with or without a byte-order mark, with LF or CRLF line breaks. What libyaml would
silently take for a line break (a lone CR, U+0085, U+2028, U+2029) is refused here, with its place:
folding it would alter the text of the plan. Such a character may stand escaped ("\u2028").
"""

from __future__ import annotations

from typing import NamedTuple

from planctl.errors import SyntaxFault
from planctl.patterns import late

BOM = "\ufeff"

# Characters that no text of a plan may hold, raw or escaped: XML (and so Word) cannot carry them.
UNWRITABLE = late("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_HIDDEN_BREAK = late("\r(?!\n)|[\x85\u2028\u2029]")

_BREAK_NAMES = {
    "\r": "a carriage return without a line feed",
    "\x85": "the invisible line break U+0085",
    "\u2028": "the invisible line separator U+2028",
    "\u2029": "the invisible paragraph separator U+2029",
}


class Text(NamedTuple):
    """The text of a file, without its byte-order mark, and how the file writes it.

    ``newline`` is the file's first line break, which new lines follow; LF where it has none.
    """

    text: str
    bom: bool
    newline: str

    def with_text(self, new_text: str) -> Text:
        """Return the same file with another text."""
        return Text(new_text, self.bom, self.newline)

    def encode(self, new_text: str | None = None) -> bytes:
        """Return the text, or ``new_text``, as bytes: UTF-8, with the file's byte-order mark."""
        text = self.text if new_text is None else new_text
        return ((BOM if self.bom else "") + text).encode("utf-8")


def decode(raw: bytes) -> Text:
    """Return the text in ``raw``.

    Raises SyntaxFault where the bytes are not UTF-8 or hold a line break that cannot be seen.
    """
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:4].count(0) > 1:
        raise SyntaxFault("the file is saved as UTF-16; save it as UTF-8")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start) from None
    bom = text.startswith(BOM)
    if bom:
        text = text[1:]
        if text.startswith(BOM):
            raise SyntaxFault("the file starts with two byte-order marks; save it again as UTF-8")
    _refuse_hidden_breaks(text)
    return Text(text, bom, newline_of(text))


def newline_of(text: str) -> str:
    """Return the line break that ``text`` uses first, LF or CRLF."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both from 1, of the character at ``offset``."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _refuse_hidden_breaks(text: str) -> None:
    if text.isascii() and "\r" not in text:
        return
    found = _HIDDEN_BREAK.search(text)
    if found:
        name = _BREAK_NAMES[found.group()]
        advice = "break the line here in the usual way, or put a space instead"
        raise SyntaxFault(f"{name} stands here; {advice}", *place(text, found.start()))


def _not_utf8(raw: bytes, offset: int) -> SyntaxFault:
    before = raw[:offset].decode("utf-8").removeprefix(BOM)
    guess = raw[offset : offset + 1].decode("cp1252", "replace")
    likely = f" (it may stand for “{guess}”)" if guess.isprintable() and guess != "\ufffd" else ""
    return SyntaxFault(
        f"byte 0x{raw[offset]:02X} is not UTF-8{likely}: the file was probably saved in a Latin-1"
        " or Windows encoding; save it as UTF-8",
        *place(before, len(before)),
    )
