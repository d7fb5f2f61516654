"""Which activities a deliverable may belong to, the likeliest first, and why.

What counts, in thousandths of the strongest reason, which is that the activity cites it already:

- it is cited there, under this name, a former one or a twin's;
- it amends or supplements what is cited there, or is what is amended;
- words of its title are words of the activity, its directive or its report: rare words count more;
- the activity has others of its family: Recommendations of one series, liaison statements of one
  group, events; the more, and the larger their part, the better;
- the numbers of Recommendations there are near its own.

All weights are whole, and of two activities that are as likely the earlier one comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from math import log
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan import identifiers
from planctl.plan.deliverable import Deliverable
from planctl.plan.prose import text_of, words
from planctl.review.placing import likeness
from planctl.review.placing.profiles import Profile

_CITED: Final = 1000
_RELATED: Final = 600
_FAMILY: Final = 240
_NEAR: Final = 300
_WORDS: Final = 400
_LEAST: Final = 60  # below, what is shared may be chance
_DONE: Final = ("superseded", "suspended")
_ADDRESS = late(r"(?:https?://|www\.)\S+")


class Choice(NamedTuple):
    """An activity that a deliverable may belong to: ``weight`` orders, ``reasons`` say why.

    A reason goes on from the activity's address: "cites L.1450", "shares “GHG emissions”".
    """

    address: str
    weight: int
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        """The address and its reasons as a sentence."""
        *first, last = self.reasons
        return f"{self.address} {', '.join(first)}{' and ' if first else ''}{last}"


class _Wanted(NamedTuple):
    """What a deliverable is compared by.

    ``texts`` are its title and note, else, and then they count ``half``, the sentence around it.
    """

    names: frozenset[str]
    bases: frozenset[str]
    family: str
    number: tuple[str, int] | None
    texts: tuple[str, ...]
    words: frozenset[str]
    half: bool


class Ranking:
    """The activities, ready to be ranked: a word, name or family leads to those that have it."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._words: dict[str, list[int]] = {}
        self._asked: dict[str, list[int]] = {}
        self._names: dict[str, list[int]] = {}
        self._families: dict[str, list[int]] = {}
        for at, profile in enumerate(profiles):
            for having, index in (
                (profile.words, self._words),
                (profile.asked, self._asked),
                (profile.aliases.keys() | profile.bases.keys(), self._names),
                (profile.families, self._families),
            ):
                for one in having:
                    index.setdefault(one, []).append(at)
        total = len(profiles)
        self._rarity = {word: log((1 + total) / len(have)) for word, have in self._words.items()}
        self._unknown = log(1 + total)
        self._done = {at for at, profile in enumerate(profiles) if profile.status in _DONE}
        self._beside: dict[str, dict[int, int]] = {}

    def choices(self, deliverable: Deliverable, sentence: str = "", most: int = 3) -> list[Choice]:
        """The likeliest activities, at most so many; those that share next to nothing are none.

        ``sentence`` is where the deliverable was found; where it has no title its words count, but
        less.
        """
        wanted = _wanted(deliverable, sentence)
        weights = self._weights(wanted)
        ranked = nsmallest(most, ((-weight, at) for at, weight in weights.items()))
        return [
            Choice(profile.address, -weight, tuple(self._reasons(wanted, profile)))
            for weight, profile in ((weight, self._profiles[at]) for weight, at in ranked)
            if -weight >= _LEAST
        ]

    def _weights(self, wanted: _Wanted) -> dict[int, int]:
        """What each activity weighs that shares something, by its place."""
        weights = self._by_words(wanted)
        for at, weight in self._by_family(wanted.family).items():
            weights[at] = weights.get(at, 0) + weight + _near(wanted, self._profiles[at])
        for at in {at for name in wanted.names | wanted.bases for at in self._names.get(name, ())}:
            weights[at] = weights.get(at, 0) + _cited(wanted, self._profiles[at])[0]
        for at in self._done & weights.keys():
            weights[at] //= 2
        return weights

    def _by_words(self, wanted: _Wanted) -> dict[int, int]:
        """What the words weigh that both have, as a part of all words of the title."""
        whole = sum(self._rarity.get(word, self._unknown) for word in wanted.words)
        parts: dict[int, float] = {}
        for word in sorted(wanted.words & self._words.keys()):
            rarity = self._rarity[word]
            for at in (*self._words[word], *self._asked.get(word, ())):
                parts[at] = parts.get(at, 0) + rarity
        factor = _WORDS / (whole + 2 * self._unknown)
        return {at: round(part * factor) // (1 + wanted.half) for at, part in parts.items()}

    def _by_family(self, family: str) -> dict[int, int]:
        """What others of its family weigh that an activity has; worked out once a family."""
        known = self._beside.get(family)
        if known is None:
            having = self._families.get(family, ())
            known = self._beside[family] = {}
            for at in having:
                families = self._profiles[at].families
                many = families[family]
                part = many / families.total()
                known[at] = round(_FAMILY * part * (many / (many + 2) + 1 / len(having)))
        return known

    def _reasons(self, wanted: _Wanted, profile: Profile) -> Iterator[str]:
        cited = _cited(wanted, profile)[1]
        if cited:
            yield cited
        shared = wanted.words & profile.words
        if shared:
            telling = sorted(shared, key=lambda word: (-self._rarity[word], word))[:4]
            told = ", ".join(f"“{each}”" for each in _phrases(wanted.texts, frozenset(telling)))
            yield f"shares {told}"
        many = profile.families.get(wanted.family, 0)
        if many:
            yield f"has {'one' if many == 1 else many} of the {wanted.family}"


def _wanted(deliverable: Deliverable, sentence: str) -> _Wanted:
    own = [text_of(one) for one in (deliverable.title, deliverable.note) if one is not None]
    texts = own or [_without_names(sentence)]
    return _Wanted(
        likeness.aliases(deliverable),
        likeness.bases(deliverable),
        likeness.family(deliverable),
        likeness.number(deliverable),
        tuple(texts),
        frozenset(likeness.terms(texts)),
        half=not own,
    )


@lru_cache(maxsize=64)
def _without_names(sentence: str) -> str:
    """A sentence without addresses and identifiers, whose letters are no words."""
    text = _ADDRESS.sub("", sentence)
    for start, end, _ in reversed(identifiers.find_all(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


def _cited(wanted: _Wanted, profile: Profile) -> tuple[int, str]:
    """What it weighs that an activity cites the deliverable, or what goes with it; and the reason.

    0 and "" where it does not.
    """
    for alias in sorted(wanted.names & profile.aliases.keys()):
        return _CITED, f"cites {profile.aliases[alias]}"
    for base in sorted(wanted.bases & profile.aliases.keys()):
        return _RELATED, f"cites {profile.aliases[base]}, which it goes with"
    for base in sorted((wanted.names | wanted.bases) & profile.bases.keys()):
        return _RELATED, f"cites {profile.bases[base]}, which goes with it"
    return 0, ""


def _near(wanted: _Wanted, profile: Profile) -> int:
    own = wanted.number
    gaps = [abs(one[1] - own[1]) for one in profile.numbers if own and one[0] == own[0]]
    return round(_NEAR / (1 + min(gaps) / 10)) if gaps else 0


def _phrases(texts: Iterable[str], telling: frozenset[str]) -> list[str]:
    """The telling words as they stand in the texts, those beside each other together."""
    found: list[str] = []
    for text in texts:
        run: list[str] = []
        for word in [*_as_written(text), ""]:
            if telling.intersection(likeness.terms([word])):
                run.append(word)
            elif run:
                found.append(" ".join(run))
                run = []
    return list(dict.fromkeys(found))[:3]


def _as_written(text: str) -> list[str]:
    return [word.strip(".,;:()“”\"'’[]") for word in text.split() if words(word)]
