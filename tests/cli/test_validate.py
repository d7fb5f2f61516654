"""``planctl validate``: what it prints, how it ends, and that it never writes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planctl.review.validate import check
from planctl.store.repository import Repository
from tests.cli.conftest import Git, Run

BEFORE = '      - id: "3.2"\n'
PLACEHOLDER = (
    "plans/wtsa-72.yaml:145:19: warning[placeholder]: “To be completed” only holds a place; write"
    " what belongs here\n"
)


def change(repo: Path, key: str, old: str, new: str) -> None:
    path = repo / "plans" / f"{key}.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def test_a_finding_has_place_rule_and_advice(run: Run) -> None:
    result = run("validate")
    assert result.code == 0
    assert PLACEHOLDER in result.out
    assert result.err.startswith("0 errors, ")
    assert all(": warning[" in line for line in result.out.splitlines())


def test_findings_come_in_the_order_of_files_and_lines(run: Run) -> None:
    places = []
    for line in run("validate").out.splitlines():
        file, number, column, _ = line.split(":", 3)
        places.append((file, int(number), int(column)))
    assert places == sorted(places)


def test_strict_lets_warnings_count(run: Run) -> None:
    assert run("validate", "--strict").code == 1


def test_silent_when_all_is_well(run: Run, repo: Path) -> None:
    for path in (repo / "plans").glob("*.yaml"):
        path.unlink()
    result = run("validate", "--strict")
    assert (result.code, result.out, result.err) == (0, "", "")


def test_an_error_ends_with_status_1_and_all_findings_are_told(run: Run, repo: Path) -> None:
    change(repo, "wtsa-72", "status: ongoing", "status: onging")
    change(repo, "wtsa-79", 'id: "2"', "id: 2")
    result = run("validate")
    assert result.code == 1
    errors = [line for line in result.out.splitlines() if ": error[" in line]
    assert errors == [
        "plans/wtsa-72.yaml:19:17: error[schema]: “onging” is not one of: not-started, ongoing,"
        " completed, suspended, superseded; did you mean “ongoing”?",
        'plans/wtsa-79.yaml:29:9: error[schema]: 2 is read as a number; write it in quotes: "2"',
    ]
    assert "plans/wtsa-73.yaml" in result.out  # the readable plan is still reviewed


def test_a_file_that_is_no_yaml_has_its_place(run: Run, repo: Path) -> None:
    change(repo, "wtsa-72", "lead: ITU-T SG5", "lead: [ITU-T SG5")
    result = run("validate", "plans/wtsa-72.yaml")
    assert result.code == 1
    assert result.out.startswith("plans/wtsa-72.yaml:8:")
    assert ": error[syntax]: " in result.out


def test_with_files_only_these_are_reported_but_the_others_are_known(run: Run) -> None:
    result = run("validate", "plans/wtsa-79.yaml")
    assert {line.split(":")[0] for line in result.out.splitlines()} == {"plans/wtsa-79.yaml"}
    assert "warning[spelling-variant]: “València”" in result.out  # only 73 says Valencia as well


def test_a_file_that_is_not_there_is_an_error(run: Run) -> None:
    result = run("validate", "plans/wtsa-99.yaml")
    assert result.code == 1
    assert result.out.startswith("plans/wtsa-99.yaml:1:1: error[file]: ")


def test_a_file_outside_of_any_repository_is_checked_by_itself(
    run: Run, repo: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "wtsa-72.yaml"
    alone.write_bytes((repo / "plans" / "wtsa-72.yaml").read_bytes())
    result = run("validate", "wtsa-72.yaml", cwd=tmp_path)
    assert result.code == 0
    assert PLACEHOLDER.replace("plans/", "") in result.out


def test_files_are_checked_in_the_repository_they_lie_in(
    run: Run, repo: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(repo, other)
    (other / "planctl.yaml").write_text("rules: {placeholder: we know}\n", "utf-8")
    files = ("plans/wtsa-72.yaml", "../other/plans/wtsa-72.yaml")
    for where, paths in ((repo, files), (tmp_path, [f"repo/{file}" for file in files])):
        result = run("validate", *paths, cwd=where)
        assert result.code == 0
        found = [line.split(":")[0] for line in result.out.splitlines() if "placeholder" in line]
        assert [Path(where, file).resolve() for file in found] == [repo / "plans/wtsa-72.yaml"]
        others = [line for line in result.out.splitlines() if "other/plans/wtsa-72.yaml:" in line]
        assert len(others) == result.out.count("\n") - len(others) - 1
    inside = run("validate", str(repo / "plans" / "wtsa-79.yaml"), cwd=other)
    assert "warning[spelling-variant]: “València”" in inside.out  # beside its own 73


def test_one_file_under_two_names_is_one_file(run: Run, repo: Path, tmp_path: Path) -> None:
    try:
        (tmp_path / "alias").symlink_to(repo, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    plain = run("validate", "plans/wtsa-79.yaml")
    for name in ("plans/../plans/wtsa-79.yaml", str(tmp_path / "alias/plans/wtsa-79.yaml")):
        assert run("validate", name) == plain
    (repo / "plans" / "wtsa-79.yaml").rename(tmp_path / "moved.yaml")
    (repo / "plans" / "wtsa-79.yaml").symlink_to(tmp_path / "moved.yaml")
    assert run("validate", "plans/wtsa-79.yaml") == plain


DUPLICATE = ":1:1: error[duplicate-plan]: plans/wtsa-72.{} would be the plan wtsa-72 too; keep one"


def test_two_files_for_one_plan_are_an_error_in_both(run: Run, repo: Path) -> None:
    alone = run("validate").out
    shutil.copyfile(repo / "plans" / "wtsa-72.yaml", repo / "plans" / "wtsa-72.yml")
    result = run("validate")
    assert result.code == 1
    assert result.err.startswith("2 errors, ")
    assert f"plans/wtsa-72.yaml{DUPLICATE.format('yml')} file\n" in result.out
    assert f"plans/wtsa-72.yml{DUPLICATE.format('yaml')} file\n" in result.out
    assert set(alone.splitlines()) < set(result.out.splitlines())
    [finding] = json.loads(run("validate", "plans/wtsa-72.yml", "--format", "json").out)[
        "findings"
    ][:1]
    assert (finding["rule"], finding["address"]) == ("duplicate-plan", "wtsa-72")


def test_a_broken_file_beside_the_plan_hides_no_finding(run: Run, repo: Path) -> None:
    alone = run("validate").out
    (repo / "plans" / "wtsa-79.yml").write_text("directives: [\n", "utf-8")
    result = run("validate")
    assert result.code == 1
    assert "plans/wtsa-79.yml:2:1: error[syntax]: a value is missing here\n" in result.out
    assert "plans/wtsa-79.yml:1:1: error[duplicate-plan]: " in result.out
    assert set(alone.splitlines()) < set(result.out.splitlines())


def test_a_plan_may_be_named_yml(run: Run, repo: Path) -> None:
    alone = run("validate").out
    (repo / "plans" / "wtsa-79.yaml").rename(repo / "plans" / "wtsa-79.yml")
    assert run("validate").out == alone.replace("wtsa-79.yaml", "wtsa-79.yml")


def test_a_rule_is_switched_off_for_one_item_with_a_reason(run: Run, repo: Path) -> None:
    change(repo, "wtsa-72", BEFORE, BEFORE + "        accepted: {placeholder: awaiting BDT}\n")
    assert "warning[placeholder]" not in run("validate").out


def test_a_rule_is_switched_off_everywhere_with_a_reason(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text(
        "rules:\n  undated-event: days are not known\n  spelling-variant: we know\n", "utf-8"
    )
    out = run("validate").out
    assert "warning[undated-event]" not in out
    assert "warning[spelling-variant]" not in out
    assert "warning[placeholder]" in out


def test_a_reason_is_demanded(run: Run, repo: Path) -> None:
    change(repo, "wtsa-72", BEFORE, BEFORE + '        accepted: {placeholder: ""}\n')
    result = run("validate", "plans/wtsa-72.yaml")
    assert result.code == 1
    assert result.out == (
        "plans/wtsa-72.yaml:139:33: error[schema]: this is empty; write something, or take the"
        " field out\n"
    )


def test_switching_off_a_rule_that_does_not_exist_is_said(run: Run, repo: Path) -> None:
    change(repo, "wtsa-72", BEFORE, BEFORE + "        accepted: {placehoder: awaiting BDT}\n")
    (repo / "planctl.yaml").write_text("rules: {undated: why not}\n", "utf-8")
    out = run("validate").out
    wanted = "there is no rule “{}”; `planctl validate --rules` lists them\n"
    assert "plans/wtsa-72.yaml:139:32: warning[unknown-rule]: " + wanted.format("placehoder") in out
    assert "planctl.yaml:1:18: warning[unknown-rule]: " + wanted.format("undated") in out
    assert "warning[placeholder]" in out


def test_settings_that_are_wrong_are_findings_among_all(run: Run, repo: Path) -> None:
    before = run("validate").out
    (repo / "planctl.yaml").write_text("meetings:\n  - key: TSAG 2021\n    start: 2021\n", "utf-8")
    result = run("validate")
    assert result.code == 1
    [key, start, *others] = result.out.splitlines(keepends=True)
    assert key.startswith("planctl.yaml:2:10: error[schema]: “TSAG 2021” does not fit.")
    assert start.startswith("planctl.yaml:3:12: error[schema]: “2021” does not fit.")
    assert "".join(others) == before
    assert result.err.startswith("2 errors, ")
    as_json = json.loads(run("validate", "--format", "json").out)
    assert (as_json["errors"], len(as_json["findings"])) == (2, 2 + len(others))


def test_settings_that_are_no_yaml_are_a_finding(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text("rules: {placeholder: we know\n", "utf-8")
    result = run("validate")
    assert result.code == 1
    assert result.out.startswith("planctl.yaml:1:8: error[syntax]: ")
    assert PLACEHOLDER in result.out  # nothing is switched off


def test_settings_are_checked_by_their_own_schema(run: Run, repo: Path) -> None:
    result = run("validate", "planctl.yaml")
    assert (result.code, result.out, result.err) == (0, "", "")
    (repo / "planctl.yaml").write_text("rulez: {}\nrules: {}\n", "utf-8")
    result = run("validate", "plans/wtsa-79.yaml", "planctl.yaml")
    assert result.code == 1
    assert {line.partition(":")[0] for line in result.out.splitlines()} == {
        "planctl.yaml",
        "plans/wtsa-79.yaml",
    }
    assert result.out.startswith(
        "planctl.yaml:1:8: error[schema]: there is no field “rulez” here; did you mean “rules”?\n"
    )


def test_without_the_folder_of_the_plans_nothing_is_well(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text("rules: {}\nplans: plan\n", "utf-8")
    message = (
        "error[plans-folder]: there is no folder plan here, so no plan was looked at; make it, or"
        " name the right one as `plans:`\n"
    )
    result = run("validate")
    assert (result.code, result.out) == (1, f"planctl.yaml:2:8: {message}")
    (repo / "planctl.yaml").write_text("", "utf-8")
    (repo / "plans").rename(repo / "plan")
    assert run("validate").out == f"planctl.yaml:1:1: {message.replace('plan h', 'plans h')}"


def test_a_folder_that_goes_or_comes_is_seen(run: Run, repo: Path, git: Git) -> None:
    git("--version")
    for path in (repo / "plans").glob("*.yaml"):
        path.unlink()
    check(Repository(repo), now=time.time_ns() + 3_600_000_000_000)
    (repo / "plans").rmdir()
    assert run("validate").code == 1
    check(Repository(repo), now=time.time_ns() + 3_600_000_000_000)
    (repo / "plans").mkdir()
    assert run("validate").code == 0


def test_meetings_are_those_of_the_calendar(run: Run, repo: Path) -> None:
    change(repo, "wtsa-72", BEFORE, f"{BEFORE}        due: TSAG-2021-01\n")
    assert "unknown-meeting" not in run("validate").out
    change(repo, "wtsa-72", "due: TSAG-2021-01", "due: TSAG-9999")
    [line] = [line for line in run("validate").out.splitlines() if "unknown-meeting" in line]
    assert line.endswith(
        "warning[unknown-meeting]: “TSAG-9999” is neither a date nor a meeting of planctl.yaml, "
        "which has: TSAG-2020-09, TSAG-2021-01; correct it, or add the meeting there"
    )
    (repo / "planctl.yaml").write_text("meetings: 5\n", "utf-8")
    assert "unknown-meeting" not in run("validate").out  # what there is cannot be known


def test_a_calendar_that_cannot_be_is_an_error_at_its_place(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text(
        """\
meetings:
  - {key: A, start: 2020-02-30, end: 2020-01-01}
  - {key: B, start: 2020-02-10, end: 2020-02-09}
  - {key: C, start: 2020-02-10, deadline: 2020-02-11}
  - {key: a, start: 2020-02-10, end: 2020-02-11, deadline: 2020-02-01}
  - {key: HEAD, start: 2020-02-12}
""",
        "utf-8",
    )
    result = run("validate", "planctl.yaml")
    assert result.code == 1
    assert result.out.splitlines() == [
        "planctl.yaml:2:21: error[calendar]: '2020-02-30': February 2020 has 29 days; correct it",
        "planctl.yaml:3:38: error[calendar]: B ends before it starts (2020-02-10); correct one of"
        " them",
        "planctl.yaml:4:43: error[calendar]: the deadline for documents is after the end of C"
        " (2020-02-10); correct one of them",
        "planctl.yaml:5:11: error[calendar]: there is another meeting a above; give each its own"
        " key",
        "planctl.yaml:6:11: error[calendar]: “HEAD” cannot be the key of a meeting: git means"
        " something else by it",
    ]


def test_json_says_the_same(run: Run) -> None:
    result = json.loads(run("validate", "--format", "json").out)
    lines = run("validate").out.splitlines()
    assert (result["planctl"], result["version"], result["errors"]) == ("validate", 1, 0)
    assert result["warnings"] == len(result["findings"]) == len(lines)
    [placeholder] = [f for f in result["findings"] if f["rule"] == "placeholder"]
    assert placeholder == {
        "file": "plans/wtsa-72.yaml",
        "line": 145,
        "column": 19,
        "severity": "warning",
        "rule": "placeholder",
        "message": "“To be completed” only holds a place; write what belongs here",
        "address": "wtsa-72/3.2",
    }


def test_the_rules_are_listed_with_what_they_mean(run: Run) -> None:
    out = run("validate", "--rules").out
    names = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert "placeholder (warning)" in names
    assert "duplicate-id (error)" in names
    listed = json.loads(run("validate", "--rules", "--format", "json").out)["rules"]
    assert [
        f"{rule['name']} ({rule['severity']}{', always' if rule['always'] else ''})"
        for rule in listed
    ] == names
    assert "schema (error, always)" in names
    assert all(rule["document"].endswith(".") for rule in listed)


def test_what_is_always_checked_cannot_be_switched_off(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text("rules: {schema: why not}\n", "utf-8")
    assert (
        "planctl.yaml:1:17: warning[unknown-rule]: “schema” is always checked; it cannot be"
        " switched off\n"
    ) in run("validate").out


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


@pytest.mark.parametrize("git", [True, False])
def test_a_check_never_writes_in_the_tree(run: Run, repo: Path, git: bool) -> None:
    if git:
        subprocess.run(["git", "init", "-q"], cwd=repo, check=True)
    before = snapshot(repo)
    run("validate")
    run("validate", "--strict")
    assert snapshot(repo) == before


def keep(repo: Path) -> Path:
    """The file of the result that validate keeps for ``repo``, which becomes a git repository.

    All its files had rested when they were looked at, planctl's own modules too.
    """
    subprocess.run(["git", "init", "-q"], cwd=repo, check=True)
    check(Repository(repo), now=time.time_ns() + 10_000_000_000)
    return repo / ".git" / "planctl" / "validate.json"


def test_the_result_is_the_same_with_and_without_what_was_kept(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("validate")
    monkeypatch.chdir(repo)
    kept = keep(repo)
    before = kept.read_bytes()
    assert run("validate") == first
    of_one = run("validate", "plans/wtsa-79.yaml")
    assert of_one.out in first.out
    assert kept.read_bytes() == before
    change(repo, "wtsa-72", "To be completed", "Was all completed")
    assert PLACEHOLDER not in run("validate").out
    assert run("validate", "plans/wtsa-79.yaml") == of_one
    assert run("validate", cwd=repo / "plans").out.startswith("wtsa-72.yaml:")


def test_what_makes_no_sense_is_not_recalled(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("validate")
    monkeypatch.chdir(repo)
    kept = keep(repo)
    content = json.loads(kept.read_bytes())
    kept.write_text(json.dumps({**content, "findings": [[1]]}), "utf-8")
    assert run("validate") == first


UNCHANGED = """
import sys
from planctl.__main__ import main
try:
    main(["validate"])
except SystemExit as end:
    assert end.code == 0, end.code
loaded = {name.partition(".")[0] for name in sys.modules} | set(sys.modules)
for name in ("ruamel", "jsonschema", "jsonschema_rs", "git", "rich", "planctl.plan.model",
             "planctl.review.rules", "planctl.review.remarks", "concurrent"):
    assert name not in loaded, name
"""


def test_an_unchanged_repository_is_neither_read_nor_are_the_readers_imported(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repo)
    keep(repo)
    done = subprocess.run(
        [sys.executable, "-c", UNCHANGED], cwd=repo, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert PLACEHOLDER in done.stdout
