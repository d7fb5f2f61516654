"""``planctl show``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ACTIVITY = """\
wtsa-72/4  Cooperate on human exposure to EMF with ITU‑R and ITU-D
    Resolves (iii)

wtsa-72/4  ongoing
    Cooperate with ITU-R SG1 and SG6, and ITU-D SG2 (Q7/2)
    responsible:  ITU-R SG1 and SG6; ITU-T SG5 (Q3/5); ITU-D SG2 (Q7/2)
    time plan:    Ongoing
    Status (October 2020)
      The following LS has been sent:
      2017:
      • SG5-LS4 - LS on Information about work being carried out under study in
        ITU-T Q3/5 [to ITU-R and ITU-D SG2]
      • SG5-LS40 - LS/r on Information about work that is being carried out
        which is under study in ITU-T Q3/5; ITU-R and ITU-D
"""


def test_an_activity_in_full(run: Run) -> None:
    result = run("show", "72/4")
    assert result.code == 0
    assert result.out.startswith(ACTIVITY)
    assert result.err == ""


def test_a_plan_in_outline(run: Run) -> None:
    out = run("show", "79").out
    assert out.splitlines()[:8] == [
        "wtsa-79: WTSA Resolution 79 (Dubai, 2012)",
        "The role of telecommunications/information and communication technologies in",
        "handling and controlling e-waste from telecommunication and information",
        "technology equipment and methods of treating it",
        "Kept by ITU-T SG5. Status (October 2020): 8 directives, 9 activities (9",
        "ongoing).",
        "",
        "wtsa-79/1  Strengthen the development of ITU activities in regard to handling",
    ]


def test_a_directive_shows_all_its_activities(run: Run) -> None:
    lines = run("show", "wtsa-72/3").out.splitlines()
    assert [line for line in lines if line.startswith("wtsa")] == [
        "wtsa-72/3  Cooperate and collaborate with other organizations working on human",
        "wtsa-72/3.1  ongoing",
        "wtsa-72/3.2  ongoing",
    ]


def test_an_item_alone_is_enough_where_one_plan_has_it(run: Run) -> None:
    assert run("show", "11.2").out == run("show", "73/11.2").out


def test_json_is_the_data_of_the_file(run: Run) -> None:
    result = json.loads(run("show", "72/1.1", "--format", "json").out)
    assert result["planctl"] == "show"
    assert result["version"] == 1
    [item] = result["items"]
    assert item["address"] == "wtsa-72/1.1"
    assert item["report"][0]["deliverables"][0] == "K.Suppl.14 to ITU-T K.series"


def test_no_line_is_longer_than_a_narrow_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for address in ("73", "73/1", "73/9"):
        lines = run("show", address).out.splitlines()
        assert max(len(line) for line in lines if "https://" not in line) <= 60


def test_an_unknown_item_names_its_neighbours(run: Run) -> None:
    result = run("show", "73/5.9")
    assert (result.code, result.out) == (2, "")
    assert result.err == "planctl: there is no item 5.9 in wtsa-73; near it: 5.4, 5.3, 5.2\n"


def test_an_unknown_plan_names_those_there_are(run: Run) -> None:
    result = run("show", "74/1")
    assert result.code == 2
    assert result.err == (
        "planctl: there is no plan “74” in plans; there are: wtsa-72, wtsa-73, wtsa-79\n"
    )


def test_an_item_of_several_plans_asks_which(run: Run, repo: Path) -> None:
    plans = repo / "plans"
    text = (plans / "wtsa-72.yaml").read_text("utf-8")
    (plans / "wtsa-80.yaml").write_text(text.replace("number: 72", "number: 80"), "utf-8")
    result = run("show", "1.1")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("planctl: “1.1” could be wtsa-72/1.1 or wtsa-80/1.1; write one of them\n")


def test_outside_of_a_repository_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("show", "72", cwd=tmp_path)
    assert result.code == 2
    assert result.err == (
        f"planctl: {tmp_path} is not in a plan repository (no planctl.yaml here or in a folder"
        " above). Go to one, name it with -C, or make one here with `planctl init`.\n"
    )


def test_the_repository_can_be_named(run: Run, repo: Path, tmp_path: Path) -> None:
    inside = run("show", "72").out
    assert run("-C", str(repo), "show", "72", cwd=tmp_path).out == inside
    assert run("show", "72", "-C", str(repo), cwd=tmp_path).out == inside


def test_an_unreadable_plan_stops_the_command(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: ", "lead "), encoding="utf-8")
    result = run("show", "72/1.1")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("plans/wtsa-72.yaml:")
    assert result.err.endswith("planctl: mend this first; nothing was done.\n")
