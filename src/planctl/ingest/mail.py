"""Saved mail (.eml) and pages in one file (.mht): the page or the text in them."""

from __future__ import annotations

import re
from email.message import EmailMessage

from planctl.office.refusal import RefusedFileError
from planctl.patterns import late

_LIMIT = 16 << 20
# Beyond these the parser of the standard library may take hours.
_PARTS = 200
_LONG_FIELD = late(r"\ncontent-[a-z-]+:(?:[^\n]{2000}|(?:[^\n]*\n[ \t]){20})", re.IGNORECASE)
_CANNOT = "This mail cannot be read: save it as HTML."


def body(data: bytes) -> tuple[bytes, str, bool]:
    """Return what is to be read of a mail, its encoding, and whether it is a page in HTML.

    Raises RefusedFileError.
    """
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
    except (RecursionError, LookupError, ValueError, AttributeError) as error:
        raise RefusedFileError(_CANNOT) from error
    if not isinstance(part, EmailMessage) or not isinstance(content, bytes):
        raise RefusedFileError("This mail has no text: save its attachment, and read that.")
    said = part.get_content_charset("")
    return content, said, part.get_content_type() == "text/html"
