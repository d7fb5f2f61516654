"""What two states of an activity must share to say the same."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.review.compare.sameness import said, says_the_same, stays_the_same
from tests.review.compare.example import activity, changed, directive, plan, row

REPORT = [
    {"text": "The following Recommendations were developed:", "deliverables": ["K.52", "K.61"]},
    {"text": "The following LS was sent:"},
    {"year": 2018, "deliverables": ["SG5-LS60", {"ref": "SG5-LS74", "title": "LS on EMF"}]},
    {"see": ["3.1"]},
    {"deliverables": [{"title": "Forum", "items": ["K.91"]}]},
]

ALIKE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "white space": ({"text": "Do it  now"}, {"text": " Do it\nnow "}),
    "no-break characters": ({"text": "ITU\u2011T now"}, {"text": "ITU-T\u00a0now"}),
    "order of bodies": ({"responsible": ["A", "B"]}, {"responsible": ["B", "A"]}),
    "shorthand": (
        {"report": [{"deliverables": ["K.52", "A title"]}]},
        {"report": [{"deliverables": [{"ref": "K.52"}, {"title": "A title"}]}]},
    ),
    "a kind that the identifier tells": (
        {"report": [{"deliverables": ["K.52"]}]},
        {"report": [{"deliverables": [{"kind": "recommendation", "ref": "K.52"}]}]},
    ),
    "wording that the fields print": (
        {"report": [{"deliverables": [{"ref": "K.52", "title": "A"}]}]},
        {"report": [{"deliverables": [{"ref": "K.52", "title": "A", "text": "K.52 “A”"}]}]},
    ),
    "order of deliverables": (
        {"report": [{"deliverables": ["K.52", "K.61"]}]},
        {"report": [{"deliverables": ["K.61", "K.52"]}]},
    ),
    "order of lists": ({"report": REPORT}, {"report": [*REPORT[1:3], REPORT[0], *REPORT[3:]]}),
    "order of years": (
        {"report": [{"year": 2018, "deliverables": ["K.5"]}, {"year": 2019}]},
        {"report": [{"year": 2019}, {"year": 2018, "deliverables": ["K.5"]}]},
    ),
    "a year line as printed": (
        {"report": [{"year": 2018}]},
        {"report": [{"year": 2018, "text": "2018:"}]},
    ),
    "a cross-reference as printed": (
        {"report": [{"see": ["3.1"]}]},
        {"report": [{"see": ["3.1"], "text": "See point 3.1"}]},
    ),
    "how another plan is named": (
        {"report": [{"see": ["79/5"]}]},
        {"report": [{"see": ["wtsa-79/5"]}]},
    ),
    "no report": ({}, {"report": []}),
    "an empty paragraph": (
        {"report": [{"see": ["1"]}]},
        {"report": [{"see": ["1"]}, {"text": ""}]},
    ),
    "a lead-in and its bullets in two blocks": (
        {"report": [{"text": "Sent:", "deliverables": ["K.52"]}]},
        {"report": [{"text": "Sent:"}, {"deliverables": ["K.52"]}]},
    ),
    "a year as a number": ({"due": 2020}, {"due": "2020"}),
    "one language, named": ({"text": "Do"}, {"text": {"en": "Do"}}),
    "the ID": ({"number": "1"}, {"number": "4"}),
    "a review": ({}, {"last_reviewed": "2020-10-01"}),
    "notes": ({}, {"notes": "Ask BDT"}),
    "a rule switched off": ({}, {"accepted": {"placeholder": "awaiting BDT"}}),
}  # fmt: skip

UNLIKE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a letter": ({"text": "Do it"}, {"text": "Do It"}),
    "a language": ({"text": {"en": "Do", "fr": "Faire"}}, {"text": {"en": "Do"}}),
    "a letter in one language": (
        {"text": {"en": "Do", "fr": "Faire"}},
        {"text": {"en": "Do", "fr": "Fait"}},
    ),
    "status": ({}, {"status": "completed"}),
    "time plan": ({}, {"time_plan": "2020"}),
    "references": ({}, {"references": "Resolves (2)"}),
    "a body more": ({"responsible": ["A"]}, {"responsible": ["A", "B"]}),
    "a body twice": ({"responsible": ["A"]}, {"responsible": ["A", "A"]}),
    "due": ({"due": "2020"}, {"due": "2021"}),
    "recurrence": ({}, {"recurrence": "every year"}),
    "priority": ({}, {"priority": "high"}),
    "blocker": ({"blocker": "No funds"}, {}),
    "decided by": ({}, {"decided_by": {"meeting": "TSAG-2020-02"}}),
    "a deliverable's field": (
        {"report": [{"deliverables": ["K.52"]}]},
        {"report": [{"deliverables": [{"ref": "K.52", "note": "revised"}]}]},
    ),
    "a deliverable twice": (
        {"report": [{"deliverables": ["K.52"]}]},
        {"report": [{"deliverables": ["K.52", "K.52"]}]},
    ),
    "spelling of an identifier": (
        {"report": [{"deliverables": ["K.52"]}]},
        {"report": [{"deliverables": ["ITU-T K.52"]}]},
    ),
    "another year line": (
        {"report": [{"year": 2018, "deliverables": ["K.5"]}]},
        {"report": [{"year": 2019, "deliverables": ["K.5"]}]},
    ),
    "another lead-in": (
        {"report": [{"text": "Sent:", "deliverables": ["K.5"]}, {"text": "Drafts:"}]},
        {"report": [{"text": "Sent:"}, {"text": "Drafts:", "deliverables": ["K.5"]}]},
    ),
    "another deliverable above an item": (
        {"report": [{"deliverables": [{"title": "A", "items": ["K.5"]}, "B"]}]},
        {"report": [{"deliverables": ["A", {"title": "B", "items": ["K.5"]}]}]},
    ),
    "where it points": ({"report": [{"see": ["3.1"]}]}, {"report": [{"see": ["3.2"]}]}),
    "the wording of a year line": (
        {"report": [{"year": 2018, "deliverables": ["K.5"]}]},
        {"report": [{"year": 2018, "text": "2018", "deliverables": ["K.5"]}]},
    ),
    "a word of the report": ({"report": [{"text": "Done"}]}, {"report": [{"text": "Not done"}]}),
}


@pytest.mark.parametrize("name", ALIKE)
def test_says_the_same(name: str) -> None:
    was, now = (activity(**fields) for fields in ALIKE[name])
    assert says_the_same(was, now)
    assert says_the_same(now, was)
    assert hash(said(was)) == hash(said(now))


@pytest.mark.parametrize("name", UNLIKE)
def test_says_something_else(name: str) -> None:
    was, now = (activity(**fields) for fields in UNLIKE[name])
    assert not says_the_same(was, now)
    assert not says_the_same(now, was)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"notes": "Ask BDT", "last_reviewed": "2020-10-01"}, True),
        ({"number": "1.1", "notes": "Ask BDT"}, True),
        ({"notes": "Ask BDT", "status": "completed"}, False),
        ({"report": [{"text": "Done"}]}, False),
        ({"report": [{"deliverables": ["K.52"]}]}, False),
    ],
)
def test_a_listed_item_may_say_what_it_said(fields: dict[str, Any], expected: bool) -> None:
    number = fields.get("number", "1")
    was = plan(directive("1", "Ask", row("1", "Do")))
    now = plan(
        directive(
            "1", "Ask", row(number, "Do", **{k: v for k, v in fields.items() if k != "number"})
        )
    )
    (item,) = changed(was, now).items
    assert stays_the_same(item) == expected


def test_what_is_new_or_gone_does_not_say_what_it_said() -> None:
    was = plan(directive("1", "Ask", row("1.1", "Do")))
    now = plan(directive("1", "Ask", row("1.1", "Do"), row("1.2", "Train")))
    assert [stays_the_same(one) for one in changed(was, now).items] == [False]
    assert [stays_the_same(one) for one in changed(now, was).items] == [False]


def test_text_is_in_the_language_of_its_plan() -> None:
    was, now = activity(text="Faire"), activity(text={"fr": "Faire"})
    assert says_the_same(was, now, "fr")
    assert not says_the_same(was, now)
