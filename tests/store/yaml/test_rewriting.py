"""A whole text made to say other data: what was meant, and every unchanged line as it was."""

from __future__ import annotations

import random
import re
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.errors import EditFault, SyntaxFault
from planctl.store.yaml.pairing import Pairs, paired
from planctl.store.yaml.reader import read
from planctl.store.yaml.rewriting import rewrite
from planctl.store.yaml.splices import same
from tests.store.yaml.test_edit_styles import Renderer, random_edit

PLAN = """\
# the plan
lead: SG5  # who
directives:
  # about the first
  - id: "1"
    text: First
    activities:
      - id: "1.1"  # row one
        responsible: [SG5, SG2]
        report:
          # sent
          - text: "Sent:"
            deliverables:
              - K.52  # checked
              - {ref: K.91, date: 2018-01-02}  # dated
              - K.83

  # about the second
  - id: '2'
    text: Second thing that
      is long  # folded
    activities: []
"""


def changed(**places: Any) -> Any:
    """The plan's data with other values, each at the path that its name spells with "__"."""
    data = deepcopy(read(PLAN))
    for name, value in places.items():
        *path, last = [int(step) if step.isdigit() else step for step in name.split("__")]
        at = data
        for step in path:
            at = at[step]
        at[last] = value
    return data


DELIVERABLES = "directives__0__activities__0__report__0__deliverables"
ROWS: dict[str, tuple[Any, list[tuple[str, str]]]] = {
    "one value": (changed(lead="SG2"), [("lead: SG5", "lead: SG2")]),
    "two values far apart": (
        changed(lead="SG2", directives__1__text="Other"),
        [("lead: SG5", "lead: SG2"), ("Second thing that\n      is long", "Other")],
    ),
    "a deliverable between others": (
        changed(**{DELIVERABLES: ["K.52", {"ref": "K.91", "date": "2018-01-02"}, "K.1", "K.83"]}),
        [("              - K.83\n", "              - K.1\n              - K.83\n")],
    ),
    "deliverables that change places": (
        changed(**{DELIVERABLES: [{"ref": "K.91", "date": "2018-01-02"}, "K.83", "K.52"]}),
        [
            ("              - K.52  # checked\n", ""),
            ("- K.83\n", "- K.83\n              - K.52  # checked\n"),
        ],
    ),
    "one gone and another come": (
        changed(**{DELIVERABLES: ["K.52", "Z.9", "K.83"]}),
        [("{ref: K.91, date: 2018-01-02}  # dated", "Z.9")],
    ),
    "a deliverable with more to it": (
        changed(**{DELIVERABLES: ["K.52", {"ref": "K.91", "date": "2018-01-03"}, "K.83"]}),
        [("2018-01-02", "2018-01-03")],
    ),
    "a row more": (
        changed(directives__1__activities=[{"id": "2"}]),
        [("activities: []", 'activities:\n      - id: "2"')],
    ),
    "in brackets": (
        changed(directives__0__activities__0__responsible=["SG2", "SG9", "SG5"]),
        [("[SG5, SG2]", "[SG2, SG9, SG5]")],
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("data", "edits"), ROWS.values(), ids=ROWS)
def test_only_what_changed_is_touched(
    data: Any, edits: list[tuple[str, str]], newline: str
) -> None:
    expected = PLAN
    for old, new in edits:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert rewrite(PLAN.replace("\n", newline), data) == expected.replace("\n", newline)


def test_nothing_to_change_gives_the_same_text() -> None:
    assert rewrite(PLAN, read(PLAN)) is PLAN


def test_items_that_change_places_take_their_comments_along() -> None:
    data = changed(lead="SG2")
    data["directives"].reverse()
    data["directives"][1]["text"] = "Changed"
    head, first, second = re.split(r"(?<=\n)(?=  # about)", PLAN)
    first = first.replace("First", "Changed")
    head = head.replace("SG5", "SG2")
    assert rewrite(PLAN, data) == f"{head}{second}{first}"


def test_an_item_that_goes_leaves_the_comments_above_it() -> None:
    data = changed()
    del data["directives"][0]
    head, _, second = re.split(r"(?<=\n)(?=  # about)", PLAN)
    assert rewrite(PLAN, data) == f"{head}  # about the first\n\n{second}"


def test_a_new_item_does_not_take_over_what_was_said_of_another() -> None:
    text = '- id: "1"\n  text: some words\n- id: "2"  # of two\n  text: some words\n- id: "3"\n'
    assert rewrite(text, [{"id": "1", "text": "some words"}, {"id": "4"}, {"id": "3"}]) == (
        '- id: "1"\n  text: some words\n- id: "4"\n- id: "3"\n'
    )


def test_a_last_item_is_cut_off_where_the_next_is_put_in() -> None:
    text = "a:\n  - id: x\n    b:\n      - one\n      - two\nc: 1\n"
    data = {"a": [{"id": "x", "b": ["one"], "d": 1}, {"id": "y"}], "c": 2}
    assert rewrite(text, data) == (
        'a:\n  - id: x\n    b:\n      - one\n    d: 1\n  - id: "y"\nc: 2\n'
    )


def test_a_list_in_which_nothing_stays_is_written_anew() -> None:
    assert rewrite("a:  # c\n  - x\n  # own\n  - y\n", {"a": ["p", "q"]}) == (
        "a:  # c\n  # own\n  - p\n  - q\n"
    )


def test_a_block_that_keeps_blank_lines_gains_none_where_it_becomes_the_last() -> None:
    text = "a:\n  - |+\n    one\n    two\n  - x\nb: 1\n\n# end\n"
    assert rewrite(text, {"a": ["x", "one\ntwo\n"]}) == (
        "a:\n  - x\n  - |+\n    one\n    two\n# end\n"
    )


def test_a_new_block_of_text_does_not_take_in_the_comment_below_what_goes() -> None:
    assert rewrite("a: 1\nb: 2\n  # c\n\n", {"a": 1, "c": "two\nlines"}) == (
        "a: 1\nc: |-\n  two\n  lines\n# c\n\n"
    )


def test_a_block_with_its_indentation_said_is_moved_without_taking_anything_in() -> None:
    text = "- b: 1\n  c: 2\n     \n- e: 3\n  f: 4\n- d: |-1\n   y\n    z\n"
    first, second, third = read(text)
    assert rewrite(text, [first, third, second]) == (
        "- b: 1\n  c: 2\n- d: |-1\n   y\n    z\n\n- e: 3\n  f: 4\n"
    )


def test_pairs() -> None:
    assert paired(list("abcd"), list("acxd")) == Pairs({0: 0, 1: 2, 3: 3}, {})
    assert paired(list("abc"), list("cab")) == Pairs({1: 0, 2: 1}, {0: 2})
    old = [{"id": "1", "a": 1}, {"text": "Sent to all groups"}, "K.52"]
    new = [{"text": "Sent to groups"}, {"ref": "K.52"}, {"id": "1", "a": 2}]
    assert paired(old, new) == Pairs({2: 0}, {})
    assert paired(old, new[:2]) == Pairs({0: 1, 1: 2}, {})
    assert paired([1, 1, True], [True, 1, 1, 1]) == Pairs({1: 0, 2: 1}, {0: 2})


def test_what_cannot_be_said_is_refused() -> None:
    with pytest.raises(EditFault, match="control character"):
        rewrite(PLAN, changed(lead="bell\x07"))
    with pytest.raises(SyntaxFault, match="stands twice"):
        rewrite("a: 1\na: 2\n", {})


def moved(rng: random.Random, data: Any) -> Any:
    """``data`` with some of its lists in another order."""
    if isinstance(data, dict):
        return {key: moved(rng, value) for key, value in data.items()}
    if isinstance(data, list):
        items = [moved(rng, value) for value in data]
        if rng.randrange(2):
            rng.shuffle(items)
        return items
    return data


def check(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    text = Renderer(rng).document()
    data = meant = read(text)
    assert rewrite(text, deepcopy(data)) is text
    for _ in range(rng.randrange(1, 5)):
        _, _, meant, _ = random_edit(rng, meant)
    if rng.randrange(2):
        meant = moved(rng, meant)
    try:
        new = rewrite(text, meant)
    except EditFault:
        assert not text.endswith("\n")  # a block of text that ends the file
        return
    assert same(read(new), meant)
    if text.count("\r\n") == text.count("\n") > 0:
        assert new.count("\r\n") == new.count("\n")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(min_value=0, max_value=2**32))
def test_any_data_in_any_style(seed: int) -> None:
    check(seed)


def row(number: int, style: int) -> str:
    """The lines of a row with comments above, beside and within it."""
    fields = [
        f"text: Row {number} of many  # c{number}",
        f"responsible: [SG{number}, SG2]",
        f"report: |-\n      Sent {number}\n      twice",
        f"note: {{x: {number}, y: z}}  # flow",
        f"list:\n      # in {number}\n      - A.{number}  # a\n      - B.{number}",
    ]
    chosen = [field for at, field in enumerate(fields) if style >> at & 1]
    return "\n    ".join([f'  # row {number}\n  - id: "{number}"', *chosen]) + "\n"


@settings(max_examples=200, deadline=None)
@given(
    styles=st.lists(st.integers(0, 31), min_size=1, max_size=8),
    order=st.randoms(use_true_random=False),
    crlf=st.booleans(),
)
def test_rows_that_stay_keep_their_bytes(
    styles: list[int], order: random.Random, *, crlf: bool
) -> None:
    rows = [row(number, style) for number, style in enumerate(styles)]
    text = "# top\nrows:\n" + "".join(rows) + "# end\nlast: 1\n"
    newline = "\r\n" if crlf else "\n"
    text = text.replace("\n", newline)
    data = deepcopy(read(text))
    kept = order.sample(data["rows"], order.randrange(1, len(rows) + 1))
    changed = {one["id"] for one in kept if not order.randrange(3)}
    for one in kept:
        if one["id"] in changed:
            one["due"] = "2020"
    fresh = [{"id": f"n{number}", "text": "new"} for number in range(order.randrange(3))]
    for one in fresh:
        kept.insert(order.randrange(len(kept) + 1), one)
    data["rows"] = kept
    new = rewrite(text, data)
    assert same(read(new), data)
    assert new.startswith(f"# top{newline}rows:{newline}")
    assert new.endswith(f"# end{newline}last: 1{newline}")
    for one in kept:
        if one in fresh or one["id"] in changed:
            continue
        assert rows[int(one["id"])].replace("\n", newline) in new
    for number, lines in enumerate(rows):
        if str(number) in changed:
            assert all(f"{line}{newline}" in new for line in lines.splitlines())
