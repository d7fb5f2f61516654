"""``planctl deliverables``: the register on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_one_kind_of_one_plan_cited_anywhere(run: Run) -> None:
    result = run("deliverables", "liaison-statements", "-p", "79")
    assert result.code == 0
    assert "liaison statement\tSG5-LS36\t\t2017\twtsa-73/6, wtsa-79/4\t" in (
        result.out.splitlines()
    )
    assert result.err == f"{len(result.out.splitlines())} deliverables.\n"


TABLE = """\
Deliverable   Title                                       Cited in
────────────────────────────────────────────────────────────────────────────────
L.Suppl.37    Guidance to operators of mobile networks,   wtsa-73/1, wtsa-73/5.2
              fixed networks and data centres on
              setting 1.5°C aligned targets compliant
              with Recommendation ITU-T L.1470
L.Suppl.38    Guidance to ICT manufacturers on setting    wtsa-73/5.2
              1.5°C aligned targets compliant with
              Recommendation ITU-T L.1470
L.Suppl.40    Scoring tool to assess the sustainability   wtsa-73/5.2
              performance of office buildings
"""


def test_on_a_terminal_what_says_nothing_takes_no_room(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    result = run("deliverables", "supplement", "--plan", "73", typed="")
    assert [line.rstrip() for line in result.out.splitlines()] == TABLE.splitlines()


def test_events_of_a_year(run: Run) -> None:
    result = run("deliverables", "event", "--year", "2017", "--format", "csv")
    assert result.out.splitlines()[0] == "Kind,Deliverable,Title,Date,Cited in,Differences"
    assert (
        "forum,,"
        '"Forum on ""The gender dimension in ICT and Environment through innovation and'
        ' entrepreneurship""",2017-04-04,"wtsa-73/9, wtsa-73/11.1",' in result.out.splitlines()
    )


def test_as_json(run: Run) -> None:
    result = json.loads(run("deliverables", "recommendation", "-p", "73", "--format", "json").out)
    assert (result["planctl"], result["version"]) == ("deliverables", 1)
    (one,) = [one for one in result["deliverables"] if one["name"] == "L.1470"]
    title = one.pop("titles")
    assert title == [
        "Greenhouse gas emissions trajectories for the information and communication technology"
        " sector compatible with the UNFCCC Paris Agreement"
    ]
    assert [each["address"] for each in one.pop("cited")] == ["wtsa-73/1", "wtsa-73/5.2"]
    assert one == {
        "kind": "recommendation",
        "name": "L.1470",
        "dates": [],
        "status": ["done"],
        "counterparts": [],
        "formerly": [],
        "differences": [],
    }


def test_what_does_not_agree(run: Run, repo: Path) -> None:
    found = [one.split("\t") for one in run("deliverables", "--differing").out.splitlines()]
    assert [one[3:] for one in found] == [
        [
            "2017-11-23",
            "wtsa-72/2, wtsa-73/11.1",
            "titles: “Workshop “Towards setting the environmental requirements…”,"
            " “ITU-ETSI workshop Towards Setting Environmental…”",
        ],
        [
            "2019-10-01",
            "wtsa-73/9, wtsa-73/11.1, wtsa-79/5",
            'titles: “9th Green Standards Week: Forum on "Frontier Technologies…”,'
            " “Forum on Frontier Technologies to Tackle Climate Change and…”",
        ],
    ]
    path = repo / "plans" / "wtsa-72.yaml"
    text = path.read_text("utf-8").replace("- K.52\n", "- {ref: L.1470, title: Another}\n", 1)
    path.write_text(text, "utf-8", newline="")
    result = run("deliverables", "--differing", "--format", "markdown")
    assert result.out.splitlines()[2:] == [
        "| Recommendation | L.1470 | Another |  | wtsa-72/1.2, wtsa-73/1, wtsa-73/5.2 | titles:"
        " “Another”, “Greenhouse gas emissions trajectories for the information…” |",
        *(f"| {' | '.join(one)} |" for one in found),
    ]
    assert result.err == "3 deliverables.\n"


def test_a_kind_that_there_is_not(run: Run) -> None:
    result = run("deliverables", "poems")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("planctl: there is no kind “poems”; there are: recommendation, ")
    assert run("deliverables", "recomendation").err == (
        "planctl: there is no kind “recomendation”; did you mean “recommendation”?\n"
    )


def test_only_what_one_body_is_responsible_for(run: Run) -> None:
    result = run("deliverables", "workshop", "--responsible", "TSB", "--format", "json")
    cited = [one["cited"] for one in json.loads(result.out)["deliverables"]]
    assert [[each["address"] for each in one] for one in cited] == [
        ["wtsa-72/2", "wtsa-73/11.1"],
        ["wtsa-79/5", "wtsa-79/5"],
    ]
    assert run("deliverables", "--status", "suspended").err == "0 deliverables.\n"
