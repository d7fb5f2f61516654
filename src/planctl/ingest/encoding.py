"""Bytes as text, where a file does not surely say in which encoding it is."""

from __future__ import annotations

import re

from planctl.patterns import late

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What a page may say of itself. Of other names some are no encodings of text, some unsafe.
_KNOWN = late(
    r"utf-?8|us-ascii|windows-125[0-8]|cp125[0-8]|iso-?8859-(?:[1-9]|1[0-6])|koi8-[ru]|gb2312|gbk"
    r"|gb18030|big5|shift_jis|euc-(?:jp|kr)|iso-2022-jp|macintosh",
    re.IGNORECASE,
)
# As browsers have it: what says that it is one of these is often the other, which holds more.
_LARGER = {"iso-8859-1": "windows-1252", "us-ascii": "windows-1252", "gb2312": "gb18030"}
_WESTERN = "windows-1252"


def decoded(data: bytes, said: str = "") -> tuple[str, str]:
    """Return the text, and the name of the encoding it was taken for.

    A byte-order mark counts first, then what the file has ``said`` of itself, if that is the name
    of an encoding in use; else it is UTF-8 if it can be, UTF-16 if every other byte is zero, and
    Windows-1252 (Western European) if it is neither.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name.removesuffix("-sig")
    said = said.strip().lower()
    if _KNOWN.fullmatch(said) and said not in ("utf8", "utf-8"):
        name = _LARGER.get(said, said)
        return data.decode(name, "replace"), name
    try:
        if b"\0" not in data[:4096]:
            return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode(_WESTERN, "replace"), _WESTERN
    wide = data[: len(data) & ~1][:4096]
    for zeros, name in ((wide[1::2], "utf-16-le"), (wide[::2], "utf-16-be")):
        if 2 * zeros.count(0) > len(zeros):
            return data.decode(name, "replace"), name
    return data.decode(_WESTERN, "replace"), _WESTERN


def remarks(encoding: str) -> tuple[str, ...]:
    """Return what is to be said of an encoding: nothing where it is UTF-8."""
    if encoding == "utf-8":
        return ()
    name = "UTF-16" if encoding.startswith("utf-16") else encoding.capitalize()
    return (f"It is not in UTF-8; it is read as {name}.",)
