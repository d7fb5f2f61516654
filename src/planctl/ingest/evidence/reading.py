"""A document read for evidence: every kind of it, each thing once, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.ingest.document import Document
from planctl.ingest.evidence import documents, passages, planned, when
from planctl.ingest.evidence.documents import Naming
from planctl.ingest.evidence.found import Found
from planctl.ingest.evidence.gathering import Gathering
from planctl.ingest.evidence.passages import Passage
from planctl.ingest.evidence.when import Written
from planctl.patterns import late

_AGAIN = late(
    r"\s*(?:It\b|(?:This|The) (?:(?:new|draft|revised) )?"
    r"(?:Rec|text|draft|revis|standard|Suppl|document))"
)


class Reading(NamedTuple):
    """What was found in a document, and when that was written."""

    written: Written
    found: tuple[Found, ...]


def read(document: Document, dated: str = "") -> Reading:
    """The evidence in a document.

    ``dated`` is the date of the document as stored ("2025-05"), where the user has told it; else
    the document tells it, or its file. Months without a year are understood from it.
    """
    lines = passages.passages(document)
    written = when.written(lines, document.written, dated)
    gathering = Gathering(written.date)
    subject: Naming | None = None
    for passage in lines:
        named = documents.find(passage)
        leading = next((one for one in named if one.leads), None)
        if leading or passage.numbered or passage.item:
            subject = leading
        gathering.take(passage, named)
        _take_plans(gathering, passage, named, subject)
    return Reading(written, gathering.found())


def _take_plans(
    gathering: Gathering, passage: Passage, named: Sequence[Naming], subject: Naming | None
) -> None:
    """What each sentence plans, said of the document that the sentence is about."""
    if not planned.likely(passage.text):
        return
    before: Naming | None = None
    for start, end in passage.sentences():
        plan = planned.find(passage, start, end, gathering.document)
        inside = [one for one in named if start <= one.start < end and not one.leads]
        only = inside[0] if len({one.key for one in inside}) == 1 else None
        said_again = before if not inside and _AGAIN.match(passage.text, start) else None
        before = only
        if plan is None:
            continue
        about = subject or only or said_again
        if plan.of_text and about:
            gathering.plan(about.key, plan.words, plan.due)
        elif not gathering.is_event_at(passage.place, start, end):
            gathering.take_plan(passage, start, plan.words, plan.due)
