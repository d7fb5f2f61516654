"""The lines of a resolution, each taken for what it is: an opening, an item, more of one, a rest.

::

    text  = heading { block }
    block = opening { line }             the opening on a line of its own, or before its only clause
    line  = [ label ] words              without a label: the words above the first item, or more
                                         of the item above

The text ends at a rule of underscores, at an annex, at the heading of another resolution, or where
words without a label follow a full stop. What is after it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from planctl.ingest.document import Document, Line
from planctl.ingest.resolution import footnotes
from planctl.ingest.resolution.heading import begins_another
from planctl.ingest.resolution.labels import label_of
from planctl.patterns import late
from planctl.plan.labels import Count, counted, styles
from planctl.plan.operative import Kind, Opening, opening

_RULE: Final = late(r"\s*[_＿=*-]{5,}\s*")
_ANNEX: Final = late(
    r"\s*(?:ANNEX|Annex|ANNEXE|ANEXO|ПРИЛОЖЕНИЕ|附件|الملحق)\b[^a-z]{0,40}(?:\(.*)?"
)
_STOPS: Final = (".", "。", "؟")
_PAUSES: Final = (",", "，", "،", ";", "；", "؛")
_OBJECT: Final = late(r"\s+(?:to|that)\s", re.IGNORECASE)
_LONGEST: Final = 400  # characters of an opening that stands on a line of its own
_CITED: Final = late(r"\((?:[0-9]{1,2}|[ivx]{1,5})(?:\s*[,–-]\s*[0-9ivx]{1,5})*\)\s*$")
"""With which a citation of a clause ends, "Resolves (1, 2)", and no opening does."""
_STYLE: Final = "call"


class Taken(NamedTuple):
    """A line and what it is taken for.

    ``words`` is its text without label, marks and notes; of an inline opening, what follows it.
    ``parts`` are its stretches, kind and text each.
    """

    kind: Literal["blank", "above", "opening", "item", "more", "wrapped", "unread"]
    line: Line
    words: str
    parts: tuple[tuple[str, str], ...]
    label: str = ""
    notes: tuple[str, ...] = ()
    opening: Opening | None = None


def lines_of(document: Document) -> Iterator[tuple[Line, bool]]:
    """Every line of a document, and whether it stands in a table."""
    for block in document.blocks:
        if isinstance(block, Line):
            yield block, False
        else:
            for row in block.rows:
                for square in row:
                    yield from ((line, True) for line in square.lines)


def taken(lines: Sequence[tuple[Line, bool]], language: str) -> Iterator[Taken]:
    """Take each line of a document for what it is; the lines above the first block are "above".

    Where openings have a style of their own, no other line is one.
    """
    styled = any(_is_called(line) for line, _ in lines)
    before = "start"
    items = False
    kind: Kind = "preamble"
    for line, in_table in lines:
        text = line.text
        if not text.strip():
            yield Taken("blank", line, "", (("blank", text),))
            continue
        if before == "end" or in_table:
            yield _unread(line)
            continue
        found = None if styled and not _is_called(line) else _opening(line, language, before, kind)
        if found:
            before = end_of(found.words)
            items = False
            if found.opening and found.opening.kind != "preamble":
                kind = "resolves"
            yield found
        elif before == "start":
            yield Taken("above", line, text, (("above", text),))
        elif _ends(line):
            before = "end"
            is_rule = _RULE.fullmatch(text[:_LONGEST]) is not None
            yield Taken("blank", line, "", (("blank", text),)) if is_rule else _unread(line)
        else:
            one = _item(line)
            fresh = one.kind == "item" and _is_first(one.label) and items
            if before == "stop" and (one.kind == "more" or fresh):
                yield _unread(line)
                continue
            items = items or one.kind == "item"
            before = end_of(one.words) or before
            yield one


def _opening(line: Line, language: str, before: str, unknown: Kind) -> Taken | None:
    """The line as an opening, alone or with its only clause behind it; None where it is none.

    One with the style of openings is one whatever its verb: of a verb that is not known, "", the
    kind is ``unknown``.
    """
    text = line.text
    found = None if line.label else opening(text, language)
    if found is None and _is_called(line):
        found = Opening(unknown, "", "", len(text), asks=False, language=language)
    if found is None or _CITED.search(text[-_LONGEST:]):
        return None
    alone = not found.addressee or not text.rstrip().endswith((*_PAUSES, *_STOPS))
    if _is_called(line) or (alone and len(text) <= _LONGEST):
        return Taken("opening", line, "", (("opening", text),), notes=line.notes, opening=found)
    if before not in ("start", "pause"):
        return None
    end = found.end
    if language == "en" and found.asks:
        cut = _OBJECT.search(text, end, end + _LONGEST)
        end = cut.start() if cut else end
    elif found.asks:
        from planctl.plan.addressees import extent

        end += extent(text[end : end + _LONGEST])
    rest = footnotes.apart(text[end:])
    whom = found._replace(addressee=text[found.end : end].strip(" ,，:："), end=end)
    words = "".join(piece.text for piece in rest.pieces if piece.kind == "text").strip()
    parts = (("opening", text[:end]), *rest.pieces)
    return Taken("opening", line, words, parts, notes=(*line.notes, *rest.notes), opening=whom)


def _is_called(line: Line) -> bool:
    """Whether a line has the style that openings have in the Word documents of ITU."""
    return line.style.casefold() == _STYLE and bool(line.text.strip())


def _item(line: Line) -> Taken:
    """The line as an item, or as more of the one above."""
    label, start = line.label, 0
    typed = None if label else label_of(line.text)
    if typed:
        label, start = typed.label, typed.end
    rest = footnotes.apart(line.text[start:])
    words = "".join(piece.text for piece in rest.pieces if piece.kind == "text").strip()
    lead = (("label", line.text[:start]),) if start else ()
    kind: Literal["item", "more"] = "item" if label else "more"
    notes = (*line.notes, *rest.notes)
    return Taken(kind, line, words, (*lead, *rest.pieces), label, notes)


def _unread(line: Line) -> Taken:
    return Taken("unread", line, line.text, (("unread", line.text),))


def _ends(line: Line) -> bool:
    """Whether the text of the resolution ends before this line."""
    text = line.text[:_LONGEST]
    if _RULE.fullmatch(text) or (not line.label and _ANNEX.fullmatch(text)):
        return True
    return begins_another(line.text)


def end_of(words: str) -> str:
    """How a text ends: at a full "stop", at a "pause", or on a "word"; "" where there is none."""
    if not words:
        return "word"
    return "stop" if words.endswith(_STOPS) else "pause" if words.endswith(_PAUSES) else "word"


def _is_first(label: str) -> bool:
    return styles(label) == ("arabic",) and counted(label, "arabic") == Count(1)
