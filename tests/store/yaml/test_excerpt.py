"""What is left out of two versions of a plan makes no difference to what is told of them."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import plan_from
from planctl.review.compare.as_json import as_json
from planctl.review.compare.plans import compare
from planctl.store.yaml import emit, rows
from planctl.store.yaml.excerpt import Excerpt, excerpt
from planctl.store.yaml.reader import read
from tests.histories import plan_text
from tests.review.compare.test_properties import EDITS, plans

ONE = plan_text(1, {str(number): "ongoing" for number in range(1, 5)})
OTHER = ONE.replace("Do 3\n        responsible: [SG5]", "Do 3\n        responsible: [SG2]")


def excerpts(was: str, now: str) -> Excerpt | None:
    return excerpt(rows.pieces(was), rows.pieces(now))


def test_only_the_row_that_differs_and_its_directive_are_read() -> None:
    found = excerpts(ONE, OTHER.replace("2020-10", "2020-12"))
    assert found is not None
    assert found.unread == 3
    assert [found.was["as_of"], found.now["as_of"]] == ["2020-10", "2020-12"]
    whole = read(ONE)["directives"]
    told = {**whole[2]["activities"][0], "report": []}  # what both report is not read either
    assert found.was["directives"] == [{**whole[2], "activities": [told]}]
    [directive] = found.now["directives"]
    assert directive["activities"] == [{**told, "responsible": ["SG2"]}]


def test_of_a_plan_in_which_no_row_differs_one_is_read() -> None:
    found = excerpts(ONE, ONE.replace("2020-10", "2020-12"))
    assert found is not None
    assert ([one["id"] for one in found.now["directives"]], found.unread) == (["1"], 3)


CLAUSES = "clauses:\n  - block: Resolves\n    text: It\n"


def test_what_stands_behind_the_directives_is_read() -> None:
    found = excerpts(f"{ONE}{CLAUSES}", f"{OTHER}{CLAUSES.replace('It', 'They')}")
    assert found is not None
    assert [side["clauses"][0]["text"] for side in (found.was, found.now)] == ["It", "They"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Resolves (2)", "Resolves (3)"),
        ('      - id: "2"', '      - id: "2.1"'),
        ("text: Do 3\n        r", "text: Do that\n        r"),
        ("text: Do 4\n        r", "text: Do 3\n        r"),
        ("lead: SG5", "lead: |\n  SG5"),
        ('  - id: "2"', '# two\n  - id: "2"\n    unnumbered: true\n  - id: "1.5"'),
        ("        status: ongoing\n", '      - id: "1"\n        status: ongoing\n'),
    ],
    ids=["directive", "id", "title", "title twice", "block", "directive added", "id twice"],
)
def test_where_more_differs_it_is_not_told_from_less(was: str, now: str) -> None:
    assert was in OTHER
    assert excerpts(ONE, OTHER.replace(was, now)) is None
    assert excerpts(OTHER.replace(was, now), ONE) is None


def test_rows_that_are_written_in_another_way_are_not_told_apart() -> None:
    flow = ONE.partition("    activities:\n")[0] + "    activities: [{id: '1', text: Do}]\n"
    assert excerpts(flow, flow.replace("Do}", "Done}")) is None
    assert excerpts(ONE, flow) is None
    assert excerpts("lead: SG5\n", "lead: SG2\n") is None


@given(st.data())
@settings(max_examples=20, deadline=None)
def test_it_tells_what_the_whole_does(data: st.DataObject) -> None:
    was = data.draw(plans(distinct=True)).data
    now = copy.deepcopy(dict(was))
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3)):
        directive = data.draw(st.sampled_from(now["directives"]))
        EDITS[name](data.draw(st.sampled_from(directive["activities"])))
    texts = [emit.document(dict(one)) for one in (was, now)]
    found = excerpts(texts[0], texts[1])
    if found is not None:
        less = [plan_from("wtsa-73", side) for side in found[:2]]
        whole = [plan_from("wtsa-73", read(text)) for text in texts]
        told = compare(less[:1], less[1:], {"wtsa-73": found.unread})
        assert [*map(as_json, told)] == [*map(as_json, compare(whole[:1], whole[1:]))]
