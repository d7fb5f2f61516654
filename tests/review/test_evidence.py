from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.plan.model import Plan
from planctl.review.evidence import Record, recency
from tests.review.stale.plans import activity, listing, plan


def newest(
    *report: dict[str, Any], others: tuple[Plan, ...] = (), as_of: str = "2021-01-11"
) -> str | None:
    """Name, date as told, and day of the newest evidence of a report."""
    own = plan(72, activity("1", *report))
    _, only = next(own.activities())
    found = Record((own, *others), as_of).newest(only, "wtsa-72/1")
    return found and " | ".join((found.what, found.said, found.day))


@pytest.mark.parametrize(
    ("deliverable", "told"),
    [
        ({"ref": "K.52", "date": "2018-04"}, "K.52 | 2018-04 | 2018-04-30"),
        ({"ref": "K.52 (07/2003)", "date": 2018}, "K.52 (07/2003) | 2018 | 2018-06-30"),
        ("K.52 (07/2003)", "K.52 (07/2003) | 2003-07 | 2003-07-31"),
        ("K.52", "K.52 | 2019 | 2019-06-30"),
        (
            {"title": "Forum", "date": "2020-04-14/2020-04-16"},
            "Forum | 2020-04-14/2020-04-16 | 2020-04-16",
        ),
        ({"title": "Report", "date": "2017/2018"}, "Report | 2017/2018 | 2018-06-30"),
        ({"title": "Report", "date": "2019-02-30"}, "Report | 2019-02-30 | 2019-06-30"),
        ("Workshop, Geneva, 3 May 2020", "Workshop, Geneva, 3 May 2020 | 2020-05-03 | 2020-05-03"),
        ({"ref": "K.52", "date": "2021"}, "K.52 | 2021 | 2021-01-11"),
        ({"ref": "K.52", "date": "2021-02"}, "K.52 | 2021-02 | "),
    ],
)
def test_a_deliverable_by_its_own_date_that_in_its_name_or_its_year_line(
    deliverable: Any, told: str
) -> None:
    assert newest(listing(deliverable, year=2019)) == told


def test_the_newest_is_taken_and_of_several_as_new_the_last() -> None:
    assert newest(listing("K.52", "K.91", year=2019), listing("K.83", year=2018)) == (
        "K.91 | 2019 | 2019-06-30"
    )
    assert newest(
        {"text": "The meeting from 19 to 23 October 2020 agreed."}, listing("K.91", year=2019)
    ) == ("The meeting from 19 to 23 October 2020… | 2020-10-19/2020-10-23 | 2020-10-23")


def test_what_is_planned_is_newer_than_what_has_no_date_and_older_than_the_past() -> None:
    planned = {"kind": "forum", "title": "Forum", "date": "2021-05-03"}
    assert newest(listing("K.52", planned)) == "Forum | 2021-05-03 | "
    assert newest(listing(planned), listing("K.91", year=1990)) == "K.91 | 1990 | 1990-06-30"
    assert newest(listing(planned), as_of="2021-05-03") == "Forum | 2021-05-03 | 2021-05-03"


def test_a_text_may_name_a_document_or_an_address_without_a_date() -> None:
    assert newest({"text": "Recommendation ITU-T K.83 was revised"}) == (
        "Recommendation ITU-T K.83 was revised |  | "
    )
    assert newest({"text": {"en": "Work goes on", "fr": "Voir https://www.itu.int"}}) == (
        "Voir https://www.itu.int |  | "
    )
    assert newest({"text": "Work goes on"}) is None
    assert newest() is None


def test_what_holds_a_place_is_no_evidence() -> None:
    assert newest(listing("to be added", {"title": "TBC"}, "SG5-LSxx", year=2020)) is None
    assert newest(listing("to be added", "K.52", year=2020)) == "K.52 | 2020 | 2020-06-30"


def test_items_under_a_deliverable_count() -> None:
    assert newest(listing({"title": "Parts", "items": [{"ref": "K.52", "date": "2020-01"}]})) == (
        "K.52 | 2020-01 | 2020-01-31"
    )


LETTERS = plan(
    73,
    activity("1", listing("SG5-LS4", "SG5-LS50", year=2017), listing("SG5-LS60", year=2018)),
    activity("2", listing({"ref": "SG5-LS94", "date": "2019-05-02"}), listing("SG5-LS99")),
)


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("SG5-LS20", "2017 | 2017-06-30"),
        ("SG5-LS55", "2017 or 2018 | 2018-06-30"),
        ("SG5-LS94", "2019 | 2019-06-30"),
        ("SG5-LS150", "2019 or later | 2019-06-30"),
        ("TSAG-LS3", " | "),
    ],
)
def test_a_letter_without_a_date_by_its_number(letter: str, told: str) -> None:
    assert newest(listing(letter), others=(LETTERS,)) == f"{letter} | {told}"
    assert newest(listing(letter)) == f"{letter} |  | "


def test_a_letter_is_not_of_a_year_still_to_come() -> None:
    assert newest(listing("SG5-LS55"), others=(LETTERS,), as_of="2017-12-01") == (
        "SG5-LS55 | 2017 or 2018 | 2017-06-30"
    )


def test_a_letter_that_could_be_of_two_study_periods_is_undated() -> None:
    later = plan(79, activity("1", listing("SG5-LS7", year=2023)))
    assert newest(listing("SG5-LS5"), others=(LETTERS, later)) == "SG5-LS5 |  | "
    beside = listing({"ref": "SG5-LS2", "date": 2022})
    assert newest(beside, listing("SG5-LS5"), others=(LETTERS, later), as_of="2024-01-01") == (
        "SG5-LS5 | 2022 or 2023 | 2023-06-30"
    )


DATES = st.sampled_from(["2017", "2018-04", "2019-02-30", "2020-12-31", "2021", "2021-02", "2024"])
DELIVERABLES = st.fixed_dictionaries(
    {"ref": st.sampled_from(["K.52", "T.4 (07/2003)", "TBC"])}, optional={"date": DATES}
)
BLOCKS = st.builds(
    lambda text, year, items: (
        {"text": text, "deliverables": items} | ({"year": year} if year else {})
    ),
    st.sampled_from(["", "See https://www.itu.int", "On 5 May 2019", "In May 2021"]),
    st.sampled_from([None, 2018, 2020, 2022]),
    st.lists(DELIVERABLES, max_size=3),
)


@given(st.lists(BLOCKS, max_size=4), st.data())
def test_more_evidence_never_makes_an_activity_older(
    blocks: list[dict[str, Any]], data: st.DataObject
) -> None:
    fewer = [block for block in blocks if data.draw(st.booleans())]
    found = []
    for report in (fewer, blocks):
        own = plan(72, activity("1", *report))
        found.append(Record([own], "2021-01-11").newest(next(own.activities())[1], "wtsa-72/1"))
    less, more = found
    assert less is None or (more is not None and recency(more) >= recency(less))
