"""``planctl export``: the file that is written, and that it is the published table."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from planctl.publish.docx.check import faults
from tests.cli.conftest import Run
from tests.publish import own_document
from tests.publish.own_document import p


def test_the_three_plans_become_annexes_i_to_iii(run: Run, repo: Path) -> None:
    result = run("export")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Wrote annexes.docx: Annex I to III (40 activities).\n"
    data = (repo / "annexes.docx").read_bytes()
    assert faults(data) == []
    assert _text(data).count("Action plan for implementation of WTSA Resolution") == 3


def test_the_same_plans_give_the_same_bytes(run: Run, repo: Path) -> None:
    run("export", "-o", "first.docx")
    run("export", "-o", "second.docx")
    assert (repo / "first.docx").read_bytes() == (repo / "second.docx").read_bytes()


def test_plans_are_numbered_in_the_order_they_are_named(run: Run, repo: Path) -> None:
    result = run("export", "79", "72", "-o", "two.docx")
    assert result.err == "Wrote two.docx: Annex I and II (22 activities).\n"
    text = _text((repo / "two.docx").read_bytes())
    assert text.index("Resolution 79") < text.index("Resolution 72")


def test_a_single_plan_is_annex_i(run: Run) -> None:
    assert run("export", "73", "-o", "one.docx").err == "Wrote one.docx: Annex I (18 activities).\n"


def test_the_document_number_comes_from_the_option_or_the_settings(run: Run, repo: Path) -> None:
    run("export", "72", "--document-number", "SG5-LS(October 2020)", "-o", "a.docx")
    assert "SG5-LS(October 2020)" in _parts((repo / "a.docx").read_bytes())
    (repo / "planctl.yaml").write_text("document_number: TSAG-TD880\n", encoding="utf-8")
    run("export", "72", "-o", "b.docx")
    assert "TSAG-TD880" in _parts((repo / "b.docx").read_bytes())


@pytest.mark.parametrize("name", ["plans/wtsa-72.yaml", "planctl.yaml"])
def test_a_slip_does_not_overwrite_another_kind_of_file(run: Run, repo: Path, name: str) -> None:
    before = (repo / name).read_bytes()
    result = run("export", "-o", name)
    assert (result.code, result.err) == (
        2,
        f"planctl: {name} is no Word file; it stays as it is. Give another name to -o.\n",
    )
    assert (repo / name).read_bytes() == before


def test_an_export_is_replaced_by_the_next(run: Run, repo: Path) -> None:
    run("export", "72")
    first = (repo / "annexes.docx").read_bytes()
    run("export", "73")
    assert (repo / "annexes.docx").read_bytes() != first


def test_text_that_no_document_can_hold_is_refused(run: Run, repo: Path) -> None:
    result = run("export", "--document-number", "SG5\x07LS")
    assert (result.code, result.err) == (
        2,
        "planctl: no document can carry the character U+0007 after “SG5”: remove it\n",
    )
    assert not (repo / "annexes.docx").exists()


def test_a_folder_that_does_not_exist_is_said_so(run: Run) -> None:
    result = run("export", "-o", "missing/annexes.docx")
    assert result.code == 1
    assert result.err.startswith("planctl: ")
    assert "missing" in result.err


def test_an_empty_repository_has_nothing_to_export(run: Run, repo: Path) -> None:
    for path in (repo / "plans").iterdir():
        path.unlink()
    result = run("export")
    assert (result.code, result.err) == (2, "planctl: there is no plan in plans to export\n")
    assert not (repo / "annexes.docx").exists()


def test_a_template_is_copied_and_filled(run: Run, repo: Path) -> None:
    own = own_document.parts(p("Before") + p("[[planctl]]") + p("After"))
    (repo / "letter.docx").write_bytes(own_document.packed(own))
    result = run("export", "79", "72", "--template", "letter.docx")
    assert (result.code, result.err) == (
        0,
        "Wrote annexes.docx: Annex I and II (22 activities).\n",
    )
    text = _text((repo / "annexes.docx").read_bytes())
    words = ["Before", "ANNEX I", "Resolution 79", "ANNEX II", "Resolution 72", "After"]
    assert sorted(words, key=text.index) == words
    assert "[[planctl]]" not in text


def test_annexes_are_numbered_in_the_order_of_the_template(run: Run, repo: Path) -> None:
    own = own_document.parts(p("[[planctl:79]]") + p("And") + p("[[planctl:wtsa-72]]"))
    (repo / "letter.docx").write_bytes(own_document.packed(own))
    result = run("export", "--template", "letter.docx", "-o", "sent.docx")
    assert result.err == (
        "letter.docx has no place for wtsa-73.\nWrote sent.docx: Annex I and II (22 activities).\n"
    )
    text = _text((repo / "sent.docx").read_bytes())
    words = ["ANNEX I", "Resolution 79", "And", "ANNEX II", "Resolution 72"]
    assert sorted(words, key=text.index) == words


def test_a_template_is_never_overwritten(run: Run, repo: Path) -> None:
    data = own_document.packed(own_document.parts(p("A")))
    (repo / "letter.docx").write_bytes(data)
    result = run("export", "--template", "letter.docx", "-o", "letter.docx")
    assert (result.code, result.err) == (
        2,
        "planctl: letter.docx is the template itself; it stays as it is. Give another -o.\n",
    )
    assert (repo / "letter.docx").read_bytes() == data


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--template", "planctl.yaml"],
            "planctl.yaml cannot be the template. This is no Word file.",
        ),
        (
            ["--template", "letter.docx"],
            "letter.docx cannot be the template. It has [[planctl:37]], and that is none of the"
            " plans to export, or several of them: wtsa-72, wtsa-73, wtsa-79.",
        ),
        (
            ["--template", "letter.docx", "--document-number", "TD1"],
            "the page header is the template's own: leave --document-number out",
        ),
        (
            ["--template", "letter.docx", "--cover"],
            "the front page is the template's own: leave --cover and --on-cover out",
        ),
        (
            ["--on-cover", "colour", "red"],
            "“colour” is no field of the front page; there are group, working_party, questions,"
            " meeting, source, title, purpose, action, information, approval, deadline, abstract,"
            " keywords",
        ),
    ],
)
def test_what_does_not_fit_is_refused(
    run: Run, repo: Path, options: list[str], message: str
) -> None:
    data = own_document.packed(own_document.parts(p("[[planctl:37]]")))
    (repo / "letter.docx").write_bytes(data)
    result = run("export", *options)
    assert (result.code, result.err) == (2, f"planctl: {message}\n")
    assert not (repo / "annexes.docx").exists()


def test_the_front_page_comes_from_the_settings_and_the_options(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text(
        "document_number: SG5-LS186\n"
        "cover:\n"
        "  action: [TSAG]\n"
        "  meeting: Virtual, 19-23 October 2020\n"
        "  contacts:\n"
        "    - name: The secretariat\n"
        "      email: tsbsg5@itu.int\n",
        encoding="utf-8",
    )
    result = run(
        *("export", "72", "--cover", "--on-cover", "Meeting", "Geneva, 10-14 May 2021"),
        *("--on-cover", "questions", "3/5", "--on-cover", "questions", "6/5"),
    )
    assert (result.code, result.err) == (0, "Wrote annexes.docx: Annex I (13 activities).\n")
    data = (repo / "annexes.docx").read_bytes()
    assert faults(data) == []
    text = _text(data)
    shown = text.replace("\u00a0", " ")
    for said in ("SG5-LS186", "TSAG", "Geneva, 10-14 May 2021", "3/5, 6/5", "The secretariat"):
        assert said in shown.partition("ANNEX I")[0]
    assert "19-23 October" not in text
    run("export", "72")
    assert "LIAISON" not in _text((repo / "annexes.docx").read_bytes())


def test_settings_of_the_front_page_are_checked(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text("cover: {contacts: [{email: a@b}]}\n", encoding="utf-8")
    assert run("validate").code == 1


def _parts(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8") for name in package.namelist())


def _text(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("word/document.xml").decode("utf-8")
