"""A plan carried over: open rows name the same clauses as before, closed rows stay as they were."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.change import answering
from planctl.change.carrying import steps
from planctl.change.edition import carried
from planctl.plan.citations import field_of
from planctl.plan.clauses import blocks_in, meanings
from planctl.plan.model import plan_from
from planctl.review.coverage import coverage
from planctl.store import schema
from planctl.store.yaml import emit
from planctl.store.yaml.reader import read
from planctl.store.yaml.rewriting import rewrite

BLOCKS = ("resolves", "instructs the Director of TSB", "instructs TSAG", "invites Member States")
NAMED = {"edition": "Rev. Lisbon, 2023"}


def words(name: str) -> str:
    return " ".join(f"{name}word{at}" for at in range(8))


def stated(blocks: list[list[str]]) -> list[dict[str, Any]]:
    """The clauses of an edition; a block with one clause does not number it."""
    return [
        {"block": block, **({"number": str(at)} if len(names) > 1 else {}), "text": words(name)}
        for block, names in zip(BLOCKS, blocks, strict=True)
        for at, name in enumerate(names, 1)
    ]


def plan_of(clauses: list[dict[str, Any]]) -> dict[str, Any]:
    named = {"assembly": "WTSA", "number": 301, "edition": "Nairobi, 2019", "title": "Quiet hours"}
    return {
        "resolution": named,
        "lead": "ITU-T SG5",
        "as_of": "2023-10",
        "clauses": clauses,
        "directives": answering.directives(clauses, "ITU-T SG5"),
    }


@st.composite
def editions(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Two editions: clauses stay, go, come, and change places within their block and beyond."""
    sizes = draw(st.tuples(*(st.integers(0, 5) for _ in BLOCKS)))
    old = [[f"b{block}c{at}x" for at in range(size)] for block, size in enumerate(sizes)]
    kept = [name for names in old for name in names if draw(st.integers(0, 4))]
    fresh = [f"fresh{at}x" for at in range(draw(st.integers(0, 3)))]
    new: list[list[str]] = [[] for _ in BLOCKS]
    for name in draw(st.permutations([*kept, *fresh])):
        stays = name.startswith("b") and draw(st.integers(0, 3))
        new[int(name[1]) if stays else draw(st.integers(0, 3))].append(name)
    return stated(old), stated(new)


def meant(item: dict[str, Any], clauses: list[dict[str, Any]]) -> list[str]:
    found = meanings(item["references"], list(blocks_in(clauses)))
    return sorted(clause.text for one in found for clause in one.clauses)


def asked_by(item: dict[str, Any], clauses: list[dict[str, Any]]) -> list[str]:
    """The clauses of the plan's own edition that a row answers."""
    field = field_of(item)
    return meant({"references": item[field]}, clauses) if field else []


@settings(max_examples=40, deadline=None)
@given(editions(), st.lists(st.sampled_from(["ongoing", "completed", "superseded"]), max_size=20))
def test_rows_follow_their_clauses(
    case: tuple[list[dict[str, Any]], list[dict[str, Any]]], statuses: list[str]
) -> None:
    old, new = case
    data = plan_of(old)
    for directive, status in zip(data["directives"], statuses, strict=False):
        directive["activities"][0]["status"] = status
    before = copy.deepcopy(data)
    after = carried(data, old, new, steps(data, old, new), NAMED)
    assert data == before
    assert schema.fits(schema.PLAN, after)
    left = {one["text"] for one in new}
    rows = {one["id"]: one for one in after["directives"]}
    for was in before["directives"]:
        now = rows[was["id"]]
        (text,) = meant(was, old)
        assert now["text"] == was["text"]
        status = was["activities"][0]["status"]
        if status in ("completed", "superseded"):
            kept = {key: now[key] for key in ("edition", "answers") if key in now}
            assert now == {**was, **kept}
            assert kept.get("edition", "Nairobi, 2019") == "Nairobi, 2019"
            if "edition" in kept:
                assert ("answers" in kept) == (text in left)
            assert text not in left or text in asked_by(now, after["clauses"])
        elif text not in left:
            assert now["references"] == was["references"]
            assert (now["edition"], now["activities"][0]["status"]) == (
                "Nairobi, 2019",
                "superseded",
            )
        if "edition" not in now:
            assert meant(now, after["clauses"]) == [text]
    answered = coverage(plan_from("wtsa-301", after))
    assert (answered.strays, answered.unfounded) == ((), ())
    fresh = {one["text"] for one in new} - {one["text"] for one in old}
    asked = [one for one in answered.unanswered if one.clause.text in fresh]
    assert asked == []
    places = [one["text"] for one in after["clauses"]]
    for at, row in enumerate(after["directives"]):
        if row["id"] not in {one["id"] for one in before["directives"]}:
            (text,) = asked_by(row, after["clauses"])
            others = [each for one in after["directives"] if one is not row
                      for each in asked_by(one, after["clauses"])]  # fmt: skip
            earlier = [
                places.index(one) for one in others if places.index(one) < places.index(text)
            ]
            if earlier:
                assert asked_by(after["directives"][at - 1], after["clauses"]) == [
                    places[max(earlier)]
                ]
    file = emit.document(data)
    assert read(rewrite(file, after)) == after


def test_what_is_not_taken_stays() -> None:
    old, new = stated([["a", "b"], [], [], []]), stated([["fresh", "b", "a"], [], [], []])
    data = plan_of(old)
    after = carried(data, old, new, [], NAMED)
    assert after["directives"] == data["directives"]
    assert after["resolution"]["edition"] == "Rev. Lisbon, 2023"
    assert [one.get("formerly") for one in after["clauses"]] == [None, None, None]


def test_an_edition_without_references_of_its_own_says_nothing() -> None:
    old, new = stated([["a", "b"], [], [], []]), stated([["b", "a"], [], [], []])
    data = plan_of(old)
    data["directives"][0]["activities"][0] |= {"edition": "Geneva, 2012", "answers": "Resolves (2)"}
    after = carried(data, old, new, steps(data, old, new), NAMED)
    assert [one["references"] for one in after["directives"]] == ["Resolves (2)", "Resolves (1)"]
    assert after["directives"][0]["activities"] == data["directives"][0]["activities"]


def test_what_only_invited_before_gets_a_directive() -> None:
    clauses = [{"block": f"{verb} the Director of TSB", "text": words("a")}
               for verb in ("invites", "instructs")]  # fmt: skip
    data = plan_of(clauses[:1])
    assert data["directives"] == []
    found = steps(data, clauses[:1], clauses[1:])
    after = carried(data, clauses[:1], clauses[1:], found, NAMED)
    assert [one["references"] for one in after["directives"]] == ["Instructs the Director of TSB"]
    back = steps(after, clauses[1:], clauses[:1])
    assert [one.fresh for one in (*back, *steps(after, clauses[1:], clauses[1:]))] == [(), ()]


def test_what_is_left_names_the_edition_before_where_its_number_is_another_clause_s() -> None:
    old, new = stated([["a", "b"], [], [], []]), stated([["fresh", "b", "a"], [], [], []])
    data = plan_of(old)
    found = steps(data, old, new)
    unchanged = [one for one in found if one.kind == "unchanged"]
    left = [one for one in found if one.kind != "unchanged"]
    first, second = carried(data, old, new, unchanged, NAMED, (), left)["directives"]
    assert first == {**data["directives"][0], "edition": "Nairobi, 2019"}
    assert second == data["directives"][1]


def test_activities_with_references_of_their_own_follow_too() -> None:
    old, new = stated([["a", "b"], [], [], []]), stated([["fresh", "a"], [], [], []])
    data = plan_of(old)
    first = data["directives"][0]
    open_ = {**first["activities"][0], "id": "1.2", "references": "Resolves (2)"}
    closed = {**open_, "id": "1.3", "references": "Resolves (1)", "status": "completed"}
    first["activities"] = [{**first["activities"][0], "id": "1.1"}, open_, closed]
    after = carried(data, old, new, steps(data, old, new), NAMED)
    assert [one["id"] for one in after["directives"]] == ["3", "1", "2"]
    rows = after["directives"][1]["activities"]
    assert after["directives"][1]["references"] == "Resolves (2)"
    names = ("references", "edition", "answers")
    assert [tuple(one.get(name) for name in ("status", *names)) for one in rows] == [
        ("not-started", None, None, None),
        ("superseded", "Resolves (2)", "Nairobi, 2019", None),
        ("completed", "Resolves (1)", "Nairobi, 2019", "Resolves (2)"),
    ]
    assert list(rows[2]) == [
        *("id", "text", "responsible", "time_plan", "status", *names),
    ]
    assert after["directives"][2]["edition"] == "Nairobi, 2019"


def test_what_a_closed_row_answers_follows_from_edition_to_edition() -> None:
    texts = [stated([names, [], [], []]) for names in (["a", "b"], ["x", "a", "b"], ["a"], ["y"])]
    data = plan_of(texts[0])
    for directive in data["directives"]:
        directive["activities"][0]["status"] = "completed"
    told = list[object]()
    for old, new in pairwise(texts):
        found = steps(data, old, new)
        data = carried(data, old, new, found, {"edition": f"Edition {len(told)}, 2020"})
        rows = {one["id"]: one for one in data["directives"]}
        told.append([(rows[at]["references"], rows[at]["edition"], rows[at].get("answers"))
                     for at in ("1", "2")])  # fmt: skip
    assert told == [
        [("Resolves (1)", "Nairobi, 2019", "Resolves (2)"),
         ("Resolves (2)", "Nairobi, 2019", "Resolves (3)")],
        [("Resolves (1)", "Nairobi, 2019", "Resolves"), ("Resolves (2)", "Nairobi, 2019", None)],
        [("Resolves (1)", "Nairobi, 2019", None), ("Resolves (2)", "Nairobi, 2019", None)],
    ]  # fmt: skip


def lettered(block: str, *texts: str) -> list[dict[str, Any]]:
    """A block with one clause, and clauses a), b) … within it."""
    within = [{"block": block, "number": "1", "sub": f"{letter})", "text": text}
              for letter, text in zip("abc", texts, strict=False)]  # fmt: skip
    return [{"block": block, "number": "1", "text": "to train experts:"}, *within]


def test_references_to_clauses_within_others_follow_the_words() -> None:
    old = lettered("resolves", "in counting lamps;", "in measuring light;")
    new = lettered("resolves", "in law;", "in counting lamps;", "in measuring all light;")
    data = plan_of(old)
    for sub, expected in (("a)", "Resolves (1) b)"), ("b)", "Resolves (1) c)")):
        data["directives"][0]["references"] = f"Resolves (1) {sub}"
        after = carried(data, old, new, steps(data, old, new), NAMED)
        assert after["directives"][0]["references"] == expected
    gone = lettered("resolves", "in law;")
    data["directives"][0]["references"] = "Resolves (1) a)"
    after = carried(data, old, gone, steps(data, old, gone), NAMED)
    assert after["directives"][0]["references"] == "Resolves (1)"


def test_who_is_responsible_follows_the_addressee() -> None:
    texts = ("to hold workshops;", "to train experts;", "to report to the Council,")
    partner = ", in collaboration with the Director of BDT"
    both = ["Director TSB (in collaboration with the Director of BDT)"]
    old, new = (
        [{"block": f"instructs the Director of TSB{more}", "number": str(at), "text": text}
         for at, text in enumerate(texts, 1)]
        for more in ("", partner)
    )  # fmt: skip
    data = plan_of(old)
    data["directives"][1]["activities"][0]["status"] = "completed"
    data["directives"][2]["activities"][0]["responsible"] = ["ITU-T SG5"]
    found = steps(data, old, new)
    assert [(one.kind, one.whom) for one in found] == [("modified", (["Director TSB"], both))] * 3
    after = carried(data, old, new, found, NAMED)
    who = [one["activities"][0]["responsible"] for one in after["directives"]]
    assert who == [both, ["Director TSB"], ["ITU-T SG5"]]
