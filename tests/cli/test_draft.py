"""``planctl draft``: a new plan from the text of a resolution."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.resolution.samples import CHINESE, ENGLISH
from tests.ingest.resolution.word_file import whole, write

from .conftest import Run

LEAD = ("--lead", "ITU-T SG5", "--as-of", "2023-10")


def word(path: Path, text: str) -> str:
    return str(write(path, [whole(line) for line in text.split("\n")]))


def test_a_plan_is_shown_and_written(run: Run, repo: Path, tmp_path: Path) -> None:
    file = word(tmp_path / "res.docx", ENGLISH)
    result = run("draft", file, *LEAD, "--yes")
    assert (result.code, result.out) == (
        0,
        "1\tResolves (1)\tITU-T SG5\tStudy how much power is drawn at night\n"
        "2\tResolves (2)\tITU-T SG5\tPublish what is found, in particular: i) for rural areas; ii)"
        " for cities\n"
        "3\tResolves (3)\tITU-T SG5\tReview the figures every year\n"
        "4\tInstructs the Director of TSB (1)\tDirector TSB (in collaboration with the Directors"
        " of BR and BDT)\tCollect figures\n"
        "5\tInstructs the Director of TSB (2)\tDirector TSB (in collaboration with the Directors"
        " of BR and BDT)\tReport to TSAG\n"
        "6\tInstructs TSAG\tTSAG\tCoordinate the work\n",
    )
    assert result.err == (
        "WTSA Resolution 301 (Rev. Lisbon, 2023): Quiet hours for base stations\n"
        "2 clauses only invite others; they are kept without a directive.\n"
        "Wrote plans/wtsa-301.yaml: 8 clauses, 6 directives. `planctl validate` and `planctl"
        " coverage wtsa-301` say what is left to do.\n"
    )
    text = (repo / "plans" / "wtsa-301.yaml").read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../schema/plan.schema.json\n"
        "resolution:\n  assembly: WTSA\n  number: 301\n  edition: Rev. Lisbon, 2023\n"
        "  title: Quiet hours for base stations\nlead: ITU-T SG5\nas_of: 2023-10\nclauses:\n"
        '  - block: resolves\n    number: "1"\n'
    )
    checked = run("validate", "plans/wtsa-301.yaml")
    assert (checked.code, checked.out) == (0, "")
    covered = run("coverage", "301")
    assert covered.code == 0
    assert "6 of 6 clauses that resolve or instruct have a directive." in covered.out


def test_a_chinese_text_with_two_editions_run_together(
    run: Run, repo: Path, tmp_path: Path
) -> None:
    file = word(tmp_path / "res.docx", CHINESE)
    result = run("draft", file, *LEAD, "--yes", "--format", "json")
    found = json.loads(result.out)
    assert (result.code, found["plan"], found["written"]) == (0, "wtsa-301", True)
    assert found["data"]["language"] == "zh"
    assert [one["references"] for one in found["data"]["directives"]] == [
        "做出决议（1）",
        "做出决议（2）",
        *(f"责成电信标准化局主任与无线电通信局主任协作（{number}）" for number in range(1, 6)),
    ]
    assert [one.get("formerly") for one in found["data"]["clauses"]] == [
        *(None, "1", None, None, None, None, None, "3", "4", None),
    ]
    assert found["data"]["notes"].startswith("Two editions run together in the text.")
    assert "res.docx, paragraph 13: under" in result.err
    assert run("validate", "plans/wtsa-301.yaml").code == 0
    assert run("coverage", "wtsa-301").code == 0


def test_nothing_is_written_without_a_yes(run: Run, repo: Path, tmp_path: Path) -> None:
    file = word(tmp_path / "res.docx", ENGLISH)
    path = repo / "plans" / "wtsa-301.yaml"
    result = run("draft", file, *LEAD)
    assert result.code == 2
    assert result.err.endswith(
        "planctl: nothing was written; give --yes to write, --dry-run to only look\n"
    )
    assert run("draft", file, *LEAD, "--dry-run").err.endswith("Nothing was written.\n")
    assert run("draft", file, *LEAD, typed="n\n").code == 1
    assert not path.exists()
    asked = run("draft", file, "--as-of", "2023-10", typed="ITU-T SG5\ny\n")
    assert asked.code == 0
    assert "Who keeps wtsa-301: " in asked.err
    assert "Write wtsa-301 with 8 clauses, 6 directives? [y/N]: " in asked.err
    again = run("draft", file, "--dry-run")
    assert (again.code, again.out) == (2, "")
    assert again.err == (
        "planctl: plans/wtsa-301.yaml is already there; `planctl add wtsa-301` adds to it, and"
        " `planctl draft --into wtsa-301 FILE` puts the text of its resolution into it\n"
    )


def test_a_month_that_is_none_is_refused(run: Run, repo: Path, tmp_path: Path) -> None:
    file = word(tmp_path / "res.docx", ENGLISH)
    for how in ("--dry-run", "--yes"):
        result = run("draft", file, "--lead", "SG5", "--as-of", "2020-13", how)
        assert result.code == 2
        assert "planctl: “2020-13” does not fit. The month the Status column" in result.err
    assert not (repo / "plans" / "wtsa-301.yaml").exists()


def test_on_a_terminal_every_clause_is_named_in_full(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = "\n".join(
        (
            "WTSA Resolution 302 (Lisbon, 2023)",
            "Night",
            "instructs the Director of the Telecommunication Standardization Bureau",
            "1\tto collect figures on the power that base stations draw at night in all regions"
            " of the world;",
            "2\tto report.",
        )
    )
    result = run("draft", word(tmp_path / "res.docx", text), *LEAD, "--dry-run", typed="")
    assert [line.rstrip() for line in result.out.splitlines()] == [
        "ID   Clause                         Responsible    Text",
        "─" * 80,
        "1    Instructs the Director of      Director TSB   Collect figures on the power",
        "     TSB (1)                                       that base stations draw at",
        "                                                   night in all regions of…",
        "2    Instructs the Director of      Director TSB   Report",
        "     TSB (2)",
    ]


@pytest.mark.parametrize(
    ("text", "args", "message"),
    [
        (
            "Dear colleague,\nhello.",
            LEAD,
            "no operative clause was found. A line such as “resolves” or “instructs TSAG” opens a"
            " block of clauses; give --language where its language is not recognized.",
        ),
        (
            "resolves\n1\tto act.",
            LEAD,
            "the text does not say which resolution it is; give --plan, as in pp-182",
        ),
        (
            "resolves\n1\tto act.",
            (*LEAD, "--plan", "pp-182"),
            "the text does not say it; give --edition, --title",
        ),
        (
            "resolves\n1\tto act.",
            (*LEAD, "--plan", "182"),
            "“182” does not name a plan; write assembly and number: wtsa-95",
        ),
        (
            ENGLISH,
            (),
            'to draft wtsa-301, give --lead: who keeps the plan, as in --lead "ITU-T SG5"',
        ),
        (
            ENGLISH,
            (*LEAD, "--into", "73"),
            "--lead, --as-of is for a new plan; leave out --into, or that",
        ),
    ],
)
def test_what_is_missing(
    run: Run, tmp_path: Path, text: str, args: tuple[str, ...], message: str
) -> None:
    result = run("draft", word(tmp_path / "res.docx", text), *args)
    assert (result.code != 0, result.out) == (True, "")
    assert result.err.endswith(f"{message}\n")


def test_what_the_text_does_not_say_is_given(run: Run, repo: Path, tmp_path: Path) -> None:
    file = word(tmp_path / "res.docx", "resolves\n1\tto act.")
    named = ("--plan", "pp-182", "--edition", "Bucharest, 2022", "--title", "Climate")
    assert run("draft", file, *LEAD, *named, "--yes").code == 0
    assert (repo / "plans" / "pp-182.yaml").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02" * 1000,
        b"PK\x03\x04 not a package",
        b"word " * 400_000,
        b"resolves " * 200_000,
        "责成".encode() * 300_000,
        b"[footnoteRef:1]" * 50_000,
        b"instructs the Director\n1\tto act;\n" * 2_000,
    ],
)
def test_what_is_no_resolution(run: Run, repo: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "strange.txt"
    file.write_bytes(content)
    result = run("draft", str(file), *LEAD, "--plan", "wtsa-301", "--yes")
    assert (result.code in (1, 2), result.out) == (True, "")
    assert result.err.startswith(("planctl: ", "strange.txt, line "))
    assert "a fault in planctl" not in result.err
    assert not (repo / "plans" / "wtsa-301.yaml").exists()


def test_a_text_file_and_a_web_page_say_the_same(run: Run, repo: Path, tmp_path: Path) -> None:
    text = tmp_path / "res.txt"
    text.write_text(ENGLISH, encoding="utf-8", newline="")
    page = tmp_path / "res.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in ENGLISH.split("\n"))
    page.write_text(f"<!DOCTYPE html><html><body>{paragraphs}</body></html>", encoding="utf-8")
    plans = [
        json.loads(run("draft", str(file), *LEAD, "--dry-run", "--format", "json").out)["data"]
        for file in (text, page)
    ]
    assert plans[0] == plans[1]


def test_a_hundred_pages(run: Run, repo: Path, tmp_path: Path) -> None:
    block = "instructs body number {0} of the Union\n" + "".join(
        f"{n}\tto go on with what clause {n} of block {{0}} is about, in many words;\n"
        for n in range(1, 31)
    )
    file = tmp_path / "long.txt"
    file.write_text("".join(block.format(at) for at in range(60)), encoding="utf-8", newline="")
    named = ("--plan", "pp-9", "--edition", "Bucharest, 2022", "--title", "Long")
    assert run("draft", str(file), *LEAD, *named, "--yes").err.endswith(
        "Wrote plans/pp-9.yaml: 1800 clauses, 1800 directives. `planctl validate` and `planctl"
        " coverage pp-9` say what is left to do.\n"
    )
    assert run("coverage", "pp-9").code == 0


def test_revision_marks_are_read_as_accepted(run: Run, repo: Path, tmp_path: Path) -> None:
    lines = [whole(line) for line in ENGLISH.split("\n")]
    file = write(tmp_path / "res.docx", [*lines[:-1], whole("3\tto do more.", "ins")])
    result = run("draft", str(file), *LEAD, "--dry-run")
    assert result.err.startswith(
        "res.docx: It has revision marks; it is read as if all were accepted.\n"
    )
    assert "3 clauses only invite others" in result.err


def test_to_resolve_to_invite_is_to_resolve(run: Run, repo: Path, tmp_path: Path) -> None:
    file = tmp_path / "res.txt"
    file.write_text(
        "resolves to invite ITU-T, in particular Study Group 5\n\n"
        "1\tto study the fields:\ni)\tindoors;\n2\tto publish the results,\n\n"
        "invites Member States\n\n1\tto measure:\ni)\tat home;\n2\tto report.\n",
        encoding="utf-8",
    )
    named = ("--plan", "wtsa-9", "--edition", "Geneva, 2022", "--title", "Fields")
    result = run("draft", str(file), *LEAD, *named, "--yes")
    words = "Resolves to invite ITU-T, in particular Study Group 5"
    assert (result.out, result.err.splitlines()[1]) == (
        f"1\t{words} (1)\tITU-T SG5\tStudy the fields: i) indoors\n"
        f"2\t{words} (2)\tITU-T SG5\tPublish the results\n",
        "2 clauses only invite others; they are kept without a directive.",
    )
    assert run("set", "wtsa-9/1", "references", "Resolves (i)").code == 0
    assert run("coverage", "wtsa-9").code == 0


@pytest.mark.parametrize("line", ["1\tto act;\n", "more words\n", "i)\tthing;\n", "–\tx\n"])
def test_lines_without_end(run: Run, repo: Path, tmp_path: Path, line: str) -> None:
    file = tmp_path / "long.txt"
    file.write_text("resolves\n" + line * 3_000, encoding="utf-8", newline="")
    named = ("--plan", "pp-9", "--edition", "Bucharest, 2022", "--title", "Long")
    result = run("draft", str(file), *LEAD, *named, "--dry-run")
    assert result.code == (1 if line[0] in "1i" else 0)
    assert ("clauses begin anew 3000 times" in result.err) == (line[0] in "1i")
