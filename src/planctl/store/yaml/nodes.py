"""The same document as :mod:`reader` reads, as a tree that knows where each value stands.

Used where something is to be edited; reading a plan does not need it. Offsets count
characters of the text that was composed, line breaks included as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from planctl.store.yaml.usual import read_usual

Path = tuple[str | int, ...]


# A tuple, because a plan has thousands and a frozen dataclass takes twice as long to make.
class Node(NamedTuple):
    """A value and its place: ``text[start:end]`` is its source.

    ``style`` is "" (plain or a collection), "'", '"', "|" or ">". A block collection starts at its
    first key or dash and ends with its last scalar, before trailing comments and blank lines; a
    block scalar ends with its last line, before that line's break. ``flow`` tells collections in
    brackets; a pair without braces inside them (``[a: 1]``) is one too. ``value`` is set for
    scalars, ``items`` for sequences, ``entries`` (key and value) for mappings.
    """

    kind: Literal["scalar", "mapping", "sequence"]
    start: int
    end: int
    style: str = ""
    flow: bool = False
    value: Any = None
    items: tuple[Node, ...] = ()
    entries: tuple[tuple[Node, Node], ...] = ()


def compose(text: str) -> Node:
    """Return the tree of ``text``; raises SyntaxFault where libyaml cannot parse it.

    What :func:`reader.read` refuses beyond that (duplicate keys and the like) is not looked for:
    read the text first.
    """
    usual = read_usual(text)
    if usual is not None:
        from planctl.store.yaml.nodes_of_lines import compose_lines

        return compose_lines(text, *usual)
    from planctl.store.yaml.nodes_of_events import compose_events

    return compose_events(text)


def child(node: Node, step: str | int) -> Node | None:
    """Return the value under a key or at an index of ``node``, or None where there is none."""
    if isinstance(step, int):
        return node.items[step] if -len(node.items) <= step < len(node.items) else None
    for key, value in node.entries:
        if key.value == step:
            return value
    return None


def find(root: Node, path: Sequence[str | int]) -> Node | None:
    """Return the value at ``path`` below ``root``, or None where there is none."""
    node: Node | None = root
    for step in path:
        node = child(node, step) if node else None
    return node


def source(text: str, root: Node, path: Sequence[str | int]) -> str:
    """Return the value at ``path`` as it stands in ``text``; "" where there is none."""
    node = find(root, path)
    return text[node.start : node.end] if node else ""
