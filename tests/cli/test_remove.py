"""``planctl remove``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Diff, Git, Run

UNCOMMITTED = "Its ID was never committed to git, so `planctl add` may give it out again."

SHOWN = """\
wtsa-72/6  Support development and dissemination of reports on human exposure to EMF
  wtsa-72/6.1  Develop reports identifying the needs of developing countries on the issue of \
assessing human exposure to EMF
  wtsa-72/6.2  Submit the reports as soon as possible to ITU-T SG5 for its consideration and \
action in accordance with its mandate
  with 2 activities, 0 deliverables
"""


def removed(lines: list[str]) -> list[str]:
    """The removed lines that give an ID; nothing else may have changed."""
    assert all(line.startswith(("-", "@@")) for line in lines)
    assert len([line for line in lines if line.startswith("@@")]) == 1
    return [line for line in lines if "id:" in line]


def test_an_activity(run: Run, diff: Diff) -> None:
    result = run("remove", "72/6.2", "--yes")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "wtsa-72/6.2  Submit the reports as soon as possible to ITU-T SG5 for its consideration"
        " and action in accordance with its mandate\n"
        "  with 0 deliverables\n"
        f"Removed wtsa-72/6.2 from plans/wtsa-72.yaml. {UNCOMMITTED}\n"
    )
    assert removed(diff("wtsa-72")) == ['-      - id: "6.2"']


def test_an_id_that_git_knows_is_gone_for_good(run: Run, git: Git) -> None:
    result = run("remove", "72/6.2", "--yes")
    assert result.err.endswith(
        "Removed wtsa-72/6.2 from plans/wtsa-72.yaml. Its ID will not be given out again.\n"
    )


def test_a_directive_with_its_activities(run: Run, diff: Diff) -> None:
    result = run("remove", "72/6", "--yes")
    assert result.err.startswith(SHOWN)
    assert removed(diff("wtsa-72")) == [
        '-  - id: "6"',
        '-      - id: "6.1"',
        '-      - id: "6.2"',
    ]


def test_an_only_activity_with_its_directives_id_is_a_row(run: Run, diff: Diff) -> None:
    run("remove", "72/9", "--yes")
    assert removed(diff("wtsa-72")) == ['-  - id: "9"', '-      - id: "9"']


def test_the_last_activity_of_a_directive(run: Run, repo: Path, diff: Diff) -> None:
    run("remove", "72/6.1", "--yes")
    before = (repo / "plans" / "wtsa-72.yaml").read_text(encoding="utf-8")
    run("remove", "72/6.2", "--yes")
    assert diff("wtsa-72", before)[1:3] == ["-    activities:", '-      - id: "6.2"']
    assert diff("wtsa-72", before)[-1] == "+    activities: []"


def test_one_of_two_activities_with_the_directives_id(run: Run, repo: Path, diff: Diff) -> None:
    run("add", "72/9", "Provide more data", "-r", "WHO")
    before = (repo / "plans" / "wtsa-72.yaml").read_text(encoding="utf-8")
    run("remove", "72/9", "--yes")
    assert removed(diff("wtsa-72", before)) == ['-      - id: "9"']
    run("remove", "72/9", "--directive", "--yes")
    assert run("show", "72/9").code == 2


def test_asked_on_a_terminal(run: Run, diff: Diff) -> None:
    result = run("remove", "72/6", typed="y\n")
    assert "Remove wtsa-72/6? [y/N]:" in result.err
    assert result.code == 0
    assert removed(diff("wtsa-72"))[0] == '-  - id: "6"'


def test_declined_on_a_terminal(run: Run, diff: Diff) -> None:
    result = run("remove", "72/6", typed="\n")
    assert result.code == 1
    assert result.err.endswith("Nothing was removed.\n")
    assert diff("wtsa-72") == []


def test_without_a_terminal_yes_is_demanded(run: Run, diff: Diff) -> None:
    result = run("remove", "72/6")
    assert result.code == 2
    assert result.err == (
        f"{SHOWN}planctl: to remove wtsa-72/6 give --yes; there is no terminal to ask on\n"
    )
    assert diff("wtsa-72") == []


def test_what_others_point_at_stays(run: Run, diff: Diff) -> None:
    result = run("remove", "72/3.1", typed="y\n")
    assert result.code == 1
    assert result.err.endswith(
        "planctl: wtsa-72/6.1, wtsa-72/6.2 would point at nothing (“See point …”), so wtsa-72/3.1"
        " was not removed. Change that first, or give --yes.\n"
    )
    assert diff("wtsa-72") == []


def test_what_others_point_at_goes_with_yes(run: Run) -> None:
    result = run("remove", "72/3", "--yes")
    assert result.code == 0
    assert result.err.endswith("Now pointing at nothing: wtsa-72/6.1, wtsa-72/6.2.\n")


def test_another_plan_may_point_here(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-79.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('see: ["7"]', 'see: ["72/10"]', 1), encoding="utf-8", newline="")
    result = run("remove", "72/10")
    assert result.code == 1
    assert "planctl: wtsa-79/2 would point at nothing" in result.err


def test_words_of_another_plan_may_point_here(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-79.yaml"
    text = path.read_text(encoding="utf-8")
    words = "text: See point 10 of the action plan for WTSA Resolution 72"
    path.write_text(text.replace('see: ["7"]', words, 1), encoding="utf-8", newline="")
    result = run("remove", "72/10")
    assert result.code == 1
    assert "planctl: wtsa-79/2 would point at nothing" in result.err


def test_what_points_here_from_within_does_not_count(run: Run) -> None:
    result = run("remove", "73/11", "--yes")
    assert result.code == 0
    assert "pointing" not in result.err


def test_comments_that_go_are_shown(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    text = path.read_text(encoding="utf-8").replace(
        '      - id: "6.2"\n', '      - id: "6.2"\n        # ask BDT\n', 1
    )
    path.write_text(text, encoding="utf-8", newline="")
    result = run("remove", "72/6.2", "--yes")
    assert result.err.splitlines()[1:3] == ["  with 0 deliverables, 1 comment", "    # ask BDT"]


def test_the_removed_item_as_json(run: Run) -> None:
    result = run("remove", "72/6.2", "--yes", "--format", "json")
    document = json.loads(result.out)
    assert document["planctl"] == "remove"
    assert (document["item"]["address"], document["item"]["id"]) == ("wtsa-72/6.2", "6.2")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["72"],
            "“72” is a whole plan; name an item of it, as in wtsa-72/1.1. A plan is removed by"
            " deleting its file",
        ),
        (["72/1.1", "--directive"], "wtsa-72/1.1 is an activity; leave --directive out"),
    ],
)
def test_what_cannot_be_removed(run: Run, args: list[str], message: str) -> None:
    result = run("remove", *args, "--yes")
    assert (result.code, result.err) == (2, f"planctl: {message}\n")
