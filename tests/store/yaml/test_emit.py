"""Plain data to YAML text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.errors import EditFault
from planctl.store.yaml import emit
from planctl.store.yaml.reader import read
from planctl.store.yaml.splices import same

PLAN: dict[str, Any] = {
    "resolution": {"assembly": "WTSA", "number": 72, "edition": "Rev. Hammamet, 2016"},
    "lead": "ITU-T SG5",
    "as_of": "2020-10",
    "directives": [
        {
            "id": "1",
            "text": "Publish and disseminate technical reports related to human exposure to EMF, as"
            " well as developing ITU-T Recommendations to address these issues",
            "activities": [
                {
                    "id": "1.1",
                    "responsible": ["ITU-T SG5 (Q3/5)", "ITU-D SG2"],
                    "see": ["3.1"],
                    "report": [
                        {
                            "text": "Completed work include the following:",
                            "deliverables": ["K.Suppl.9", {"ref": "K.91", "date": "2018-09-21"}],
                        },
                        {"year": 2017, "notes": "first\n\nsecond"},
                        [["a", "b"], []],
                    ],
                },
            ],
        },
    ],
}

HOUSE_STYLE = """\
# yaml-language-server: $schema=../schema/plan.schema.json
#
# second
resolution:
  assembly: WTSA
  number: 72
  edition: Rev. Hammamet, 2016
lead: ITU-T SG5
as_of: 2020-10
directives:
  - id: "1"
    text: Publish and disseminate technical reports related to human exposure to EMF, as well as
      developing ITU-T Recommendations to address these issues
    activities:
      - id: "1.1"
        responsible: [ITU-T SG5 (Q3/5), ITU-D SG2]
        see: ["3.1"]
        report:
          - text: "Completed work include the following:"
            deliverables:
              - K.Suppl.9
              - ref: K.91
                date: 2018-09-21
          - year: 2017
            notes: |-
              first

              second
          - - - a
              - b
            - []
"""


def test_the_house_style() -> None:
    header = "yaml-language-server: $schema=../schema/plan.schema.json\n\nsecond"
    assert emit.document(PLAN, header) == HOUSE_STYLE
    assert same(read(HOUSE_STYLE), PLAN)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("ITU-T SG5 (Q3/5)", "ITU-T SG5 (Q3/5)"),
        ("Resolves (i)", "Resolves (i)"),
        ("2018-09-21", "2018-09-21"),
        ("2020-04-14/2020-04-16", "2020-04-14/2020-04-16"),
        ("https://www.itu.int/a?b=c", "https://www.itu.int/a?b=c"),
        ("R&D", "R&D"),
        ("K‑series\u00a0x", "K‑series\u00a0x"),
        ('say "x"', 'say "x"'),
        ("1.10", '"1.10"'),
        ("2017", '"2017"'),
        ("1:30", '"1:30"'),
        ("010", '"010"'),
        ("0x1F", '"0x1F"'),
        ("1e3", '"1e3"'),
        ("No", '"No"'),
        ("null", '"null"'),
        ("", '""'),
        (" x", '" x"'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("- x", '"- x"'),
        ("-", '"-"'),
        ("---", '"---"'),
        ("...", '"..."'),
        ("#x", '"#x"'),
        ('"x" y', "'\"x\" y'"),
        ("\\x: y", "'\\x: y'"),
        ("'\"", '"\'\\""'),
        ("tab\there", '"tab\\there"'),
        ("line\u2028line", '"line\\u2028line"'),
        ("\ufeffx", '"\\uFEFFx"'),
        (72, "72"),
        (1.5, "1.5"),
        (True, "true"),
        (None, "null"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_scalars(value: Any, written: str) -> None:
    assert emit.scalar(value, flow=False) == written
    assert same(read(f"a: {written}\n"), {"a": value})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (["a", "b, c", "d?", "e:f", "[g"], '[a, "b, c", "d?", "e:f", "[g"]'),
        ({"id": "x", "n": [1, {}]}, '{id: "x", "n": [1, {}]}'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_flow(value: Any, written: str) -> None:
    assert emit.flow(value) == written
    assert same(read(f"a: {written}"), {"a": value})


def test_folding_never_breaks_at_what_would_not_come_back() -> None:
    words = "word  two\u00a0 three - four: five " * 10 + "end"
    text = "\n".join(emit.entry("text", words, 4))
    assert read(text) == {"text": words}
    words = "word  two\u00a0 three  " * 10 + "end"  # rather a long line than another text
    lines = emit.entry("text", words, 4)
    assert [line[:10] for line in lines if len(line) > emit.WIDTH] == ["    text: "]
    assert lines[1:] == []
    plain = "\n".join(emit.entry("text", "word " * 100 + "end", 4))
    assert max(map(len, plain.split("\n"))) <= emit.WIDTH
    assert all(line.startswith("      word") for line in plain.split("\n")[1:])


def test_quotes_asked_for_are_kept_where_the_text_allows() -> None:
    assert emit.scalar("x", flow=False, quote='"') == '"x"'
    assert emit.scalar("it's", flow=False, quote="'") == "'it''s'"
    assert emit.scalar("a\tb", flow=False, quote="'") == '"a\\tb"'


@pytest.mark.parametrize(
    "value", ["\x07", "a\rb", "\ud800", "\ufffe", 10**18, object(), {"k" * 1001: 1}]
)
def test_what_cannot_be_written(value: Any) -> None:
    with pytest.raises(EditFault):
        emit.document({"a": value})


def test_a_byte_of_the_command_line_is_called_so() -> None:
    with pytest.raises(EditFault, match="has the byte 0xE9, not UTF-8, which a plan cannot hold"):
        emit.document({"a": b"caf\xe9".decode(errors="surrogateescape")})


CHARS = "ab 1.-?:,[]{}#&*!|>'\"%@`\\=~_/\n\t\u00a0\u2011\u200f\ufeff\x85\u2028مك已完😀é"
TEXTS = st.one_of(
    st.text(CHARS, max_size=20),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.lists(st.text(CHARS, max_size=6), max_size=40).map(" ".join),
    st.sampled_from(
        ["null", "~", "yes", "0o7", "1_0", "12e3", ".inf", "<<", "---", "...", "0", "+1"]
    ),
).filter(lambda text: not set(text) & {"\ufffe", "\uffff"})
DATA = st.recursive(
    st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.floats()),
    lambda below: st.one_of(
        st.lists(below, max_size=4),
        st.dictionaries(st.one_of(TEXTS, st.sampled_from(["id", "see"])), below, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(DATA)
def test_everything_written_reads_back_equal(data: Any) -> None:
    wrapped = {"responsible": data, "x": [data]}
    text = emit.document(wrapped)
    assert same(read(text), wrapped)
    assert same(read(text.replace("\n", "\r\n")), wrapped)
    assert same(read(f"a: {emit.flow(data)}\n"), {"a": data})
    assert emit.document(read(text)) == text
