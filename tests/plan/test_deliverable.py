"""What a deliverable prints, and when two mentions are one."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.deliverable import Deliverable, line

LINES: list[tuple[str | dict[str, Any], str]] = [
    ("K.52", "K.52"),
    ({"ref": "ITU-T L.1304", "title": "Criteria"}, "ITU-T L.1304 “Criteria”"),
    ({"ref": "SG5-LS60", "title": "LS on work"}, "SG5-LS60 - LS on work"),
    (
        {"ref": "SG5-LS4", "title": "LS on work", "note": "to WHO"},
        "SG5-LS4 - LS on work [to WHO]",
    ),
    (
        {"ref": "L.1024", "title": "Services", "formerly": "L.SEEQ", "date": "2020-11"},
        "L.1024 (ex L.SEEQ) “Services” (11/2020)",
    ),
    ({"ref": "L.1480", "counterpart": "ETSI ES 204 087"}, "L.1480 | ETSI ES 204 087"),
    ({"kind": "report", "title": "Guidance", "date": 2020}, "Guidance (2020)"),
    ({"kind": "technical-report", "title": "Water"}, "Technical Report on “Water”"),
    ({"kind": "workshop", "title": "5G"}, "Workshop on “5G”"),
    ({"kind": "workshop", "title": "ITU Workshop 5G"}, "ITU Workshop 5G"),
    ({"kind": "webinar", "title": "5G", "date": "2021-03-04"}, "Webinar: 5G on 4 March 2021"),
    (
        {"kind": "event", "title": "Week", "date": "2019-10-01/2019-10-04", "place": "Valencia"},
        "Week from 1 to 4 October 2019, Valencia",
    ),
    ({"kind": "forum", "title": "Forum", "date": "2019-02-30"}, "Forum (2019-02-30)"),
    ({"url": "https://www.itu.int"}, "https://www.itu.int"),
    ({"title": "EMF Guide", "url": "https://www.itu.int"}, "EMF Guide"),
    ({"ref": "K.52", "text": "K..52 as published"}, "K..52 as published"),
    ({"kind": "initiative", "title": {"en": "PACE", "fr": "PACE (fr)"}}, "PACE"),
]


@pytest.mark.parametrize(("data", "printed"), LINES, ids=lambda value: str(value)[:50])
def test_the_line_that_is_printed(data: str | dict[str, Any], printed: str) -> None:
    assert line(Deliverable.of(data)) == printed


def test_a_line_is_printed_in_the_language_asked_for() -> None:
    bilingual = Deliverable.of({"kind": "initiative", "title": {"en": "PACE", "fr": "PACE (fr)"}})
    assert line(bilingual, "fr") == "PACE (fr)"
    assert line(bilingual, "zh") == "PACE"


SAME = [
    ("K.91", "ITU-T K.91"),
    ("K.Suppl.14", "K.Suppl.14 to ITU-T K.series"),
    ("K.91 Amd.1-Appendix VIII", "K. 91 Amd.1-Appendix IX"),
    (
        {"kind": "forum", "title": "Forum on “AI”", "date": "2019-12-11"},
        {"kind": "event", "title": "The forum on AI", "date": "2019-12-11"},
    ),
]
DIFFERENT = [
    ("K.91", "K.91 Amd.1"),
    ("SG5-LS1", "SG5-LS11"),
    ("L.1300 series Recommendations", "L.1300 series Recommendations"),
    (
        {"kind": "forum", "title": "Forum on AI", "date": "2019-12-11"},
        {"kind": "forum", "title": "Forum on AI", "date": "2020-12-11"},
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_mentions_of_one_deliverable_have_one_key(one: Any, other: Any) -> None:
    assert Deliverable.of(one).key() == Deliverable.of(other).key() != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_mentions_of_different_deliverables_do_not(one: Any, other: Any) -> None:
    keys = (Deliverable.of(one).key(), Deliverable.of(other).key())
    assert keys[0] != keys[1] or keys == ("", "")
