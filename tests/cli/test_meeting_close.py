"""``planctl meeting close``: the tag, what it says, what stands in its way, and what it touches."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run
from tests.histories import CALENDAR, History, git, plan_text

ONE = plan_text(1, {"1": "ongoing", "2": "ongoing"})
TWO = plan_text(2, {"1": "not-started"})
OPEN_BEFORE = "Before it in the calendar, and not closed: TSAG-2020-02.\n"
FROZEN = (
    "what is frozen is what was committed. Commit this first (`git add`, `git commit`), or put it"
    " aside\n"
)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the plan repository is; it is 1 October 2020."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_DATE", "2020-10-01T12:00:00+00:00")
    return tmp_path / "repo"


@pytest.fixture
def history(repo: Path) -> History:
    """A plan repository with two plans, committed."""
    history = History(repo)
    history.commit({"plans/wtsa-1.yaml": ONE, "plans/wtsa-2.yaml": TWO})
    return history


def head(history: History) -> str:
    return history.git("rev-parse", "HEAD")


def git_folder(folder: Path) -> dict[str, bytes]:
    """Every file of a git directory but tags and objects."""
    files = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    spared = ("refs/tags/", "objects/")
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith(spared)}


def tag_names(history: History) -> list[str]:
    return history.git("tag", "--list").split()


def test_a_meeting_is_closed(run: Run, history: History) -> None:
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    commit = head(history)
    assert result == Result(
        0,
        "TSAG-2020-02: 10–14 February 2020\n"
        f"    The commit {commit[:10]} on the branch main.\n"
        "    2 plans, 3 activities: 1 not-started, 2 ongoing.\n",
        "Closed TSAG-2020-02. `git push origin TSAG-2020-02` publishes it.\n",
    )
    assert history.git("cat-file", "-p", "TSAG-2020-02") == (
        f"object {commit}\n"
        "type commit\n"
        "tag TSAG-2020-02\n"
        "tagger A Secretary <secretary@example.org> 1601553600 +0000\n"
        "\n"
        "TSAG-2020-02: 10–14 February 2020\n"
        "\n"
        "2 plans, 3 activities: 1 not-started, 2 ongoing.\n"
        "\n"
        "Closed with planctl."
    )
    assert run("meeting", "list").out.startswith(
        "TSAG-2020-02\t10–14 February 2020\t\tclosed 1 October 2020\n"
    )


def test_what_changed_since_the_meeting_before(run: Run, repo: Path) -> None:
    named = "start: 2020-09-21\n    name: '#5:  TSAG, fifth\n      meeting'"
    history = History(repo, CALENDAR.replace("start: 2020-09-21", named))
    first = history.commit({"plans/wtsa-1.yaml": ONE, "plans/wtsa-2.yaml": TWO})
    history.close("TSAG-2020-02", day="2020-02-20")
    changed = ONE.replace("status: ongoing", "status: completed", 1)
    new = plan_text(3, {"1": "ongoing"})
    commit = history.commit({"plans/wtsa-1.yaml": changed, "plans/wtsa-3.yaml": new})
    result = run("meeting", "close", "tsag-2020-09", "--yes")
    said = (
        "3 plans, 4 activities: 1 not-started, 2 ongoing, 1 completed.",
        "Resolution 1: 1 activity completed, 1 unchanged since TSAG-2020-02.",
        "Resolution 3: new plan with 1 activity since TSAG-2020-02.",
        "1 plan unchanged since TSAG-2020-02.",
    )
    assert result.code == 0
    assert result.out == (
        "TSAG-2020-09: #5: TSAG, fifth meeting, 21–25 September 2020\n"
        f"    The commit {commit[:10]} on the branch main.\n"
        + "".join(f"    {line}\n" for line in said)
    )
    assert history.git("tag", "--list", "--format=%(contents)", "TSAG-2020-09") == (
        "TSAG-2020-09: #5: TSAG, fifth meeting, 21–25 September 2020\n"
        "\n"
        f"{said[0]}\n\n{said[1]}\n{said[2]}\n{said[3]}\n"
        "\n"
        f"Since: TSAG-2020-02 {first}\n"
        "Closed with planctl."
    )
    shown = run("meeting", "show", "TSAG-2020-09").out
    assert f"    {said[0]}\n\n    {said[1]}\n" in shown
    assert run("meeting", "list").err == "3 meetings, 2 closed.\n"


def test_a_plan_that_is_gone(run: Run, history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.commit({"plans/wtsa-2.yaml": None})
    out = run("meeting", "close", "TSAG-2020-09", "--yes").out.splitlines()
    assert out[2:] == [
        "    1 plan, 2 activities: 2 ongoing.",
        "    Resolution 2: plan with 1 activity removed since TSAG-2020-02.",
        "    1 plan unchanged since TSAG-2020-02.",
    ]


def test_a_plan_that_could_not_be_read_at_the_meeting_before(run: Run, history: History) -> None:
    history.commit({"plans/wtsa-1.yaml": "lead: [\n"})
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.commit({"plans/wtsa-1.yaml": ONE})
    result = run("meeting", "close", "TSAG-2020-09", "--dry-run")
    assert result.code == 0
    assert result.out.splitlines()[3:] == [
        "    What changed since TSAG-2020-02 is not known:",
        "    TSAG-2020-02:plans/wtsa-1.yaml:2:1: error[syntax]: a value is missing here.",
    ]


def test_nothing_but_tags_and_objects_is_touched(run: Run, history: History) -> None:
    history.git("config", "core.fsmonitor", "true")
    plan = history.root / "plans" / "wtsa-1.yaml"
    os.utime(plan, (1, 1))  # git would note in the index that it looked at it again
    (history.root / "notes.txt").write_text("Not of the plans", encoding="utf-8")
    before = git_folder(history.root / ".git")
    files = {path: path.stat() for path in history.root.iterdir()}
    status = history.git("--no-optional-locks", "-c", "core.fsmonitor=false", "status", "-s")
    assert run("meeting", "close", "TSAG-2020-02", "--dry-run").code == 0
    assert tag_names(history) == []
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0
    assert tag_names(history) == ["TSAG-2020-02"]
    assert git_folder(history.root / ".git") == before
    after = history.git("--no-optional-locks", "-c", "core.fsmonitor=false", "status", "-s")
    assert after == status
    assert {path: path.stat().st_mtime_ns for path in history.root.iterdir()} == {
        path: stat.st_mtime_ns for path, stat in files.items()
    }


def test_dry_run_shows_all_and_makes_no_tag(run: Run, history: History) -> None:
    result = run("meeting", "close", "TSAG-2020-09", "--dry-run", "--format", "json")
    assert (result.code, result.err) == (0, f"{OPEN_BEFORE}Nothing was written.\n")
    assert json.loads(result.out) == {
        "planctl": "meeting close",
        "version": 1,
        "meeting": "TSAG-2020-09",
        "commit": head(history),
        "branch": "main",
        "since": None,
        "summary": ["2 plans, 3 activities: 1 not-started, 2 ongoing."],
        "closed": False,
    }
    assert tag_names(history) == []


def test_without_a_yes_no_tag_is_made(run: Run, history: History) -> None:
    result = run("meeting", "close", "TSAG-2020-02")
    assert result.code == 2
    assert result.err == (
        "planctl: TSAG-2020-02 was not closed; give --yes to close it, --dry-run to only look\n"
    )
    assert tag_names(history) == []


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_a_person_is_asked(run: Run, history: History, answer: str, code: int) -> None:
    result = run("meeting", "close", "TSAG-2020-02", typed=answer)
    assert result.code == code
    assert "Close TSAG-2020-02? [y/N]" in result.err
    assert len(tag_names(history)) == 1 - code
    assert code == 0 or result.err.endswith("Nothing was written.\n")


def test_a_tag_is_never_moved(run: Run, history: History) -> None:
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0
    commit = head(history)
    history.commit({"plans/wtsa-2.yaml": None})
    for words in (("--yes",), ("--dry-run",), ()):
        result = run("meeting", "close", "TSAG-2020-02", *words)
        assert (result.code, result.out) == (1, "")
        assert result.err == (
            f"planctl: TSAG-2020-02 was closed on 1 October 2020, at the commit {commit[:10]}, and"
            " a tag is never moved. What is mended after a meeting belongs to the next one\n"
        )
    assert history.git("rev-parse", "TSAG-2020-02^{commit}") == commit


@pytest.mark.parametrize("name", ["TSAG-2020-02", "tsag-2020-02"])
@pytest.mark.parametrize("annotated", [False, True])
def test_a_tag_that_somebody_else_made(
    run: Run, history: History, name: str, annotated: bool
) -> None:
    words = ("--annotate", "--message=Mine") if annotated else ()
    history.git("tag", *words, name, day="2020-03-01")
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    when = " on 1 March 2020" if annotated else ""
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"planctl: there is a tag {name} already, made{when} without planctl, at the commit"
        f" {head(history)[:10]}. If it is not meant to freeze the meeting, `git tag -d {name}`"
        " takes it away\n"
    )
    assert tag_names(history) == [name]


def test_a_tag_of_something_that_is_no_commit(run: Run, history: History) -> None:
    history.git("tag", "TSAG-2020-02", "HEAD:planctl.yaml")
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert result.code == 1
    assert result.err == (
        "planctl: TSAG-2020-02 was not closed: git did not make the tag. git says: fatal: tag"
        " 'TSAG-2020-02' already exists\n"
    )


def test_what_was_not_committed_is_listed(run: Run, history: History) -> None:
    plans = {f"plans/wtsa-{number}.yaml": plan_text(number, {}) for number in range(3, 9)}
    history.commit({**plans, ".gitignore": "wtsa-9.yaml\n"})
    history.write(
        {
            "plans/wtsa-1.yaml": ONE + "\n",
            "plans/wtsa-2.yaml": None,
            "plans/wtsa-9.yaml": TWO,
            "plans/wtsa-10 – ñ.yaml": TWO,
            "plans/wtsa-11.yaml": TWO,
            "planctl.yaml": CALENDAR + "\n",
            "plans/wtsa-3.yaml": TWO,
            "plans/notes.txt": "Not of the plans",
            "plans/old/wtsa-1.yaml": "Not of the plans",
            "plans/.hidden.yaml": "Not of the plans",
            "elsewhere.yaml": "Not of the plans",
        }
    )
    history.git("add", "plans/wtsa-3.yaml", "plans/wtsa-11.yaml")
    history.git("rm", "--quiet", "--cached", "plans/wtsa-4.yaml")
    history.git("mv", "plans/wtsa-5.yaml", "plans/wtsa-12.yaml")
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "planctl.yaml: changed, which was not committed\n"
        "plans/wtsa-1.yaml: changed, which was not committed\n"
        "plans/wtsa-2.yaml: deleted, which was not committed\n"
        "plans/wtsa-3.yaml: changed, which was not committed\n"
        "plans/wtsa-4.yaml: not in git yet\n"
        "plans/wtsa-5.yaml: deleted, which was not committed\n"
        "plans/wtsa-9.yaml: ignored by git, so it would not be frozen\n"
        "plans/wtsa-10 – ñ.yaml: not in git yet\n"
        "plans/wtsa-11.yaml: new, which was not committed\n"
        "plans/wtsa-12.yaml: new, which was not committed\n"
        f"planctl: TSAG-2020-02 was not closed: {FROZEN}"
    )
    assert tag_names(history) == []


def test_other_files_do_not_matter(run: Run, history: History) -> None:
    history.commit({"notes.txt": "Old", "plans/.gitignore": "*.bak\n"})
    history.write({"notes.txt": "New", "more.yaml": "x: 1\n", "plans/a.bak": "x"})
    history.git("config", "status.showUntrackedFiles", "no")
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0


def test_settings_of_git_do_not_hide_what_is_new(run: Run, history: History) -> None:
    history.git("config", "status.showUntrackedFiles", "no")
    history.git("config", "status.relativePaths", "false")
    history.write({"plans/wtsa-3.yaml": TWO})
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert result.err.startswith("plans/wtsa-3.yaml: not in git yet\n")


def test_what_git_was_told_to_overlook(run: Run, history: History) -> None:
    history.write({"plans/notes.txt": "Mine"})
    history.commit()
    for name, told in (("wtsa-1.yaml", "assume-unchanged"), ("notes.txt", "skip-worktree")):
        history.git("update-index", f"--{told}", f"plans/{name}")
    history.write({"plans/wtsa-1.yaml": ONE.replace("\n", "\r\n"), "plans/notes.txt": "Yours"})
    assert run("meeting", "close", "TSAG-2020-02", "--dry-run").code == 0
    history.write({"plans/wtsa-1.yaml": TWO})
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert result == Result(
        1,
        "",
        "plans/wtsa-1.yaml: changed, which git was told to overlook; `git update-index"
        " --no-assume-unchanged plans/wtsa-1.yaml` makes it look again\n"
        f"planctl: TSAG-2020-02 was not closed: {FROZEN}",
    )


def test_a_merge_that_is_not_finished(run: Run, history: History) -> None:
    history.git("switch", "--quiet", "--create=side")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("ongoing", "completed")})
    history.git("switch", "--quiet", "main")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("ongoing", "suspended")})
    ways = {
        "merge": "a merge is not finished: `git merge --continue` ends it, `git merge --abort`"
        " gives it up\n",
        "rebase": "a rebase is not finished: `git rebase --continue` ends it, `git rebase --abort`"
        " gives it up\n",
        "cherry-pick": "a cherry-pick is not finished: `git cherry-pick --continue` ends it\n",
    }
    for way, said in ways.items():
        with pytest.raises(Exception, match="returned non-zero exit status"):
            history.git(way, "side")
        result = run("meeting", "close", "TSAG-2020-02", "--yes")
        assert (result.code, result.out) == (1, "")
        conflict = "plans/wtsa-1.yaml: in conflict, which was not resolved\n"
        end = f"planctl: TSAG-2020-02 was not closed: {FROZEN}"
        assert result.err == said + conflict + end
        history.git(way, "--abort")
    history.git("bisect", "start")
    assert run("meeting", "close", "TSAG-2020-02", "--yes").err.startswith(
        "a search with `git bisect` is not finished: `git bisect reset` ends it\n"
    )


def test_errors_stand_in_the_way_and_warnings_do_not(run: Run, history: History) -> None:
    broken = ONE.replace("status: ongoing", "status: onging")
    dated = TWO.replace("time_plan: Until done", "time_plan: Ongoing")
    dated = dated.replace("status: not-started", "status: completed")
    history.commit({"plans/wtsa-1.yaml": broken, "plans/wtsa-2.yaml": dated})
    warnings = run("validate", "plans/wtsa-2.yaml").out.count("warning[")
    assert warnings > 1
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert (result.code, result.out) == (1, "")
    meant = "not one of: not-started, ongoing, completed, suspended, superseded; did you mean"
    assert result.err == (
        f"plans/wtsa-1.yaml:13:17: error[schema]: “onging” is {meant} “ongoing”?\n"
        f"plans/wtsa-1.yaml:24:17: error[schema]: “onging” is {meant} “ongoing”?\n"
        "planctl: TSAG-2020-02 was not closed: the plans have 2 errors. Mend this and commit it"
        " first\n"
    )
    history.commit({"plans/wtsa-1.yaml": ONE})
    assert run("meeting", "close", "TSAG-2020-02", "--yes").err == (
        f"The plans have {warnings} warnings; `planctl validate` shows them.\n"
        "Closed TSAG-2020-02. `git push origin TSAG-2020-02` publishes it.\n"
    )


def test_outside_git_and_before_the_first_commit(run: Run, repo: Path) -> None:
    (repo / "plans").mkdir(parents=True)
    (repo / "planctl.yaml").write_text(CALENDAR, encoding="utf-8")
    assert run("meeting", "close", "TSAG-2020-02") == Result(
        2,
        "",
        f"planctl: {repo} is in no git repository, and a meeting is closed with a git tag;"
        " `git init` makes one\n",
    )
    git(repo, "init", "--quiet")
    assert run("meeting", "close", "TSAG-2020-02") == Result(
        1,
        "",
        "planctl: nothing was committed here yet, so there is nothing to freeze; commit the plans"
        " first (`git add`, `git commit`)\n",
    )


def test_without_git(
    run: Run, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("meeting", "close", "TSAG-2020-02", "--yes") == Result(
        1,
        "",
        "planctl: git is not to be found on this computer; install it to see how the plans stood at"
        " a meeting\n",
    )


def test_a_detached_head_is_said(run: Run, history: History) -> None:
    history.git("switch", "--quiet", "--detach")
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert result.code == 0
    assert f"    The commit {head(history)[:10]}.\n" in result.out
    assert result.err == (
        "HEAD is detached: the commit is on no branch, unless you put it on one.\n"
        "Closed TSAG-2020-02. `git push origin TSAG-2020-02` publishes it.\n"
    )


def test_the_order_of_the_calendar_is_said(run: Run, history: History) -> None:
    history.tag("TSAG-2021-01", day="2021-02-01")
    assert run("meeting", "close", "TSAG-2020-09", "--dry-run").err == (
        OPEN_BEFORE
        + "After it in the calendar, and closed already: TSAG-2021-01.\nNothing was written.\n"
    )


def test_a_commit_that_does_not_follow_the_meeting_before(run: Run, history: History) -> None:
    history.git("switch", "--quiet", "--create=side")
    history.commit({"notes.txt": "Aside"})
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.git("switch", "--quiet", "main")
    assert run("meeting", "close", "TSAG-2020-09", "--dry-run").err == (
        "The commit of TSAG-2020-02 is not among those that led to this one.\n"
        "Nothing was written.\n"
    )


def test_doubts_about_the_meeting_before_are_said(run: Run, history: History) -> None:
    history.git("tag", "TSAG-2020-02")
    result = run("meeting", "close", "TSAG-2020-09", "--dry-run")
    assert result.out.endswith("    2 plans unchanged since TSAG-2020-02.\n")
    assert result.err == (
        "Note: the tag TSAG-2020-02 was not made by `planctl meeting close`.\n"
        "Nothing was written.\n"
    )
    history.git("tag", "--delete", "TSAG-2020-02")
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.tag("TSAG-2020-09", day="2020-10-01", since="TSAG-2020-02")
    history.git("tag", "--delete", "TSAG-2020-02")
    missing = (
        f"Note: the tag TSAG-2020-02 is missing: it pointed to {head(history)[:10]} when"
        " TSAG-2020-09 was closed; `git fetch --tags` may bring it.\nNothing was written.\n"
    )
    assert run("meeting", "close", "TSAG-2021-01", "--dry-run").err == missing
    assert run("meeting", "close", "TSAG-2020-02", "--dry-run").err == (
        f"After it in the calendar, and closed already: TSAG-2020-09.\n{missing}"
    )


def test_a_branch_of_the_same_name(run: Run, history: History) -> None:
    history.git("branch", "TSAG-2020-02")
    assert run("meeting", "close", "TSAG-2020-02", "--yes").err == (
        "Closed TSAG-2020-02. `git push origin tag TSAG-2020-02` publishes it.\n"
    )
    assert history.git("cat-file", "-t", "refs/tags/TSAG-2020-02") == "tag"


def test_a_clone_that_was_cut_off(run: Run, history: History, tmp_path: Path) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.commit({"notes.txt": "New"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", history.root.as_uri(), str(clone))
    result = run("meeting", "close", "TSAG-2020-09", "--yes", cwd=clone)
    assert result.code == 0
    assert result.err == (
        f"{OPEN_BEFORE}The history of this clone is cut off, so meetings that were closed may be"
        " missing; `git fetch --unshallow --tags` fetches it whole.\n"
        "Closed TSAG-2020-09. `git push origin TSAG-2020-09` publishes it.\n"
    )


@pytest.mark.parametrize("where", ["worktree", "submodule", "below", "linked"])
def test_wherever_the_repository_is(run: Run, history: History, tmp_path: Path, where: str) -> None:
    root, private = tmp_path / "a plan – ñ", history.root / ".git"
    if where == "worktree":
        history.git("worktree", "add", "--quiet", "-b", "tree", str(root))
    elif where == "submodule":
        outer = tmp_path / "outer"
        outer.mkdir()
        git(outer, "init", "--quiet")
        git(outer, "submodule", "add", "--quiet", history.root.as_uri(), "plans of SG5")
        root = outer / "plans of SG5"
        private = outer / ".git" / "modules" / "plans of SG5"
    elif where == "below":
        root, private = history.root / "SG5 – ñ" / "plans [1]", history.root / ".git"
        History(root).commit({"plans/wtsa-1.yaml": ONE, "plans/wtsa-2.yaml": TWO})
    else:
        try:
            root.symlink_to(history.root)
        except OSError:
            pytest.skip("this system does not let this user make links")
    before = git_folder(private)
    assert run("meeting", "close", "TSAG-2020-02", "--yes", cwd=root).code == 0
    assert git_folder(private) == before
    assert "2 plans, 3 activities" in run("meeting", "show", "TSAG-2020-02", cwd=root).out
    (root / "plans" / "wtsa-1.yaml").write_text(ONE + "\n", encoding="utf-8", newline="")
    assert run("meeting", "close", "TSAG-2020-09", "--yes", cwd=root).err.startswith(
        "plans/wtsa-1.yaml: changed, which was not committed\n"
    )


def test_what_a_hook_exports_does_not_matter(
    run: Run, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = History(tmp_path / "other")
    other.commit()
    before = git_folder(other.root / ".git")
    exported = {
        "GIT_DIR": str(other.root / ".git"),
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": str(other.root / ".git" / "index"),
        "GIT_OBJECT_DIRECTORY": str(other.root / ".git" / "objects"),
        "GIT_NAMESPACE": "other",
        "GIT_PREFIX": "elsewhere/",
    }
    for name, value in exported.items():
        monkeypatch.setenv(name, value)
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0
    assert {name: os.environ[name] for name in exported} == exported
    assert tag_names(history) == ["TSAG-2020-02"]
    assert tag_names(other) == []
    assert git_folder(other.root / ".git") == before


def test_line_breaks_that_git_changes_are_no_change(run: Run, repo: Path) -> None:
    history = History(repo, CALENDAR.replace("\n", "\r\n"))
    history.git("config", "core.autocrlf", "true")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("\n", "\r\n")})
    os.utime(repo / "plans" / "wtsa-1.yaml", (1, 1))
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0


def test_a_person_that_git_does_not_know(
    run: Run, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        for what in ("NAME", "EMAIL"):
            monkeypatch.delenv(f"GIT_{role}_{what}")
    monkeypatch.delenv("EMAIL", raising=False)
    history.git("config", "user.useConfigOnly", "true")
    for words in (("--yes",), ("--dry-run",)):
        assert run("meeting", "close", "TSAG-2020-02", *words) == Result(
            1,
            "",
            "planctl: git does not know who you are, and a closed meeting says who closed it:"
            ' `git config user.name "…"` and `git config user.email "…"` tell it\n',
        )
    history.git("config", "user.name", "A Secretary")
    history.git("config", "user.email", "secretary@example.org")
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0


def test_a_tag_that_git_cannot_sign(run: Run, history: History) -> None:
    history.git("config", "tag.gpgSign", "true")
    history.git("config", "gpg.program", "no-such-program")
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert result.code == 1
    assert result.err.startswith(
        "planctl: TSAG-2020-02 was not closed: git could not sign the tag, which its setting"
        " tag.gpgSign asks for; mend that, or switch it off. git says: error: "
    )
    assert tag_names(history) == []


@pytest.mark.skipif(os.name == "nt", reason="the hook is a script")
def test_a_hook_that_refuses_the_tag(run: Run, history: History) -> None:
    hook = history.root / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho No tags today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    result = run("meeting", "close", "TSAG-2020-02", "--yes")
    assert result.code == 1
    assert result.err.startswith(
        "planctl: TSAG-2020-02 was not closed: a hook of this repository refused the tag. git says:"
        " No tags today\n"
    )
    assert tag_names(history) == []


@pytest.mark.skipif(os.name == "nt", reason="the program is a script")
def test_a_program_named_git_beside_the_plans_is_not_run(
    run: Run, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = history.root / "git"
    fake.write_text("#!/bin/sh\ntouch was-run\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    for name in [name for name in sys.modules if name == "git" or name.startswith("git.")]:
        monkeypatch.delitem(sys.modules, name)
    assert run("meeting", "close", "TSAG-2020-02", "--yes").code == 0
    assert not (history.root / "was-run").exists()


def test_a_long_account(run: Run, repo: Path) -> None:
    history = History(repo)
    plans = {f"plans/wtsa-{n}.yaml": plan_text(n, {"1": "ongoing"}) for n in range(1, 40)}
    history.commit(plans)
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.commit({name: text.replace("ongoing", "completed") for name, text in plans.items()})
    assert run("meeting", "close", "TSAG-2020-09", "--yes").code == 0
    message = history.git("tag", "--list", "--format=%(contents)", "TSAG-2020-09")
    assert message.count(": 1 activity completed since TSAG-2020-02.\n") == 39
