"""Plan files in the usual form: what is read line by line is what the events give."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planctl.errors import SyntaxFault
from planctl.store.yaml import emit
from planctl.store.yaml.events import read_events
from planctl.store.yaml.nodes_of_events import compose_events
from planctl.store.yaml.nodes_of_lines import compose_lines
from planctl.store.yaml.splices import same
from planctl.store.yaml.usual import read_usual
from tests.store.yaml.test_emit import DATA

PLANS = Path(__file__).parents[3] / "plans"

USUAL = """\
# a comment
resolution:
  title: Words that go on
    in a second line: no, there is no colon here
"""


def agrees(text: str) -> bool:
    """Whether ``text`` was read line by line; data and tree must be what the events give."""
    usual = read_usual(text)
    if usual is None:
        return False
    data, starts = read_events(text)
    assert same(usual[0], data)
    assert usual[1] == starts
    assert compose_lines(text, *usual) == compose_events(text)
    return True


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b", {"a": "b"}),
        (
            "a: 1\nb: 1.10\nc: null\nd: 2018-09-21\n",
            {"a": 1, "b": 1.1, "c": None, "d": "2018-09-21"},
        ),
        ("a: True\nb: Truly so\n", {"a": True, "b": "Truly so"}),
        ('a: ""\nb: "1: #"\nc: \'"\'\n', {"a": "", "b": "1: #", "c": '"'}),
        ("a: b c\n  - d\n  e\n", None),
        ("a: b c\n  -d\n   #e\n", {"a": "b c -d"}),
        ("a: b c\n  -d\n    [e] & f's\n", {"a": "b c -d [e] & f's"}),
        ('a: "b\n c # d"\n', {"a": "b c # d"}),
        ('a: "\n "\n', {"a": " "}),
        ("a:\n  - b\n  - c: d\n    e:\n      f: g\n  -h\n", None),
        (
            "a:\n  - b\n  - c: d\n    e:\n      f: g\n  - h\n",
            {"a": ["b", {"c": "d", "e": {"f": "g"}}, "h"]},
        ),
        ('a: [b, "c, [d]", 1.5, (e) f-g]\n', {"a": ["b", "c, [d]", 1.5, "(e) f-g"]}),
        ("a: |-\n  b: c\n   - d # e \nf: g\n", {"a": "b: c\n - d # e ", "f": "g"}),
        ("- |-\n b\n- |-\n- c\n", ["b", "", "c"]),
        ("a: []\nb: c\n", {"a": [], "b": "c"}),
        ("# a\n\na: b\n  # c\n\nd: e\n", {"a": "b", "d": "e"}),
        ("- a\n- b: c\n", ["a", {"b": "c"}]),
        ("  a: b\n  c: é\u00a0\u2011d\n", {"a": "b", "c": "é\u00a0\u2011d"}),
    ],
)
def test_the_forms_of_a_line(text: str, data: object) -> None:
    usual = read_usual(text)
    assert (usual and usual[0]) == data
    assert agrees(text) is (data is not None)


@pytest.mark.parametrize(
    "text",
    [
        *["", "a", "a:\n", "a: b\na: c\n", "a: b\n  c: d\n", "a: b\nc\n", "a: b: c\n", "a: b:\n"],
        *["a: b # c\n", "a: b\n  # c\n  d\n", "a: b\n\n  c\n", "a:\n- b\n", "a:\n  b\n", "- - a\n"],
        *[
            "a: |\n  b\n",
            "a: |-\n  b\n\n  c\n",
            "a: |-\n   b\n  c\n",
            "a: &b c\n",
            "a: *b\n",
            "a: !b c\n",
            "a: @b\n",
            "a: {b: c}\n",
            "a: {}\n",
        ],
        *['a: "b\\n"\n', "a: 'b''c'\n", 'a: "b" c\n', 'a: "b\n\n  c"\n', 'a: "b\nc"\n', 'a: "b\n'],
        *[
            "a: [b, [c]]\n",
            "a: [b,c]\n",
            "a: [b\n  ]\n",
            "a: [b: c]\n",
            "a: [b , c]\n",
            "a: [b, c] \n",
        ],
        *[
            "---\na: b\n",
            "a: b\n---\n",
            "a: b\n...\n",
            "%YAML 1.2\n",
            "a:\tb\n",
            "a: b\r\n",
            "a: \x07\n",
        ],
        *[
            "a: b \n",
            "a: b \n  c\n",
            "a: b\u2028c\n",
            "a:  b\n",
            "-  a\n",
            "a: b\n c: d\n",
            "A: b\n",
        ],
        *["a: - b\n", "a: ? b\n", "? a\n", "a: <<<<<<< b\n<<<<<<< c\n", "a:\n  b: c\n d: e\n"],
    ],
)
def test_other_forms_are_left_to_the_events(text: str) -> None:
    assert read_usual(text) is None


def test_what_is_deep_or_long_is_left_to_the_events() -> None:
    deep = "".join(f"{'  ' * level}a:\n" for level in range(30)) + " " * 60 + "b: c\n"
    assert read_usual(deep) is None
    assert read_usual("a: b\n" + "  more words\n" * 1_000_000) is None


def test_the_shipped_plans_are_in_the_usual_form() -> None:
    assert all(agrees(path.read_text(encoding="utf-8")) for path in PLANS.glob("*.yaml"))


WORDS = st.sampled_from(
    [
        *[
            "b",
            "b c",
            "T",
            "true",
            "Null",
            "~",
            "1",
            "1.10",
            "-1",
            "2020-10",
            "K.52",
            "ITU-T L.1304",
        ],
        *[
            "b: c",
            "b:",
            "b:c",
            "b #c",
            "b#c",
            "#b",
            "-",
            "- b",
            "-b",
            "?",
            "? b",
            "b's",
            "é\u00a0b",
        ],
        *[
            '"b"',
            '"b',
            'b"',
            '"b: # c"',
            '"b\\n"',
            "'b'",
            "'b",
            "b'",
            "'b''c'",
            '""',
            '"',
            "''",
            '"b" c',
        ],
        *[
            "[b]",
            "[b, c]",
            '["1.1", b c]',
            "[b,c]",
            "[b",
            "b]",
            "[]",
            "[b: c]",
            "[b # c]",
            "{b: c}",
            "[a ]",
        ],
        *[
            "|",
            "|-",
            ">",
            "&b",
            "*b",
            "!b",
            "%b",
            "@b",
            "`b",
            ",b",
            "---",
            "...",
            "<<: b",
            "b ",
            " b",
            "",
        ],
    ]
)
HEADS = st.sampled_from(
    ["", "", "- ", "a: ", "a:", "b: ", "b:", "- a: ", "- a:", "- - ", "-", "c:  "]
)
LINES = st.tuples(st.sampled_from(["", "  ", "  ", "    ", "      ", " ", "   "]), HEADS, WORDS)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(LINES.map("".join), max_size=6), st.sampled_from(["\n", "\n", "\n", "\r\n", "\n\n"])
)
@example(["a: |-", "  b", "", "  # c", "d: e"], "\n")
@example(["- |-", "", "   # c"], "\n")
@example(["a: |-", "  b", "", "    "], "\n")
@example(["a:", "  - b", "    c", "  - d: e", "      f", "    g:", "      h: i"], "\n")
def test_read_line_by_line_is_read_from_events(lines: list[str], newline: str) -> None:
    text = newline.join(lines) + newline
    try:
        read_events(text)
    except SyntaxFault:
        assert read_usual(text) is None
    else:
        agrees(text)


@settings(max_examples=120, deadline=None)
@given(DATA)
def test_what_is_written_is_read_alike(data: object) -> None:
    agrees(emit.document({"responsible": data, "report": [{"text": data}]}))


PROSE = st.text("abc dé1-.,()“”/é&'", min_size=1, max_size=200)
PLAIN_DATA = st.recursive(
    PROSE,
    lambda below: st.one_of(
        st.lists(below, min_size=1, max_size=4),
        st.dictionaries(st.sampled_from(["a", "ref", "title", "see", "id"]), below, min_size=1),
    ),
    max_leaves=12,
)


@settings(max_examples=120, deadline=None)
@given(PLAIN_DATA)
def test_plain_data_is_read_alike(data: object) -> None:
    agrees(emit.document({"a": data}))
