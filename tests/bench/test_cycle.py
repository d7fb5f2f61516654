"""The benchmark's repository with a past is what it says: closed meetings, a fifth changed each."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from planctl.review.validate import validate
from planctl.store import revisions
from planctl.store.repository import Repository
from tests.bench import corpus, cycle

PLANS = 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small cycle, which every test only reads."""
    made = tmp_path_factory.mktemp("cycle") / "r"
    cycle.write_cycle(made, PLANS)
    return made


def git(folder: Path, *arguments: str) -> list[str]:
    """The lines that git prints, asked in ``folder``."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_all_twenty_meetings_were_closed_with_planctl(folder: Path) -> None:
    closed = revisions.closed(Repository(folder).settings.meetings, revisions.tags(folder))
    assert [one.tag.name for one in closed] == cycle.KEYS
    assert (len(cycle.KEYS), cycle.KEYS[0], cycle.KEYS[-1]) == (20, "TSAG-2015-03", "TSAG-2024-09")
    assert revisions.doubts(closed) == {}
    assert closed[3].meeting.start == "2016-09-10"


def test_before_each_meeting_a_fifth_of_the_plans_changed(folder: Path) -> None:
    for at, (one, other) in enumerate(zip(cycle.KEYS, cycle.KEYS[1:], strict=False), 1):
        plan = f"plans/{corpus.plan_key(at % cycle.SHARE)}.yaml"
        assert git(folder, "diff", "--name-only", one, other) == [plan]


def test_the_plans_have_no_errors_and_nothing_is_left_to_commit(folder: Path) -> None:
    repository = Repository(folder)
    findings = validate(repository, repository.files())
    assert {finding.severity for finding in findings} == {"warning"}
    assert git(folder, "status", "-s") == []
