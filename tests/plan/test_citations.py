from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.citations import Citation, addressee, gaps, parse, pieces
from planctl.plan.labels import Count


def counts(*numbers: int) -> tuple[Count, ...]:
    return tuple(map(Count, numbers))


SG5 = "Instructs ITU\u2011T SG5, in collaboration with the relevant ITU study groups"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolves (i)", Citation("resolves", "Resolves", counts(1), "roman")),
        ("Resolves (iv)", Citation("resolves", "Resolves", counts(4), "roman")),
        ("Resolves (v)", Citation("resolves", "Resolves", counts(5), "roman")),
        ("Resolves (x)", Citation("resolves", "Resolves", counts(10), "roman")),
        ("Resolves (xxx)", Citation("resolves", "Resolves", counts(30), "roman")),
        ("Resolves (c)", Citation("resolves", "Resolves", counts(3), "letter")),
        ("Resolves (i, j)", Citation("resolves", "Resolves", counts(9, 10), "letter")),
        ("Resolves (i) and (iii)", Citation("resolves", "Resolves", counts(1, 3), "roman")),
        ("Resolves (2 to 4)", Citation("resolves", "Resolves", counts(2, 3, 4), "arabic")),
        ("Resolves (2) a)", Citation("resolves", "Resolves", counts(2), "arabic", "a)")),
        (
            "Resolves (1) (see note)",
            Citation("resolves", "Resolves", counts(1), "arabic", "(see note)"),
        ),
        ("Resolves (2bis)", Citation("resolves", "Resolves", (Count(2, 1),), "arabic")),
        ("Resolves (1.2)", Citation("resolves", "Resolves", counts(1), "arabic", "1.2")),
        ("Décide (1 et 2)", Citation("décide", "Décide", counts(1, 2), "arabic")),
        ("Решает (а, б)", Citation("решает", "Решает", counts(1, 2), "cyrillic")),
        ("تقرر (١، ٢)", Citation("تقرر", "تقرر", counts(1, 2), "arabic")),
        ("责成秘书长（一）", Citation("责成秘书长", "责成秘书长", counts(1), "han")),
        ("Invites Member States", Citation("invites member states", "Invites Member States")),
        (
            "责成电信标准化局主任（3）",
            Citation("责成电信标准化局主任", "责成电信标准化局主任", counts(3), "arabic"),
        ),
        (
            "Instructs the Director... (1)",
            Citation("instructs the director", "Instructs the Director...", counts(1), "arabic"),
        ),
        (
            "Instructs the Director … (9)",
            Citation("instructs the director", "Instructs the Director …", counts(9), "arabic"),
        ),
        ("Instructs TSAG (3)", Citation("instructs tsag", "Instructs TSAG", counts(3), "arabic")),
        (
            "Instructs all ITU-T SGs\n(2, 3, 4, 5)",
            Citation(
                "instructs all itu-t sgs", "Instructs all ITU-T SGs", counts(2, 3, 4, 5), "arabic"
            ),
        ),
        (
            f"{SG5}\n(1)",
            Citation(
                "instructs itu-t sg5, in collaboration with the relevant itu study groups",
                SG5,
                counts(1),
                "arabic",
            ),
        ),
    ],
)
def test_a_citation_is_read(text: str, expected: Citation) -> None:
    assert parse(text) == (expected,)


def test_several_citations_are_read_in_order() -> None:
    assert parse("Resolves (1); instructs TSAG (2, 3);") == (
        Citation("resolves", "Resolves", counts(1), "arabic"),
        Citation("instructs tsag", "instructs TSAG", counts(2, 3), "arabic"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "(1)",
        "See Resolution 72 (1)",
        "Resolves (one)",
        "Resolves ()",
        "Resolves (1, ii)",
        "Resolves (1) and (ii)",
        "Resolves (4-2)",
        "Resolves (1-2-3)",
        "Resolves (0)",
        "Resolves (1); and so on",
        "Resolves (1",
    ],
)
def test_what_is_no_citation_is_empty(text: str) -> None:
    assert parse(text) == ()


def test_gaps_are_the_numbers_skipped() -> None:
    assert gaps(counts(5, 1, 2)) == [3, 4]
    assert gaps(counts(1, 2, 3, 2)) == []
    assert gaps(()) == []


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=6))
def test_numbers_are_read_as_written(numbers: list[int]) -> None:
    written = ", ".join(map(str, numbers))
    assert parse(f"Instructs TSAG ({written})")[0].numbers == counts(*numbers)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["Resolves ", "(", ")", "1", "ii", ", ", "-", ";", " and "])
        | st.text(max_size=4)
    ).map("".join)
)
def test_no_text_is_an_error(text: str) -> None:
    for citation in parse(text):
        assert citation.block
        assert bool(citation.numbers) == bool(citation.style)


@given(st.lists(st.sampled_from(
    ["Resolves ", "instructs X ", "(1)", "(", ")", "1", "a) ", "\n", "，", "؛", ";", " and ", "x"]
)).map("".join))  # fmt: skip
def test_the_pieces_of_a_reference_are_the_reference(text: str) -> None:
    assert "".join(f"{one.text}{one.joint}" for one in pieces(text)) == text


def test_a_group_s_number_is_no_clause_s() -> None:
    (found,) = parse("Instructs ITU-T Study Groups 5 and 20")
    assert (found.numbers, found.words) == ((), "Instructs ITU-T Study Groups 5 and 20")


@pytest.mark.parametrize("piece", ["(1) ", "i,", "1-", "x (1);", "and ", "and 1 ", "(1) res "])
def test_long_hostile_references_are_read_in_linear_time(piece: str) -> None:
    parse("Resolves (" + piece * (20_000 // len(piece)))
    parse("Resolves " + piece * (20_000 // len(piece)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolves (1)", ""),
        ("Resolves further", ""),
        ("Instructs TSAG (1)", "tsag"),
        ("Instructs the Director... (2, 3)", "the director"),
        ("Resolves to instruct the Director of TSB (1)", "the director of tsb"),
        ("Further invites Member States", "member states"),
        (SG5, "itu-t sg5, in collaboration with the relevant itu study groups"),
        ("做出决议 (1)", ""),
        ("责成电信标准化局主任 (1)", "电信标准化局主任"),
        ("请成员国", "成员国"),
        ("Charge le Directeur du TSB (2)", "le directeur du tsb"),
    ],
)
def test_whom_a_block_is_addressed_to(text: str, expected: str) -> None:
    [citation] = parse(text)
    assert addressee(citation) == expected
