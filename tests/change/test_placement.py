"""Where a new deliverable goes in a report."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.change.placement import Place, find_place
from planctl.errors import UsageFault
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Block, plan_from

SENT = {"text": "The following LS has been sent:"}
EVENTS = {"text": "The following events were organized:"}


def report(*blocks: dict[str, Any]) -> tuple[Block, ...]:
    activity = {
        "id": "1",
        "text": "Do it",
        "responsible": ["ITU-T SG5"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        "report": list(blocks),
    }
    directive = {"id": "1", "text": "Do it", "references": "Resolves (i)", "activities": [activity]}
    resolution = {"assembly": "WTSA", "number": 1, "edition": "Geneva, 2000", "title": "It"}
    data = {"resolution": resolution, "lead": "SG5", "as_of": "2020-10", "directives": [directive]}
    return plan_from("wtsa-1", data).directives[0].activities[0].report


def year(number: int, *deliverables: Any) -> dict[str, Any]:
    return {"year": number, "deliverables": list(deliverables)}


def event(title: str, date: str = "") -> dict[str, Any]:
    return {"kind": "workshop", "title": title, **({"date": date} if date else {})}


def of(data: str | dict[str, Any]) -> Deliverable:
    return Deliverable.of(data)


def test_an_empty_report_gets_a_block() -> None:
    assert find_place((), of("K.52")) == Place(0, None)


def test_prose_gets_a_block_after_it() -> None:
    assert find_place(report({"text": "SG5 works on it."}), of("K.52")) == Place(1, None)


def test_a_sentence_that_ends_in_a_colon_gets_its_deliverables() -> None:
    place = find_place(report({"text": "Some prose."}, SENT), of("SG5-LS4"))
    assert place == Place(1, 0, None, SENT["text"])


def test_a_date_alone_makes_no_year_line() -> None:
    blocks = report({**EVENTS, "deliverables": [event("One", "2019-05-01")]})
    place = find_place(blocks, of(event("Two", "2020-05-01")), 2020)
    assert place == Place(0, 1, None, EVENTS["text"])


def test_a_year_line_that_is_there() -> None:
    blocks = report(SENT, year(2018, "SG5-LS60"), year(2019, "SG5-LS99"))
    assert find_place(blocks, of("SG5-LS61"), 2018) == Place(1, 1, 2018, SENT["text"])


@pytest.mark.parametrize(
    ("years", "new", "block"),
    [
        ((2018, 2020), 2017, 1),
        ((2018, 2020), 2019, 2),
        ((2018, 2020), 2021, 3),
        ((2020, 2018), 2021, 1),
        ((2020, 2018), 2019, 2),
        ((2020, 2018), 2017, 3),
        ((2019,), 2018, 1),
        ((2019,), 2020, 2),
        ((2019, 2017, 2018), 2020, 4),
    ],
)
def test_a_missing_year_line_is_made_in_order(years: tuple[int, ...], new: int, block: int) -> None:
    blocks = report(EVENTS, *(year(number, event(f"In {number}")) for number in years))
    place = find_place(blocks, of(event("New")), new)
    assert place == Place(block, None, new, EVENTS["text"])


def test_one_year_line_follows_the_order_of_another_list() -> None:
    blocks = report(
        SENT, year(2020, "SG5-LS150"), year(2019, "SG5-LS99"), EVENTS, year(2019, event("One"))
    )
    assert find_place(blocks, of(event("Two")), 2020).block == 4


def test_of_a_year_printed_twice_the_one_with_its_kind() -> None:
    blocks = report(EVENTS, year(2019, event("One")), year(2019, "K.52"))
    assert find_place(blocks, of(event("Two")), 2019).block == 1
    assert find_place(blocks, of("SG5-LS99"), 2019).block == 2


def test_a_year_line_is_made_where_it_is_asked_for() -> None:
    blocks = report({**EVENTS, "deliverables": [event("One")]}, {"text": "See the portal."})
    assert find_place(blocks, of(event("Two")), line=2020) == Place(1, None, 2020, EVENTS["text"])


def test_the_year_asked_for_outweighs_the_date() -> None:
    blocks = report(EVENTS, year(2018, event("One")), year(2019, event("Two")))
    assert find_place(blocks, of(event("New", "2019-04-11")), 2019, line=2018).block == 1


def test_a_year_that_is_not_known_is_asked_for() -> None:
    blocks = report(EVENTS, year(2018, event("One")), year(2019, event("Two")))
    with pytest.raises(UsageFault) as caught:
        find_place(blocks, of(event("New")))
    assert str(caught.value) == (
        "the report goes by years (2018 and 2019), and it is not known which year this belongs to:"
        " give the year line (--under 2019) or the date (--date 2019-10-15)"
    )


def test_the_list_with_most_of_its_kind_is_joined_and_the_other_named() -> None:
    blocks = report(
        {"text": "Sent to Sectors:", "deliverables": ["SG5-LS4"]},
        {"text": "Sent to others:", "deliverables": ["SG5-LS5", "SG5-LS6"]},
        {"text": "Developed:", "deliverables": ["K.52", "K.61", "K.70"]},
    )
    assert find_place(blocks, of("SG5-LS7")) == Place(
        1, 2, None, "Sent to others:", ("Sent to Sectors:",)
    )
    assert find_place(blocks, of("K.91")).lead_in == "Developed:"
    assert find_place(blocks, of("Free title")).lead_in == "Developed:"


def test_words_choose_the_lead_in() -> None:
    blocks = report(
        {"text": "Sent to Sectors:", "deliverables": ["SG5-LS4"]},
        {"text": "Sent to others:", "deliverables": ["SG5-LS5"]},
    )
    assert find_place(blocks, of("SG5-LS7"), words="to sectors") == Place(
        0, 1, None, "Sent to Sectors:"
    )
    with pytest.raises(UsageFault) as several:
        find_place(blocks, of("SG5-LS7"), words="sent")
    assert str(several.value) == (
        "several lead-ins have “sent”; give more of the one you mean:"
        "\n  Sent to Sectors:\n  Sent to others:"
    )
    with pytest.raises(UsageFault) as none:
        find_place(blocks, of("SG5-LS7"), words="received")
    assert str(none.value) == (
        "no lead-in has “received”; there are:\n  Sent to Sectors:\n  Sent to others:"
    )
    with pytest.raises(UsageFault, match="the report has no sentence"):
        find_place((), of("SG5-LS7"), words="received")


@pytest.mark.parametrize(
    ("there", "new", "position"),
    [
        (["SG5-LS4", "SG5-LS40"], "SG5-LS22", 1),
        (["SG5-LS4", "SG5-LS40"], "SG5-LS41", 2),
        (["SG5-LS4", "SG5-LS40"], "SG5-LS2", 0),
        (["SG5-LS40", "SG5-LS4"], "SG5-LS22", 1),
        (["SG5-LS40", "SG5-LS4", "SG5-LS50"], "SG5-LS22", 3),
        (["K.52", "K.70 Amd.1", "K.91", "K.100"], "K.70 Amd.2", 2),
        (["K.52", "K.70 Amd.1", "K.91", "K.100"], "K.9", 0),
        (["K.91", "K.52", "K.100"], "K.91 Amd.1", 1),
        (["K.52", "K.61", "PACE", "E-waste coalition"], "K.70", 2),
        (["K.52", "PACE", "K.61"], "SG5-LS3", 3),
        ([event("A", "2019-05-01"), event("B", "2018-05-01")], event("C", "2019-01-01"), 1),
        ([event("A", "2019-05-01"), event("B", "2018-05-01")], event("C", "2020-01-01"), 0),
        ([event("A", "2019-05-01"), event("B")], event("C", "2020-01-01"), 2),
        ([event("A", "2019-02-30")], event("C", "2018-01-01"), 1),
        ([], "K.52", 0),
    ],
)
def test_beside_its_own_kind(there: list[Any], new: Any, position: int) -> None:
    blocks = report({"text": "The following:", "deliverables": there})
    assert find_place(blocks, of(new)).position == position


def same_kind(one: Any, other: Any) -> bool:
    return of(one).known_kind == of(other).known_kind


@pytest.mark.parametrize("new", ["K.Suppl.14", "L.EE_slicing", event("New"), "TSB Circular 203"])
def test_a_lead_in_of_another_kind_is_no_guess(new: Any) -> None:
    blocks = report({**SENT, "deliverables": ["SG5-LS4", "SG5-LS5"]})
    with pytest.raises(UsageFault) as asked:
        find_place(blocks, of(new), 2020, line=2020)
    assert str(asked.value) == (
        "the report has no such deliverable yet, so it is not known where this belongs: give words"
        " of the lead-in that it goes under, with --under; there are:"
        "\n  The following LS has been sent:"
    )
    assert find_place(blocks, of(new), words="LS").position == 2


def test_lists_that_take_any_kind() -> None:
    mixed = report({"text": "Done:", "deliverables": ["SG5-LS4", "K.52"]})
    assert find_place(mixed, of(event("New"))).position == 2
    unnamed = report({"deliverables": ["SG5-LS4"]}, EVENTS)
    assert find_place(unnamed, of("K.52")).position == 1
    kin = report({"text": "Approved:", "deliverables": ["K.52"]})
    assert find_place(kin, of("K.Suppl.14")).position == 1
    assert find_place(kin, of("A free title")).position == 1


_deliverables = st.one_of(
    st.integers(1, 200).map(lambda number: f"SG5-LS{number}"),
    st.integers(1, 200).map(lambda number: f"K.{number}"),
    st.integers(2016, 2021).map(lambda number: event("Some", f"{number}-05-01")),
    st.just("A title"),
)
_blocks = st.one_of(
    st.builds(lambda text, some: {"text": text, "deliverables": some},
              st.sampled_from(["Sent:", "Done.", "Held:"]), st.lists(_deliverables, max_size=3)),
    st.builds(lambda number, some: {"year": number, "deliverables": some},
              st.integers(2016, 2021), st.lists(_deliverables, max_size=3)),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(_blocks, max_size=6), _deliverables, st.integers(2015, 2022))
def test_the_place_exists_and_keeps_the_order(
    data: list[dict[str, Any]], new: Any, in_year: int
) -> None:
    blocks = report(*data)
    try:
        place = find_place(blocks, of(new), in_year)
    except UsageFault:
        place = None
    if place is None:
        assert not any(same_kind(new, one) for block in data for one in block["deliverables"])
        return
    if place.position is not None:
        assert 0 <= place.position <= len(blocks[place.block].deliverables)
        assert blocks[place.block].year == place.year
        return
    assert 0 <= place.block <= len(blocks)
    if place.year is not None:
        start = max([at for at in range(place.block) if blocks[at].year is None], default=0)
        ends = [at for at in range(start + 1, len(blocks)) if blocks[at].year is None]
        run = [block.year or 0 for block in blocks[start : min(ends, default=len(blocks))]]
        run = [number for number in run if number]
        made = [*(block.year or 0 for block in blocks[start : place.block]), place.year]
        made += [block.year or 0 for block in blocks[place.block : min(ends, default=len(blocks))]]
        made = [number for number in made if number]
        if len(run) > 1 and all(one < other for one, other in pairwise(run)):
            assert made == sorted(made)
        if len(run) > 1 and all(one > other for one, other in pairwise(run)):
            assert made == sorted(made, reverse=True)
