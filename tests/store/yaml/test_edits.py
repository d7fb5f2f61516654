"""Edits by example: what changes, and everything that does not."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.errors import EditFault, SyntaxFault
from planctl.store.yaml.edits import (
    fragment,
    insert_item,
    remove_item,
    remove_key,
    replace_fragment,
    set_value,
)
from planctl.store.yaml.nodes import Path

LONG = "word " * 22 + "end"

SET = {
    "a scalar keeps its comment": ("a: 1   # one\nb: 2\n", ("a",), 2, "a: 2   # one\nb: 2\n"),
    "an equal value changes nothing": ("a:   'x'  # c\n", ("a",), "x", "a:   'x'  # c\n"),
    "1 and 1.0 differ": ("a: 1\n", ("a",), 1.0, "a: 1.0\n"),
    "1 and true differ": ("a: 1\n", ("a",), True, "a: true\n"),
    "1 and text differ": ("a: 1\n", ("a",), "1", 'a: "1"\n'),
    "single quotes stay": ("a: 'x'\n", ("a",), "it's", "a: 'it''s'\n"),
    "double quotes stay": ('a: "x"\n', ("a",), "y", 'a: "y"\n'),
    "rather single quotes than backslashes": ('a: "x"\n', ("a",), '"y" z', "a: '\"y\" z'\n"),
    "an ID is quoted": ("- id: 1.10 # c\n", (0, "id"), "1.1", '- id: "1.1" # c\n'),
    "a value on the next line": ("a:\n    x  # c\nb: 1\n", ("a",), "z", "a:\n    z  # c\nb: 1\n"),
    "a text of several lines": ("a: x\n  y # c\nb: 1\n", ("a",), "z", "a: z # c\nb: 1\n"),
    "a long text is folded": (
        "- a: x\n  b: 1\n",
        (0, "a"),
        LONG,
        f"- a: {LONG[:94]}\n    {LONG[95:]}\n  b: 1\n",
    ),
    "an empty value": ("a:  # c\nb:\n", ("a",), "x", "a: x  # c\nb:\n"),
    "an empty item": ("-\n- b\n", (0,), "a", "- a\n- b\n"),
    "a block becomes a line": (
        "a: |  # c\n  x\n\n  y\n\n# own\nb: 1\n",
        ("a",),
        "z",
        "a: z  # c\n\n# own\nb: 1\n",
    ),
    "a line becomes a block": (
        "a: x  # c\n# own\nb: 1\n",
        ("a",),
        "y\nz",
        "a: |-  # c\n  y\n  z\n# own\nb: 1\n",
    ),
    "a comment does not become text": (
        "a: x\n    # deep\nb: 1\n",
        ("a",),
        "y\nz",
        "a: |-\n  y\n  z\n# deep\nb: 1\n",
    ),
    "a block that keeps its line breaks": (
        "a: |+\n  x\n\n\nb: 1\n",
        ("a",),
        "z",
        "a: z\nb: 1\n",
    ),
    "a line becomes a list": (
        "a: x  # c\nb: 1\n",
        ("a",),
        ["p", {"q": 1, "r": 2}],
        "a:  # c\n  - p\n  - q: 1\n    r: 2\nb: 1\n",
    ),
    "as the other lists are indented": (
        "a:\n- x\nb: ~\n",
        ("b",),
        ["p"],
        "a:\n- x\nb:\n- p\n",
    ),
    "a list in brackets where that is the house style": (
        "- id: a\n  responsible:\n",
        (0, "responsible"),
        ["SG5", "SG2"],
        "- id: a\n  responsible: [SG5, SG2]\n",
    ),
    "a list becomes a line, its own comments stay": (
        "a:  # c\n  # above\n  - x  # gone\n\n  # between\n  - y\n# after\nb: 1\n",
        ("a",),
        "z",
        "a: z  # c\n  # above\n  # between\n# after\nb: 1\n",
    ),
    "unchanged items keep their quotes and comments": (
        "a:\n  - 'x'  # 1\n  # own\n  - y   # 2\n  - \"z\"  # 3\n",
        ("a",),
        ["x", "new", "z"],
        "a:\n  - 'x'  # 1\n  # own\n  - new\n  - \"z\"  # 3\n",
    ),
    "items are added in the middle": (
        "a: [x, 'z']  # c\n",
        ("a",),
        ["x", "p", "z"],
        "a: [x, p, 'z']  # c\n",
    ),
    "a map changes by its keys": (
        "a:\n  # one\n  x: 1  # c\n  y: 2\n  z: 3  # d\n",
        ("a",),
        {"x": 1, "new": 5, "z": 4},
        "a:\n  # one\n  x: 1  # c\n  new: 5\n  z: 4  # d\n",
    ),
    "in brackets": ("a: {x: 1, y: [2]} # c\n", ("a", "y"), "b, c", 'a: {x: 1, y: "b, c"} # c\n'),
    "nothing in brackets": ("a: {x, y: }\n", ("a", "x"), 1, "a: {x: 1, y: }\n"),
    "other scripts": (
        "حالة: قديم  # ملاحظة\r\n键: 旧\r\n",
        ("حالة",),
        "مكتمل",
        "حالة: مكتمل  # ملاحظة\r\n键: 旧\r\n",
    ),
    "tabs in text": ("a: 'x\ty'\t# c\nb: 1\n", ("b",), "p\tq", "a: 'x\ty'\t# c\nb: \"p\\tq\"\n"),
    "no final line break": ("a: 1\nb: 2", ("b",), ["x"], "a: 1\nb:\n  - x"),
    "text that ends with a line break, at the end": ("a: 1", ("a",), "x\n", "a: |\n  x\n"),
}


@pytest.mark.parametrize(("text", "path", "value", "expected"), SET.values(), ids=SET)
def test_set_value(text: str, path: Path, value: Any, expected: str) -> None:
    assert set_value(text, path, value) == expected


ADD: dict[str, tuple[str, Path, Any, list[str], str]] = {
    "at the end of the mapping": (
        "- id: a\n  b: 1  # c\n  # own\n- id: b\n",
        (0, "new"),
        "x",
        [],
        "- id: a\n  b: 1  # c\n  new: x\n  # own\n- id: b\n",
    ),
    "after the last of the named keys": (
        "- id: a\n  text: x\n\n  status: y\n",
        (0, "due"),
        "2018-09",
        ["text", "id", "none"],
        "- id: a\n  text: x\n  due: 2018-09\n\n  status: y\n",
    ),
    "after a block": (
        "a: |+\n  x\n\nb: 1\n",
        ("c",),
        2,
        ["a"],
        "a: |+\n  x\n\nc: 2\nb: 1\n",
    ),
    "after a block at the end of the file": ("a: |\n  x", ("b",), 1, [], "a: |-\n  x\nb: 1"),
    "in brackets": ("a: {x: 1}  # c\n", ("a", "p"), "z", [], "a: {x: 1, p: z}  # c\n"),
    "in empty brackets": ("a: {}  # c\n", ("a", "p"), "z", [], "a:  # c\n  p: z\n"),
    "in brackets over lines": (
        "a: {\n  x: 1,  # c\n  # own\n  y: 2  # d\n}\n",
        ("a", "z"),
        3,
        [],
        "a: {\n  x: 1,  # c\n  # own\n  y: 2,  # d\n  z: 3\n}\n",
    ),
    "a pair without braces": ("a: [x: 1]\n", ("a", 0, "p"), 2, [], "a: [{x: 1, p: 2}]\n"),
    "with what is missing above it": (
        "a: 1\nb:\n",
        ("b", "c", "d"),
        [1],
        [],
        "a: 1\nb:\n  c:\n    d:\n      - 1\n",
    ),
    "beside quoted keys": (
        "\"a b\": 1\n'c': 2\n",
        ("d",),
        3,
        ["a b"],
        "\"a b\": 1\nd: 3\n'c': 2\n",
    ),
    "under a wide dash": ("-   a: 1\n", (0, "b"), ["x"], [], "-   a: 1\n    b:\n      - x\n"),
    "with CRLF": ("a: 1\r\n# c\r\n", ("b",), ["x"], [], "a: 1\r\nb:\r\n  - x\r\n# c\r\n"),
}


@pytest.mark.parametrize(("text", "path", "value", "after", "expected"), ADD.values(), ids=ADD)
def test_add_a_key(text: str, path: Path, value: Any, after: list[str], expected: str) -> None:
    assert set_value(text, path, value, after=after) == expected


INSERT: dict[str, tuple[str, Path, int, Any, str]] = {
    "before the comments of the next item": (
        "a:\n  - x  # 1\n\n  # about y\n  - y\n",
        ("a",),
        1,
        "new",
        "a:\n  - x  # 1\n  - new\n\n  # about y\n  - y\n",
    ),
    "at the end, before the comments that follow": (
        "a:\n  - x  # 1\n  # tail\n\nb: 1\n",
        ("a",),
        1,
        {"id": "1", "p": [2]},
        'a:\n  - x  # 1\n  - id: "1"\n    p:\n      - 2\n  # tail\n\nb: 1\n',
    ),
    "at the start, above the comment of the first": (
        "a:  # c\n  # about x\n  - x\n",
        ("a",),
        0,
        "new",
        "a:  # c\n  - new\n  # about x\n  - x\n",
    ),
    "without indentation": ("a:\n- x\nb: 1\n", ("a",), 1, ["p"], "a:\n- x\n- - p\nb: 1\n"),
    "as widely as the others": (
        "a:\n    -   x: 1\n",
        ("a",),
        1,
        {"x": 2, "p": 3},
        "a:\n    -   x: 1\n    -   x: 2\n        p: 3\n",
    ),
    "quoted as the others": ("- 'x'\n- 'y'\n", (), 2, "z", "- 'x'\n- 'y'\n- 'z'\n"),
    "first in a list within a list": ("- - x\n  - y\n", (0,), 0, "new", "- - new\n  - x\n  - y\n"),
    "last in a list within a list": ("- - x\n- z\n", (0,), 1, "new", "- - x\n  - new\n- z\n"),
    "after an empty item": ("-\n-  # c\n", (), 2, "x", "-\n-  # c\n- x\n"),
    "after a block": ("- |\n  x\n\n- y\n", (), 1, "new", "- |\n  x\n- new\n\n- y\n"),
    "after a block that keeps": ("- |+\n  x\n\n- y\n", (), 1, "n", '- |+\n  x\n\n- "n"\n- y\n'),
    "after a block without line break": ("- |\n  x", (), 1, "y1", "- |-\n  x\n- y1"),
    "in brackets": ("a: [x, y]  # c\n", ("a",), 1, "new", "a: [x, new, y]  # c\n"),
    "first in brackets": ("a: [x,]\n", ("a",), 0, "b: c", 'a: ["b: c", x,]\n'),
    "last in brackets": ("a: [x,]\n", ("a",), 1, {"b": 1}, "a: [x, {b: 1},]\n"),
    "in empty brackets": ("a: []  # c\n", ("a",), 0, "x", "a:  # c\n  - x\n"),
    "in brackets over lines": (
        "a: [\n  x,  # 1\n  # own\n  y,\n]\n",
        ("a",),
        1,
        "new",
        "a: [\n  x,  # 1\n  new,\n  # own\n  y,\n]\n",
    ),
    "first in brackets over lines": (
        "a: [  # c\n  # own\n  x]\n",
        ("a",),
        0,
        "new",
        "a: [  # c\n  new,\n  # own\n  x]\n",
    ),
    "last in brackets over lines": (
        "a: [\n  x,\n  y]\n",
        ("a",),
        2,
        "z",
        "a: [\n  x,\n  y,\n  z]\n",
    ),
}


@pytest.mark.parametrize(
    ("text", "path", "index", "value", "expected"), INSERT.values(), ids=INSERT
)
def test_insert_item(text: str, path: Path, index: int, value: Any, expected: str) -> None:
    assert insert_item(text, path, index, value) == expected
    assert insert_item(text.replace("\n", "\r\n"), path, index, value) == expected.replace(
        "\n", "\r\n"
    )


REMOVE: dict[str, tuple[str, Path, int, str]] = {
    "its lines and its comment": (
        "a:\n  # above\n  - x: 1  # c\n    # inside\n    y: 2\n  # below\n  - z\n",
        ("a",),
        0,
        "a:\n  # above\n  # below\n  - z\n",
    ),
    "the last one": (
        "a:\n  - x\n  # own\n  - y\n# c\nb: 1\n",
        ("a",),
        1,
        "a:\n  - x\n  # own\n# c\nb: 1\n",
    ),
    "the only one": ("a:  # c\n  # own\n  - x\nb: 1\n", ("a",), 0, "a: []  # c\n  # own\nb: 1\n"),
    "the first of a list within a list": ("- - x\n  # c\n  - y\n", (0,), 0, "- # c\n  - y\n"),
    "the only one of a list within a list": ("- - x\n- y\n", (0,), 0, "- []\n- y\n"),
    "after a block that keeps": ("- |+\n  x\n- y\n\n- z\n", (), 1, "- |+\n  x\n- z\n"),
    "after a block, before a deep comment": ("- |\n  x\n- y\n    # c\n", (), 1, "- |\n  x\n# c\n"),
    "at the end of the file": ("- x\n- y", (), 1, "- x\n"),
    "in brackets, the first": ("a: [x, y, z]\n", ("a",), 0, "a: [y, z]\n"),
    "in brackets, the last": ("a: [x, y, z ]\n", ("a",), 2, "a: [x, y ]\n"),
    "in brackets, the only one": ("a: [x]  # c\n", ("a",), 0, "a: []  # c\n"),
    "in brackets over lines": (
        "a: [\n  x,  # 1\n  # own\n  y,\n]\n",
        ("a",),
        0,
        "a: [\n  # own\n  y,\n]\n",
    ),
    "in brackets over lines, the last": ("a: [\n  x,\n  y]\n", ("a",), 1, "a: [\n  x]\n"),
}


@pytest.mark.parametrize(("text", "path", "index", "expected"), REMOVE.values(), ids=REMOVE)
def test_remove_item(text: str, path: Path, index: int, expected: str) -> None:
    assert remove_item(text, path, index) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: 1\n# own\nb: |\n  x\n\nc: 3\n", ("b",), "a: 1\n# own\n\nc: 3\n"),
        ("- a: 1  # c\n  b: 2\n", (0, "a"), "- b: 2\n"),
        ("- a: 1\n  # own\n  b: 2\n", (0, "a"), "- # own\n  b: 2\n"),
        ("a:\n  b:  # c\n    - x\nd: 1\n", ("a", "b"), "a: {}\nd: 1\n"),
        ("a: {x: 1, y: 2}\n", ("a", "y"), "a: {x: 1}\n"),
        ("# c\na: 1\n", ("a",), "# c\n{}\n"),
    ],
)
def test_remove_key(text: str, path: Path, expected: str) -> None:
    assert remove_key(text, path) == expected


PLAN = """\
directives:
  # the first
  - id: "1"  # one
    report: |-
      text
        deeper

      text
# under-indented
    status: ongoing  # so far
  # the second
  - id: "2"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_fragment_is_edited_and_put_back(newline: str) -> None:
    text = PLAN.replace("\n", newline)
    part = fragment(text, ("directives", 0))
    assert part == (
        'id: "1"  # one\nreport: |-\n  text\n    deeper\n\n  text\n# under-indented\n'
        "status: ongoing  # so far\n"
    )
    assert replace_fragment(text, ("directives", 0), part) == text
    edited = part.replace("    deeper\n", "    deeper still\n\n\n").replace("ongoing", "completed")
    assert replace_fragment(text, ("directives", 0), edited + "\n\n") == text.replace(
        f"deeper{newline}", f"deeper still{newline * 3}"
    ).replace("ongoing", "completed").replace("# under", "    # under")


def test_fragments_of_other_kinds() -> None:
    text = "a: [x, {b: c}]  # d\ne: |\n  one\n   two\nf:\n- g\nh: 1\n"
    assert fragment(text, ("a",)) == "[x, {b: c}]  # d\n"
    assert fragment(text, ("a", 1)) == "{b: c}\n"
    assert fragment(text, ("e",)) == "|\n  one\n   two\n"
    assert fragment(text, ("f",)) == "- g\n"
    assert fragment(text, ()) == text
    assert replace_fragment(text, ("a", 1), "y\n") == text.replace("{b: c}", "y")
    assert replace_fragment(text, ("e",), "|\n  one\n") == text.replace("   two\n", "")
    assert replace_fragment(text, ("f",), "[]\n") == text.replace("- g", "  []")


def test_white_space_at_the_end_of_a_line_is_not_taken_into_a_block_of_text() -> None:
    assert set_value("a: x  \nb: 1 \n", ("a",), "one\ntwo") == "a: |-\n  one\n  two\nb: 1 \n"
    assert insert_item("a: []\t\r\nb: 1\r\n", ("a",), 0, "one\ntwo\n") == (
        "a:\r\n  - |\r\n      one\r\n      two\r\nb: 1\r\n"
    )


def test_below_a_block_without_a_line_break_at_its_end() -> None:
    assert set_value("a: >2-\n   x", ("b",), 1) == "a: >2-\n   x\nb: 1"
    assert set_value("a: >2\n   x", ("b",), 1) == "a: >2-\n   x\nb: 1"


def test_a_fragment_that_begins_or_ends_otherwise_than_before() -> None:
    text = "a:\n  b: 1\n# outdented\n  c: 2\n\nd: 3\n"
    assert replace_fragment(text, ("a",), "# outdented\nc: 2\n") == (
        "a:\n  # outdented\n  c: 2\n\nd: 3\n"
    )
    assert replace_fragment(text, ("a",), "b: |+\n  one\n") == "a:\n  b: |+\n    one\nd: 3\n"


def test_a_fragment_with_a_mistake_says_where() -> None:
    with pytest.raises(SyntaxFault) as caught:
        replace_fragment(PLAN, ("directives", 0), 'id: "1"\nreport: a: b\n')
    assert (caught.value.line, caught.value.column) == (2, 10)
    with pytest.raises(SyntaxFault, match="empty"):
        replace_fragment(PLAN, ("directives", 0), "\n")


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: set_value(text, ("a", "b"), 1),
        lambda text: set_value(text, ("list", 3), 1),
        lambda text: set_value(text, ("none", 0), 1),
        lambda text: insert_item(text, ("list",), 3, "x"),
        lambda text: insert_item(text, ("a",), 0, "x"),
        lambda text: insert_item(text, ("none",), 0, "x"),
        lambda text: remove_item(text, ("list",), 2),
        lambda text: remove_item(text, ("list",), -1),
        lambda text: remove_key(text, ("none",)),
        lambda text: remove_key(text, ("list", "x")),
        lambda text: fragment(text, ("none",)),
        lambda text: replace_fragment(text, ("none",), "x\n"),
        lambda text: set_value(text, ("a",), "bell\x07"),
        lambda text: set_value(text, ("a",), {"k" * 2000: 1}),
        lambda text: set_value(text, ("odd",), 1),
    ],
)
def test_what_cannot_be_done_is_refused(edit: Any) -> None:
    with pytest.raises(EditFault, match=r"[Nn]othing was written|plan cannot hold"):
        edit("a: 1\nlist: [x, y]\n? odd\n")


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(SyntaxFault, match="stands twice"):
        set_value("a: 1\na: 2\n", ("b",), 1)
