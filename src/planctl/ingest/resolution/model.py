"""What is found in the text of a resolution."""

from __future__ import annotations

from typing import NamedTuple

from planctl.plan.operative import Kind


class Part(NamedTuple):
    """A stretch of a line and what it was read as; the parts of a line, joined, are the line.

    ``kind`` is heading, history, title, adopting, opening, label, text, mark, note, blank, unread.
    """

    place: int
    kind: str
    text: str


class Block(NamedTuple):
    """A verb and its addressee as written ("instructs TSAG"), and what the block does."""

    words: str
    kind: Kind
    addressee: str
    place: int


class Clause(NamedTuple):
    """A clause, word for word, with ``block`` counted from 0.

    ``number`` is its number without brackets, "" where the block has one clause only, or for the
    words above its first clause. ``sub`` are the labels of a clause within a clause ("a) i)").
    ``formerly`` is the number in the edition before, where the text tells and it was another.
    ``notes`` are its footnotes. Items with a dash are lines of the text of the clause above them.
    """

    block: int
    number: str
    sub: str
    text: str
    place: int
    notes: tuple[str, ...] = ()
    formerly: str = ""


class Remark(NamedTuple):
    """Something that was not understood, or not for certain, and the line where it stands."""

    place: int
    message: str


class Resolution(NamedTuple):
    """A resolution. ``assembly``, ``number``, ``edition`` and ``title`` are "" or None if unknown.

    ``clauses`` are those of all blocks, the preamble's too, in their order; ``deleted`` those that
    only the edition before had. ``flattened`` says that two editions run together in the text.
    ``parts`` account for every letter.
    """

    language: str
    assembly: str
    number: int | None
    edition: str
    title: str
    blocks: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    deleted: tuple[Clause, ...]
    remarks: tuple[Remark, ...]
    parts: tuple[Part, ...]
    flattened: bool

    @property
    def operative(self) -> tuple[Clause, ...]:
        """The clauses of the operative blocks."""
        return tuple(one for one in self.clauses if self.blocks[one.block].kind != "preamble")
