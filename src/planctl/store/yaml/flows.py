"""Splices that add to mappings and sequences in brackets, and take from them.

A collection on one line stays on it. One that is spread over lines, each item on its own, grows and
shrinks by lines, and its commas stay as they are: with or without one after the last item.
"""

from __future__ import annotations

from collections.abc import Sequence

from planctl.store.yaml.lines import (
    line_end,
    line_start,
    next_line,
    skip_blank,
    skip_spaces,
    starts_line,
)
from planctl.store.yaml.nodes import Node
from planctl.store.yaml.splices import Source, Splice, spans


def add_children(source: Source, node: Node, index: int, rendered: Sequence[str]) -> list[Splice]:
    """Return the splices that put items or entries, each on one line, at ``index`` of ``node``."""
    text = source.text
    places = spans(node)
    if text[node.start] not in "[{":  # a pair within brackets, which gets braces of its own
        joined = "".join(f", {new}" for new in rendered)
        return [(node.start, node.start, "{"), (node.end, node.end, joined + "}")]
    if not places:
        gap = " " if text[node.start + 1] == "#" else ""
        return [(node.start + 1, node.start + 1, ", ".join(rendered) + gap)]
    spread = _is_spread(text, node, places)
    if not index:
        if spread:
            at = line_end(text, node.start)
            return [(at, at, "".join(f"\n{_margin(text, node)}{new}," for new in rendered))]
        at = places[0][0]
        return [(at, at, "".join(f"{new}, " for new in rendered))]
    end = places[index - 1][1]
    if not spread:
        return [(end, end, "".join(f", {new}" for new in rendered))]
    return _added_lines(text, node, end, rendered)


def remove_children(source: Source, node: Node, indexes: set[int]) -> list[Splice]:
    """Return the splices that take items or entries out of ``node``, each with its comma."""
    text = source.text
    places = spans(node)
    commas = [_comma(text, end) for _, end in places]
    kept = [index for index in range(len(places)) if index not in indexes]
    cuts: list[tuple[int, int]] = []
    for run in _runs(text, places, indexes):
        start, end = places[run[0]][0], places[run[-1]][1]
        comma = commas[run[-1]]
        if comma is None and kept:
            before = commas[kept[-1]]
            assert before is not None  # noqa: S101 - something follows it
            if not text[before + 1 : start].strip() and kept[-1] + 1 == run[0]:
                cuts.append((before, end))
                continue
            cuts.append((before, before + 1))
        cuts.append(_cut(text, start, end if comma is None else comma + 1))
    return [(start, end, "") for start, end in _merged(cuts)]


def _is_spread(text: str, node: Node, places: Sequence[tuple[int, int]]) -> bool:
    """Return whether each item begins a line of its own."""
    lines = [line_start(text, start) for start, _ in places]
    return len({line_start(text, node.start), *lines}) == len(places) + 1 and all(
        starts_line(text, start) for start, _ in places
    )


def _added_lines(text: str, node: Node, end: int, rendered: Sequence[str]) -> list[Splice]:
    """Return the splices that put lines below the item that ends at ``end``."""
    margin = _margin(text, node)
    comma = _comma(text, end)
    if comma is not None:
        if line_start(text, comma) != line_start(text, end):  # the comma leads the next line
            return [(end, end, "".join(f", {new}" for new in rendered))]
        at = line_end(text, comma)
        return [(at, at, "".join(f"\n{margin}{new}," for new in rendered))]
    joined = ",".join(f"\n{margin}{new}" for new in rendered)
    if line_start(text, node.end - 1) == line_start(text, end):
        return [(end, end, "," + joined)]
    at = line_end(text, end)
    if at == end:
        return [(end, end, "," + joined)]
    return [(end, end, ","), (at, at, joined)]


def _margin(text: str, node: Node) -> str:
    start = spans(node)[0][0]
    return text[line_start(text, start) : start]


def _comma(text: str, end: int) -> int | None:
    """Return where the comma after the item that ends at ``end`` stands, None without one."""
    at = skip_blank(text, end)
    return at if text[at : at + 1] == "," else None


def _runs(text: str, places: Sequence[tuple[int, int]], indexes: set[int]) -> list[list[int]]:
    """Group the indexes that follow each other on one line."""
    runs: list[list[int]] = []
    for index in sorted(indexes):
        last = runs[-1][-1] if runs else None
        if last == index - 1 and "\n" not in text[places[index - 1][1] : places[index][0]]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Return what to take out with ``text[start:end]`` so that no blanks or empty lines stay."""
    after = skip_spaces(text, end)
    if after < line_end(text, end) and text[after] != "#":
        return start, after
    if starts_line(text, start):
        return line_start(text, start), next_line(text, end)
    while text[start - 1] in " \t":
        start -= 1
    return start, end


def _merged(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
