"""Old formats, turned into .docx by LibreOffice where it is installed.

It works on a copy in a folder of its own, with settings of its own that run no macros and follow
no links, and is stopped when it takes too long.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planctl.office.refusal import RefusedFileError

if TYPE_CHECKING:
    from subprocess import Popen

_SECONDS = 60
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_SECURITY = "org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "org.openoffice.Inet/Settings"
# A proxy that is not there: nothing can be fetched.
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
)


def converted(data: bytes, kind: str) -> bytes | None:
    """Return a file of a ``kind`` ("doc", "odt", "rtf") as .docx; None without LibreOffice.

    Raises RefusedFileError where it cannot convert the file.
    """
    import tempfile

    program = _program()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="planctl-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given = folder / f"document.{kind}"
        given.write_bytes(data)
        _run(program, folder, given)
        made = folder / "made" / "document.docx"
        if not made.is_file():
            raise RefusedFileError(
                "LibreOffice could not convert this file: open it in Word and save it as .docx."
            )
        return made.read_bytes()


def _program() -> str | None:
    import shutil

    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _run(program: str, folder: Path, given: Path) -> None:
    import os
    import subprocess

    own = folder / "profile"
    (own / "user").mkdir(parents=True)
    (own / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    process = subprocess.Popen(
        [
            program,
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation={own.as_uri()}",
            "--convert-to",
            "docx",
            "--outdir",
            str(folder / "made"),
            str(given),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise RefusedFileError(
            "LibreOffice took too long to convert this file: open it in Word and save it as .docx."
        ) from error
    finally:
        _stop(process)


def _stop(process: Popen[bytes]) -> None:
    """End a program that still runs, and on POSIX what it has started."""
    import os
    import signal

    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n'
    )
