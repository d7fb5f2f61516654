from __future__ import annotations

from planctl.review.stale.items import stale
from planctl.store.settings import StaleAfter
from tests.review.stale.plans import SHIPPED, names, shipped

# Item by item, as a careful secretary would: 72/3.2 holds a place and 79/8.2 is empty; 72/3.1,
# 73/2, 73/3 and 79/8.1 tell of work and name nothing; 72/5 sent its last letters in 2018; 72/6.1
# points to 72/3.1; the others list documents, initiatives or web pages without a date.
# Not there: what has dates of 2020 (72/2, 72/4, 72/6.2, 73/6, 73/9, 73/10, 73/11.1, 79/5, 79/7),
# what points to these (72/8, 73/11.2, 79/1, 79/2, 79/3, 79/6), 79/4, whose letters are of 2020 by
# their numbers, and what is completed (72/10, 73/7, 73/14).
EXPECTED = {
    "wtsa-72/3.2": "placeholder",
    "wtsa-79/8.2": "placeholder",
    "wtsa-72/3.1": "no-evidence",
    "wtsa-73/2": "no-evidence",
    "wtsa-73/3": "no-evidence",
    "wtsa-79/8.1": "no-evidence",
    "wtsa-72/5": "old-evidence",
    "wtsa-72/6.1": "points-to-stale",
    "wtsa-72/1.1": "undated-evidence",
    "wtsa-72/1.2": "undated-evidence",
    "wtsa-72/7": "undated-evidence",
    "wtsa-72/9": "undated-evidence",
    "wtsa-73/1": "undated-evidence",
    "wtsa-73/4": "undated-evidence",
    "wtsa-73/5.1": "undated-evidence",
    "wtsa-73/5.2": "undated-evidence",
    "wtsa-73/5.3": "undated-evidence",
    "wtsa-73/5.4": "undated-evidence",
    "wtsa-73/8": "undated-evidence",
    "wtsa-73/12": "undated-evidence",
    "wtsa-73/13": "undated-evidence",
}


def test_the_shipped_plans_without_history() -> None:
    found = stale(shipped(), {}, "2021-01-11", SHIPPED.settings.meetings, StaleAfter())
    assert list(names(found).items()) == list(EXPECTED.items())


def test_a_year_later_the_dated_evidence_of_2020_is_old_too() -> None:
    found = names(stale(shipped(), {}, "2022-01-11", SHIPPED.settings.meetings, StaleAfter()))
    more = {address: said for address, said in found.items() if address not in EXPECTED}
    assert more == {
        "wtsa-72/2": "old-evidence",
        "wtsa-72/4": "old-evidence",
        "wtsa-72/6.2": "old-evidence",
        "wtsa-72/8": "points-to-stale",
        "wtsa-73/6": "old-evidence",
        "wtsa-73/9": "old-evidence",
        "wtsa-73/10": "old-evidence",
        "wtsa-73/11.1": "old-evidence",
        "wtsa-73/11.2": "old-evidence",
        "wtsa-79/1": "points-to-stale",
        "wtsa-79/2": "points-to-stale",
        "wtsa-79/3": "points-to-stale",
        "wtsa-79/4": "old-evidence",
        "wtsa-79/5": "old-evidence",
        "wtsa-79/6": "points-to-stale",
        "wtsa-79/7": "old-evidence",
    }


def test_letters_without_a_date_are_dated_by_their_numbers_over_all_plans() -> None:
    found = stale(shipped(), {}, "2022-01-11", SHIPPED.settings.meetings, StaleAfter())
    words = next(one.reasons[0].words for one in found if one.address == "wtsa-79/4")
    assert words == (
        "its newest evidence is of 2020 (SG5-LS186), inferred from its number, 18 months ago"
    )
    alone = [plan for plan in shipped() if plan.key == "wtsa-79"]
    assert (
        names(stale(alone, {}, "2022-01-11", (), StaleAfter()))["wtsa-79/4"] == "undated-evidence"
    )
