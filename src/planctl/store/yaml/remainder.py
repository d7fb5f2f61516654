"""Two texts of a row without what both say in the same words, so that less is to be read.

What is left of the two says the same if the whole does, and what changed in it is what changed in
the whole. A report says paragraphs, and deliverables with what they stand under. A block that
begins with a sentence stands under nothing, and nothing below it stands under what is above it. So
such blocks may go, which both reports begin with, but for the last, and those that both end with;
as long as no sentence that goes could be one that stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from planctl.patterns import late
from planctl.plan.prose import plain
from planctl.store.yaml.rows import may_mislead

_SENTENCE = late(r""" *- text: ["']?([^"'\\\n]*[^"'\\\s][^"'\\\n]*)""")


def remainders(was: str, now: str) -> tuple[str, str]:
    """What is left of two rows; the rows themselves where their lines do not tell it for sure."""
    report = f"\n{' ' * now.index('-')}  report:"
    sides = [text.partition(f"{report}\n") for text in (was, now)]
    if not all(rest for _, _, rest in sides) or may_mislead(was) or may_mislead(now):
        return was, now
    before, after = (_blocks(rest) for _, _, rest in sides)
    first, last = _same(before, after)
    gone = (*before[:first], *before[len(before) - last :])
    left = (before[first : len(before) - last], after[first : len(after) - last])
    if any(block.count('"') % 2 for block in gone) or _may_be_one(gone, (*left[0], *left[1])):
        return was, now
    one, other = (
        f"{above}{report}\n{''.join(blocks)}" if blocks else f"{above}{report} []\n"
        for (above, _, _), blocks in zip(sides, left, strict=True)
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
    ended = _alike(was[::-1], now[::-1])
    return max(begun - 1, 0), min(ended, min(len(was), len(now)) - begun)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many blocks from the first on are the same in both, and begin with a sentence."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in takewhile(lambda pair: _sentence(pair[0]), pairs))


def _may_be_one(gone: Sequence[str], left: Sequence[str]) -> bool:
    """Whether a sentence that goes could be one that stays, however that is written."""
    if not gone:
        return False
    begins = [*map(_sentence, gone)]
    for block in left:
        other = _sentence(block)
        if "text:" in block and not other:
            return True
        if any(one.startswith(other) or other.startswith(one) for one in begins if other):
            return True
    return False


def _sentence(block: str) -> str:
    """The first line of the sentence that a block begins with; "" where that is not sure."""
    found = _SENTENCE.match(block)
    return plain(found[1]) if found and "year:" not in block and "see:" not in block else ""
