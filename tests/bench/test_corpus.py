"""The benchmark's plans are what it says: valid, clean, of one size, the same everywhere."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from planctl.plan.model import plan_from
from planctl.review.validate import validate
from planctl.store import schema
from planctl.store.repository import Repository
from planctl.store.yaml import emit
from tests.bench import corpus, rivals
from tests.bench.measure import Ratio, Run, compare, times

SAMPLE = (0, 1, 2, 50, 99, 500, 999)


@pytest.mark.parametrize("number", SAMPLE)
def test_a_plan_has_the_promised_size(number: int) -> None:
    data = corpus.plan_data(number)
    assert schema.fits(schema.PLAN, data)
    activities = [activity for _, activity in plan_from("plan", data).activities()]
    assert len(activities) == corpus.ACTIVITIES == 30
    for activity in activities:
        assert len(list(activity.deliverables())) == corpus.DELIVERABLES == 8
    assert 70_000 < len(emit.document(data)) < 80_000


def test_every_kind_of_identifier_is_cited() -> None:
    plans = [plan_from("plan", corpus.plan_data(number)) for number in range(3)]
    kinds = {
        deliverable.known_kind
        for plan in plans
        for _, activity in plan.activities()
        for _, deliverable in activity.deliverables()
    }
    assert kinds == {
        *("recommendation", "amendment", "corrigendum", "supplement", "work-item"),
        *("liaison-statement", "document", "circular", "partner-standard"),
        *("technical-report", "web-page"),
        *("workshop", "webinar", "forum", "symposium", "training", "session"),
    }


def test_plans_have_a_few_warnings_and_no_errors(tmp_path: Path) -> None:
    files = corpus.write_repository(tmp_path / "r", 8)
    findings = validate(Repository(tmp_path / "r"), files)
    assert {finding.severity for finding in findings} == {"warning"}
    for number in range(8):
        of_plan = [one for one in findings if Path(one.file).stem == corpus.plan_key(number)]
        assert 1 <= len(of_plan) <= 6


def test_plans_are_the_same_everywhere() -> None:
    written = "".join(emit.document(corpus.plan_data(number)) for number in (0, 999))
    digest = sha256(written.encode()).hexdigest()
    assert digest == "c9e2a3dde952f59ec4b4ddd8e6ddfdd95a7bd3fbf780f989ebc997447a253ae8"


def test_keys_are_names_of_files() -> None:
    keys = [corpus.plan_key(number) for number in range(corpus.L)]
    assert keys[:5] == ["wtsa-1", "pp-1", "wtdc-1", "ra-1", "wtsa-2"]
    assert len(set(keys)) == corpus.L == 1000
    assert corpus.M == 100


def test_the_repository_is_in_git_and_clean(tmp_path: Path) -> None:
    files = corpus.write_repository(tmp_path / "r", 2)
    assert [file.name for file in files] == ["wtsa-1.yaml", "pp-1.yaml"]
    git = ["git", "-C", str(tmp_path / "r")]
    listed = subprocess.run([*git, "ls-files"], capture_output=True, text=True, check=True)
    assert listed.stdout.split() == [
        "planctl.yaml",
        "plans/pp-1.yaml",
        "plans/wtsa-1.yaml",
        "schema/plan.schema.json",
        "schema/planctl.schema.json",
    ]
    status = subprocess.run([*git, "status", "-s"], capture_output=True, text=True, check=True)
    assert status.stdout == ""


def test_doorstop_gets_the_same_content(tmp_path: Path) -> None:
    rivals.write_doorstop(tmp_path / "d", 1)
    items = sorted((tmp_path / "d" / "plans" / "wtsa-1").glob("WTSA_1_*.yml"))
    assert len(items) == corpus.ACTIVITIES
    activity = corpus.plan_data(0)["directives"][0]["activities"][0]
    text = items[0].read_text(encoding="utf-8")
    assert activity["text"] in text
    assert text.count("\n  - ") == corpus.DELIVERABLES


def test_a_ratio_is_the_median_of_its_pairs() -> None:
    assert str(Ratio([3.04, 2.0, 9.0])) == "3.0 (2.0–9.0)"
    assert [times(0.25), times(0.04), times(0.6), times(12)] == ["1/4.0", "1/25", "0.6", "12.0"]


def test_a_run_that_fails_ends_the_comparison(tmp_path: Path) -> None:
    run = Run(["git", "no-such-command"], tmp_path)
    with pytest.raises(RuntimeError, match="no-such-command"):
        compare(run, run, 1)
