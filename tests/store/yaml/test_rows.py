"""Rows cut out of a text say what the text says, however odd the text; or they are not believed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.errors import SyntaxFault
from planctl.store.yaml import rows
from planctl.store.yaml.reader import read

PLAN = """\
lead: SG5
directives:
  - id: "1"
    text: Publish
    activities:
      - id: "1.1"
        text: Write
          reports
        report:
          - K.52  # approved

      # the next one is new
      - id: "1.2"
        text: "Read"
  - id: "2"
    activities:
      - id: "2"
        text: Report
"""
NOTHING = {"text": "-", "responsible": ["-"], "time_plan": "-", "status": "ongoing"}


def test_the_rows_of_a_plan() -> None:
    assert rows.pieces(PLAN).rows == {
        '      - id: "1.1"\n': "        text: Write\n          reports\n        report:\n"
        "          - K.52  # approved\n\n      # the next one is new\n",
        '      - id: "1.2"\n': '        text: "Read"\n',
        '      - id: "2"\n': "        text: Report\n",
    }
    assert rows.are_rows(rows.pieces(PLAN))


def test_a_plan_read_without_rows_has_their_ids_and_nothing_else_of_them() -> None:
    assert rows.read_without(rows.pieces(PLAN), {'      - id: "1.1"\n', '      - id: "2"\n'}) == {
        "lead": "SG5",
        "directives": [
            {
                "id": "1",
                "text": "Publish",
                "activities": [{"id": "1.1", **NOTHING}, {"id": "1.2", "text": "Read"}],
            },
            {"id": "2", "activities": [{"id": "2", **NOTHING}]},
        ],
    }
    assert read(PLAN)["directives"][0]["activities"][0]["text"] == "Write reports"


ROW = '      - id: "1.1"\n        text: no row\n'
MISLEADING = {
    "a block scalar": f"lead: |\n  x\n{ROW}directives: []\n",
    "a folded one with a comment": f"lead: >-  # long\n  x\n{ROW}directives: []\n",
    "text in single quotes": f"lead: 'x\n{ROW}'\ndirectives: []\n",
}


@pytest.mark.parametrize("text", MISLEADING.values(), ids=MISLEADING)
def test_what_only_looks_like_a_row_is_none(text: str) -> None:
    assert read(text)["directives"] == []
    assert rows.may_mislead(text)


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("text: Publish", "text: |\n      - id: \"9.9\"\n        text: no row"),
        PLAN.replace("text: Publish", "text: 'x\n      - id: \"9.9\"\n        text: no row'"),
        PLAN.replace('text: "Read"', 'text: "Read\nmore"'),
        PLAN.replace('text: "Read"', 'text: "Read\nstatus: more"'),
        PLAN.replace('text: "Read"', "responsible: [a,\nb]"),
        PLAN.replace("activities:", "plans:"),
        PLAN.replace("directives:", "things:"),
        "- 1\n" + '  - id: "1"\n    - id: "2"\n      x: y\n',
    ],
)  # fmt: skip
def test_rows_that_are_not_whole_activities_are_not_believed(text: str) -> None:
    found = rows.pieces(text)
    assert not found.rows or not _are_rows(found)


SCALARS = (
    *("Write", "two\n          lines", '"a: b"', '"two\n          lines"', '"under\nindented"'),
    *("'it''s'", "'two\n          lines'", "|\n          block\n          more", ">-\n          x"),
    *('|\n      - id: "1.1"\n        text: inside', "'x\n      - id: \"2\"\n        text: y'"),
    *("[a, b]", "[a,\nb]", "{a: b}", "# c\n          x", "a # c", "# c\n# d\n          x"),
    *("x\n# comment\n        status: y", "x\n\n\n        note: z", "\tx", "中文", "x  \n"),
)
FIELDS = st.tuples(st.sampled_from(["text", "status", "notes"]), st.sampled_from(SCALARS))
IDS = st.sampled_from(["1", "2", "1.1", "1.2", "2.1"])
HEADS = st.sampled_from(['- id: "{}"', '- id: "{}"', '- id: "{}"', "- id: '{}'", '- id: "{}"  # c'])


@st.composite
def activities(draw: st.DrawFn) -> str:
    head = draw(HEADS).format(draw(IDS))
    fields = draw(st.lists(FIELDS, max_size=3, unique_by=lambda field: field[0]))
    lines = "".join(f"        {name}: {value}\n" for name, value in fields)
    return f"      {head}\n{lines}" + draw(st.sampled_from(["", "", "\n", "# c\n", "      # c\n"]))


@st.composite
def plans(draw: st.DrawFn, among: tuple[str, ...] = ()) -> str:
    """Directives and activities, oddly written; some of the activities are ``among`` those."""
    text = draw(st.sampled_from(["", "lead: SG5\n", "lead: |\n  x\n", "# c\n"])) + "directives:\n"
    for number in range(1, draw(st.integers(1, 3)) + 1):
        text += f'  - id: "{number}"\n'
        if draw(st.booleans()):
            text += f"    text: {draw(st.sampled_from(SCALARS))}\n"
        rows_of = st.one_of(activities(), *([st.sampled_from(among)] if among else []))
        text += "    activities:\n" + "".join(draw(st.lists(rows_of, min_size=1, max_size=3)))
        text += draw(st.sampled_from(["", "", "    level_2: ''\n"]))
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text


def _read(text: str) -> Any:
    try:
        return read(text)
    except SyntaxFault:
        return None


def _are_rows(text: rows.Pieces) -> bool:
    try:
        return rows.are_rows(text)
    except SyntaxFault:  # whoever asks then reads the whole
        return False


def _activities(data: Any) -> list[Any]:
    return [one for directive in data["directives"] for one in directive["activities"] or ()]


@settings(max_examples=120, deadline=None)
@given(plans(), st.data())
def test_what_is_left_is_what_it_was(text: str, data: st.DataObject) -> None:
    whole = _read(text)
    found = rows.pieces(text)
    heads = {head for head in found.rows if data.draw(st.booleans())}
    if whole is None:
        return
    try:
        left = rows.read_without(found, heads)
    except SyntaxFault:  # it is read whole then
        return
    if left is None:
        return
    emptied = 0
    for was, now in zip(_activities(whole), _activities(left), strict=True):
        if was != now:
            assert now == {"id": was["id"], **NOTHING}
            emptied += 1
    assert emptied <= len(heads)
    assert [{**one, "activities": 0} for one in left["directives"]] == [
        {**one, "activities": 0} for one in whole["directives"]
    ]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_row_that_two_texts_have_says_the_same_in_both(data: st.DataObject) -> None:
    text = data.draw(plans())
    pieces = rows.pieces(text)
    found = pieces.rows
    if _read(text) is None:
        return
    if not _are_rows(pieces):
        return
    mine = _activities(_read(text))
    own = tuple(head + body for head, body in found.items() if "\r" not in head)
    for row in own:
        assert read(row)[0] in mine
    other = data.draw(plans(own))
    theirs = rows.pieces(other)
    if _read(other) is None:
        return
    if not rows.may_mislead(other) or _are_rows(theirs):
        there = _activities(_read(other))
        for head in found.keys() & theirs.rows.keys():
            if found[head] == theirs.rows[head]:
                assert read(head + found[head])[0] in there
