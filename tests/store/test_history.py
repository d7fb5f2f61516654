"""The IDs that a plan file has had, from real git repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from planctl.errors import PlanctlError
from planctl.store.history import UnknownHistory, ids_ever_used


def git(folder: Path, *args: str) -> None:
    person = ("-c", "user.name=A Secretary", "-c", "user.email=secretary@example.org")
    subprocess.run(["git", *person, *args], cwd=folder, check=True, capture_output=True)


def commit(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    git(path.parent, "add", "--all")
    git(path.parent, "commit", "--quiet", "--message=A change")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan file, not there yet, in a new git repository."""
    folder = tmp_path / "a [repository]"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder / "wtsa-72.yaml"


def test_ids_that_are_gone_are_remembered(plan: Path) -> None:
    commit(
        plan, 'directives:\n  - id: "1"\n    activities:\n      - id: "1.1"\n      - id: "1.2"\n'
    )
    commit(plan, 'directives:\n  - id: "1"\n    activities: []\n')
    commit(plan, 'directives:\n  - id: "2"\n    activities: []\n')
    assert ids_ever_used(plan) == {"1", "1.1", "1.2", "2"}


def test_every_way_to_write_an_id(plan: Path) -> None:
    commit(
        plan,
        "- id: 1\r\n- 'id': '2.1'\r\n- - id : \"3bis\"\r\n"
        '- {id: "4", activities: [{"id": "4.1"}, { id: 4.2 }]}\r\n'
        "-\tid: 5\r\n- text: the id is 6\r\n- paid: 7\r\n",
    )
    assert ids_ever_used(plan) == {"1", "2.1", "3bis", "4", "4.1", "4.2", "5"}


def test_a_side_branch_that_was_merged_counts(plan: Path) -> None:
    commit(plan, 'id: "1"\n')
    git(plan.parent, "switch", "--quiet", "--create=side")
    commit(plan, 'id: "2"\n')
    commit(plan, 'id: "1"\n')
    git(plan.parent, "switch", "--quiet", "main")
    commit(plan.with_name("other.yaml"), 'id: "9"\n')
    git(plan.parent, "merge", "--quiet", "--no-edit", "side")
    assert ids_ever_used(plan) == {"1", "2"}


def test_settings_of_a_person_do_not_matter(plan: Path) -> None:
    commit(plan, 'id: "1"\n')
    plan.with_name(".gitattributes").write_text("*.yaml -diff\n", encoding="utf-8")
    for setting in ("color.ui=always", "diff.external=false", "log.showSignature=true"):
        name, _, value = setting.partition("=")
        git(plan.parent, "config", name, value)
    assert ids_ever_used(plan) == {"1"}


def test_what_a_hook_exports_does_not_matter(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(plan, 'id: "1"\n')
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert ids_ever_used(plan) == {"1"}
    assert not (tmp_path / "index").exists()


def test_a_link_to_a_plan_elsewhere(plan: Path, tmp_path: Path) -> None:
    commit(plan, 'id: "1"\n')
    link = tmp_path / "link.yaml"
    try:
        link.symlink_to(plan)
    except OSError:
        pytest.skip("this system does not let this user make links")
    assert ids_ever_used(link) == {"1"}


def test_before_the_first_commit(plan: Path) -> None:
    plan.write_text('id: "1"\n', encoding="utf-8")
    assert ids_ever_used(plan) == set()


def test_a_file_that_git_does_not_know(plan: Path) -> None:
    commit(plan, 'id: "1"\n')
    assert ids_ever_used(plan.with_name("wtsa-73.yaml")) == set()


def test_outside_a_repository_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ids_ever_used(tmp_path / "wtsa-72.yaml") == set()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ids_ever_used(tmp_path / "wtsa-72.yaml") == set()


def test_a_repository_without_git_gives_no_answer(
    tmp_path: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(plan, 'id: "1"\n')
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnknownHistory, match=r"git is not to be found .* or give --id$"):
        ids_ever_used(plan)


@pytest.mark.parametrize("worktree", [False, True])
def test_a_history_that_is_cut_off_gives_no_answer(
    plan: Path, tmp_path: Path, worktree: bool
) -> None:
    commit(plan, 'id: "2"\n')
    commit(plan, 'id: "1"\n')
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", plan.parent.as_uri(), str(clone))
    if worktree:
        git(clone, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    place = (tmp_path / "tree" if worktree else clone) / plan.name
    with pytest.raises(UnknownHistory, match=r"cut off, .*\(git fetch --unshallow\), or give --id"):
        ids_ever_used(place)
    git(clone, "fetch", "--quiet", "--unshallow")
    assert ids_ever_used(place) == {"1", "2"}


@pytest.mark.parametrize("around", [False, True])
def test_a_repository_that_git_does_not_recognise_gives_no_answer(
    plan: Path, tmp_path: Path, around: bool
) -> None:
    commit(plan, 'id: "1"\n')
    if around:
        git(tmp_path, "init", "--quiet")
        git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=Around it")
    (plan.parent / ".git" / "HEAD").write_text("junk\n", encoding="utf-8")
    with pytest.raises(UnknownHistory, match="not a git repository"):
        ids_ever_used(plan)


@pytest.mark.parametrize("committed", ["no", "added", "yes"])
@pytest.mark.parametrize("edited", [False, True])
def test_a_folder_of_plans_that_was_renamed(plan: Path, committed: str, edited: bool) -> None:
    folder = plan.parent / "plans"
    folder.mkdir()
    text = 'id: "{}"\nfiller: one two three four five six seven eight nine ten\n'
    for number in (1, 2):
        for other in (72, 73):
            commit(folder / f"wtsa-{other}.yaml", text.format(f"{other}.{number}"))
    renamed = folder.with_name("aplans") / "wtsa-72.yaml"
    if committed == "no":
        folder.rename(renamed.parent)
    else:
        git(plan.parent, "mv", "plans", "aplans")
    if edited:
        renamed.write_text(text.format("72.5"), encoding="utf-8", newline="")
    if committed == "yes":
        git(plan.parent, "commit", "--quiet", "--all", "--message=Another folder")
    assert {"72.1", "72.2"} <= ids_ever_used(renamed) <= {"72.1", "72.2", "72.5"}


def test_an_id_on_the_line_after_its_key(plan: Path) -> None:
    commit(plan, '- id:\n    "1"\n- id:  # a comment\n    2.1\n')
    commit(plan, '- id:\r\n    "3"\r\n- id:  # a comment\r\n    2.2\r\n')
    commit(plan, '- id:\r\n    "4"\r\n- id:  # a comment\r\n    2.2\r\n')
    commit(plan, '- {id:\n    "5"}\n')
    assert ids_ever_used(plan) == {"1", "2.1", "2.2", "3", "4", "5"}


def test_a_damaged_repository_gives_no_half_answer(plan: Path) -> None:
    commit(plan, 'id: "1"\n')
    (plan.parent / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (plan.parent / ".git" / "refs" / "heads" / "main").write_text(
        "0" * 39 + "1\n", encoding="utf-8"
    )
    with pytest.raises(PlanctlError, match=r"git cannot say which IDs wtsa-72\.yaml has had"):
        ids_ever_used(plan)


def test_the_ids_that_the_file_had_under_another_name(plan: Path) -> None:
    commit(plan, 'id: "1"\nfiller: one two three four five six seven\n')
    git(plan.parent, "switch", "--quiet", "--create=side")
    commit(plan, 'id: "2"\nfiller: one two three four five six seven\n')
    commit(plan, 'id: "1"\nfiller: one two three four five six seven\n')
    git(plan.parent, "switch", "--quiet", "main")
    (plan.parent / "plans of WTSA – 2").mkdir()
    renamed = plan.parent / "plans of WTSA – 2" / "wtsa-73 [1].yaml"
    git(plan.parent, "mv", plan.name, str(renamed))
    commit(renamed, 'id: "1"\nfiller: one two three four five six seven\n')
    git(plan.parent, "merge", "--quiet", "--no-edit", "side")
    commit(renamed, 'id: "3"\nfiller: one two three four five six seven\n')
    assert ids_ever_used(renamed) == {"1", "2", "3"}
    git(plan.parent, "config", "diff.relative", "true")
    assert ids_ever_used(renamed) == {"1", "2", "3"}


def test_a_file_renamed_on_a_side_branch(plan: Path) -> None:
    text = "filler: one two three four five six seven\n"
    commit(plan, text + 'id: "1"\n')
    git(plan.parent, "switch", "--quiet", "--create=side")
    renamed = plan.with_name("wtsa-73.yaml")
    git(plan.parent, "mv", plan.name, renamed.name)
    commit(renamed, text + 'id: "1"\n')
    commit(renamed, text + 'id: "2"\n')
    commit(renamed, text + 'id: "1"\n')
    git(plan.parent, "switch", "--quiet", "main")
    commit(plan, text + 'id: "5"\n')
    commit(plan, text + 'id: "1"\n')
    git(plan.parent, "merge", "--quiet", "--no-edit", "side")
    assert ids_ever_used(renamed) == {"1", "2", "5"}


def test_a_copy_does_not_inherit_what_the_original_had(plan: Path) -> None:
    commit(plan, 'id: "1"\nfiller: one two three four five six seven\n')
    commit(plan, 'id: "2"\nfiller: one two three four five six seven\n')
    copy = plan.with_name("wtsa-73.yaml")
    commit(copy, 'id: "2"\nfiller: one two three four five six seven\n')
    commit(plan, 'id: "4"\nfiller: one two three four five six seven\n')
    assert ids_ever_used(copy) == {"2"}


@pytest.mark.skipif(os.name == "nt", reason="the program is a script")
def test_a_program_named_git_beside_the_plans_is_not_run(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(plan, 'id: "1"\n')
    fake = plan.with_name("git")
    fake.write_text("#!/bin/sh\ntouch was-run\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.chdir(plan.parent)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert ids_ever_used(plan) == {"1"}
    assert not plan.with_name("was-run").exists()
