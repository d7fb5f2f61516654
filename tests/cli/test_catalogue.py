"""``planctl catalogue``, and what it adds to validate, link and find."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.store.catalogue.shelf import fill

from .conftest import Diff, Git, Run


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return fill(tmp_path / "relaton-data-itu")


@pytest.fixture
def used(run: Run, git: Git, clone: Path) -> Path:
    assert run("catalogue", "use", str(clone)).code == 0
    return clone


def change(repo: Path, old: str, new: str) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def catalogued(out: str) -> list[str]:
    return [line for line in out.splitlines() if "[catalogue-" in line and "wtsa-72" in line]


def test_one_is_used_shown_and_forgotten(run: Run, git: Git, clone: Path) -> None:
    assert run("catalogue", "show").err == (
        "No catalogue is in use; `planctl catalogue use FOLDER` uses one.\n"
    )
    told = f"The catalogue in {clone} has 6 documents, the newest of 2024-11.\n"
    assert run("catalogue", "use", str(clone)).err == told
    assert run("catalogue", "show").out == told
    assert git("status", "--porcelain") == ""
    shown = json.loads(run("catalogue", "show", "--format", "json").out)
    assert shown == {
        "planctl": "catalogue",
        "version": 1,
        "folder": str(clone),
        "documents": 6,
        "newest": "2024-11",
        "unread": 0,
    }
    assert run("catalogue", "forget").err == "No catalogue is in use now.\n"
    assert run("catalogue", "show").out == ""


def test_files_that_cannot_be_read_are_told(run: Run, git: Git, clone: Path) -> None:
    broken = clone / "data" / "a.yaml"
    broken.write_text("title: [\n", "utf-8")
    told = (
        f"The catalogue in {clone} has 6 documents, the newest of 2024-11.\n"
        f"1 file in it cannot be read, so that what stands there is not known: {broken}. Look into"
        " it, or take the clone anew.\n"
    )
    assert run("catalogue", "use", str(clone)).err == told
    assert run("catalogue", "show").out == told


def test_without_git_it_is_remembered_too(run: Run, clone: Path) -> None:
    run("catalogue", "use", str(clone))
    assert "6 documents" in run("catalogue", "show").out
    assert "[catalogue-" in run("validate").out


def test_a_folder_without_records(run: Run, repo: Path) -> None:
    result = run("catalogue", "use", str(repo))
    assert result.code == 1
    assert "has no files of Relaton's ITU data" in result.err


def test_a_catalogue_that_is_gone_stops_nothing(run: Run, used: Path) -> None:
    before = run("validate").out
    shutil.rmtree(used)
    result = run("validate")
    assert result.code == 0
    assert "The catalogue is not used: " in result.err
    assert ". `planctl catalogue forget` stops looking for it.\n" in result.err
    assert "[catalogue-" not in result.out
    assert "[catalogue-" in before
    assert run("link", "72/1.2", "K.100", "--again").code == 0
    assert run("find", "K.91").code == 0
    assert run("catalogue", "show").code == 1


def test_validate_compares(run: Run, used: Path, repo: Path) -> None:
    change(repo, "- K.52\n", "- {ref: K.52, title: Guidance, date: 2017-03}\n")
    change(repo, "- K.61\n", "- {ref: K.91, title: guidance FOR assessment, date: 2023-11}\n")
    change(repo, "- K.70\n", "- {ref: K.999, date: 2025}\n              - Draft K.998\n")
    found = [line.split(": ", 2)[1:] for line in catalogued(run("validate").out)]
    of_52 = [line for line in found if "K.52 is" in line[1]]
    assert of_52 == [
        [
            "warning[catalogue-title]",
            "K.52 is titled “Guidance” here, and “Guidance on limits” in the catalogue (ITU-T K.52"
            " (01/2018))",
        ],
        [
            "warning[catalogue-date]",
            "K.52 is of 2017-03 here; the catalogue has no edition of then (it has 2018-01)",
        ],
    ]
    assert not [line for line in found if "K.91 is" in line[1] or "K.99" in line[1]]
    assert [
        "warning[catalogue-unknown]",
        "the catalogue, whose newest document is of 2024-11, does not list K.83; find out whether"
        " it is written right",
    ] in found


def test_its_rules_are_rules_like_others(run: Run, used: Path, repo: Path) -> None:
    rules = run("validate", "--rules").out
    for name in ("catalogue-title", "catalogue-date", "catalogue-unknown"):
        assert f"{name} (warning)" in rules
    before = run("validate", "plans/wtsa-72.yaml")
    assert len(catalogued(before.out)) > 3
    assert run("validate", "plans/wtsa-72.yaml").out == before.out
    change(repo, "as_of: 2020-10\n", "as_of: 2020-10\naccepted: {catalogue-unknown: Known}\n")
    result = run("validate", "plans/wtsa-72.yaml")
    assert catalogued(result.out) == []
    assert "unknown-rule" not in result.out


def test_without_one_nothing_is_compared(run: Run, git: Git) -> None:
    assert "[catalogue-" not in run("validate").out


def test_link_fills_in_title_and_date(run: Run, used: Path, diff: Diff) -> None:
    result = run("link", "72/3.1", "L.1304")
    assert "Its title and date are from the catalogue.\n" in result.err
    assert diff("wtsa-72")[1:] == [
        "+          - deliverables:",
        "+              - ref: L.1304",
        "+                title: Procurement criteria for sustainable data centres",
        "+                date: 2021-11",
    ]


def test_link_takes_the_edition_that_is_named(run: Run, used: Path, diff: Diff) -> None:
    run("link", "72/3.1", "L.1470 (01/2020)")
    assert diff("wtsa-72")[2:] == [
        "+              - ref: L.1470 (01/2020)",
        "+                title: Greenhouse gas emissions trajectories",
    ]


def test_what_the_user_says_counts(run: Run, used: Path, diff: Diff) -> None:
    result = run("link", "72/3.1", "L.1304", "--title", "Mine")
    assert "Its date is from the catalogue.\n" in result.err
    assert "+                title: Mine" in diff("wtsa-72")
    assert (
        run("link", "72/3.1", "K.1").err
        == "Added to wtsa-72/3.1, before “L.1304 “Mine” (11/2021)”: K.1\n"
    )


def test_find_tells_of_the_newest_edition(run: Run, used: Path, repo: Path) -> None:
    newest = "ITU-T L.1470 (11/2024), “Emissions trajectories, revised”.\n"
    assert run("find", "ITU-T L.1470").err.endswith(
        f"The newest edition in the catalogue: {newest}"
    )
    change(repo, "- K.52\n", "- {ref: L.1470, date: 2020-01}\n")
    assert run("find", "L.1470").err.endswith(f"A newer edition in the catalogue: {newest}")
    found = json.loads(run("find", "L.1470", "--format", "json").out)
    assert [one["date"] for one in found["document"]["editions"]] == ["2020-01", "2024-11"]


def test_the_index_is_made_anew_after_a_pull(run: Run, used: Path) -> None:
    fill(used, (("ITU-T K.100 (07/2025)", "2025-07", "Measurement"),))
    result = run("find", "K.100")
    assert "is made anew; this takes some seconds." in result.err
    assert result.err.endswith("ITU-T K.100 (07/2025), “Measurement”.\n")
