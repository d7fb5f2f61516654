"""``planctl export`` in the formats beside Word, and onto the clipboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import planctl
from planctl.cli.formats import FORMATS
from tests.cli.conftest import Run

OTHERS = [form for form in FORMATS if form != "docx"]
BEGINNINGS = {
    "html": b'<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">\n',
    "xlsx": b"PK\x03\x04",
    "csv": b"\xef\xbb\xbfPlan,Level 1,",
    "markdown": b"<!-- planctl export -->\n\n# ANNEX I\n",
    "json": b'{\n  "planctl": "export",\n  "version": 1,\n',
}


@pytest.mark.parametrize("form", OTHERS)
def test_each_format_is_written_under_its_usual_name_twice_the_same(
    run: Run, repo: Path, form: str
) -> None:
    name = f"annexes{FORMATS[form].suffixes[0]}"
    result = run("export", "--format", form)
    assert (result.code, result.out, result.err) == (
        0,
        "",
        f"Wrote {name}: Annex I to III (40 activities).\n",
    )
    data = (repo / name).read_bytes()
    assert data.startswith(BEGINNINGS[form])
    assert run("export", "--format", form).code == 0  # its own file may be replaced
    assert (repo / name).read_bytes() == data


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("upper", [False, True])
def test_the_name_of_the_file_tells_the_format(
    run: Run, repo: Path, form: str, upper: bool
) -> None:
    for suffix in FORMATS[form].suffixes:
        name = f"plans{suffix.upper() if upper else suffix}"
        assert run("export", "73", "-o", name).err == f"Wrote {name}: Annex I (18 activities).\n"
        assert (repo / name).read_bytes().startswith(BEGINNINGS[form])


def test_a_name_that_tells_nothing_makes_a_word_file(run: Run, repo: Path) -> None:
    assert run("export", "-o", "annexes").code == 0
    assert (repo / "annexes").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("form", ["html", "csv", "markdown", "json"])
def test_a_dash_writes_to_standard_output(run: Run, repo: Path, form: str) -> None:
    before = set(repo.iterdir())
    result = run("export", "--format", form, "-o", "-")
    assert (result.code, result.err) == (0, "")
    assert result.out.encode("utf-8").startswith(BEGINNINGS[form])
    assert set(repo.iterdir()) == before


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_what_is_no_text_is_written_to_standard_output_as_it_is(repo: Path, form: str) -> None:
    source = str(Path(planctl.__file__).parents[1])
    path = os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [sys.executable, "-m", "planctl", "export", "--format", form, "-o", "-"],
        cwd=repo,
        env={**os.environ, "PYTHONPATH": path},
        check=True,
        capture_output=True,
    )
    assert zipfile.ZipFile(BytesIO(done.stdout)).testzip() is None
    assert done.stderr == b""


def test_a_name_that_belongs_to_another_format_is_refused(run: Run, repo: Path) -> None:
    result = run("export", "--format", "html", "-o", "annexes.docx")
    assert (result.code, result.err) == (
        2,
        "planctl: annexes.docx: a name that ends in .docx is for Word files, not for --format"
        " html. Call it annexes.html.\n",
    )
    assert not (repo / "annexes.docx").exists()


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("README.md", "# Our plans\n", "Markdown export"),
        ("members.csv", "name,mail\n", "CSV export"),
        ("settings.json", "{}\n", "JSON export"),
        ("notes.html", "<p>notes\n", "HTML file"),
        ("table.xlsx", "text\n", "Excel file"),
    ],
)
def test_a_slip_does_not_overwrite_a_file_that_somebody_wrote(
    run: Run, repo: Path, name: str, content: str, what: str
) -> None:
    (repo / name).write_text(content, encoding="utf-8")
    result = run("export", "-o", name)
    assert (result.code, result.err) == (
        2,
        f"planctl: {name} is no {what}; it stays as it is. Give another name to -o.\n",
    )
    assert (repo / name).read_text(encoding="utf-8") == content


def test_a_template_makes_a_word_file_and_no_other(run: Run, repo: Path) -> None:
    run("export", "72")
    for option in (["--format", "html"], ["-o", "a.md"]):
        result = run("export", "--template", "annexes.docx", *option)
        assert result.code == 2
        assert result.err.startswith(
            "planctl: a template, a front page and upright pages are for Word only: "
        )


def test_the_data_has_the_envelope_and_all_plans(run: Run, repo: Path) -> None:
    run("export", "--format", "json", "--document-number", "TD880 é")
    data = json.loads((repo / "annexes.json").read_text(encoding="utf-8"))
    assert (data["planctl"], data["version"], data["document_number"]) == ("export", 1, "TD880 é")
    assert [(one["plan"], len(one["rows"])) for one in data["annexes"]] == [
        ("wtsa-72", 13),
        ("wtsa-73", 18),
        ("wtsa-79", 9),
    ]


def test_the_clipboard_takes_the_place_of_a_file(run: Run) -> None:
    for option in (["--format", "html"], ["-o", "a.html"]):
        result = run("export", "--clipboard", *option)
        assert (result.code, result.err) == (
            2,
            "planctl: --clipboard takes the place of a file: leave out --format, -o and"
            " --template\n",
        )


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="those have a clipboard of their own"
)
def test_where_there_is_no_clipboard_it_is_said_what_to_do(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    before = set(repo.iterdir())
    result = run("export", "--clipboard")
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "planctl: there is no clipboard here: this is not a graphical session. Write a file"
        " instead: planctl export --format html\n",
    )
    assert set(repo.iterdir()) == before
