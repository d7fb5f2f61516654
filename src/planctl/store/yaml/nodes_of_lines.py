"""The tree of a text in the usual form, made from what its lines were read as.

The reader has told where each key and value starts, in the order of the text, which is the order of
the data; where they end, the form of the lines tells (:mod:`planctl.store.yaml.usual`). A property
test says that it is the tree that the events give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from planctl.store.yaml.lines import column, line_end
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.usual import end_of_entry, goes_on


def compose_lines(text: str, data: Any, starts: Sequence[int]) -> Node:
    """Return the tree of ``text``, which :func:`read_usual` read as ``data`` and ``starts``."""
    return _node(text, data, iter(starts).__next__, 0)


def _node(text: str, value: Any, next_start: Callable[[], int], indent: int) -> Node:
    """The node of a value that hangs in a collection in column ``indent``."""
    start = next_start()
    if value.__class__ is dict:
        indent = column(text, start)
        entries = tuple(
            [
                (_key(name, next_start()), _node(text, below, next_start, indent))
                for name, below in value.items()
            ]
        )
        return Node("mapping", start, entries[-1][1].end, entries=entries)
    if value.__class__ is list and text[start] == "[":
        return _brackets(text, value, start, next_start)
    if value.__class__ is list:
        indent = column(text, start)
        items = tuple([_node(text, below, next_start, indent) for below in value])
        return Node("sequence", start, items[-1].end, items=items)
    mark = text[start]
    if mark in "\"'":
        return Node("scalar", start, text.index(mark, start + 1) + 1, mark, value=value)
    if mark == "|":
        return Node("scalar", start, _end_of_literal(text, start, indent), mark, value=value)
    return Node("scalar", start, _end_of_words(text, start), value=value)


def _key(name: str, start: int) -> Node:
    return Node("scalar", start, start + len(name), value=name)


def _brackets(text: str, value: list[Any], start: int, next_start: Callable[[], int]) -> Node:
    items = []
    end = start + 1
    for entry in value:
        at = next_start()
        end = end_of_entry(text, at)
        items.append(Node("scalar", at, end, '"' if text[at] == '"' else "", value=entry))
    return Node("sequence", start, end + 1, flow=True, items=tuple(items))


def _end_of_words(text: str, start: int) -> int:
    """Where plain words end, which may go on in the lines below."""
    end = line_end(text, start)
    while goes_on(text, end + 1):
        end = line_end(text, end + 1)
    return end


def _end_of_literal(text: str, start: int, indent: int) -> int:
    """Where a literal text ends: with the last line that is indented deeper than its key."""
    end = line_end(text, start)
    while text.startswith(" " * (indent + 1), end + 1):
        end = line_end(text, end + 1)
    return end
