"""Two texts of a row without what both say in the same words, so that less is to be read.

What is left of the two says the same if the whole does. A report says paragraphs, and deliverables
with what they stand under. A block that begins with a sentence stands under nothing, and nothing
below it stands under what is above it: so the blocks that both reports begin with may go down to
the last such block, and those that both end with from the first such block on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from operator import eq

from planctl.patterns import late
from planctl.store.yaml.rows import may_mislead

_SENTENCE = late(r""" *- text: ["']?\w""")


def remainders(was: str, now: str) -> tuple[str, str]:
    """What is left of two rows; the rows themselves where their lines do not tell it for sure."""
    report = f"\n{' ' * now.index('-')}  report:"
    sides = [text.partition(f"{report}\n") for text in (was, now)]
    if not all(rest for _, _, rest in sides) or may_mislead(was) or may_mislead(now):
        return was, now
    if sides[0][2] == sides[1][2]:
        return f"{sides[0][0]}{report} []\n", f"{sides[1][0]}{report} []\n"
    before, after = (_blocks(rest) for _, _, rest in sides)
    first, last = _same(before, after)
    if any(block.count('"') % 2 for block in (*before[:first], *before[len(before) - last :])):
        return was, now  # a quotation that goes on over lines
    blocks = ("".join(side[first : len(side) - last]) for side in (before, after))
    one, other = (
        f"{above}{report}\n{left}" if left else f"{above}{report} []\n"
        for (above, _, _), left in zip(sides, blocks, strict=True)
    )
    return one, other


def _blocks(report: str) -> list[str]:
    """The lines of each block of a report; all in one where it is written in another way."""
    indent = len(report) - len(report.lstrip(" "))
    return _at(indent).split(report)[1:] if report.startswith("- ", indent) else [report]


@lru_cache(maxsize=8)
def _at(indent: int) -> re.Pattern[str]:
    return re.compile(f"^(?={' ' * indent}- )", re.MULTILINE)


def _same(was: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """How many blocks may go at the beginning of both, and how many at the end."""
    begun = _alike(was, now)
    ended = min(_alike(was[::-1], now[::-1]), min(len(was), len(now)) - begun)
    opening = [at for at in range(begun) if _opens(was[at])]
    closing = [at for at in range(len(was) - ended, len(was)) if _opens(was[at])]
    return max(opening, default=0), len(was) - min(closing, default=len(was))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _opens(block: str) -> bool:
    """Whether a block is sure to begin with a sentence, and is no year line."""
    return bool(_SENTENCE.match(block)) and "year:" not in block
