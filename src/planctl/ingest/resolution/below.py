r"""Footnotes that stand below the text, as a plain text has them, and their marks in the clauses.

::

    note = label white-space text { more of it }      after the end of the resolution
    mark = "[" n "]" | n as superscript | a small letter, then n: "developing countries1"

A line below the text is a note only where its mark stands in a clause. It is not dropped where none
does: it is told like any other line that is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from planctl.ingest.resolution.lines import Taken
from planctl.patterns import late

_NOTE: Final = late(
    r"\s*(?:\[(?P<bracket>[0-9]{1,3})\]|(?P<number>[0-9]{1,3})(?=[\s.)])[.)]?|(?P<raised>[¹²³⁰⁴-⁹]{1,3})"
    r"|(?P<stars>\*{1,3}))\s*(?P<text>\S.*)",
    re.DOTALL,
)
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISING: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST: Final = 60  # notes of a resolution
_ENDS: Final = (".", "。", "؟", "!", ";")


def with_notes(rows: Sequence[Taken]) -> list[Taken]:
    """The lines, each footnote below the text with the lines that its mark stands in."""
    found = list(rows)
    last = _last(rows)
    for label, places in islice(_below(rows, last + 1), _MOST):
        text = " ".join(" ".join(rows[at].line.text.split()) for at in places)
        note = _NOTE.fullmatch(text)
        said = note["text"] if note else text
        marked = {at: row for at in range(last + 1) if (row := _marked(found[at], label, said))}
        for at, row in marked.items():
            found[at] = row
        if marked:
            for at in range(last + 1, len(found)):
                if found[at].kind != "blank":
                    found[at] = found[at]._replace(
                        kind="unread", label="", parts=(("unread", found[at].line.text),)
                    )
            for at in places:
                parts = (("note", rows[at].line.text),)
                found[at] = rows[at]._replace(kind="blank", words="", parts=parts)
    return found


def _last(rows: Sequence[Taken]) -> int:
    """The line with which the text ends, -1 without any: of a block without items the full stop."""
    read = [at for at, row in enumerate(rows) if row.kind not in ("above", "blank", "unread")]
    opened = next((at for at in reversed(read) if rows[at].kind == "opening"), -1)
    block = [at for at in read if at >= opened]
    for at, after in pairwise(block):
        if rows[after].kind == "item" and rows[at].kind != "item":
            return at if rows[at].words.endswith(_ENDS[:3]) else block[-1]
    return block[-1] if block else -1


def _below(rows: Sequence[Taken], start: int) -> Iterator[tuple[str, list[int]]]:
    """What may be notes: the label of each, and where its lines are."""
    label, places = "", list[int]()
    for at in range(start, len(rows)):
        row = rows[at]
        if row.kind == "blank":
            continue
        note = _NOTE.fullmatch(row.line.text)
        if note is None:
            is_more = bool(places) and at == places[-1] + 1
            if not is_more or rows[places[-1]].line.text.rstrip().endswith(_ENDS):
                break
            places.append(at)
            continue
        if places:
            yield label, places
        label = next(filter(None, note.group("bracket", "number", "raised", "stars")), "")
        label, places = label.translate(_RAISED), [at]
    if places:
        yield label, places


def _marked(row: Taken, label: str, said: str) -> Taken | None:
    """The line with a note, its marks taken out of its words; None where no mark stands in it."""
    parts = tuple(piece for part in row.parts for piece in _pieces(*part, label))
    if row.kind in ("above", "blank", "unread") or parts == row.parts:
        return None
    words = "".join(text for kind, text in parts if kind == "text").strip()
    return row._replace(words=words, parts=parts, notes=(*row.notes, said))


def _pieces(kind: str, text: str, label: str) -> Iterator[tuple[str, str]]:
    """A stretch of a line, cut at the marks for a note."""
    done = 0
    for mark in _mark(label).finditer(text) if kind == "text" else ():
        if mark[0] == label and not text[: mark.start()][-3:].islower():
            continue  # a number that belongs to the word: "SG5", "IMT2020"
        yield "text", text[done : mark.start()]
        yield "mark", mark[0]
        done = mark.end()
    if done < len(text):
        yield kind, text[done:]


@lru_cache(maxsize=64)
def _mark(label: str) -> re.Pattern[str]:
    own, raised = re.escape(label), label.translate(_RAISING)
    if not label.isdecimal():
        return re.compile(rf"{own}(?!\*)")
    return re.compile(rf"\[{own}\]|{raised}(?![⁰¹²³⁴-⁹])|(?<=[^\W\d_]{{3}}){own}(?!\w)")
