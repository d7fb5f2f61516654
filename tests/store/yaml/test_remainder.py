"""What is left of two rows says the same if the rows do, and changed as they did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planctl.plan.deliverable import line
from planctl.plan.model import Activity, activity_from
from planctl.review.compare.report import compare
from planctl.review.compare.sameness import says_the_same
from planctl.store.yaml import emit, rows
from planctl.store.yaml.reader import read
from planctl.store.yaml.remainder import remainders
from tests.review.compare.example import directive, plan, row

Report = Sequence[dict[str, Any]]

SENT = {"text": "Sent:", "deliverables": ["SG5-LS1"]}
MORE = {"text": "More: “2019”", "deliverables": [{"title": "A forum", "items": ["K.9"]}]}
YEAR = {"year": 2019, "deliverables": ["SG5-LS1", "K.9"]}
LAST = {"text": "Work goes on."}
BLOCKS = (
    *(SENT, MORE, YEAR, LAST, {"year": 2019}, {"deliverables": ["K.9"]}, {"see": ["3"]}),
    *({"text": "Sent:"}, {"text": ""}, {"text": "In 2019:", "year": 2019}, {"text": 'He said "so'}),
    {"text": "K.9:\nand so on"},
)


def text_of_row(report: Report, **fields: Any) -> str:
    """A row of a plan file."""
    data = plan(directive("1", "Ask", row("1", "Do it", report=[*report], **fields))).data
    [(head, body)] = rows.pieces(emit.document(dict(data))).rows.items()
    return head + body


def activity(text: str) -> Activity:
    [data] = read(text)
    return activity_from(data, ())


def changes(was: Activity, now: Activity) -> list[object]:
    """What changed in the reports."""
    found = compare(was.report, now.report)
    cited = [
        (one.was and line(one.was), one.now and line(one.now), one.fields)
        for one in found.deliverables
    ]
    return [*found.texts, *cited]


def blocks_left(was: Report, now: Report) -> list[int]:
    left = remainders(text_of_row(was), text_of_row(now))
    return [len(activity(text).report) for text in left]


@pytest.mark.parametrize(
    ("was", "now", "left"),
    [
        ([SENT, MORE, LAST], [SENT, MORE, LAST], [0, 0]),
        ([SENT, MORE], [SENT, MORE, LAST], [0, 1]),
        ([SENT, YEAR], [SENT, YEAR, LAST], [2, 3]),
        ([SENT, MORE, LAST], [SENT, YEAR, MORE, LAST], [1, 2]),
        ([SENT, MORE, LAST], [MORE, YEAR, LAST, SENT], [1, 2]),
        ([SENT, MORE, YEAR], [LAST, MORE, YEAR], [3, 3]),
        ([MORE, LAST], [{"see": ["3"]}, SENT, MORE, LAST], [0, 2]),
        ([SENT, LAST], [{"text": "Sent:"}, SENT, LAST], [2, 3]),
        ([MORE, SENT], [{"text": "Sent: all"}, SENT], [2, 2]),
        ([YEAR, LAST], [YEAR, SENT, LAST], [1, 2]),
        ([SENT], [MORE], [1, 1]),
        ([], [SENT], [0, 1]),
    ],
)
def test_how_much_is_left(was: Report, now: Report, left: list[int]) -> None:
    assert blocks_left(was, now) == left


def test_what_is_written_in_another_way_is_left_whole() -> None:
    was, now = text_of_row([SENT, MORE]), text_of_row([SENT, MORE, LAST])
    for text in (
        now.replace("\n", "\r\n"),
        now.replace("Sent:", "Sent:\n              more 'and\n              more'"),
        now.replace("text: Work goes on.", "text: |-\n              Work goes on."),
        now.replace("report:\n", "report:  # what was done\n"),
    ):
        assert remainders(was, text) == (was, text)


@given(*(st.lists(st.sampled_from(BLOCKS), max_size=5) for _ in range(3)), st.data())
@example([SENT], [YEAR], [], None)
@settings(max_examples=60, deadline=None)
def test_they_say_the_same_if_the_rows_do(
    one: Report, other: Report, both: Report, data: st.DataObject | None
) -> None:
    others = data.draw(st.permutations(other)) if data else other
    was = text_of_row([*both, *one, *others, *both])
    fields = {"notes": "Ring"} if data and data.draw(st.booleans()) else {}
    now = text_of_row([*both, *other, *one, *both], **fields)
    left = [activity(text) for text in remainders(was, now)]
    assert says_the_same(left[0], left[1]) == says_the_same(activity(was), activity(now))
    assert changes(left[0], left[1]) == changes(activity(was), activity(now))
