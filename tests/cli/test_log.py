"""``planctl log``: the story of an item through two closed meetings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git, Run

HEAD = """\
wtsa-79/8.1  ongoing
Study the impact of used telecommunication/ICT equipment and products brought
into developing countries
"""
FIRST = """
By TSAG-2020-09 (21–25 September 2020)
Already there: ongoing, 0 deliverables.
"""


@pytest.fixture
def closed(git: Git) -> Git:
    """The plans, frozen at TSAG-2020-09 and, with a change, at TSAG-2021-01."""
    git("tag", "--annotate", "--message=x", "TSAG-2020-09")
    return git


def close_again(git: Git) -> None:
    git("commit", "--quiet", "--all", "--allow-empty", "--message=x")
    git("tag", "--annotate", "--message=x", "TSAG-2021-01")


def test_what_never_changed(closed: Git, run: Run) -> None:
    close_again(closed)
    result = run("log", "79/8.1")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        f"{HEAD}{FIRST}\nBy TSAG-2021-01 (11–18 January 2021), and since then\nNothing changed.\n"
    )


def test_a_change_by_a_meeting_and_since(closed: Git, run: Run) -> None:
    run("set", "79/8.1", "time_plan", "2022")
    close_again(closed)
    run("set", "79/8.1", "status", "completed")
    assert run("log", "79/8.1").out == (
        f"{HEAD.replace('ongoing', 'completed')}{FIRST}\n"
        "By TSAG-2021-01 (11–18 January 2021)\n  • time plan: Ongoing → 2022\n\n"
        "Since then\n  • ongoing → completed\n"
    )


def test_a_directive_with_one_row_and_the_row_are_told_apart(
    closed: Git, run: Run, repo: Path
) -> None:
    run("set", "72/4", "status", "completed")
    head = (
        "wtsa-72/4  completed\nCooperate on human exposure to EMF with ITU-R and ITU-D\n\n"
        "Cooperate with ITU-R SG1 and SG6, and ITU-D SG2 (Q7/2)\n"
    )
    first = FIRST.replace(", 0", ", 9")
    assert run("log", "72/4").out == f"{head}{first}\nSince then\n  • ongoing → completed\n"
    close_again(closed)
    plan = repo / "plans/wtsa-72.yaml"
    before, there, after = plan.read_text(encoding="utf-8").partition('  - id: "4"\n')
    text = before + there + after.replace("Resolves (iii)", "All", 1)
    plan.write_text(text, encoding="utf-8", newline="")
    assert run("log", "72/4").out == (
        f"{head}{first}\nBy TSAG-2021-01 (11–18 January 2021)\n"
        "wtsa-72/4  ongoing → completed\n\n"
        "Since then\nwtsa-72/4  directive\n\n"
        "  • references: Resolves (iii) → All\n"
    )


def test_an_item_is_followed_to_its_new_number(closed: Git, run: Run) -> None:
    run("renumber", "79", "--from", "8", "--to", "10", "--yes")
    told = HEAD.replace("8.1", "10.1") + FIRST + "\nSince then\n  • was 8.1\n"
    assert run("log", "79/10.1").out == told
    assert run("log", "79/8.1").out == told


def test_a_plan_with_another_name(closed: Git, run: Run, repo: Path) -> None:
    (repo / "plans" / "wtsa-79.yaml").rename(repo / "plans" / "res-79.yaml")
    told = HEAD.replace("wtsa", "res") + FIRST + "\nSince then\nNothing changed.\n"
    assert run("log", "79/8.1").out == told
    assert run("log", "wtsa-79/8.1").out == told


def test_what_was_removed(closed: Git, run: Run) -> None:
    run("remove", "79/8.1", "--yes")
    gone = run("log", "79/8.1").out
    assert gone.startswith(
        HEAD.replace("ongoing", "(removed)") + FIRST + "\nSince then\n  • removed"
    )
    under = run("log", "79/8").out
    assert "Since then\nwtsa-79/8.1  removed\n" in under


def test_what_is_new(closed: Git, run: Run, repo: Path) -> None:
    run("add", "79/8", "Write a handbook", "--responsible", "ITU-T SG5")
    out = run("log", "79/8.3").out
    assert "\n\nSince then\n  • added\n  • text: Write a handbook\n" in out
    text = (repo / "plans" / "wtsa-79.yaml").read_text(encoding="utf-8")
    (repo / "plans" / "wtsa-80.yaml").write_text(
        text.replace("number: 79", "number: 80"), encoding="utf-8", newline=""
    )
    assert "\n\nSince then\n  • added\n  • text: Study the impact" in run("log", "80/8.1").out


@pytest.mark.parametrize("with_git", [True, False])
def test_no_meeting_was_closed(run: Run, request: pytest.FixtureRequest, with_git: bool) -> None:
    if with_git:
        request.getfixturevalue("git")
    assert run("log", "79/8.1").out == (
        f"{HEAD}\nNow\nThere: ongoing, 0 deliverables. No meeting was closed yet.\n"
    )


def test_json_to_a_file(closed: Git, run: Run, repo: Path) -> None:
    assert run("log", "73/1", "--format", "json", "-o", "out").err == "Wrote out.\n"
    told = json.loads((repo / "out").read_text(encoding="utf-8"))
    assert told["chapters"] == [
        {"meeting": "TSAG-2020-09", "addresses": ["wtsa-73/1"], "changes": []},
        {"meeting": None, "addresses": ["wtsa-73/1"], "changes": []},
    ]


def test_json_tells_the_former_name_of_the_plan(closed: Git, run: Run, repo: Path) -> None:
    (repo / "plans" / "wtsa-79.yaml").rename(repo / "plans" / "res-79.yaml")
    run("set", "79/8.1", "time_plan", "2022")
    chapter = json.loads(run("log", "79/8.1", "--format", "json").out)["chapters"][-1]
    assert chapter["addresses"] == ["res-79/8.1"]
    assert [(one["was_address"], one["address"]) for one in chapter["changes"]] == [
        ("wtsa-79/8.1", "res-79/8.1")
    ]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "79",
            "“79” is a whole plan; name an item of it, as in wtsa-79/1 (`planctl diff` tells what"
            " changed in a plan)",
        ),
        ("79/99", "there is no item 99 in wtsa-79; `planctl list wtsa-79` shows its items"),
        ("99/1", "there is no plan “99” in plans; there are: wtsa-72, wtsa-73, wtsa-79"),
    ],
)
def test_mistakes(closed: Git, run: Run, address: str, message: str) -> None:
    result = run("log", address)
    assert (result.code, result.out, result.err) == (2, "", f"planctl: {message}\n")


def test_an_id_of_two_plans_is_not_looked_for_in_the_past(
    closed: Git, run: Run, repo: Path
) -> None:
    text = (repo / "plans" / "wtsa-79.yaml").read_text(encoding="utf-8")
    (repo / "plans" / "wtsa-80.yaml").write_text(text, encoding="utf-8", newline="")
    assert run("log", "8.1").err == (
        "planctl: “8.1” could be wtsa-79/8.1 or wtsa-80/8.1; write one of them\n"
    )
