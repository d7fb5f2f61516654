"""Which plan a table is, from the lines above it, in six languages; and the month of its status."""

from __future__ import annotations

import pytest

from planctl.ingest.headings import Heading, find, month, says_continued
from planctl.publish.languages import WORDINGS

FULL = Heading("WTSA", 72, "Rev. Hammamet, 2016", "Human exposure")


@pytest.mark.parametrize("language", WORDINGS)
def test_what_planctl_writes_is_found_in_each_language(language: str) -> None:
    wording = WORDINGS[language]
    name = wording.resolution("WTSA", 72)
    long = wording.plan.format(name=name, edition="Rev. Hammamet, 2016")
    assert find(["before", long, "Human exposure"]) == (FULL, ())
    short = wording.short.format(name=name, title="Human exposure")
    assert find([short]) == (FULL._replace(edition=""), ())


@pytest.mark.parametrize(
    ("lines", "heading", "rest"),
    [
        (["WTSA-16 Resolution 72 (Rev. Hammamet, 2016) – Human exposure"], FULL, ()),
        (["Resolution 72 (Rev. Hammamet, 2016) of WTSA: Human exposure"], FULL, ()),
        (["Resolution 72 of the WTSA (Rev. Hammamet, 2016)", "Human exposure"], FULL, ()),
        (
            ["Resolution 72 (Rev. Hammamet, 2016)", "A title"],
            FULL._replace(assembly="", title="A title"),
            (),
        ),
        (["Action plan for Resolution 72", "One", "Two"], Heading("", 72, "", "One"), ("Two",)),
        (["The study groups note that Resolution 72 asks for much."], None, None),
        (
            ["WTSA\u00a0Resolution\u00a072 (Rev.\u00a0Hammamet, 2016)", "ITU\u2011T"],
            Heading("WTSA", 72, "Rev.\u00a0Hammamet, 2016", "ITU\u2011T"),
            (),
        ),
        (
            ["PP Resolution 5 (Kyoto (1994))", "X", "Action plan for PP Resolution 6: Y"],
            Heading("PP", 6, "", "Y"),
            (),
        ),
        ([], None, None),
    ],
)
def test_headings_as_people_write_them(
    lines: list[str], heading: Heading | None, rest: tuple[str, ...] | None
) -> None:
    assert find(lines) == (heading, tuple(lines) if rest is None else rest)


@pytest.mark.parametrize("language", WORDINGS)
def test_months_in_each_language(language: str) -> None:
    wording = WORDINGS[language]
    for number in range(1, 13):
        told = f"{wording.columns['status']} ({wording.date(2020, number)})"
        assert month(told) == f"2020-{number:02}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Status", ""),
        ("Status (2020)", ""),
        ("Status as of 15 October 2020", "2020-10"),
        ("Status (Oct. 2020)", "2020-10"),
        ("Статус (октябрь 2020 г.)", "2020-10"),
        ("Status (10/2020)", ""),
        ("Status (October)", ""),
    ],
)
def test_months_as_people_write_them(text: str, found: str) -> None:
    assert month(text) == found


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("Table 1 (continued)", True),
        ("(cont.)", True),
        ("续表", True),
        ("Contents", False),
        ("", False),
    ],
)
def test_a_line_that_says_that_the_table_goes_on(line: str, goes_on: bool) -> None:
    assert says_continued(line) is goes_on
