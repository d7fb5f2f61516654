"""Rows as a command prints them: on a terminal or in a pipe, for a spreadsheet, for a web page."""

from __future__ import annotations

from collections.abc import Sequence

import click

from planctl.cli.output import print_table

rows_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "markdown"]),
    default="text",
    show_default=True,
    help="How to print the result.",
)


def print_rows(form: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows as text, CSV or Markdown; their heads come first, but not in a pipe as text."""
    if form == "csv":
        from planctl import sheet

        # Standard output makes the line breaks that the system has.
        click.echo(sheet.csv(heads, rows).replace("\r\n", "\n"), nl=False)
    elif form == "markdown":
        from planctl.reports.document import Table
        from planctl.reports.markdown import markdown

        table = Table(tuple(heads), tuple(tuple(row) for row in rows))
        click.echo(markdown((table,)), nl=False)
    else:
        print_table(heads, rows, tall=True)
