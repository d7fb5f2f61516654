"""How long activities have said what they say: as if every plan were read whole at each meeting."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import Activity, Plan, plan_from
from planctl.review.compare.plans import compare
from planctl.review.compare.sameness import stays_the_same
from planctl.review.stale.history import history
from planctl.store import revisions
from planctl.store.repository import Repository
from planctl.store.yaml.reader import read
from tests.histories import History, plan_text
from tests.versions import keep, versions, written

KEYS = ("TSAG-2020-02", "TSAG-2020-09", "TSAG-2021-01")
PLAN = "plans/wtsa-73.yaml"


def found(root: Path) -> dict[str, tuple[str, ...]]:
    """What the history tells, of all closed meetings."""
    repository = Repository(root)
    closed = revisions.closed(repository.settings.meetings, revisions.tags(root))
    return history(repository, closed).meetings


def defined(states: list[Plan], now: Plan) -> dict[str, tuple[str, ...]]:
    """What it is to tell of a plan: it is compared with what it was at each of the meetings."""
    standing: dict[str, tuple[str, ...]] = {each.id: () for _, each in now.activities()}
    still = set(standing)
    for key, then in reversed([*zip(KEYS, states, strict=True)]):
        still -= {
            item.now.id
            for change in compare([then], [now])
            for item in change.items
            if isinstance(item.now, Activity) and not stays_the_same(item)
        }
        for item in still:
            standing[item] = (key, *standing[item])
    return {now.address(each): standing[each.id] for _, each in now.activities()}


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_it_is_as_if_every_plan_were_read_whole(data: st.DataObject) -> None:
    each = data.draw(versions(len(KEYS) + 1))
    texts = [data.draw(written(one)) for one in each]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        keep(root, PLAN, dict(zip(KEYS, texts, strict=False)))
        (root / PLAN).write_bytes(texts[-1].encode())
        told = found(root)
    now, *states = (plan_from("wtsa-73", read(text)) for text in (texts[-1], *texts[:-1]))
    expected = defined(states, now)
    assert told == {address: keys for address, keys in expected.items() if keys}


ROWS = plan_text(73, {"1": "ongoing", "2": "ongoing"})


def closed_with(root: Path, *texts: str, name: str = PLAN) -> History:
    """Meetings closed with these texts of a plan, which is then as at the last of them."""
    made = History(root)
    for key, text in zip(KEYS, texts, strict=False):
        made.commit({name: text, "again": key})
        made.tag(key, day="2020-01-01")
    return made


def test_comments_and_broken_lines_move_nothing(tmp_path: Path) -> None:
    rewritten = ROWS.replace("text: Do 1", "# here\n        text: Do\n          1")
    closed_with(tmp_path, ROWS, rewritten, ROWS.replace("\n", "\r\n"))
    assert found(tmp_path) == {"wtsa-73/1": KEYS, "wtsa-73/2": KEYS}


def test_what_changed_and_changed_back(tmp_path: Path) -> None:
    closed_with(tmp_path, ROWS, plan_text(73, {"1": "completed", "2": "ongoing"}), ROWS)
    assert found(tmp_path) == {"wtsa-73/1": KEYS[2:], "wtsa-73/2": KEYS}


@pytest.mark.parametrize("now", ["plans/res-73.yaml", "plans/wtsa-073.yaml"])
def test_a_plan_with_another_name(tmp_path: Path, now: str) -> None:
    made = closed_with(tmp_path, ROWS, ROWS, ROWS)
    made.write({now: ROWS, PLAN: None})
    key = Path(now).stem
    assert found(tmp_path) == {f"{key}/1": KEYS, f"{key}/2": KEYS}


def test_a_plan_with_another_name_then_seen_from_then(tmp_path: Path) -> None:
    made = closed_with(tmp_path, ROWS)
    made.commit({"plans/res-73.yaml": ROWS, PLAN: None})
    made.tag("TSAG-2020-09", day="2020-09-25")
    made.commit({"plans/res-73.yaml": None, PLAN: ROWS})
    then = Repository(tmp_path).at("TSAG-2020-09")
    closed = revisions.closed(then.settings.meetings, revisions.tags(tmp_path))
    assert history(then, closed).meetings == {"res-73/1": KEYS[:2], "res-73/2": KEYS[:2]}


def test_two_items_that_swapped_their_numbers_and_were_written_anew(tmp_path: Path) -> None:
    one, other = ROWS.index("  - id"), ROWS.index('  - id: "2"')
    swapped = ROWS[:one] + (
        ROWS[one:other].replace('"1"', '"2"') + ROWS[other:].replace('"2"', '"1"')
    ).replace("text: Do", "text:  Do")
    closed_with(tmp_path, ROWS, swapped)
    assert found(tmp_path) == {"wtsa-73/1": KEYS[:2], "wtsa-73/2": KEYS[:2]}


def test_a_meeting_from_before_there_were_plans(tmp_path: Path) -> None:
    made = History(tmp_path)
    made.commit({"README": "Soon"})
    made.tag("TSAG-2020-02", day="2020-02-14")
    made.commit({PLAN: ROWS})
    made.tag("TSAG-2020-09", day="2020-09-25")
    assert found(tmp_path) == {"wtsa-73/1": KEYS[1:2], "wtsa-73/2": KEYS[1:2]}


def test_a_meeting_at_which_a_plan_could_not_be_read(tmp_path: Path) -> None:
    made = closed_with(tmp_path, ROWS, "lead: [\n", ROWS)
    made.commit({"plans/wtsa-1.yaml": ROWS})
    repository = Repository(tmp_path)
    closed = revisions.closed(repository.settings.meetings, revisions.tags(tmp_path))
    told = history(repository, closed)
    assert told.meetings == {"wtsa-73/1": KEYS[2:], "wtsa-73/2": KEYS[2:]}
    assert [*map(str, told.unread)] == [
        "wtsa-73 cannot be read as it stood at TSAG-2020-09 (`planctl validate --at TSAG-2020-09`"
        " says why), so what it said up to then is not known"
    ]
