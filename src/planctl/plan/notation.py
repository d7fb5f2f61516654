"""The notation that the grammars of document names are written in, and what they read."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

NUMBER: Final = r"[1-9]\d{0,4}(?:\.\d{1,4}){0,4}(?:bis|ter)?"
"""The number of a Recommendation: 52, 3016.1, 32bis."""

_CLASSES: Final = re.compile(r"(\[[^\]]*\])")
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


def grammar(pattern: str) -> re.Pattern[str]:
    r"""Compile a regular expression that has four short hands.

    A space is one or more spaces, ``~`` any or none, ``\d`` an ASCII digit and ``\L`` the letter of
    an ITU-T series: A, D to V, X to Z. Inside square brackets only ``\d`` is read so. Write every
    repetition with a bound: then no text, however it is made, takes more than a fixed number of
    steps from any one place.
    """
    written: list[str] = []
    for place, part in enumerate(_CLASSES.split(pattern)):
        in_brackets = place % 2 == 1
        for short, long in ((r"\d", "0-9"),) if in_brackets else _SHORT_HANDS:
            part = part.replace(short, long)
        written.append(part)
    return re.compile("".join(written))
