"""One file of Relaton's ITU data: identifier, title, date, status.

Source: https://github.com/relaton/relaton-data-itu. The fields of its YAML that are read, in the
form of today and (behind the stroke) in earlier ones; a list may be a single item::

    title:                              docidentifier: | docid:
    - content: Title                    - content: | id: ITU-T L.1470 (01/2020)
      language: en                      date:
    status: | docstatus:                - type: published
      stage:                              at: | value: | on: 2020-01
        content: Superseded
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.patterns import late
from planctl.plan import dates, identifiers
from planctl.plan.published import Edition
from planctl.store.yaml import reader, usual

_DATE_WORDS = ("published", "issued", "updated", "confirmed")
_ENDED = ("superseded", "withdrawn", "obsolete", "deleted")
_BEFORE_TITLE = late(r"(?P<name>ITU-T [^:]{2,60}): (?=\S)")


def read(text: str) -> tuple[str, Edition] | None:
    """The key, folded, under which a document is looked up, and its edition.

    None where the file is no record of a document, or of one whose name planctl does not know.
    Raises SyntaxFault where it is no YAML, or none that is plain data.
    """
    data = _data(text)
    if not isinstance(data, Mapping):
        return None
    for one in _each(data.get("docidentifier") or data.get("docid")):
        ref = _text(one, "content", "id").rstrip(": ")
        identifier = identifiers.parse(ref)
        if identifier and identifier.kind not in ("series", "work-item"):
            title = _title(data, ref)
            if title:
                edition = Edition(" ".join(ref.split()), _date(data), title, _status(data))
                return identifiers.fold(identifier.key), edition
    return None


def _data(text: str) -> Any:
    text = text.removeprefix("---\n")
    read = usual.read_usual(_indented(text))
    return read[0] if read else reader.read(text)


def _indented(text: str) -> str:
    """The text with the lists of its top level deeper than their keys, which is read faster."""
    lines = []
    inside = False
    for line in text.split("\n"):
        if line[:1] not in ("", " "):
            inside = line[0] == "-"
        lines.append(f"  {line}" if inside and line else line)
    return "\n".join(lines)


def _each(value: Any) -> Iterator[Any]:
    """The items of a list; what is no list is its own only item."""
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def _text(item: Any, *names: str) -> str:
    """A text, which is the item itself or the first of its fields with one of the names."""
    if isinstance(item, Mapping):
        item = next((item[name] for name in names if item.get(name)), "")
    return str(item) if isinstance(item, (str, int)) else ""


def _title(data: Mapping[str, Any], ref: str) -> str:
    titles = [*_each(data.get("title"))]
    english = [
        one for one in titles if isinstance(one, Mapping) and "en" in [*_each(one.get("language"))]
    ]
    for one in english or titles:
        title = " ".join(_text(one, "content").split())
        named = _BEFORE_TITLE.match(title)
        if named and _key(named["name"]) == _key(ref):
            title = title[named.end() :]
        if title:
            return title
    return ""


def _key(name: str) -> str:
    identifier = identifiers.parse(name)
    return identifier.key if identifier else name


def _date(data: Mapping[str, Any]) -> str:
    """The date of publication, "" where there is none that can be."""
    found = {}
    for one in _each(data.get("date")):
        if isinstance(one, Mapping):
            found[str(one.get("type", ""))] = _text(one, "at", "value", "on")
    for word in _DATE_WORDS:
        try:
            if found.get(word):
                return str(dates.parse(found[word]))
        except ValueError:
            continue
    return ""


def _status(data: Mapping[str, Any]) -> str:
    """What is said of an edition that is in force no longer; "" of others."""
    said = data.get("status") or data.get("docstatus")
    stage = said.get("stage") if isinstance(said, Mapping) else said
    ext = data.get("ext")
    approval = ext.get("recommendationstatus") if isinstance(ext, Mapping) else None
    named = approval.get("approvalstage") if isinstance(approval, Mapping) else None
    for text in (_text(stage, "content", "value"), _text(named, "content")):
        if text.lower().startswith(_ENDED):
            return text.capitalize()
    return ""
