"""Which clauses of the resolution a directive answers: the References column.

::

    references = citation { ";" citation }
    citation   = verb [addressee] [ numbers { ("," | "and" | "&") numbers } [sub] ]
    numbers    = "(" number { ("," | "and" | "&") number } ")"        "(2, 3, 4, 5)", "(i)"
    number     = arabic | roman | letter [ ("-" | "to") the same ]    "(1-3)"
    verb       = "resolves", "instructs", "invites" and the other words that open a block, in
                 whatever language of the Union

"Instructs the Director... (1)" cites clause 1 of the block that begins so; a block with a single
clause has no number. Roman numerals run from i to xxx; a lone i, v or x is roman, so is a list in
which every number may be; letters are a, b, c.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan.numerals import ROMAN

_VERBS: Final = frozenset(
    (
        *("resolves", "instructs", "invites", "encourages", "requests", "urges", "calls"),
        *("decides", "recommends", "directs", "appeals", "welcomes", "considering", "recognizing"),
        *("noting", "recognising", "aware", "bearing", "recalling", "emphasizing", "emphasising"),
        *("mindful", "reaffirming", "acknowledging", "endorsing", "concerned", "convinced"),
        *("further", "also"),
    )
)
_CHINESE: Final = (
    "做出决议",
    "责成",
    "请",
    "考虑到",
    "认识到",
    "注意到",
    "忆及",
    "意识到",
    "进一步",
)
_CHINESE_ORDERS: Final = ("责成", "请")
_INFINITIVES: Final = frozenset(
    ("to", "and", "in", "instruct", "invite", "encourage", "request", "urge", "call", "upon", "on")
)
_FULL_WIDTH: Final = str.maketrans("（），；、", "(),;,", "")
_PLAIN: Final = str.maketrans("\u2010\u2011\xa0\u202f", "--  ")
_BRACKET: Final = late(r"\s*(?:,|and\b|&)?\s*\(([^()]*)\)")
_JOINTS: Final = late(r"\s*(?:,|\band\b|&)\s*")
_RANGE: Final = late(r"\s*(?:[-–—]|\bto\b)\s*")
_STYLES: Final[dict[str, dict[str, int]]] = {
    "arabic": {str(number): number for number in range(1, 100)},
    "roman": {numeral: number for numeral, number in ROMAN.items() if number <= 30},
    "letter": {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 1)},
}


class Citation(NamedTuple):
    """Clauses of one block.

    ``block`` is the block's opening, folded so that it can be compared ("instructs the director");
    ``words`` the same as written. ``numbers`` are the clauses, empty where the block is cited as a
    whole; ``style`` is "arabic", "roman", "letter" or "" with them; ``sub`` what follows, as "a)".
    """

    block: str
    words: str
    numbers: tuple[int, ...] = ()
    style: str = ""
    sub: str = ""


def parse(text: str) -> tuple[Citation, ...]:
    """Read a reference; an empty tuple where any part of it is not a citation."""
    plain = text.translate(_FULL_WIDTH)
    found = [_citation(part.strip()) for part in plain.split(";") if part.strip()]
    citations = tuple(citation for citation in found if citation is not None)
    return citations if len(citations) == len(found) else ()


def gaps(numbers: Iterable[int]) -> list[int]:
    """Return the numbers from 1 to the highest given that are missing, in order."""
    cited = set(numbers)
    return [number for number in range(1, max(cited, default=0) + 1) if number not in cited]


def addressee(citation: Citation) -> str:
    """Whom a block is addressed to, folded: "the director" of "Instructs the Director... (1)".

    "" where it addresses nobody, as "Resolves" does.
    """
    for verb in _CHINESE:
        if citation.block.startswith(verb):
            return citation.block.removeprefix(verb) if verb in _CHINESE_ORDERS else ""
    words = citation.block.split()
    while words and (words[0].rstrip(",") in _VERBS or words[0] in _INFINITIVES):
        words.pop(0)
    return " ".join(words)


def _citation(text: str) -> Citation | None:
    words, bracket, _ = text.partition("(")
    words = words.rstrip()
    block = _block(words)
    if not _opens_block(block):
        return None
    if not bracket:
        return Citation(block, words)
    numbers: list[int] = []
    styles: set[str] = set()
    position = len(words)
    while match := _BRACKET.match(text, position):
        read = _numbers(match[1].strip().casefold())
        if read is None:
            break
        numbers += read[0]
        styles.add(read[1])
        position = match.end()
    if len(styles) != 1:
        return None
    return Citation(block, words, tuple(numbers), styles.pop(), text[position:].strip())


def _block(words: str) -> str:
    """Fold the opening of a block: one space, plain hyphens, no dots or commas after it."""
    return " ".join(words.translate(_PLAIN).split()).casefold().rstrip(" .…,:")


def _opens_block(block: str) -> bool:
    if block.partition(" ")[0].rstrip(",") in _VERBS or block.startswith(_CHINESE):
        return True
    from planctl.plan.operative import opens

    return opens(block)


def _numbers(text: str) -> tuple[list[int], str] | None:
    """Read the inside of a bracket: the numbers and their style; None where it holds others."""
    ends = [_RANGE.split(part) for part in _JOINTS.split(text)]
    labels = [label for pair in ends for label in pair]
    style = next(
        (name for name, known in _STYLES.items() if all(label in known for label in labels)), ""
    )
    if not style or any(len(pair) > 2 for pair in ends):
        return None
    values = _STYLES[style]
    numbers: list[int] = []
    for pair in ends:
        numbers += range(values[pair[0]], values[pair[-1]] + 1)
    return (numbers, style) if len(numbers) >= len(ends) else None
