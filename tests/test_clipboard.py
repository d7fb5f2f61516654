"""What goes onto the clipboard, and how, on each system."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.clipboard import Way, put, way
from planctl.clipboard.cf_html import cf_html
from planctl.errors import PlanctlError

PAGE = "<html>\n<body>\nRésumé <b>研</b>\n</body>\n</html>\n"


def found(*programs: str) -> dict[str, str]:
    return {program: f"/usr/bin/{program}" for program in programs}


@pytest.mark.parametrize(
    ("environment", "programs", "arguments"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["wl-copy", "xclip"], ["wl-copy", "--type"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy"], ["wl-copy", "--type"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["xclip"], ["xclip", "-selection"]),
        ({"DISPLAY": ":0"}, ["wl-copy", "xclip"], ["xclip", "-selection"]),
    ],
)
def test_on_linux_the_program_of_the_session_gets_the_page(
    environment: dict[str, str], programs: list[str], arguments: list[str]
) -> None:
    chosen = way("linux", environment, found(*programs).get, PAGE, "plain")
    assert chosen.arguments[:2] == (f"/usr/bin/{arguments[0]}", arguments[1])
    assert "text/html" in chosen.arguments
    assert chosen.given == PAGE.encode("utf-8")


def test_macos_gets_both_texts_on_standard_input_and_none_in_the_script() -> None:
    page, text = '"); hostile("', "plain 研\u2028"
    chosen = way("darwin", {}, found("osascript").get, page, text)
    assert chosen.arguments[:4] == ("/usr/bin/osascript", "-l", "JavaScript", "-e")
    assert "hostile" not in chosen.arguments[4]
    assert json.loads(chosen.given) == {"html": page, "text": text}
    assert chosen.given.isascii()


@pytest.mark.parametrize(
    ("environment", "package"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wl-clipboard"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-clipboard"),
        ({"DISPLAY": ":0"}, "xclip"),
    ],
)
def test_what_is_missing_is_said_with_what_to_install(
    environment: dict[str, str], package: str
) -> None:
    with pytest.raises(PlanctlError, match=f"install the package {package} .*--format html"):
        way("linux", environment, found().get, PAGE, "")


def test_without_a_graphical_session_there_is_no_clipboard() -> None:
    with pytest.raises(PlanctlError, match="no clipboard here: this is not a graphical session"):
        way("linux", {}, found("wl-copy", "xclip").get, PAGE, "")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a program of Linux stands in")
def test_the_program_is_run_and_what_it_says_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xclip"
    program.write_text(
        f"#!{sys.executable}\n"
        "import os, pathlib, sys\n"
        "kept = pathlib.Path(os.environ['KEPT'])\n"
        "if not kept.parent.exists(): sys.exit('no display')\n"
        "kept.write_bytes(sys.stdin.buffer.read() + repr(sys.argv[1:]).encode())\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("KEPT", str(tmp_path / "kept"))
    put(PAGE, "plain")
    assert (tmp_path / "kept").read_text(encoding="utf-8") == (
        f"{PAGE}['-selection', 'clipboard', '-t', 'text/html', '-in']"
    )
    monkeypatch.setenv("KEPT", str(tmp_path / "missing" / "kept"))
    with pytest.raises(
        PlanctlError, match=r"nothing is on the clipboard: .*xclip says: no display"
    ):
        put(PAGE, "plain")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<"), max_size=40))
def test_the_offsets_of_cf_html_are_those_of_the_page_and_of_its_body(body: str) -> None:
    page = f"<html><head><title>é</title></head>\n<body>{body}</body>\n</html>"
    data = cf_html(page)
    offsets = {name.decode(): int(at) for name, at in re.findall(rb"(\w+):(\d{10})\r\n", data)}
    assert data.startswith(b"Version:0.9\r\nStartHTML:")
    assert data[offsets["StartFragment"] : offsets["EndFragment"]].decode("utf-8") == body
    html = data[offsets["StartHTML"] : offsets["EndHTML"]].decode("utf-8")
    assert offsets["EndHTML"] == len(data)
    marked = html.replace("<!--StartFragment-->", "").replace("<!--EndFragment-->", "")
    assert marked == page
    assert html.startswith("<html>")


def test_a_way_is_a_program_with_its_arguments_and_what_it_reads() -> None:
    assert way("linux", {"DISPLAY": ":0"}, found("xclip").get, "é", "") == Way(
        ("/usr/bin/xclip", "-selection", "clipboard", "-t", "text/html", "-in"), "é".encode()
    )
