"""Files of others, read whatever they are called: what counts is what is in them."""

from __future__ import annotations

import re
from pathlib import Path

from planctl.ingest.document import Document, View
from planctl.ingest.encoding import decoded
from planctl.office.refusal import (
    FILE_LIMIT,
    OLE,
    RTF,
    RefusedFileError,
    is_old_document,
    refuse_large,
)
from planctl.patterns import late

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PAGE = late(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|p|h[1-6]|ul|ol|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = late(
    r"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)*?(?:MIME-Version|Content-Type):", re.IGNORECASE
)
_OFFICE = (".doc", ".docm", ".docx", ".xlsm", ".xlsx")
_BEGINNING = 4096  # characters by which text is told from pages and mail
_CONVERTED = "It was converted by LibreOffice, as it is no .docx file: look closely at the result."


def read(path: Path, view: View = "final") -> Document:
    """Read a file: Word, Excel, a web page or plain text; ``view`` is that of revision marks.

    An old .doc, .odt or .rtf is converted by LibreOffice where that is installed. Raises
    RefusedFileError, whose message names the file, the reason and what to do.
    """
    try:
        with path.open("rb") as file:  # its size may not be known before
            data = file.read(FILE_LIMIT + 1)
        refuse_large(len(data))
        if path.suffix.lower() in _OFFICE:
            _refuse_empty(data)
        document = _read(data, view)
    except OSError as error:
        raise RefusedFileError(f"{path} cannot be read: {error.strerror}.") from error
    except RefusedFileError as error:
        raise RefusedFileError(f"{path}: {error}") from error
    if document.unit == "line" and path.suffix.lower() in _OFFICE:
        remark = f"It is called {path.suffix}, but is plain text, and was read as that."
        return document._replace(remarks=(remark, *document.remarks))
    return document


def _refuse_empty(data: bytes) -> None:
    if not data:
        raise RefusedFileError("There is nothing in it: ask for the file again.")


def _read(data: bytes, view: View) -> Document:
    """Read what is in a file, by how it begins."""
    kind = _convertible(data)
    if kind:
        from planctl.ingest.conversion import converted

        made = converted(data, kind)
        if made is not None:
            document = _package(made, view)
            return document._replace(remarks=(_CONVERTED, *document.remarks))
    if data.startswith((b"PK", OLE, RTF)):
        return _package(data, view)
    if data.startswith(b"%PDF"):
        raise RefusedFileError(
            "This is a PDF file: open it in Word, which converts it, and save it as .docx."
        )
    return _text(data, view)


def _package(data: bytes, view: View) -> Document:
    from planctl.office.package import open_package

    package = open_package(data, excel=True, pictures=False)
    if package.kind.startswith("x"):
        from planctl.ingest.workbook import document as workbook

        return workbook.read(package)
    from planctl.ingest.word import document as word

    return word.read(package, view)


def _text(data: bytes, view: View) -> Document:
    """Read a page, a mail with a page or text in it, or text."""
    from planctl.ingest import plain

    beginning = decoded(data[:_BEGINNING])[0]
    if _PAGE.match(beginning):
        from planctl.ingest.page import document as page

        return page.read(data, view)
    if _MAIL.match(beginning):
        from planctl.ingest.mail import open_mail

        mail = open_mail(data)
        if mail.is_page:
            from planctl.ingest.page import document as page

            document = page.read(mail.content, view, mail.said)
        else:
            document = plain.read(mail.content, mail.said)
        remarks = (*document.remarks, *mail.remarks)
        return document._replace(remarks=remarks, written=document.written or mail.written)
    return plain.read(data)


def _convertible(data: bytes) -> str:
    """Return how the name of a file ends that LibreOffice may be able to convert, or ""."""
    if is_old_document(data):
        return "doc"
    if data.startswith(RTF):
        return "rtf"
    return "odt" if data.startswith(b"PK") and _OPEN_DOCUMENT in data[:100] else ""
