"""What holds for any two plans."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.change.renumbering import Move, id_changes, mended, renamed
from planctl.plan.model import Plan, plan_from
from planctl.review.compare.changes import FieldChange, ItemChange
from planctl.review.compare.plans import compare
from tests.review.compare.example import Data, directive, plan, row, told

WORDS = (
    *("exposure", "awareness", "circular", "measure", "handbook", "council", "training", "limits"),
    *("antenna", "recycling", "toxic", "children", "Africa", "towers", "batteries", "climate"),
)
IDENTIFIERS = tuple(f"K.{number}" for number in range(50, 70))
BLOCKS = st.one_of(
    st.builds(lambda text: {"text": text}, st.sampled_from(["Sent:", "Drafts:", "None yet", ""])),
    st.builds(
        lambda year, cited: {"year": year, "deliverables": cited},
        st.integers(2017, 2020),
        st.lists(st.sampled_from(IDENTIFIERS), max_size=4),
    ),
    st.builds(
        lambda cited, title: {"deliverables": [*cited, {"title": title, "items": ["K.9"]}]},
        st.lists(st.sampled_from(IDENTIFIERS), max_size=3),
        st.sampled_from(["A forum", "A workshop"]),
    ),
)


@st.composite
def plans(draw: st.DrawFn, distinct: bool = False) -> Plan:
    """A plan of up to six directives; with ``distinct``, no two texts have a word in common."""
    directives = []
    number = 0
    for at in range(draw(st.integers(1, 6))):
        rows = []
        many = draw(st.integers(1, 3))
        for place in range(many):
            number += 1
            text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)))
            if distinct:
                text = f"first{number} second{number} third{number}"
            id_ = str(at + 1) if many == 1 else f"{at + 1}.{place + 1}"
            report = draw(st.lists(BLOCKS, max_size=4))
            if draw(st.booleans()):
                report.append({"see": [str(draw(st.integers(1, at + 1)))]})
            rows.append(row(id_, text, report=report))
        asked = draw(st.sampled_from(WORDS)) if not distinct else f"asked{at} wanted{at}"
        directives.append(directive(str(at + 1), asked, *rows))
    return plan(*directives)


def seen(change: ItemChange, *, behind: bool = False) -> tuple[Any, ...]:
    """A change without the order of what is in it; from behind, as if it went the other way."""
    step = -1 if behind else 1

    def fields(changes: Iterable[FieldChange]) -> list[str]:
        return sorted(repr((one.field, (one.was, one.now)[::step])) for one in changes)

    return (
        [item and item.path for item in (change.was, change.now)[::step]],
        change.moved[::step],
        fields(change.fields),
        sorted(repr((one.was, one.now)[::step]) for one in change.texts),
        sorted(
            repr(((one.was, one.now)[::step], fields(one.fields))) for one in change.deliverables
        ),
    )


def copied(one: Plan) -> Data:
    return copy.deepcopy(dict(one.data))


@given(plans())
@settings(max_examples=30, deadline=None)
def test_a_plan_and_itself(one: Plan) -> None:
    assert compare([one], [plan_from(one.key, copied(one))]) == ()


@given(plans(), plans())
@settings(max_examples=75, deadline=None)
def test_the_other_way_round_is_the_mirror_image(was: Plan, now: Plan) -> None:
    there, back = compare([was], [now]), compare([now], [was])
    assert [one.unchanged for one in there] == [one.unchanged for one in back]
    forward = [seen(item) for change in there for item in change.items]
    backward = [seen(item, behind=True) for change in back for item in change.items]
    assert sorted(map(repr, forward)) == sorted(map(repr, backward))


@given(plans(), plans())
@settings(max_examples=30, deadline=None)
def test_every_item_is_told_once_or_is_the_same(was: Plan, now: Plan) -> None:
    for change in compare([was], [now]):
        for side, one in (("was", was), ("now", now)):
            paths = [getattr(item, side).path for item in change.items if getattr(item, side)]
            assert len(paths) == len(set(paths))
            activities = {activity.path for _, activity in one.activities()}
            revised = {
                getattr(item, side).path
                for item in change.items
                if item.is_activity
                and getattr(item, side)
                and (item.what != "changed" or item.is_revised)
            }
            assert len(activities) - len(revised & activities) == change.unchanged


@given(plans(distinct=True), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_new_numbers_are_nothing_but_new_numbers(was: Plan, random: Any) -> None:
    numbers = [str(at + 1) for at in range(len(was.directives))]
    random.shuffle(numbers)
    moves = []
    for one, new in zip(was.directives, numbers, strict=True):
        moves.append(Move(one, new))
        moves += [Move(each, new + each.id[len(one.id) :]) for each in one.activities]
    moves = [move for move in moves if move.old != move.new]
    data = copied(was)
    names = renamed(was, moves)
    for change in (*id_changes(was, moves), *mended(was, was.key, names, [was.key])):
        place: Any = data
        for step in change.path[:-1]:
            place = place[step]
        place[change.path[-1]] = change.new
    found = [item for one in compare([was], [plan_from(was.key, data)]) for item in one.items]
    assert all(item.only_renumbered for item in found)
    assert len(found) == len(moves)


@given(plans(distinct=True), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_order_and_line_breaks_are_nothing(was: Plan, random: Any) -> None:
    data = copied(was)
    random.shuffle(data["directives"])
    for each in data["directives"]:
        each["text"] = each["text"].replace(" ", "\n  ")
        random.shuffle(each["activities"])
        for one in each["activities"]:
            one["text"] = one["text"].replace(" ", "  ")
            for block in one["report"]:
                random.shuffle(block.get("deliverables", []))
    assert compare([was], [plan_from(was.key, data)]) == ()


EDITS: dict[str, Any] = {
    "status": lambda one: one.update(status="completed"),
    "text": lambda one: one.update(text=one["text"] + " and more"),
    "time_plan": lambda one: one.update(time_plan="2021"),
    "due": lambda one: one.update(due="TSAG-2021-01"),
    "report added": lambda one: one["report"].append({"text": "This is what was done"}),
    "deliverable added": lambda one: one["report"].append({"deliverables": ["L.1023"]}),
}


@given(plans(distinct=True), st.data())
@settings(max_examples=50, deadline=None)
def test_an_edit_is_told_as_what_it_is(was: Plan, draw: st.DataObject) -> None:
    data = copied(was)
    each = draw.draw(st.sampled_from(data["directives"]))
    one = draw.draw(st.sampled_from(each["activities"]))
    names = draw.draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, unique=True))
    names.sort(key=list(EDITS).index)
    for name in sorted(names, key=lambda name: name == "report added"):
        EDITS[name](one)
    (change,) = compare([was], [plan_from(was.key, data)])
    (item,) = change.items
    said = told(item).split(", ")
    assert said[0] == f"activity {one['id']}"
    assert sorted(said[1:]) == sorted(names)
    assert change.unchanged == sum(1 for _ in was.activities()) - 1
