"""``planctl harvest``: what is found, where it belongs, and linking it one by one."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.ingest.word.made import docx, p, r

from .conftest import Diff, Run

SEEDS = Path(__file__).resolve().parents[1] / "seeds"

MAIL = """\
Geneva, 5 May 2021

· SG5-LS190 - LS/r on EMF work under study in ITU-T Q3/5 [to ITU-R]
· ITU-T K.91 “Guidance for assessment”
We met WHO. The webinar “E-waste today” was held on 3 March, online.
See https://www.itu.int/en/ITU-T/emf/Pages/default.aspx.
"""


@pytest.fixture
def mail(repo: Path) -> Path:
    path = repo / "mail.txt"
    path.write_text(MAIL, encoding="utf-8", newline="")
    return path


def test_what_was_found_and_where_it_belongs(run: Run, mail: Path, diff: Diff) -> None:
    result = run("harvest", "mail.txt")
    assert result.code == 0
    assert result.out == (
        "mail.txt (of 2021-05-05, as line 1 says)\n"
        "\n"
        "Line 3: SG5-LS190 - LS/r on EMF work under study in ITU-T Q3/5 [to ITU-R]\n"
        "    New.\n"
        "    1. wtsa-72/4 shares “EMF work” and has 9 of the liaison statements of SG5\n"
        "    2. wtsa-73/6 shares “work” and has 67 of the liaison statements of SG5\n"
        "    3. wtsa-79/4 shares “work” and has 13 of the liaison statements of SG5\n"
        "\n"
        "Line 4: K.91 “Guidance for assessment”\n"
        "    Cited in wtsa-72/1.2.\n"
        "    1. wtsa-72/1.1 cites K.Suppl.4 to ITU-T K.91, which goes with it\n"
        "    2. wtsa-79/2 shares “assessment”\n"
        "    3. wtsa-73/1 shares “Guidance”, “assessment”\n"
        "\n"
        "Line 5: Webinar on “E-waste today” on 3 March 2021, Virtual\n"
        "    “The webinar “E-waste today” was held on 3 March, online.”\n"
        "    New.\n"
        "    1. wtsa-79/5 shares “Webinar”, “E-waste” and has 10 of the events\n"
        "    2. wtsa-73/11.1 shares “Webinar”, “E-waste” and has 20 of the events\n"
        "    3. wtsa-73/9 shares “Webinar”, “E-waste” and has 12 of the events\n"
        "\n"
        "Line 6: https://www.itu.int/en/ITU-T/emf/Pages/default.aspx\n"
        "    “See https://www.itu.int/en/ITU-T/emf/Pages/default.aspx.”\n"
        "    Cited in wtsa-72/7.\n"
        "\n"
        "Bodies: WHO (line 5, in wtsa-72/5).\n"
        "\n"
    )
    assert result.err == "2 documents, 1 body, 1 event, 1 web page; 2 of them are new.\n"
    assert diff("wtsa-72") == []


def test_only_what_is_new_as_csv(run: Run, mail: Path) -> None:
    result = run("harvest", "mail.txt", "--new", "--format", "csv")
    rows = _rows(result.out)
    assert [row["Line"] for row in rows] == ["3", "5"]
    assert rows[0] == {
        "File": "mail.txt",
        "Line": "3",
        "What": "document",
        "Evidence": "SG5-LS190 - LS/r on EMF work under study in ITU-T Q3/5 [to ITU-R]",
        "Planned": "",
        "Cited in": "",
        "Differs": "",
        "May belong to": "wtsa-72/4, wtsa-73/6, wtsa-79/4",
        "Why": "wtsa-72/4 shares “EMF work” and has 9 of the liaison statements of SG5",
    }


def test_as_json(run: Run) -> None:
    result = json.loads(run("harvest", str(SEEDS / "001.txt"), "--format", "json").out)
    assert (result["planctl"], result["version"]) == ("harvest", 1)
    (document,) = result["documents"]
    assert (document["written"], document["told_by"]) == ("2025", "the year it names most often")
    first = next(one for one in document["found"] if one["what"] == "document")
    assert (first["planned"], first["due"], first["places"]) == (
        "planned to be consented in June 2025",
        "2025-06",
        [5, 19],
    )
    assert first["deliverable"]["counterpart"] == "DES/EE-EEPS66 (ETSI ES 204 087)"
    assert len(first["choices"]) == 3


def test_as_markdown(run: Run, mail: Path) -> None:
    lines = run("harvest", "mail.txt", "--new", "--format", "markdown").out.splitlines()
    assert lines[2].startswith("| mail.txt | 3 | document | SG5-LS190 - LS/r on EMF work")


def test_when_the_documents_were_written(run: Run, repo: Path) -> None:
    (repo / "a.txt").write_text("L.1480 “Net Zero” is planned for consent in June.", "utf-8")
    found = json.loads(run("harvest", "a.txt", "--dated", "2025-07", "--format", "json").out)
    assert found["documents"][0]["found"][0]["due"] == "2026-06"
    result = run("harvest", "a.txt", "--dated", "soon")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("planctl: --dated: 'soon' is not a date")


def test_nothing_found(run: Run, repo: Path) -> None:
    (repo / "a.txt").write_text("Nothing of note.", "utf-8")
    result = run("harvest", "a.txt")
    assert (result.code, result.err) == (0, "Nothing was found that could be evidence.\n")


def test_a_file_that_is_not_there(run: Run) -> None:
    result = run("harvest", "gone.docx")
    assert (result.code, result.out) == (2, "")
    assert "gone.docx" in result.err


def test_linking_one_by_one(run: Run, mail: Path, diff: Diff) -> None:
    result = run("harvest", "mail.txt", "--link", typed="\n1\n")
    assert result.code == 0
    assert "2 new pieces of evidence." in result.err
    assert result.err.endswith("2 linked.\n")
    assert diff("wtsa-72")[1:] == [
        "+              - ref: SG5-LS190",
        "+                title: LS/r on EMF work under study in ITU-T Q3/5",
        "+                note: to ITU-R",
    ]
    assert diff("wtsa-79")[1:] == [
        "+          - year: 2021",
        "+            deliverables:",
        "+              - kind: webinar",
        "+                title: Webinar on “E-waste today”",
        "+                date: 2021-03-03",
        "+                place: Virtual",
    ]


def test_another_activity_is_chosen_and_asked_for_again(run: Run, mail: Path, diff: Diff) -> None:
    result = run("harvest", "mail.txt", "--link", typed="99/9\n?\n72/5 2020\ns\n")
    assert "there is no plan “99”" in result.err
    assert result.err.endswith("1 linked, 1 not.\n")
    assert diff("wtsa-72")[1:] == [
        "+          - year: 2020",
        "+            deliverables:",
        "+              - ref: SG5-LS190",
        "+                title: LS/r on EMF work under study in ITU-T Q3/5",
        "+                note: to ITU-R",
    ]
    assert diff("wtsa-73") == diff("wtsa-79") == []


def test_a_number_that_is_not_above(run: Run, mail: Path, diff: Diff) -> None:
    result = run("harvest", "mail.txt", "--link", typed="4\n0\n73\nq\n")
    for number in (4, 0, 73):
        assert (
            f"No activity above has the number {number}; there are 3. Enter links it to the first"
            in result.err
        )
    assert result.err.endswith("0 linked, 2 not.\n")
    assert diff("wtsa-72") == []


def test_a_year_that_is_not_known_is_asked_for(run: Run, repo: Path, diff: Diff) -> None:
    shutil.copy(SEEDS / "004.txt", repo / "circular.txt")
    result = run("harvest", "circular.txt", "--link", typed="s\ns\n\n\nq\n")
    assert (
        "The report of wtsa-79/7 goes by years; write behind it the year that this goes under:"
        " wtsa-79/7 2025\n" in result.err
    )
    assert diff("wtsa-79")[1:4] == [
        "+          - year: 2025",
        "+            deliverables:",
        "+              - ref: L.1410",
    ]


def test_the_time_of_an_event_is_a_remark(run: Run, repo: Path, diff: Diff) -> None:
    shutil.copy(SEEDS / "004.txt", repo / "circular.txt")
    run("harvest", "circular.txt", "--link", typed="\nq\n")
    assert diff("wtsa-73")[-2:] == [
        "+                url: https://www.itu.int/en/ITU-T/Workshops-and-Seminars/2025/1125/Pages/"
        "default.aspx",
        "+                note: 1400 to 1530 CET",
    ]


@pytest.mark.parametrize("typed", ["\nq\n", "\n"])
def test_who_stops_keeps_what_was_linked(run: Run, mail: Path, diff: Diff, typed: str) -> None:
    result = run("harvest", "mail.txt", "--link", typed=typed)
    assert result.code == 0
    assert result.err.endswith("1 linked, 1 not.\n")
    assert "+              - ref: SG5-LS190" in diff("wtsa-72")
    assert diff("wtsa-79") == []


def test_again_there_is_nothing_new(run: Run, mail: Path) -> None:
    run("harvest", "mail.txt", "--link", typed="\n\n")
    result = run("harvest", "mail.txt", "--link", typed="")
    assert (result.code, result.err) == (0, "There is nothing new to link.\n")


def test_what_is_planned_is_a_remark_in_the_plan(run: Run, repo: Path, diff: Diff) -> None:
    shutil.copy(SEEDS / "001.txt", repo / "update.txt")
    run("harvest", "update.txt", "--link", typed="73/5.2\nq\n")
    changed = diff("wtsa-73")
    assert "+                note: planned to be consented in June 2025" in changed
    assert "+                counterpart: DES/EE-EEPS66 (ETSI ES 204 087)" in changed


def test_nobody_to_ask(run: Run, mail: Path) -> None:
    assert run("harvest", "mail.txt", "--link").code == 2
    assert run("harvest", "mail.txt", "--link", "--format", "csv", typed="").code == 2


def test_word_and_web_pages_are_read_too(run: Run, repo: Path) -> None:
    body = p(r("Update of 5 May 2021")) + p(r("ITU-T L.1480 “Net Zero”, of 2021"))
    (repo / "a.docx").write_bytes(docx(body))
    (repo / "b.html").write_text(
        '<p>The ITU-T <b>L.1480</b> “Net Zero”.</p><p><a href="https://www.itu.int/x">Here</a></p>',
        encoding="utf-8",
    )
    result = run("harvest", "a.docx", "b.html", "--format", "csv")
    rows = [(row["File"], row["Line"], row["Evidence"]) for row in _rows(result.out)]
    assert rows == [
        ("a.docx", "2", "L.1480 “Net Zero”"),
        ("b.html", "1", "L.1480 “Net Zero”"),
        ("b.html", "2", "https://www.itu.int/x"),
    ]
    assert run("harvest", "a.docx").out.splitlines()[2] == "Paragraph 2: L.1480 “Net Zero”"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", b"PK\x03\x04"), ("a.txt", b"\x00\x01\x02\xff" * 50), ("a.pdf", b"%PDF-1.7\n")],
)
def test_what_is_no_document(run: Run, repo: Path, name: str, content: bytes) -> None:
    (repo / name).write_bytes(content)
    result = run("harvest", name)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"planctl: {name}: ")


def test_what_the_plans_export_is_found_again_and_known(run: Run) -> None:
    run("export", "-o", "annexes.docx")
    (document,) = json.loads(run("harvest", "annexes.docx", "--format", "json").out)["documents"]
    named = {
        one["deliverable"]["ref"]: one for one in document["found"] if one["what"] == "document"
    }
    cited = json.loads(run("deliverables", "--format", "json").out)["deliverables"]
    missed = {
        one["name"]
        for one in cited
        if one["kind"] in ("recommendation", "supplement", "amendment", "liaison-statement")
    } - named.keys()
    assert missed == set()
    in_prose = {"IEC TC 77", "IEC TC 100", "CEN/CENELEC JTC10", "ISO/TC 111"}
    assert {ref for ref, one in named.items() if not one["cited"]} == in_prose


def _rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_what_two_documents_tell_of_is_linked_once(run: Run, mail: Path, diff: Diff) -> None:
    shutil.copy(mail, mail.with_name("again.txt"))
    result = run("harvest", "mail.txt", "again.txt", "--link", typed="\n\n")
    assert result.err.count("It has just been linked.\n") == 2
    assert result.err.endswith("2 linked, 2 not.\n")
    assert len(diff("wtsa-72")) == 4
