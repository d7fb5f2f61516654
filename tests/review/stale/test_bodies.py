from __future__ import annotations

from planctl.review.stale.bodies import bodies_of, by_body, silent_groups
from tests.review.stale.plans import AS_OF, FRESH, OLD, activity, flagged, listing, plan, shipped

SEVERAL = ["ITU-R SG1 and SG6", "SG5 (Q3/5)", "Director of TSB (in collaboration with BDT)"]


def test_the_bodies_of_an_activity_without_its_partners() -> None:
    _, one = next(plan(72, activity("1", responsible=SEVERAL)).activities())
    assert list(bodies_of(one).values()) == ["ITU-R SG1", "ITU-R SG6", "ITU-T SG5", "Director TSB"]
    assert list(bodies_of(one, ["Q3/5"]).values()) == ["ITU-T SG5"]
    assert list(bodies_of(one, ["BDT", "WHO"]).values()) == ["Director TSB"]
    assert bodies_of(one, ["SG15"]) == {}


def test_a_question_alone_is_a_body_by_itself() -> None:
    _, one = next(plan(72, activity("1", responsible=["Q3/5"])).activities())
    assert list(bodies_of(one).values()) == ["Q3/5"]


def test_what_was_found_body_by_body() -> None:
    one = plan(
        72,
        activity("1", OLD, responsible=["ITU-T SG12", "SG5"]),
        activity("2", OLD, responsible=["ITU-T Study Group 5", "WHO"]),
        activity("3", FRESH, responsible=["ITU-T SG5"]),
        activity("4", OLD, responsible=["ITU-T SG5"], status="completed"),
        activity("5", FRESH, responsible=["TSAG"]),
    )
    found = flagged(one)
    assert [
        (body.name, body.ongoing, [item.address for item in body.stale])
        for body in by_body(found, [one])
    ] == [
        ("ITU-T SG5", 3, ["wtsa-72/1", "wtsa-72/2"]),
        ("ITU-T SG12", 1, ["wtsa-72/1"]),
        ("WHO", 1, ["wtsa-72/2"]),
    ]
    assert [body.name for body in by_body(found, [one], ["WHO"])] == ["WHO"]


def test_who_has_contributed_nothing() -> None:
    one = plan(
        72,
        activity("1", OLD, responsible=["TSAG"]),
        activity("2", listing("K.52"), responsible=["TSAG"], status="not-started"),
        activity("3", OLD, responsible=["TSAG", "WHO"], status="suspended"),
        activity("4", FRESH, responsible=["SG5"], status="completed"),
        activity("5", OLD, responsible=["ITU-T SG5"]),
        activity("6", OLD, responsible=["BDT"], status="completed"),
    )
    silent = silent_groups([one], {"wtsa-72/4"}, AS_OF)
    assert [(group.name, group.addresses) for group in silent] == [
        ("TSAG", ("wtsa-72/1", "wtsa-72/2"))
    ]
    assert silent[0].evidence is not None
    assert (silent[0].evidence.address, silent[0].evidence.said) == ("wtsa-72/1", "2018-12-01")
    assert [group.name for group in silent_groups([one], set(), AS_OF)] == ["ITU-T SG5", "TSAG"]


def test_the_silent_groups_of_the_shipped_plans() -> None:
    changed = {"wtsa-73/4", "wtsa-79/2"}
    assert [
        (group.name, len(group.addresses), group.evidence and group.evidence.said)
        for group in silent_groups(shipped(), changed, AS_OF)
    ] == [
        ("ITU-D SG2", 1, "2020"),
        ("ITU-R SG1", 1, "2020"),
        ("ITU-R SG6", 1, "2020"),
        ("ITU-T SG5", 11, "2020-08-11"),
        ("TSAG", 3, ""),
        ("WHO", 1, "2018"),
    ]
