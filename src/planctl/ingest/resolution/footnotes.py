r"""Footnotes that a converter has left in the text: their marks, and what they say.

::

    mark = "[footnoteRef:" n "]" [printed number]         in the middle of a text
    note = "[" n ":" [printed number] text "]"            at the end of the same line

``国家[footnoteRef:1]1实现…， [1: 1\t其中包括…] `` has a mark, a note, and text around them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from planctl.patterns import late

_MARK: Final = late(r"\[footnoteRef:(?P<id>[0-9]{1,4})\](?P<shown>[0-9]{0,3})")
_NOTE: Final = late(
    r"[ \t]{0,4}\[(?P<id>[0-9]{1,4}):\s?(?P<shown>[0-9]{0,3})\s*(?P<text>[^\[\]]*)\]\s*"
)


class Piece(NamedTuple):
    """A stretch of a line: "text", a "mark" or a "note"; joined, the stretches are the line."""

    kind: str
    text: str


class Noted(NamedTuple):
    """A line in its pieces, and what its notes say."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


def apart(text: str) -> Noted:
    """Take the marks and notes out of a line."""
    if "[" not in text:
        return Noted((Piece("text", text),), ())
    notes = (
        {found["id"]: found for found in _NOTE.finditer(text)} if "[footnoteRef:" in text else {}
    )
    cuts = [(found.span(), "note") for found in notes.values()]
    for found in _MARK.finditer(text):
        note = notes.get(found["id"])
        end = found.end()
        if note and note["shown"] and found["shown"].startswith(note["shown"]):
            end = found.start("shown") + len(note["shown"])
        cuts.append(((found.start(), end), "mark"))
    pieces: list[Piece] = []
    done = 0
    for (start, end), kind in sorted(cuts):
        pieces += [Piece("text", text[done:start]), Piece(kind, text[start:end])]
        done = end
    pieces.append(Piece("text", text[done:]))
    said = (" ".join(note["text"].split()) for note in notes.values())
    return Noted(tuple(piece for piece in pieces if piece.text), tuple(filter(None, said)))
