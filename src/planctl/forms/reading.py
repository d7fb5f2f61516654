"""The file of a form that came back, opened. Nothing is judged but whether it is a form."""

from __future__ import annotations

from pathlib import Path

from planctl.errors import PlanctlError
from planctl.forms.returned import Returned
from planctl.forms.sent import ASK_AGAIN, LOST, FormFault


def read(path: Path) -> Returned:
    """Read a form. Raises FormFault, with the file's name, where it is none or not sound."""
    from planctl.office.package import open_package
    from planctl.office.refusal import refuse_large

    try:
        refuse_large(path.stat().st_size)
        data = path.read_bytes()
        _refuse_other_kinds(data)
        package = open_package(data, excel=True, pictures=False)
        if package.kind.startswith("xl"):
            from planctl.forms import filled_sheet

            returned = filled_sheet.read(package)
        else:
            from planctl.forms import filled_paper

            returned = filled_paper.read(package)
    except OSError as error:
        raise FormFault(
            f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
        ) from None
    except PlanctlError as error:
        raise FormFault(f"{path}: {error}") from error
    return returned._replace(file=str(path))


def _refuse_other_kinds(data: bytes) -> None:
    """Raise FormFault for a file that no form can be in, with what to do instead."""
    from planctl.office.refusal import OLE, RTF

    if not data:
        raise FormFault(f"this file is empty. {ASK_AGAIN}")
    if b"application/vnd.oasis.opendocument.text" in data[:100]:
        raise FormFault(LOST)
    if not data.startswith((b"PK", OLE, RTF)):
        kind = "a PDF file" if data.startswith(b"%PDF") else "no Word or Excel file"
        raise FormFault(f"this is {kind}, which cannot hold a form. {ASK_AGAIN}")
