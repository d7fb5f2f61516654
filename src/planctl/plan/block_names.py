"""How references name a block of a resolution, and blocks in their short form.

"Instructs the Director... (1)" names clause 1 of the block that opens so, "Instructs all ITU-T SGs
(2)" one of "instructs all study groups of the ITU Telecommunication Standardization Sector". Of the
blocks that it could mean, those count that are closest to its words: the same words, the same names
in short or long forms, the same beginning, the same words among others, the same bodies under
whatever names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Protocol, TypeVar

from planctl.patterns import late
from planctl.plan.addressees import alone, responsible
from planctl.plan.operative import Kind, opening_of
from planctl.plan.prose import fold

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
    (r"\s*\([^()]*\)", ""),
    (r",? que,?$", ""),
)
_BRACKETS: Final = late(r"\([^()]*\)|（[^（）]*）")
_HAN: Final = late(r"[\u4e00-\u9fff]")


class Opened(Protocol):
    """Anything with the words that open a block."""

    @property
    def words(self) -> str:
        """The verb and its addressee."""


_Block = TypeVar("_Block", bound=Opened)


def short_words(block: str, blocks: Sequence[Opened]) -> str:
    """A block's words with names in their short forms, where they mean no other block."""
    short = alone(block)
    for long, name in _ABBREVIATED:
        short = re.sub(long, name, short)
    short = " ".join(short.split()).rstrip(" ,")
    meant = closest(short, blocks)
    return short if meant and all(one.words == block for one in meant) else block


def closest(opening: str, blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks that an opening, as a reference has it, could mean."""
    folded = fold(opening)
    ranked = [(rank, one) for one in blocks if (rank := _rank(folded, one.words))]
    if not ranked:
        addressed = _addressed(opening)
        return [one for one in blocks if addressed and _addressed(one.words) == addressed]
    best = min(rank for rank, _ in ranked)
    return [block for rank, block in ranked if rank == best]


@lru_cache(maxsize=1024)
def _addressed(words: str) -> tuple[Kind, tuple[str, ...]] | None:
    """What a block does and to whom, under whatever names; None where it addresses nobody."""
    found = opening_of(words)
    bodies = responsible(alone(found.addressee)) if found and found.asks else []
    return (found.kind, tuple(bodies)) if found and bodies else None


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
