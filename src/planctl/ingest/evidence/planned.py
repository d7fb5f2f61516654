"""What is planned, and for when: "planned to be consented in June", "by the end of 2025".

::

    plan = intention … act … preposition when
         | act [ "of" … ] ( "is" | "are" ) intention … preposition when
         | ( act | "target" ) [ "date" ] ":" when

The intention ("planned", "expected", "will", "the plan is" …), what is to be done (consent,
approval, publication, start …) and when (:mod:`planctl.ingest.evidence.when`) stand in one
sentence. It is told in one way, however it was written: "planned to be consented in June 2025".
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from planctl.ingest.evidence import when
from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late

# How a word for an act begins, and how the act is told.
_OF_A_TEXT: Final = {
    "consent": "be consented",
    "approv": "be approved",
    "agree": "be agreed",
    "determin": "be determined",
    "publish": "be published",
    "publication": "be published",
    "adopt": "be adopted",
    "finali": "be finalized",
    "complet": "be completed",
    "finish": "finish",
    "ready": "be ready",
    "issued": "be issued",
    "releas": "be released",
    "available": "be available",
    "submit": "be submitted",
    "revised": "be revised",
}
_OF_AN_ACTION: Final = {
    "start": "start",
    "begin": "begin",
    "launch": "be launched",
    "held": "be held",
    "hold": "be held",
    "take place": "take place",
    "organi": "be organized",
}
_ACT: Final = rf"(?:{'|'.join((*_OF_A_TEXT, *_OF_AN_ACTION))})[a-z]{{0,8}}"
_ACTS: Final = rf"(?P<act>{_ACT}(?:/{_ACT})?)\b"
_INTENT: Final = (
    r"(?:plan(?:ned|s)?|expected|scheduled|foreseen|intend(?:ed|s)|target(?:ed)?|anticipated|due"
    r"|aim(?:s|ed)?|shall|should|(?:is|are) to be)"
)
_WHEN: Final = (
    r"(?:(?P<prep>by|in|on|at|before|until|during|for)\s"
    rf"|(?:meeting|session|plenary)\s\((?:[^().\d]{{0,30}},\s)?)(?P<when>{when.WHEN})"
)
_PLAN = late(
    rf"\b(?:{_INTENT}|will)\b[^.;]{{0,80}}?\b{_ACTS}[^.;]{{0,80}}?\s{_WHEN}", re.IGNORECASE
)
_ACT_FIRST = late(
    rf"\b{_ACTS}(?:\sof\s[^;]{{1,60}}?)?\s(?:is|are)\s{_INTENT}\b[^.;]{{0,30}}?\s{_WHEN}",
    re.IGNORECASE,
)
_LABELLED = late(
    rf"\b(?:{_ACTS}|target(?:ed)?)(?:\sdate)?(?::\s?|\s)(?P<prep>)(?P<when>{when.WHEN})",
    re.IGNORECASE,
)
_INTENTS: Final = (
    *(
        "plan",
        "expect",
        "schedul",
        "foresee",
        "intend",
        "target",
        "anticipat",
        "due",
        "aim",
        "will",
    ),
    *("shall", "should", "to be", "consent", "approv", "publicat", "agree", "complet", "adopt"),
)
_TIMES = late(
    rf"\b(?:{when.MONTH}|Q[1-4]|quarter|(?:0[1-9]|1[0-2])/20|20[0-9]{{2}})", re.IGNORECASE
)


class Plan(NamedTuple):
    """What is planned; ``start`` is where its time stands in the passage.

    ``words`` tell it ("planned to be consented in June 2025"); ``due`` is its date as stored, ""
    where the year cannot be told. ``of_text`` says that it is the fate of a text; ``after``, that
    the text is named behind it.
    """

    words: str
    due: str
    of_text: bool
    start: int
    after: bool = False


def likely(passage: Passage) -> bool:
    """Whether a passage may plan something at all, told quickly."""
    return passage.speaks_of(_INTENTS) and bool(_TIMES.search(passage.text))


def find(passage: Passage, start: int, end: int, document: str) -> Plan | None:
    """What the sentence from ``start`` to ``end`` plans; ``document`` is the document's date."""
    if not _TIMES.search(passage.text, start, end):
        return None
    forms = (form.search(passage.text, start, end) for form in (_PLAN, _ACT_FIRST, _LABELLED))
    match = next((one for one in forms if one), None)
    if match is None:
        return None
    due = when.resolve(match.groupdict(), document)
    time = when.told(match, due)
    prep = (match["prep"] or "").lower()
    if not prep or prep == "for":
        prep = "on" if len(due) == len("2025-06-01") else "in"
    named = (match["act"] or "").lower().split("/")
    if not named[0]:
        return Plan(f"planned for {time}", due, of_text=True, start=match.start("when"))
    acts = [_told(act) for act in named]
    act = "/".join((acts[0], *(one.removeprefix("be ") for one in acts[1:])))
    of_text = named[0].startswith(tuple(_OF_A_TEXT))
    return Plan(f"planned to {act} {prep} {time}", due, of_text, match.start("when"))


def _told(act: str) -> str:
    known = {**_OF_A_TEXT, **_OF_AN_ACTION}
    return next(told for begin, told in known.items() if act.startswith(begin))
