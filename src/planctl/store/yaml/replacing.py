"""Splices that turn one value into another and leave alone what both have in common.

Of two sequences the items that begin and end both stay; of two mappings the entries that are equal.
What remains is written anew in its place: the comment at the end of its line stays there, and
comments on lines of their own stay below or above it. In a list of plain values, one a line, the
comment at the end of a line is about the value: it stays with it, moves with it, and goes with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planctl.store.yaml import alignment, blocks, emit, flows
from planctl.store.yaml.anew import place_and_comment, written_anew, written_in_brackets
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.splices import Slot, Source, Splice, child_slot, plain, same, spans

Items = Callable[[Source, Slot, list[Any], list[Any]], list[Splice] | None]
"""Turns the items of a sequence, the third argument, into others; None to write it anew."""


def replaced(source: Source, slot: Slot, new: Any, items: Items | None = None) -> list[Splice]:
    """Return the splices that make the value in ``slot`` the data ``new``; none where it is.

    ``items`` does it for each sequence that is filled before and after, in place of what is said
    above.
    """
    old = plain(slot.node)
    if same(old, new):
        return []
    if old and new and isinstance(old, list) and isinstance(new, list):
        if items:
            splices = items(source, slot, old, new)
            if splices is not None:
                return splices
        elif not slot.node.flow and not any(isinstance(one, (dict, list)) for one in [*old, *new]):
            return _replaced_scalars(source, slot, old, new)
        else:
            return _replaced_items(source, slot, old, new)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        return _replaced_entries(source, slot, new, items)
    if slot.flow:
        return written_in_brackets(source, slot, new)
    return written_anew(source, slot, new)


def removed(source: Source, slot: Slot, index: int) -> list[Splice]:
    """Return the splices that take one item or entry out of the collection in ``slot``."""
    if slot.node.flow:
        return flows.remove_children(source, slot.node, {index})
    if len(spans(slot.node)) == 1:
        return written_anew(source, slot, [] if slot.node.kind == "sequence" else {})
    return blocks.remove_children(source, slot.node, {index})


def added_items(source: Source, slot: Slot, index: int, values: list[Any]) -> list[Splice]:
    """Return the splices that put items into the sequence in ``slot``, which has some already."""
    if slot.node.flow:
        return flows.add_children(source, slot.node, index, [emit.flow(value) for value in values])
    return blocks.add_items(source, slot, index, values)


def added_entries(
    source: Source, slot: Slot, anchor: int, values: list[tuple[str, Any]]
) -> list[Splice]:
    """Return the splices that put entries into a mapping, after its entry at index ``anchor``."""
    if slot.node.flow:
        rendered = [emit.flow_entry(key, value) for key, value in values]
        return flows.add_children(source, slot.node, anchor + 1, rendered)
    return blocks.add_entries(source, slot.node, anchor, values)


def _replaced_items(source: Source, slot: Slot, old: list[Any], new: list[Any]) -> list[Splice]:
    first = 0
    while first < min(len(old), len(new)) and same(old[first], new[first]):
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and same(old[-1 - last], new[-1 - last]):
        last += 1
    old_end, new_end = len(old) - last, len(new) - last
    shared = min(old_end, new_end)
    splices: list[Splice] = []
    for index in range(first, shared):
        splices += replaced(source, child_slot(source, slot.node, index), new[index])
    if old_end > shared:
        changed = new[first:shared]
        splices += removed_children(source, slot.node, set(range(shared, old_end)), changed)
    elif new_end > shared:
        splices += _beside(splices, added_items(source, slot, shared, new[shared:new_end]))
    return splices


def _replaced_scalars(source: Source, slot: Slot, old: list[Any], new: list[Any]) -> list[Splice]:
    differences = alignment.gaps(old, new)
    comments = {
        to: place_and_comment(source.text, slot.node.items[at])[2]
        for to, at in alignment.moved(old, new, differences).items()
    }
    splices: list[Splice] = []
    for gone, came in differences:
        shared = min(len(gone), len(came))
        for at, to in zip(gone, came, strict=False):
            child = child_slot(source, slot.node, at)
            splices += written_anew(source, child, new[to], comments.get(to, ""))
        if len(gone) > shared:
            changed = [new[to] for to in came]
            splices += removed_children(source, slot.node, set(gone[shared:]), changed)
        elif len(came) > shared:
            values = [new[to] for to in came[shared:]]
            beside = [comments.get(to, "") for to in came[shared:]]
            added = blocks.add_items(source, slot, gone.start + shared, values, beside)
            splices += _beside(splices, added)
    return splices


def _replaced_entries(
    source: Source, slot: Slot, new: dict[str, Any], items: Items | None
) -> list[Splice]:
    keys = [key.value for key, _ in slot.node.entries]
    splices: list[Splice] = []
    for key in keys:
        if key in new:
            splices += replaced(source, child_slot(source, slot.node, key), new[key], items)
    gone = {index for index, key in enumerate(keys) if key not in new}
    if slot.node.flow and gone:
        new = dict(new)
        for index, key in zip(sorted(gone), [key for key in new if key not in keys], strict=False):
            place = spans(slot.node)[index]
            splices.append((*place, emit.flow_entry(key, new.pop(key))))
            gone.remove(index)
    if gone:
        old = plain(slot.node)
        changed = [below for key, below in new.items() if not same(old.get(key), below)]
        splices += removed_children(source, slot.node, gone, changed)
    kept = [index for index in range(len(keys)) if index not in gone]
    for anchor, values in _additions(keys, kept, new).items():
        splices += _beside(splices, added_entries(source, slot, anchor, values))
    return splices


def removed_children(
    source: Source,
    node: Node,
    indexes: set[int],
    changed: list[Any],
    *,
    below_literal: bool = False,
) -> list[Splice]:
    """Return the splices that take children out while others get the values ``changed``.

    ``below_literal`` says that an item which is added is to end in a literal block.
    """
    if node.flow:
        return flows.remove_children(source, node, indexes)
    literal = below_literal or any(blocks.ending_literal(emit.block(one)) for one in changed)
    return blocks.remove_children(
        source, node, indexes, changed=bool(changed) or below_literal, below_literal=literal
    )


def _beside(splices: list[Splice], added: list[Splice]) -> list[Splice]:
    """Return those of ``added`` that are not about a value which ``splices`` replace anyway."""
    return [
        one
        for one in added
        if one[0] == one[1] or not any(start <= one[0] < end for start, end, _ in splices)
    ]


def _additions(
    keys: list[str], kept: list[int], new: dict[str, Any]
) -> dict[int, list[tuple[str, Any]]]:
    """Return which entries are added after which kept one: that which stands before them in new."""
    anchor = kept[-1]
    additions: dict[int, list[tuple[str, Any]]] = {}
    for key, value in new.items():
        if key in keys:
            anchor = keys.index(key)
        else:
            additions.setdefault(anchor, []).append((key, value))
    return additions
