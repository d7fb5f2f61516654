"""Web addresses in a text."""

from __future__ import annotations

import pytest

from planctl.publish.links import linked


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See point 1: nothing", []),
        ("https://itu.int/a", ["https://itu.int/a"]),
        ("(see http://itu.int/c_(d)).", ["http://itu.int/c_(d)"]),
        ("[http://itu.int/c[1]], ‘ftp://itu.int/x’", ["http://itu.int/c[1]", "ftp://itu.int/x"]),
        ("案文（见https://itu.int/a.aspx）：另见https://itu.int/b的", [
            "https://itu.int/a.aspx", "https://itu.int/b",
        ]),
        ("انظر «https://itu.int/a»، https://itu.int/b؛", ["https://itu.int/a", "https://itu.int/b"]),
        ("Have you seen https://itu.int/?a=b? Write to mailto:a@itu.int!", [
            "https://itu.int/?a=b", "mailto:a@itu.int",
        ]),
    ],
)  # fmt: skip
def test_an_address_ends_before_the_signs_of_the_sentence(text: str, addresses: list[str]) -> None:
    runs = linked(text)
    assert [run.href for run in runs if run.href] == addresses
    assert not runs or "".join(run.text for run in runs) == text
