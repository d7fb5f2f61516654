"""Old and new numbers that run together: the split finds them, or says that it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.ingest.resolution.flattened import LONGEST, Numbering, is_counted, split
from planctl.plan.labels import Style
from planctl.plan.numerals import roman

Pairs = list[tuple[str | None, str | None]]

COUNTS = {
    "arabic": [str(number) for number in range(1, 41)],
    "letter": [chr(97 + at) for at in range(26)] + [chr(97 + at) * 2 for at in range(14)],
    "roman": [roman(number).lower() for number in range(1, 40)],
}


def certain(labels: str, style: Style) -> Pairs:
    found = split(labels.split(), style)
    assert all(len(options) == 1 for options in found)
    return [(one.old, one.new) for options in found for one in options]


@pytest.mark.parametrize(
    ("labels", "style", "pairs"),
    [
        (
            "1 2 3 34 45",
            "arabic",
            [("1", "1"), ("2", "2"), (None, "3"), ("3", "4"), ("4", "5")],
        ),
        ("1 12 23", "arabic", [(None, "1"), ("1", "2"), ("2", "3")]),
        ("1 2 3 43", "arabic", [("1", "1"), ("2", "2"), ("3", None), ("4", "3")]),
        ("a) ba) cb)", "letter", [("a", None), ("b", "a"), ("c", "b")]),
        (
            "i) ii) iiiii) iviii) viv)",
            "roman",
            [("i", "i"), ("ii", None), ("iii", "ii"), ("iv", "iii"), ("v", "iv")],
        ),
        (
            "1 1bis2 23 34 4bis",
            "arabic",
            [("1", "1"), ("1bis", "2"), ("2", "3"), ("3", "4"), (None, "4bis")],
        ),
        ("أ ب بج", "abjad", [("أ", "أ"), (None, "ب"), ("ب", "ج")]),
    ],
)
def test_one_reading(labels: str, style: Style, pairs: Pairs) -> None:
    assert certain(labels, style) == pairs


def test_thousands_are_not_taken_for_one_number() -> None:
    labels = "1 2 3 4 5 6 7 8 9 10 11 1112 1213"
    assert certain(labels, "arabic")[-2:] == [("11", "12"), ("12", "13")]


def test_several_readings_are_all_told() -> None:
    two = split(["1", "2"], "arabic")
    assert two[0] == {Numbering("1", "1"), Numbering("1", None), Numbering(None, "1")}
    assert two[1] == {Numbering("2", "2"), Numbering("2", None), Numbering(None, "2")}


def test_no_reading() -> None:
    assert split(["1", "3"], "arabic") == ()
    assert split(["gi)", "hk)"], "letter") == ()
    assert split([str(number + 1) for number in range(LONGEST + 1)], "arabic") == ()


def test_what_counts_as_it_stands() -> None:
    assert is_counted(["1", "2", "2bis", "3"], "arabic")
    assert is_counted(["a)", "b)"], "letter")
    assert not is_counted(["1", "2", "2"], "arabic")
    assert not is_counted(["2", "3"], "arabic")


EDITS = st.lists(st.sampled_from(["both", "both", "both", "old", "new"]), max_size=30)


@given(EDITS, st.sampled_from(["arabic", "letter", "roman"]))
def test_what_was_flattened_is_found_again_or_called_ambiguous(
    edits: list[str], style: Style
) -> None:
    counts = COUNTS[style]
    old = new = 0
    truth, labels = [], []
    for edit in edits:
        before = counts[old] if edit != "new" else None
        after = counts[new] if edit != "old" else None
        old, new = old + (before is not None), new + (after is not None)
        truth.append(Numbering(before, after))
        same = before == after
        labels.append(before if same and before else f"{before or ''}{after or ''}")
    found = split(labels, style)
    assert len(found) == len(truth)
    for numbering, options in zip(truth, found, strict=True):
        assert numbering in options
