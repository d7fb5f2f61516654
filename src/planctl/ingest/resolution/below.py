r"""Footnotes that stand below the text, as a plain text has them, and their marks in the clauses.

::

    note = label white-space text { more of it }      after the end of the resolution
    mark = "[" n "]" | n as superscript | stars | small letters, then n: "developing countries1"

A line below the text is a note only where its mark stands in a clause. It is not dropped where none
does: it is told like any other line that is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from planctl.ingest.resolution.lines import Taken
from planctl.patterns import late

_NOTE: Final = late(
    r"\s*(?:\[(?P<bracket>[0-9]{1,3})\]|(?P<number>[0-9]{1,3})(?=[\s.)])[.)]?"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,3})|(?P<stars>\*{1,3}))\s*(?P<text>\S.*)",
    re.DOTALL,
)
_MARK: Final = late(
    r"\[(?P<bracket>[0-9]{1,3})\]|(?<!\bm)(?<!\b[kcm]m)(?P<raised>[⁰¹²³⁴-⁹]{1,3})|(?P<stars>(?<!\*)\*{1,3}(?!\*))"
    r"|(?P<word>[^\W\d_]{3})(?P<number>[0-9]{1,3})(?!\w)"
)
_FORMS: Final = ("bracket", "number", "raised", "stars")
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_STOPS: Final = (".", "。", "؟")


class _Note(NamedTuple):
    """What a note says, and where its lines are."""

    said: str
    places: tuple[int, ...]


def with_notes(rows: Sequence[Taken]) -> list[Taken]:
    """The lines, each footnote below the text with the lines that its mark stands in."""
    last = _last(rows)
    notes = dict(reversed(list(_below(rows, last + 1))))
    found, used = list(rows), set[int]()
    for at in range(last + 1) if notes else ():
        labels, found[at] = _marked(rows[at], notes)
        used.update(place for label in labels for place in notes[label].places)
    for at in range(last + 1, len(rows)) if used else ():
        kind = "note" if at in used else "unread"
        if rows[at].kind != "blank":
            taken = rows[at]._replace(label="", parts=((kind, rows[at].line.text),))
            found[at] = taken._replace(kind="blank" if at in used else "unread")
    return found


def _last(rows: Sequence[Taken]) -> int:
    """The line with which the text ends, -1 without any: of a block without items the full stop."""
    read = [at for at, row in enumerate(rows) if row.kind not in ("above", "blank", "unread")]
    opened = next((at for at in reversed(read) if rows[at].kind == "opening"), -1)
    block = [at for at in read if at >= opened]
    for at, after in pairwise(block):
        if rows[after].kind == "item" and rows[at].kind != "item":
            return at if rows[at].words.endswith(_STOPS) else block[-1]
    return block[-1] if block else -1


def _below(rows: Sequence[Taken], start: int) -> Iterator[tuple[str, _Note]]:
    """What may be notes, by their labels."""
    begun: list[tuple[str, list[int]]] = []
    for at in range(start, len(rows)):
        text = rows[at].line.text
        if note := _NOTE.fullmatch(text):
            begun.append((_label(note), [at]))
        elif text.strip() and rows[at].kind != "blank":
            if not begun or at != begun[-1][1][-1] + 1:
                break
            begun[-1][1].append(at)
    for label, places in begun:
        whole = " ".join(" ".join(rows[at].line.text.split()) for at in places)
        if note := _NOTE.fullmatch(whole):
            yield label, _Note(note["text"], tuple(places))


def _label(found: re.Match[str]) -> str:
    return next(filter(None, found.group(*_FORMS)), "").translate(_RAISED)


def _marked(row: Taken, notes: Mapping[str, _Note]) -> tuple[list[str], Taken]:
    """The labels of the notes in a line, and the line with them, their marks out of its words."""
    labels: list[str] = []
    parts: list[tuple[str, str]] = []
    for kind, text in row.parts:
        done = 0
        for mark in _MARK.finditer(text) if kind == "text" else ():
            start = mark.start("number") if mark["word"] else mark.start()
            is_own = mark["word"] is None or mark["word"].islower()  # else "SG5", "IMT2020"
            if is_own and _label(mark) in notes:
                labels.append(_label(mark))
                parts += [("text", text[done:start]), ("mark", text[start : mark.end()])]
                done = mark.end()
        parts.append((kind, text[done:]))
    if not labels:
        return [], row
    words = "".join(text for kind, text in parts if kind == "text").strip()
    said = tuple(notes[label].said for label in dict.fromkeys(labels))
    kept = tuple(part for part in parts if part[1])
    return labels, row._replace(words=words, parts=kept, notes=(*row.notes, *said))
