"""A whole text made to say other data, with every line that has not changed as it was.

All splices are made against one reading of the text and applied at once, so a plan of thousands of
rows takes time in proportion to its length. Items of lists are followed (:mod:`pairing`): one that
moved takes its lines with it, and the comment lines directly above it; one that goes leaves those
where they are, as :func:`edits.remove_item` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from planctl.errors import EditFault, SyntaxFault
from planctl.store.yaml import blocks, emit, flows
from planctl.store.yaml.lines import column, line_start, next_line, starts_line
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.pairing import Pairs, paired
from planctl.store.yaml.reader import read
from planctl.store.yaml.replacing import removed_children, replaced
from planctl.store.yaml.splices import (
    Slot,
    Source,
    Splice,
    apply,
    child_slot,
    dash_of,
    last_leaf,
    same,
    slot_of,
    source_of,
)

_REFUSAL = (
    "the file cannot be changed by this command: it is written in a way that the change would not"
    " preserve. Nothing was written; make the change in a text editor."
)


def rewrite(text: str, data: Any) -> str:
    """Return ``text`` made to say ``data``; the same text where it does already.

    Items of lists that have an ``id`` are matched by it, others by what they say. Raises
    SyntaxFault where ``text`` cannot be read, EditFault where what comes of it would not read back
    as ``data``.
    """
    if same(read(text), data):
        return text
    source = source_of(text)
    splices = replaced(source, slot_of(source, ()), data, _items_replaced)
    try:
        new_text = apply(text, _each_once(splices))
        result = read(new_text)
    except SyntaxFault as fault:
        raise EditFault(_REFUSAL) from fault
    if not same(result, data):
        raise EditFault(_REFUSAL)
    return new_text


def _each_once(splices: list[Splice]) -> list[Splice]:
    """Return the splices without what two of them replace alike, such as the mark of a literal."""
    replacing = dict.fromkeys(one for one in splices if one[0] < one[1])
    return [*(one for one in splices if one[0] == one[1]), *replacing]


def _items_replaced(
    source: Source, slot: Slot, old: list[Any], new: list[Any]
) -> list[Splice] | None:
    pairs = paired(old, new)
    if not pairs.stay:
        return None
    if slot.node.flow:
        return _replaced_in_brackets(source, slot, new, pairs)
    if pairs.stay.get(0) != 0 and not starts_line(source.text, slot.node.start):
        return replaced(source, slot, new)  # the first item shares its line with the dash above
    splices: list[Splice] = []
    for to, at in pairs.stay.items():
        splices += _item_replaced(source, slot, at, new[to])
    literal = False
    for anchor, indexes in _runs_of_new(pairs, len(new)):
        lines: list[str] = []
        for to in indexes:
            if to in pairs.moved:
                lines += _moved_lines(source, slot, pairs.moved[to], new[to])
            else:
                lines += blocks.item_lines(source, slot.node, new[to])
        literal = literal or bool(blocks.ending_literal(lines))
        splices += blocks.add_lines(source, slot, anchor + 1, lines)
    gone = set(range(len(old))) - set(pairs.stay.values())
    if gone:
        changed = [new[to] for to, at in pairs.stay.items() if not same(old[at], new[to])]
        splices += removed_children(source, slot.node, gone, changed, below_literal=literal)
    for at in pairs.moved.values():
        begin, end = _comments_above(source, slot, at), _line_of(source, slot.node, at)
        splices += [(begin, end, "")] if begin < end else []
    return splices


def _item_replaced(source: Source, slot: Slot, at: int, new: Any) -> list[Splice]:
    return replaced(source, child_slot(source, slot.node, at), new, _items_replaced)


def _runs_of_new(pairs: Pairs, count: int) -> list[tuple[int, list[int]]]:
    """Return the new indexes that do not stay, by the old index that they follow, -1 at first."""
    anchors = []
    anchor = -1
    for to in range(count):
        if to in pairs.stay:
            anchor = pairs.stay[to]
        else:
            anchors.append((anchor, to))
    return [(anchor, [to for _, to in run]) for anchor, run in groupby(anchors, lambda one: one[0])]


def _replaced_in_brackets(
    source: Source, slot: Slot, new: Sequence[Any], pairs: Pairs
) -> list[Splice]:
    gone = set(range(len(slot.node.items))) - set(pairs.stay.values())
    splices: list[Splice] = []
    for to, at in pairs.stay.items():
        splices += _item_replaced(source, slot, at, new[to])
    for anchor, indexes in _runs_of_new(pairs, len(new)):
        after = anchor
        while indexes and after + 1 in gone:
            after += 1
            gone.remove(after)
            splices += _item_replaced(source, slot, after, new[indexes.pop(0)])
        if indexes:
            rendered = [emit.flow(new[to]) for to in indexes]
            splices += flows.add_children(source, slot.node, after + 1, rendered)
    return [*splices, *(flows.remove_children(source, slot.node, gone) if gone else [])]


def _moved_lines(source: Source, slot: Slot, at: int, new: Any) -> list[str]:
    """Return the lines of an item, with the comments above it, made to say ``new``."""
    text = source.text
    begin = _comments_above(source, slot, at)
    leaf = last_leaf(slot.node.items[at])
    if leaf.style == ">" or blocks.keeps_breaks(text, leaf):  # it would take in what follows
        comments = text[begin : _line_of(source, slot.node, at)].splitlines()
        return [*comments, *blocks.item_lines(source, slot.node, new)]
    end = next_line(text, slot.node.items[at].end)
    splices = [
        (start - begin, until - begin, put)
        for start, until, put in _item_replaced(source, slot, at, new)
        if until <= end
    ]
    return apply(text[begin:end], splices).replace("\r\n", "\n").removesuffix("\n").split("\n")


def _line_of(source: Source, sequence: Node, at: int) -> int:
    return line_start(source.text, dash_of(source, sequence, at))


def _comments_above(source: Source, slot: Slot, at: int) -> int:
    """Return where the comment lines directly above an item begin; else where its line does."""
    text, sequence = source.text, slot.node
    margin = column(text, dash_of(source, sequence, at))
    before = sequence.items[at - 1].end if at else max(slot.head, 0)
    begin = _line_of(source, sequence, at)
    lowest = next_line(text, before) if at or slot.head >= 0 else begin
    while begin > lowest:
        above = line_start(text, begin - 1)
        line = text[above:begin]
        bare = line.lstrip(" ")
        if not bare.startswith("#") or len(line) - len(bare) > margin:
            break
        begin = above
    return begin
