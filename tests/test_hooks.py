"""The pre-commit hooks, through pre-commit itself and a real ``git commit``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests import hooking
from tests.hooking import run

MESSAGE = "“onging” is not one of: not-started, ongoing, completed, suspended, superseded"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return hooking.environment(tmp_path / "pre-commit")


@pytest.fixture
def plans(tmp_path: Path, environment: dict[str, str]) -> Path:
    folder = tmp_path / "plan repository"
    hooking.plan_repository(folder, tmp_path / "hooks", environment)
    install = run([sys.executable, "-m", "pre_commit", "install"], folder, environment)
    assert install.returncode == 0, install.stdout
    return folder


def change(plans: Path, old: str, new: str, key: str = "wtsa-72") -> None:
    path = plans / "plans" / f"{key}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def test_a_commit_of_a_plan_that_is_wrong_is_refused(
    plans: Path, environment: dict[str, str]
) -> None:
    change(plans, "status: ongoing", "status: onging")
    commit = run(["git", "commit", "-qam", "wrong"], plans, environment)
    assert commit.returncode == 1
    assert "plans/wtsa-72.yaml:19:17: error[schema]: " + MESSAGE in commit.stdout
    log = run(["git", "log", "--format=%s"], plans, environment)
    assert log.stdout == "first\n"


def test_a_commit_of_a_sound_plan_is_made_and_only_its_findings_are_shown(
    plans: Path, environment: dict[str, str]
) -> None:
    change(plans, "text: To be completed", "text: Under way in Q3/5")
    run(["git", "add", "."], plans, environment)
    hook = [sys.executable, "-m", "pre_commit", "run", "--verbose", "planctl-validate"]
    said = run(hook, plans, environment).stdout
    assert "plans/wtsa-72.yaml:30:17: warning[duplicate-in-activity]" in said
    assert "plans/wtsa-73.yaml" not in said
    commit = run(["git", "commit", "-am", "sound"], plans, environment)
    assert commit.returncode == 0, commit.stdout
    assert run(["git", "status", "--porcelain"], plans, environment).stdout == ""


def test_a_hook_checks_what_is_staged_not_what_lies_beside_it(
    plans: Path, environment: dict[str, str]
) -> None:
    change(plans, "text: To be completed", "text: Under way in Q3/5")
    run(["git", "add", "plans/wtsa-72.yaml"], plans, environment)
    change(plans, "status: ongoing", "status: onging")
    commit = run(["git", "commit", "-qm", "sound part"], plans, environment)
    assert commit.returncode == 0, commit.stdout
    assert "onging" in (plans / "plans" / "wtsa-72.yaml").read_text("utf-8")


def test_the_hook_for_the_whole_repository_sees_every_plan(
    plans: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "pre_commit", "run", "--hook-stage", "manual"]
    sound = run([*command, "planctl-validate-all"], plans, environment)
    assert sound.returncode == 0, sound.stdout
    change(plans, "status: ongoing", "status: onging", "wtsa-79")
    run(["git", "add", "."], plans, environment)
    wrong = run([*command, "planctl-validate-all"], plans, environment)
    assert wrong.returncode == 1
    assert "error[schema]: " + MESSAGE in wrong.stdout


def test_planctl_run_by_a_plain_git_hook_works_with_what_git_exports(
    plans: Path, environment: dict[str, str]
) -> None:
    run([sys.executable, "-m", "pre_commit", "uninstall"], plans, environment)
    hook = plans / ".git" / "hooks" / "pre-commit"
    hook.write_text(
        f"#!/bin/sh\nexec {shutil.which('planctl', path=environment['PATH'])} add 72"
        ' "Report to TSAG" -R "Instructs TSAG (1)" --activity "Report" -r TSAG\n',
        encoding="utf-8",
    )
    hook.chmod(0o755)
    change(plans, "text: To be completed", "text: Under way in Q3/5")
    commit = run(["git", "commit", "-qam", "with an edit"], plans, environment)
    assert commit.returncode == 0, commit.stdout
    assert '- id: "11"' in (plans / "plans" / "wtsa-72.yaml").read_text("utf-8")
