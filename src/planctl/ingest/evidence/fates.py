"""What a sentence says of the documents it is about: what is planned of them, what was done.

A sentence is about the documents named before its verb; where it names none, about that of its
item or heading, or ("It is planned …") about the one that the sentence before it named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.ingest.evidence import achieved, elsewhere, planned
from planctl.ingest.evidence.achieved import Done
from planctl.ingest.evidence.documents import Naming
from planctl.ingest.evidence.language import tongue
from planctl.ingest.evidence.passages import Passage
from planctl.ingest.evidence.planned import Plan
from planctl.patterns import late

_AGAIN = late(
    r"\s*(?:It\b|(?:This|The) (?:(?:new|draft|revised) )?"
    r"(?:Rec|text|draft|revis|standard|Suppl|document))"
)
_SEVERAL = late(
    r"\b(?:were|are|have|Recommendations|Recs|Supplements|Amendments|Recommandations|seront"
    r"|Recomendaciones|serán|Рекомендации|будут)\b"
)
_NEAR = 15  # characters from "The draft of" to the document, from where an act begins to its verb
_BESIDE = late(
    r"\b(?:which|replac|supersed|complement|compar|based on|described in|defined in|like|see|under)"
    r"\w{0,5}\s(?:\w{1,14}\s){0,2}\Z"
)


class Fate(NamedTuple):
    """What becomes, or has become, of the documents with ``keys``; with none, of something else.

    ``start`` and ``end`` are those of the sentence.
    """

    keys: tuple[str, ...]
    told: Plan | Done
    start: int
    end: int


def find(
    passage: Passage, named: Sequence[Naming], subject: Naming | None, document: str
) -> Iterator[Fate]:
    """What the sentences of a passage say, in their order.

    ``named`` are the documents that it names, ``subject`` is that of its item; ``document`` is the
    date of the document.
    """
    plans, acts = planned.likely(passage), achieved.likely(passage)
    before: tuple[str, ...] = ()
    abroad = tongue(passage.text)
    for start, end in passage.sentences() if plans or acts or abroad else ():
        inside = [one for one in named if start <= one.start < end]
        again = _speaks_again(passage, start, inside)
        about = (subject.key,) if subject else before if again and not inside else ()
        leads = any(one.leads and _is_heading(passage, one) for one in inside)
        plan = planned.find(passage, start, end, document) if plans else None
        if plan is None and abroad:
            plan = elsewhere.plan(passage, start, end, abroad)
        every: Sequence[Plan | Done] = [plan] if plan else []
        done_until = passage.text.rfind(";", start, plan.start) if plan else end
        first = inside[0].start if inside else end
        if acts and (plan is None or first < done_until):
            every = [*achieved.find(passage, start, done_until, document, first), *every]
        for told in every:
            named_here = () if again or leads else _named(passage, start, inside, told)
            keys = named_here or about or _only(inside)
            yield Fate(keys if told.of_text else (), told, start, end)
        before = _only(inside)


def _speaks_again(passage: Passage, start: int, inside: Sequence[Naming]) -> bool:
    """Whether a sentence begins with "It" or "This draft", and not with "The draft of L.1480"."""
    match = _AGAIN.match(passage.text, start)
    return match is not None and not (inside and inside[0].start - match.end() < _NEAR)


def _is_heading(passage: Passage, naming: Naming) -> bool:
    """Whether what stands behind a document is about it: it has a title, or a colon follows."""
    return "title" in naming.fields or passage.text[naming.end : naming.end + 3].strip()[:1] == ":"


def _named(
    passage: Passage, start: int, inside: Sequence[Naming], told: Plan | Done
) -> tuple[str, ...]:
    """The documents that the verb of a sentence is about, of those named in it.

    They stand before what is told, behind it where that is active; only the nearest, where the
    sentence does not speak of several, and none that it is only compared with.
    """
    side = [
        one
        for one in inside
        if (one.start > told.start) == told.after
        and not _BESIDE.search(passage.text, max(start, one.start - 40), one.start)
    ]
    if not _SEVERAL.search(passage.text, start, told.start + _NEAR):
        side = side[:1] if told.after else side[-1:]
    return tuple(dict.fromkeys(one.key for one in side))


def _only(inside: Sequence[Naming]) -> tuple[str, ...]:
    """The document that is named, where it is one."""
    keys = {one.key for one in inside}
    return tuple(keys) if len(keys) == 1 else ()
