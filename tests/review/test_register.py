"""The register: what is one deliverable, and what its citations do not agree on."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import Plan, plan_from
from planctl.review.register import Entry, register
from tests.ranking import shipped


def plan(*reports: list[dict[str, Any]]) -> Plan:
    activities = [
        {
            "id": f"1.{number}",
            "text": "Do",
            "responsible": ["SG5"],
            "time_plan": "Ongoing",
            "status": "ongoing",
            "report": report,
        }
        for number, report in enumerate(reports, 1)
    ]
    directive = {"id": "1", "text": "Do", "references": "Resolves", "activities": activities}
    resolution = {"assembly": "PP", "number": 1, "edition": "Bucharest, 2022", "title": "Title"}
    data = {"resolution": resolution, "lead": "SG5", "as_of": "2022-10", "directives": [directive]}
    return plan_from("pp-1", data)


def entries(*reports: list[dict[str, Any]]) -> list[Entry]:
    return register([plan(*reports)])


def test_a_work_item_that_became_a_recommendation_is_one_deliverable() -> None:
    (one,) = entries(
        [{"text": "Ongoing work items:", "deliverables": ["L.SEEQ"]}],
        [{"deliverables": [{"ref": "ITU-T L.1", "formerly": "L.SEEQ", "title": "Seeking"}]}],
        [{"text": "Developed:", "deliverables": [{"ref": "L.1 (2021)"}]}],
    )
    assert (one.kind, one.name, one.titles) == ("recommendation", "L.1", ["Seeking"])
    assert one.addresses == ["pp-1/1.1", "pp-1/1.2", "pp-1/1.3"]
    assert one.former == ["L.SEEQ"]
    assert one.dates == ["2021"]
    assert one.differences() == ["status: work item, done"]


def test_a_note_says_how_far_a_text_has_come() -> None:
    noted = ("consented in May 2025", "draft, consented in May, approved in June 2025", "to WHO")
    for note, stages in zip(noted, (["consented"], ["approved"], ["done"]), strict=True):
        (one,) = entries(
            [{"text": "Developed:", "deliverables": [{"ref": "L.1", "note": note}]}],
        )
        assert one.stages == stages
    (one,) = entries(
        [{"deliverables": [{"ref": "L.1", "note": "planned to be consented/approved in June"}]}],
        [
            {
                "text": "Approved:",
                "deliverables": [{"ref": "L.1", "note": "approved in June"}, "L.1"],
            }
        ],
    )
    assert (one.stages, one.differences()) == (["approved"], [])


def test_two_that_a_third_joins() -> None:
    (one,) = entries(
        [{"deliverables": ["L.1"]}],
        [{"deliverables": ["ETSI ES 204 087"]}],
        [{"deliverables": [{"ref": "L.1", "counterpart": "ES 204 087"}]}],
    )
    assert one.addresses == ["pp-1/1.1", "pp-1/1.2", "pp-1/1.3"]
    assert one.twins == ["ES 204 087"]


def test_differences() -> None:
    (one,) = entries(
        [{"year": 2019, "deliverables": [{"ref": "L.1", "title": "One title"}]}],
        [{"deliverables": [{"ref": "L.1", "title": "“One  Title”", "date": "2019-05"}]}],
        [{"deliverables": [{"ref": "L.1", "title": "Another", "date": "2020-01"}]}],
    )
    assert one.differences() == ["titles: “One title”, “Another”", "dates: 2019-05, 2020-01"]


def test_an_event_has_its_year_line() -> None:
    event = {"kind": "workshop", "title": "Workshop on waste"}
    found = entries(
        [{"year": 2019, "deliverables": [event]}, {"year": 2020, "deliverables": [event]}],
        [{"deliverables": [{**event, "date": "2019-05-02"}]}],
    )
    assert [(one.dates, one.addresses) for one in found] == [
        (["2019-05-02"], ["pp-1/1.1", "pp-1/1.2"]),
        (["2020"], ["pp-1/1.1"]),
    ]


def test_the_shipped_plans() -> None:
    found = {one.name: one for one in register(shipped())}
    assert found["L.1470"].addresses == ["wtsa-73/1", "wtsa-73/5.2"]
    assert found["K.91"].kind == "recommendation"
    assert found["SG5-LS65"].addresses == ["wtsa-72/5", "wtsa-73/6"]


def test_an_event_under_two_titles_is_one() -> None:
    # as in wtsa-73/9 and wtsa-73/11.1, of which the rule event-differs says so
    differing = {one.first.date: one for one in register(shipped()) if one.differences()}
    assert {day: one.addresses for day, one in differing.items()} == {
        "2017-11-23": ["wtsa-72/2", "wtsa-73/11.1"],
        "2019-10-01": ["wtsa-73/9", "wtsa-73/11.1", "wtsa-79/5"],
    }
    assert [len(one.titles) for one in differing.values()] == [2, 2]


NAMES = st.sampled_from(["L.1", "K.52", "L.SEEQ", "ES 204 087", "SG5-LS4", "A title", "L.Suppl.3"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(NAMES, st.none() | NAMES, st.none() | NAMES), max_size=12))
def test_every_citation_stands_once(cited: list[tuple[str, str | None, str | None]]) -> None:
    deliverables = [
        {"ref": ref, **({"counterpart": twin} if twin else {}), **({"formerly": ex} if ex else {})}
        for ref, twin, ex in cited
    ]
    found = entries([{"deliverables": deliverables}] if deliverables else [])
    assert sum(len(one.citations) for one in found) == len(cited)
    named = [name for one in found for name in one.names]
    assert len(named) == len(set(named))
