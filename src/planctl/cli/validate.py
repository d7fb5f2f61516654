"""``planctl validate``: every finding about the plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.cli.revision import at_option
from planctl.plan.numerals import count

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
@at_option
@pass_desk
def command(desk: Desk, files: tuple[Path, ...], strict: bool, rules: bool, form: str) -> int:
    """Check the plans: the form of the files, and the named rules.

    With FILES (plans, or planctl.yaml), report on these only; the other plans of the repository
    they lie in are still known. Every finding has its place, the name of its rule, and what to do.
    Nothing is written.
    """
    if rules:
        _print_rules(form)
        return 0
    findings = _findings(desk, files)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if form == "json":
        _print_json(findings, errors, warnings)
    else:
        _print_text(findings, errors, warnings)
    return 1 if errors or (strict and warnings) else 0


def _findings(desk: Desk, files: Sequence[Path]) -> list[Finding]:
    """All findings; with ``files`` theirs, each known to the repository in which it lies."""
    from planctl.store.repository import Repository

    if not files:
        return _checked(desk.repository)
    by_root: dict[Path, list[Path]] = {}
    for path in files:
        by_root.setdefault(_root(path), []).append(path)
    return [
        finding
        for root, own in by_root.items()
        for finding in _checked(desk.standing(Repository(root)), own)
    ]


def _checked(repository: Repository, files: Sequence[Path] = ()) -> list[Finding]:
    """The findings about a repository or its ``files``; with those of a catalogue in use."""
    from planctl.review.validate import check

    findings = check(repository, files)
    if repository.source.revision or not _has_catalogue(repository):
        return findings
    from planctl.review.catalogued import findings as compare
    from planctl.store.catalogue import pointer

    publications = pointer.catalogue(repository, say)
    if publications is None:
        return findings
    shown = {repository.shown(path) for path in files}
    return sorted(findings + compare(repository, publications, shown))


def _has_catalogue(repository: Repository) -> bool:
    """Whether a catalogue is in use, without importing what reads one."""
    folder = repository.private_folder()
    if folder is None:
        from planctl.store.lock import own_folder

        folder = own_folder(repository.root)
    return (folder / "catalogue.json").exists()


def _root(path: Path) -> Path:
    """The repository that a file lies in; for a file that lies in none, its own folder."""
    from planctl.errors import UsageFault
    from planctl.store.repository import discover

    try:
        return discover(path.parent).root
    except UsageFault:
        return path.parent.resolve()


def _print_text(findings: Sequence[Finding], errors: int, warnings: int) -> None:
    lines = []
    for finding in findings:
        place = f"{finding.file}:{finding.line}:{finding.column}"
        color = _COLORS[finding.severity]
        name = click.style(f"{finding.severity}[{finding.rule}]", fg=color)
        lines.append(f"{place}: {name}: {finding.message}")
    if findings:
        click.echo("\n".join(lines))
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
    from planctl.review.fixed import CATALOGUED, FIXED
    from planctl.review.rules import RULES

    rules = [
        (rule.name, rule.severity, rule.document, rule in FIXED)
        for rule in (*RULES, *CATALOGUED, *FIXED)
    ]
    if form == "json":
        names = ("name", "severity", "document", "always")
        print_json("rules", rules=[dict(zip(names, rule, strict=True)) for rule in rules])
        return
    for name, severity, document, always in rules:
        click.echo(f"{name} ({severity}{', always' if always else ''})")
        for paragraph in document.split("\n\n"):
            click.echo(wrap(" ".join(paragraph.split()), "    "))
        click.echo()
