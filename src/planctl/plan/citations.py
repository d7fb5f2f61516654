"""Which clauses of the resolution a directive answers: the References column.

::

    references = citation { (";" | "；" | "؛" | "," | "and" | line break) citation }
    citation   = verb [addressee] [ numbers { ("," | "and" | "&") numbers } [sub] ]
    numbers    = "(" number { ("," | "and" | "&") number } ")"   "(2, 3)", "(i)", "(2bis)"; Arabic
                 ones need no brackets: "resolves 1 and 2"
    number     = label [ ("-" | "to") label ]    "(1-3)"; a decimal, "(1.2)", is a clause within (1)
    verb       = "resolves", "instructs", "invites" and the other words that open a block, in
                 whatever language of the Union

"Instructs the Director... (1)" cites clause 1 of the block that begins so; a block with a single
clause has no number. Roman numerals run from i to xxx; a lone i, v or x is roman, so is a list in
which every number may be; other labels are those of :mod:`planctl.plan.labels`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from planctl.patterns import late
from planctl.plan.labels import Count, Style, Ways, counted, style_of

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
_FULL_WIDTH: Final = str.maketrans("（），；、؛،", "(),;,;,")
_PLAIN: Final = str.maketrans("\u2010\u2011\xa0\u202f", "--  ")
_BRACKET: Final = late(r"\s*(?:[,;]|(?:and|et|y|и|و)\b|和|&)?\s*\(([^()]*)\)")
_JOINTS: Final = late(r"\s*(?:,|\b(?:and|et|y|и|و)\b|和|&)\s*")
_BETWEEN: Final = late(
    r"\s*;\s*|(?<=\))\s*(?:,\s*)?(?:(?:and|et|y|и|و)\s+|[和&]\s*)?(?=[^\W\d_]{3}|[责请做作决])"
)
_NAKED: Final = late(
    r"(?P<words>(?:(?!\s[0-9])[^()])*?[^\W\d_][.…]*)(?<!group)(?<!groups)(?<!sg)(?<!sgs)(?<!wp)(?<!question)"
    r"(?<!questions)(?<!études)(?<!estudio)\s+(?P<numbers>[0-9]{1,2}(?:bis|ter)?"
    r"(?:(?:\s*,|\s+and|\s+et|\s+y|\s+и)\s+[0-9]{1,2}(?:bis|ter)?)*)(?:\s+(?P<sub>[a-z]{1,4}\)))?",
    re.IGNORECASE,
)
_RANGE: Final = late(r"\s*(?:[-–—]|\bto\b)\s*")
_WITHIN: Final = late(r"([0-9]{1,3})(?:(?:\.[0-9]{1,3})+|[ .]?([a-z]|[ivx]{1,5}))")
_LONGEST: Final = 300  # characters of an opening
_HIGHEST: Final[dict[str, int]] = {"arabic": 99, "roman": 30}


class Citation(NamedTuple):
    """Clauses of one block.

    ``block`` is the block's opening, folded so that it can be compared ("instructs the director");
    ``words`` the same as written. ``numbers`` are the clauses, empty where the block is cited as a
    whole; ``style`` is how they count, "" without any; ``sub`` what follows, as "a)".
    """

    block: str
    words: str
    numbers: tuple[Count, ...] = ()
    style: Ways = ""
    sub: str = ""


def parse(text: str) -> tuple[Citation, ...]:
    """Read a reference; an empty tuple where any part of it is not a citation."""
    said = [one.text for one in pieces(text)]
    found = [read(part) for part in said if part.strip()]
    citations = tuple(citation for citation in found if citation is not None)
    return citations if len(citations) == len(found) else ()


def read(piece: str) -> Citation | None:
    """Read one citation of a reference; None where it is none."""
    return _citation(_narrow(piece).strip())


def field_of(item: Mapping[str, Any]) -> str:
    """Which field of a directive or an activity names clauses of the plan's own edition.

    "references"; "answers" where these name the clauses of another edition; "" where it has none.
    """
    field = "answers" if "edition" in item else "references"
    return field if "references" in item and field in item else ""


class Piece(NamedTuple):
    """One citation of a reference as it is written, and what parts it from the next."""

    text: str
    joint: str


def pieces(text: str) -> list[Piece]:
    """The citations of a reference, which joined with what is between them are the reference."""
    plain = _narrow(text)
    if ";" not in plain and ")" not in plain[:-1]:
        return [Piece(text, "")]
    found: list[Piece] = []
    done = 0
    for between in [*_BETWEEN.finditer(plain), None]:
        start, end = between.span() if between else (len(text), len(text))
        after = plain[end : end + _LONGEST]
        parts = after[:1] != "(" if between and ";" in between[0] else _opens_block(_block(after))
        if between and not parts:
            continue
        if plain[done:start].strip() or not found:
            found.append(Piece(text[done:start], text[start:end]))
        else:
            found[-1] = Piece(found[-1].text, f"{found[-1].joint}{text[done:end]}")
        done = end
    return found


def gaps(numbers: Iterable[Count]) -> list[int]:
    """Return the numbers from 1 to the highest given that are missing, in order."""
    cited = {one.number for one in numbers}
    return [number for number in range(1, max(cited, default=0) + 1) if number not in cited]


def addressee(citation: Citation) -> str:
    """Whom a block is addressed to, folded: "the director" of "Instructs the Director... (1)".

    "" where it addresses nobody, as "Resolves" does.
    """
    from planctl.plan.operative import opening_of

    found = opening_of(citation.block)
    return found.addressee if found else ""


def _narrow(text: str) -> str:
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def _citation(text: str) -> Citation | None:
    naked = "(" not in text and len(text) <= _LONGEST and _NAKED.fullmatch(text)
    if naked:
        text = f"{naked['words']} ({naked['numbers']}) {naked['sub'] or ''}"
    words, bracket, _ = text.partition("(")
    words = words.rstrip()
    block = _block(words)
    if not _opens_block(block):
        return None
    if not bracket:
        return Citation(block, words)
    numbers: list[Count] = []
    styles: set[Style] = set()
    position = len(words)
    within = _BRACKET.match(text, position)
    if within and (both := _WITHIN.fullmatch(within[1].strip())):
        sub = f"{both[2] or both[0]}{text[within.end() :]}"
        return Citation(block, words, (Count(int(both[1])),), "arabic", sub)
    while match := _BRACKET.match(text, position):
        read = _numbers(match[1].strip().casefold())
        is_sub = bool(styles) and match[0].strip().startswith("(")
        if read is None or (is_sub and read[1] not in styles):
            break
        numbers += read[0]
        styles.add(read[1])
        position = match.end()
    if len(styles) != 1:
        return None
    return Citation(block, words, tuple(numbers), styles.pop(), text[position:].strip())


def _block(words: str) -> str:
    """Fold the opening of a block: one space, plain hyphens, no dots or commas after it."""
    plain = words if words.isascii() else words.translate(_PLAIN)
    return " ".join(plain.split()).casefold().rstrip(" .…,:")


def _opens_block(block: str) -> bool:
    if block.partition(" ")[0].rstrip(",") in _VERBS or block.startswith(_CHINESE):
        return True
    from planctl.plan.operative import opening_of

    return opening_of(block) is not None


def _numbers(text: str) -> tuple[list[Count], Style] | None:
    """Read the inside of a bracket: the numbers and their style; None where it holds others."""
    if len(text) < 3 and text.isdecimal() and text[0] != "0":
        return [Count(int(text))], "arabic"
    ends = [_RANGE.split(part) for part in _JOINTS.split(text)]
    style = style_of([label for pair in ends for label in pair])
    if style is None or any(len(pair) > 2 for pair in ends):
        return None
    numbers: list[Count] = []
    for pair in ends:
        first, last = (counted(label, style) for label in (pair[0], pair[-1]))
        if first is None or last is None or last.number > _HIGHEST.get(style, last.number):
            return None
        between = range(first.number, last.number + 1) if len(pair) > 1 else ()
        numbers += [Count(number) for number in between] or [first]
        numbers += [last] if between and last.step else []
        if first > last:
            return None
    return numbers, style
