"""A document read for evidence: every kind of it, each thing once, in the order of the page."""

from __future__ import annotations

from typing import NamedTuple

from planctl.ingest.document import Document
from planctl.ingest.evidence import documents, fates, passages, when
from planctl.ingest.evidence.documents import Naming
from planctl.ingest.evidence.fates import Fate
from planctl.ingest.evidence.found import Found
from planctl.ingest.evidence.gathering import Gathering
from planctl.ingest.evidence.passages import Passage
from planctl.ingest.evidence.planned import Plan
from planctl.ingest.evidence.when import Written


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
    written = when.written(lines, document.written, dated, document.unit)
    gathering = Gathering(written.date)
    subject: Naming | None = None
    for passage in lines:
        named = documents.find(passage)
        leading = next((one for one in named if one.leads), None)
        if leading or passage.numbered or passage.item:
            subject = leading
        gathering.take(passage, named)
        for fate in fates.find(passage, named, subject, gathering.document):
            _take(gathering, passage, fate)
    return Reading(written, gathering.found())


def _take(gathering: Gathering, passage: Passage, fate: Fate) -> None:
    """Say it of its documents; what is planned of none, and no event, is found by itself."""
    for key in fate.keys:
        gathering.tell(key, fate.told)
    if (
        isinstance(fate.told, Plan)
        and not fate.keys
        and not gathering.is_event_at(passage.place, fate.start, fate.end)
    ):
        gathering.take_plan(passage, fate.start, fate.told)
