"""What a file is refused for before anything in it is read, each with its reason and a way out."""

from __future__ import annotations

from planctl.errors import PlanctlError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the files of Word and Excel before 2007 begin with, and files with a password."""
RTF = b"{\\rtf"

FILE_LIMIT = 64 << 20
"""The bytes of the largest file that is looked at."""
_PASSWORD, _WORKBOOK, _MAIL = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "__substg1.0_")
)


class RefusedFileError(PlanctlError):
    """A file is not used; the message says why, and what to do about it."""


def refuse_large(size: int) -> None:
    """Raise RefusedFileError for a file of so many bytes that it is not looked at."""
    if size > FILE_LIMIT:
        raise RefusedFileError(
            "This file is larger than 64 MiB: take its pictures out, or copy what is wanted into"
            " a new file."
        )


def is_old_document(data: bytes) -> bool:
    """Return whether a file is, as far as one can see, a Word document of before 2007."""
    others = (_PASSWORD, _WORKBOOK, _MAIL)
    return data.startswith(OLE) and not any(other in data for other in others)


def refuse_other_formats(data: bytes, wanted: str) -> None:
    """Raise RefusedFileError for what is no ZIP file; ``wanted`` is what should be ("Word")."""
    refuse_large(len(data))
    if data.startswith(OLE):
        if _PASSWORD in data:
            raise RefusedFileError(
                "This file is protected with a password: open it in Word, take the password off"
                " (File, Info, Protect Document, Encrypt with Password), and save it."
            )
        if _WORKBOOK in data:
            raise RefusedFileError(
                "This is an Excel file of the old kind (.xls): open it in Excel and save it as"
                " .xlsx."
            )
        if _MAIL in data:
            raise RefusedFileError(
                "This is a message of Outlook (.msg): open it in Outlook and save it as HTML."
            )
        raise RefusedFileError(
            "This is a Word file of the old kind (.doc): open it in Word and save it as .docx."
        )
    if data.startswith(RTF):
        raise RefusedFileError("This is an RTF file: open it in Word and save it as .docx.")
    if not data.startswith(b"PK"):
        raise RefusedFileError(f"This is no {wanted} file.")


def refuse_declarations(name: str, content: bytes) -> None:
    """Raise RefusedFileError where an XML part has a DTD; nothing after its first tag is read."""
    from xml.parsers import expat

    def refuse(*_: object) -> None:
        raise RefusedFileError(
            f"{name} in this file declares its own document type, which neither Word nor Excel"
            " does: it may be meant to do harm."
        )

    def stop(*_: object) -> None:
        raise StopIteration

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(content, True)  # noqa: FBT003
    except StopIteration:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RefusedFileError(f"This file is damaged: {name} in it cannot be read.") from error
