"""``planctl init``: a new repository, and a new plan in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.store import schema
from tests.cli.conftest import Run

NEW = (
    "init", "wtsa-95", "--edition", "Hammamet, 2016", "--title", "Best practices and policies",
    "--lead", "ITU-T SG5", "--as-of", "2020-10",
)  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_an_empty_folder_becomes_a_repository(run: Run, empty: Path) -> None:
    result = run("init", cwd=empty)
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Wrote planctl.yaml.\n"
        "Wrote schema/plan.schema.json.\n"
        "Wrote schema/planctl.schema.json.\n"
        "This folder is not in git yet; `git init` makes it so.\n"
        'Next: `planctl init wtsa-95 --title "…"` begins a plan; `planctl add` fills it.\n'
    )
    found = sorted(p.relative_to(empty).as_posix() for p in empty.rglob("*"))
    assert found == [
        "planctl.yaml",
        "plans",
        "schema",
        "schema/plan.schema.json",
        "schema/planctl.schema.json",
    ]
    for name in (schema.PLAN, schema.SETTINGS):
        assert (empty / "schema" / name).read_bytes() == schema.file(name).read_bytes()
    assert run("validate", cwd=empty).code == 0


def test_what_is_there_stays_as_it_is(run: Run, empty: Path) -> None:
    (empty / "planctl.yaml").write_text("# ours\n", encoding="utf-8")
    result = run("init", cwd=empty)
    assert result.code == 0
    assert "planctl.yaml is already there; it stays as it is.\n" in result.err
    assert (empty / "planctl.yaml").read_text("utf-8") == "# ours\n"


def test_a_plan_is_begun(run: Run, empty: Path) -> None:
    run("init", cwd=empty)
    result = run(*NEW, cwd=empty)
    assert result.code == 0
    assert result.err == (
        'Wrote plans/wtsa-95.yaml. Next: `planctl add wtsa-95 "…"` adds its first directive.\n'
    )
    assert (empty / "plans" / "wtsa-95.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/plan.schema.json\n"
        "resolution:\n"
        "  assembly: WTSA\n"
        "  number: 95\n"
        "  edition: Hammamet, 2016\n"
        "  title: Best practices and policies\n"
        "lead: ITU-T SG5\n"
        "as_of: 2020-10\n"
        "directives: []\n"
    )
    assert run("validate", cwd=empty).code == 0


def test_a_plan_is_never_begun_twice(run: Run, empty: Path) -> None:
    run("init", cwd=empty)
    run(*NEW, cwd=empty)
    before = (empty / "plans" / "wtsa-95.yaml").read_bytes()
    result = run(*NEW[:5], "Other title", *NEW[6:], cwd=empty)
    assert result.code == 2
    assert result.err == (
        "planctl: plans/wtsa-95.yaml is already there; `planctl add wtsa-95` adds to it, and"
        " `planctl draft --into wtsa-95 FILE` puts the text of its resolution into it\n"
    )
    assert (empty / "plans" / "wtsa-95.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("init", "95"), "“95” does not name a plan; write assembly and number: wtsa-95"),
        (("init", "wtsa-95", "--lead", "SG5"),
         "to begin wtsa-95, give --edition, --title, --as-of too"),
        ((*NEW[:-1], "2020-13"),
         "planctl: “2020-13” does not fit. The month the Status column speaks of: 2020-10 prints"
         ' "Status (October 2020)". Nothing was written.\n'),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said(
    run: Run, empty: Path, arguments: tuple[str, ...], message: str
) -> None:
    run("init", cwd=empty)
    result = run(*arguments, cwd=empty)
    assert result.code == 2
    assert message in result.err
    assert list((empty / "plans").iterdir()) == []


def test_options_of_a_plan_without_a_plan_are_refused(run: Run, empty: Path) -> None:
    result = run("init", "--lead", "SG5", cwd=empty)
    assert result.code == 2
    assert "--lead: name the plan too, as in “wtsa-95”." in result.err
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("arguments", [("init",), NEW])
def test_a_clone_without_its_empty_folder_gets_it(
    run: Run, empty: Path, arguments: tuple[str, ...]
) -> None:
    run("init", cwd=empty)
    (empty / "plans").rmdir()
    result = run("list", cwd=empty)
    assert (result.code, "there is no folder plans in " in result.err) == (2, True)
    assert run(*arguments, cwd=empty).code == 0
    assert (empty / "plans").is_dir()
    assert run("list", cwd=empty).code == 0
