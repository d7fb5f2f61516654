"""Where values stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as File

import pytest

from planctl.errors import SyntaxFault
from planctl.store.yaml import nodes
from planctl.store.yaml.nodes import Node, Path, compose, find, source
from planctl.store.yaml.places import locate, locate_all

PLANS = sorted((File(__file__).parents[2] / "plans").glob("*.yaml"))
TEXT = """\
# plan
title: 😀 é
lead: ITU-T SG5   # comment
directives:
  # first
  - id: "1"
    text: two
      lines

  - id: '2'   # second
    see: [a, {b: c}]
    empty:
    report: |+  # kept
      one

      two

    note: >-
      folded

# end
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), "😀 é"),
        (("lead",), "ITU-T SG5"),
        (("directives", 0, "id"), '"1"'),
        (("directives", 0, "text"), "two\n      lines"),
        (("directives", 0), 'id: "1"\n    text: two\n      lines'),
        (("directives", 1, "see"), "[a, {b: c}]"),
        (("directives", 1, "see", 1, "b"), "c"),
        (("directives", 1, "empty"), ""),
        (("directives", 1, "report"), "|+  # kept\n      one\n\n      two\n"),
        (("directives", 1, "note"), ">-\n      folded"),
        (("nothing",), ""),
    ],
)
def test_sources(newline: str, path: Path, expected: str) -> None:
    text = TEXT.replace("\n", newline)
    assert source(text, compose(text), path) == expected.replace("\n", newline)


def test_kinds_and_styles() -> None:
    root = compose(TEXT)
    see = find(root, ("directives", 1, "see"))
    assert see is not None
    assert (root.kind, root.flow, see.kind, see.flow) == ("mapping", False, "sequence", True)
    styles = [find(root, ("directives", index, "id")) for index in (0, 1)]
    assert [node.style for node in styles if node] == ['"', "'"]
    assert nodes.child(see, 5) is None
    assert [key.value for key, _ in compose("1: a\n~: b\n'x': c").entries] == ["1", "~", "x"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        (("title",), (2, 8)),
        (("lead",), (3, 7)),
        (("directives",), (4, 1)),
        (("directives", 0), (6, 5)),
        (("directives", 0, "id"), (6, 9)),
        (("directives", 0, "missing"), (6, 5)),
        (("directives", 0, "missing", 3), (6, 5)),
        (("directives", 7), (4, 1)),
        (("directives", 1, "see"), (11, 10)),
        (("directives", 1, "see", 1, "b"), (11, 18)),
        (("directives", 1, "empty"), (12, 5)),
        (("missing",), (2, 1)),
    ],
)
def test_places(path: Path, place: tuple[int, int]) -> None:
    assert locate(TEXT, path) == place
    assert locate_all(TEXT, [("title",), path])[path] == place


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: |\n  x\n", 8),
        ("a: |\n  x\n\n\n", 8),
        ("a: |\n  x", 8),
        ("a: |\n  x\n    \n", 13),
        ("a: |\n  x\n \nb: 1", 8),
        ("a: |\nb: 1", 4),
        ("a: |-  # c\nb: 1", 5),
        ("a: |+\n  x\n\n\nb: 1", 11),
        ("a: |\r\n  x\r\n\r\n# c", 9),
        ("a: >2-\n   x\n  # not a comment\n", 29),
    ],
)
def test_where_a_block_scalar_ends(text: str, end: int) -> None:
    assert compose(text).entries[0][1].end == end


@pytest.mark.parametrize("text", ["", "a: [", "[" * 100_000, "a: *x", "%YAML 1.2\n---\na: 1"])
def test_what_cannot_be_composed(text: str) -> None:
    with pytest.raises(SyntaxFault):
        compose(text)


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_the_place_of_every_value_is_where_its_node_starts(file: File) -> None:
    text = file.read_text("utf-8")
    root = compose(text)
    paths = [steps for steps, node in _values(root, ()) if node.kind == "scalar" or node.flow]
    assert len(paths) > 100
    found = locate_all(text, paths)
    for steps in paths:
        node = find(root, steps)
        assert node is not None
        line, column = found[steps]
        assert text.count("\n", 0, node.start) == line - 1
        assert node.start - column == text.rfind("\n", 0, node.start)


def _values(node: Node, steps: Path) -> Iterator[tuple[Path, Node]]:
    yield steps, node
    for index, item in enumerate(node.items):
        yield from _values(item, (*steps, index))
    for key, value in node.entries:
        yield from _values(value, (*steps, key.value))
