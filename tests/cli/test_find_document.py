"""``planctl find`` of a document: its names, its twins, and its way through the meetings."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Git, Run


def change(repo: Path, old: str, new: str) -> None:
    path = repo / "plans" / "wtsa-73.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def close(git: Git, meeting: str) -> None:
    git("commit", "--quiet", "--all", "--allow-empty", "--message=x")
    git("tag", "--annotate", "--message=x", meeting)


def test_its_way_from_work_item_to_recommendation(run: Run, git: Git, repo: Path) -> None:
    close(git, "TSAG-2020-09")
    change(
        repo,
        "              - ref: ITU-T L.1304\n",
        "              - {ref: ITU-T L.1390, formerly: L.SM_EN, counterpart: ETSI ES 204 087}\n"
        "              - ref: ITU-T L.1304\n",
    )
    close(git, "TSAG-2021-01")
    start = repo / "plans" / "wtsa-73.yaml"
    text = start.read_text("utf-8")
    at = text.index("              - ref: L.SM_EN")
    end = text.index("              - kind: work-item", at)
    start.write_text(text[:at] + text[end:], "utf-8", newline="")
    result = run("find", "L.1390")
    assert result.err == (
        "1 mention.\n"
        "Formerly L.SM_EN.\n"
        "At a partner: ETSI ES 204 087.\n"
        "Since TSAG-2020-09: L.SM_EN, work item, in wtsa-73/1.\n"
        "Since TSAG-2021-01: L.1390, work item, done, in wtsa-73/1, wtsa-73/5.2.\n"
        "Now: L.1390, done, in wtsa-73/5.2.\n"
    )
    assert run("find", "L.SM_EN").err.splitlines()[1] == "It is L.1390 now."
    assert run("find", "ES 204 087").err.splitlines()[1] == "It is L.1390 of ITU."
    document = json.loads(run("find", "L.1390", "--format", "json").out)["document"]
    assert [one["meeting"] for one in document["history"]] == ["TSAG-2020-09", "TSAG-2021-01", ""]
    assert document["register"]["formerly"] == ["L.SM_EN"]


def test_where_nothing_changed(run: Run, git: Git) -> None:
    close(git, "TSAG-2020-09")
    close(git, "TSAG-2021-01")
    assert run("find", "L.1470").err == (
        "7 mentions.\nSince TSAG-2020-09: L.1470, done, in wtsa-73/1, wtsa-73/5.2.\n"
    )


def test_what_its_citations_do_not_agree_on(run: Run, repo: Path) -> None:
    change(repo, "- SG5-LS4\n", "- {ref: SG5-LS4, title: Another}\n")
    assert run("find", "SG5-LS4").err.splitlines()[1] == (
        "Its citations differ in titles: “LS on Information about work being carried out under"
        " study…”, “Another”."
    )


def test_a_word_is_no_document(run: Run) -> None:
    assert run("find", "Valencia").err == "5 mentions.\n"
    assert json.loads(run("find", "Valencia", "--format", "json").out)["document"] is None
