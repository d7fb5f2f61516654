"""Which of the six languages a text is in, told by its letters or its small words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final

from planctl.ingest.evidence.tongues import ARABIC, CHINESE, FRENCH, RUSSIAN, SPANISH, Tongue
from planctl.patterns import late

_LETTERS: Final = (
    (late("[\u4e00-\u9fff]"), CHINESE),
    (late("[\u0621-\u064a]"), ARABIC),
    (late("[А-Яа-я]{2}"), RUSSIAN),
)
_FRENCH: Final = "les le des du une au aux est sera être été sur dans pour et l' d' s'"
_SPANISH: Final = "el los las del una se sobre está será fue para por con y"
_ENGLISH: Final = "the of and to is on for will was by with in at"
_WORDS: Final = {
    word: code
    for code, words in (("fr", _FRENCH), ("es", _SPANISH), ("en", _ENGLISH))
    for word in words.split()
}


@lru_cache(maxsize=64)
def tongue(text: str) -> Tongue | None:
    """The language of a text; None for English, and where nothing tells.

    A text that names no year has none: neither its events nor its plans can be dated.
    """
    if "20" not in text and "19" not in text:
        return None
    if not text.isascii():
        for letters, language in _LETTERS:
            if letters.search(text):
                return language
    parted = text.lower().replace("’", "'").replace("'", "' ").split()
    counts = Counter(code for word in parted if (code := _WORDS.get(word)))
    if counts["en"] >= max(counts["fr"], counts["es"]):
        return None
    return FRENCH if counts["fr"] >= counts["es"] else SPANISH
