"""Any edit of any file, however it is written: the intended data, one hunk, no comment lost."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.store.yaml import edits, nodes
from planctl.store.yaml.reader import read
from planctl.store.yaml.splices import Source, dash_of, same, spans

PLAIN = [
    "SG5",
    "ITU-T SG5 (Q3/5)",
    "مكتمل",
    "已完成",
    "😀 done",
    "2018-09-21",
    "Ongoing",
    "1:30",
    "No",
]
QUOTED = [*PLAIN, "a: b", "# no comment", "1.10", "", 'say "it\'s"', "tab\there", "- x", "x ", "[y"]
OTHER = ["7", "-1", "1.5", "true", "null", "~"]
NEW_VALUES: list[Any] = [
    *("new", "Rev. Hammamet, 2016", "1.10", "", "two\nlines", "# x", "مكتمل", 'a "b"', "end\n"),
    *("word " * 40 + "end", 7, 1.5, True, None, [], {}, ["a"], ["a", "b: c"], {"x": "y"}),
    *([{"id": "1", "text": "t"}], {"list": ["p", {"q": "r\ns"}]}, ["l\nm"], [["n"], []]),
]


class Renderer:
    """Writes random documents in random styles; what they mean, the reader says."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.comments = 0
        self.quiet = rng.random() < 0.2
        self.keys = 0

    def document(self) -> str:
        lines = [*self.gap(0), *self.mapping(0, 0), *self.gap(0)]
        if not self.rng.randrange(3):
            lines.insert(0, "---")
        text = "\n".join(lines) + self.rng.choice(["\n", "", "\n\n"])
        return text.replace("\n", "\r\n") if self.rng.randrange(4) == 0 else text

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}."

    def trailing(self) -> str:
        if self.quiet or self.rng.randrange(4):
            return self.rng.choice(["", "", "", "", " ", "  "])
        return f"  {self.comment()}"

    def gap(self, indent: int) -> list[str]:
        if self.quiet or self.rng.randrange(3):
            return []
        margin = self.rng.choice([0, indent, indent, indent + 2])
        return [
            self.rng.choice(["", "", " " * (indent + 3), *[" " * margin + self.comment()] * 3])
            for _ in range(self.rng.randrange(1, 3))
        ]

    def key(self) -> str:
        self.keys += 1
        key = self.rng.choice(["id", "text", "report", "see", "键", "responsible"])
        key += str(self.keys) if self.rng.randrange(2) else "ab" * self.keys
        return f'"{key}"' if self.rng.randrange(6) == 0 else key

    def mapping(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for number in range(self.rng.randrange(1, 4)):
            lines += self.gap(indent) if number else []
            lines += self.slot(" " * indent + self.key() + ":", indent, depth, in_list=False)
        return lines

    def sequence(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for number in range(self.rng.randrange(1, 4)):
            lines += self.gap(indent) if number else []
            lines += self.slot(" " * indent + "-", indent, depth, in_list=True)
        return lines

    def slot(self, head: str, indent: int, depth: int, *, in_list: bool) -> list[str]:
        kind = self.rng.choice(["scalar"] * (2 + depth) + ["flow", "mapping", "sequence"])
        if kind == "scalar":
            return self.scalar(head, indent)
        if kind == "flow":
            first, *rest = self.flow(indent + 2, 0, spread=not self.rng.randrange(3))
            lines = [f"{head} {first}", *rest]
            lines[-1] += self.trailing()
            return lines
        if in_list and self.rng.randrange(3):
            pad = self.rng.randrange(1, 3)
            below = getattr(self, kind)(indent + 1 + pad, depth + 1)
            return [head + " " * pad + below[0].lstrip(" "), *below[1:]]
        least = 0 if kind == "sequence" and not in_list else 1
        deeper = indent + self.rng.choice([least, 2, 2, 4])
        below = getattr(self, kind)(deeper, depth + 1)
        return [head + self.trailing(), *self.gap(deeper), *below]

    def scalar(self, head: str, indent: int) -> list[str]:
        style = self.rng.choice(["plain", "plain", "'", '"', "block", "long", "other", "empty"])
        margin = " " * (indent + self.rng.randrange(1, 4))
        if style == "empty":
            return [head + self.trailing()]
        if style == "block":
            indicator = self.rng.choice(["|", "|-", "|+", ">", ">-", ">+"])
            indicator += self.rng.choice(["", "", str(len(margin) - indent)])
            body = [margin + self.rng.choice(PLAIN) for _ in range(self.rng.randrange(1, 4))]
            body.insert(1, self.rng.choice(["", margin + "  deeper", margin + "x"]))
            return [f"{head} {indicator}{self.trailing()}", *body]
        if style == "long":
            quote = self.rng.choice(["", "'", '"'])
            return [f"{head} {quote}some long", f"{margin}text{quote}{self.trailing()}"]
        written = self.inline(style)
        if self.rng.randrange(8) == 0:
            return [head + self.trailing(), *self.gap(indent), margin + written + self.trailing()]
        return [f"{head} {written}{self.trailing()}"]

    def inline(self, style: str, *, flow: bool = False) -> str:
        if style == "other":
            return self.rng.choice(OTHER)
        if style == '"':
            return json.dumps(self.rng.choice(QUOTED), ensure_ascii=False)
        if style == "'":
            return "'" + self.rng.choice(QUOTED).replace("'", "''") + "'"
        return self.rng.choice([word for word in PLAIN if not flow or ":" not in word])

    def flow(self, indent: int, depth: int, *, spread: bool) -> list[str]:
        mapping = self.rng.randrange(2)
        opening, closing = "{}" if mapping else "[]"
        count = self.rng.randrange(4)
        items: list[str] = []
        for _ in range(count):
            if depth < 2 and not self.rng.randrange(4):
                (value,) = self.flow(indent, depth + 1, spread=False)
            else:
                value = self.inline(self.rng.choice(["plain", "'", '"', "other"]), flow=True)
            items.append(f"{self.key()}: {value}" if mapping else value)
        comma = "," if items and not self.rng.randrange(3) else ""
        if not spread:
            return [opening + ", ".join(items) + comma + closing]
        lines = [opening + self.trailing()]
        for number, item in enumerate(items):
            lines += self.gap(indent)
            end = "," if number + 1 < count else comma
            lines.append(" " * indent + item + end + self.trailing())
        lines += self.gap(indent)
        if self.rng.randrange(2) and not lines[-1].lstrip().startswith("#"):
            lines.append(" " * indent + closing)
        else:
            lines.append(" " * max(indent - 1, 1) + closing)
        return lines


def all_paths(data: Any, path: nodes.Path = ()) -> list[nodes.Path]:
    below: list[tuple[Any, Any]] = list(data.items()) if isinstance(data, dict) else []
    if isinstance(data, list):
        below = list(enumerate(data))
    return [path, *(deep for step, value in below for deep in all_paths(value, (*path, step)))]


def at(data: Any, path: nodes.Path) -> Any:
    for step in path:
        data = data[step]
    return data


def comments_of(text: str, data: Any) -> list[str]:
    values = json.dumps(data, ensure_ascii=False)
    return [token for token in re.findall(r"# c\d+\.", text) if token not in values]


def own_line_comments(text: str, data: Any) -> set[str]:
    lines = [line.strip() for line in text.split("\n")]
    return {line for line in lines if line in set(comments_of(text, data))}


def changed_range(old: str, new: str) -> tuple[int, int]:
    """The lines of ``old``, from and to (not included), outside which nothing has changed."""
    before, after = old.split("\n"), new.split("\n")
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, len(before) - last


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


def gap_after(text: str, line: int) -> int:
    """The line after the comments and blank lines that follow ``line``."""
    lines = text.split("\n")
    line += 1
    while line < len(lines) and (not lines[line].strip() or lines[line].lstrip()[0] == "#"):
        line += 1
    return line


Edit = tuple[str, Callable[[str], str], Any, nodes.Path]


def random_edit(rng: random.Random, data: Any) -> Edit:
    """An edit, what the data should be after it, and the path of what it touches."""
    meant = deepcopy(data)
    path = rng.choice(all_paths(data))
    value = deepcopy(rng.choice(NEW_VALUES))
    old = at(data, path)
    if isinstance(old, dict) and rng.randrange(2):
        key = rng.choice(["new key", "id", "see", "No"])
        at(meant, path)[key] = value
        names = rng.sample(list(old), rng.randrange(len(old) + 1)) if old else []
        return "add", lambda t: edits.set_value(t, (*path, key), value, after=names), meant, path
    if isinstance(old, list) and rng.randrange(4):
        index = rng.randrange(len(old) + 1)
        if index < len(old) and rng.randrange(2):
            del at(meant, path)[index]
            return "remove", lambda t: edits.remove_item(t, path, index), meant, path
        at(meant, path).insert(index, value)
        return "insert", lambda t: edits.insert_item(t, path, index, value), meant, path
    if not path:
        return random_edit(rng, data)
    if isinstance(path[-1], str) and not rng.randrange(3):
        del at(meant, path[:-1])[path[-1]]
        return "remove", lambda t: edits.remove_key(t, path), meant, path[:-1]
    if isinstance(old, list) and rng.randrange(2):
        value = [*old[: rng.randrange(len(old) + 1)], value, *old[rng.randrange(len(old) + 1) :]]
    if isinstance(old, dict) and rng.randrange(2):
        value = {key: below for key, below in old.items() if rng.randrange(2)}
        value["new key"] = 1
    at(meant, path[:-1])[path[-1]] = value
    return "set", lambda t: edits.set_value(t, path, value), meant, path


def check(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    text = Renderer(rng).document()
    for _ in range(rng.randrange(1, 4)):
        text = check_edit(rng, text)


def check_edit(rng: random.Random, text: str) -> str:
    data = read(text)
    name, edit, meant, path = random_edit(rng, data)
    new = edit(text)
    assert same(read(new), meant), name
    if same(data, meant):
        assert new == text
        return text
    root = nodes.compose(text)
    node, parent = nodes.find(root, path), nodes.find(root, path[:-1])
    assert node is not None
    assert parent is not None
    first, last = changed_range(text, new)
    start = node.start if not path else nodes_head(text, parent, path[-1])
    end = line_of(text, node.end)
    assert line_of(text, start) <= first, name
    assert last <= gap_after(text, end), name
    if text.count("\r\n") == text.count("\n") > 0:
        assert new.count("\r\n") == new.count("\n")
    lost = set(comments_of(text, data)) - set(comments_of(new, meant))
    own = own_line_comments(text, data)
    if name in ("add", "insert"):
        assert not lost
    elif name == "remove":
        inside = set(re.findall(r"# c\d+\.", removed_text(text, root, path, data, meant)))
        assert lost <= inside
    else:
        inside = {
            comment
            for start, end in whole_spans(text, root, node)
            for comment in re.findall(r"# c\d+\.", text[start:end])
        }
        assert not (lost & own) - inside
        if node.kind == "scalar":
            assert not lost
    return new


def nodes_head(text: str, parent: nodes.Node, step: str | int) -> int:
    if isinstance(step, str):
        return next(key.start for key, _ in parent.entries if key.value == step)
    before = parent.items[step - 1].end if step else parent.start
    return before + len(text[before:]) - len(text[before:].lstrip()) if step == 0 else before


def whole_spans(text: str, root: nodes.Node, node: nodes.Node) -> list[tuple[int, int]]:
    """Where each item or entry of ``node`` begins (with its dash) and ends."""
    if node.flow or node.kind != "sequence":
        return spans(node)
    source = Source(text, root)
    return [(dash_of(source, node, index), item.end) for index, item in enumerate(node.items)]


def removed_text(text: str, root: nodes.Node, path: nodes.Path, data: Any, meant: Any) -> str:
    """The source of what was removed, to the end of its last line."""
    node = nodes.find(root, path)
    assert node is not None
    places = whole_spans(text, root, node)
    old, new = at(data, path), at(meant, path)
    if node.kind == "sequence":
        shorter = [same([*old[:index], *old[index + 1 :]], new) for index in range(len(old))]
        places = [place for place, fits in zip(places, shorter, strict=True) if fits]
    else:
        places = [place for place, key in zip(places, old, strict=True) if key not in new]
    return "\n".join(text[start : (text + "\n").index("\n", end)] for start, end in places)


def check_fragment(seed: int) -> None:
    """A fragment says what its part of the file says, and an edit of it goes back in its place."""
    rng = random.Random(seed)  # noqa: S311
    text = Renderer(rng).document()
    data = read(text)
    path = rng.choice(all_paths(data))
    part = edits.fragment(text, path)
    assert edits.replace_fragment(text, path, part) == text
    value = at(data, path)
    if not isinstance(value, (dict, list)) or not value or not text.endswith("\n"):
        return
    assert same(read(part), value)
    _, edit, meant, _ = random_edit(rng, value)
    new_part = edit(part)
    if is_in_brackets(text, path) and "\n" in new_part.rstrip("\n"):
        return
    new = edits.replace_fragment(text, path, new_part)
    expected = deepcopy(data)
    if path:
        at(expected, path[:-1])[path[-1]] = meant
    assert same(read(new), expected if path else meant)


def is_in_brackets(text: str, path: nodes.Path) -> bool:
    root = nodes.compose(text)
    found = [nodes.find(root, path[:depth]) for depth in range(len(path))]
    return any(node.flow for node in found if node)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(min_value=0, max_value=2**32))
def test_any_edit_of_any_style(seed: int) -> None:
    check(seed)


@pytest.mark.parametrize("seed", range(300))
def test_edits_of_known_documents(seed: int) -> None:
    check(seed)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(min_value=0, max_value=2**32))
def test_any_fragment_of_any_style(seed: int) -> None:
    check_fragment(seed)
