"""How results are shown: aligned on a terminal, one line each in a pipe, and as JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import click

_SHORT = 17  # characters, “liaison statement”; a column of longer cells may be cut

VERSION = 1
"""The version of the JSON that commands print; it grows when a field changes its meaning."""

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the result.",
)


def print_json(command: str, **result: Any) -> None:
    """Print ``result`` in the envelope that every command's JSON has."""
    click.echo(json_text(command, **result))


def json_text(command: str, **result: Any) -> str:
    """``result`` in the envelope that every command's JSON has, for standard output."""
    unicode = encoding().lower().replace("-", "") == "utf8"
    return enveloped(command, ascii_only=not unicode, **result)


def enveloped(command: str, *, ascii_only: bool = False, **result: Any) -> str:
    """``result`` in the envelope, for a file in UTF-8 or, with ``ascii_only``, any other."""
    import json

    document = {"planctl": command, "version": VERSION, **result}
    return json.dumps(document, ensure_ascii=ascii_only, indent=2)


def encoding() -> str:
    """How standard output writes characters, "" where there is none."""
    return (sys.stdout and sys.stdout.encoding) or ""


def say(message: str) -> None:
    """Tell the user something that is not the result itself."""
    click.echo(message, err=True)


def on_terminal() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """The terminal's columns (COLUMNS where it is set), 80 where there is no terminal."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return max(int(columns), 20)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20)
    except (OSError, ValueError):
        return 80


def wrap(text: str, indent: str = "", first: str | None = None) -> str:
    """``text`` broken to the terminal's width; ``first`` begins it instead of ``indent``."""
    import textwrap

    lines = []
    start = indent if first is None else first
    for paragraph in text.split("\n") or [""]:
        lines += textwrap.wrap(
            paragraph,
            width(),
            initial_indent=start,
            subsequent_indent=indent,
            break_on_hyphens=False,
        ) or [start.rstrip()]
        start = indent
    return "\n".join(lines)


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, tall: bool) -> None:
    """Print rows: in columns on a terminal, tab-separated (without the heads) in a pipe.

    On a terminal a ``tall`` table breaks long cells over several lines and leaves out columns in
    which nothing stands; another cuts them, so that each row is one line.
    """
    if not on_terminal():
        for row in rows:
            click.echo("\t".join(" ".join(cell.split()) for cell in row))
    if not on_terminal() or not rows:
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = list(zip(heads, zip(*rows, strict=True), strict=True))
    if tall:
        columns = [(head, cells) for head, cells in columns if any(cells)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=not tall)
    for head, cells in columns:
        long = max(map(len, (head, *cells))) > _SHORT
        table.add_column(
            head,
            no_wrap=not (tall and long),
            overflow="fold" if tall else "ellipsis",
            ratio=1 if long and not tall else None,
        )
    for row in zip(*(cells for _, cells in columns), strict=True):
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    colors: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    Console(width=width(), highlight=False, color_system=colors).print(table)


def item_json(address: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """An item's data as JSON, with its address first."""
    return {"address": address, **data}
