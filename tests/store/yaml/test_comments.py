"""The comments in a piece of YAML."""

from __future__ import annotations

import pytest

from planctl.store.yaml.comments import comments_in


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a: 1\n", []),
        ("# first\na: 1  # last\n", ["# first", "# last"]),
        ("a: no#comment\nb: 'nor # here'\nc: |\n  # nor here\n", []),
        ("a: folded\n  over # this is one\n", ["# this is one"]),
        ("a: [x, # one\n  y] # two\n# three", ["# one", "# two", "# three"]),
        ("a:\r\n  # one\r\n  - b\r\n", ["# one"]),
    ],
)
def test_comments(text: str, comments: list[str]) -> None:
    assert comments_in(text) == comments
