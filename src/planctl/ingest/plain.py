"""Text files: each line as it stands in the file."""

from __future__ import annotations

from planctl.ingest.document import Document, Line
from planctl.ingest.encoding import decoded, remarks
from planctl.ingest.measure import refuse_long
from planctl.office.refusal import RefusedFileError
from planctl.patterns import late
from planctl.publish.table import Run

_BREAKS = late(r"\r\n|\r|\n")
_NO_TEXT = late(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(data: bytes, said: str = "") -> Document:
    """Read a text file; how it was decoded is told where it is not UTF-8.

    ``said`` is its encoding, if that is known from elsewhere.
    Raises RefusedFileError for what is no text.
    """
    text, encoding = decoded(data, said)
    if _NO_TEXT.search(text):
        raise RefusedFileError(
            "This is none of the files that planctl reads: open it in the program that wrote it,"
            " and save it as .docx."
        )
    # A form feed begins a new page, and is no part of the text.
    texts = _BREAKS.split(text.replace("\f", ""))
    if not texts[-1]:
        texts.pop()
    refuse_long(len(texts))
    lines = (Line((Run(one),) if one else (), place=place) for place, one in enumerate(texts, 1))
    return Document(tuple(lines), remarks=remarks(encoding), unit="line")
