"""The rows of a plan file as pieces of its text, so that what stands in two versions is read once.

A row is an activity as planctl writes it: ``- id: "5.1"`` on a line of its own, and below it the
lines that are indented further. What looks like rows is believed only when the rest of the text,
read without them, has an activity with that ID and nothing else in the place of each.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache
from typing import Any

from planctl.patterns import late

_FIRST = late(r'^( *)- id: "', re.MULTILINE)
# Texts that go on in the next line, in which a line could look like a row without being one.
_BLOCK = late(r"[|>][-+0-9]{0,2}[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_QUOTED = late(r"'(?<=[-:?,{\[ \n]')(?:[^'\n]|'')*$", re.MULTILINE)
_CUT = "cut"  # stands in a row of which the rest was left out; no field has this name
_MEANS_NOTHING = {"text": "-", "responsible": ["-"], "time_plan": "-", "status": "ongoing"}


def rows(text: str) -> dict[str, str]:
    """What looks like the activities of a plan: the lines below each head, by that head.

    A head that stands there twice is left out.
    """
    pattern = _pattern(text)
    if pattern is None:
        return {}
    found: dict[str, str] = {}
    twice = set()
    for head, body in pattern.findall(text):
        if head in found:
            twice.add(head)
        found[head] = body
    return {head: body for head, body in found.items() if head not in twice}


def id_of(head: str) -> str:
    """The ID that the head of a row gives."""
    return head.split('"')[1]


def may_mislead(text: str) -> bool:
    """Whether something in ``text`` may look like a row without being one."""
    return bool(("|" in text or ">" in text) and _BLOCK.search(text)) or bool(_QUOTED.search(text))


def are_rows(text: str, found: Mapping[str, str]) -> bool:
    """Whether each of those :func:`rows` is a whole activity of the plan in ``text``.

    Raises SyntaxFault as :func:`planctl.store.yaml.reader.read` does.
    """
    return read_without(text, found.keys()) is not None


def read_without(text: str, heads: Container[str]) -> Any:
    """The data of the plan in ``text``, with nothing in the rows of those ``heads`` but their IDs.

    Such a row has what every activity must have, the same in each. The data of two texts, read
    without rows that both have, differ as the texts do. None where the heads are not those of
    activities; raises SyntaxFault as :func:`planctl.store.yaml.reader.read` does.
    """
    from planctl.store.yaml.reader import read

    pattern = _pattern(text)
    if pattern is None:
        return read(text)
    cut = []

    def head_alone(row: re.Match[str]) -> str:
        if row[1] not in heads:
            return row[0]
        cut.append(id_of(row[1]))
        if _QUOTED.search(row[2]):
            read(row[0])  # a quotation that does not end within the row is refused
        return f"{row[1]}{' ' * row[1].index('-')}  {_CUT}: 1\n"

    data = read(pattern.sub(head_alone, text))
    try:
        emptied = [
            row["id"]
            for one in data["directives"]
            for row in one["activities"]
            if row.keys() == {"id", _CUT}
        ]
        if emptied != cut:
            return None
        directives = [
            {**one, "activities": [*map(_whole, one["activities"])]} for one in data["directives"]
        ]
    except (AttributeError, LookupError, TypeError):  # it is no plan
        return None
    return {**data, "directives": directives}


def _whole(activity: Any) -> Any:
    """An activity; one that was cut with what every activity has."""
    return {"id": activity["id"], **_MEANS_NOTHING} if _CUT in activity else activity


def _pattern(text: str) -> re.Pattern[str] | None:
    """What finds the rows of ``text`` with their heads and bodies; None where it has none."""
    directive = _FIRST.search(text)
    if directive is None:
        return None
    inner = f'\n {{{len(directive[1]) + 1},}}- id: "'
    activity = re.search(inner, text[directive.end() :])
    return _rows_at(activity[0].index("-") - 1) if activity else None


@lru_cache(maxsize=8)
def _rows_at(indent: int) -> re.Pattern[str]:
    spaces = " " * indent
    # Possessive: a line is a row's or it is not, so nothing is ever tried a second time.
    return re.compile(
        rf'^({spaces}- id: "[^"\n]*"[ \t]*\r?\n)((?:{spaces} .*+\n| *+(?:#.*+)?\r?\n)++)',
        re.MULTILINE,
    )
