"""``planctl export --changes-since``: through the real command, accepted and rejected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from lxml.etree import _Element

from planctl.publish.docx.check import faults
from tests.cli.conftest import Git, Run
from tests.publish import office
from tests.publish.resolver import accepted, rejected
from tests.publish.word_reader import W, WordCell, elements, part, read, values

EDITS: tuple[Sequence[str], ...] = (
    ("set", "72", "as_of", "2021-01"),
    ("set", "73", "as_of", "2021-02"),
    ("link", "72/4", "SG5-LS190", "--title", "LS on EMF measurement", "--date", "2020-12"),
    ("set", "72/2", "time-plan", "Final SG5 meeting before WTSA-20"),
    ("set", "72/3.1", "text", "Assist developing countries to review national standards"),
    ("set", "72/10", "notes", "Not for everybody"),
    ("add", "73/5", "Share use cases with ITU-D", "-r", "ITU-T SG5 (Q7/5)"),
    ("remove", "72/6.2", "--yes"),
    ("remove", "73/1", "--yes"),
)


@pytest.fixture
def edited(run: Run, repo: Path, git: Git) -> Path:
    """A repository in which much has changed since a meeting, a plan went and one came."""
    old = repo / "plans" / "wtsa-79.yaml"
    old.rename(repo / "plans" / "wtsa-29.yaml")
    text = (repo / "plans" / "wtsa-29.yaml").read_text(encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message=Resolution 29")
    git("tag", "--annotate", "--message=closed", "TSAG-2020-09")
    (repo / "plans" / "wtsa-29.yaml").unlink()
    (repo / "plans" / "wtsa-78.yaml").write_text(
        text.replace("number: 79", "number: 78"), encoding="utf-8", newline=""
    )
    for edit in EDITS:
        result = run(*edit)
        assert result.code == 0, result.err
    return repo


def seen(data: bytes) -> tuple[list[str], list[list[list[tuple[tuple[str, str], ...]]]]]:
    """The headings, and each cell's paragraphs with their kinds; joined cells as if they were not.

    The captions of tables, which are not to be seen, are those of the new state.
    """
    found = read(data)
    tables = []
    for table in found.tables:
        above: list[tuple[tuple[str, str], ...]] = []
        tables += [[_parts(cell) for cell in row] for row in table.heading]
        for row in table.rows:
            cells = [_parts(cell) for cell in row]
            merged = [cell.merge == "continue" for cell in row]
            above = [above[at] if merged[at] else cell for at, cell in enumerate(cells)]
            tables.append(above)
    return [one.text for one in found.paragraphs], [tables]


def _parts(cell: WordCell) -> tuple[tuple[str, str], ...]:
    return tuple((one.kind, one.text) for one in cell.paragraphs)


def exported(run: Run, repo: Path, *options: str) -> bytes:
    result = run("export", "-o", "made.docx", *options)
    assert result.code == 0, result.err
    data = (repo / "made.docx").read_bytes()
    assert faults(data) == []
    return data


def test_accepting_gives_the_plans_as_they_are_and_rejecting_as_they_were(
    run: Run, edited: Path
) -> None:
    marked = exported(run, edited, "--changes-since", "TSAG-2020-09")
    was, now = exported(run, edited, "--at", "TSAG-2020-09"), exported(run, edited)
    assert seen(accepted(marked)) == seen(now)
    assert seen(rejected(marked)) == seen(was)


@pytest.mark.skipif(office.PROGRAM is None, reason="LibreOffice is not installed")
def test_libreoffice_accepts_and_rejects_to_the_same(
    run: Run, edited: Path, tmp_path: Path
) -> None:
    marked = exported(run, edited, "--changes-since", "TSAG-2020-09")
    was, now = exported(run, edited, "--at", "TSAG-2020-09"), exported(run, edited)
    orders = [
        *((office.ACCEPT, marked), (office.NOTHING, now)),
        *((office.REJECT, marked), (office.NOTHING, was)),
    ]
    one, later, other, earlier = map(written, office.resolve(tmp_path / "office", orders))
    assert one == later
    assert other == earlier


def written(data: bytes) -> list[tuple[str, str]]:
    """Every paragraph with its list level, whoever wrote the document; joined cells filled.

    Paragraphs without a word between the tables are left out: LibreOffice keeps one where a heading
    and its table were taken away.
    """
    document = part(data, "word/document.xml")
    assert elements(document, "//w:ins | //w:del") == []
    found = []
    above: list[list[tuple[str, str]]] = []
    for block in document[0]:
        if block.tag == f"{W}p" and _text(block).strip("|"):
            found.append(("", _text(block)))
        for row in elements(block, "w:tr"):
            cells: list[list[tuple[str, str]]] = []
            for at, cell in enumerate(elements(row, "w:tc")):
                merge = elements(cell, "self::*[not(../w:trPr/w:tblHeader)]/w:tcPr/w:vMerge")
                joined = merge and merge[0].get(f"{W}val", "continue") == "continue"
                parts = [(_level(one), _text(one)) for one in elements(cell, "w:p")]
                cells.append(above[at] if joined else parts)
            above = cells
            found += [one for parts in cells for one in parts]
    return found


def _text(element: _Element) -> str:
    pieces = elements(element, ".//w:t | .//w:br | .//w:tab | .//w:noBreakHyphen")
    return "".join((piece.text or "") if piece.tag == f"{W}t" else "|" for piece in pieces)


def _level(paragraph: _Element) -> str:
    return "".join(values(paragraph, "w:pPr/w:numPr[w:numId/@w:val != '0']/w:ilvl/@w:val"))


def test_the_author_is_given_and_the_day_is_that_of_the_plans(run: Run, edited: Path) -> None:
    def signed(*options: str) -> tuple[set[str], set[str]]:
        data = exported(run, edited, "--changes-since", "TSAG-2020-09", *options)
        document = part(data, "word/document.xml")
        return set(values(document, "//@w:author")), set(values(document, "//@w:date"))

    assert signed() == ({"planctl"}, {"2021-02-01T00:00:00Z"})
    given = signed("--author", "A & B", "--date", "2021-01-11")
    assert given == ({"A & B"}, {"2021-01-11T00:00:00Z"})


def test_named_plans_alone_are_compared(run: Run, edited: Path) -> None:
    result = run("export", "73", "72", "-o", "two.docx", "--changes-since", "TSAG-2020-09")
    assert (result.code, result.err) == (
        0,
        "Wrote two.docx: Annex I and II (30 activities), with the changes since TSAG-2020-09.\n",
    )
    data = (edited / "two.docx").read_bytes()
    for number, document in enumerate((accepted(data), rejected(data))):
        headings = [one.text.split("(")[0] for one in read(document).paragraphs[:2]]
        assert headings == [
            f"ANNEX {roman}\nAction plan for implementation of WTSA Resolution\u00a0{plan} "
            for roman, plan in (("I", 73), ("II", 72))
        ], number


def test_in_colour_there_are_no_revisions(run: Run, edited: Path) -> None:
    data = exported(run, edited, "--changes-since", "TSAG-2020-09", "--changes", "highlight")
    document = part(data, "word/document.xml")
    assert elements(document, "//w:ins | //w:del | //w:pPrChange") == []
    assert set(values(document, "//w:r/w:rPr/w:color/@w:val")) == {"00703C", "C00000"}
    assert elements(document, "//w:vMerge[not(@w:val)]")


def test_a_list_has_what_was_and_what_is(run: Run, edited: Path) -> None:
    result = run(
        *("export", "72", "79", "-o", "list.docx"),
        *("--changes-since", "HEAD", "--changes", "list"),
    )
    assert result.code == 2
    result = run(
        *("export", "72", "-o", "list.docx"),
        *("--changes-since", "TSAG-2020-09", "--changes", "list"),
    )
    assert result.err == "Wrote list.docx: 5 changes since TSAG-2020-09.\n"
    [table] = read((edited / "list.docx").read_bytes()).tables
    assert [[cell.text for cell in row] for row in (*table.heading, *table.rows)] == [
        ["Item", "Was", "Is"],
        ["Plan\nDate of status", "October 2020", "January 2021"],
        ["2\nTime plan", "Ongoing", "Final SG5 meeting before WTSA-20"],
        [
            "3.1\nText",
            "Assist developing countries in the establishment of standards",
            "Assist developing countries to review national standards",
        ],
        ["4\nDeliverable added", "", "SG5-LS190 - LS on EMF measurement (12/2020)"],
        ["6.2\nActivity removed", table.rows[4][1].text, ""],
    ]
    assert table.rows[4][1].text.startswith(
        "Submit the reports as soon as possible to ITU\u2011T SG5"
    )


def test_nothing_changed_is_said_so(run: Run, repo: Path, git: Git) -> None:
    plain = "Annex I to III (40 activities)"
    assert run("export", "--changes-since", "HEAD").err == (
        f"Wrote annexes.docx: {plain}; nothing has changed since HEAD.\n"
    )
    data = (repo / "annexes.docx").read_bytes()
    run("export")
    assert (repo / "annexes.docx").read_bytes() == data
    assert run("export", "--changes-since", "HEAD", "--changes", "list").err == (
        "Wrote annexes.docx: no changes since HEAD.\n"
    )


def test_a_template_with_revisions_of_its_own_keeps_them_apart(
    run: Run, edited: Path, tmp_path: Path
) -> None:
    (edited / "own.docx").write_bytes(
        exported(run, edited, "72", "--changes-since", "TSAG-2020-09", "--author", "Before")
    )
    data = exported(run, edited, "--template", "own.docx", "--changes-since", "TSAG-2020-09")
    document = part(data, "word/document.xml")
    numbers = values(document, "//*[@w:author]/@w:id")
    assert len(numbers) == len(set(numbers))
    assert set(values(document, "//@w:author")) == {"Before", "planctl"}


def test_a_list_goes_into_a_template_or_another_format(run: Run, edited: Path) -> None:
    (edited / "own.docx").write_bytes(exported(run, edited, "73"))
    changes = ("--changes-since", "TSAG-2020-09", "--changes", "list")
    data = exported(run, edited, "--template", "own.docx", *changes)
    captions = [table.caption.partition(" in ")[0] for table in read(data).tables]
    assert captions[1:] == ["Changes since TSAG-2020-09"] * 4
    result = run("export", "72", "-o", "-", "--format", "csv", *changes)
    assert result.code == 0
    assert "wtsa-72" in result.out.splitlines()[1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--changes", "list"],
            "--changes, --author and --date go with --changes-since: name the meeting there",
        ),
        (
            ["--author", "TSB"],
            "--changes, --author and --date go with --changes-since: name the meeting there",
        ),
        (
            ["--changes-since", "HEAD", "--changes", "list", "--date", "2021-01-11"],
            "--author and --date are those of revisions: leave them out with --changes list",
        ),
        (
            ["--changes-since", "HEAD", "--date", "January 2021"],
            "--date: “January 2021” is no day; write it as in 2021-01-11",
        ),
        (
            ["--changes-since", "HEAD", "--date", "2021-01"],
            "--date: “2021-01” is no day; write it as in 2021-01-11",
        ),
    ],
)
def test_options_that_do_not_go_together(
    run: Run, repo: Path, git: Git, options: list[str], message: str
) -> None:
    result = run("export", *options)
    assert (result.code, result.err) == (2, f"planctl: {message}\n")
    assert not (repo / "annexes.docx").exists()


def test_a_sheet_lists_what_changed_in_a_plan(run: Run, edited: Path) -> None:
    result = run("export", "72", "-o", "a.xlsx", "--changes-since", "TSAG-2020-09")
    assert (result.code, result.err) == (0, "Wrote a.xlsx: 5 changes since TSAG-2020-09.\n")
    book = openpyxl.load_workbook(edited / "a.xlsx")
    assert book.sheetnames == ["wtsa-72"]
    rows = list(book["wtsa-72"].values)
    assert rows[0] == ("Order", "Item", "Was", "Is")
    assert rows[1] == (1, "Plan\nDate of status", "October 2020", "January 2021")
    assert rows[2][:2] == (2, "2\nTime plan")
    assert (book["wtsa-72"].freeze_panes, book["wtsa-72"].auto_filter.ref) == ("C2", "A1:D6")


def test_a_list_has_what_is_shown_in_either_state(run: Run, edited: Path) -> None:
    run("set", "72/2", "status", "completed")
    result = run("export", "72", "--open", "-o", "a.csv", "--changes-since", "TSAG-2020-09")
    assert result.err == "Wrote a.csv: 6 changes since TSAG-2020-09.\n"
    result = run("export", "72", "-r", "WHO", "-o", "a.csv", "--changes-since", "TSAG-2020-09")
    assert result.err == "Wrote a.csv: 1 change since TSAG-2020-09.\n"
    assert (edited / "a.csv").read_text(encoding="utf-8-sig").splitlines()[1:] == [
        'wtsa-72,"Plan',
        'Date of status",October 2020,January 2021',
    ]


def test_a_page_and_a_markdown_table_show_what_changed(run: Run, edited: Path) -> None:
    for name in ("a.html", "a.md"):
        result = run("export", "72", "-o", name, "--changes-since", "TSAG-2020-09")
        assert (result.code, result.err) == (
            0,
            f"Wrote {name}: Annex I (12 activities), with the changes since TSAG-2020-09.\n",
        )
    page = (edited / "a.html").read_text(encoding="utf-8")
    assert '<del title="planctl, 2021-01">Ongoing</del>' in page
    assert '<ins title="planctl, 2021-01">Final SG5 meeting before WTSA-20</ins>' in page
    text = (edited / "a.md").read_text(encoding="utf-8")
    assert "<del>Ongoing</del><br><ins>Final SG5 meeting before" in text
    run("export", "72", "-o", "a.html", "--changes-since", "TSAG-2020-09", "--changes=highlight")
    assert "<ins" not in (edited / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("-o", "a.xlsx", "--changes", "highlight"),
            "--changes highlight is not for Excel files: take --changes list, or write .docx or"
            " .html",
        ),
        (
            ("-o", "a.md", "--changes", "track"),
            "--changes track is not for Markdown exports: take --changes highlight or --changes"
            " list, or write .docx or .html",
        ),
        (
            ("-o", "a.csv", "--changes", "highlight"),
            "--changes highlight is not for CSV exports: take --changes list, or write .docx or"
            " .html",
        ),
        (
            ("-o", "a.md", "--author", "SG5"),
            "--author and --date are those of revisions: leave them out with --changes highlight",
        ),
    ],
)
def test_a_way_that_a_format_does_not_have(
    run: Run, repo: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run("export", "--changes-since", "HEAD", *arguments)
    assert (result.code, result.err) == (2, f"planctl: {message}\n")
    assert not (repo / arguments[1]).exists()
