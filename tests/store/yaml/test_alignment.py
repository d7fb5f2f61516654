"""What two lists have in common."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.store.yaml import edits
from planctl.store.yaml.alignment import gaps, moved
from planctl.store.yaml.comments import comments_in
from planctl.store.yaml.reader import read


@pytest.mark.parametrize(
    ("old", "new", "found", "origins"),
    [
        ("ab", "ab", [], {}),
        ("ab", "b", [((0, 1), (0, 0))], {}),
        ("ab", "c", [((0, 2), (0, 1))], {}),
        ("ab", "cadb", [((0, 0), (0, 1)), ((1, 1), (2, 3))], {}),
        ("ab", "ba", [((0, 1), (0, 0)), ((2, 2), (1, 2))], {1: 0}),
        ("abc", "axc", [((1, 2), (1, 2))], {}),
        ([1], ["1"], [((0, 1), (0, 1))], {}),
    ],
)
def test_where_lists_differ(old: Any, new: Any, found: Any, origins: dict[int, int]) -> None:
    differences = gaps(old, new)
    assert differences == [(range(*gone), range(*came)) for gone, came in found]
    assert moved(old, new, differences) == origins


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from("abcdef"), min_size=1, max_size=5, unique=True),
    st.lists(
        st.sampled_from(["a", "b", "c", "d", "e", "f", "two\nlines"]), max_size=5, unique=True
    ),
    st.booleans(),
)
def test_a_comment_stays_with_its_value(old: list[str], new: list[str], indented: bool) -> None:
    margin = "  " if indented else ""
    text = "list:\n" + "".join(f"{margin}- {one}  # {one}\n" for one in old) + "last: 1\n"
    edited = edits.set_value(text, ("list",), new)
    assert read(edited) == {"list": new, "last": 1}
    lines = edited.splitlines()
    for one in set(old) & set(new):
        assert f"{margin}- {one}  # {one}" in lines
    if new:
        assert set(comments_in(edited)) == {f"# {one}" for one in set(old) & set(new)}
