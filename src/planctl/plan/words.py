"""Two texts compared word by word.

A token is a word ("ITU-T", "K.52", "study"), a run of white space, or a mark of punctuation. In
scripts that do not part words (Chinese, Japanese, Thai, Khmer, Lao, Burmese, Tibetan) it is a
character. What combines with a letter stays with it, in every script.

The result is made to be read: a short stretch that is alike between two longer ones that are not
("of") counts as changed with them, and texts that share next to nothing are one put in the place
of the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import Literal, NamedTuple

from planctl.patterns import late

Mark = Literal["same", "removed", "added"]

_UNSPACED = (
    *((0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007)),
    *((0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAA60, 0xAA7F)),
    *((0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x1B000, 0x1B16F), (0x20000, 0x3FFFF)),
)
_JOINERS = frozenset(".-/'’_\u2010\u2011\u00ad")
_ATTACHED = ((0xDC00, 0xDFFF), (0x1F3FB, 0x1F3FF))  # second halves of surrogates, skin tones
_ZERO_WIDTH_JOINER, _ZERO_WIDTH_NON_JOINER = 0x200D, 0x200C
# In the letters of _class: w of a word, j between two of them, c alone, m with what stands before
# it, z which joins, s white space, p anything else.
_TOKEN = late(r"(?:w[mz]*)+(?:j[mz]*(?:w[mz]*)+)*|[cjp]m*(?:z[cp]m*)*z?|s[sm]*|[mz]+")
_SHARE = 5  # what is alike must be a fifth of the longer text
_FEW_WORDS = 3  # several words are a crumb where three times as much changes on either side
_LONG = 250_000


class Stretch(NamedTuple):
    """A piece of text that is in both (same), in the earlier one only, or in the later one only."""

    mark: Mark
    text: str


class _Text(NamedTuple):
    """A text with where its words stand, and the number of letters before each and in all."""

    text: str
    spans: list[tuple[int, int]]
    letters: list[int]

    @property
    def words(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]


class _Run(NamedTuple):
    """Words that are alike: as many from number ``was`` of one text and ``now`` of the other."""

    was: int
    now: int
    size: int


def compare_words(was: str, now: str) -> list[Stretch]:
    """The stretches that turn one text into the other; none is empty, none like the one before it.

    Those that are the same and those removed, joined, are ``was`` to the letter; those that are
    the same and those added are ``now``.
    """
    before, after = _text(was), _text(now)
    pieces: list[Stretch] = []
    left = right = 0
    for run in _readable(_runs(before, after), before, after):
        for at in range(run.size):
            one, other = before.spans[run.was + at], after.spans[run.now + at]
            pieces += _gap(was[left : one[0]], now[right : other[0]])
            pieces.append(Stretch("same", was[slice(*one)]))
            left, right = one[1], other[1]
    return _joined([*pieces, *_gap(was[left:], now[right:])])


def tokens(text: str) -> list[str]:
    """The tokens of a text; joined they are the text."""
    return [text[slice(*match.span())] for match in _TOKEN.finditer(text.translate(_CLASSES))]


def _text(text: str) -> _Text:
    spans = [match.span() for match in _TOKEN.finditer(text.translate(_CLASSES))]
    words = [span for span in spans if not text[span[0]].isspace()]
    return _Text(text, words, [0, *accumulate(end - start for start, end in words)])


class _Classes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = found = _class(code)
        return found


_CLASSES = _Classes()


def _class(code: int) -> str:
    char = chr(code)
    if code in (_ZERO_WIDTH_JOINER, _ZERO_WIDTH_NON_JOINER):
        return "z"
    if char.isspace():
        return "s"
    category = unicodedata.category(char)
    if category[0] == "M" or any(low <= code <= high for low, high in _ATTACHED):
        return "m"
    if any(low <= code <= high for low, high in _UNSPACED):
        return "c"
    if char.isalnum():
        return "w"
    return "j" if char in _JOINERS else "p"


def _runs(was: _Text, now: _Text) -> list[_Run]:
    from difflib import SequenceMatcher

    one, other = was.words, now.words
    most = min(len(one), len(other))
    head = next((at for at in range(most) if one[at] != other[at]), most)
    most -= head
    tail = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    ends = len(one) - tail, len(other) - tail
    left, right = one[head : ends[0]], other[head : ends[1]]
    # In long texts, words that come up often are not looked for: that takes time without end.
    matcher = SequenceMatcher(None, left, right, autojunk=len(left) * len(right) > _LONG)
    inner = [_Run(head + a, head + b, size) for a, b, size in matcher.get_matching_blocks()]
    runs = [_Run(0, 0, head), *inner[:-1], _Run(*ends, tail)]
    return [run for run in runs if run.size]


def _readable(runs: Sequence[_Run], was: _Text, now: _Text) -> list[_Run]:
    """The runs without the crumbs: little that is alike between much that is not."""
    ends = _Run(0, 0, 0), _Run(len(was.spans), len(now.spans), 0)
    kept = [ends[0]]
    ahead = [ends[1], *reversed(runs)]
    while len(ahead) > 1:
        run = ahead.pop()
        size = was.letters[run.was + run.size] - was.letters[run.was]
        around = min(_between(kept[-1], run, was, now), _between(run, ahead[-1], was, now))
        if size > (around if run.size == 1 else around // _FEW_WORDS):
            kept.append(run)
        elif len(kept) > 1:
            ahead.append(kept.pop())  # more changes after this one now, so it is looked at again
    alike = sum(was.letters[run.was + run.size] - was.letters[run.was] for run in kept)
    return kept[1:] if alike * _SHARE >= max(was.letters[-1], now.letters[-1]) else []


def _between(one: _Run, other: _Run, was: _Text, now: _Text) -> int:
    """How many letters change between two runs."""
    return max(
        was.letters[other.was] - was.letters[one.was + one.size],
        now.letters[other.now] - now.letters[one.now + one.size],
    )


def _gap(was: str, now: str) -> list[Stretch]:
    """What stands between two words that are alike: white space, and words that are not."""
    one, other = tokens(was), tokens(now)
    most = min(len(one), len(other))
    head = next((at for at in range(most) if one[at] != other[at]), most)
    most -= head
    tail = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    return [
        Stretch("same", "".join(one[:head])),
        Stretch("removed", "".join(one[head : len(one) - tail])),
        Stretch("added", "".join(other[head : len(other) - tail])),
        Stretch("same", "".join(one[len(one) - tail :])),
    ]


def _joined(pieces: Sequence[Stretch]) -> list[Stretch]:
    """The pieces without the empty ones, those of one mark in one; of a change, removed first."""
    joined: list[Stretch] = []
    written = [piece for piece in pieces if piece.text]
    for alike, group in groupby(written, lambda piece: piece.mark == "same"):
        run = list(group)
        marks: tuple[Mark, ...] = ("same",) if alike else ("removed", "added")
        for mark in marks:
            text = "".join(piece.text for piece in run if piece.mark == mark)
            if text:
                joined.append(Stretch(mark, text))
    return joined
