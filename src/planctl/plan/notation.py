"""The notation that the grammars of document names are written in, and what they read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from planctl.patterns import late

NUMBER: Final = r"[1-9]\d{0,4}(?:\.\d{1,4}){0,4}(?:bis|ter)?"
"""The number of a Recommendation: 52, 3016.1, 32bis."""

_CLASSES: Final = late(r"(\[[^\]]*\])")
_SHORT_HANDS: Final = (
    *((" ", " {1,9}"), ("~", " {0,9}"), (r"\d", "[0-9]")),
    (r"\L", "[AD-VX-Z]"),
)


class Reading(NamedTuple):
    """What a grammar read: the fields of an Identifier, and where in the text it ends."""

    kind: str
    key: str
    end: int
    base: str = ""
    detail: str = ""
    well_formed: bool = True
    draft: bool = False


class Grammar:
    r"""A regular expression with four short hands, compiled when it is first used.

    A space is one or more spaces, ``~`` any or none, ``\d`` an ASCII digit and ``\L`` the letter of
    an ITU-T series: A, D to V, X to Z. Inside square brackets only ``\d`` is read so. Write every
    repetition with a bound: then no text, however it is made, takes more than a fixed number of
    steps from any one place.

    Compiling late matters: one plan uses few of these expressions, and they cost milliseconds.
    """

    __slots__ = ("_pattern", "match")

    match: Callable[[str, int], re.Match[str] | None]
    """Match a text from a place, as ``re.Pattern.match`` does."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.match = self._compile_and_match

    def _compile_and_match(self, text: str, at: int) -> re.Match[str] | None:
        self.match = re.compile(_written_out(self._pattern)).match
        return self.match(text, at)


def _written_out(pattern: str) -> str:
    parts = _CLASSES.split(pattern)
    parts[1::2] = [part.replace(r"\d", "0-9") for part in parts[1::2]]
    for short, long in _SHORT_HANDS:
        parts[0::2] = [part.replace(short, long) for part in parts[0::2]]
    return "".join(parts)
