"""The text of a resolution, read: clauses with their numbers, and an account of every letter.

What is said of labels that do not count, of two editions run together, and of lines that are not
understood stands in the remarks; nothing is dropped, and prose is never guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from planctl.ingest.document import Document
from planctl.ingest.resolution import heading as headings
from planctl.ingest.resolution.below import with_notes
from planctl.ingest.resolution.lines import Taken, end_of, lines_of, taken
from planctl.ingest.resolution.model import Block, Clause, Part, Remark, Resolution
from planctl.ingest.resolution.numbering import Item, doubts, numbered
from planctl.ingest.resolution.wrapping import unwrapped
from planctl.plan.labels import bare
from planctl.plan.numerals import count
from planctl.plan.operative import language_of
from planctl.plan.prose import plain

_COMMAS = (",", "，", "،")  # with which a block ends
_SHOWN = 60  # characters of a line, in a sentence about it


def read(document: Document, language: str = "") -> Resolution:
    """Read a resolution; without ``language`` its own is found out."""
    lines = list(lines_of(document))
    language = language or language_of("\n".join(line.text for line, _ in lines))
    rows = list(taken(lines, language))
    rows = with_notes(unwrapped(rows, language) if document.unit == "line" else rows)
    heading = headings.read([row.line.text for row in rows if row.kind == "above"], language)
    blocks = tuple(_blocks(rows))
    numbers = numbered(rows)
    clauses, deleted = _clauses(rows, numbers.items)
    remarks = [
        *doubts(numbers, blocks, {one.place for one in deleted}),
        *_unknown(rows),
        *_unread(rows, heading.kinds),
    ]
    if not blocks:
        remarks.insert(0, Remark(0, "no verb of a resolution opens a line of the text"))
    return Resolution(
        language=language,
        assembly=heading.assembly,
        number=heading.number,
        edition=heading.edition,
        title=heading.title,
        blocks=blocks,
        clauses=clauses,
        deleted=deleted,
        remarks=tuple(sorted(remarks)),
        parts=tuple(_parts(rows, heading.kinds)),
        flattened=numbers.flattened,
    )


def _blocks(rows: Sequence[Taken]) -> Iterator[Block]:
    for row in rows:
        if row.opening:
            words = row.line.text[: row.opening.end] if row.words else row.line.text
            kind, addressee = row.opening.kind, row.opening.addressee
            yield Block(plain(words).rstrip(" ,:，：،"), kind, plain(addressee), row.line.place)


class _Begun(NamedTuple):
    """A clause to which lines may be added: its text, and its notes."""

    clause: Clause
    lines: list[str]
    notes: list[str]

    @property
    def whole(self) -> Clause:
        """The clause with all of its lines."""
        text = "\n".join(filter(None, self.lines))
        return self.clause._replace(text=text, notes=tuple(self.notes))


def _clauses(
    rows: Sequence[Taken], items: Mapping[int, Item]
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses that stand, and those that were deleted with all that is under them."""
    found: list[_Begun] = []
    gone: list[_Begun] = []
    block = -1
    path: list[str] = []
    deleted_at: int | None = None
    here = found
    for at, row in enumerate(rows):
        item = items.get(at)
        if row.kind == "opening":
            block, path, deleted_at, here = block + 1, [], None, found
            if row.words or row.notes:
                found.append(_begun(block, row))
        elif item and item.spot.style != "dash":
            level = item.spot.level
            if deleted_at is None or level <= deleted_at:
                deleted_at = level if item.is_deleted else None
            path = [*path[:level], item.named]
            here = gone if deleted_at is not None else found
            here.append(_begun(block, row, path, item.formerly))
        elif row.kind == "wrapped":
            if row.words:
                here[-1].lines[-1] += f" {row.words}"
                here[-1].notes.extend(row.notes)
        elif item or row.kind == "more":
            if not here or here[-1].clause.block != block:  # the first words of the block
                here.append(_begun(block, row._replace(words="", notes=())))
            here[-1].lines.append(f"– {row.words}" if item else row.words)
            here[-1].notes.extend(row.notes)
    return tuple(one.whole for one in found), tuple(one.whole for one in gone)


def _begun(block: int, row: Taken, path: Sequence[str] = ("",), formerly: str = "") -> _Begun:
    number, sub = bare(path[0]), " ".join(path[1:])
    clause = Clause(block, number, sub, "", row.line.place, (), formerly)
    return _Begun(clause, [row.words], list(row.notes))


def _unknown(rows: Sequence[Taken]) -> Iterator[Remark]:
    """Lines that open a block, or seem to, with a verb that is not known."""
    for row in rows:
        if row.opening and not row.opening.verb:
            does = "one that asks for nothing" if row.opening.kind == "preamble" else "“resolves”"
            yield Remark(
                row.line.place,
                f"the verb of “{_shown(row.line.text)}” is not known; it is taken for {does}",
            )
    read = [row for row in rows if row.kind != "blank"]
    for before, row, after in zip(read, read[1:], read[2:], strict=False):
        stands_alone = row.kind == "more" and end_of(row.words) == "word" and row.words[-1:] != ":"
        if stands_alone and before.words.endswith(_COMMAS) and after.kind != "wrapped":
            yield Remark(
                row.line.place,
                f"“{_shown(row.line.text)}” may open a block with a verb that is not known; it is"
                " read as more of the clause above",
            )


def _unread(rows: Sequence[Taken], kinds: Sequence[str]) -> Iterator[Remark]:
    """What is no part of the resolution, as stretches of lines."""
    above = iter(kinds)
    marked = [
        (row, row.kind == "unread" or (row.kind == "above" and next(above) == "unread"))
        for row in rows
        if row.kind != "blank"
    ]
    for unread, stretch in groupby(marked, key=lambda one: one[1]):
        if unread:
            lines = [row.line for row, _ in stretch]
            first = _shown(lines[0].text)
            which = (
                f"the line “{first}” is"
                if len(lines) == 1
                else (f"{count(len(lines), 'line')} from “{first}” on are")
            )
            yield Remark(lines[0].place, f"{which} not read as part of the resolution")


def _shown(text: str) -> str:
    """The beginning of a line, as far as it can be shown."""
    letters = (char if char.isprintable() else " " for char in text[: 4 * _SHOWN])
    words = plain("".join(letters))
    return f"{words[: _SHOWN - 1]}…" if len(words) > _SHOWN else words


def _parts(rows: Sequence[Taken], kinds: Sequence[str]) -> Iterator[Part]:
    above = iter(kinds)
    for row in rows:
        if row.kind == "above":
            yield Part(row.line.place, next(above), row.line.text)
        else:
            yield from (Part(row.line.place, kind, text) for kind, text in row.parts)
