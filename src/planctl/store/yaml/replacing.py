"""Splices that turn one value into another and leave alone what both have in common.

Of two sequences the items that begin and end both stay; of two mappings the entries that are equal.
What remains is written anew in its place: the comment at the end of its line stays there, and
comments on lines of their own stay below or above it. In a list of plain values, one a line, the
comment at the end of a line is about the value: it stays with it, moves with it, and goes with it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from planctl.store.yaml import alignment, blocks, emit, flows
from planctl.store.yaml.lines import column, line_end, line_start, own_comments, tail
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.splices import Slot, Source, Splice, child_slot, plain, same, spans


def replaced(source: Source, slot: Slot, new: Any) -> list[Splice]:
    """Return the splices that make the value in ``slot`` the data ``new``; none where it is."""
    old = plain(slot.node)
    if same(old, new):
        return []
    if old and new and isinstance(old, list) and isinstance(new, list):
        if not slot.node.flow and not any(isinstance(one, (dict, list)) for one in [*old, *new]):
            return _replaced_scalars(source, slot, old, new)
        return _replaced_items(source, slot, old, new)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        return _replaced_entries(source, slot, new)
    if slot.flow:
        return _rewritten_in_brackets(source, slot, new)
    return _rewritten(source, slot, new)


def removed(source: Source, slot: Slot, index: int) -> list[Splice]:
    """Return the splices that take one item or entry out of the collection in ``slot``."""
    if slot.node.flow:
        return flows.remove_children(source, slot.node, {index})
    if len(spans(slot.node)) == 1:
        return _rewritten(source, slot, [] if slot.node.kind == "sequence" else {})
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
        splices += _removed(source, slot.node, set(range(shared, old_end)), changed)
    elif new_end > shared:
        splices += _beside(splices, added_items(source, slot, shared, new[shared:new_end]))
    return splices


def _replaced_scalars(source: Source, slot: Slot, old: list[Any], new: list[Any]) -> list[Splice]:
    differences = alignment.gaps(old, new)
    comments = {
        to: _place_and_comment(source.text, slot.node.items[at])[2]
        for to, at in alignment.moved(old, new, differences).items()
    }
    splices: list[Splice] = []
    for gone, came in differences:
        shared = min(len(gone), len(came))
        for at, to in zip(gone, came, strict=False):
            child = child_slot(source, slot.node, at)
            splices += _rewritten(source, child, new[to], comments.get(to, ""))
        if len(gone) > shared:
            changed = [new[to] for to in came]
            splices += _removed(source, slot.node, set(gone[shared:]), changed)
        elif len(came) > shared:
            values = [new[to] for to in came[shared:]]
            beside = [comments.get(to, "") for to in came[shared:]]
            added = blocks.add_items(source, slot, gone.start + shared, values, beside)
            splices += _beside(splices, added)
    return splices


def _replaced_entries(source: Source, slot: Slot, new: dict[str, Any]) -> list[Splice]:
    keys = [key.value for key, _ in slot.node.entries]
    splices: list[Splice] = []
    for key in keys:
        if key in new:
            splices += replaced(source, child_slot(source, slot.node, key), new[key])
    gone = {index for index, key in enumerate(keys) if key not in new}
    if slot.node.flow and gone:
        new = dict(new)
        for index, key in zip(sorted(gone), [key for key in new if key not in keys], strict=False):
            place = spans(slot.node)[index]
            splices.append((*place, emit.flow_entry(key, new.pop(key))))
            gone.remove(index)
    if gone:
        changed = [new[key.value] for key, _ in slot.node.entries if key.value in new]
        splices += _removed(source, slot.node, gone, changed)
    kept = [index for index in range(len(keys)) if index not in gone]
    for anchor, values in _additions(keys, kept, new).items():
        splices += _beside(splices, added_entries(source, slot, anchor, values))
    return splices


def _removed(source: Source, node: Node, indexes: set[int], changed: list[Any]) -> list[Splice]:
    """Return the splices that take children out while others get the values ``changed``."""
    if node.flow:
        return flows.remove_children(source, node, indexes)
    literal = any(blocks.ending_literal(emit.block(value)) for value in changed)
    return blocks.remove_children(source, node, indexes, below_literal=literal)


def _beside(splices: list[Splice], added: list[Splice]) -> list[Splice]:
    """Return those of ``added`` that are not about a value which ``splices`` replace anyway."""
    return [one for one in added if not any(start <= one[0] < end for start, end, _ in splices)]


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


def _rewritten_in_brackets(source: Source, slot: Slot, new: Any) -> list[Splice]:
    text, node = source.text, slot.node
    if isinstance(new, str):
        written = emit.scalar(new, flow=True, quote=_quote(slot, new))
    else:
        written = emit.flow(new)
    if node.start == node.end:  # nothing is written there yet, perhaps not even the colon
        colon = "" if slot.key is None or text[slot.head - 1] == ":" else ":"
        written = f"{colon} {written}"
    comments = _comments_inside(text, node)
    if comments:
        written = "\n".join([written, *comments, " " * column(text, node.end)])
    return [(node.start, node.end, written)]


def _rewritten(source: Source, slot: Slot, new: Any, beside: str | None = None) -> list[Splice]:
    """Return the splices that write ``new`` in place of a value in block context.

    ``beside`` is the comment that a scalar gets in place of that which another one had.
    """
    inline = _inline(source, slot, new)
    if slot.head < 0:
        return _rewritten_document(source, new)
    if inline is None:
        return _rewritten_as_block(source, slot, new)
    text, node = source.text, slot.node
    header, _, body = inline.partition("\n") if inline.startswith("|") else (inline, "", "")
    body = "\n" + body if body else ""
    if node.kind != "scalar" and not node.flow:
        start, end = slot.head, line_end(text, node.end)
        below = line_start(text, node.start) != line_start(text, slot.head)
        comment = tail(text, slot.head) if below else ""
        written = f" {header}{comment}{body}"
        own = own_comments(text, slot.head, node.start)
    else:
        start, end, comment = _place_and_comment(text, node)
        comment = comment if beside is None else beside
        space = " " if node.start == slot.head else ""
        written = f"{space}{header}{comment}{body}"
        own = []
    own += _comments_inside(text, node)
    if body:
        own = [" " * slot.indent + line.lstrip() for line in own]
    written = "\n".join([written, *own])
    return blocks.written_to(text, start, end, written, slot.indent)


def _inline(source: Source, slot: Slot, new: Any) -> str | None:
    """Return ``new`` as it can stand on the line of its key or dash; None for a block."""
    text, node = source.text, slot.node
    scalar_like = not isinstance(new, (dict, list)) or not new
    on_line = node.start > slot.head and line_start(text, node.start) == line_start(text, slot.head)
    start = column(text, node.start if on_line and node.kind == "scalar" else slot.head + 1)
    if not scalar_like:
        short = slot.key in emit.FLOW_KEYS and isinstance(new, list)
        if short and not any(isinstance(item, (dict, list)) for item in new):
            written = emit.flow(new)
            return written if start + len(written) <= emit.WIDTH else None
        return None
    quote = _quote(slot, new)
    return emit.scalar(new, flow=False, indent=slot.indent + 2, column=start, quote=quote)


def _quote(slot: Slot, new: Any) -> str:
    """Return the quotes that ``new`` takes over from the text it replaces."""
    if slot.key == "id":
        return '"'
    if slot.node.style not in ("'", '"') or not isinstance(new, str) or "\n" in new:
        return ""
    # rather single quotes than backslashes
    return "'" if re.search(r'["\\]', new) and "'" not in new else slot.node.style


def _place_and_comment(text: str, node: Node) -> tuple[int, int, str]:
    """Return what to replace of a value on the line of its key, and the comment it had there."""
    if node.style in ("|", ">"):
        indicator = re.compile(r"[|>][-+0-9]*").match(text, node.start)
        header_end = indicator.end() if indicator else node.start
        end = max(node.end, line_end(text, header_end))
        return node.start, end, tail(text, header_end)
    end = line_end(text, node.end)
    comment = text[node.end : end].rstrip()
    return node.start, node.end + len(comment), comment


def _rewritten_as_block(source: Source, slot: Slot, new: Any) -> list[Splice]:
    """Return the splice that writes a collection below its key, or behind its dash."""
    text, node = source.text, slot.node
    offset = blocks.offset_of(source, node)
    deeper = 2 if slot.key is None or isinstance(new, dict) else offset
    lines = emit.block(new, slot.indent + deeper, offset=offset)
    own = own_comments(text, slot.head, node.start) + _comments_inside(text, node)
    if node.kind != "scalar" and not node.flow:
        end = line_end(text, node.end)
        below = line_start(text, node.start) != line_start(text, slot.head)
        comment = tail(text, slot.head) if below else ""
    else:
        _, end, comment = _place_and_comment(text, node)
        if line_start(text, node.start) != line_start(text, slot.head):
            own += [comment] if comment else []
            comment = tail(text, slot.head)
    comment = comment if not comment or comment[0] in " \t" else " " + comment
    if slot.key is None and not comment and not own:
        written = " " + "\n".join(lines)[slot.indent + deeper :]
    else:
        own = [" " * (slot.indent + deeper) + line.lstrip() for line in own]
        written = "\n".join([comment, *own, *lines])
    return blocks.written_to(text, slot.head, end, written, slot.indent)


def _rewritten_document(source: Source, new: Any) -> list[Splice]:
    text, node = source.text, source.root
    own = _comments_inside(text, node)
    if node.kind == "scalar" or node.flow:
        comment = tail(text, node.end).lstrip()
        own += [comment] if comment else []
    written = "\n".join([*own, *emit.block(new)])
    return blocks.written_to(text, node.start, line_end(text, node.end), written, 0)


def _comments_inside(text: str, node: Node) -> list[str]:
    """Return the comments between the items of ``node`` that belong to none of them."""
    places = spans(node)
    opening = ""
    if node.flow:
        places = [(node.start, node.start + 1), *places, (node.end, node.end)]
        opening = tail(text, node.start + 1).lstrip()
    return [opening] * bool(opening) + [
        comment
        for (_, end), (start, _) in pairwise(places)
        for comment in own_comments(text, end, start)
    ]
