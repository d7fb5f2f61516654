"""``planctl export``: the file that is written, and that it is the published table."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from planctl.publish.docx.check import faults
from tests.cli.conftest import Run


def test_the_three_plans_become_annexes_i_to_iii(run: Run, repo: Path) -> None:
    result = run("export")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Wrote annexes.docx: Annex I to III (40 activities).\n"
    data = (repo / "annexes.docx").read_bytes()
    assert faults(data) == []
    assert _text(data).count("Action plan for implementation of WTSA Resolution") == 3


def test_the_same_plans_give_the_same_bytes(run: Run, repo: Path) -> None:
    run("export", "-o", "first.docx")
    run("export", "-o", "second.docx")
    assert (repo / "first.docx").read_bytes() == (repo / "second.docx").read_bytes()


def test_plans_are_numbered_in_the_order_they_are_named(run: Run, repo: Path) -> None:
    result = run("export", "79", "72", "-o", "two.docx")
    assert result.err == "Wrote two.docx: Annex I and II (22 activities).\n"
    text = _text((repo / "two.docx").read_bytes())
    assert text.index("Resolution 79") < text.index("Resolution 72")


def test_a_single_plan_is_annex_i(run: Run) -> None:
    assert run("export", "73", "-o", "one.docx").err == "Wrote one.docx: Annex I (18 activities).\n"


def test_the_document_number_comes_from_the_option_or_the_settings(run: Run, repo: Path) -> None:
    run("export", "72", "--document-number", "SG5-LS(October 2020)", "-o", "a.docx")
    assert "SG5-LS(October 2020)" in _parts((repo / "a.docx").read_bytes())
    (repo / "planctl.yaml").write_text("document_number: TSAG-TD880\n", encoding="utf-8")
    run("export", "72", "-o", "b.docx")
    assert "TSAG-TD880" in _parts((repo / "b.docx").read_bytes())


@pytest.mark.parametrize("name", ["plans/wtsa-72.yaml", "planctl.yaml"])
def test_a_slip_does_not_overwrite_another_kind_of_file(run: Run, repo: Path, name: str) -> None:
    before = (repo / name).read_bytes()
    result = run("export", "-o", name)
    assert (result.code, result.err) == (
        2,
        f"planctl: {name} is no Word file; it stays as it is. Give another name to -o.\n",
    )
    assert (repo / name).read_bytes() == before


def test_an_export_is_replaced_by_the_next(run: Run, repo: Path) -> None:
    run("export", "72")
    first = (repo / "annexes.docx").read_bytes()
    run("export", "73")
    assert (repo / "annexes.docx").read_bytes() != first


def test_text_that_word_cannot_hold_is_refused(run: Run, repo: Path) -> None:
    result = run("export", "--document-number", "SG5\x07LS")
    assert result.code == 2
    assert result.err.startswith("planctl: Word cannot hold this text: ")
    assert not (repo / "annexes.docx").exists()


def test_a_folder_that_does_not_exist_is_said_so(run: Run) -> None:
    result = run("export", "-o", "missing/annexes.docx")
    assert result.code == 1
    assert result.err.startswith("planctl: ")
    assert "missing" in result.err


def test_an_empty_repository_has_nothing_to_export(run: Run, repo: Path) -> None:
    for path in (repo / "plans").iterdir():
        path.unlink()
    result = run("export")
    assert (result.code, result.err) == (2, "planctl: there is no plan in plans to export\n")
    assert not (repo / "annexes.docx").exists()


def _parts(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8") for name in package.namelist())


def _text(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("word/document.xml").decode("utf-8")
