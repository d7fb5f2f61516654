"""How the reports on plans are printed: as text for reading, or as a document to send."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from planctl.cli.output import json_text, on_terminal, say, width

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


class Look(NamedTuple):
    """How text is to look: so many columns wide, in colour or not."""

    width: int
    in_color: bool


def look(output: Path | None) -> Look:
    """How text is to look on the screen, or in the file ``output``."""
    to_file = output is not None and str(output) != "-"
    context = click.get_current_context()
    in_color = on_terminal() if context.color is None else context.color
    return Look(width(), in_color and not to_file)


def print_report(document: Document, form: str, title: str, output: Path | None) -> None:
    """Print a report in the form ``text``, ``markdown`` or ``html``, or write it to ``output``.

    ``title`` is what a page of HTML is called.
    """
    put_out(shown(document, form, title, look(output)), output)


def shown(document: Document, form: str, title: str, how: Look) -> str:
    """A report in the form ``text``, ``markdown`` or ``html``."""
    if form == "html":
        from planctl.reports.html import html

        return html(document, title)
    if form == "markdown":
        from planctl.reports.markdown import markdown

        return markdown(document)
    from planctl.reports.text import text

    return text(document, how.width, _styled if how.in_color else None)


def put_json(output: Path | None, command: str, **result: Any) -> None:
    """Print ``result`` as JSON, or write it to ``output``."""
    put_out(f"{json_text(command, **result)}\n", output)


def put_out(text: str, output: Path | None) -> None:
    """Print ``text``, or write it to ``output`` as UTF-8, its line breaks as they are."""
    if output is None or str(output) == "-":
        if text.startswith("<!DOCTYPE") and sys.stdout:
            # What the console cannot show is written as HTML writes it.
            encoding = sys.stdout.encoding
            text = text.encode(encoding, "xmlcharrefreplace").decode(encoding)
        click.echo(text, nl=False)
        return
    from planctl.store.replacing import replace_file

    replace_file(output, text.encode("utf-8"))
    say(f"Wrote {output}.")


def note_cut_off(root: Path) -> None:
    """Say that meetings may be missing where the history of the clone at ``root`` is cut off."""
    from planctl.store import revisions

    told = revisions.gap(root)
    if told:
        say(f"Note: {told[0].lower()}{told[1:]}.")


def _styled(text: str, mark: Mark) -> str:
    return click.style(text, **_STYLES[mark]) if mark else text
