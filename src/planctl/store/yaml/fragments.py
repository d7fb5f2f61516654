"""A part of a plan as a text of its own, for a text editor, and back.

The fragment is the source of one value without its indentation. Put back, lines that were not
changed keep their bytes, also where they were indented less than the rest.
"""

from __future__ import annotations

from planctl.store.yaml.blocks import keeps_breaks
from planctl.store.yaml.lines import column, line_end, line_start, next_line, settle, starts_line
from planctl.store.yaml.nodes import Node, compose
from planctl.store.yaml.splices import Slot, Source, Splice, last_leaf


def cut_fragment(source: Source, slot: Slot) -> str:
    """Return the lines of the value in ``slot``, without indentation, ending with a line break."""
    margin = _margin(source, slot)
    return "".join(_dedented(line, margin) + "\n" for line in _lines(source, slot))


def fragment_splices(source: Source, slot: Slot, fragment: str) -> list[Splice]:
    """Return the splices that put an edited fragment in place of the value in ``slot``."""
    comments, text = _apart(fragment.replace("\r\n", "\n"))
    above = _above_dash(source, slot, comments)
    if not above:
        text = comments + text
    root = compose(text)
    start, end = slot.node.start, _end(source, slot)
    new = _merged(_lines(source, slot), _without_blank_end(text, root), _margin(source, slot))
    unindented = slot.node.kind == "sequence" and column(source.text, start) == slot.indent
    if unindented and slot.key is not None and (root.kind != "sequence" or root.flow):
        # Only a list of items may stand in the column of its key.
        new = ["  " + line if line else "" for line in new]
    leaf = last_leaf(root)
    if leaf.style not in ("|", ">"):
        return [*above, (start, end, "\n".join(new))]
    if end == len(source.text) and leaf.value.endswith("\n"):
        new.append("")  # the line break that the text of the block ends with
    below = next_line(source.text, end)
    settled = settle(source.text, below, slot.indent, keep=keeps_breaks(text, leaf))
    return [*above, (start, end, "\n".join(new)), *([settled] if settled else [])]


def _apart(text: str) -> tuple[str, str]:
    """Return the lines at the start of a fragment that are only a comment, and the rest."""
    lines = text.splitlines(keepends=True)
    count = 0
    while count < len(lines) and lines[count].lstrip(" ").startswith("#"):
        count += 1
    return "".join(lines[:count]), "".join(lines[count:])


def _above_dash(source: Source, slot: Slot, comments: str) -> list[Splice]:
    """Return the splice that puts comments above the dash of an item that starts on its line."""
    text, dash = source.text, slot.head - 1
    at = line_start(text, dash)
    on_line = slot.key is None and dash >= 0 and not slot.flow and starts_line(text, dash)
    if not comments or not on_line or line_start(text, slot.node.start) != at:
        return []
    margin = " " * slot.indent
    return [(at, at, "".join(f"{margin}{line.lstrip()}\n" for line in comments.splitlines()))]


def _merged(lines: list[str], now: list[str], margin: int) -> list[str]:
    """Return the new lines with indentation, those that begin and end both as they were."""
    was = [_dedented(line, margin) for line in lines]
    first = 0
    while first < min(len(was), len(now)) and was[first] == now[first]:
        first += 1
    last = 0
    while last < min(len(was), len(now)) - first and was[-1 - last] == now[-1 - last]:
        last += 1
    middle = [(" " * margin + line) if line else "" for line in now[first : len(now) - last]]
    # The value's first line starts behind its key or dash, without the margin of the others.
    lines = [" " * margin + lines[0], *lines[1:]]
    whole = [*lines[:first], *middle, *lines[len(lines) - last :]]
    return [_dedented(whole[0], margin), *whole[1:]]


def _without_blank_end(text: str, root: Node) -> list[str]:
    """Return the lines of an edited fragment, without blank ones that an editor leaves at its end.

    Where a block scalar keeps them ("|+"), they are text.
    """
    leaf = last_leaf(root)
    if keeps_breaks(text, leaf):
        return text.removesuffix("\n").split("\n")
    return text.rstrip("\n").split("\n")


def _lines(source: Source, slot: Slot) -> list[str]:
    part = source.text[slot.node.start : _end(source, slot)]
    return part.replace("\r\n", "\n").split("\n")


def _end(source: Source, slot: Slot) -> int:
    """Return where the value ends: with its line, whose comment goes along, unless in brackets."""
    return slot.node.end if slot.flow else line_end(source.text, slot.node.end)


def _margin(source: Source, slot: Slot) -> int:
    """Return how many spaces of indentation the value's lines have in common by rule."""
    node = slot.node
    if slot.head < 0 or (node.kind != "scalar" and not node.flow):
        return column(source.text, node.start)
    return slot.indent


def _dedented(line: str, margin: int) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(margin, spaces) :]
