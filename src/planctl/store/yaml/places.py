"""Where something stands in a file: line and column of a place in its data.

The reader keeps where each key and value starts, in the order of the text. The data has the same
order, so a walk through it that counts finds the place; nothing is parsed a second time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planctl.store.yaml.reader import read_placed

Path = tuple[str | int, ...]
_Branch = dict[str | int, Any]  # the steps that lead on, each with its own


def locate(text: str, path: Path) -> tuple[int, int]:
    """Return line and column, from 1, of what stands at ``path``.

    A scalar or a bracketed collection is where it begins, a block under a key is where the key
    stands, and so is an empty value. For a path that does not exist it is its nearest parent.
    """
    return locate_all(text, [path])[path]


def locate_all(text: str, paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return the place of each path, as :func:`locate` does, from one walk through the data."""
    data, starts = read_placed(text)
    wanted: _Branch = {}
    paths = list(paths)
    for path in paths:
        branch = wanted
        for step in path:
            branch = branch.setdefault(step, {})
    offsets: dict[Path, int] = {(): starts[0]}
    _walk(text, starts, data, 0, (), wanted, offsets)
    found = sorted((offsets[_nearest(path, offsets)], number) for number, path in enumerate(paths))
    places = {}
    line, done = 1, 0
    for offset, number in found:
        line += text.count("\n", done, offset)
        done = offset
        places[paths[number]] = (line, offset - text.rfind("\n", 0, offset))
    return places


def _nearest(path: Path, offsets: dict[Path, int]) -> Path:
    while path not in offsets:
        path = path[:-1]
    return path


def _walk(
    text: str,
    starts: list[int],
    value: Any,
    at: int,
    path: Path,
    wanted: _Branch,
    offsets: dict[Path, int],
) -> None:
    """Note where the ``wanted`` branches below ``value`` are shown.

    ``at`` is the number of ``value`` among all the keys and values of the text.
    """
    at += 1
    if not wanted or value.__class__ not in (dict, list):
        return
    steps = value.items() if value.__class__ is dict else enumerate(value)
    keys = int(value.__class__ is dict)
    left = len(wanted)
    for step, below in steps:
        if step in wanted:
            shown = at if keys and _hangs(text, starts[at + 1], below) else at + keys
            offsets[(*path, step)] = starts[shown]
            _walk(text, starts, below, at + keys, (*path, step), wanted[step], offsets)
            left -= 1
            if not left:
                return
        at += keys + _size(below)


def _hangs(text: str, start: int, value: Any) -> bool:
    """Whether a value is shown at its key: a block, or nothing at all."""
    if value is None:
        return text[start : start + 1] not in ("~", "n", "N")
    return value.__class__ in (dict, list) and text[start] not in "[{"


def _size(value: Any) -> int:
    """How many keys and values there are in ``value``, itself included."""
    if value.__class__ is dict:
        return 1 + len(value) + _sizes(value.values())
    return 1 + _sizes(value) if value.__class__ is list else 1


def _sizes(values: Iterable[Any]) -> int:
    # Most of them are text, for which no call is made.
    return sum([1 if value.__class__ is str else _size(value) for value in values])
