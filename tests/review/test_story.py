"""The story of an item, meeting by meeting: it is followed, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.errors import UnreadablePlan, UsageFault
from planctl.review.story import story
from planctl.store.repository import Repository
from tests.histories import History, plan_text
from tests.review.compare.example import told

KEYS = ("TSAG-2020-02", "TSAG-2020-09", "TSAG-2021-01")
PLAN = "plans/wtsa-73.yaml"
ROWS = plan_text(73, {"1": "ongoing", "2": "ongoing"})


def closed_with(root: Path, *texts: str) -> History:
    made = History(root)
    for key, text in zip(KEYS, texts, strict=False):
        made.commit({PLAN: text, "again": key})
        made.tag(key, day="2020-01-01")
    return made


def chapters(root: Path, address: str) -> list[tuple[str, str, list[str]]]:
    """Of each chapter the meeting, the item's address then, and what changed in it."""
    return [
        (
            one.until,
            " ".join(dict.fromkeys(map(one.plan.address, one.items))),
            [told(change) for change in one.changes if change.is_activity],
        )
        for one in story(Repository(root), address).chapters
    ]


def test_a_chapter_for_each_meeting_and_for_now(tmp_path: Path) -> None:
    done = plan_text(73, {"1": "completed", "2": "ongoing"})
    made = closed_with(tmp_path, ROWS, done, done)
    made.write({PLAN: done.replace("Done in part", "Done in good part", 1)})
    assert chapters(tmp_path, "73/1") == [
        ("TSAG-2020-02", "wtsa-73/1", []),
        ("TSAG-2020-09", "wtsa-73/1", ["activity 1, status"]),
        ("TSAG-2021-01", "wtsa-73/1", []),
        ("", "wtsa-73/1", ["activity 1, report changed"]),
    ]


def test_an_item_with_another_number_in_between(tmp_path: Path) -> None:
    three = ROWS.replace('"2"', '"3"')
    closed_with(tmp_path, ROWS, three, three)
    expected = [
        ("TSAG-2020-02", "wtsa-73/2", []),
        ("TSAG-2020-09", "wtsa-73/3", ["activity 2 → 3"]),
        ("TSAG-2021-01", "wtsa-73/3", []),
        ("", "wtsa-73/3", []),
    ]
    assert chapters(tmp_path, "73/3") == expected
    assert chapters(tmp_path, "73/2") == expected


def test_an_item_that_is_gone_and_one_that_is_new(tmp_path: Path) -> None:
    one, other = plan_text(73, {"1": "ongoing"}), plan_text(73, {"1": "ongoing", "7": "ongoing"})
    closed_with(tmp_path, other.replace("Do 7", "Train experts"), one)
    gone = ["activity 7 removed"]
    assert chapters(tmp_path, "73/7") == [
        ("TSAG-2020-02", "wtsa-73/7", []),
        ("TSAG-2020-09", "", gone),
    ]
    (tmp_path / PLAN).write_text(other.replace("Do 7", "Write a handbook"), encoding="utf-8")
    assert chapters(tmp_path, "73/7") == [("", "wtsa-73/7", ["activity 7 added"])]


def test_an_item_that_was_taken_out_and_put_back(tmp_path: Path) -> None:
    one, other = plan_text(73, {"1": "ongoing"}), plan_text(73, {"1": "ongoing", "7": "ongoing"})
    closed_with(tmp_path, other, one, one)
    (tmp_path / PLAN).write_text(other.replace("Until", "until"), encoding="utf-8")
    assert chapters(tmp_path, "73/7") == [
        ("TSAG-2020-02", "wtsa-73/7", []),
        ("TSAG-2020-09", "", ["activity 7 removed"]),
        ("TSAG-2021-01", "", []),
        ("", "wtsa-73/7", ["activity 7 added"]),
    ]


def test_a_meeting_at_which_the_plan_could_not_be_read(tmp_path: Path) -> None:
    made = closed_with(tmp_path, ROWS, "lead: [\n", ROWS.replace("Until", "until"))
    assert chapters(tmp_path, "73/2") == [
        ("TSAG-2020-02", "wtsa-73/2", []),
        ("TSAG-2021-01", "wtsa-73/2", ["activity 2, time_plan"]),
        ("", "wtsa-73/2", []),
    ]
    assert story(Repository(tmp_path), "73/2").left_out == ("TSAG-2020-09",)
    made.write({PLAN: "lead: [\n"})
    with pytest.raises(UnreadablePlan):
        story(Repository(tmp_path), "73/2")


def test_a_plan_that_came_with_another_name_and_went(tmp_path: Path) -> None:
    made = History(tmp_path)
    made.commit({"plans/wtsa-1.yaml": plan_text(1, {"1": "ongoing"})})
    made.tag(KEYS[0], day="2020-01-01")
    made.commit({"plans/res-73.yaml": ROWS})
    made.tag(KEYS[1], day="2020-01-01")
    made.commit({"plans/res-73.yaml": None, PLAN: ROWS})
    made.tag(KEYS[2], day="2020-01-01")
    made.write({PLAN: None})
    expected = [
        (KEYS[1], "res-73/2", ["activity 2 added"]),
        (KEYS[2], "wtsa-73/2", []),
        ("", "", ["activity 2 removed"]),
    ]
    assert chapters(tmp_path, "wtsa-73/2") == expected
    assert chapters(tmp_path, "res-73/2") == expected


def test_an_activity_that_a_directive_has_lost(tmp_path: Path) -> None:
    both = ROWS.replace(
        '  - id: "2"\n    text: Do 2\n    references: Resolves (2)\n    activities:\n', ""
    )
    made = closed_with(tmp_path, both)
    made.write({PLAN: both[: both.index('      - id: "2"')]})
    assert chapters(tmp_path, "73/1") == [
        ("TSAG-2020-02", "wtsa-73/1", []),
        ("", "wtsa-73/1", ["activity 2 removed"]),
    ]


def test_before_there_were_plans_and_what_never_was(tmp_path: Path) -> None:
    made = History(tmp_path)
    made.commit({"README": "Soon"})
    made.tag(KEYS[0], day="2020-01-01")
    made.write({PLAN: ROWS})
    assert chapters(tmp_path, "73/1") == [("", "wtsa-73/1", ["activity 1 added"])]
    with pytest.raises(UsageFault, match=r"^there is no item 9 in wtsa-73"):
        story(Repository(tmp_path), "73/9")
