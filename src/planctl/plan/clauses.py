"""The operative text that a plan holds, block by block, and what a reference in it names.

A reference need not spell a block out; :mod:`planctl.plan.block_names` says which blocks its words
could mean. The one among them that has such a clause is meant; where several have, the reference is
ambiguous.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from planctl.patterns import late
from planctl.plan import citations
from planctl.plan.block_names import closest, short_words
from planctl.plan.citations import Citation
from planctl.plan.labels import Count, counted, is_decimal, style_of, written
from planctl.plan.model import Path, Plan
from planctl.plan.operative import Kind, kind_of
from planctl.plan.prose import text_of

_SUBS: Final = late(r"\s*(?:,|\band\b|&)\s*")


class Clause(NamedTuple):
    """A clause of the plan's ``clauses``, at ``path``; ``number`` and ``sub`` are "" without one.

    ``value`` is what its number counts, None where that is not known.
    """

    path: Path
    number: str
    sub: str
    text: str
    value: Count | None = None


class Block(NamedTuple):
    """A block as it opens in the text, and its clauses, clauses within clauses apart.

    ``lead`` are the words above its first clause, "" where there are none.
    """

    words: str
    kind: Kind
    clauses: tuple[Clause, ...]
    within: tuple[Clause, ...]
    lead: str = ""

    @property
    def shown(self) -> str:
        """The words with a capital, as references have them."""
        return f"{self.words[:1].upper()}{self.words[1:]}"

    def name(self, clause: Clause) -> str:
        """A clause as it is cited: "Resolves (2) a)"; the block's words where it has one only."""
        if is_decimal(clause.sub):
            return f"{self.shown} ({clause.sub.split()[-1]})"
        sub = f" {clause.sub}" if clause.sub else ""
        return f"{self.shown} ({clause.number}){sub}" if clause.number else self.shown


class Meaning(NamedTuple):
    """What a citation names: clauses, all of one ``block``; or why it names none.

    ``said`` is the citation as it is written, ``citation`` as it is read, None where it cannot be.
    ``fault`` is "" or a sentence part: "no block begins so". ``some`` are the clauses that are
    there where others of the citation are not.
    """

    said: str
    citation: Citation | None
    block: Block | None
    clauses: tuple[Clause, ...]
    fault: str = ""
    some: tuple[Clause, ...] = ()


def blocks_of(plan: Plan) -> tuple[Block, ...]:
    """The blocks of the operative text that the plan holds, in their order; () without any."""
    return tuple(blocks_in(plan.data.get("clauses", ())))


def blocks_in(data: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    """The blocks of clauses in the form of plan data."""
    begun: list[Clause] = []
    words = ""
    seen: set[tuple[str, str]] = set()
    for at, one in enumerate(data):
        block = text_of(one["block"])
        clause = Clause(
            ("clauses", at), one.get("number", ""), one.get("sub", ""), text_of(one["text"])
        )
        label = (clause.number, clause.sub)
        if begun and (block != words or label in seen):
            yield _block(words, begun)
            begun, seen = [], set()
        words = block
        begun.append(clause)
        seen.add(label)
    if begun:
        yield _block(words, begun)


def meanings(reference: str, blocks: Sequence[Block]) -> list[Meaning]:
    """What each citation of a reference names; [] where the reference is empty."""
    said = (one.text.strip() for one in citations.pieces(reference))
    return [_meaning(one, citations.read(one), blocks) for one in said if one]


def _block(words: str, clauses: Sequence[Clause]) -> Block:
    top = [one for one in clauses if not one.sub and one.number]
    style = style_of([one.number for one in top]) or "arabic"
    numbered = tuple(one._replace(value=counted(one.number, style)) for one in top) or tuple(
        one for one in clauses if not one.number
    )
    lead = next((one.text for one in clauses if not one.number and top), "")
    within = tuple(one for one in clauses if one.sub)
    return Block(words, kind_of(words), numbered, within, lead)


def _meaning(said: str, citation: Citation | None, blocks: Sequence[Block]) -> Meaning:
    if citation is None:
        return Meaning(said, None, None, (), "it cannot be read as a reference")
    close = closest(citation.block, blocks)
    if not close:
        return Meaning(said, citation, None, (), "no block of the text begins so")
    having = [(block, found) for block in close if (found := _found(citation, block))]
    if citation.numbers:  # a block whose only clause has no number is rarely cited with one
        having = [one for one in having if one[1][0].number] or having
    if len(having) == 1:
        return Meaning(said, citation, *having[0])
    if having:
        close = [block for block, _ in having]
    names = [f"“{_shown(block, blocks)}”" for block in close]
    if citation.numbers and not having:
        return _partly(said, citation, close, names)
    if len(close) > 1:
        return Meaning(said, citation, None, (), f"it could be any of {'; '.join(names)}")
    many = len(close[0].clauses)
    return Meaning(said, citation, None, (), f"{names[0]} has {many} clauses; give a number")


def _partly(said: str, citation: Citation, close: Sequence[Block], names: Sequence[str]) -> Meaning:
    """A citation of clauses that are not there, or not all of which are."""
    there: list[Clause] = []
    missing = []
    for number in citation.numbers if len(close) == 1 and not citation.sub else ():
        found = _found(citation._replace(numbers=(number,)), close[0])
        there += found
        missing += [] if found else [f"({written(number, citation.style)})"]
    if not there:
        fault = f"{names[0]} has no such clause"
        if len(names) > 1:
            fault = f"none of {'; '.join(names)} has such a clause"
        return Meaning(said, citation, None, (), fault)
    have = ", ".join(f"({clause.number})" for clause in there)
    fault = f"{names[0]} has {have}, but no {', '.join(missing)}"
    return Meaning(said, citation, None, (), fault, tuple(there))


def _shown(block: Block, blocks: Sequence[Block]) -> str:
    return block._replace(words=short_words(block.words, blocks)).shown


def _found(citation: Citation, block: Block) -> tuple[Clause, ...]:
    """The clauses of a block that a citation names; () where it has not all of them."""
    if not citation.numbers:
        return block.clauses if len(block.clauses) == 1 else ()
    by_value = {one.value: one for one in block.clauses if one.value}
    wanted = _as_letters(citation, block)
    if not by_value and wanted == [Count(1)] and len(block.clauses) == 1:
        return block.clauses
    found = tuple(by_value[number] for number in wanted if number in by_value)
    if len(found) != len(wanted):
        return ()
    if not citation.sub:
        return found
    wanted_subs = [_label(sub) for sub in _SUBS.split(citation.sub)]
    within = {_label(one.sub): one for one in block.within if one.number == found[-1].number}
    if not within.keys() >= set(wanted_subs):
        return ()
    return tuple(within[sub] for sub in wanted_subs)


def _as_letters(citation: Citation, block: Block) -> list[Count]:
    """The numbers of a citation; "(i)" is a letter among clauses a, b, c."""
    if citation.style == "roman" and style_of([one.number for one in block.clauses]) == "letter":
        letters = [counted(written(one, "roman"), "letter") for one in citation.numbers]
        return [letter or one for letter, one in zip(letters, citation.numbers, strict=True)]
    return list(citation.numbers)


def _label(sub: str) -> str:
    label = sub.split()[-1] if is_decimal(sub) else sub
    return "".join(char for char in label.casefold() if char.isalnum() or char == ".").rstrip(".")
