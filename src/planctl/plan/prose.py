"""Prose: text in one language, or one text for each language.

In a plan file any prose is either a string or a map from a language ("ar", "en", "es", "fr", "ru",
"zh") to a string. A line break within a text starts a new paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

Prose = str | Mapping[str, str]

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

_QUOTES = str.maketrans("“”„«»‘’′", '"""""\'\'\'')
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
    return " ".join(text.translate(_HYPHENS).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` as it is searched: :func:`plain`, without case, accents and the shape of quotes."""
    spread = unicodedata.normalize("NFKD", plain(text).translate(_QUOTES))
    return "".join(c for c in spread if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The words of a text, folded, without punctuation."""
    return re.findall(r"\w+", fold(text))
