"""Plain scalars of YAML: what text without quotes stands for.

They follow the core schema of YAML 1.2.2 (section 10.3.2), less what people write without meaning a
number::

    null    ~ | null | Null | NULL | (nothing)
    bool    true | True | TRUE | false | False | FALSE
    int     [-+]? ( 0 | [1-9][0-9]{0,17} )
    float   [-+]? ( .[0-9]+ | (0|[1-9][0-9]*) ( .[0-9]* )? ) ( [eE][-+]?[0-9]+ )?
            | [-+]? ( .inf | .Inf | .INF ) | .nan | .NaN | .NAN

Everything else is a string: No, yes, on, 2018-09-21, 1:30, 010, 08, 0x1F, 0o7, 1_000, and numbers
too long to keep all their digits.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from planctl.patterns import late

STARTS = frozenset(["", *"~nNtTfF+-.0123456789"])
"""A scalar that starts otherwise is a string; "" is for the scalar that is not there."""

_WORDS: dict[str, Any] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
    **dict.fromkeys([".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"], float("inf")),
    **dict.fromkeys(["-.inf", "-.Inf", "-.INF"], float("-inf")),
    **dict.fromkeys([".nan", ".NaN", ".NAN"], float("nan")),
}
_INT = late(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = late(
    r"[-+]?(?:\.[0-9]{1,22}|(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{0,22})?)(?:[eE][-+]?[0-9]{1,3})?"
)


@lru_cache(maxsize=512)
def resolve(plain: str) -> Any:
    """Return what a plain scalar stands for: None, a bool, an int, a float or the text itself."""
    if plain in _WORDS:
        return _WORDS[plain]
    if plain[0].isalpha():
        return plain
    if _INT.fullmatch(plain):
        return int(plain)
    if _FLOAT.fullmatch(plain):
        number = float(plain)
        # 1e999 is no number that could be written back
        return plain if number in (float("inf"), float("-inf")) else number
    return plain
