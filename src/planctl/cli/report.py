"""How the reports on plans are printed: as text for reading, or as a document to send."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from planctl.cli.output import on_terminal, say, width

if TYPE_CHECKING:
    from planctl.reports.document import Document, Mark

F = TypeVar("F", bound=Callable[..., object])

_STYLES: dict[str, dict[str, Any]] = {
    "strong": {"bold": True},
    "faint": {"dim": True},
    "added": {"fg": "green", "underline": True},
    "removed": {"fg": "red", "strikethrough": True},
    "was": {"fg": "red"},
    "is": {"fg": "green"},
}

output_option = click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write to this file instead of the screen.",
)


def form_option(*forms: str) -> Callable[[F], F]:
    """``--format``, the first of ``forms`` where it is not given."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to print the result.",
    )


def print_report(document: Document, form: str, title: str, output: Path | None) -> None:
    """Print a report in the form ``text``, ``markdown`` or ``html``, or write it to ``output``.

    ``title`` is what a page of HTML is called.
    """
    to_file = output is not None and str(output) != "-"
    if form == "html":
        from planctl.reports.html import html

        shown = html(document, title)
    elif form == "markdown":
        from planctl.reports.markdown import markdown

        shown = markdown(document)
    else:
        from planctl.reports.text import text

        shown = text(document, width(), None if to_file or not _in_color() else _styled)
    put_out(shown, output)


def put_out(shown: str, output: Path | None) -> None:
    """Print ``shown``, or write it to ``output`` as UTF-8, its line breaks as they are."""
    if output is None or str(output) == "-":
        if shown.startswith("<!DOCTYPE") and sys.stdout:
            # What the console cannot show is written as HTML writes it.
            shown = shown.encode(sys.stdout.encoding, "xmlcharrefreplace").decode(
                sys.stdout.encoding
            )
        click.echo(shown, nl=False)
        return
    from planctl.store.files import replace_file

    replace_file(output, shown.encode("utf-8"))
    say(f"Wrote {output}.")


def _in_color() -> bool:
    context = click.get_current_context()
    return on_terminal() if context.color is None else context.color


def _styled(text: str, mark: Mark) -> str:
    return click.style(text, **_STYLES[mark]) if mark else text
