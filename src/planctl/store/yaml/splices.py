"""A document to be edited, and the replacements that make up an edit.

An edit is a list of splices against one text, none overlapping another; it is applied at once, so
no splice needs to know of the others. What a splice puts in has LF line breaks, which become the
document's own.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from planctl.errors import EditFault
from planctl.store.yaml.lines import column, skip_blank
from planctl.store.yaml.nodes import Node, Path, child, compose
from planctl.store.yaml.text import newline_of

Splice = tuple[int, int, str]
"""Replace ``text[start:end]`` by a string."""


class Source(NamedTuple):
    """A text that was read, and its tree."""

    text: str
    root: Node


class Slot(NamedTuple):
    """A value and where it hangs.

    ``head`` is the offset after its ":" or "-", ``indent`` the column of its key or dash, ``flow``
    whether it stands inside brackets, ``key`` its key, None for an item. The document itself hangs
    nowhere: its head is -1.
    """

    node: Node
    head: int
    indent: int
    flow: bool
    key: str | None


def source_of(text: str) -> Source:
    """Return ``text`` with its tree; raises SyntaxFault where it cannot be parsed."""
    return Source(text, compose(text))


def slot_of(source: Source, path: Path) -> Slot:
    """Return the value at ``path`` and where it hangs; EditFault where there is none."""
    slot = Slot(source.root, -1, 0, flow=False, key=None)
    for step in path:
        if child(slot.node, step) is None:
            shown = ".".join(map(str, path))
            raise EditFault(f"there is no {shown} in the file; nothing was written")
        slot = child_slot(source, slot.node, step)
    return slot


def child_slot(source: Source, parent: Node, step: str | int) -> Slot:
    """Return the slot of the existing value at ``step`` of ``parent``."""
    text = source.text
    indent = column(text, parent.start)
    if isinstance(step, int):
        step %= len(parent.items)
        node = parent.items[step]
        head = node.start if parent.flow else dash_of(source, parent, step) + 1
        return Slot(node, head, indent, parent.flow, None)
    key, node = next(entry for entry in parent.entries if entry[0].value == step)
    colon = skip_blank(text, key.end)
    head = colon + 1 if text[colon : colon + 1] == ":" else key.end
    return Slot(node, head, indent, parent.flow, str(step))


def dash_of(source: Source, sequence: Node, index: int) -> int:
    """Return where the dash of an item of a block sequence stands."""
    before = sequence.items[index - 1].end if index else sequence.start
    return skip_blank(source.text, before)


def spans(node: Node) -> list[tuple[int, int]]:
    """Return start and end of each item or entry of a collection, a block item without its dash."""
    if node.kind == "sequence":
        return [(item.start, item.end) for item in node.items]
    return [(key.start, value.end) for key, value in node.entries]


def values_of(node: Node) -> list[Node]:
    """Return the items of a sequence, or the values of a mapping."""
    return list(node.items) if node.items else [value for _, value in node.entries]


def last_leaf(node: Node) -> Node:
    """Return the scalar, or the collection in brackets, that ends ``node``."""
    while node.kind != "scalar" and not node.flow:
        node = values_of(node)[-1]
    return node


def plain(node: Node) -> Any:
    """Return the data that ``node`` stands for."""
    if node.kind == "mapping":
        return {key.value: plain(value) for key, value in node.entries}
    if node.kind == "sequence":
        return [plain(item) for item in node.items]
    return node.value


def same(one: Any, other: Any) -> bool:
    """Return whether two values are the same data: 1, 1.0, True and "1" are all different.

    The order of keys does not count.
    """
    if one.__class__ is not other.__class__:
        return False
    if isinstance(one, dict):
        return len(one) == len(other) and all(
            key in other and same(value, other[key]) for key, value in one.items()
        )
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (one != one and other != other)


def apply(text: str, splices: list[Splice]) -> str:
    """Return ``text`` with the splices made; those at one place in the order given.

    What is only put in comes before what stands there is replaced.
    """
    newline = newline_of(text)
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda one: (one[0], one[1] > one[0])):
        if start < done:
            raise EditFault("this edit would touch the same place twice; nothing was written")
        new = new.replace("\r\n", "\n")
        pieces += [text[done:start], new.replace("\n", newline) if newline != "\n" else new]
        done = end
    return "".join([*pieces, text[done:]])
