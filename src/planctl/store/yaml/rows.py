"""The rows of a plan file as pieces of its text, so that what stands in two versions is read once.

A row is an activity as planctl writes it: ``- id: "5.1"`` on a line of its own, and below it the
lines that are indented further. What looks like rows is believed only when the rest of the text,
read without them, has an activity with that ID and nothing else in the place of each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from planctl.patterns import late

_FIRST = late(r'^( *)- id: "', re.MULTILINE)
# Texts that go on in the next line, in which a line could look like a row without being one.
_BLOCK = late(r"[|>][-+0-9]{0,2}[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_QUOTED = late(r"'(?<=[-:?,{\[ \n]')(?:[^'\n]|'')*$", re.MULTILINE)
_CUT = "cut"  # stands in a row of which the rest was left out; no field has this name
_MEANS_NOTHING = {"text": "-", "responsible": ["-"], "time_plan": "-", "status": "ongoing"}


class Pieces(NamedTuple):
    """A text in pieces: what stands before the first row, its head, the lines below it, and so on.

    ``rows`` are the lines below each head, by that head; one that stands there twice is left out.
    """

    parts: Sequence[str]
    rows: Mapping[str, str]


def pieces(text: str) -> Pieces:
    """What looks like the activities of a plan, and the text around them."""
    pattern = _pattern(text)
    parts = pattern.split(text) if pattern else [text]
    heads = Counter(parts[1::3])
    rows = dict(zip(parts[1::3], parts[2::3], strict=True))
    return Pieces(parts, {head: rows[head] for head, times in heads.items() if times == 1})


def start_of_directives(text: Pieces) -> int:
    """Where in the first part the first directive starts; 0 where none is seen."""
    found = _FIRST.search(text.parts[0])
    return found.start() if found else 0


def id_of(head: str) -> str:
    """The ID that the head of a row gives."""
    return head.split('"')[1]


def may_mislead(text: str) -> bool:
    """Whether something in ``text`` may look like a row without being one."""
    return bool(("|" in text or ">" in text) and _BLOCK.search(text)) or (
        "'" in text and bool(_QUOTED.search(text))
    )


def are_rows(text: Pieces) -> bool:
    """Whether each of the rows is a whole activity of the plan.

    Raises SyntaxFault as :func:`planctl.store.yaml.reader.read` does.
    """
    return read_without(text, text.rows.keys()) is not None


def read_without(text: Pieces, heads: Container[str]) -> Any:
    """The data of the plan in ``text``, with nothing in the rows of those ``heads`` but their IDs.

    Such a row has what every activity must have, the same in each. The data of two texts, read
    without rows that both have, differ as the texts do. None where the rows are not those of
    activities; raises SyntaxFault as :func:`planctl.store.yaml.reader.read` does.
    """
    from planctl.store.yaml.reader import read

    if not text.rows:
        return read("".join(text.parts))
    wanted = [head + body for head, body in text.rows.items() if head not in heads]
    found = read("".join(wanted)) if wanted else []
    if len(found) != len(wanted):
        return None
    for head, body in text.rows.items():
        if head in heads and "'" in body and _QUOTED.search(body):
            read(head + body)  # a quotation that does not end within the row is refused
    whole = iter(found)
    return _filled(
        _read_frame(_frame(text)),
        [
            {"id": id_of(head), **_MEANS_NOTHING} if head in heads else next(whole)
            for head in text.rows
        ],
    )


def _frame(text: Pieces) -> str:
    """The text with one line, which no plan has, below the head of each row."""
    parts = list(text.parts)
    for at in range(1, len(parts), 3):
        head = parts[at]
        if head in text.rows:
            parts[at + 1] = f"{' ' * head.index('-')}  {_CUT}: 1\n"
    return "".join(parts)


@lru_cache(maxsize=1)  # two versions of a plan often differ in nothing but their rows
def _read_frame(frame: str) -> Any:
    from planctl.store.yaml.reader import read

    return read(frame)


def _filled(frame: Any, activities: Sequence[Any]) -> Any:
    """The data of a frame with these in the place of what was cut; None where that was other."""
    try:
        cut = [row for one in frame["directives"] for row in one["activities"] if _CUT in row]
        if cut != [{"id": one["id"], _CUT: 1} for one in activities]:
            return None
        whole = iter(activities)
        directives = [
            {
                **one,
                "activities": [next(whole) if _CUT in row else row for row in one["activities"]],
            }
            for one in frame["directives"]
        ]
    except (AttributeError, LookupError, TypeError):  # it is no plan
        return None
    return {**frame, "directives": directives}


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
