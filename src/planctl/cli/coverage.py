"""``planctl coverage``: which operative clauses the directives answer."""

from __future__ import annotations

from pathlib import Path

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.report import form_option, output_option, print_report, put_json
from planctl.cli.revision import at_option


@click.command(
    "coverage",
    epilog="\b\nExamples:\n"
    "  planctl coverage 73\n"
    "  planctl coverage --format markdown -o coverage.md",
)
@click.argument("keys", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@form_option("text", "json", "markdown")
@output_option
@at_option
@pass_desk
def command(desk: Desk, keys: tuple[str, ...], form: str, output: Path | None) -> int:
    """Show clause by clause which directives answer the resolution.

    Below each plan stand the clauses without a directive, the references that name no clause or
    could name several, the directives without a clause, and the clauses that several directives
    cite. A plan must hold the text of its resolution; `planctl draft --into` puts it there. Exit
    status 1 where a clause has no directive or a reference no clause.
    """
    from planctl.reports import coverage as reports
    from planctl.review.coverage import coverage

    found = [coverage(file.plan) for file in desk.repository.plan_files(keys)]
    if form == "json":
        put_json(output, "coverage", plans=reports.as_json(found))
    else:
        print_report(reports.report(found), form, "", output)
    return 1 if any(one.has_gaps for one in found) else 0
