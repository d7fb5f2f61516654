"""Where an activity stands: the status that its row names, in whichever column.

A column of its own counts before the report, which counts before the time plan; where two do not
agree, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planctl.ingest.numbering import text
from planctl.ingest.rows import Remark
from planctl.patterns import late
from planctl.plan.model import STATUSES
from planctl.plan.prose import fold
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Cell

_FEW = 4
_LIKE_A_STATUS = late(
    r"(?:done|finished|closed|achieved|implemented|fulfilled|in progress|under way|pending|open"
    r"|cancelled|(?:partly|not|fully) \w+|completed|ongoing|suspended|superseded)\b(?! work)",
    re.IGNORECASE,
)


def time_plan(said: str, language: str) -> str:
    """A time plan; a status word of the language, which is printed in each, in English."""
    words = WORDINGS[language].statuses
    return word(STATUSES[words.index(said)]) if said in words else said


def status_of(
    blocks: list[dict[str, Any]],
    cells: Mapping[str, Cell],
    language: str,
    here: Remark,
    remarks: list[Remark],
) -> tuple[str, bool, list[dict[str, Any]]]:
    """The status, whether the table names it, and the blocks without the word that says it."""
    first = str(blocks[0].get("text", "")) if blocks and blocks[0].keys() == {"text"} else ""
    said, planned = _meaning(first, language), _meaning(text(cells.get("time_plan")), language)
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
    elif said and len(blocks) > 1:
        told = f"Status begins with “{first}”"
    elif not (stated or said) and _reads_like_a_status(first):
        told = f"“{first}” is none of the words for a status"
    if told:
        remarks.append(here._replace(message=f"{told}; the status is {status}"))
    return status, bool(stated or said), blocks


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
    """Whether a line of a few words reads like a status: "Done", "Completed in 2019"."""
    return len(text.split()) <= _FEW and bool(_LIKE_A_STATUS.match(text))


def word(status: str, language: str = "en") -> str:
    """The word for a status in a language."""
    return WORDINGS[language].statuses[STATUSES.index(status)]
