"""A plan repository whose commits are checked by this project's pre-commit hooks.

The hooks repository is this project's ``.pre-commit-hooks.yaml`` in a repository of its own; the
hooks run in the environment of the tests (``language: system``), so that nothing is downloaded.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def environment(home: Path) -> dict[str, str]:
    """An environment with planctl on its path, a git of its own, and pre-commit's home in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    fresh = kept | {
        "PATH": str(Path(sys.executable).parent) + os.pathsep + kept.get("PATH", ""),
        "PRE_COMMIT_HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_PAGER": "cat",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "90",
    }
    for role in ("AUTHOR", "COMMITTER"):
        fresh[f"GIT_{role}_NAME"] = "A Secretary"
        fresh[f"GIT_{role}_EMAIL"] = "secretary@example.org"
        fresh[f"GIT_{role}_DATE"] = "2020-11-02T09:00:00+00:00"
    return fresh


def run(
    command: list[str], folder: Path, surroundings: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``command`` in ``folder``; standard output and error come together."""
    return subprocess.run(
        command,
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def commit_all(folder: Path, surroundings: dict[str, str]) -> str:
    """Commit all that is in ``folder`` in a new repository; the commit."""
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "first"]):
        done = run(["git", *command], folder, surroundings)
        assert done.returncode == 0, done.stdout
    return run(["git", "rev-parse", "HEAD"], folder, surroundings).stdout.strip()


def copy_plans(folder: Path) -> None:
    """Copy the plans of October 2020, their settings and the schemas into ``folder``."""
    (folder / "plans").mkdir(parents=True)
    for path in sorted((ROOT / "plans").glob("wtsa-*.yaml")):
        shutil.copyfile(path, folder / "plans" / path.name)
    shutil.copytree(ROOT / "schema", folder / "schema")
    shutil.copyfile(ROOT / "planctl.yaml", folder / "planctl.yaml")


def plan_repository(folder: Path, hooks: Path, surroundings: dict[str, str]) -> None:
    """Make a repository of the shipped plans in ``folder``, with the hooks from ``hooks``."""
    hooks.mkdir()
    shutil.copyfile(ROOT / ".pre-commit-hooks.yaml", hooks / ".pre-commit-hooks.yaml")
    revision = commit_all(hooks, surroundings)
    copy_plans(folder)
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.as_uri()}\n  rev: {revision}\n  hooks:\n"
        "  - id: planctl-validate\n    language: system\n"
        "  - id: planctl-validate-all\n    language: system\n    stages: [manual]\n",
        encoding="utf-8",
    )
    commit_all(folder, surroundings)
    prepared = run([sys.executable, "-m", "pre_commit", "install-hooks"], folder, surroundings)
    assert prepared.returncode == 0, prepared.stdout
