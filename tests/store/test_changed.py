"""Which plans differ between a revision and another one, or the folder as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planctl.errors import UnreadablePlan
from planctl.store.changed import changed
from planctl.store.repository import Repository
from tests.histories import CALENDAR, History, git, plan_text

ONE = plan_text(1, {"1": "ongoing", "2": "ongoing"})
OTHER = plan_text(1, {"1": "ongoing", "2": "completed"})


def differing(root: Path, was: str, now: str = "") -> tuple[list[str], list[str], list[str]]:
    """The keys of the plans that differ, as they were and are, and those of all."""
    repository = Repository(root)
    found = changed(repository.at(was), repository.at(now) if now else repository)
    was_keys, now_keys = ([plan.key for plan in side] for side in (found.was, found.now))
    return was_keys, now_keys, found.keys


@pytest.mark.parametrize("now", ["", "HEAD"])
def test_what_differs_is_in_the_order_of_the_plans(tmp_path: Path, now: str) -> None:
    history = History(tmp_path)
    texts = {f"plans/wtsa-{n}.yaml": plan_text(n, {"1": "ongoing"}) for n in (2, 9, 10, 11)}
    history.commit(texts)
    done = {name: text.replace("ongoing", "completed") for name, text in texts.items()}
    done.pop("plans/wtsa-11.yaml")
    history.commit({**done, "plans/wtsa-2.yaml": None, "plans/wtsa-100.yaml": ONE})
    assert differing(tmp_path, "HEAD~1", now) == (
        ["wtsa-2", "wtsa-9", "wtsa-10"],
        ["wtsa-9", "wtsa-10", "wtsa-100"],
        ["wtsa-2", "wtsa-9", "wtsa-10", "wtsa-11", "wtsa-100"],
    )


def test_activities_that_are_the_same_are_not_read(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit({"plans/wtsa-1.yaml": ONE})
    repository = Repository(tmp_path)
    new_directive = OTHER.replace("Resolves (2)", "Resolves (3)")
    for text, whole, ids, reported, unread in (
        (OTHER, False, ["2"], [False], 1),
        (OTHER, True, ["1", "2"], [True, True], 0),
        (new_directive, False, ["1", "2"], [False, True], 0),
    ):
        history.write({"plans/wtsa-1.yaml": text})
        found = changed(repository.at("HEAD"), repository, whole=whole)
        for [plan] in (found.was, found.now):
            activities = [activity for _, activity in plan.activities()]
            assert [activity.id for activity in activities] == ids
            assert [bool(activity.report) for activity in activities] == reported
        assert found.unread == {"wtsa-1": unread}


@pytest.mark.parametrize("now", ["", "HEAD"])
def test_many_plans_are_read_as_few_are(tmp_path: Path, now: str) -> None:
    history = History(tmp_path)
    texts = {
        f"plans/wtsa-{n}.yaml": plan_text(n, {"1": "ongoing", "2": "ongoing"}) for n in range(1, 61)
    }
    history.commit({**texts, "plans/pp-1.yaml": ONE})
    done = {name: text.replace("ongoing", "completed", 1) for name, text in texts.items()}
    history.commit({**done, "plans/wtsa-60.yaml": None, "plans/wtsa-61.yaml": ONE})
    repository = Repository(tmp_path)
    was, later = repository.at("HEAD~1"), repository.at(now) if now else repository
    found = changed(was, later)
    assert found.keys == ["pp-1", *(f"wtsa-{n}" for n in range(1, 62))]
    few = [changed(was, later, {key}) for key in found.keys]
    assert found.was == [plan for one in few for plan in one.was]
    assert found.now == [plan for one in few for plan in one.now]
    assert (len(found.was), len(found.now)) == (60, 60)
    history.commit({"plans/wtsa-50.yaml": "directives: [\n"})
    with pytest.raises(UnreadablePlan, match=r"wtsa-50\.yaml:\d+:\d+: error"):
        changed(was, Repository(tmp_path))


def test_however_it_came_to_be_in_the_folder(tmp_path: Path) -> None:
    history = History(tmp_path)
    names = [f"plans/wtsa-{number}.yaml" for number in range(1, 8)]
    history.commit(dict.fromkeys(names, ONE))
    history.write(dict.fromkeys(names[:4], OTHER))
    history.git("add", names[1])
    history.git("rm", "--quiet", "--cached", names[2], names[4])
    history.write({names[3]: ONE, "plans/old/wtsa-7.yaml": OTHER})
    os.utime(tmp_path / names[5], (1, 1))
    history.write({"plans/wtsa-8.yaml": ONE})
    assert differing(tmp_path, "HEAD")[1] == ["wtsa-1", "wtsa-2", "wtsa-3", "wtsa-8"]


def test_what_git_was_told_to_overlook(tmp_path: Path) -> None:
    history = History(tmp_path)
    names = [f"plans/wtsa-{number}.yaml" for number in range(1, 5)]
    history.commit(dict.fromkeys(names, ONE))
    history.git("update-index", "--assume-unchanged", *names[:2])
    history.git("update-index", "--skip-worktree", *names[1:3])
    history.write(dict.fromkeys(names[:3], OTHER))
    assert history.git("status", "--porcelain") == ""
    assert differing(tmp_path, "HEAD")[1] == ["wtsa-1", "wtsa-2", "wtsa-3"]


@pytest.mark.parametrize("plans", ["plans", "./plans", "x/../plans", "../plans", ".", "a [b] ñ"])
def test_a_folder_of_plans_given_in_any_way(tmp_path: Path, plans: str) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    history = History(tmp_path / "a root", f"plans: {plans}\n")
    (history.root / "x").mkdir()
    folder = history.root / plans
    folder.mkdir(exist_ok=True)
    for name in ("wtsa-1.yaml", "wtsa-2.yaml"):
        (folder / name).write_text(ONE, encoding="utf-8", newline="")
    if plans == ".":
        (folder / "planctl.yaml").rename(folder.parent / "planctl.yaml")
        history = History(tmp_path, "plans: a root\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=Plans")
    (folder / "wtsa-2.yaml").write_text(OTHER, encoding="utf-8", newline="")
    keys = ["wtsa-1", "wtsa-2"]
    assert differing(history.root, "HEAD") == (["wtsa-2"], ["wtsa-2"], keys)


def test_line_breaks_that_git_changes(tmp_path: Path) -> None:
    history = History(tmp_path, CALENDAR.replace("\n", "\r\n"))
    history.git("config", "core.autocrlf", "true")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("\n", "\r\n")})
    assert differing(tmp_path, "HEAD") == ([], [], ["wtsa-1"])


@pytest.mark.parametrize("now", ["", "HEAD"])
def test_a_plan_that_cannot_be_read(tmp_path: Path, now: str) -> None:
    history = History(tmp_path)
    history.commit({"plans/wtsa-1.yaml": ONE})
    history.commit({"plans/wtsa-1.yaml": ONE.replace("status: ongoing", "status: no", 1)})
    with pytest.raises(UnreadablePlan) as caught:
        differing(tmp_path, "HEAD~1", now)
    [finding] = caught.value.findings
    assert finding.file.endswith("plans/wtsa-1.yaml")
    assert finding.line == 13
