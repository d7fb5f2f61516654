"""``planctl coverage``: clauses with and without a directive, and references astray."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

PLAN = """\
resolution:
  assembly: WTSA
  number: 301
  edition: Rev. Lisbon, 2023
  title: Quiet hours for base stations
lead: ITU-T SG5
as_of: 2023-10
clauses:
  - {block: resolves, number: "1", text: "to study how much power is drawn;"}
  - {block: resolves, number: "2", text: "to publish what is found:"}
  - {block: resolves, number: "2", sub: a), text: "for cities;"}
  - {block: resolves, number: "2", sub: b), text: "for all;"}
  - {block: resolves, number: "3", text: "to review the figures,"}
  - {block: instructs the Director of TSB, text: "to collect figures,"}
  - {block: invites Member States, text: "to send figures."}
directives:
"""
ROW = """\
  - id: "{0}"
    text: Something
    references: {1}
    activities:
      - {{id: "{0}", text: Something, responsible: [TSAG], time_plan: Ongoing, status: ongoing}}
"""


@pytest.fixture
def plan(repo: Path) -> Path:
    references = (
        "Resolves (1)",
        "Resolves (1)",
        "Resolves (2) a)",
        "Resolves (9)",
        "Instructs TSAG (1)",
        "As agreed",
    )
    rows = [ROW.format(at, reference) for at, reference in enumerate(references, 1)]
    kept = "    edition: Nairobi, 2019\n    answers: Invites Member States\n    activities"
    former = ROW.format(7, "Resolves (3)").replace("    activities", kept)
    path = repo / "plans" / "wtsa-301.yaml"
    path.write_text(PLAN + "".join(rows) + former, encoding="utf-8", newline="")
    return path


def test_every_clause_and_what_is_to_be_mended(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    result = run("coverage", "301")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        "wtsa-301: Resolution 301 (Rev. Lisbon, 2023)\n"
        "2 of 4 clauses that resolve or instruct have a directive. 1 clause invites\n"
        "others, which a plan need not answer; 1 of them has one.\n"
        "\n"
        "Clause                         Directive  Text\n"
        "Resolves (1)                   1, 2       to study how much power is drawn;\n"
        "Resolves (2)                   3          to publish what is found:\n"
        "Resolves (3)                   –          to review the figures,\n"
        "Instructs the Director of TSB  –          to collect figures,\n"
        "Invites Member States          7          to send figures.\n"
        "\n"
        "  • Resolves (3) has no directive; `planctl add wtsa-301` adds one.\n"
        "  • Instructs the Director of TSB has no directive; `planctl add wtsa-301` adds\n"
        "    one.\n"
        "  • Of Resolves (2) nobody cites b); add what is missing.\n"
        "  • wtsa-301/4 cites “Resolves (9)”: “Resolves” has no such clause; `planctl set\n"
        "    wtsa-301/4 references …` corrects it.\n"
        "  • wtsa-301/5 cites “Instructs TSAG (1)”: no block of the text begins so;\n"
        "    `planctl set wtsa-301/5 references …` corrects it.\n"
        "  • wtsa-301/6 cites “As agreed”: it cannot be read as a reference; `planctl set\n"
        "    wtsa-301/6 references …` corrects it.\n"
        "  • Resolves (1) is cited by wtsa-301/1 and wtsa-301/2.\n"
        "  • wtsa-301/7 cites an earlier edition, and keeps its numbers.\n"
    )
    assert plan.read_bytes() == before


def test_json(run: Run, plan: Path) -> None:
    result = run("coverage", "wtsa-301", "--format", "json")
    found = json.loads(result.out)
    assert (result.code, found["planctl"], found["version"]) == (1, "coverage", 1)
    (plan_data,) = found["plans"]
    assert plan_data["clauses"][1] == {
        "block": "resolves",
        "number": "2",
        "reference": "Resolves (2)",
        "text": "to publish what is found:",
        "invites": False,
        "directives": ["wtsa-301/3"],
        "missing": ["b)"],
    }
    assert plan_data["directives_without_clause"] == ["wtsa-301/4", "wtsa-301/5", "wtsa-301/6"]
    assert plan_data["directives_of_another_edition"] == ["wtsa-301/7"]
    assert plan_data["references"][0] == {
        "address": "wtsa-301/4",
        "field": "references",
        "reference": "Resolves (9)",
        "fault": "“Resolves” has no such clause",
    }


def test_a_plan_without_the_text_is_told_how_to_get_it(run: Run) -> None:
    result = run("coverage", "73", "--format", "markdown")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "## wtsa-73: Resolution 73 (Rev. Hammamet, 2016)\n\n"
        "The plan does not hold the text of its resolution, so nothing can be said. \\`planctl"
        " draft --into wtsa-73 FILE\\` takes it from a file.\n"
    )


def test_what_is_there_of_a_reference_counts(run: Run, plan: Path) -> None:
    plan.write_text(PLAN + ROW.format(1, "Resolves (1, 3, 4, 5)"), encoding="utf-8", newline="")
    result = run("coverage", "301", "--format", "markdown")
    assert "2 of 4 clauses that resolve or instruct have a directive." in result.out
    assert "| Resolves (3) | 1 |" in result.out
    assert "“Resolves” has (1), (3), but no (4), (5);" in result.out
    assert "answers no clause" not in result.out


def test_all_is_well(run: Run, plan: Path, tmp_path: Path) -> None:
    rows = [
        ROW.format(1, "Resolves (1, 2, 3)"),
        ROW.format(2, "Instructs the Director...").replace(
            "text: Something, resp", "text: Something, references: Instructs the Director..., resp"
        ),
    ]
    plan.write_text(PLAN + "".join(rows), encoding="utf-8", newline="")
    target = tmp_path / "coverage.txt"
    result = run("coverage", "301", "-o", str(target))
    assert result.code == 0
    assert "4 of 4 clauses" in target.read_text(encoding="utf-8")
    assert run("coverage", "999").code == 2
