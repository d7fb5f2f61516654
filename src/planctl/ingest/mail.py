"""Saved mail (.eml) and pages in one file (.mht): the page or the text in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import NamedTuple

from planctl.office.refusal import RefusedFileError
from planctl.patterns import late

_LIMIT = 16 << 20
# Beyond these the parser of the standard library may take hours.
_PARTS = 200
_LONG_FIELD = late(r"\ncontent-[a-z-]+:(?:[^\n]{2000}|(?:[^\n]*\n[ \t]){20})", re.IGNORECASE)
_CANNOT = "This mail cannot be read: save it as HTML."


class Mail(NamedTuple):
    """What is to be read of a mail.

    ``said`` is the encoding of ``content``, ``is_page`` that it is a page in HTML. ``written`` is
    the day on which it was sent, as stored dates are, "" where it does not say. ``attached`` are
    the names of the files and mails that came with it.
    """

    content: bytes
    said: str
    is_page: bool
    written: str
    attached: tuple[str, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What its owner should know of how it was read."""
        if not self.attached:
            return ()
        names = ", ".join(self.attached)
        return (f"What came with this mail was not read: {names}. Save it, and read it by itself.",)


def open_mail(data: bytes) -> Mail:
    """Read a mail; RefusedFileError where it cannot be read, or has no text."""
    from email import message_from_bytes, policy

    if len(data) > _LIMIT:
        raise RefusedFileError("This mail is larger than 16 MiB: save it without attachments.")
    if data.count(b"\n--") > _PARTS or _LONG_FIELD.search("\n" + data.decode("latin-1")):
        raise RefusedFileError(_CANNOT)
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("related", "html", "plain"))
        if part is not None and part.get_content_maintype() == "multipart":
            part = part.get_body(("html", "plain"))
        content = part.get_payload(decode=True) if part is not None else None
        if not isinstance(part, EmailMessage) or not isinstance(content, bytes):
            raise RefusedFileError("This mail has no text: save its attachment, and read that.")
        said = part.get_content_charset("")
        is_page = part.get_content_type() == "text/html"
        return Mail(content, said, is_page, _sent(message), tuple(_attached(message)))
    except (RecursionError, LookupError, ValueError, AttributeError) as error:
        raise RefusedFileError(_CANNOT) from error


def _sent(message: EmailMessage) -> str:
    field = message["Date"]
    day = field.datetime if field is not None else None
    return day.date().isoformat() if day else ""


def _attached(message: EmailMessage) -> Iterator[str]:
    """The names of what came with a mail; a mail is named by its subject."""
    for part in message.iter_attachments():
        kind = part.get_content_type()
        inside = part.get_content() if kind == "message/rfc822" else None
        subject = inside["Subject"] if isinstance(inside, EmailMessage) else ""
        if inside is not None or part.is_attachment():
            name = part.get_filename() or (f"the mail “{subject}”" if subject else kind)
            yield " ".join(name.split())
