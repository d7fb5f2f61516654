"""A plan repository: its plans found by name, changed together, and its private folder in git."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from planctl.errors import EditFault, PlanctlError, UnreadablePlan, UsageFault
from planctl.store.planfile import PlanFile
from planctl.store.repository import Repository, discover

PLAN = """\
resolution: {{assembly: WTSA, number: {number}, edition: "Geneva, 2000", title: It}}
lead: SG5
as_of: 2020-10
directives: []
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the plans wtsa-1 and wtsa-2, seen from its own folder."""
    root = tmp_path / "repo"
    (root / "plans").mkdir(parents=True)
    (root / "planctl.yaml").write_text("", encoding="utf-8")
    for number in (1, 2):
        plan = root / "plans" / f"wtsa-{number}.yaml"
        plan.write_text(PLAN.format(number=number), encoding="utf-8", newline="")
    monkeypatch.chdir(root)
    return Repository(root)


def git(folder: Path, *args: str) -> None:
    person = ("-c", "user.name=A Secretary", "-c", "user.email=secretary@example.org")
    allowed = ("-c", "protocol.file.allow=always")
    subprocess.run(["git", *person, *allowed, *args], cwd=folder, check=True, capture_output=True)


def contents(repository: Repository) -> list[bytes]:
    return [path.read_bytes() for path in repository.files()]


def led_by(text: str, lead: str) -> str:
    return text.replace("lead: SG5", f"lead: {lead}")


def test_several_plans_are_changed_together(repository: Repository) -> None:
    files = list(repository.plan_files())
    repository.change_all([(file, led_by(file.text.text, "SG2")) for file in files])
    assert [file.data["lead"] for file in repository.plan_files()] == ["SG2", "SG2"]


def test_a_text_that_is_as_it_was_is_not_written(repository: Repository) -> None:
    file = repository.read(repository.path_of("1"))
    before = file.path.stat()
    repository.change(file, lambda text: text)
    assert file.path.stat() == before


def test_none_is_changed_where_one_has_become_another(repository: Repository) -> None:
    one, other = repository.plan_files()
    other.path.write_bytes(other.text.encode() + b"notes: New\n")
    before = contents(repository)
    changes = [(one, led_by(one.text.text, "SG2")), (other, other.text.text)]
    with pytest.raises(EditFault, match=r"plans/wtsa-2.yaml was changed by somebody else"):
        repository.change_all(changes)
    assert contents(repository) == before


@pytest.mark.parametrize("text", ["lead: [", "lead: SG5\n"])
def test_none_is_changed_where_a_result_is_no_plan(repository: Repository, text: str) -> None:
    one, other = repository.plan_files()
    before = contents(repository)
    with pytest.raises(UnreadablePlan, match=r"plans/wtsa-2.yaml"):
        repository.change_all([(one, led_by(one.text.text, "SG2")), (other, text)])
    assert contents(repository) == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are other ones on Windows")
def test_none_is_changed_where_one_is_read_only(repository: Repository) -> None:
    files = list(repository.plan_files())
    files[1].path.chmod(0o444)
    before = contents(repository)
    with pytest.raises(PlanctlError, match=r"wtsa-2.yaml is read-only"):
        repository.change_all([(file, led_by(file.text.text, "SG2")) for file in files])
    assert contents(repository) == before


def new_file(repository: Repository) -> PlanFile:
    """A plan that is not there yet."""
    file = repository.read(repository.path_of("1"))
    return file._replace(path=repository.folder / "wtsa-3.yaml", shown="plans/wtsa-3.yaml")


def test_a_new_file_is_made_with_the_changes(repository: Repository) -> None:
    file = repository.read(repository.path_of("1"))
    new = new_file(repository)
    repository.change_all([(file, led_by(file.text.text, "SG2"))], [new])
    assert new.path.read_bytes() == new.text.encode()
    assert repository.read(file.path).data["lead"] == "SG2"


def test_no_file_is_made_where_there_is_one(repository: Repository) -> None:
    new = new_file(repository)._replace(path=repository.folder / "wtsa-2.yaml")
    before = contents(repository)
    with pytest.raises(EditFault, match=r"was made by somebody else in the meantime"):
        repository.change_all([], [new])
    assert contents(repository) == before


def test_two_files_for_one_plan_are_refused(repository: Repository) -> None:
    shutil.copyfile(repository.folder / "wtsa-1.yaml", repository.folder / "wtsa-1.yml")
    for name in ("1", "wtsa-1", "WTSA Resolution 1"):
        with pytest.raises(UsageFault) as caught:
            repository.path_of(name)
        assert str(caught.value) == (
            "plans/wtsa-1.yaml and plans/wtsa-1.yml are two files for one plan; keep one of them,"
            " and rename or delete the other"
        )
    assert repository.path_of("2").name == "wtsa-2.yaml"


def test_two_files_for_one_plan_are_refused_for_an_item_too(repository: Repository) -> None:
    item = '[{id: "1", text: A, references: B, activities: []}]'
    text = PLAN.format(number=1).replace("directives: []", f"directives: {item}")
    (repository.folder / "wtsa-1.yml").write_text(text, encoding="utf-8", newline="")
    with pytest.raises(UsageFault, match="are two files for one plan"):
        repository.find("/1")


def test_a_yml_file_alone_is_fine(repository: Repository) -> None:
    (repository.folder / "wtsa-1.yaml").rename(repository.folder / "wtsa-1.yml")
    assert repository.path_of("1").name == "wtsa-1.yml"


def test_private_folder_in_git(repository: Repository) -> None:
    assert repository.private_folder() is None
    git(repository.root, "init", "--quiet")
    assert repository.private_folder() == repository.root / ".git" / "planctl"
    assert Repository(repository.root / "plans").private_folder() == repository.private_folder()


def test_each_worktree_has_a_private_folder(repository: Repository, tmp_path: Path) -> None:
    git(repository.root, "init", "--quiet")
    git(repository.root, "add", "--all")
    git(repository.root, "commit", "--quiet", "--message=Plans")
    git(repository.root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    tree = Repository(tmp_path / "tree")
    wanted = repository.root / ".git" / "worktrees" / "tree" / "planctl"
    assert tree.private_folder() == wanted
    tree.change(tree.read(tree.path_of("1")), lambda text: led_by(text, "SG2"))
    assert (wanted / "lock").exists()
    assert not (repository.root / ".git" / "planctl").exists()


def test_a_submodule_has_a_private_folder(repository: Repository, tmp_path: Path) -> None:
    git(repository.root, "init", "--quiet")
    git(repository.root, "add", "--all")
    git(repository.root, "commit", "--quiet", "--message=Plans")
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "add", "--quiet", str(repository.root), "plans")
    inner = Repository(outer / "plans")
    wanted = outer / ".git" / "modules" / "plans" / "planctl"
    assert inner.private_folder() == wanted
    with inner.locked():
        assert (wanted / "lock").exists()


@pytest.mark.parametrize("content", ["gitdir: missing\n", "gitdir: /missing/it\n", "rubbish\n", ""])
def test_a_git_file_that_leads_nowhere(repository: Repository, content: str) -> None:
    (repository.root / ".git").write_text(content, encoding="utf-8")
    assert repository.private_folder() is None
    repository.change(repository.read(repository.path_of("1")), lambda text: led_by(text, "SG2"))
    assert re.search("^lead: SG2$", (repository.folder / "wtsa-1.yaml").read_text("utf-8"), re.M)


def test_a_folder_of_plans_that_is_missing(repository: Repository) -> None:
    (repository.root / "planctl.yaml").write_text("plans: a/plans\n", encoding="utf-8")
    actions = (repository.files, lambda: list(repository.plan_files()))
    for action in actions:
        with pytest.raises(UsageFault) as caught:
            action()
        assert str(caught.value) == (
            f"there is no folder a/plans in {repository.root}: make it, or name the right one as"
            " `plans:` in planctl.yaml"
        )
    (repository.root / "a" / "plans").mkdir(parents=True)
    assert repository.files() == []


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone_is_left_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(UsageFault, match="the folder that you are in is no longer there; go to"):
        discover(Path())
