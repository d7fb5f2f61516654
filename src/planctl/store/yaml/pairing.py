"""Which items of a list became which of another: the same ID, the same text, or much alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from planctl.patterns import late

_WORD = late(r"[^\W_][\w.\-/]*")
_ALIKE = 0.5  # of the words of the shorter item, the least that both have
_LOOK_AHEAD = 24  # items; a list that was written anew must not take the square of its length


class Pairs(NamedTuple):
    """Old indexes by new ones: of the items that stay in their order, and of those that moved."""

    stay: dict[int, int]
    moved: dict[int, int]


def paired(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """Return which item of ``new`` is which of ``old``.

    An item with an ``id`` is the one with that ``id``, any other is the one that equals it. What
    is left between two that stay is paired where it has the same ``ref``, or more than half of its
    words are the same.
    """
    places: dict[str, deque[int]] = defaultdict(deque)
    for at, item in enumerate(old):
        places[_identity(item)].append(at)
    found: dict[int, int] = {}
    for to, item in enumerate(new):
        waiting = places.get(_identity(item))
        if waiting:
            found[to] = waiting.popleft()
    stay = _in_order(found)
    moved = {to: at for to, at in found.items() if to not in stay}
    left = [at for queue in places.values() for at in queue if not _has_id(old[at])]
    came = [to for to in range(len(new)) if to not in found and not _has_id(new[to])]
    if left and came:
        alike = _alike_between(old, new, stay, sorted(left), came)
        stay = dict(sorted([*stay.items(), *alike]))
    return Pairs(stay, moved)


def _has_id(item: Any) -> bool:
    return isinstance(item, dict) and "id" in item


def _identity(item: Any) -> str:
    return f"id {item['id']!r}" if _has_id(item) else repr(item)


def _in_order(found: dict[int, int]) -> dict[int, int]:
    """Return the most pairs that are in the same order on both sides."""
    ends: list[int] = []  # the smallest old index that ends a run of each length
    last: list[int] = []  # the new index that has it
    before: dict[int, int | None] = {}
    for to, at in sorted(found.items()):
        length = bisect_left(ends, at)
        before[to] = last[length - 1] if length else None
        ends[length : length + 1] = [at]
        last[length : length + 1] = [to]
    chain: list[int] = []
    step = last[-1] if last else None
    while step is not None:
        chain.append(step)
        step = before[step]
    return {to: found[to] for to in reversed(chain)}


def _alike_between(
    old: Sequence[Any], new: Sequence[Any], stay: dict[int, int], left: list[int], came: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of items that are alike, in order, none across a pair that stays."""
    words = {at: _words(old[at]) for at in left}
    borders = [*sorted(stay.items()), (len(new), len(old))]
    border, low, first = 0, 0, 0
    for to in came:
        while borders[border][0] < to:
            low = borders[border][1] + 1
            border += 1
        first = max(first, bisect_left(left, low))
        until = bisect_left(left, borders[border][1])
        now = _words(new[to])
        for place in range(first, min(until, first + _LOOK_AHEAD)):
            if _alike(old[left[place]], new[to], words[left[place]], now):
                yield to, left[place]
                first = place + 1
                break


def _alike(old: Any, new: Any, was: set[str], now: set[str]) -> bool:
    if isinstance(old, dict) and isinstance(new, dict) and "ref" in old and "ref" in new:
        return bool(old["ref"] == new["ref"])  # documents of one day, sent to the same people
    return len(was & now) > _ALIKE * min(len(was), len(now))


def _words(item: Any) -> set[str]:
    if isinstance(item, dict):
        return {word for value in item.values() for word in _words(value)}
    if isinstance(item, list):
        return {word for value in item for word in _words(value)}
    return set(_WORD.findall(str(item)))
