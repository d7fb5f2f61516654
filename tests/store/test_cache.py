"""When a result of ``validate`` is kept, and when it is used again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from planctl.finding import Finding
from planctl.store import cache, results
from planctl.store.repository import Repository

HOUR = 3_600_000_000_000  # nanoseconds
PLAN = "lead: ITU-T SG5\n"
FINDING = Finding("plans/wtsa-72.yaml", 3, 1, "warning", "placeholder", "…", "wtsa-72/1")
KEPT = cache.Kept(["planctl.yaml", "plans/wtsa-72.yaml"], [FINDING])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one plan and a git directory, in which the user is."""
    root = tmp_path / "repo"
    (root / ".git").mkdir(parents=True)
    (root / "plans").mkdir()
    (root / "planctl.yaml").write_text("meetings: []\n", "utf-8")
    (root / "plans" / "wtsa-72.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(root)
    return root


def in_an_hour() -> int:
    """A time at which every file has rested."""
    return time.time_ns() + HOUR


def keep(root: Path, now: int, kept: cache.Kept = KEPT) -> None:
    cache.keep(Repository(root), results.take(root, "plans", now, results.FINDINGS), kept)


def test_what_is_kept_is_recalled(root: Path) -> None:
    assert cache.recall(Repository(root)) is None
    keep(root, in_an_hour())
    assert cache.recall(Repository(root)) == KEPT
    assert sorted(path.name for path in (root / ".git" / "planctl").iterdir()) == ["validate.json"]


def test_another_time_is_another_file(root: Path) -> None:
    keep(root, in_an_hour())
    path = root / "plans" / "wtsa-72.yaml"
    status = path.stat()
    path.write_text(PLAN.replace("5", "9"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
    assert path.stat().st_size == status.st_size
    assert cache.recall(Repository(root)) is None


def test_another_size_is_another_file(root: Path) -> None:
    keep(root, in_an_hour())
    path = root / "plans" / "wtsa-72.yaml"
    status = path.stat()
    path.write_text(f"{PLAN}#\n", "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert cache.recall(Repository(root)) is None


def changed_at(root: Path, moment: int) -> None:
    """Let the plan have been changed last at this time.

    The time of a change of state cannot be set: all times here are later than that.
    """
    os.utime(root / "plans" / "wtsa-72.yaml", ns=(moment, moment))


@pytest.mark.parametrize(("age", "kept"), [(50_000_000, False), (200_000_000, True)])
def test_a_file_that_was_changed_just_before_is_not_trusted(
    root: Path, age: int, kept: bool
) -> None:
    now = in_an_hour() // 1_000_000_000 * 1_000_000_000 + 900_000_000
    changed_at(root, now - age)
    keep(root, now)
    assert (cache.recall(Repository(root)) == KEPT) is kept


@pytest.mark.parametrize(("age", "kept"), [(1, False), (3, True)])
def test_where_only_seconds_are_counted_two_must_have_passed(
    root: Path, age: int, kept: bool
) -> None:
    now = in_an_hour() // 1_000_000_000 * 1_000_000_000
    changed_at(root, now - age * 1_000_000_000)
    keep(root, now)
    assert (cache.recall(Repository(root)) == KEPT) is kept


def test_resting_counts_from_the_look_at_the_files_not_from_the_end(root: Path) -> None:
    """A file changed in the tick of the look may have been changed after it, unseen."""
    now = in_an_hour() // 1_000_000_000 * 1_000_000_000 + 500_000_000
    changed_at(root, now - 1_000_000)
    taken = results.take(root, "plans", now, results.FINDINGS)
    cache.keep(Repository(root), taken, KEPT)  # however late this is
    assert cache.recall(Repository(root)) is None
    cache.keep(Repository(root), taken._replace(now=now + 1_000_000_000), KEPT)
    assert cache.recall(Repository(root)) == KEPT


def test_messages_seen_from_another_folder_are_others(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(root, in_an_hour())
    monkeypatch.chdir(root / "plans")
    assert cache.recall(Repository(root)) is None
    monkeypatch.chdir(root)
    assert cache.recall(Repository(root)) == KEPT


def test_a_plan_that_came_or_went_counts(root: Path) -> None:
    keep(root, in_an_hour())
    path = root / "plans" / "wtsa-73.yml"
    path.write_text(PLAN, "utf-8")
    assert cache.recall(Repository(root)) is None
    path.unlink()
    assert cache.recall(Repository(root)) == KEPT
    (root / "plans" / "wtsa-72.yaml").unlink()
    assert cache.recall(Repository(root)) is None


def test_settings_that_changed_count(root: Path) -> None:
    keep(root, in_an_hour())
    (root / "planctl.yaml").write_text("rules: {placeholder: we know}\n", "utf-8")
    assert cache.recall(Repository(root)) is None
    (root / "planctl.yaml").unlink()
    assert cache.recall(Repository(root)) is None


IMPORTED = """
import sys
import planctl.review.inspection, planctl.review.calendar, planctl.change.fields
for name, module in sys.modules.items():
    if name.startswith("planctl"):
        print(module.__file__)
"""


def test_every_module_that_a_check_needs_counts(root: Path) -> None:
    package = Path(cache.__file__).parent.parent
    counted = {
        Path(file).relative_to(package).as_posix()
        for file in results.take(root, "plans", 0, results.FINDINGS).stamps
        if Path(file).is_relative_to(package) and file.endswith(".py")
    }
    needed = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    assert {Path(file).relative_to(package).as_posix() for file in needed} <= counted
    assert {"finding.py", "patterns.py", "plan/prose.py", "store/yaml/events.py"} <= counted
    assert not any(name.startswith(("cli/", "publish/")) for name in counted)


def test_the_schemas_count(root: Path) -> None:
    names = {Path(file).name for file in results.take(root, "plans", 0, results.FINDINGS).stamps}
    assert {"plan.schema.json", "planctl.schema.json"} <= names


FINDINGS: list[Any] = [
    [[1]],
    [1],
    {"a": 1},
    None,
    [[*FINDING, "more"]],
    [["a.yaml", "3", 1, "warning", "placeholder", "…", ""]],
    [["a.yaml", 3, 1, "hint", "placeholder", "…", ""]],
]


@pytest.mark.parametrize("findings", FINDINGS)
def test_a_result_of_another_form_is_ignored(root: Path, findings: Any) -> None:
    keep(root, in_an_hour())
    file = root / ".git" / "planctl" / "validate.json"
    content = json.loads(file.read_bytes())
    file.write_text(json.dumps({**content, "result": {"files": [], "findings": findings}}), "utf-8")
    assert cache.recall(Repository(root)) is None


@pytest.mark.parametrize(
    "raw",
    [
        *(b"", b"{", b"[]", b"7", b"null", b"{}", b'{"view": "."}', b"\xff\xfe"),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
def test_a_file_of_another_form_is_ignored(root: Path, raw: bytes) -> None:
    folder = root / ".git" / "planctl"
    folder.mkdir()
    (folder / "validate.json").write_bytes(raw)
    assert cache.recall(Repository(root)) is None


def test_without_git_nothing_is_kept(root: Path) -> None:
    shutil.rmtree(root / ".git")
    if Repository(root).private_folder() is not None:
        pytest.skip("the temporary folder is itself in git")
    keep(root, in_an_hour())
    assert cache.recall(Repository(root)) is None


def test_where_nothing_can_be_written_nothing_is_kept(root: Path) -> None:
    (root / ".git" / "planctl").write_text("in the way", "utf-8")
    keep(root, in_an_hour())
    assert cache.recall(Repository(root)) is None
