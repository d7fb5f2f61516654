"""Two texts of a row without what both say in the same words, so that less is to be read.

What is left of the two says the same if the whole does, and what changed in it is what changed in
the whole. A report says paragraphs, and deliverables with what they stand under. A block that
begins with a sentence stands under nothing, and nothing below it stands under what is above it. So
such blocks may go, which both reports begin with, but for the last, and those that both end with;
as long as no sentence that goes could be one that stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from planctl.plan.prose import plain
from planctl.store.yaml.rows import may_mislead


def remainders(was: str, now: str) -> tuple[str, str]:
    """What is left of two rows; the rows themselves where their lines do not tell it for sure."""
    report = f"\n{' ' * now.index('-')}  report:"
    sides = [text.partition(f"{report}\n") for text in (was, now)]
    reports = [rest for _, _, rest in sides]
    sign = f"\n{' ' * (len(reports[1]) - len(reports[1].lstrip(' ')))}- "
    if not all(f"\n{rest}".startswith(sign) for rest in reports):
        return was, now
    if may_mislead(was) or may_mislead(now):
        return was, now
    before, after = (f"\n{rest}".removesuffix("\n").split(sign)[1:] for rest in reports)
    first, last = _same(before, after)
    gone = (*before[:first], *before[len(before) - last :])
    left = (before[first : len(before) - last], after[first : len(after) - last])
    if any(block.count('"') % 2 for block in gone) or _may_be_one(gone, (*left[0], *left[1])):
        return was, now
    one, other = (
        f"{above}{report}{''.join(f'{sign}{block}' for block in blocks) or ' []'}\n"
        for (above, _, _), blocks in zip(sides, left, strict=True)
    )
    return one, other


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
    """The first line, or its beginning, of the sentence that a block begins with; "" if unsure."""
    if not block.startswith("text: ") or "year:" in block or "see:" in block:
        return ""
    line = block[len("text: ") :].partition("\n")[0].lstrip("\"' ")
    for mark in "\"'\\":
        line = line.partition(mark)[0]
    return plain(line) if line[:1].isalnum() else ""
