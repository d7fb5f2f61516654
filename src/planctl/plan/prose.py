"""Prose: text in one language, or one text for each language.

In a plan file any prose is either a string or a map from a language ("ar", "en", "es", "fr", "ru",
"zh") to a string. A line break within a text starts a new paragraph.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

Prose = str | Mapping[str, str]

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u00ad": None})


def text_of(prose: Prose, language: str = "en") -> str:
    """The text in ``language``; where it is missing, in English; else the first there is."""
    if isinstance(prose, str):
        return prose
    for choice in (language, "en"):
        if choice in prose:
            return prose[choice]
    return next(iter(prose.values()), "")


def paragraphs(prose: Prose, language: str = "en") -> list[str]:
    """The text's paragraphs, one a line."""
    return text_of(prose, language).split("\n")


def plain(text: str) -> str:
    """``text`` as it is compared: no-break characters made ordinary, white space collapsed."""
    return " ".join((text if text.isascii() else text.translate(_HYPHENS)).split())


def listed(names: Sequence[str], limit: int = 6, between: str = ", ") -> str:
    """The first ``limit`` names, and how many more there are."""
    if len(names) <= limit + 1:
        return between.join(names)
    return f"{between.join(names[:limit])} and {len(names) - limit} more"


def short(text: str, limit: int = 60, mark: str = "…") -> str:
    """``text`` on one line, cut at a word before ``limit`` characters, with ``mark`` if it is."""
    text = plain(text)
    if len(text) <= limit:
        return text
    return f"{text[:limit].rsplit(' ', 1)[0].rstrip(' ,;:-')}{mark}"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """``text`` as it is searched: :func:`plain`, without case, accents and the shape of quotes."""
    if text.isascii():
        return " ".join(text.split()).casefold()
    return " ".join(text.translate(_FOLDED).split())


def words(text: str) -> list[str]:
    """The words of a text, folded, without punctuation."""
    return text.translate(_WORDS).split()


class _Characters(dict[int, str]):
    """What each character becomes, worked out when it is first met (for ``str.translate``)."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, code: int) -> str:
        self[code] = self._become(chr(code))
        return self[code]


def _folded(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    spread = unicodedata.normalize("NFKD", char)
    return "".join(part for part in spread if not unicodedata.combining(part)).casefold()


def _word_letters(char: str) -> str:
    return "".join(part if part.isalnum() or part == "_" else " " for part in _folded(char))


_SAME = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’′", "'"),
    "\u2010": "-",
    "\u2011": "-",
    "\u00ad": "",
}
_FOLDED = _Characters(_folded)
_WORDS = _Characters(_word_letters)
