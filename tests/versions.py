"""Plans that go through a few versions, each written as somebody's editor might have left it."""

from __future__ import annotations

import copy
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from planctl.store.plan_paths import SETTINGS
from planctl.store.yaml import emit
from tests.histories import CALENDAR, environment, git
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
            number = f"9.{len(str(was))}"  # which no other has
            new = row(number, "Write a handbook", report=[])
            draw(st.sampled_from(directives))["activities"].append(new)
        case "remove":
            directives[-1]["activities"][1:] = []
        case "renumber":
            _renumber(directives)
        case "swap":
            one, other = (draw(st.sampled_from(directives))["activities"][0] for _ in range(2))
            one["id"], other["id"] = other["id"], one["id"]
        case "shuffle":
            data["directives"] = draw(st.permutations(directives))
        case "title":
            data["resolution"]["title"] += " and more"
    return data


def _renumber(directives: list[Data]) -> None:
    for directive in directives:
        for item in (directive, *directive["activities"]):
            first, dot, rest = item["id"].partition(".")
            item["id"] = f"{int(first) + 1}{dot}{rest}"


@st.composite
def written(draw: st.DrawFn, data: Mapping[str, Any]) -> str:
    """A plan's data as a file: with comments, broken lines or line ends of another kind."""
    text = emit.document(dict(data))
    if draw(st.booleans()):
        text = _HEAD.sub(lambda found: f"{found[1]}# look here\n{found[0]}", text, count=2)
    if draw(st.booleans()):
        text = _WORDS.sub(r"\1\2: \3\n\1  \4", text, count=draw(st.integers(1, 3)))
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text


def keep(root: Path, path: str, texts: Mapping[str, str]) -> None:
    """Make ``root`` a git repository in which a file has a text at each tag; all in one run."""
    orders = b""
    for key, text in texts.items():
        content = text.encode()
        orders += f"commit refs/tags/{key}\ncommitter A <a@example.org> 0 +0000\n".encode()
        orders += b"data 0\n"
        for name, told in ((path, content), (SETTINGS, CALENDAR.encode())):
            orders += f"M 100644 inline {name}\ndata {len(told)}\n".encode() + told + b"\n"
    git(root, "init", "--quiet")
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=root, env=environment(), input=orders, check=True
    )
    (root / SETTINGS).write_text(CALENDAR, encoding="utf-8", newline="")
    (root / path).parent.mkdir()
