from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.errors import UsageFault
from planctl.plan.address import (
    Address,
    match_plan,
    next_id,
    parse,
    plan_key,
    sort_key,
    valid_id,
)

KEYS = ["wtsa-72", "wtsa-73", "pp-182", "wtdc-73"]


@pytest.mark.parametrize(
    ("text", "plan", "item"),
    [
        ("72/1.1", "72", "1.1"),
        ("wtsa-72/1.1", "wtsa-72", "1.1"),
        ("WTSA 72/3bis", "WTSA 72", "3bis"),
        ("72", "72", None),
        ("wtsa-72", "wtsa-72", None),
        ("Res. 72", "Res. 72", None),
        ("plans/wtsa-72.yaml", "wtsa-72", None),
        (r".\plans\wtsa-72.YML", "wtsa-72", None),
        ("/home/a b/plans/pp-182.yaml", "pp-182", None),
        ("5.2", None, "5.2"),
        ("8.1a", None, "8.1a"),
        ("/5", None, "5"),
        (" 72/1 ", "72", "1"),
    ],
)
def test_an_address_is_read(text: str, plan: str | None, item: str | None) -> None:
    assert parse(text) == Address(plan, item)


@pytest.mark.parametrize(
    "text", ["", "/", "72/", "72/1..1", "72/1.1/2", "72/1.1.1.1.1", "72/a b", "?", "-72", "72//1"]
)
def test_a_malformed_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageFault) as refused:
        parse(text)
    assert str(refused.value) == (
        f"'{text}' is not an address: write the plan and the item, as in 72/1.1"
        " or wtsa-72/1.1, or a plan alone, as in 72"
    )
    assert refused.value.exit_code == 2


def test_ids_are_letters_and_digits_in_parts() -> None:
    assert all(map(valid_id, ["1", "1.10", "5.2", "3bis", "8.1a", "1.2.3.4", "A.1", "95-01"]))
    assert not any(
        map(
            valid_id,
            [
                "",
                ".",
                "1.",
                ".1",
                "1..2",
                "1.2.3.4.5",
                "1-2",
                "10-12-20",
                "1.95-01",
                "1 ",
                "１",
                "1\n",
            ],
        )
    )
    assert not valid_id("1" * 13)


def test_a_plan_has_the_key_of_its_file() -> None:
    assert plan_key("WTSA", 72) == "wtsa-72"
    assert plan_key("ITU-R", "9") == "itu-r-9"


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("72", ["wtsa-72"]),
        ("73", ["wtsa-73", "wtdc-73"]),
        ("WTSA-73", ["wtsa-73"]),
        ("wtsa 73", ["wtsa-73"]),
        ("WTSA73", ["wtsa-73"]),
        ("WTDC Resolution 73", ["wtdc-73"]),
        ("wtdc res. 73", ["wtdc-73"]),
        ("Res. 72", ["wtsa-72"]),
        ("Resolution 182", ["pp-182"]),
        ("resolution\u00a073", ["wtsa-73", "wtdc-73"]),
        ("WTSA\u201173", ["wtsa-73"]),
        ("7", []),
        ("wtsa", []),
        ("", []),
        ("wtsa-99", []),
    ],
)
def test_a_plan_may_be_given_short(short: str, expected: list[str]) -> None:
    assert match_plan(short, KEYS) == expected


def test_ids_are_sorted_as_a_reader_counts() -> None:
    jumbled = [
        "A",
        "95-10",
        "95-02",
        "10",
        "8.1a",
        "8.1",
        "3bis",
        "3.1",
        "3",
        "2",
        "1.10",
        "1.2",
        "1.1",
        "1",
    ]
    assert sorted(jumbled, key=sort_key) == [
        *("1", "1.1", "1.2", "1.10", "2", "3", "3.1", "3bis"),
        *("8.1", "8.1a", "10", "95-02", "95-10", "A"),
    ]


@pytest.mark.parametrize(
    ("existing", "parent", "expected"),
    [
        ([], None, "1"),
        (["1", "2", "10.3"], None, "11"),
        (["5", "5.1", "5.4"], "5", "5.5"),
        (["5", "5.1", "5.4", "5.9.1"], "5", "5.10"),
        (["2"], "2", "2.1"),
        (["5.1", "50.7"], "5", "5.2"),
        (["3bis", "A"], None, "4"),
        (["1.2", "1.2.1"], "1.2", "1.2.2"),
        (["95-01", "95-09", "95-09.3", "12"], None, "95-10"),
        (["94-12", "95-003"], None, "95-004"),
        (["95-01", "95-01.1"], "95-01", "95-01.2"),
    ],
)
def test_the_next_id_is_one_more_than_the_highest_ever(
    existing: list[str], parent: str | None, expected: str
) -> None:
    assert next_id(existing, parent) == expected


def test_a_parent_that_is_no_id_is_refused() -> None:
    with pytest.raises(UsageFault, match=r"'5 \.' is not an ID: write digits with dots between"):
        next_id([], "5 .")


ids = st.from_regex(r"\A([0-9A-Za-z]{1,3}|[0-9]-[0-9]{2})(\.[0-9a-z]{1,3}){0,3}\Z")


@settings(deadline=None, max_examples=100)
@given(st.lists(ids, max_size=8), ids)
def test_an_id_is_never_handed_out_twice(existing: list[str], parent: str) -> None:
    for place in (None, parent):
        fresh = next_id(existing, place)
        assert fresh not in existing


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=12) | ids.map(lambda item: f"72/{item}"))
def test_an_address_is_read_or_refused(text: str) -> None:
    try:
        address = parse(text)
    except UsageFault:
        return
    assert address.plan or address.item
    assert address.item is None or valid_id(address.item)
    assert match_plan(text, KEYS) in ([], *([key] for key in KEYS), ["wtsa-73", "wtdc-73"])
