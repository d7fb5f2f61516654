"""The operative text that a plan holds, block by block, and what a reference in it names.

A reference need not spell a block out: "Instructs the Director... (1)" names clause 1 of the block
that opens so, "Instructs all ITU-T SGs (2)" one of "instructs all study groups of the ITU
Telecommunication Standardization Sector". Of the blocks that it could mean, those count that are
closest to its words: the same words, the same names in short or long forms, the same beginning, the
same words among others. The one among them that has such a clause is meant; where several have,
the reference is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from planctl.patterns import late
from planctl.plan import citations
from planctl.plan.citations import Citation
from planctl.plan.labels import Count, counted, is_decimal, style_of, written
from planctl.plan.model import Path, Plan
from planctl.plan.operative import Kind, kind_of
from planctl.plan.prose import fold, text_of

_SHORT: Final = (
    ("telecommunication standardization advisory group", "tsag"),
    ("radiocommunication advisory group", "rag"),
    ("telecommunication development advisory group", "tdag"),
    ("telecommunication standardization bureau", "tsb"),
    ("radiocommunication bureau", "br"),
    ("telecommunication development bureau", "bdt"),
    ("itu telecommunication standardization sector", "itu-t"),
    ("telecommunication standardization sector", "itu-t"),
    ("secretary-general", "secretary general"),
    ("study groups", "sgs"),
    ("study group ", "sg"),
)
_IDLE: Final = frozenset(("the", "of", "a", "and", "to", "with", "its", "itu"))
_ABBREVIATED: Final = (
    (r"Telecommunication Standardi[sz]ation Advisory Group(?: \(TSAG\))?", "TSAG"),
    (r"Radiocommunication Advisory Group(?: \(RAG\))?", "RAG"),
    (r"Telecommunication Development Advisory Group(?: \(TDAG\))?", "TDAG"),
    (r"the Telecommunication Standardi[sz]ation Bureau(?: \(TSB\))?", "TSB"),
    (r"the Radiocommunication Bureau(?: \(BR\))?", "BR"),
    (r"the Telecommunication Development Bureau(?: \(BDT\))?", "BDT"),
    (r"\bthe (TSAG|RAG|TDAG)\b", r"\1"),
    (r",? in (?:close )?(?:collaboration|cooperation|co-operation|coordination) with .*", ""),
    (r"\s*\([^()]*\)", ""),
)
_BRACKETS: Final = late(r"\([^()]*\)|（[^（）]*）")
_SUBS: Final = late(r"\s*(?:,|\band\b|&)\s*")
_HAN: Final = late(r"[\u4e00-\u9fff]")


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

    ``fault`` is "" or a sentence part: "no block begins so".
    """

    citation: Citation
    block: Block | None
    clauses: tuple[Clause, ...]
    fault: str = ""


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
    """What each citation of a reference names; [] where the reference cannot be read."""
    return [_meaning(citation, blocks) for citation in citations.parse(reference)]


def _block(words: str, clauses: Sequence[Clause]) -> Block:
    top = [one for one in clauses if not one.sub and one.number]
    style = style_of([one.number for one in top]) or "arabic"
    numbered = tuple(one._replace(value=counted(one.number, style)) for one in top) or tuple(
        one for one in clauses if not one.number
    )
    lead = next((one.text for one in clauses if not one.number and top), "")
    within = tuple(one for one in clauses if one.sub)
    return Block(words, kind_of(words), numbered, within, lead)


def short_words(block: str, blocks: Sequence[Block]) -> str:
    """A block's words with names in their short forms, where they mean no other block."""
    short = block
    for long, name in _ABBREVIATED:
        short = re.sub(long, name, short)
    short = " ".join(short.split()).rstrip(" ,")
    meant = closest(short, blocks)
    return short if meant and all(one.words == block for one in meant) else block


def closest(opening: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks that an opening, as a reference has it, could mean."""
    folded = fold(opening)
    ranked = [(rank, one) for one in blocks if (rank := _rank(folded, one.words))]
    best = min((rank for rank, _ in ranked), default=0)
    return [block for rank, block in ranked if rank == best]


def _meaning(citation: Citation, blocks: Sequence[Block]) -> Meaning:
    close = closest(citation.block, blocks)
    if not close:
        return Meaning(citation, None, (), "no block of the text begins so")
    having = [(block, found) for block in close if (found := _found(citation, block))]
    if citation.numbers:  # a block whose only clause has no number is rarely cited with one
        having = [one for one in having if one[1][0].number] or having
    if len(having) == 1:
        return Meaning(citation, *having[0])
    if having:
        close = [block for block, _ in having]
    names = [f"“{_shown(block, blocks)}”" for block in close]
    if citation.numbers and not having:
        return Meaning(citation, None, (), f"{names[0]} has no such clause")
    if len(close) > 1:
        return Meaning(citation, None, (), f"it could be any of {'; '.join(names)}")
    many = len(close[0].clauses)
    return Meaning(citation, None, (), f"{names[0]} has {many} clauses; give a number")


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


@lru_cache(maxsize=8192)
def _rank(cited: str, words: str) -> int:
    """How close the opening of a citation is to a block's: 1 the same, 4 far, 0 not at all."""
    folded = fold(words).rstrip(" .…,:")
    if cited == folded:
        return 1
    one, other = _names(cited), _names(folded)
    if set(one) == set(other):
        return 2
    if other[: len(one)] == one:
        return 3
    if _HAN.search(cited) or not one or one[0] != other[0]:
        return 0
    return 4 if set(one) <= set(other) else 0


@lru_cache(maxsize=1024)
def _names(opening: str) -> list[str]:
    """The words of an opening that tell, names in their short forms; of Chinese, its characters."""
    if _HAN.search(opening):
        return list("".join(opening.split()))
    text = _BRACKETS.sub(" ", opening).replace(",", " ").replace("...", " ").replace("…", " ")
    text = " ".join(text.split())
    for long, short in _SHORT:
        text = text.replace(long, short)
    return [word for word in text.split() if word not in _IDLE]
