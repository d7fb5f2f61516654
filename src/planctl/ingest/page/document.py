"""A page as a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from planctl.ingest import links
from planctl.ingest.document import STRUCK_OUT, Document, View
from planctl.ingest.encoding import decoded, remarks
from planctl.ingest.page.events import Events
from planctl.office.refusal import RefusedFileError
from planctl.patterns import late

_CHARSET = late(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page says its encoding
_CHUNK = 1 << 16
_LIMIT = 16 << 20
_TAGS = 600_000  # some 8,000 rows; and as many characters written as “&…;”
_VIEWS = {"final": "accepted", "original": "rejected"}


def read(data: bytes, view: View, said: str = "") -> Document:
    """Read a page in HTML in a view; ``said`` is its encoding, if that is said outside of it.

    Raises RefusedFileError.
    """
    from lxml import etree

    if not said and (found := _CHARSET.search(data[:_HEAD].decode("latin-1"))):
        said = found[1]
    text, encoding = decoded(data, said)
    events = Events(view)
    parser = etree.HTMLParser(target=cast("Any", events), encoding="utf-8", no_network=True)
    if len(data) > _LIMIT:
        raise RefusedFileError("This page is larger than 16 MiB: take its pictures out.")
    content = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    if content.count(b"<") > _TAGS or content.count(b"&") > _TAGS:
        raise RefusedFileError("This page is too long to be read: divide it into several.")
    try:
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
        parser.close()
    except (etree.ParserError, etree.XMLSyntaxError):
        raise RefusedFileError("This page cannot be read: save it again as a web page.") from None
    remarks = tuple(_remarks(events, encoding, view))
    return Document(tuple(events.blocks), events.revised, remarks, typeset=events.own)


def _remarks(events: Events, encoding: str, view: View) -> Iterator[str]:
    yield from remarks(encoding)
    if events.revised:
        yield f"It has revision marks; it is read as if all were {_VIEWS[view]}."
    if events.tallies["struck"]:
        yield STRUCK_OUT
    if events.tallies["wide"]:
        yield "A table has more columns than any plan; what stands further on is left out."
    yield from links.remarks(events.lost)
