"""YAML text to plain data, fast and strict.

What is read:

- block and flow mappings and sequences, keys are text, at most forty levels of them;
- quoted and block scalars are strings; what plain ones stand for is in :mod:`scalars`.

Refused, with line and column: tags, anchors, aliases, merge keys, duplicate keys, keys that are
not text, a second document, directives, an empty file, control characters behind escapes.

A file in the usual form is read line by line (:mod:`usual`), any other from the events of libyaml
(:mod:`events`), whose verdict counts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from planctl.store.yaml.usual import read_usual


def read(text: str) -> Any:
    """Return the one document in ``text`` as dict, list, str, int, float, bool or None.

    What is returned must not be changed: the next call for the same text may return it again.
    Raises SyntaxFault (line and column from 1, in characters) for everything that is not plain
    data as the module's docstring has it.
    """
    return read_placed(text)[0]


@lru_cache(maxsize=2)  # an edit looks at the text before and after it more than once
def read_placed(text: str) -> tuple[Any, list[int]]:
    """Return what :func:`read` does, and where each key and value starts, in their order."""
    usual = read_usual(text)
    if usual is not None:
        return usual
    from planctl.store.yaml.events import read_events

    return read_events(text)
