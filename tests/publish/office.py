"""Resolves revisions with LibreOffice, where it is installed: a second opinion on the resolver."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

PROGRAM = shutil.which("soffice")

Order = Literal["AcceptAllTrackedChanges", "RejectAllTrackedChanges", "SelectAll"]
ACCEPT: Order = "AcceptAllTrackedChanges"
REJECT: Order = "RejectAllTrackedChanges"
NOTHING: Order = "SelectAll"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0} PUBLIC "{1}" "{2}.dtd">\n'
_DTD = "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
_MACRO = f"""{_HEAD.format("script:module", _DTD, "module")}\
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Resolve(listing As String)
  Dim number, line, parts, document, helper
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open listing For Input As #number
  Do While Not Eof(number)
    Line Input #number, line
    parts = Split(line, "|")
    document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
    helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; parts(0), "", 0, Array())
    document.storeToURL(parts(2), filter())
    document.close(True)
  Loop
  Close #number
End Sub
</script:module>
"""
_LIBRARY = f"""{_HEAD.format("library:library", _DTD, "library")}\
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def resolve(folder: Path, orders: Iterable[tuple[Order, bytes]]) -> list[bytes]:
    """Open each .docx file in LibreOffice, carry its order out and save it as .docx again."""
    own = folder / "profile"
    _start(own, "--terminate_after_init")  # a new profile has no macros, whatever was there
    macros = own / "user" / "basic" / "Standard"
    (macros / "Module1.xba").write_text(_MACRO, encoding="utf-8")
    (macros / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    lines, made = [], []
    for number, (order, data) in enumerate(orders):
        given, result = folder / f"{number}.docx", folder / f"{number}-resolved.docx"
        given.write_bytes(data)
        made.append(result)
        lines.append(f"{order}|{given.as_uri()}|{result.as_uri()}\n")
    listing = folder / "orders.txt"
    listing.write_text("".join(lines), encoding="utf-8")
    _start(own, f'macro:///Standard.Module1.Resolve("{listing}")')
    return [path.read_bytes() for path in made]


def _start(own: Path, order: str) -> None:
    assert PROGRAM
    subprocess.run(
        [PROGRAM, "--headless", "--norestore", f"-env:UserInstallation={own.as_uri()}", order],
        check=True,
        capture_output=True,
        timeout=120,
    )
