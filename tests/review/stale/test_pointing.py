from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planctl.plan.model import Plan
from tests.review.stale.plans import FRESH, OLD, activity, flagged, listing, names, plan, see, words

TBD = {"text": "TBD"}


def one(*activities: dict[str, Any]) -> Plan:
    return plan(72, *activities)


def test_what_points_to_what_has_not_moved_has_not_moved_either() -> None:
    found = flagged(one(activity("1", see("2")), activity("2", TBD)))
    assert words(found)["wtsa-72/1"] == "it only points to 2, which has not moved either"


def test_what_points_to_what_is_fresh_completed_or_suspended_has_moved() -> None:
    for target in (
        activity("2", FRESH),
        activity("2", OLD, status="completed"),
        activity("2", TBD, status="suspended"),
        activity("2", status="not-started"),
    ):
        assert names(flagged(one(activity("1", see("2")), target))) == {}


def test_a_chain_is_followed_and_told() -> None:
    chain = [activity(str(at), see(str(at + 1))) for at in range(1, 4)]
    found = words(flagged(one(*chain, activity("4", OLD))))
    assert found["wtsa-72/1"] == (
        "it only points to 4 in the end (1 → 2 → 3 → 4), which has not moved either"
    )
    assert names(flagged(one(*chain, activity("4", FRESH)))) == {}
    long = [activity(str(at), see(str(at + 1))) for at in range(1, 20)]
    assert "(1 → 2 → 3 → … → 19 → 20)" in words(flagged(one(*long, activity("20"))))["wtsa-72/1"]


def test_one_target_that_moved_is_enough() -> None:
    found = flagged(one(activity("1", see("2", "3")), activity("2", TBD), activity("3", FRESH)))
    assert names(found) == {"wtsa-72/2": "placeholder"}


def test_what_is_done_does_not_move_what_is_open_beside_it() -> None:
    done = activity("3.1", FRESH, status="completed")
    found = flagged(one(activity("1", see("3")), done, activity("3.2", TBD)))
    assert names(found) == {"wtsa-72/3.2": "placeholder", "wtsa-72/1": "points-to-stale"}


def test_a_directive_stands_for_its_activities() -> None:
    targets = (activity("3.1", TBD), activity("3.2", OLD))
    found = words(flagged(one(activity("1", see("3")), *targets)))
    assert found["wtsa-72/1"] == "it only points to 3.1, which has not moved either"
    fresh = (activity("3.1", TBD), activity("3.2", FRESH))
    assert "wtsa-72/1" not in names(flagged(one(activity("1", see("3")), *fresh)))


def test_its_own_directive_stands_for_the_others_in_it() -> None:
    assert names(flagged(one(activity("3.1", see("3")), activity("3.2", FRESH)))) == {}


def test_into_another_plan_by_number_and_by_key() -> None:
    other = plan(79, activity("5", TBD))
    for target in ("79/5", "wtsa-79/5"):
        found = words(flagged(one(activity("1", see(target))), other))
        assert found["wtsa-72/1"] == "it only points to wtsa-79/5, which has not moved either"
    assert names(flagged(one(activity("1", see("79/5"))), plan(79, activity("5", FRESH)))) == {}


def test_a_circle_is_told_as_one() -> None:
    found = words(flagged(one(activity("3.1", see("4.2")), activity("4.2", see("3.1")))))
    assert found == {
        "wtsa-72/3.1": "it only points in a circle: 3.1 → 4.2 → 3.1",
        "wtsa-72/4.2": "it only points in a circle: 4.2 → 3.1 → 4.2",
    }
    assert words(flagged(one(activity("1", see("1"))))) == {
        "wtsa-72/1": "it only points in a circle: 1 → 1"
    }


def test_what_leads_into_a_circle_and_what_leads_out_of_one() -> None:
    circle = (activity("2", see("3")), activity("3", see("2")))
    assert words(flagged(one(activity("1", see("2")), *circle)))["wtsa-72/1"] == (
        "it only points in a circle: 1 → 2 → 3 → 2"
    )
    out = (activity("2", see("3")), activity("3", see("2", "4")), activity("4", OLD))
    assert set(names(flagged(one(*out))).values()) == {"points-to-stale", "old-evidence"}
    moved = (*out[:2], activity("4", FRESH))
    assert names(flagged(one(*moved))) == {}


def test_to_nowhere() -> None:
    for targets, said in (
        (["9"], "it only points to 9, which does not exist"),
        (["9", "99/1"], "it only points to 9 and 99/1, which do not exist"),
        (["not an address/"], "it only points to not an address/, which does not exist"),
    ):
        assert words(flagged(one(activity("1", see(*targets))))) == {"wtsa-72/1": said}
    found = names(flagged(one(activity("1", see("2")), activity("2", see("9")))))
    assert found == {"wtsa-72/2": "points-nowhere", "wtsa-72/1": "points-to-stale"}
    assert names(flagged(one(activity("1", see("9", "2")), activity("2", FRESH)))) == {}


def test_what_only_points_is_not_flagged_for_being_unchanged_or_old() -> None:
    pointing = one(activity("1", see("2"), {"text": ""}), activity("2", FRESH))
    assert names(flagged(pointing, idle={"wtsa-72/1": ["TSAG-2020-02", "TSAG-2020-09"]})) == {}


def test_how_long_it_has_not_moved_is_the_shortest_on_its_way() -> None:
    run = ["TSAG-2019-09", "TSAG-2020-02", "TSAG-2020-09"]
    pointing = one(activity("1", see("2")), activity("2", TBD))
    found = flagged(pointing, idle={"wtsa-72/1": run, "wtsa-72/2": run[1:]})
    assert [(item.address, item.idle, item.months) for item in found] == [
        ("wtsa-72/2", tuple(run[1:]), 11),
        ("wtsa-72/1", tuple(run[1:]), 11),
    ]
    assert names(found)["wtsa-72/1"] == "points-to-stale"


def test_words_beside_a_reference_do_not_hide_where_it_leads() -> None:
    words_too = activity("1", {"text": "Work goes on."}, see("2"))
    assert names(flagged(one(words_too, activity("2", TBD))))["wtsa-72/1"] == "points-to-stale"
    assert names(flagged(one(words_too, activity("2", FRESH)))) == {}


def test_evidence_that_a_reference_leads_to_counts_beside_its_own() -> None:
    undated = activity("1", listing("K.52"), see("2"))
    assert names(flagged(one(undated, activity("2", FRESH)))) == {}
    assert words(flagged(one(undated, activity("2", OLD))))["wtsa-72/1"] == (
        "its newest evidence is of 2018-12-01 (K.52, in wtsa-72/2), 25 months ago"
    )
    assert names(flagged(one(undated, activity("2", TBD))))["wtsa-72/1"] == "undated-evidence"


def test_what_is_overdue_holds_up_what_points_to_it() -> None:
    late = activity("2", FRESH, due=2019)
    assert names(flagged(one(activity("1", see("2")), late))) == {
        "wtsa-72/2": "overdue",
        "wtsa-72/1": "points-to-stale",
    }
    unknown = activity("2", FRESH, due="Some day")
    assert names(flagged(one(activity("1", see("2")), unknown))) == {"wtsa-72/2": "due-unknown"}


@given(st.lists(st.lists(st.integers(1, 9), max_size=3), min_size=1, max_size=8), st.data())
def test_what_points_has_moved_just_when_something_fresh_can_be_reached(
    targets: list[list[int]], data: st.DataObject
) -> None:
    numbers = range(1, len(targets) + 1)
    fresh = {at for at in numbers if not targets[at - 1] and data.draw(st.booleans())}
    reports = {
        at: see(*map(str, seen)) if (seen := targets[at - 1]) else FRESH if at in fresh else TBD
        for at in numbers
    }
    found = names(flagged(one(*(activity(str(at), report) for at, report in reports.items()))))
    moved = set(fresh)
    for _ in numbers:
        moved |= {at for at in numbers if moved & set(targets[at - 1])}
    assert set(found) == {f"wtsa-72/{at}" for at in numbers if at not in moved}


def test_a_chain_of_thousands_is_followed_to_its_end() -> None:
    chain = [activity(str(at), see(str(at + 1))) for at in range(1, 2000)]
    found = flagged(one(*chain, activity("2000", OLD)))
    assert len(found) == 2000
    assert {item.evidence.address for item in found if item.evidence} == {"wtsa-72/2000"}
