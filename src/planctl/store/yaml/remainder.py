"""Two texts of a row without what both say in the same words, so that less is to be read.

What is left of the two says the same if the whole does, and what changed in it is what changed in
the whole. A report says paragraphs, and deliverables with what they stand under, in whatever order.
A block that begins with a sentence stands under nothing, and nothing below the next such block
stands under it. So what both reports have may go, as long as no sentence that goes could be another
one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

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
    gone = {*_alone(before)}.intersection(_alone(after))
    left = [[block for block in side if block not in gone] for side in (before, after)]
    if any(block.count('"') % 2 for block in gone) or _may_be_one([*gone], [*left[0], *left[1]]):
        return was, now
    one, other = (
        f"{above}{report}{''.join(f'{sign}{block}' for block in blocks) or ' []'}\n"
        for (above, _, _), blocks in zip(sides, left, strict=True)
    )
    return one, other


def _alone(blocks: Sequence[str]) -> list[str]:
    """The blocks that stand under nothing, with nothing below that stands under them; each once."""
    opens = [bool(_sentence(block)) for block in blocks]
    pairs = zip(blocks, opens, [*opens[1:], True], strict=True)
    return [block for block, own, after in pairs if own and after and blocks.count(block) == 1]


def _may_be_one(gone: Sequence[str], left: Sequence[str]) -> bool:
    """Whether a sentence that goes could be another one, however that is written."""
    if not gone:
        return False
    begins = sorted(map(_sentence, gone))
    if any(two.startswith(one) for one, two in pairwise(begins)):
        return True
    for block in left:
        other = _sentence(block)
        if "text:" in block and not other:
            return True
        if any(one.startswith(other) or other.startswith(one) for one in begins if other):
            return True
    return False


@lru_cache(maxsize=4096)  # most blocks of two versions are the same
def _sentence(block: str) -> str:
    """The first line, or its beginning, of the sentence that a block begins with; "" if unsure."""
    if not block.startswith("text: ") or "year:" in block or "see:" in block:
        return ""
    line = block[len("text: ") :].partition("\n")[0].lstrip("\"' ")
    for mark in "\"'\\":
        line = line.partition(mark)[0]
    return plain(line) if line[:1].isalnum() else ""
