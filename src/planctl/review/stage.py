"""How far a text has come, as the words around it say: in preparation, or done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from planctl.patterns import late
from planctl.plan.deliverable import Deliverable
from planctl.plan.identifiers import Identifier
from planctl.plan.model import Block
from planctl.plan.prose import text_of

_DONE = late(r"\b(?:adopted|approved|completed|developed|published)\b", re.IGNORECASE)
_NOT_YET = late(r"\b(?:being|ongoing|to be|under|will)\b|\bnot yet\b", re.IGNORECASE)
_NOTED = late(r"\b(consented|agreed|determined|approved|published)\b", re.IGNORECASE)
_DRAFT = late(r"(?<!ex )(?<!formerly )\bdraft\b", re.IGNORECASE)
_IN_BRACKETS = late(r"[(\[]draft[)\]]", re.IGNORECASE)
ENDS = ("agreed", "approved", "published")
"""What may be noted of a text that is done."""

_PAPERS = frozenset(("liaison-statement", "document", "circular"))


@lru_cache(maxsize=4096)  # many lists stand under the same sentence
def says_done(lead_in: str) -> bool:
    """Whether a sentence says of what stands under it that it is developed, approved, published."""
    return bool(_DONE.search(lead_in) and not _NOT_YET.search(lead_in))


def is_draft(deliverable: Deliverable, identifier: Identifier | None) -> bool:
    """Whether a deliverable calls itself a draft; a paper about a draft is none."""
    if identifier and identifier.draft:
        return True
    ref = deliverable.ref or ""
    note = text_of(deliverable.note or "")
    named = text_of(deliverable.text or deliverable.title or "")
    if "draft" not in f"{ref} {note} {named}".lower():  # few say it, and to search is slow
        return False
    if _DRAFT.search(ref):
        return True
    if deliverable.known_kind in _PAPERS:
        return False
    if _DRAFT.search(note):
        return True
    return bool(_DRAFT.match(named) or _IN_BRACKETS.search(named))


def lead_in(report: Iterable[Block], block: Block) -> str:
    """The sentence that ``block`` of a report stands under: its own, else the last before it."""
    sentence = ""
    for each in report:
        if each.text is not None and each.year is None:
            sentence = text_of(each.text).strip() or sentence
        if each is block:
            break
    return sentence


def stage(deliverable: Deliverable, sentence: str) -> str:
    """How far a text has come: "draft", "work item", "in preparation", "done", or "".

    What its note says was done ("consented in June 2025") counts first, and is told in that word.
    ``sentence`` is the one it stands under. Only texts have a stage: no events, no statements.
    """
    kind = deliverable.known_kind
    if kind in _PAPERS or deliverable.is_event or kind in ("web-page", "initiative", ""):
        return ""
    noted = _noted(text_of(deliverable.note)) if deliverable.note is not None else ""
    if noted:
        return noted
    if is_draft(deliverable, deliverable.identifier):
        return "draft"
    if kind == "work-item":
        return "work item"
    if says_done(sentence):
        return "done"
    return "in preparation" if _NOT_YET.search(sentence) else ""


def _noted(note: str) -> str:
    """What a note says last that was done: "consented", "approved" …; "" where it says nothing."""
    said = [part for part in note.split(",") if not _NOT_YET.search(part)]
    found = _NOTED.findall(",".join(said))
    return str(found[-1]).lower() if found else ""
