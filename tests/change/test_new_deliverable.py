"""The fields of a new deliverable: what is refused, and the form they are written in."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.change.new_deliverable import checked, proper_spelling, shortest
from planctl.errors import UsageFault

KINDS = ("webinar", "technical-report", "web-page")
URL = '^(https?://|ftp://|mailto:)[^\\s<>"]+$'


def test_fields_are_taken_as_plan_data() -> None:
    given = {
        "kind": "Technical Report",
        "title": "  Two   words ",
        "date": "2020",
        "url": "https://itu.int/x",
    }
    assert checked(given, KINDS, URL) == {
        "kind": "technical-report",
        "title": "Two words",
        "date": 2020,
        "url": "https://itu.int/x",
    }


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("2020-10", "2020-10"),
        ("2020-04-14/2020-04-16", "2020-04-14/2020-04-16"),
        ("3 March 2021", "2021-03-03"),
        ("14 and 16 April 2020", "2020-04-14/2020-04-16"),
    ],
)
def test_dates(text: str, stored: str) -> None:
    assert checked({"date": text}, KINDS, URL) == {"date": stored}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "webinr"}, "there is no kind “webinr”; did you mean “webinar”?"),
        (
            {"kind": "zzz"},
            "there is no kind “zzz”; there are: webinar, technical-report, web-page",
        ),
        ({"title": "  "}, "--title is empty; leave it out, or say what belongs there"),
        ({"date": "2019-02-30"}, "--date: '2019-02-30': February 2019 has 28 days"),
        (
            {"url": "itu.int"},
            "“itu.int” is not a web address; write it in full, beginning with https://",
        ),
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageFault) as caught:
        checked(given, KINDS, URL)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"ref": "K.52"}, "K.52"),
        ({"ref": "K.52", "kind": "recommendation"}, "K.52"),
        ({"title": "PACE"}, "PACE"),
        ({"title": "K.52"}, {"title": "K.52"}),
        ({"ref": "PACE"}, {"ref": "PACE"}),
        (
            {"place": "Virtual", "title": "E", "kind": "webinar"},
            {"kind": "webinar", "title": "E", "place": "Virtual"},
        ),
    ],
)
def test_the_shortest_form(fields: dict[str, Any], expected: Any) -> None:
    data = shortest(fields)
    assert data == expected
    if isinstance(data, dict):
        assert list(data) == list(expected)


@pytest.mark.parametrize(
    ("ref", "proper"),
    [
        ("K.52", None),
        ("A free title", None),
        ("K..52", "K.52"),
        ("K..52 Amd.1-Appendix V", "K.52 Amd.1-Appendix V"),
        ("sg5-ls190", "SG5-LS190"),
    ],
)
def test_the_proper_spelling(ref: str, proper: str | None) -> None:
    assert proper_spelling(ref) == proper
