"""Plans in a language that is neither English nor the export's."""

from __future__ import annotations

from pathlib import Path

from .conftest import Git, Run

TOLD = "pp-182 is in Chinese, and left out; `planctl export pp-182 --lang zh` exports it.\n"
PLAN = """\
resolution: {assembly: PP, number: 182, edition: 2022年, title: 气候变化}
lead: ITU-T SG5
as_of: 2022-10
language: zh
directives:
  - id: "1"
    text: 研究
    references: 做出决议（1）
    activities:
      - {id: "1", text: 研究, responsible: [TSAG], time_plan: Ongoing, status: not-started}
"""


def add(repo: Path) -> None:
    (repo / "plans" / "pp-182.yaml").write_text(PLAN, encoding="utf-8", newline="")


def test_a_chinese_plan_is_no_annex_among_english_ones(run: Run, repo: Path) -> None:
    add(repo)
    told = run("export", "-o", "all.md").err
    assert told == f"{TOLD}Wrote all.md: Annex I to III (40 activities).\n"
    assert "研究" not in (repo / "all.md").read_text(encoding="utf-8")
    assert run("export", "-o", "fr.md", "--lang", "fr").err.startswith(TOLD)


def test_it_is_exported_where_it_is_named_or_its_language_is(run: Run, repo: Path) -> None:
    add(repo)
    assert run("export", "182", "-o", "one.md").err == "Wrote one.md: Annex I (1 activity).\n"
    assert run("export", "-o", "zh.md", "--lang", "zh").err == (
        "Wrote zh.md: Annex I to IV (41 activities).\n"
    )
    for key in ("wtsa-72", "wtsa-73", "wtsa-79"):
        (repo / "plans" / f"{key}.yaml").unlink()
    assert run("export", "-o", "rest.md").err == "Wrote rest.md: Annex I (1 activity).\n"


def test_nor_is_it_one_that_was_removed(run: Run, repo: Path, git: Git) -> None:
    add(repo)
    git("add", "--all")
    git("commit", "--quiet", "--message=One more")
    result = run("export", "--changes-since", "HEAD", "-o", "changes.docx")
    assert result.err == (
        f"{TOLD}Wrote changes.docx: Annex I to III (40 activities); nothing has changed since"
        " HEAD.\n"
    )
