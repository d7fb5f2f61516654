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

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan.deliverable import Deliverable
from planctl.plan.prose import text_of, words
from planctl.review.placing import likeness
from planctl.review.placing.profiles import Profile

_CITED: Final = 1000
_RELATED: Final = 600
_FAMILY: Final = 240
_NEAR: Final = 120
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


class Ranking:
    """The activities, ready to be ranked."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        have = Counter(word for profile in profiles for word in profile.words)
        total = len(profiles)
        self._rarity = {word: log((1 + total) / many) for word, many in have.items()}
        self._families = Counter(family for profile in profiles for family in profile.families)

    def choices(self, deliverable: Deliverable, sentence: str = "", most: int = 3) -> list[Choice]:
        """The likeliest activities, at most so many; those that share next to nothing are none.

        ``sentence`` is where the deliverable was found; where it has no title its words count, but
        less.
        """
        texts = [text_of(one) for one in (deliverable.title, deliverable.note) if one is not None]
        half = not texts and bool(sentence)
        title = texts or [_ADDRESS.sub("", sentence)]
        own = likeness.terms(title)
        weighed = (
            self._weigh(deliverable, own, title, profile, half) for profile in self._profiles
        )
        ranked = sorted(
            (one for one in weighed if one.weight >= _LEAST), key=lambda one: -one.weight
        )
        return ranked[:most]

    def _weigh(
        self,
        deliverable: Deliverable,
        own: Sequence[str],
        title: Sequence[str],
        profile: Profile,
        half: bool,
    ) -> Choice:
        reasons: list[str] = []
        weight = self._cited(deliverable, profile, reasons)
        weight += self._shared(own, title, profile, reasons) // (1 + half)
        weight += self._beside(deliverable, profile, reasons)
        if profile.status in _DONE:
            weight //= 2
        return Choice(profile.address, weight, tuple(reasons))

    def _cited(self, deliverable: Deliverable, profile: Profile, reasons: list[str]) -> int:
        names = likeness.aliases(deliverable)
        for alias in sorted(names & profile.aliases.keys()):
            reasons.append(f"cites {profile.aliases[alias]}")
            return _CITED
        bases = likeness.bases(deliverable)
        for base in sorted(bases & profile.aliases.keys()):
            reasons.append(f"cites {profile.aliases[base]}, which it goes with")
            return _RELATED
        for base in sorted((names | bases) & profile.bases.keys()):
            reasons.append(f"cites {profile.bases[base]}, which goes with it")
            return _RELATED
        return 0

    def _shared(
        self, own: Sequence[str], title: Sequence[str], profile: Profile, reasons: list[str]
    ) -> int:
        """What the words weigh that the activity shares, as a part of all words of the title."""
        all_ = frozenset(own)
        shared = all_ & profile.words
        if not shared:
            return 0
        rarity = self._rarity
        unknown = log(1 + len(self._profiles))
        whole = sum(rarity.get(word, unknown) for word in all_)
        part = sum(rarity[word] * (1 + (word in profile.asked)) for word in shared)
        telling = sorted(shared, key=lambda word: (-rarity[word], own.index(word)))[:4]
        told = ", ".join(f"“{words_}”" for words_ in _phrases(title, frozenset(telling)))
        reasons.append(f"shares {told}")
        return round(_WORDS * part / (whole + 2 * unknown))

    def _beside(self, deliverable: Deliverable, profile: Profile, reasons: list[str]) -> int:
        family = likeness.family(deliverable)
        many = profile.families[family] if family else 0
        if not many:
            return 0
        reasons.append(f"has {'one' if many == 1 else many} of the {family}")
        part = many / profile.families.total()
        weight = round(_FAMILY * part * many / (many + 2) + _FAMILY * part / self._families[family])
        return weight + self._near(deliverable, profile)

    @staticmethod
    def _near(deliverable: Deliverable, profile: Profile) -> int:
        own = likeness.number(deliverable)
        gaps = [abs(one[1] - own[1]) for one in profile.numbers if own and one[0] == own[0]]
        return round(_NEAR / (1 + min(gaps) / 5)) if gaps else 0


def _phrases(texts: Iterable[str], telling: frozenset[str]) -> list[str]:
    """The telling words as they stand in the texts, those beside each other together."""
    found: list[str] = []
    for text in texts:
        run: list[str] = []
        for word in [*_as_written(text), ""]:
            if likeness.terms([word]) and likeness.terms([word])[0] in telling:
                run.append(word)
            elif run:
                found.append(" ".join(run))
                run = []
    return list(dict.fromkeys(found))[:3]


def _as_written(text: str) -> list[str]:
    return [word.strip(".,;:()“”\"'’[]") for word in text.split() if words(word)]
