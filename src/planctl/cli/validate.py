"""``planctl validate``: every finding about the plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import count, format_option, print_json, say

if TYPE_CHECKING:
    from planctl.finding import Finding
    from planctl.store.repository import Repository

_COLORS = {"error": "red", "warning": "yellow"}


@click.command(
    "validate",
    epilog="\b\nExamples:\n  planctl validate\n  planctl validate --strict plans/wtsa-73.yaml",
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Let warnings count: exit with status 1 for them too.")
@click.option("--rules", is_flag=True, help="List the rules, what each means, and stop.")
@format_option
@pass_desk
def command(desk: Desk, files: tuple[Path, ...], strict: bool, rules: bool, form: str) -> int:
    """Check the plans: the form of the files, and the named rules.

    With FILES, report on these only; the other plans are still known. Every finding has its place,
    the name of its rule, and what to do. Nothing is written.
    """
    if rules:
        _print_rules(form)
        return 0
    repository = _repository(desk, files)
    findings = _findings(repository, files)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if form == "json":
        _print_json(findings, errors, warnings)
    else:
        _print_text(findings, errors, warnings)
    return 1 if errors or (strict and warnings) else 0


def _repository(desk: Desk, files: Sequence[Path]) -> Repository:
    """The repository; for files that lie in none, their own folder without settings."""
    from planctl.errors import UsageFault

    try:
        return desk.repository
    except UsageFault:
        if not files:
            raise
        from planctl.store.repository import Repository

        return Repository(desk.start.resolve())


def _findings(repository: Repository, files: Sequence[Path]) -> list[Finding]:
    """All findings, from the cache where nothing has changed; with ``files`` only theirs."""
    from planctl.finding import Finding
    from planctl.store import cache

    wanted = {repository.shown(path) for path in files}
    kept = cache.recall(repository)
    if kept is not None:
        findings = [Finding(*values) for values in kept["findings"]]
        if wanted <= set(kept["files"]):
            return [finding for finding in findings if not wanted or finding.file in wanted]
    from planctl.review.validate import validate

    known = repository.files()
    shown = [repository.shown(path) for path in known]
    others = [path for path in files if repository.shown(path) not in shown]
    taken = cache.stamps(repository.root, repository.settings.plans)
    findings = validate(repository, known + others)
    if not others:
        cache.keep(repository, taken, {"files": shown, "findings": findings})
    return [finding for finding in findings if not wanted or finding.file in wanted]


def _print_text(findings: Sequence[Finding], errors: int, warnings: int) -> None:
    for finding in findings:
        place = f"{finding.file}:{finding.line}:{finding.column}"
        color = _COLORS[finding.severity]
        name = click.style(f"{finding.severity}[{finding.rule}]", fg=color)
        click.echo(f"{place}: {name}: {finding.message}")
    if findings:
        say(f"{count(errors, 'error')}, {count(warnings, 'warning')}.")


def _print_json(findings: Sequence[Finding], errors: int, warnings: int) -> None:
    print_json(
        "validate",
        errors=errors,
        warnings=warnings,
        findings=[finding._asdict() for finding in findings],
    )


def _print_rules(form: str) -> None:
    from planctl.cli.output import wrap
    from planctl.review.rules import RULES

    if form == "json":
        print_json(
            "rules",
            rules=[
                {"name": rule.name, "severity": rule.severity, "document": rule.document}
                for rule in RULES
            ],
        )
        return
    for rule in RULES:
        click.echo(f"{rule.name} ({rule.severity})")
        for paragraph in rule.document.split("\n\n"):
            click.echo(wrap(" ".join(paragraph.split()), "    "))
        click.echo()
