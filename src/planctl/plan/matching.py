"""Which of the earlier things are which of the later ones: by ID, and by likeness.

The same ID and equal data come first, without a closer look; then the same ID and a title that no
other has. Then things that say the same go together, whatever their IDs. What is left is weighed
pair by pair: how much two things share, rare words counting more than common ones, and a little
more where they have the same ID or stand between the same neighbours. The best pair goes together
first. A pair with one ID is taken however little it shares, where neither has a better partner:
IDs are not given out twice.

Only things that share something rare are weighed, so the work grows with their number, not with
its square. All numbers are whole and every tie is broken alike from both sides: matched the other
way round, the same things go together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import log
from typing import NamedTuple

_ALIKE = 500  # of 1000: what two things must share to be one, if not their ID
_SAME_ID = 150
_SAME_NEIGHBOUR = 75
_RARE = 8  # a word that more things have than these does not suggest that two are one
_CLOSEST = 3  # as many are weighed for each thing

Pair = tuple[int, int]
Words = Counter[str]


class Features(NamedTuple):
    """What a thing is recognized by: words that name it, and all else that it says."""

    name: Words
    rest: Words

    @property
    def whole(self) -> Words:
        """All of them."""
        return self.name + self.rest if self.rest else self.name


class Thing(NamedTuple):
    """Something to find again: its ID and title ("" where it has none), data and features."""

    id: str
    title: str
    data: object
    features: Callable[[], Features]


def match(was: Sequence[Thing], now: Sequence[Thing]) -> list[Pair]:
    """The places of the things that are the same in ``was`` and ``now``, by those in ``was``."""
    pairs = dict(_exact(was, now))
    pairs.update(_entitled(was, now, pairs))
    left = [at for at in range(len(was)) if at not in pairs]
    taken = set(pairs.values())
    right = [at for at in range(len(now)) if at not in taken]
    if left and right:
        weighing = _Weighing(
            {at: was[at].features() for at in left}, {at: now[at].features() for at in right}
        )
        pairs.update(_identical(was, now, weighing))
        pairs.update(_alike(was, now, weighing, pairs))
    return sorted(pairs.items())


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The most of the ``pairs``, which stand in the order of the first, that are in both orders."""
    ends: list[int] = []  # the least last place that so many pairs in order can have
    chains: list[tuple[Pair, int]] = []  # each pair, and how many stand in order before it
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        ends[at : at + 1] = [pair[1]]
        chains.append((pair, at))
    found: list[Pair] = []
    wanted = len(ends) - 1
    for pair, at in reversed(chains):
        if at == wanted and (not found or pair[1] < found[-1][1]):
            found.append(pair)
            wanted -= 1
    return found[::-1]


def _exact(was: Sequence[Thing], now: Sequence[Thing]) -> Iterable[Pair]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, thing in enumerate(now):
        places[thing.id].append(at)
    for at, thing in enumerate(was):
        there = places.get(thing.id, ()) if thing.id else ()
        found = next((one for one in there if now[one].data == thing.data), None)
        if found is not None:
            places[thing.id].remove(found)
            yield at, found


def _entitled(was: Sequence[Thing], now: Sequence[Thing], known: dict[int, int]) -> Iterable[Pair]:
    """The things that have the same ID and the same title, which nothing else has."""
    if len(known) == min(len(was), len(now)):
        return
    once = _once(was) & _once(now)
    taken = set(known.values())
    places = {(one.id, one.title): at for at, one in enumerate(now) if at not in taken}
    for at, one in enumerate(was):
        found = places.get((one.id, one.title))
        if found is not None and at not in known and one.id and one.title in once:
            yield at, found


def _once(things: Sequence[Thing]) -> set[str]:
    titles = Counter(one.title for one in things)
    return {title for title, many in titles.items() if title and many == 1}


class _Weighing:
    """The things that have no partner yet, by place, and what each word of theirs weighs."""

    def __init__(self, was: dict[int, Features], now: dict[int, Features]) -> None:
        self.was = was
        self.now = now
        self._whole_was = {at: one.whole for at, one in was.items()}
        self._whole_now = {at: one.whole for at, one in now.items()}
        have = Counter(word for words in self._whole_was.values() for word in words)
        have.update(word for words in self._whole_now.values() for word in words)
        total = len(was) + len(now)
        self._weights = {word: round(100 * log(2 + total / many)) for word, many in have.items()}
        self._totals: dict[tuple[str, int], int] = {}

    def drop(self, pairs: Iterable[Pair]) -> None:
        """Take out the things of ``pairs``."""
        for left, right in pairs:
            del self.was[left], self.now[right]

    def likeness(self, left: int, right: int) -> int:
        """How much two things share, of 1000: of their names, or of all, whichever is more."""
        return max(
            self._share("all", left, right, self._whole_was[left], self._whole_now[right]),
            self._share("name", left, right, self.was[left].name, self.now[right].name),
        )

    def _share(self, part: str, left: int, right: int, one: Words, other: Words) -> int:
        weights = self._weights
        shared = sum(weights[word] * min(one[word], other[word]) for word in one.keys() & other)
        if not shared:
            return 0
        return 2000 * shared // (self._total(part, left, one) + self._total(part, ~right, other))

    def _total(self, part: str, at: int, words: Words) -> int:
        """What the words of a part weigh, worked out once; ``at`` is negative for later things."""
        known = self._totals.get((part, at))
        if known is None:
            weights = self._weights
            known = sum(weights[word] * many for word, many in words.items())
            self._totals[part, at] = known
        return known

    def close(self) -> set[Pair]:
        """The pairs that share something rare, for each thing those that share most."""
        shared: dict[Pair, int] = defaultdict(int)
        rights = _holders(self._whole_now, self.now)
        for word, lefts in _holders(self._whole_was, self.was).items():
            there = rights.get(word, ())
            if len(lefts) <= _RARE and len(there) <= _RARE:
                for left in lefts:
                    for right in there:
                        shared[left, right] += self._weights[word]
        ranked = sorted(shared, key=lambda pair: (-shared[pair], *_nearness(pair)))
        seen: Counter[tuple[str, int]] = Counter()
        chosen = set()
        for left, right in ranked:
            if min(seen["was", left], seen["now", right]) < _CLOSEST:
                chosen.add((left, right))
            seen.update((("was", left), ("now", right)))
        return chosen


def _holders(words: dict[int, Words], among: Iterable[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at in among:
        for word in words[at]:
            places[word].append(at)
    return places


def _identical(was: Sequence[Thing], now: Sequence[Thing], weighing: _Weighing) -> list[Pair]:
    """The things that have the same features; of several, those with the same ID, then in order."""
    groups: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, features in enumerate((weighing.was, weighing.now)):
        for at, one in features.items():
            if one.name:
                said = frozenset(one.name.items()), frozenset(one.rest.items())
                groups[said][side].append(at)
    pairs: list[Pair] = []
    for lefts, rights in groups.values():
        ids: dict[str, list[int]] = defaultdict(list)
        for at in rights:
            ids[now[at].id].append(at)
        same = [(at, ids[was[at].id].pop(0)) for at in lefts if was[at].id and ids[was[at].id]]
        paired = {left for left, _ in same}, {right for _, right in same}
        rest = ([at for at in lefts if at not in paired[0]],
                [at for at in rights if at not in paired[1]])  # fmt: skip
        pairs += [*same, *zip(*rest, strict=False)]
    weighing.drop(pairs)
    return pairs


def _alike(
    was: Sequence[Thing], now: Sequence[Thing], weighing: _Weighing, known: dict[int, int]
) -> Iterable[Pair]:
    ids: dict[str, list[int]] = defaultdict(list)
    for at in weighing.now:
        ids[now[at].id].append(at)
    namesakes = {
        (left, right) for left in weighing.was if was[left].id for right in ids[was[left].id]
    }
    ranked = []
    for pair in namesakes | weighing.close():
        left, right = pair
        beside = (known.get(left - 1, -2) == right - 1) + (known.get(left + 1, -2) == right + 1)
        weight = weighing.likeness(left, right) + _SAME_NEIGHBOUR * beside
        if pair in namesakes:
            ranked.append((-weight - _SAME_ID, *_nearness(pair), pair))
        elif weight >= _ALIKE:
            ranked.append((-weight, *_nearness(pair), pair))
    used: tuple[set[int], set[int]] = set(), set()
    for *_, (left, right) in sorted(ranked):
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            yield left, right


def _nearness(pair: Pair) -> tuple[int, int, int]:
    """What breaks a tie: how far apart two places are, and which comes first, from both sides."""
    return abs(pair[0] - pair[1]), min(pair), max(pair)
