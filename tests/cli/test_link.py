"""``planctl link``: what is written, where, and what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Diff, Run

LS184 = "LS/r on work being carried out under study in ITU-T Q3/5"


def test_a_typed_line_under_its_year(run: Run, diff: Diff) -> None:
    result = run("link", "72/4", "SG5-LS190 - LS/r on work under study [to WHO]")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Added to wtsa-72/4, under “The following LS has been sent:”, 2020, after"
        " “SG5-LS184 - LS/r on work being carried out under study in…”:"
        " SG5-LS190 - LS/r on work under study [to WHO]\n"
        "It goes under 2020 because its number follows SG5-LS184; --under chooses another year.\n"
    )
    assert diff("wtsa-72") == [
        "@@ -186,0 +187,3 @@",
        "+              - ref: SG5-LS190",
        "+                title: LS/r on work under study",
        "+                note: to WHO",
    ]


@pytest.mark.parametrize("under", [(), ("--under", "2021")])
def test_the_year_of_the_year_line_is_not_written_again(
    run: Run, diff: Diff, under: tuple[str, ...]
) -> None:
    words = ("--under", "LS has been sent", *under)
    result = run("link", "72/4", "Guide to EMF", "--kind", "report", "--date", "2021", *words)
    assert result.err.endswith("2021 (a new year line): Guide to EMF\n")
    assert diff("wtsa-72")[1:] == [
        "+          - year: 2021",
        "+            deliverables:",
        "+              - kind: report",
        "+                title: Guide to EMF",
    ]


def test_more_than_the_year_is_written(run: Run, diff: Diff) -> None:
    words = ("--under", "LS has been sent")
    run("link", "72/4", "Guide to EMF", "--kind", "report", "--date", "2021-03", *words)
    assert diff("wtsa-72")[-1] == "+                date: 2021-03"
    run("link", "72/4", "Guide to EMF (2021)", "--kind", "report", "--again")
    assert "+                date: 2021" in diff("wtsa-72")


def test_an_identifier_is_written_short_and_in_its_order(run: Run, diff: Diff) -> None:
    assert run("link", "72/4", "SG5-LS71").code == 0
    assert diff("wtsa-72") == ["@@ -168,0 +169 @@", "+              - SG5-LS71"]


def test_a_missing_year_line_is_made(run: Run, diff: Diff) -> None:
    result = run("link", "79/5", "Webinar: E-waste today on 3 March 2021, Virtual")
    assert result.err == (
        "Added to wtsa-79/5, under “The following events were organized:”, 2021 (a new year line):"
        " Webinar: E-waste today on 3 March 2021, Virtual\n"
    )
    assert diff("wtsa-79") == [
        "@@ -92,0 +93,6 @@",
        "+          - year: 2021",
        "+            deliverables:",
        "+              - kind: webinar",
        '+                title: "Webinar: E-waste today"',
        "+                date: 2021-03-03",
        "+                place: Virtual",
    ]


def test_options_make_a_deliverable(run: Run, diff: Diff) -> None:
    result = run(
        "link", "73/10", "--kind", "Report", "--title", "Green ICT", "--date", "2018",
        "--url", "https://www.itu.int/x", "--note", "draft",
    )  # fmt: skip
    assert result.code == 0
    assert diff("wtsa-73")[1:] == [
        "+              - kind: report",
        "+                title: Green ICT",
        "+                date: 2018",
        "+                url: https://www.itu.int/x",
        "+                note: draft",
    ]


def test_options_complete_what_was_typed(run: Run, diff: Diff) -> None:
    run("link", "73/9", "Webinar: E-waste today, Virtual", "--date", "3 March 2016")
    assert diff("wtsa-73")[1:] == [
        "+              - kind: webinar",
        '+                title: "Webinar: E-waste today"',
        "+                date: 2016-03-03",
        "+                place: Virtual",
    ]


def test_the_lead_in_gives_a_title_its_kind(run: Run, diff: Diff) -> None:
    assert run("link", "73/5.3", "Green alliance").code == 0
    assert diff("wtsa-73")[1:] == [
        "+              - kind: initiative",
        "+                title: Green alliance",
    ]


def test_under_chooses_list_and_year(run: Run, diff: Diff) -> None:
    result = run("link", "73/6", "SG5-LS200", "--under", "other SGs", "--under", "2021")
    assert result.code == 0
    assert diff("wtsa-73")[1:] == [
        "+          - year: 2021",
        "+            deliverables:",
        "+              - SG5-LS200",
    ]


def test_another_list_of_the_kind_is_named(run: Run) -> None:
    assert run("link", "73/6", "SG5-LS190").err.splitlines()[-1] == (
        'Another list has such deliverables too: --under "The following LS has been sent to other'
        ' SGs and ITU sectors".'
    )


def test_a_year_that_is_not_known(run: Run, diff: Diff) -> None:
    result = run("link", "72/4", "SG5-LS53")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "planctl: the report goes by years (2017, 2018, 2019 and 2020), and it is not known which"
        " year this belongs to: give the year line (--under 2020) or the date"
        " (--date 2020-10-15)\n"
    )
    assert diff("wtsa-72") == []


def test_a_report_that_does_not_exist_yet(run: Run, diff: Diff) -> None:
    result = run("link", "72/10", "TSAG-TD125")
    assert result.err == (
        "Added to wtsa-72/10: TSAG-TD125\n"
        "The Status column of wtsa-72/10 printed “Completed”; now it prints the report instead.\n"
    )
    assert diff("wtsa-72")[1:] == [
        "+        report:",
        "+          - deliverables:",
        "+              - TSAG-TD125",
    ]


def test_a_placeholder_is_pointed_out(run: Run, diff: Diff) -> None:
    result = run("link", "72/3.2", "K.91")
    assert result.err.splitlines()[-1] == (
        "wtsa-72/3.2 still has a placeholder; `planctl edit wtsa-72/3.2` takes it out."
    )
    assert diff("wtsa-72")[1:] == ["+          - deliverables:", "+              - K.91"]


def test_a_duplicate_is_refused(run: Run, diff: Diff) -> None:
    result = run("link", "72/4", "SG5 - LS 184")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"planctl: wtsa-72/4 has it already, as “SG5-LS184 - {LS184}”; nothing was written."
        " Give --again to link it a second time.\n"
    )
    assert diff("wtsa-72") == []


def test_a_duplicate_is_linked_when_told(run: Run, diff: Diff) -> None:
    assert run("link", "72/4", "SG5-LS184", "--again").code == 0
    assert diff("wtsa-72")[1:] == ["+              - SG5-LS184"]


def test_where_it_is_cited_already(run: Run, diff: Diff) -> None:
    result = run("link", "72/5", "SG5-LS184")
    assert result.err == (
        f"SG5-LS184 is already cited in wtsa-72/4 as “SG5-LS184 - {LS184}”.\n"
        "--same would take its title from there.\n"
        "Added to wtsa-72/5, under “The following outgoing LS has been sent:”, 2020"
        " (a new year line): SG5-LS184\n"
        "It goes under 2020 because it stands under that year in wtsa-72/4;"
        " --under chooses another year.\n"
    )
    assert diff("wtsa-72")[1:] == [
        "+          - year: 2020",
        "+            deliverables:",
        "+              - SG5-LS184",
    ]


def test_same_takes_title_and_date(run: Run, diff: Diff) -> None:
    title = "Webinar: Explore a circular vision for the ICT sector"
    assert run("link", "72/8", title, "--same").code == 0
    assert diff("wtsa-72")[1:] == [
        "+          - deliverables:",
        "+              - kind: webinar",
        f'+                title: "{title}"',
        "+                date: 2020-04-14/2020-04-16",
        "+                place: Virtual",
    ]


def test_same_without_a_citation(run: Run) -> None:
    result = run("link", "72/5", "SG5-LS199", "--same")
    assert result.code == 2
    assert "is not cited anywhere yet" in result.err


@pytest.mark.parametrize(("answer", "lines"), [("y\n", 4), ("n\n", 3)])
def test_a_person_is_asked_about_the_title(run: Run, diff: Diff, answer: str, lines: int) -> None:
    result = run("link", "72/5", "SG5-LS184", typed=answer)
    assert result.code == 0
    assert "Take its title from there? [Y/n]" in result.err
    assert len(diff("wtsa-72")[1:]) == lines


def test_a_malformed_identifier_is_refused(run: Run, diff: Diff) -> None:
    result = run("link", "72/1.2", "K..52 Amd.2")
    assert result.code == 1
    assert result.err == (
        "planctl: “K..52 Amd.2” is not written as ITU names its documents; K.52 Amd.2 seems to be"
        " meant. Nothing was written: write K.52 Amd.2, or add --as-is to keep yours.\n"
    )
    assert diff("wtsa-72") == []


def test_a_malformed_identifier_is_kept_or_mended_when_told(run: Run, diff: Diff) -> None:
    assert run("link", "72/1.2", "K..91 Amd.2", "--as-is").code == 0
    assert diff("wtsa-72")[1:] == ["+              - K..91 Amd.2"]
    assert run("unlink", "72/1.2", "K..91 Amd.2").code == 0
    assert run("link", "72/1.2", "k.91 amd.2", typed="\n").code == 0
    assert diff("wtsa-72")[1:] == ["+              - K.91 Amd.2"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["72/4"], "say what to link: an identifier, a whole line, --title or --url"),
        (["72/4", " "], "say what to link: an identifier, a whole line, --title or --url"),
        (["72", "K.52"], "“72” is a whole plan; name the activity too, as in wtsa-72/1.1"),
        (
            ["72/1", "K.52"],
            "72/1 has 2 activities; name one of them: wtsa-72/1.1, wtsa-72/1.2",
        ),
        (
            ["72/4", "K.53", "--under", ""],
            "--under takes one year, words of one lead-in, or one of",
        ),
        (
            ["72/4", "K.53", "--under", "2018", "--under", "2019"],
            "--under takes one year, words of one lead-in, or one of each",
        ),
        (["72/4", "K.53", "--under", "received"], "no lead-in has “received”; there are:"),
        (["79/5", "--title", "A", "--kind", "webinr"], "there is no kind “webinr”; did you mean"),
        (["79/5", "--title", "A", "--date", "2019-02-30"], "--date: '2019-02-30': February 2019"),
        (["79/5", "--url", "itu.int"], "“itu.int” is not a web address"),
        (["79/99", "K.52"], "there is no item 99 in wtsa-79"),
    ],
)
def test_wrong_use(run: Run, diff: Diff, arguments: list[str], message: str) -> None:
    result = run("link", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"planctl: {message}")
    assert diff("wtsa-72") == diff("wtsa-79") == []


def test_dry_run_writes_nothing(run: Run, diff: Diff) -> None:
    result = run("link", "72/4", "SG5-LS190: LS/r on it", "--dry-run")
    assert (result.code, result.out) == (0, "SG5-LS190 - LS/r on it\n")
    assert result.err.startswith("Nothing was written; this line would be added to wtsa-72/4,")
    assert diff("wtsa-72") == []


def test_json(run: Run) -> None:
    result = run("link", "72/5", "SG5-LS184", "--same", "--format", "json")
    assert json.loads(result.out) == {
        "planctl": "link",
        "version": 1,
        "address": "wtsa-72/5",
        "deliverable": {"ref": "SG5-LS184", "title": LS184},
        "line": f"SG5-LS184 - {LS184}",
        "lead_in": "The following outgoing LS has been sent:",
        "year": 2020,
        "cited": [{"address": "wtsa-72/4", "line": f"SG5-LS184 - {LS184}"}],
        "written": True,
    }


def test_an_unreadable_plan_stops_it(run: Run, repo: Path, diff: Diff) -> None:
    (repo / "plans" / "wtsa-73.yaml").write_text("lead: [  # SG5-LS150", encoding="utf-8")
    result = run("link", "72/7", "SG5-LS150")
    assert result.code == 1
    assert "plans/wtsa-73.yaml:" in result.err
    assert diff("wtsa-72") == []


def test_an_impossible_date_in_the_plan_does_no_harm(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-79.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("date: 2019-12-11", "date: 2019-02-30"),
        encoding="utf-8",
    )
    assert run("link", "79/5", "Forum on it on 12 December 2019, Vienna").code == 0
    assert run("link", "79/5", "Forum on Environmental Efficiency for AI and other emerging"
               " technologies").code == 1  # fmt: skip


@pytest.mark.parametrize(
    "ref", ["K.52, K.61", "K.52 and K.61", "SG5-LS190; SG5-LS191", "K.52 & A.5"]
)
def test_one_deliverable_at_a_time(run: Run, diff: Diff, ref: str) -> None:
    result = run("link", "72/1.1", ref)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"planctl: one deliverable at a time: “{ref}” names 2; link ")
    assert diff("wtsa-72") == []


@pytest.mark.parametrize(("address", "ref"), [("72/4", "K.44"), ("72/7", "SG5-LS150")])
def test_a_lead_in_of_another_kind_is_asked_for(
    run: Run, diff: Diff, address: str, ref: str
) -> None:
    result = run("link", address, ref)
    assert (result.code, result.out) == (2, "")
    assert "with --under; there are:\n  The following " in result.err
    assert diff("wtsa-72") == []
