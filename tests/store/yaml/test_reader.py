"""YAML text to plain data."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.errors import SyntaxFault
from planctl.store.yaml.events import DEEPEST
from planctl.store.yaml.reader import read
from planctl.store.yaml.splices import same


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        *((word, None) for word in ["", "~", "null", "Null", "NULL"]),
        *((word, True) for word in ["true", "True", "TRUE"]),
        *((word, False) for word in ["false", "False", "FALSE"]),
        *[("0", 0), ("-0", 0), ("7", 7), ("+7", 7), ("-19", -19), ("1" * 18, int("1" * 18))],
        *[("1.10", 1.1), ("1.", 1.0), (".5", 0.5), ("-0.5", -0.5), ("1e3", 1000.0)],
        *[("1E-2", 0.01), (".inf", math.inf), ("-.INF", -math.inf), (".nan", math.nan)],
    ],
)
def test_core_scalars(plain: str, value: Any) -> None:
    assert same(read(f"a: {plain}\n"), {"a": value})
    assert same(read(f"a: '{plain}'\n"), {"a": plain})


@pytest.mark.parametrize(
    "plain",
    [
        *["No", "yes", "on", "off", "y", "nULL", "tRUE", "2018-09-21", "2020-10", "1:30", "010"],
        *[
            "08",
            "00",
            "-08",
            "01.5",
            "0x1F",
            "0o7",
            "0b1",
            "1_000",
            "1.2.3",
            "1e999",
            "1e",
            "+",
            "-",
        ],
        *[
            ".",
            "..",
            "1" * 19,
            "1." + "1" * 30,
            "infinity",
            "nan",
            ".Infinity",
            "٣",
            "1 2",
            "=",
            "<",
        ],
    ],
)
def test_everything_else_is_text(plain: str) -> None:
    assert read(f"- {plain}x\n- {plain}\n" if plain != "-" else f"- {plain}x\n- '-'") == [
        plain + "x",
        plain,
    ]


def test_structures() -> None:
    text = (
        "---\na: [1, {b: c, d}, [], {}]\n'quoted': |\n  one\n\n  two\ne:\n- - x\n  - y: z\n    w:\n"
        '1: >-\n  folded\n  text\n~: null\n? f\n: "\\u00e9\\n\\t\\N"\n...\n'
    )
    assert read(text) == {
        "a": [1, {"b": "c", "d": None}, [], {}],
        "quoted": "one\n\ntwo\n",
        "e": [["x", {"y": "z", "w": None}]],
        "1": "folded text",
        "~": None,
        "f": "é\n\t\x85",
    }


def test_crlf_and_other_scripts() -> None:
    assert read("a: |\r\n  x\r\n  y\r\nحالة: 已完成\r\n😀: 'b'\r\n") == {
        "a": "x\ny\n",
        "حالة": "已完成",
        "😀": "b",
    }


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", (1, 1), "empty"),
        ("# only a comment\n", (1, 1), "empty"),
        ("---\n...\n", (1, 1), "empty"),
        ("a:\n\tb: 2\n", (2, 1), "tab"),
        ("a: |\n  x\n\ty\n", (3, 1), "tab"),
        ("a: b\nc\nd: e\n", (2, 1), "a colon is missing"),
        ("a: b: c\n", (1, 5), "quotes"),
        ("a: 'x\nb: y\n", (1, 4), "never closed"),
        ('a: "x\n', (1, 4), "never closed"),
        ("a: [1, 2\n", (1, 4), "'[' that opens here is never closed"),
        ("a: {b: 1\n", (1, 4), "'{' that opens here is never closed"),
        ("a: [1\nb: 2\n", (2, 2), "comma"),
        ("a: [really?, b]\n", (1, 11), "'?' needs quotes"),
        ("a: [http://x.org]\n", (1, 9), "quotes"),
        ("a:\n  - b\n - c\n", (3, 2), "indentation"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "indentation"),
        ("- a\nb: 1\n", (2, 1), "list"),
        ('a: "x" y\n', (1, 8), "closing quote"),
        (": a\n", (1, 1), "key is missing"),
        ("{: a}\n", (1, 2), "':' cannot stand here"),
        ('a: "\\q"\n', (1, 5), "backslash"),
        ('a: "\\u12"\n', (1, 7), "hexadecimal"),
        ('a: "\\ud800"\n', (1, 7), "character"),
        ('a: "\\u0007"\n', (1, 4), "U+0007"),
        ('a: "\\r"\n', (1, 4), "U+000D"),
        ('"\\x00": 1\n', (1, 1), "U+0000"),
        ("é: 1\nb: \x07\n", (2, 4), "U+0007"),
        ("a: \ud800\n", (1, 4), "U+D800"),
        ("a: &x 1\n", (1, 4), "'&x' is an anchor"),
        ("&x a: 1\n", (1, 1), "anchor"),
        ("a: &x [1]\n", (1, 4), "anchor"),
        ("a: *x\n", (1, 4), "'*x' is an alias"),
        ("*x : a\n", (1, 1), "alias"),
        ("a: !!int 1\n", (1, 4), "tag"),
        ("a: ! 1\n", (1, 4), "tag"),
        ("a: !x {}\n", (1, 4), "'!'"),
        ("<<: {a: 1}\n", (1, 1), "'<<' merges"),
        ("a: 1\n\nb: 2\na: 3\n", (4, 1), "'a' stands twice; the first one is at line 1, column 1"),
        ("- x\n- {b: [{q: 1}], b: 2}\n", (2, 17), "line 2, column 4"),
        ("a: 1\n'a': 2\n", (2, 1), "twice"),
        ("? [a]\n: 1\n", (1, 3), "plain text"),
        ("{a: 1}: 2\n", (1, 1), "plain text"),
        ("a: 1\n---\nb: 2\n", (2, 1), "second document"),
        ("%YAML 1.2\n---\na: 1\n", (1, 1), "'%'"),
        ("# c\n\n%TAG ! x\n---\na: 1\n", (3, 1), "'%'"),
        ("a: @x\n", (1, 4), "'@'"),
        ("a: `x`\n", (1, 4), "'`'"),
        ("a: %x\n", (1, 4), "'%'"),
        ("a: ]\n", (1, 4), "']'"),
        ("a: |x\n  y\n", (1, 5), "comment"),
    ],
)
def test_mistakes_are_explained(text: str, place: tuple[int, int], words: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        read(text)
    assert words in caught.value.message
    assert (caught.value.line, caught.value.column) == place


@pytest.mark.parametrize("piece", ["[", "- ", "[\n", "[{a: ", "{a: ["])
def test_a_million_levels_end_in_a_message(piece: str) -> None:
    with pytest.raises(SyntaxFault, match=f"more than {DEEPEST} levels|indentation"):
        read(piece * 1_000_000)
    nested = "".join("  " * level + "- a:\n" for level in range(1_000))
    with pytest.raises(SyntaxFault, match=f"more than {DEEPEST} levels"):
        read(nested)


@pytest.mark.parametrize("piece", ["{", "? ", "[?", "]", "&a ", "*a ", "! ", '"', "a: ", "%"])
def test_a_million_marks_end_in_a_message(piece: str) -> None:
    with pytest.raises(SyntaxFault):
        read(piece * 1_000_000)


def test_forty_levels_are_read() -> None:
    value = read("[" * DEEPEST + "]" * DEEPEST)
    depth = 1
    while value:
        (value,) = value
        depth += 1
    assert depth == DEEPEST


def test_large_documents_are_read_in_one_pass() -> None:
    keys = read("".join(f"k{number}: {number}\n" for number in range(100_000)))
    assert len(keys) == 100_000
    assert keys["k99999"] == 99_999
    assert len(read("a: " + "word " * 2_000_000)["a"]) == 9_999_999
    with pytest.raises(SyntaxFault, match="'%'"):
        read("".join(f"%TAG !a{number}! x\n" for number in range(300_000)))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=" \n\t-:?,[]{}#&*!|>'\"%@`ab1~.é😀\\\r", max_size=40))
def test_any_text_is_data_or_a_fault(text: str) -> None:
    fault = fault_of(text)
    if fault is not None:
        assert fault.message
        assert 1 <= fault.line <= text.count("\n") + text.count("\r") + 1
        assert 1 <= fault.column <= len(text) + 1


def fault_of(text: str) -> SyntaxFault | None:
    try:
        read(text)
    except SyntaxFault as fault:
        return fault
    return None


def test_an_unfinished_merge_is_named() -> None:
    text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n"
    with pytest.raises(SyntaxFault) as fault:
        read(text)
    assert (fault.value.line, fault.value.column) == (2, 1)
    assert fault.value.message == (
        "git left a merge unfinished here: keep one of the two versions, and remove the lines that"
        " begin with <<<<<<<, ======= and >>>>>>>"
    )
