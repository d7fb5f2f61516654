"""What is compared of two files is what is in the whole of them, however little of it is read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import plan_from
from planctl.review.compare.as_json import as_json
from planctl.review.compare.plans import compare
from planctl.store.changed import changed
from planctl.store.repository import Repository
from planctl.store.yaml.reader import read
from tests.versions import keep, versions, written

PLAN = "plans/wtsa-73.yaml"


@given(st.data())
@settings(max_examples=12, deadline=None)
def test_it_is_as_if_the_plans_were_read_whole(data: st.DataObject) -> None:
    texts = [data.draw(written(one)) for one in data.draw(versions(2))]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        keep(root, PLAN, {"TSAG-2020-02": texts[0]})
        (root / PLAN).write_bytes(texts[1].encode())
        repository = Repository(root)
        found = changed(repository.at("TSAG-2020-02"), repository)
    was, now = (plan_from("wtsa-73", read(text)) for text in texts)
    told = compare(found.was, found.now, found.unread)
    expected = compare([was], [now])
    assert [as_json(one) for one in told] == [as_json(one) for one in expected]
