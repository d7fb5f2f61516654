"""``planctl unlink``: what goes, what stays, and what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Diff, Run

REPORTS = """\
resolution:
  assembly: WTSA
  number: 95
  edition: Hammamet, 2016
  title: Initiatives
lead: ITU-T SG5
as_of: 2020-10
directives:
  - id: "1"
    text: Do it
    references: Resolves (i)
    activities:
      - id: "1"
        text: Do it
        responsible: [ITU-T SG5]
        time_plan: Ongoing
        status: ongoing
        report:
          - text: "Developed:"
            deliverables:
              - K.52  # the first
          # about the events
          - year: 2019
            text: "2019"
            deliverables:
              - title: A forum
                items:
                  - K.61
                  - K.70
      - id: "1.2"
        text: More
        responsible: [WHO]
        time_plan: Ongoing
        status: ongoing
        report:
          - deliverables: [K.91]
"""


@pytest.fixture
def small(repo: Path) -> Path:
    path = repo / "plans" / "wtsa-95.yaml"
    path.write_text(REPORTS, encoding="utf-8", newline="")
    return path


def removed(path: Path) -> list[str]:
    left = path.read_text(encoding="utf-8").splitlines()
    return [line for line in REPORTS.splitlines() if line not in left]


def test_an_identifier_in_any_spelling(run: Run, diff: Diff) -> None:
    result = run("unlink", "72/4", "SG5 - LS 184")
    line = "SG5-LS184 - LS/r on work being carried out under study in ITU-T Q3/5"
    assert (result.code, result.out) == (0, f"{line}\n")
    assert result.err == "Removed from wtsa-72/4, under 2020:\n"
    assert diff("wtsa-72") == [
        "@@ -185,2 +184,0 @@",
        "-              - ref: SG5-LS184",
        "-                title: LS/r on work being carried out under study in ITU-T Q3/5",
    ]


def test_what_was_removed_can_be_put_back(run: Run, diff: Diff) -> None:
    line = run("unlink", "72/4", "SG5-LS74").out.strip()
    assert run("link", "72/4", line).code == 0
    assert diff("wtsa-72") == []


def test_its_own_year_line_goes_too(run: Run, diff: Diff) -> None:
    result = run("unlink", "79/5", "Circular model", "--nth", "2")
    assert result.err == (
        "Removed from wtsa-79/5, under 2018:\nThe year line 2018 went with it: it had no other.\n"
    )
    assert diff("wtsa-79")[:3] == [
        "@@ -140,7 +139,0 @@",
        "-          - year: 2018",
        "-            deliverables:",
    ]


def test_several_are_numbered(run: Run, diff: Diff) -> None:
    result = run("unlink", "79/5", "Circular model")
    title = (
        "Thematic Workshop on Connecting the Circular model of E-waste Management to the"
        " Sustainable Development Goals on 11 April 2019, ITU headquarter"
    )
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "planctl: wtsa-79/5 has 2 deliverables that fit “Circular model”; say which with --nth:\n"
        f"  1. {title} (under 2019)\n  2. {title} (under 2018)\n"
    )
    assert diff("wtsa-79") == []


def test_a_number_too_high(run: Run) -> None:
    result = run("unlink", "79/5", "Circular model", "--nth", "3")
    assert result.code == 2
    assert "has only 2 that fit" in result.err


def test_none_fits(run: Run) -> None:
    result = run("unlink", "72/7", "K.52")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "planctl: wtsa-72/7 has no deliverable “K.52”; there are:\n"
        "  https://www.itu.int/en/ITU-T/emf/Pages/default.aspx\n"
        "  ITU-T Recommendations on EMF\n"
        "  EMF Guide & Mobile App\n"
        "  EMF Estimator Software\n"
    )
    assert run("unlink", "72/10", "K.52").err == "planctl: wtsa-72/10 has no deliverables\n"


def test_the_exact_spelling_goes_before_the_same_document(run: Run, diff: Diff) -> None:
    assert run("unlink", "72/1.1", "K.Suppl.14").out == "K.Suppl.14\n"
    assert diff("wtsa-72")[1:] == ["-              - K.Suppl.14"]


def test_a_lead_in_stays(run: Run, small: Path) -> None:
    assert run("unlink", "95/1", "K.52").code == 0
    assert removed(small) == ["              - K.52  # the first"]
    text = small.read_text(encoding="utf-8")
    assert '          - text: "Developed:"\n          # about the events\n' in text


def test_the_wording_of_a_year_goes_with_the_year(run: Run, small: Path) -> None:
    result = run("unlink", "95/1", "A forum")
    assert result.err == (
        "Removed from wtsa-95/1, under 2019, with 2 items under it:\n"
        "The year line 2019 went with it: it had no other.\n"
    )
    assert removed(small)[:2] == ["          - year: 2019", '            text: "2019"']


def test_items_under_a_deliverable(run: Run, small: Path) -> None:
    assert run("unlink", "95/1", "K.61").code == 0
    assert removed(small) == ["                  - K.61"]
    assert run("unlink", "95/1", "K.70").code == 0
    assert removed(small) == [
        "                items:",
        "                  - K.61",
        "                  - K.70",
    ]


def test_comments_that_go_along_are_said(run: Run, small: Path) -> None:
    text = REPORTS.replace(
        "title: A forum", "title: A forum  # by mail\n                # its papers"
    )
    small.write_text(text, encoding="utf-8", newline="")
    lines = ["# by mail", "# its papers"]
    dry = run("unlink", "95/1", "A forum", "--dry-run")
    assert dry.err.splitlines()[2:] == [f"This comment would go with it: {one}" for one in lines]
    result = run("unlink", "95/1", "A forum")
    assert result.err.splitlines()[2:] == [f"This comment went with it: {one}" for one in lines]
    again = run("unlink", "95/1", "K.52", "--format", "json")
    assert json.loads(again.out)["comments"] == ["# the first"]


def test_an_empty_report_goes(run: Run, small: Path) -> None:
    assert run("unlink", "95/1.2", "K.91").code == 0
    assert removed(small) == ["          - deliverables: [K.91]"]
    assert small.read_text(encoding="utf-8").count("report:") == 1


def test_dry_run_and_json(run: Run, diff: Diff) -> None:
    result = run("unlink", "72/4", "SG5-LS60", "--dry-run", "--format", "json")
    assert result.err == "Nothing was written; this would be removed from wtsa-72/4, under 2018:\n"
    title = "LS on the work which is under study in ITU-T Q3/5"
    assert json.loads(result.out) == {
        "planctl": "unlink",
        "version": 1,
        "address": "wtsa-72/4",
        "deliverable": {"ref": "SG5-LS60", "title": title},
        "line": f"SG5-LS60 - {title}",
        "year": 2018,
        "comments": [],
        "written": False,
    }
    assert diff("wtsa-72") == []
