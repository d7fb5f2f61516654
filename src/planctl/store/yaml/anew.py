"""Splices that write a value anew in its place.

The comment at the end of its line stays there, comments on lines of their own below or above it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from planctl.store.yaml import blocks, emit
from planctl.store.yaml.lines import column, line_end, line_start, own_comments, tail
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.splices import Slot, Source, Splice, spans


def written_in_brackets(source: Source, slot: Slot, new: Any) -> list[Splice]:
    """Return the splice that writes ``new`` in place of a value within brackets."""
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


def written_anew(source: Source, slot: Slot, new: Any, beside: str | None = None) -> list[Splice]:
    """Return the splices that write ``new`` in place of a value in block context.

    ``beside`` is the comment that a scalar gets in place of that which another one had.
    """
    inline = _inline(source, slot, new)
    if slot.head < 0:
        return _written_document(source, new)
    if inline is None:
        return _written_as_block(source, slot, new)
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
        start, end, comment = place_and_comment(text, node)
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


def place_and_comment(text: str, node: Node) -> tuple[int, int, str]:
    """Return what to replace of a value on the line of its key, and the comment it had there."""
    if node.style in ("|", ">"):
        indicator = re.compile(r"[|>][-+0-9]*").match(text, node.start)
        header_end = indicator.end() if indicator else node.start
        end = max(node.end, line_end(text, header_end))
        return node.start, end, tail(text, header_end)
    end = line_end(text, node.end)
    comment = text[node.end : end].rstrip()
    return node.start, node.end + len(comment), comment


def _written_as_block(source: Source, slot: Slot, new: Any) -> list[Splice]:
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
        _, end, comment = place_and_comment(text, node)
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


def _written_document(source: Source, new: Any) -> list[Splice]:
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
