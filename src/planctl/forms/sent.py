"""What a form carries unseen: where it comes from, and what it said when it was sent.

With that, an answer is held against what was asked without looking anything up. It is JSON::

    planctl      "form"
    version      1
    repository   the first commit of the plan repository, "" where there is none
    commit       the state that the form was made from, "" without git
    meeting      the key of the meeting that it is for
    body         who was asked
    items        by address: text, status, next_step, due, and fingerprints of what was shown
    page         fingerprints of what stands outside of the items (absent in forms sent before)
    digest       of all the rest but the commit: which form it is
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from planctl.errors import PlanctlError
from planctl.forms.columns import SHOWN
from planctl.forms.guide import guide
from planctl.forms.question import Form, Question
from planctl.plan.prose import plain

VERSION = 1
_TEXTS = ("repository", "commit", "meeting", "body", "digest")
_VALUES = ("text", "status", "next_step", "due")


NAMESPACE = "urn:planctl:form"
"""The namespace of the element that holds it in a Word form."""
ASK_AGAIN = "Ask for the answers in the form as it was sent"
NO_FORM = "this is no form that `planctl request` made"
LOST = (
    "what a form carries unseen is missing: the cells were copied into another file, or the file"
    f" was saved in another format. {ASK_AGAIN}"
)


class FormFault(PlanctlError):
    """A file cannot be taken as a form; the message says why, and what to do about it."""


class SentItem(NamedTuple):
    """What was said of an item when the form was sent; "" for what the plan did not have.

    ``shown`` are the fingerprints of the texts shown, by their columns.
    """

    text: str
    status: str
    next_step: str
    due: str
    shown: Mapping[str, str]


class Sent(NamedTuple):
    """What a form says of itself; ``digest`` tells it from every other form."""

    repository: str
    commit: str
    meeting: str
    body: str
    digest: str
    items: Mapping[str, SentItem]
    page: frozenset[str] = frozenset()


def unseen(form: Form) -> str:
    """What the ``form`` carries unseen, as JSON in ASCII."""
    data: dict[str, Any] = {
        "planctl": "form",
        "version": VERSION,
        "repository": form.repository,
        "commit": form.commit,
        "meeting": form.meeting.key,
        "body": form.body,
        "items": {one.address: _item(one) for one in form.questions},
        "page": sorted({*map(fingerprint, _page(form))}),
    }
    return json.dumps(data | {"digest": _digest(data)})


def digest_of(form: Form) -> str:
    """What tells the ``form`` from every other."""
    return str(json.loads(unseen(form))["digest"])


def sent_from(text: str) -> Sent:
    """What a form said of itself when it was sent. Raises FormFault where ``text`` is not that."""
    try:
        data = json.loads(text)
        if data.pop("planctl") != "form":
            raise FormFault(_CHANGED)
        version = data.pop("version")
        if version != VERSION:
            raise FormFault(
                f"it was made by another version of planctl (form {version}; this one reads"
                f" {VERSION}): make the form anew with `planctl request`"
            )
        whole = {"planctl": "form", "version": version, **data}
        digest = whole.pop("digest")
        if digest != _digest(whole):
            raise FormFault(_CHANGED)
        items = {address: _sent_item(item) for address, item in data["items"].items()}
        return Sent._make([*_texts(data, _TEXTS), items, frozenset(data.get("page", ()))])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise FormFault(_CHANGED) from error


def fingerprint(text: str) -> str:
    """What a text shown in a form is compared by: its words, however they are broken into lines."""
    return _hash(plain(text))[:16]


_CHANGED = (
    "what it carries unseen was changed, so it cannot be told what was asked: ask for the answers"
    " in the form as it was sent"
)


def _page(form: Form) -> Iterator[str]:
    """What stands in a form outside of its items."""
    yield form.title
    for part in (*guide(form), *guide(form, in_sheets=True)):
        yield part.label
        yield from part.lines


def _item(question: Question) -> dict[str, Any]:
    return {
        "text": plain(question.shown["activity"]),
        "status": question.status,
        "next_step": question.next_step,
        "due": question.due,
        "shown": {one.key: fingerprint(question.shown[one.key]) for one in SHOWN},
    }


def _sent_item(data: Mapping[str, Any]) -> SentItem:
    shown = dict(zip(data["shown"], _texts(data["shown"], data["shown"]), strict=True))
    return SentItem._make([*_texts(data, _VALUES), shown])


def _texts(data: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """The texts of these names; LookupError or TypeError where there is none."""
    found = [data[name] for name in names]
    if not all(isinstance(one, str) for one in found):
        raise TypeError
    return found


def _digest(data: Mapping[str, Any]) -> str:
    told = {key: value for key, value in data.items() if key != "commit"}
    return _hash(json.dumps(told, sort_keys=True))[:16]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
