"""Which two states a user means, and what is said of words that mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.errors import UsageFault
from planctl.store.between import between
from planctl.store.repository import Repository
from tests.histories import CALENDAR, History, plan_text

ONE = plan_text(72, {"1": "ongoing"})
OTHER = plan_text(73, {"1": "ongoing"})
GONE = plan_text(79, {"1": "ongoing"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two closed meetings; the plan 79 was there at the first only."""
    history = History(tmp_path / "plans of ours")
    texts = {"plans/wtsa-72.yaml": ONE, "plans/wtsa-73.yaml": OTHER, "plans/wtsa-79.yaml": GONE}
    history.commit({**texts})
    history.tag("TSAG-2020-02", day="2020-02-14")
    history.commit({"plans/wtsa-79.yaml": None})
    history.tag("TSAG-2020-09", day="2020-09-25", since="TSAG-2020-02")
    history.git("branch", "topic/emf")
    return history.root


def meant(root: Path, *words: str) -> tuple[str, str, list[str] | None]:
    found = between(Repository(root), words)
    plans = None if found.plans is None else sorted(found.plans)
    return found.was.source.revision, found.now.source.revision, plans


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ("TSAG-2020-09", "", None)),
        ("TSAG-2020-02", ("TSAG-2020-02", "", None)),
        ("TSAG-2020-02 TSAG-2020-09", ("TSAG-2020-02", "TSAG-2020-09", None)),
        ("TSAG-2020-02..TSAG-2020-09", ("TSAG-2020-02", "TSAG-2020-09", None)),
        ("TSAG-2020-02...TSAG-2020-09", ("TSAG-2020-02", "TSAG-2020-09", None)),
        ("TSAG-2020-02..", ("TSAG-2020-02", "", None)),
        ("..TSAG-2020-09", ("TSAG-2020-02", "TSAG-2020-09", None)),
        ("..", ("TSAG-2020-09", "", None)),
        ("topic/emf..HEAD", ("topic/emf", "HEAD", None)),
        ("HEAD~1 HEAD", ("HEAD~1", "HEAD", None)),
        ("..HEAD", ("TSAG-2020-09", "HEAD", None)),
        ("73", ("TSAG-2020-09", "", ["wtsa-73"])),
        ("72 73", ("TSAG-2020-09", "", ["wtsa-72", "wtsa-73"])),
        ("TSAG-2020-02 73", ("TSAG-2020-02", "", ["wtsa-73"])),
        ("73 TSAG-2020-02", ("TSAG-2020-02", "", ["wtsa-73"])),
        ("73 TSAG-2020-02..HEAD WTSA-72", ("TSAG-2020-02", "HEAD", ["wtsa-72", "wtsa-73"])),
        ("TSAG-2020-02 79", ("TSAG-2020-02", "", ["wtsa-79"])),
        ("79 TSAG-2020-02 HEAD", ("TSAG-2020-02", "HEAD", ["wtsa-79"])),
    ],
)
def test_what_words_mean(
    root: Path, words: str, expected: tuple[str, str, list[str] | None]
) -> None:
    assert meant(root, *words.split()) == expected


PLANS = "there are the plans wtsa-72, wtsa-73"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("99", f"there is no meeting, git revision or plan “99”; {PLANS}"),
        ("79", f"there is no meeting, git revision or plan “79”; {PLANS}"),
        ("--help", f"there is no meeting, git revision or plan “--help”; {PLANS}"),
        ("../plans/wtsa-73.yaml", None),
        (
            "TSAG-2020-90",
            "there is no meeting, git revision or plan “TSAG-2020-90”; did you mean"
            " “TSAG-2020-09”?",
        ),
        (
            "73/1",
            "there is no meeting, git revision or plan “73/1”; `planctl log 73/1` tells the story"
            " of an item",
        ),
        (
            "TSAG-2020-02 TSAG-2020-09 HEAD",
            "two states can be compared, not more: “HEAD” is one too many",
        ),
        (
            "TSAG-2020-02..TSAG-2020-09 HEAD",
            "two states can be compared, not more: “HEAD” is one too many",
        ),
        (
            "..TSAG-2020-02",
            "no meeting before TSAG-2020-02 was closed, so there is nothing to compare with; name"
            " what to compare with first, a meeting or any git revision",
        ),
    ],
)
def test_what_words_do_not_mean(root: Path, words: str, message: str | None) -> None:
    with pytest.raises(UsageFault) as caught:
        meant(root, *words.split())
    told = str(caught.value)
    assert told == message if message else told.endswith(PLANS)


def test_a_meeting_that_was_not_closed(root: Path) -> None:
    with pytest.raises(UsageFault, match=r"^TSAG-2021-01 has not been closed"):
        meant(root, "72", "TSAG-2021-01")


def test_two_plans_of_one_number(root: Path) -> None:
    (root / "plans" / "pp-73.yaml").write_text(OTHER, encoding="utf-8")
    with pytest.raises(UsageFault) as caught:
        meant(root, "73")
    assert str(caught.value) == "“73” could be pp-73 or wtsa-73; write one of them in full"


def test_the_other_way_round(root: Path) -> None:
    found = between(Repository(root), ["TSAG-2020-09", "TSAG-2020-02"])
    assert found.doubts == (
        "TSAG-2020-09 came after TSAG-2020-02, so what changed is told backwards",
    )
    assert between(Repository(root), ["TSAG-2020-02", "TSAG-2020-09"]).doubts == ()


def test_a_tag_that_somebody_made(root: Path) -> None:
    History(root, CALENDAR).git("tag", "TSAG-2021-01")
    assert between(Repository(root), []).doubts == (
        "the tag TSAG-2021-01 was not made by `planctl meeting close`",
    )


def test_nothing_to_compare_with(tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    (alone / "plans").mkdir(parents=True)
    with pytest.raises(UsageFault) as caught:
        meant(alone)
    assert str(caught.value) == (
        f"{alone} is in no git repository, so nothing is kept of how the plans stood before;"
        " `git init` begins to keep it"
    )
    history = History(tmp_path / "kept")
    history.write({"plans/wtsa-72.yaml": ONE})
    with pytest.raises(UsageFault) as caught:
        meant(history.root)
    assert str(caught.value) == (
        "no meeting was closed yet, so there is nothing to compare with; name what to compare with"
        " first, a meeting or any git revision"
    )
