"""References that follow clauses to their new numbers.

A reference is changed no more than it must be: "Instructs the Director... (3)" becomes "Instructs
the Director... (4)", its words, its line breaks and its kind of numbers as they were. Only where a
clause went to another block does it get that block's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan import citations
from planctl.plan.block_names import short_words
from planctl.plan.citations import Citation
from planctl.plan.clauses import Block, Clause, Meaning, meanings
from planctl.plan.labels import Ways, is_decimal, written
from planctl.plan.model import Path

_PIECE: Final = late(r"(?P<words>\s*[^(（]*?)(?P<space>\s*)(?P<open>[(（]).*", re.DOTALL)


_HAN: Final = late(r"[\u4e00-\u9fff]")
_CLOSING: Final = {"(": ")", "（": "）", "": ""}


class Target(NamedTuple):
    """A clause of a text, the block that it stands in, and how it is cited in short."""

    block: Block
    clause: Clause
    name: str = ""


Following = Mapping[Path, Sequence[Target]]
"""For clauses of the old text, by their paths, what became of them; () where they are gone."""


class Followed(NamedTuple):
    """A reference as it reads now; ``moved`` if that is another text, or nothing is left of it.

    ``gone`` says that none of its clauses is left; the text is then the old one.
    """

    text: str
    gone: bool
    moved: bool


def followed(
    reference: str, old: Sequence[Block], new: Sequence[Block], following: Following
) -> Followed:
    """A reference to the ``old`` text, made to name the same clauses of the ``new`` one.

    What cannot be read, or names no clause, stays as it is.
    """
    said: list[tuple[str, str]] = []
    readable = False
    left = False
    for piece, joint in citations.pieces(reference):
        found = meanings(piece, old)
        text = piece
        if len(found) == 1 and found[0].clauses:
            text = _piece(piece, found[0], new, following)
            readable = True
            left = left or bool(text)
        said.append((text, joint))
    if readable and not left:
        return Followed(reference, gone=True, moved=True)
    if not said[-1][0]:  # what parted it from the last that is left
        kept = [one for one in said if one[0]]
        said = [*kept[:-1], (kept[-1][0], "")]
    text = "".join(f"{text}{joint}" for text, joint in said if text)
    return Followed(text, gone=False, moved=text != reference)


def _piece(piece: str, meaning: Meaning, new: Sequence[Block], following: Following) -> str:
    """One citation of a reference; "" where none of its clauses is left."""
    block = meaning.block
    targets: dict[Path, Target] = {}
    same = True
    for clause in meaning.clauses:
        become = following.get(clause.path)
        if become is None:
            return piece
        same = same and len(become) == 1 and _is_same(become[0], block, clause)
        targets.update((one.clause.path, one) for one in become)
    if same:
        return piece
    texts = []
    for where, group in _by_block(list(targets.values())):
        numbers = [one.clause for one in group]
        if block is not None and where.words == block.words:
            texts.append(_renumbered(piece, meaning.citation, numbers))
        else:
            words = short_words(where.words, new)
            bracket = (" ", "(") if words.isascii() or not _HAN.search(words) else ("", "（")
            texts.append(_written(f"{words[:1].upper()}{words[1:]}", *bracket, numbers, ""))
    return "; ".join(texts)


def _is_same(target: Target, block: Block | None, clause: Clause) -> bool:
    return (
        block is not None
        and target.block.words == block.words
        and (target.clause.number, target.clause.sub) == (clause.number, clause.sub)
    )


def _by_block(targets: Sequence[Target]) -> Iterator[tuple[Block, list[Target]]]:
    """The targets block by block; those within clauses, clause by clause."""
    blocks: dict[tuple[int, str], tuple[Block, list[Target]]] = {}
    for one in sorted(targets, key=lambda one: one.clause.path[-1]):
        within = one.clause.number if one.clause.sub else ""
        blocks.setdefault((id(one.block), within), (one.block, []))[1].append(one)
    yield from blocks.values()


def _renumbered(piece: str, citation: Citation | None, clauses: Sequence[Clause]) -> str:
    """A citation of the same block with other numbers, in the style that it has."""
    if citation is None:
        return piece
    if found := _PIECE.fullmatch(piece):
        return _written(found["words"], found["space"], found["open"], clauses, citation.style)
    return _written(citation.words, " ", "" if citation.numbers else "(", clauses, citation.style)


def _written(words: str, space: str, bracket: str, clauses: Sequence[Clause], style: Ways) -> str:
    labels = list(dict.fromkeys(_label(one, style) for one in clauses if one.number))
    if not labels:
        return words
    subs = [one.sub for one in clauses if one.sub]
    if subs and all(map(is_decimal, subs)):
        labels, subs = [sub.split()[-1] for sub in subs], []
    sub = f" {', '.join(subs)}" if subs else ""
    closing = _CLOSING[bracket]
    return f"{words}{space}{bracket}{', '.join(labels)}{closing}{sub}"


def _label(clause: Clause, style: Ways) -> str:
    if clause.value and style in ("roman", "arabic"):
        return written(clause.value, style)
    return clause.number
