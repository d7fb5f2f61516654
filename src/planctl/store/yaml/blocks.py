"""Splices that add to block mappings and sequences, and take from them.

What is added goes directly after the last line of what it follows, before the comments and blank
lines that belong to the next item. What is removed takes its own lines and the comment at their
end; comments on lines of their own stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from planctl.patterns import late
from planctl.store.yaml import emit
from planctl.store.yaml.lines import (
    column,
    line_end,
    line_start,
    next_line,
    own_comments,
    settle,
    starts_line,
)
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.splices import Slot, Source, Splice, dash_of, last_leaf, spans, values_of

_LITERAL = late(r"( *)(?:.*(?:- |: ))?(\|[-1-9]*)(?:\s+#.*)?")


def offset_of(source: Source, near: Node) -> int:
    """Return how far block sequences are indented under their keys: as in ``near``, else anywhere.

    Two where the text has none.
    """
    for pending in ([near], [source.root]):
        while pending:
            node = pending.pop()
            for _, value in node.entries:
                if value.kind == "sequence" and not value.flow:
                    return column(source.text, value.start) - column(source.text, node.start)
            pending += [below for below in reversed(values_of(node)) if below.kind != "scalar"]
    return 2


def add_items(
    source: Source, slot: Slot, index: int, values: Sequence[Any], comments: Sequence[str] = ()
) -> list[Splice]:
    """Return the splices that put ``values`` before the item at ``index`` (or at the end).

    ``comments`` end the lines of plain values, "" where there is none.
    """
    lines: list[str] = []
    for number, value in enumerate(values):
        own = item_lines(source, slot.node, value)
        if comments:
            own[0 if ending_literal(own) else -1] += comments[number]
        lines += own
    return add_lines(source, slot, index, lines)


def add_lines(source: Source, slot: Slot, index: int, lines: Sequence[str]) -> list[Splice]:
    """Return the splices that put the lines of items before the item at ``index``."""
    text, sequence = source.text, slot.node
    indent = column(text, sequence.start)
    if index:
        return added_after(text, sequence.items[index - 1], lines, indent)
    if slot.head >= 0 and line_start(text, slot.head) != line_start(text, sequence.start):
        return _added_below(text, slot.head, lines, indent)
    margin = " " * indent
    return [(sequence.start, sequence.start, "\n".join([*lines, margin])[indent:])]


def add_entries(
    source: Source, mapping: Node, anchor: int, values: Sequence[tuple[str, Any]]
) -> list[Splice]:
    """Return the splices that put keys with their values after the entry at index ``anchor``."""
    indent = column(source.text, mapping.start)
    offset = offset_of(source, mapping)
    lines = [
        line for key, value in values for line in emit.entry(key, value, indent, offset=offset)
    ]
    return added_after(source.text, mapping.entries[anchor][1], lines, indent)


def added_after(text: str, node: Node, lines: Sequence[str], indent: int) -> list[Splice]:
    """Return the splices that put ``lines`` below the last line of ``node``."""
    leaf = last_leaf(node)
    splices = _added_below(text, node.end, lines, indent)
    at_end = line_end(text, node.end) == len(text)
    if at_end and leaf.style in ("|", ">") and not str(leaf.value).endswith("\n"):
        # Without a line break at the end of the file it has none; below, it would gain one.
        indicator = re.compile(r"[|>][0-9+]*+(?!-)").match(text, leaf.start)
        if indicator:
            stripped = indicator.group().replace("+", "") + "-"
            splices.insert(0, (leaf.start, indicator.end(), stripped))
    return splices


def remove_children(
    source: Source,
    node: Node,
    indexes: set[int],
    *,
    changed: bool = False,
    below_literal: bool = False,
) -> list[Splice]:
    """Return the splices that take items or entries out of ``node``; at least one must stay.

    ``changed`` says that others are changed, too, ``below_literal`` that one of them is to end in
    a new literal block.
    """
    text = source.text
    places = spans(node)
    kept = [index for index in range(len(places)) if index not in indexes]
    indent = column(text, node.start)
    splices: list[Splice] = []
    leaf: Node | None = None
    if kept[0] and not starts_line(text, node.start):
        # It shares its line with the dash above: what is kept moves up to that dash.
        splices.append(_move_up(source, node, kept[0]))
        indexes = {index for index in indexes if index > kept[0]}
    values = values_of(node)
    for index in sorted(indexes):
        start, end = _start(source, node, index), places[index][1]
        after = next_line(text, end)
        splices.append((line_start(text, start), after, ""))
        if index and index - 1 not in indexes:
            leaf = last_leaf(values[index - 1])
        # Where what stands above is changed too, any block scalar in it may come to be its last.
        above = _scalars(values[:index]) if changed else [leaf] if leaf else []
        ends = [one for one in above if one.style in ("|", ">")]
        if below_literal or ends:
            keep = any(keeps_breaks(text, one) for one in ends)
            settled = settle(text, after, indent, keep=keep)
            splices += [settled] if settled else []
    return splices


def ending_literal(lines: Sequence[str]) -> str:
    """Return the indicator of the literal block that may end emitted ``lines``, "" without one."""
    for index in range(len(lines) - 1, -1, -1):
        found = _LITERAL.fullmatch(lines[index])
        if found:
            margin = found.group(1) + " "
            inside = all(not line or line.startswith(margin) for line in lines[index + 1 :])
            return found.group(2) if inside else ""
    return ""


def written_to(text: str, start: int, end: int, new: str, indent: int) -> list[Splice]:
    """Return the splices that put ``new`` in place of ``text[start:end]``, which ends a line.

    A literal block at the end of ``new`` is kept from what follows it, at column ``indent``, and
    from white space at the end of the line.
    """
    literal = ending_literal(new.split("\n"))
    if literal and not text[end : line_end(text, end)].strip():
        end = line_end(text, end)
    if literal == "|" and end == len(text):
        new += "\n"  # the line break that the text of the block ends with
    splices = [(start, end, new)]
    if literal:
        settled = settle(text, next_line(text, end), indent)
        splices += [settled] if settled else []
    return splices


def keeps_breaks(text: str, leaf: Node) -> bool:
    """Return whether ``leaf`` is a block scalar that keeps the blank lines after it ("|+")."""
    return leaf.style in ("|", ">") and "+" in text[leaf.start : leaf.start + 3].split()[0]


def _scalars(nodes: Sequence[Node]) -> Iterator[Node]:
    """The scalars in ``nodes``, at whatever depth."""
    for node in nodes:
        if node.kind == "scalar":
            yield node
        yield from _scalars(values_of(node))


def _added_below(text: str, offset: int, lines: Sequence[str], indent: int) -> list[Splice]:
    at = next_line(text, offset)
    if text[at - 1 : at] != "\n":
        return written_to(text, at, at, "".join("\n" + line for line in lines), indent)
    splices = [(at, at, "".join(line + "\n" for line in lines))]
    settled = settle(text, at, indent) if ending_literal(lines) else None
    return [*splices, settled] if settled else splices


def item_lines(source: Source, sequence: Node, value: Any) -> list[str]:
    """Return a new item's lines, with the dash spaced and the text quoted as in its siblings."""
    text = source.text
    dash = sequence.start
    indent = column(text, dash)
    first = sequence.items[0]
    on_line = first.end > first.start and line_start(text, first.start) == line_start(text, dash)
    deeper = column(text, first.start) if on_line else indent + 2
    styles = {item.style for item in sequence.items if isinstance(item.value, str)}
    if isinstance(value, str) and styles in ({"'"}, {'"'}):
        quote = styles.pop()
        lines = emit.scalar(value, flow=False, indent=deeper, column=deeper, quote=quote).split(
            "\n"
        )
        lines[0] = " " * deeper + lines[0]
    else:
        lines = emit.block(value, deeper, offset=offset_of(source, sequence))
    lines[0] = " " * indent + "-" + lines[0][indent + 1 :]
    return lines


def _start(source: Source, node: Node, index: int) -> int:
    return dash_of(source, node, index) if node.kind == "sequence" else node.entries[index][0].start


def _move_up(source: Source, node: Node, first_kept: int) -> Splice:
    """Return the splice that puts the first item kept where the node starts, comments before it."""
    text = source.text
    comments: list[str] = []
    for index in range(first_kept):
        comments += own_comments(text, spans(node)[index][1], _start(source, node, index + 1))
    margin = " " * column(text, node.start)
    moved = "\n".join([*comments, margin]).lstrip() if comments else ""
    return (node.start, _start(source, node, first_kept), moved)
