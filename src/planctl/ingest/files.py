"""Files of others, read whatever they are called: what counts is what is in them."""

from __future__ import annotations

from pathlib import Path

from planctl.ingest.document import Document, View
from planctl.office.refusal import RefusedFileError, refuse_large


def read(path: Path, view: View = "final") -> Document:
    """Read a file: Word, Excel, a web page or plain text; ``view`` is that of revision marks.

    Raises RefusedFileError, whose message names the file, the reason and what to do.
    """
    try:
        refuse_large(path.stat().st_size)
        return _read(path.read_bytes(), view)
    except OSError as error:
        raise RefusedFileError(f"{path} cannot be read: {error.strerror}.") from error
    except RefusedFileError as error:
        raise RefusedFileError(f"{path}: {error}") from error


def _read(data: bytes, view: View) -> Document:
    from planctl.ingest.word import document
    from planctl.office.package import open_package

    return document.read(open_package(data, pictures=False), view)
