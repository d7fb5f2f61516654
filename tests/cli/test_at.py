"""``--at``: show, list, find, validate and export as the plans stood at a meeting."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SHIPPED, Result, Run
from tests.histories import CALENDAR, History, git, plan_text

ONE = plan_text(1, {"1": "ongoing", "2": "ongoing"})
READING = (
    ("show", "1/1"),
    ("list",),
    ("find", "Do 1"),
    ("validate",),
    ("export", "-o", "out.docx"),
)


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A plan repository with one plan, in a commit and after TSAG-2020-02."""
    history = History(tmp_path / "repo")
    history.commit({"plans/wtsa-1.yaml": ONE})
    history.tag("TSAG-2020-02", day="2020-02-20")
    return history


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Where the plan repository is."""
    return tmp_path / "repo"


def test_what_a_meeting_saw_is_read_back(run: Run, tmp_path: Path) -> None:
    history = History(tmp_path / "repo")
    shutil.copytree(SHIPPED, history.root / "plans")
    history.commit()
    words = (
        ("show", "72/1.1"),
        ("show", "73", "--format", "json"),
        ("list", "--responsible", "SG5"),
        ("find", "K.91 Amd.1"),
    )
    before = [run(*one) for one in words]
    validated = run("validate")
    assert run("export", "-o", "before.docx").code == 0
    history.close("TSAG-2020-09", day="2020-10-01")
    history.git("rm", "--quiet", "plans/wtsa-72.yaml")
    history.git("mv", "plans/wtsa-73.yaml", "plans/pp-200.yaml")
    history.commit({"plans/wtsa-79.yaml": ONE})
    history.write({"plans/pp-200.yaml": "lead: [", "planctl.yaml": ""})
    assert [run(*one, "--at", "TSAG-2020-09") for one in words] == before
    frozen = run("validate", "--at", "TSAG-2020-09")
    assert frozen.out.replace("TSAG-2020-09:plans/", "plans/") == validated.out
    assert (frozen.code, frozen.err) == (validated.code, validated.err)
    result = run("export", "-o", "after.docx", "--at", "TSAG-2020-09")
    assert result.err.endswith("\nWrote after.docx: Annex I to III (40 activities).\n")
    documents = [(history.root / f"{name}.docx").read_bytes() for name in ("before", "after")]
    assert documents[0] == documents[1]


@pytest.mark.parametrize("word", ["TSAG-2020-02", "tsag-2020-02", "HEAD~1", "main~1", "old"])
def test_a_meeting_or_any_revision(run: Run, history: History, word: str) -> None:
    history.git("branch", "old")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("ongoing", "completed")})
    lines = [line.split("\t")[:2] for line in run("list", "--at", word).out.splitlines()]
    assert lines == [["wtsa-1/1", "ongoing"], ["wtsa-1/2", "ongoing"]]


def test_a_file_is_named_with_its_revision(run: Run, history: History) -> None:
    history.commit({"plans/wtsa-1.yaml": ONE.replace("status: ongoing", "status: no", 1)})
    history.commit({"plans/wtsa-1.yaml": ONE})
    result = run("show", "1/1", "--at", "HEAD~1")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "HEAD~1:plans/wtsa-1.yaml:13:17: error[schema]: “no” is not one of: not-started, ongoing,"
        " completed, suspended, superseded\n"
        "planctl: it stood so then, which cannot be mended: leave the plan out, or take another"
        " meeting; nothing was done.\n"
    )
    assert run("show", "7", "--at", "HEAD~1").err == (
        "planctl: there is no plan “7” in HEAD~1:plans; there are: wtsa-1\n"
    )


def everywhere(run: Run, word: str, cwd: Path | None = None) -> str:
    """What every reading command says of a revision that it cannot read: the same."""
    said = set()
    for words in READING:
        result = run(*words, "--at", word, cwd=cwd)
        assert (result.code, result.out) == (2, "")
        said.add(result.err)
    [message] = said
    return message


def test_a_meeting_that_was_not_closed(run: Run, history: History) -> None:
    assert everywhere(run, "TSAG-2020-09") == (
        "planctl: TSAG-2020-09 has not been closed: `planctl meeting close TSAG-2020-09` freezes"
        " the plans under this name\n"
    )
    history.git("branch", "TSAG-2020-09")
    assert "has not been closed" in everywhere(run, "TSAG-2020-09")


def test_a_name_of_nothing(run: Run, history: History) -> None:
    assert everywhere(run, "TSAG-2020-0") == (
        "planctl: there is no meeting “TSAG-2020-0” and no git revision of that name; did you mean"
        " “TSAG-2020-09”?\n"
    )


def test_outside_git_and_before_the_first_commit(run: Run, repo: Path) -> None:
    (repo / "plans").mkdir(parents=True)
    (repo / "planctl.yaml").write_text(CALENDAR, encoding="utf-8")
    assert everywhere(run, "HEAD") == (
        f"planctl: {repo} is in no git repository, so nothing is kept of how the plans stood at"
        " HEAD; `git init` begins to keep it\n"
    )
    git(repo, "init", "--quiet")
    assert everywhere(run, "HEAD") == (
        "planctl: nothing was committed here yet, so nothing is kept of how the plans stood at"
        " HEAD; `git add` and `git commit` begin to keep it\n"
    )


def test_without_git(
    run: Run, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("list", "--at", "TSAG-2020-02") == Result(
        1,
        "",
        "planctl: git is not to be found on this computer; install it to see how the plans stood at"
        " a meeting\n",
    )
    assert run("list").code == 0


def test_a_clone_that_was_cut_off(run: Run, history: History, tmp_path: Path) -> None:
    history.commit({"notes.txt": "New"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", history.root.as_uri(), str(clone))
    assert everywhere(run, "TSAG-2020-02", cwd=clone) == (
        "planctl: TSAG-2020-02 has not been closed: `planctl meeting close TSAG-2020-02` freezes"
        " the plans under this name. The history of this clone is cut off, so meetings that were"
        " closed may be missing; `git fetch --unshallow --tags` fetches it whole\n"
    )
    assert run("list", "--at", "HEAD", cwd=clone).code == 0


def test_before_there_were_plans(run: Run, history: History) -> None:
    history.git("switch", "--quiet", "--orphan", "other")
    history.commit({"planctl.yaml": CALENDAR})
    history.commit({"plans/wtsa-1.yaml": ONE})
    for words in READING:
        if words[0] != "validate":
            result = run(*words, "--at", "HEAD~1")
            assert result == Result(2, "", "planctl: there was no folder plans at HEAD~1\n")
    result = run("validate", "--at", "HEAD~1")
    assert result.code == 1
    assert result.out == (
        "HEAD~1:planctl.yaml:1:1: error[plans-folder]: there was no folder plans at HEAD~1, so no"
        " plan was looked at\n"
    )


@pytest.mark.parametrize("where", ["worktree", "submodule", "below", "detached"])
def test_wherever_the_repository_is(run: Run, history: History, tmp_path: Path, where: str) -> None:
    root = history.root
    if where == "worktree":
        root = tmp_path / "a tree – ñ"
        history.git("worktree", "add", "--quiet", "-b", "tree", str(root))
    elif where == "submodule":
        (tmp_path / "outer").mkdir()
        git(tmp_path / "outer", "init", "--quiet")
        address = history.root.as_uri()
        git(tmp_path / "outer", "submodule", "add", "--quiet", address, "plans – ñ")
        root = tmp_path / "outer" / "plans – ñ"
    elif where == "below":
        root = history.root / "SG5 – ñ" / "plans [1]"
        History(root).commit({"plans/wtsa-1.yaml": ONE})
        history.git("tag", "--delete", "TSAG-2020-02")
        history.tag("TSAG-2020-02", day="2020-02-20")
    else:
        history.git("switch", "--quiet", "--detach")
    before = run("list", cwd=root)
    assert before.code == 0
    (root / "plans" / "wtsa-1.yaml").write_text("", encoding="utf-8")
    assert run("list", "--at", "TSAG-2020-02", cwd=root) == before


def test_what_a_hook_exports_does_not_matter(
    run: Run, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("list")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_PREFIX", "plans/")
    assert run("list", "--at", "TSAG-2020-02") == before


@pytest.mark.parametrize("how", ["moved", "lightweight", "tag of a tag"])
def test_a_tag_that_is_odd_is_read_all_the_same(run: Run, history: History, how: str) -> None:
    before = run("list").out
    history.commit({"plans/wtsa-1.yaml": ONE.replace("ongoing", "completed")})
    target = "HEAD" if how == "moved" else "HEAD~1"
    words: list[str] = []
    if how == "tag of a tag":
        history.git("tag", "--annotate", "--message=It", "inner", "HEAD~1")
        target, words = "inner", ["--annotate", "--message=Again"]
    history.git("tag", "--force", *words, "TSAG-2020-02", target)
    wanted = before.replace("ongoing", "completed") if how == "moved" else before
    assert run("list", "--at", "TSAG-2020-02").out == wanted


def test_line_breaks_that_git_changes(run: Run, repo: Path) -> None:
    history = History(repo, CALENDAR.replace("\n", "\r\n"))
    history.git("config", "core.autocrlf", "true")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("\n", "\r\n")})
    for words in (("show", "1"), ("list",), ("find", "Do 1"), ("validate",)):
        assert run(*words, "--at", "HEAD").out.replace("HEAD:", "") == run(*words).out
    assert run("export", "-o", "now.docx").code == 0
    assert run("export", "-o", "then.docx", "--at", "HEAD").code == 0
    assert (repo / "now.docx").read_bytes() == (repo / "then.docx").read_bytes()
