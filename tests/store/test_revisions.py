"""Meetings that were closed, and other revisions, in real git repositories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planctl.errors import PlanctlError, UsageFault
from planctl.plan.meeting import Meeting
from planctl.store import revisions
from planctl.store.git import GitFault, NoGit
from planctl.store.revisions import Closed, Revision, Tag
from tests.histories import History, git, plan_text

FIRST = Meeting("TSAG-2020-02", "2020-02-10", "2020-02-14")
SECOND = Meeting("TSAG-2020-09", "2020-09-21", "2020-09-25")
THIRD = Meeting("TSAG-2021-01", "2021-01-11", "2021-01-18")
CALENDAR = (THIRD, FIRST, SECOND)


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A repository with one plan, in one commit."""
    history = History(tmp_path / "repo")
    history.commit({"plans/wtsa-1.yaml": plan_text(1, {"1": "ongoing"})})
    return history


def head(history: History) -> str:
    return history.git("rev-parse", "HEAD")


def resolve(root: Path, word: str) -> Revision:
    return revisions.resolve(root, word, CALENDAR, revisions.tags(root))


def refusal(root: Path, word: str) -> str:
    with pytest.raises(UsageFault) as caught:
        resolve(root, word)
    return str(caught.value)


def doubts(history: History) -> dict[str, str]:
    return revisions.doubts(revisions.closed(CALENDAR, revisions.tags(history.root)))


def test_a_closed_meeting_is_a_tag_with_a_day_and_a_message(history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    message = "TSAG-2020-02: a meeting\n\nThe plans.\n\nClosed with planctl.\n"
    tag = Tag("TSAG-2020-02", head(history), "TSAG-2020-02", "2020-02-20", message)
    assert revisions.tags(history.root) == {"TSAG-2020-02": tag}
    assert (tag.signed, tag.since, tag.summary) == (True, None, "The plans.")
    assert revisions.closed(CALENDAR, {tag.name: tag}) == [Closed(FIRST, tag)]
    assert resolve(history.root, "TSAG-2020-02") == Revision("TSAG-2020-02", head(history))
    assert doubts(history) == {}


def test_closed_meetings_are_in_the_order_of_their_days(history: History) -> None:
    history.tag("TSAG-2020-09", day="2020-10-01")
    history.tag("TSAG-2020-02", day="2020-10-02")
    closed = revisions.closed(CALENDAR, revisions.tags(history.root))
    assert [one.meeting.key for one in closed] == ["TSAG-2020-02", "TSAG-2020-09"]


def test_what_a_tag_says_of_the_meeting_before(history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.tag("TSAG-2020-09", day="2020-10-01", since="TSAG-2020-02")
    tag = revisions.tags(history.root)["TSAG-2020-09"]
    assert tag.since == ("TSAG-2020-02", head(history))
    assert tag.summary == "The plans."


def test_a_tag_without_a_message(history: History) -> None:
    history.git("tag", "TSAG-2020-02")
    tag = revisions.tags(history.root)["TSAG-2020-02"]
    assert tag == Tag("TSAG-2020-02", head(history))
    assert doubts(history) == {
        "TSAG-2020-02": "the tag TSAG-2020-02 was not made by `planctl meeting close`"
    }


@pytest.mark.parametrize("depth", [1, 2])
def test_a_tag_of_a_tag(history: History, depth: int) -> None:
    history.tag("inner", day="2020-02-20")
    for name, target in (("TSAG-2020-02", "inner"), ("TSAG-2020-09", "TSAG-2020-02"))[:depth]:
        history.git("tag", "--annotate", "--message=Again", name, target, day="2020-03-01")
    name = ("TSAG-2020-02", "TSAG-2020-09")[depth - 1]
    assert revisions.tags(history.root)[name] == Tag(
        name, head(history), name, "2020-03-01", "Again\n"
    )
    assert resolve(history.root, name).commit == head(history)
    assert doubts(history)[name] == f"the tag {name} was not made by `planctl meeting close`"


def test_a_tag_of_something_else_is_no_meeting(history: History) -> None:
    history.git("tag", "TSAG-2020-02", "HEAD:planctl.yaml")
    history.git("tag", "--annotate", "--message=A folder", "TSAG-2020-09", "HEAD:plans")
    assert revisions.tags(history.root) == {}
    assert refusal(history.root, "TSAG-2020-02").startswith("TSAG-2020-02 has not been closed: ")


def test_a_tag_that_was_copied_under_another_name(history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    name = history.git("rev-parse", "TSAG-2020-02")
    history.git("update-ref", "refs/tags/TSAG-2020-09", name)
    assert doubts(history) == {
        "TSAG-2020-09": "the tag TSAG-2020-09 was not made by `planctl meeting close`"
    }


def test_a_calendar_that_is_not_what_it_was(history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.tag("TSAG-2020-09", day="2020-10-01", since="TSAG-2020-02")
    tags = revisions.tags(history.root)
    first, last = (tags[key] for key in ("TSAG-2020-02", "TSAG-2020-09"))
    twice = [Meeting("TSAG-2020-02", "2020-12-01"), *CALENDAR]
    assert [one.meeting for one in revisions.closed(twice, tags)] == [FIRST, SECOND]
    late = Closed(FIRST._replace(start="2021-01-01"), first)
    assert revisions.doubts([Closed(SECOND, last), late], tags) == {
        "TSAG-2020-09": (
            "planctl.yaml has TSAG-2020-09 before TSAG-2020-02, and it was closed after it"
        )
    }
    assert revisions.doubts([Closed(SECOND, last)], tags) == {
        "TSAG-2020-02": (
            "planctl.yaml has no meeting TSAG-2020-02, and TSAG-2020-09 was closed after it"
        )
    }


@pytest.mark.parametrize("how", ["by hand", "closed again"])
def test_a_tag_that_was_moved(history: History, how: str) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.tag("TSAG-2020-09", day="2020-10-01", since="TSAG-2020-02")
    old = head(history)
    new = history.commit({"notes.txt": "New"})
    if how == "by hand":
        history.git("tag", "--force", "TSAG-2020-02")
    else:
        history.git("tag", "--delete", "TSAG-2020-02")
        history.tag("TSAG-2020-02", day="2020-10-02")
    assert doubts(history) == {
        "TSAG-2020-02": (
            f"the tag TSAG-2020-02 was moved: it pointed to {old[:10]} when TSAG-2020-09 was"
            f" closed, and now points to {new[:10]}"
        )
    }


def test_a_tag_that_is_missing(history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.tag("TSAG-2020-09", day="2020-10-01", since="TSAG-2020-02")
    history.git("tag", "--delete", "TSAG-2020-02")
    assert doubts(history) == {
        "TSAG-2020-02": (
            f"the tag TSAG-2020-02 is missing: it pointed to {head(history)[:10]} when"
            " TSAG-2020-09 was closed; `git fetch --tags` may bring it"
        )
    }


@pytest.mark.parametrize("signature", ["-----BEGIN PGP SIGNATURE-----", "-----BEGIN SSH SIGNATURE"])
def test_a_signature_is_no_summary(signature: str) -> None:
    message = f"A: b\n\nThe plans.\n\nClosed with planctl.\n{signature}\nabc\n"
    assert Tag("A", "0" * 40, "A", "2020-01-01", message).summary == "The plans."


def test_any_revision_that_git_knows(history: History) -> None:
    first = head(history)
    history.commit({"notes.txt": "New"})
    history.git("branch", "draft", first)
    for word in ("HEAD~1", "draft", "main^", first[:8], first):
        assert resolve(history.root, word) == Revision(word, first)


def test_other_capitals_are_the_same_meeting(history: History) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    assert resolve(history.root, "tsag-2020-02") == Revision("TSAG-2020-02", head(history))
    assert refusal(history.root, "Tsag-2020-09") == (
        "TSAG-2020-09 has not been closed: `planctl meeting close TSAG-2020-09` freezes the plans"
        " under this name"
    )


def test_a_meeting_is_meant_before_a_branch_of_its_name(history: History) -> None:
    history.git("branch", "TSAG-2020-02")
    assert refusal(history.root, "TSAG-2020-02").startswith("TSAG-2020-02 has not been closed: ")
    history.tag("TSAG-2020-02", day="2020-02-20")
    frozen = head(history)
    history.commit({"notes.txt": "New"})
    history.git("branch", "--force", "TSAG-2020-02", "HEAD")
    assert resolve(history.root, "TSAG-2020-02").commit == frozen


@pytest.mark.parametrize(
    ("word", "end"),
    [
        ("TSAG-2020-2", "; did you mean “TSAG-2020-02”?"),
        ("elsewhere", "; `planctl meeting list` shows the meetings"),
        ("--all", "; `planctl meeting list` shows the meetings"),
        ("HEAD:plans", "; `planctl meeting list` shows the meetings"),
        ("", "; `planctl meeting list` shows the meetings"),
        ("a b", "; `planctl meeting list` shows the meetings"),
    ],
)
def test_a_word_that_names_nothing(history: History, word: str, end: str) -> None:
    said = refusal(history.root, word)
    assert said == f"there is no meeting “{word}” and no git revision of that name{end}"


def test_outside_git(tmp_path: Path) -> None:
    assert revisions.tags(tmp_path) == {}
    assert refusal(tmp_path, "TSAG-2020-02") == (
        f"{tmp_path} is in no git repository, so nothing is kept of how the plans stood at"
        " TSAG-2020-02; `git init` begins to keep it"
    )


def test_before_the_first_commit(tmp_path: Path) -> None:
    History(tmp_path)
    assert revisions.tags(tmp_path) == {}
    assert refusal(tmp_path, "HEAD") == (
        "nothing was committed here yet, so nothing is kept of how the plans stood at HEAD;"
        " `git add` and `git commit` begin to keep it"
    )


def test_without_git(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoGit) as caught:
        revisions.tags(history.root)
    assert str(caught.value) == (
        "git is not to be found on this computer; install it to see how the plans stood at a"
        " meeting"
    )


def test_a_repository_that_git_cannot_read(history: History) -> None:
    (history.root / ".git" / "HEAD").write_text("junk\n", encoding="utf-8")
    with pytest.raises(GitFault) as caught:
        revisions.tags(history.root)
    assert str(caught.value).startswith(
        f"git cannot read the repository that keeps {history.root}: fatal: not a git repository"
    )


def test_a_clone_that_was_cut_off(history: History, tmp_path: Path) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.commit({"notes.txt": "New"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", history.root.as_uri(), str(clone))
    end = (
        ". The history of this clone is cut off, so meetings that were closed may be missing;"
        " `git fetch --unshallow --tags` fetches it whole"
    )
    assert refusal(clone, "TSAG-2020-02") == (
        "TSAG-2020-02 has not been closed: `planctl meeting close TSAG-2020-02` freezes the plans"
        f" under this name{end}"
    )
    assert refusal(clone, "HEAD~1") == (
        "there is no meeting “HEAD~1” and no git revision of that name; `planctl meeting list`"
        f" shows the meetings{end}"
    )
    git(clone, "fetch", "--quiet", "--unshallow", "--tags")
    assert resolve(clone, "TSAG-2020-02").name == "TSAG-2020-02"


def test_what_a_hook_exports_does_not_matter(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    other = History(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path))
    assert resolve(history.root, "TSAG-2020-02").name == "TSAG-2020-02"


def test_a_worktree_and_a_submodule_know_the_meetings(history: History, tmp_path: Path) -> None:
    history.tag("TSAG-2020-02", day="2020-02-20")
    tree, outer = tmp_path / "tree", tmp_path / "outer"
    history.git("worktree", "add", "--quiet", str(tree))
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "add", "--quiet", history.root.as_uri(), "plans of SG5")
    for root in (tree, outer / "plans of SG5"):
        assert resolve(root, "TSAG-2020-02") == Revision("TSAG-2020-02", head(history))


def test_a_git_file_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: missing\n", encoding="utf-8")
    with pytest.raises(PlanctlError, match="git cannot read the repository that keeps"):
        revisions.tags(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="such a name cannot be on Windows")
def test_names_of_tags_may_have_any_letters(history: History) -> None:
    for name in ("été 2020".replace(" ", "_"), "a/b", "“x”"):
        history.git("tag", "--annotate", "--message=Ünïcode", name)
        assert resolve(history.root, name) == Revision(name, head(history))
        assert revisions.tags(history.root)[name].message == "Ünïcode\n"
