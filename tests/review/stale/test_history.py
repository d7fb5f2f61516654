"""How long activities have said what they say: as if every plan were read whole at each meeting."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import Activity, Plan
from planctl.review.compare.plans import compare
from planctl.review.compare.sameness import stays_the_same
from planctl.review.stale.history import history
from planctl.store import revisions
from planctl.store.repository import Repository
from tests.histories import History, plan_text
from tests.versions import versions, written

KEYS = ("TSAG-2020-02", "TSAG-2020-09", "TSAG-2021-01")
PLAN = "plans/wtsa-73.yaml"


def found(root: Path) -> dict[str, tuple[str, ...]]:
    """What the history tells, of all closed meetings."""
    repository = Repository(root)
    return history(
        repository, revisions.closed(repository.settings.meetings, revisions.tags(root))
    )


def defined(states: list[Plan], now: Plan) -> dict[str, tuple[str, ...]]:
    """What it is to tell of a plan: it is compared with itself as it was at each of the meetings."""
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
@settings(max_examples=60, deadline=None)
def test_it_is_as_if_every_plan_were_read_whole(data: st.DataObject) -> None:
    each = data.draw(versions(len(KEYS) + 1))
    texts = [data.draw(written(one)) for one in each]
    with TemporaryDirectory() as folder:
        made = History(Path(folder))
        for key, text in zip(KEYS, texts, strict=False):
            made.write({PLAN: text})
            made.git("add", "--all")
            made.git("commit", "--quiet", "--allow-empty", "--message=x")
            made.git("tag", key)
        made.write({PLAN: texts[-1]})
        repository = Repository(Path(folder))
        path = made.root / PLAN
        states = [repository.at(key).read(path).plan for key in KEYS]
        now = repository.read(path).plan
        told = found(made.root)
    expected = defined(states, now)
    assert told == {address: keys for address, keys in expected.items() if keys}
