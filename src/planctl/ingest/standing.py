"""Where an activity stands: the status that its row names, in whichever column.

A column of its own counts before the report, which counts before the time plan; where two do not
agree, that is said. A report names a status where its first text is the word for one, or begins
with it: "Completed.", "Completed: held in Geneva".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planctl.ingest.numbering import text
from planctl.ingest.rows import Remark
from planctl.patterns import late
from planctl.plan.model import STATUSES, Activity
from planctl.plan.prose import fold, short, text_of
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Cell

_FEW = 4
_LIKE_A_STATUS = late(
    r"(?:done|finished|closed|achieved|implemented|fulfilled|in progress|under way|pending|open"
    r"|cancelled|(?:partly|not|fully) \w+|completed|ongoing|suspended|superseded)\b(?! work)",
    re.IGNORECASE,
)
_ENDED = late(
    r"(?:completed|finished|closed|suspended|superseded) (?:as|at|by|during|in|on|since)\b",
    re.IGNORECASE,
)
_BEGINNING = late(r"([^.:;,(–—。：；，（]{2,40})(?:[.:;,(–—。：；，（]| - )")


def time_plan(said: str, language: str) -> str:
    """A time plan; a status word of the language, which is printed in each, in English."""
    words = WORDINGS[language].statuses
    return word(STATUSES[words.index(said)]) if said in words else said


def status_of(
    blocks: list[dict[str, Any]],
    cells: Mapping[str, Cell],
    language: str,
    before: Activity | None,
    here: Remark,
    remarks: list[Remark],
) -> tuple[str, bool, list[dict[str, Any]]]:
    """The status, whether the table names it, and the blocks without the word that says it.

    ``before`` is the activity as it is in the plan, if it is there: what its report begins with
    already says nothing new.
    """
    first = str(blocks[0].get("text", "")) if blocks and blocks[0].keys() == {"text"} else ""
    said, planned = _said(first, language), _meaning(text(cells.get("time_plan")), language)
    if said and before and before.report and _begins_with(before, first, language):
        said = before.status
    stated = _meaning(text(cells.get("state")), language)
    status = stated or said or "ongoing"
    if len(blocks) == 1 and status != "ongoing" and first == word(status, language):
        blocks = []  # printed by itself
    told = ""
    if stated and said and stated != said:
        told = f"Status says {word(stated)}, and the report begins with “{first}”"
    elif said and planned and planned != said:
        told = f"Time plan says {word(planned)}, and Status {word(said)}"
    elif planned and planned != status and not said and not stated:
        told = f"Time plan says {word(planned)}, and Status does not"
    elif said and (len(blocks) > 1 or said != _meaning(first, language)):
        told = f"Status begins with “{short(first, 40)}”"
    elif not (stated or said) and _reads_like_a_status(first):
        told = f"“{short(first, 40)}” is none of the words for a status"
    if told:
        remarks.append(here._replace(message=f"{told}; the status is {status}"))
    return status, bool(stated or said), blocks


def _begins_with(activity: Activity, first: str, language: str) -> bool:
    return text_of(activity.report[0].text or "", language) == first


def _said(first: str, language: str) -> str:
    """The status that the first text of a report is, or begins with, "" where it is none."""
    beginning = _BEGINNING.match(first)
    return _meaning(first, language) or (_meaning(beginning[1], language) if beginning else "")


def _meaning(words: str, language: str) -> str:
    """The status that a text names as a whole, "" where it names none."""
    folded = _folded(words)
    for one in dict.fromkeys((language, "en")):
        for status, named in zip(STATUSES, WORDINGS[one].statuses, strict=True):
            if folded == _folded(named):
                return status
    return ""


def _folded(words: str) -> str:
    """Words as a status is compared: "On-going." is "Ongoing"."""
    return fold(words).strip(" .:").replace("-", "").replace(" ", "")


def _reads_like_a_status(text: str) -> bool:
    """Whether a line reads like a status: "Done", "Completed in 2019"."""
    few = len(text.split()) <= _FEW
    return bool(_LIKE_A_STATUS.match(text) if few else _ENDED.match(text))


def word(status: str, language: str = "en") -> str:
    """The word for a status in a language."""
    return WORDINGS[language].statuses[STATUSES.index(status)]
