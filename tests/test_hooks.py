"""The pre-commit hooks, through pre-commit itself and a real ``git commit``.

The hooks repository is this project's ``.pre-commit-hooks.yaml`` in a repository of its own; the
environment is the one the tests run in (``language: system``), so that nothing is downloaded.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MESSAGE = "“onging” is not one of: not-started, ongoing, completed, suspended, superseded"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    scripts = str(Path(sys.executable).parent)
    return kept | {
        "PATH": scripts + os.pathsep + kept.get("PATH", ""),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A Secretary",
        "GIT_AUTHOR_EMAIL": "secretary@example.org",
        "GIT_COMMITTER_NAME": "A Secretary",
        "GIT_COMMITTER_EMAIL": "secretary@example.org",
    }


def run(
    command: list[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def repository(folder: Path, environment: dict[str, str]) -> str:
    """Commit all that is in ``folder`` in a new repository; the commit."""
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "first"]):
        done = run(["git", *command], folder, environment)
        assert done.returncode == 0, done.stderr
    return run(["git", "rev-parse", "HEAD"], folder, environment).stdout.strip()


@pytest.fixture
def plans(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A plan repository whose commits are checked by both hooks."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copyfile(ROOT / ".pre-commit-hooks.yaml", hooks / ".pre-commit-hooks.yaml")
    revision = repository(hooks, environment)
    folder = tmp_path / "plan repository"
    shutil.copytree(ROOT / "plans", folder / "plans")
    shutil.copyfile(ROOT / "planctl.yaml", folder / "planctl.yaml")
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.as_uri()}\n  rev: {revision}\n  hooks:\n"
        "  - id: planctl-validate\n    language: system\n    verbose: true\n"
        "  - id: planctl-validate-all\n    language: system\n    stages: [manual]\n",
        encoding="utf-8",
    )
    repository(folder, environment)
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
    assert "plans/wtsa-72.yaml:19:17: error[schema]: " + MESSAGE in commit.stdout + commit.stderr
    log = run(["git", "log", "--format=%s"], plans, environment)
    assert log.stdout == "first\n"


def test_a_commit_of_a_sound_plan_is_made_and_only_its_findings_are_shown(
    plans: Path, environment: dict[str, str]
) -> None:
    change(plans, "text: To be completed", "text: Under way in Q3/5")
    commit = run(["git", "commit", "-am", "sound"], plans, environment)
    assert commit.returncode == 0, commit.stderr
    said = commit.stdout + commit.stderr
    assert "plans/wtsa-72.yaml:30:17: warning[duplicate-in-activity]" in said
    assert "plans/wtsa-73.yaml" not in said
    assert run(["git", "status", "--porcelain"], plans, environment).stdout == ""


def test_a_hook_checks_what_is_staged_not_what_lies_beside_it(
    plans: Path, environment: dict[str, str]
) -> None:
    change(plans, "text: To be completed", "text: Under way in Q3/5")
    run(["git", "add", "plans/wtsa-72.yaml"], plans, environment)
    change(plans, "status: ongoing", "status: onging")
    commit = run(["git", "commit", "-qm", "sound part"], plans, environment)
    assert commit.returncode == 0, commit.stdout + commit.stderr
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
    assert commit.returncode == 0, commit.stderr
    assert '- id: "11"' in (plans / "plans" / "wtsa-72.yaml").read_text("utf-8")
