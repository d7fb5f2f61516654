from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.responsibility import Responsibility, lines, matches, parse

TSB_WITH_BOTH = "Director TSB (in collaboration with the Directors of BR and BDT)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ITU-T SG5 (Q3/5)",
            Responsibility(("ITU-T SG5",), ("Q3/5",), (), "Q3/5", "ITU-T SG5"),
        ),
        (
            "ITU-R SG1 and SG6",
            Responsibility(("ITU-R SG1", "ITU-R SG6"), (), (), "", "ITU-R SG1 and SG6"),
        ),
        (
            TSB_WITH_BOTH,
            Responsibility(
                ("Director TSB",),
                (),
                ("Director BR", "Director BDT"),
                "in collaboration with the Directors of BR and BDT",
                "Director TSB",
            ),
        ),
        (
            "Director TSB (in collaboration with Director BDT)",
            Responsibility(
                ("Director TSB",),
                (),
                ("Director BDT",),
                "in collaboration with Director BDT",
                "Director TSB",
            ),
        ),
        (
            "ITU-T SG5 (other ITU SGs, FGs, etc.)",
            Responsibility(("ITU-T SG5",), (), (), "other ITU SGs, FGs, etc.", "ITU-T SG5"),
        ),
        ("TSAG", Responsibility(("TSAG",), (), (), "", "TSAG")),
        ("WHO", Responsibility(("WHO",), (), (), "", "WHO")),
        (
            "All ITU study groups",
            Responsibility(("All ITU study groups",), (), (), "", "All ITU study groups"),
        ),
        (
            "Director of the Telecommunication Standardization Bureau",
            Responsibility(
                ("Director TSB",),
                (),
                (),
                "",
                "Director of the Telecommunication Standardization Bureau",
            ),
        ),
        (
            "ITU\u2011T Study Group 5, in collaboration with ITU-D SG2",
            Responsibility(
                ("ITU-T SG5",),
                (),
                ("ITU-D SG2",),
                "",
                "ITU\u2011T Study Group 5, in collaboration with ITU-D SG2",
            ),
        ),
        (
            "ITU-T SG5 (Q3 and 7/5, Q6/5)",
            Responsibility(
                ("ITU-T SG5",), ("Q3/5", "Q7/5", "Q6/5"), (), "Q3 and 7/5, Q6/5", "ITU-T SG5"
            ),
        ),
        ("(only this)", Responsibility(("(only this)",), (), (), "", "(only this)")),
        ("", Responsibility((), (), (), "", "")),
    ],
)
def test_an_entry_is_taken_apart(text: str, expected: Responsibility) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("SG5", "ITU-T SG5 (Q3/5)"),
        ("sg 5", "ITU-T SG5 (Q3/5)"),
        ("itu\u2011t sg5", "ITU-T SG5 (Q3/5)"),
        ("ITU-T SG5", "SG5"),
        ("ITU-T", "ITU-T SG5 (Q3/5)"),
        ("Study Group 5", "ITU-T SG5 (Q3/5)"),
        ("Q3/5", "ITU-T SG5 (Q3/5)"),
        ("q3/5", "ITU-T SG5 (Q3/5)"),
        ("ITU-T SG5 (Q3/5)", "ITU-T SG5 (Q3/5, Q6/5)"),
        ("TSB", TSB_WITH_BOTH),
        ("Director TSB", TSB_WITH_BOTH),
        ("Director of TSB", TSB_WITH_BOTH),
        ("BDT", TSB_WITH_BOTH),
        ("BDT", "Director TSB (in collaboration with Director BDT)"),
        ("ITU-R SG6", "ITU-R SG1 and SG6"),
        ("ITU-R SG1", "ITU-T SG5 (Q3/5)\nITU-R SG1\nWHO"),
        ("ITU-T SG5 (Q3/5)", "ITU-T SG5 (Q3/5)\nITU-R SG1\nWHO"),
        ("WHO", "ITU-T SG5 (Q3/5)\nITU-R SG1\nWHO"),
        ("WHO", "WHO"),
        ("who", "WHO"),
        ("TSAG", "TSAG"),
        ("all itu study groups", "All ITU study groups"),
        (TSB_WITH_BOTH, TSB_WITH_BOTH),
    ],
)
def test_a_query_matches(query: str, text: str) -> None:
    assert matches(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("SG5", "ITU-T SG15"),
        ("SG5", "ITU-T SG50"),
        ("ITU-T SG6", "ITU-R SG1 and SG6"),
        ("ITU-R SG5", "SG5"),
        ("Q3/5", "ITU-T SG5 (Q13/5)"),
        ("Q3/5", "ITU-T SG5 (Q3/50)"),
        ("Q7/5", "ITU-T SG5 (Q3/5)"),
        ("ITU-T SG5 (Q7/5)", "ITU-T SG5 (Q3/5)"),
        ("BDT", "Director TSB"),
        ("WHO", "All ITU study groups"),
        ("BR", "BRS"),
        ("", "TSAG"),
        ("", ""),
    ],
)
def test_a_query_does_not_match(query: str, text: str) -> None:
    assert not matches(query, text)


def test_one_entry_prints_its_bracket_below() -> None:
    assert lines(["ITU-T SG5 (Q3/5)"]) == ["ITU-T SG5", "(Q3/5)"]
    assert lines([TSB_WITH_BOTH]) == [
        "Director TSB",
        "(in collaboration with the Directors of BR and BDT)",
    ]
    assert lines(["SG5 (with (nested) brackets)"]) == ["SG5", "(with (nested) brackets)"]
    assert lines(["TSAG"]) == ["TSAG"]
    assert lines(["SG2 (Q7/2) and WHO"]) == ["SG2 (Q7/2) and WHO"]
    assert lines(["(only this)"]) == ["(only this)"]
    assert lines(["broken)"]) == ["broken)"]


def test_several_entries_print_in_one_paragraph() -> None:
    assert lines(["ITU-R SG1 and SG6", "ITU-T SG5 (Q3/5)", "ITU-D SG2 (Q7/2)"]) == [
        "ITU-R SG1 and SG6; ITU-T SG5 (Q3/5); ITU-D SG2 (Q7/2)"
    ]
    assert lines([]) == []


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["ITU-T ", "SG5", " and ", "(", ")", "Q3/5", ",", "Director ", "TSB"])
        | st.text(max_size=4),
        max_size=8,
    ).map("".join)
)
def test_no_entry_is_an_error(text: str) -> None:
    entry = parse(text)
    assert entry.lead in text
    assert entry.qualifier in text
    if text.strip(" -\u2010\u2011\t\n"):
        matches(text, "ITU-T SG5 (Q3/5)")
        matches("SG5", text)
    assert "".join(lines([text])).replace(" ", "") == "".join(
        text.replace(" ", "") if not entry.qualifier else text.strip().replace(" ", "")
    ) or any(space in text for space in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2003")


@pytest.mark.parametrize("piece", ["(", ")", "Q1,", "and ", "in collaboration with ", "Director "])
def test_long_hostile_entries_are_read_in_linear_time(piece: str) -> None:
    parse(piece * (20_000 // len(piece)))
