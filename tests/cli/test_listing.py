"""``planctl list`` and ``planctl find``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def addresses(out: str) -> list[str]:
    return [line.partition("\t")[0] for line in out.splitlines()]


def test_in_a_pipe_every_activity_is_one_line_with_tabs(run: Run) -> None:
    result = run("list")
    lines = result.out.splitlines()
    assert len(lines) == 40
    assert lines[0].split("\t") == [
        "wtsa-72/1.1",
        "ongoing",
        "ITU-T SG5 (Q3/5)",
        "9",
        "Publish and disseminate technical reports related to human exposure to EMF",
    ]
    assert result.err == "40 activities.\n"


def test_plans_come_in_the_order_of_their_numbers(run: Run) -> None:
    assert addresses(run("list", "79", "72").out)[:1] == ["wtsa-79/1"]
    assert [a.split("/")[0] for a in addresses(run("list").out)] == (
        ["wtsa-72"] * 13 + ["wtsa-73"] * 18 + ["wtsa-79"] * 9
    )


def test_a_status_narrows_the_list(run: Run) -> None:
    assert addresses(run("list", "--status", "completed").out) == [
        "wtsa-72/10",
        "wtsa-73/7",
        "wtsa-73/14",
    ]


def test_a_body_narrows_the_list_and_is_not_part_of_another_name(run: Run) -> None:
    assert addresses(run("list", "-r", "WHO").out) == ["wtsa-72/5"]
    assert addresses(run("list", "-r", "ITU-R SG6").out) == ["wtsa-72/4"]
    assert addresses(run("list", "-r", "SG50").out) == []
    assert len(addresses(run("list", "72", "-r", "Q3/5").out)) == 7


TABLE = """\
Item         Status      Responsible    Evidence   Activity
────────────────────────────────────────────────────────────────────────────────
wtsa-72/10   completed   Director TSB   0          Report to the next WTSA on m…
wtsa-73/7    completed   Director TSB   0          Report on progress on the ap…
wtsa-73/14   completed   Director TSB   0          Report to TSAG with regard (…
"""


def test_on_a_terminal_the_list_is_a_table_that_fits(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    result = run("list", "--status", "completed", typed="")
    assert [line.rstrip() for line in result.out.splitlines()] == TABLE.splitlines()


def test_on_a_narrow_terminal_every_line_fits(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    for command in ("list", "find"):
        lines = run(command, *(["Valencia"] if command == "find" else []), typed="").out
        assert {len(line) for line in lines.splitlines()} <= {*range(61)}


def test_a_misspelt_status_is_a_wrong_use(run: Run) -> None:
    result = run("list", "--status", "done")
    assert (result.code, result.out) == (2, "")
    assert "'done' is not one of 'not-started', 'ongoing', 'completed'" in result.err


def test_json_has_the_versioned_envelope(run: Run) -> None:
    result = json.loads(run("list", "-s", "completed", "--format", "json").out)
    assert (result["planctl"], result["version"]) == ("list", 1)
    assert result["activities"][0] == {
        "address": "wtsa-72/10",
        "status": "completed",
        "responsible": ["Director TSB (in collaboration with the Directors of BR and BDT)"],
        "deliverables": 0,
        "text": "Report to the next WTSA on measures taken to implement this Resolution",
    }


def test_a_document_is_found_in_every_spelling_with_what_amends_it(run: Run) -> None:
    assert run("find", "ITU-T K.91").out == (
        "wtsa-72/1.1\tdeliverable\tK.Suppl.1 to ITU-T K.91\n"
        "wtsa-72/1.1\tdeliverable\tK.Suppl.4 to ITU-T K.91\n"
        "wtsa-72/1.2\tdeliverable\tK.91\n"
        "wtsa-72/1.2\tdeliverable\tK.91 Amd.3-Appendix IX\n"
        "wtsa-72/1.2\tdeliverable\tK. 91 Amd.1-Appendix VIII\n"
        "wtsa-72/1.2\tdeliverable\tK.91 Amd.1-Appendix IX\n"
    )


def test_a_document_is_found_where_its_point_was_forgotten(run: Run) -> None:
    for text in ("K91", "k 91", "ITU-T K91"):
        assert run("find", text).out == run("find", "K.91").out
    assert len(run("find", "K91 Amd.3").out.splitlines()) == 1
    assert run("find", "Q3/5").err == "7 mentions.\n"


def test_words_are_found_whatever_their_capitals_accents_and_quotes(run: Run) -> None:
    assert (
        addresses(run("find", "VALENCIA").out)
        == ["wtsa-73/9"] + ["wtsa-73/11.1"] * 2 + ["wtsa-79/5"] * 2
    )
    assert addresses(run("find", "“5g, emf").out) == ["wtsa-72/2"]


def test_the_row_of_a_directive_is_found_by_its_words(run: Run) -> None:
    assert run("find", "WHO on the EMF project").out == (
        "wtsa-72/5\tdirective\tStrengthen coordination and cooperation with WHO on the EMF"
        " project\n"
    )


def change(repo: Path, old: str, new: str) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def test_a_directive_is_found_under_its_own_address(run: Run) -> None:
    assert run("find", "Publish and disseminate", "-p", "72").out.splitlines() == [
        "wtsa-72/1\tdirective\tPublish and disseminate technical reports related to human exposure"
        " to EMF, as well as developing ITU‑T Recommendations to address these issues",
        "wtsa-72/1.1\tactivity\tPublish and disseminate technical reports related to human"
        " exposure to EMF",
    ]


def test_a_filter_keeps_the_directives_of_the_activities_that_fit(run: Run, repo: Path) -> None:
    change(repo, "        status: ongoing\n", "        status: completed\n")  # of the first, 1.1
    for status, item in (("ongoing", "1.2"), ("completed", "1.1")):
        found = addresses(run("find", "Recommendations", "-p", "72", "-s", status).out)
        assert found[0] == "wtsa-72/1"
        assert {"wtsa-72/1.1", "wtsa-72/1.2"}.intersection(found) <= {f"wtsa-72/{item}"}
    assert run("find", "Publish and disseminate", "-s", "suspended").code == 1
    assert run("find", "WHO on the EMF project", "-r", "TSB").code == 1


def test_the_title_of_a_resolution_is_found_under_its_plan(run: Run) -> None:
    assert run("find", "Measurement and assessment concerns").out == (
        "wtsa-72\tresolution\tMeasurement and assessment concerns related to human exposure to"
        " electromagnetic fields\n"
    )


def test_every_language_is_searched(run: Run, repo: Path) -> None:
    change(
        repo,
        "    text: Publish and disseminate technical reports related to human exposure to EMF",
        "    text: {fr: Publier des rapports techniques, en: Publish reports}\n    notes: EMF",
    )
    assert run("find", "rapports").out == (
        "wtsa-72/1\tdirective\tPublier des rapports techniques\n"
    )


def test_nothing_found_is_a_finding(run: Run) -> None:
    result = run("find", "blockchain voting")
    assert (result.code, result.out, result.err) == (
        1,
        "",
        "“blockchain voting” is not mentioned.\n",
    )


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_there_must_be_something_to_find(run: Run, text: str) -> None:
    result = run("find", text)
    assert (result.code, result.out) == (2, "")
    assert "say what to find" in result.err


def test_the_beginning_of_a_name_is_found(run: Run) -> None:
    assert "K. 91 Amd.1-Appendix VIII" in run("find", "K.91 Amd").out
    assert "K. 91 Amd.1-Appendix VIII" in run("find", "K.9").out
