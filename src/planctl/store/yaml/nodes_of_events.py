"""The tree of a text that is not in the usual form, from the events of libyaml."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planctl.store.yaml.events import (
    DEEPEST,
    events_of,
    explained,
    refuse_depth,
    refuse_event,
)
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.scalars import resolve


def compose_events(text: str) -> Node:
    """Return the tree of ``text``; raises SyntaxFault where libyaml cannot parse it."""
    with explained(text):
        return _compose(text)


def _compose(text: str) -> Node:
    get_event = events_of(text)
    starts: list[Any] = []
    parts: list[list[Node]] = [[]]
    while True:
        event = get_event()
        kind = event.__class__
        if kind is ScalarEvent:
            parts[-1].append(_scalar(event, text))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            starts.append(event)
            parts.append([])
            if len(starts) > DEEPEST:
                refuse_depth(event, text)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            below = parts.pop()
            parts[-1].append(_collection(starts.pop(), event, below, text))
        elif starts:
            refuse_event(event, text)
        else:
            return parts[0][0]


def _scalar(event: Any, text: str) -> Node:
    start = event.start_mark.index
    end = event.end_mark.index
    style = event.style or ""
    value = event.value
    if style == "|" or style == ">":
        return Node("scalar", start, _block_end(text, start, end, value), style, value=value)
    return Node("scalar", start, end, style, value=value if style else resolve(value))


def _collection(opening: Any, closing: Any, below: list[Node], text: str) -> Node:
    start = opening.start_mark.index
    flow = bool(opening.flow_style)
    bracketed = flow and text[start] in "[{"
    end = closing.end_mark.index if bracketed or not below else below[-1].end
    if opening.__class__ is SequenceStartEvent:
        return Node("sequence", start, end, "", flow, None, tuple(below))
    # a key stands for its text, whatever a plain scalar would mean elsewhere
    keys = (_as_key(node, text) for node in below[::2])
    return Node(
        "mapping", start, end, "", flow, None, (), tuple(zip(keys, below[1::2], strict=True))
    )


def _as_key(node: Node, text: str) -> Node:
    if node.value.__class__ is str:
        return node
    return Node("scalar", node.start, node.end, value=text[node.start : node.end])


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Return where the content of the block scalar at ``start`` ends.

    libyaml's mark stands after the blank lines that follow. They belong to the content only where
    the indicator has a "+", or where they are longer than the indentation.
    """
    header_end = text.find("\n", start, end)
    header_end = end if header_end < 0 else header_end
    indicator = text[start:header_end].split("#")[0].rstrip(" \t\r")
    if not value.strip("\n") and not (value and "+" in indicator):
        return start + len(indicator)
    if "+" not in indicator:
        last_is_blank = not value.rstrip("\n").rpartition("\n")[2].strip()
        while (line := text.rfind("\n", start, end)) >= 0:
            if text[line + 1 : end].strip(" \t\r") or (
                last_is_blank and text[line + 1 : end].strip("\r")
            ):
                break
            end = line
        return end - 1 if text[end - 1] == "\r" else end
    if text[end - 1] == "\n":
        end -= 1
    return end - 1 if text[end - 1] == "\r" else end
