"""Plans that go through a few versions, each written as somebody's editor might have left it."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from planctl.store.yaml import emit
from tests.review.compare.example import row
from tests.review.compare.test_properties import EDITS, plans

Data = dict[str, Any]

_NOTES: dict[str, Any] = {
    "notes": lambda one: one.update(notes="Ring them"),
    "last_reviewed": lambda one: one.update(last_reviewed="2021-01-15"),
    "see": lambda one: one["report"].append({"see": ["1"]}),
    "emptied": lambda one: one.update(report=[]),
}
_ONE = {**EDITS, **_NOTES}
_MANY = ("nothing", "add", "remove", "renumber", "swap", "shuffle", "title")
_HEAD = re.compile(r'^( *)- id: "', re.MULTILINE)
_WORDS = re.compile(r"^( *)(text|time_plan): (\w+) (\w.*)$", re.MULTILINE)


@st.composite
def versions(draw: st.DrawFn, number: int) -> list[Data]:
    """The data of a plan in ``number`` versions, each made of the one before."""
    found: list[Data] = [copy.deepcopy(dict(draw(plans(distinct=draw(st.booleans()))).data))]
    while len(found) < number:
        found.append(draw(_edited(found[-1])))
    return found


@st.composite
def _edited(draw: st.DrawFn, was: Mapping[str, Any]) -> Data:
    data: Data = copy.deepcopy(dict(was))
    directives = data["directives"]
    for name in draw(st.lists(st.sampled_from(sorted(_ONE)), max_size=2)):
        one = draw(st.sampled_from(draw(st.sampled_from(directives))["activities"]))
        _ONE[name](one)
    match draw(st.sampled_from(_MANY)):
        case "add":
            draw(st.sampled_from(directives))["activities"].append(row("9.9", "Write a handbook"))
        case "remove":
            activities = draw(st.sampled_from(directives))["activities"]
            if len(activities) > 1:
                activities.pop()
        case "renumber":
            for directive in directives:
                for item in (directive, *directive["activities"]):
                    first, dot, rest = item["id"].partition(".")
                    item["id"] = f"{int(first) + 1}{dot}{rest}"
        case "swap":
            one, other = (draw(st.sampled_from(directives))["activities"][0] for _ in range(2))
            one["id"], other["id"] = other["id"], one["id"]
        case "shuffle":
            data["directives"] = draw(st.permutations(directives))
        case "title":
            data["resolution"]["title"] += " and more"
    return data


@st.composite
def written(draw: st.DrawFn, data: Mapping[str, Any]) -> str:
    """A plan's data as a file: with comments, broken lines or line ends of another kind."""
    text = emit.document(dict(data))
    if draw(st.booleans()):
        text = _HEAD.sub(lambda found: f"{found[1]}# look here\n{found[0]}", text, count=2)
    if draw(st.booleans()):
        text = _WORDS.sub(r"\1\2: \3\n\1  \4", text, count=draw(st.integers(1, 3)))
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text
