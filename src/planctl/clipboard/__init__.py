"""Rich text on the clipboard, with what each system has for it; no shell, and nothing installed.

Windows and macOS take HTML and plain text together. On Linux a program that lives on after planctl
must hold the text, and those that do (wl-copy, xclip) hold one form of it: the rich one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from planctl.errors import PlanctlError

SECONDS = 30
"""How long a program may take to put something on the clipboard."""

# The texts come in on standard input, so that nothing in them can be taken for a command.
_MACOS = """\
ObjC.import("AppKit");
const input = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile;
const both = JSON.parse($.NSString.alloc.initWithDataEncoding(input, $.NSUTF8StringEncoding).js);
const board = $.NSPasteboard.generalPasteboard;
board.clearContents;
board.setStringForType($(both.html), "public.html");
board.setStringForType($(both.text), "public.utf8-plain-text");
"""


class Way(NamedTuple):
    """A program, its arguments, and what it is to read from standard input."""

    arguments: tuple[str, ...]
    given: bytes


def put(page: str, text: str) -> None:
    """Put a page of HTML on the clipboard, and ``text`` for programs that take no rich text.

    Raises PlanctlError, with what to install, where the system has no way.
    """
    import os
    import sys
    from shutil import which

    if sys.platform == "win32":
        from planctl.clipboard import windows

        windows.put(page, text)
    else:
        _run(way(sys.platform, os.environ, which, page, text))


def way(
    system: str,
    environment: Mapping[str, str],
    find: Callable[[str], str | None],
    page: str,
    text: str,
) -> Way:
    """How a page comes onto the clipboard of a system that is not Windows.

    ``system`` is what ``sys.platform`` says, ``find`` what finds a program (``shutil.which``).
    Raises PlanctlError where there is no way, which says what to install.
    """
    if system == "darwin":
        import json

        given = json.dumps({"html": page, "text": text}).encode("ascii")
        return Way((find("osascript") or "osascript", "-l", "JavaScript", "-e", _MACOS), given)
    on_wayland = bool(environment.get("WAYLAND_DISPLAY"))
    on_x11 = bool(environment.get("DISPLAY"))
    if on_wayland and (program := find("wl-copy")):
        return Way((program, "--type", "text/html"), page.encode("utf-8"))
    if on_x11 and (program := find("xclip")):
        arguments = (program, "-selection", "clipboard", "-t", "text/html", "-in")
        return Way(arguments, page.encode("utf-8"))
    if not (on_wayland or on_x11):
        raise PlanctlError(
            "there is no clipboard here: this is not a graphical session. Write a file instead:"
            " planctl export --format html"
        )
    package, program = ("wl-clipboard", "wl-copy") if on_wayland else ("xclip", "xclip")
    raise PlanctlError(
        f"the clipboard needs the program {program}: install the package {package}"
        f" (on Debian and Ubuntu: sudo apt install {package}), or write a file instead:"
        " planctl export --format html"
    )


def _run(way: Way) -> None:
    import subprocess
    from tempfile import TemporaryFile

    name = way.arguments[0]
    # A pipe would stay open for as long as the program lives on to hold the text.
    with TemporaryFile() as said:
        try:
            done = subprocess.run(
                way.arguments,
                input=way.given,
                stdout=subprocess.DEVNULL,
                stderr=said,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PlanctlError(f"nothing is on the clipboard: {name}: {error}") from error
        if done.returncode:
            said.seek(0)
            why = said.read().decode("utf-8", "replace").strip()
            raise PlanctlError(
                f"nothing is on the clipboard: {name} says: {why or f'status {done.returncode}'}"
            )
