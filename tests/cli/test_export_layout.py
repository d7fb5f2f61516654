"""What an export shows: language, columns, filters, numbering, upright pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def lines(repo: Path) -> list[str]:
    return (repo / "a.md").read_text(encoding="utf-8").splitlines()


def test_an_export_in_another_language_with_other_columns(run: Run, repo: Path) -> None:
    run("set", "79/2", "next_step", "Ask the Member States")
    result = run(
        *("export", "79", "-o", "a.md", "--lang", "es", "--first", "4", "--repeat-ids"),
        *("--without", "references", "--without", "Time plan", "--with", "next-step"),
    )
    assert (result.code, result.err) == (0, "Wrote a.md: Annex IV (9 activities).\n")
    text = lines(repo)
    assert text[2] == "# ANEXO IV"
    assert text[6] == (
        "| ID<br>Nivel 1 | ID<br>Nivel 2 | Directrices | Actividades"
        " | Responsabilidades<br>(según se indican en la Resolución) | Próximo paso"
        " | Situación<br>(octubre de 2020) |"
    )
    assert "| Ask the Member States |" in text[9]


def test_only_what_is_open_and_of_one_body(run: Run) -> None:
    assert run("export", "--open").err == "Wrote annexes.docx: Annex I to III (37 activities).\n"
    assert run("export", "72", "-r", "WHO").err == "Wrote annexes.docx: Annex I (1 activity).\n"


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_word_in_every_language(run: Run, repo: Path, language: str) -> None:
    result = run("export", "--lang", language, "--portrait", "-o", f"{language}.docx")
    assert (result.code, result.err) == (
        0,
        f"Wrote {language}.docx: Annex I to III (40 activities).\n",
    )
    assert (repo / f"{language}.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--without", "staus"],
            "--without: “staus” is none of: level1, level2, directives, references, activities,"
            " responsibilities, time_plan, status",
        ),
        (
            ["--with", "owner"],
            "--with: “owner” is none of: due, priority, recurrence, decided_by, reporting_to,"
            " status_since, blocker, next_step",
        ),
        (
            ["--portrait", "-o", "a.html"],
            "a template, a front page and upright pages are for Word only: leave them out, or"
            " write .docx",
        ),
    ],
)
def test_what_cannot_be_shown(run: Run, repo: Path, options: list[str], said: str) -> None:
    before = set(repo.iterdir())
    result = run("export", *options)
    assert (result.code, result.err) == (2, f"planctl: {said}\n")
    assert set(repo.iterdir()) == before
