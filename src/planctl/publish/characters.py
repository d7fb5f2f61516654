"""Characters that no document can carry."""

from __future__ import annotations

from planctl.patterns import late

# Outside XML 1.0, production 2 (Char): it cannot be written, not even as a reference.
_UNWRITABLE = late(r"[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]")


class UnwritableTextError(ValueError):
    """The text holds a control character or half a surrogate pair, which XML cannot carry."""


def writable(text: str) -> str:
    """Return ``text`` as it is; raises UnwritableTextError where a document cannot carry it."""
    if text.isprintable():
        return text
    if found := _UNWRITABLE.search(text):
        before = text[: found.start()].rpartition("\n")[2][-30:]
        after = text[found.end() :].partition("\n")[0][:30]
        where = f"after “{before}”" if before else f"before “{after}”"
        raise UnwritableTextError(
            f"no document can carry the character U+{ord(found.group()):04X} {where}: remove it"
        )
    return text
