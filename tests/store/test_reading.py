"""All plans, read in two processes where they are many."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.errors import UnreadablePlan
from planctl.store import reading
from planctl.store.repository import Repository
from tests.histories import History, plan_text


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading, "WORTHWHILE", True)
    (tmp_path / "planctl.yaml").touch()
    (tmp_path / "plans").mkdir()
    for number in range(1, reading.MANY + 1):
        text = plan_text(number, {"1": "ongoing"})
        (tmp_path / f"plans/wtsa-{number}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_many_plans_are_what_they_are_one_by_one(root: Path) -> None:
    repository = Repository(root)
    assert reading.are_many(repository)
    assert reading.all_plans(repository) == [file.plan for file in repository.plan_files()]
    (root / "plans/wtsa-1.yaml").unlink()
    assert not reading.are_many(repository)
    assert [one.key for one in reading.all_plans(repository)][:2] == ["wtsa-2", "wtsa-3"]


@pytest.mark.parametrize("wrong", [["3"], ["40"], ["3", "40"]])
def test_the_first_that_cannot_be_read_stops_it(root: Path, wrong: list[str]) -> None:
    for number in wrong:
        (root / f"plans/wtsa-{number}.yaml").write_text("directives: [\n", encoding="utf-8")
    with pytest.raises(UnreadablePlan, match=rf"wtsa-{wrong[0]}\.yaml:2:1: error"):
        reading.all_plans(Repository(root))


def test_those_of_a_meeting_are_read_where_it_is_asked(root: Path) -> None:
    History(root, "").commit({})
    repository = Repository(root)
    before = reading.all_plans(repository)
    (root / "plans/wtsa-40.yaml").write_text("directives: [\n", encoding="utf-8")
    assert reading.all_plans(repository.at("HEAD")) == before
