"""``planctl draft --into``: a plan gets its text, and is carried over to the next edition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.resolution.word_file import Paragraph, revised, whole, write

from .conftest import Run

PLAN = """\
# kept by the secretary
resolution:
  assembly: WTSA
  number: 301
  edition: Nairobi, 2019
  title: Quiet hours for base stations
lead: ITU-T SG5
as_of: 2023-10
directives:
"""
ROW = """\
  - id: "{0}"   # row {0}
    text: {2}
    references: {1}
    activities:
      - {{id: "{0}", text: Done, responsible: [TSAG], time_plan: Ongoing, status: {3}}}
"""
STUDY = "to study how much power base stations draw at night"
PUBLISH = "to publish the figures on a web page"
TRAIN = "to train operators in developing countries"
BOTH = "to write a handbook on quiet hours, and to hold a workshop for regulators every year"
ROWS = [
    ROW.format("1", "Resolves (1)", "Study how much power base stations draw at night", "ongoing"),
    ROW.format("2", "Resolves (2)", "Publish", "ongoing"),
    ROW.format("3", "Resolves (3)", "Train", "ongoing"),
    ROW.format("4", "Resolves (4)", "Write and hold", "ongoing"),
    ROW.format("5", "Resolves (2)", "Publish once", "completed"),
    ROW.format("6", "Instructs TSAG", "Coordinate", "ongoing"),
]
OLD = [
    "WTSA Resolution 301 (Nairobi, 2019)",
    "resolves",
    f"1\t{STUDY};",
    f"2\t{PUBLISH};",
    f"3\t{TRAIN};",
    f"4\t{BOTH},",
    "instructs TSAG",
    "to coordinate the work of all groups.",
]
REVISED = [
    revised("WTSA Resolution 301 (", ("Nairobi, 2019", "del"), ("Rev. Lisbon, 2023", "ins"), ")"),
    revised("resolves"),
    revised(f"1\t{STUDY}", (" and by day", "ins"), ";"),
    whole("2\tto reward operators that begin early;", "ins"),
    revised(("2", "del"), ("3", "ins"), f"\t{PUBLISH};"),
    whole(f"3\t{TRAIN};", "del"),
    revised("4\tto write a handbook on quiet hours", (", and ", "del"), (";", "ins")),
    revised(("5\t", "ins"), "to hold a workshop for regulators every year,"),
    whole("instructs TSAG", "del"),
    whole("to coordinate the work of all groups.", "del"),
    whole("invites Member States", "ins"),
    whole("to send figures.", "ins"),
]
# In the old edition the fourth clause is one paragraph: its two halves are joined by a deleted
# paragraph mark, as Word marks a split.
REVISED[6] = Paragraph(REVISED[6].runs, "ins")


SUPERSEDED = "superseded}"
NEW_TEXT = f"""\
clauses:
  - block: resolves
    number: "1"
    text: {STUDY} and by day;
  - block: resolves
    number: "2"
    text: to reward operators that begin early;
  - block: resolves
    number: "3"
    formerly: "2"
    text: {PUBLISH};
  - block: resolves
    number: "4"
    text: to write a handbook on quiet hours;
  - block: resolves
    number: "5"
    text: to hold a workshop for regulators every year,
  - block: invites Member States
    text: to send figures.
directives:
"""
NEW_ROW = """\
  - id: "7"
    text: Reward operators that begin early
    references: Resolves (2)
    activities:
      - id: "7"
        text: Reward operators that begin early
        responsible: [ITU-T SG5]
        time_plan: Ongoing
        status: not-started
"""


@pytest.fixture
def plan(repo: Path) -> Path:
    path = repo / "plans" / "wtsa-301.yaml"
    path.write_text(PLAN + "".join(ROWS), encoding="utf-8", newline="")
    return path


@pytest.fixture
def old(tmp_path: Path) -> str:
    return str(write(tmp_path / "nairobi.docx", [whole(line) for line in OLD]))


@pytest.fixture
def new(tmp_path: Path) -> str:
    return str(write(tmp_path / "lisbon.docx", REVISED))


def test_the_text_of_the_plan_s_own_edition(run: Run, plan: Path, old: str) -> None:
    before = plan.read_text(encoding="utf-8")
    result = run("draft", "--into", "301", old, "--yes")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Put 5 clauses into plans/wtsa-301.yaml. `planctl coverage wtsa-301` shows which of them"
        " have a directive.\n"
    )
    text = plan.read_text(encoding="utf-8")
    head, _, tail = before.partition("directives:\n")
    assert text.startswith(
        f'{head}clauses:\n  - block: resolves\n    number: "1"\n    text: {STUDY};\n'
    )
    assert text.endswith(f"directives:\n{tail}")
    assert run("validate", str(plan)).code == 0


def test_revision_marks_carry_a_plan_over(run: Run, plan: Path, new: str) -> None:
    before = plan.read_text(encoding="utf-8")
    result = run("draft", "--into", "301", new, "--yes")
    assert result.code == 0
    assert result.out == (
        "modified: Resolves (1)\n"
        "  • Study how much power base stations draw at night{+ and by day+}\n"
        "  • wtsa-301/1: words that are still the clause's change with it\n"
        "\nnew: Resolves (2)\n"
        "  • Reward operators that begin early\n"
        "  • it gets a new directive, in its place between the others\n"
        "\nrenumbered: Resolves (2) → (3)\n"
        "  • Publish the figures on a web page\n"
        "  • the references of wtsa-301/2 follow\n"
        "  • wtsa-301/5 is closed, and stays as it was numbered\n"
        "\nsplit: Resolves (4) → (4), (5)\n"
        "  − Write a handbook on quiet hours, and to hold a workshop for regulators\n"
        "    every year\n"
        "  + Write a handbook on quiet hours\n"
        "  + Hold a workshop for regulators every year\n"
        "  • the references of wtsa-301/4 follow\n"
        "\nnew: Invites Member States\n"
        "  • Send figures\n"
        "  • it invites others, so it gets no directive\n"
        "\ndeleted: Resolves (3)\n"
        "  • Train operators in developing countries\n"
        "  • wtsa-301/3 will be superseded, if no other clause of it is left\n"
        "\ndeleted: Instructs TSAG\n"
        "  • Coordinate the work of all groups\n"
        "  • wtsa-301/6 will be superseded, if no other clause of it is left\n\n"
    )
    assert result.err == (
        "wtsa-301, to Rev. Lisbon, 2023: 1 clause renumbered, 1 modified, 1 split, 2 new, 2"
        " deleted.\n"
        "Carried plans/wtsa-301.yaml over. `planctl coverage wtsa-301` shows how it stands.\n"
    )
    rows = [
        ROWS[0].replace("draw at night", "draw at night and by day"),
        ROWS[1].replace("(2)", "(3)"),
        ROWS[2].replace("(3)", "(3)\n    edition: Nairobi, 2019").replace("ongoing}", SUPERSEDED),
        ROWS[3].replace("(4)", "(4, 5)"),
        ROWS[4].replace("(2)", "(2)\n    edition: Nairobi, 2019\n    answers: Resolves (3)"),
        ROWS[5]
        .replace("TSAG\n", "TSAG\n    edition: Nairobi, 2019\n")
        .replace("ongoing}", SUPERSEDED),
    ]
    head = PLAN.replace("Nairobi, 2019", "Rev. Lisbon, 2023")
    text = plan.read_text(encoding="utf-8")
    rows.insert(1, NEW_ROW)
    assert text == head.replace("directives:\n", NEW_TEXT) + "".join(rows)
    assert before != text
    assert run("validate", str(plan)).code == 0
    shown = run("show", "301/5").out
    assert "Resolves (2) of Nairobi, 2019, now Resolves (3)\n" in shown
    covered = run("coverage", "301").out
    assert "5 of 5 clauses that resolve or instruct have a directive." in covered
    assert "wtsa-301/3, wtsa-301/5, wtsa-301/6 cite an earlier edition" in covered


def test_the_plan_s_own_text_is_compared_where_it_has_one(
    run: Run, plan: Path, old: str, new: str, tmp_path: Path
) -> None:
    assert run("draft", "--into", "301", old, "--yes").code == 0
    assert run("draft", "--into", "301", new, "--yes").code == 0
    assert plan.read_text(encoding="utf-8").count("edition: Nairobi, 2019") == 3
    settled = plan.read_text(encoding="utf-8")
    again = run("draft", "--into", "301", new, "--yes")
    assert (again.code, again.out) == (0, "")
    assert again.err == (
        "wtsa-301 holds this text already: 6 clauses unchanged; nothing is to be done.\n"
    )
    assert plan.read_text(encoding="utf-8") == settled
    told = json.loads(run("draft", "--into", "301", new, "--format", "json").out)
    assert (told["written"], {one["kind"] for one in told["steps"]}) == (False, {"unchanged"})


def test_each_change_is_decided(run: Run, plan: Path, new: str) -> None:
    before = plan.read_text(encoding="utf-8")
    stopped = run("draft", "--into", "301", new, typed="y\nq\n")
    assert stopped.code == 1
    assert stopped.err.endswith("Nothing was written.\n")
    assert plan.read_text(encoding="utf-8") == before
    some = run("draft", "--into", "301", new, typed="n\nn\na\n")
    assert some.code == 0
    assert "1 of 7. Take it? (yes, no, all that follow, quit)" in some.err
    assert "Carried plans/wtsa-301.yaml over, 2 left as they were." in some.err
    text = plan.read_text(encoding="utf-8")
    assert "text: Study how much power base stations draw at night\n" in text
    assert 'id: "7"' not in text
    assert "references: Resolves (4, 5)" in text


def test_looking_writes_nothing(run: Run, plan: Path, new: str) -> None:
    before = plan.read_bytes()
    looked = run("draft", "--into", "301", new, "--dry-run", "--format", "json")
    found = json.loads(looked.out)
    assert (looked.code, found["written"], found["edition"]) == (0, False, "Rev. Lisbon, 2023")
    assert [one["kind"] for one in found["steps"]] == [
        *("modified", "new", "renumbered", "split", "new", "deleted", "deleted"),
    ]
    assert found["steps"][2] == {
        "kind": "renumbered",
        "old": ["Resolves (2)"],
        "new": ["Resolves (3)"],
        "was": "Publish the figures on a web page",
        "now": "Publish the figures on a web page",
        "rows": ["wtsa-301/2", "wtsa-301/5"],
        "closed": ["wtsa-301/5"],
        "responsible": None,
        "taken": True,
    }
    refused = run("draft", "--into", "301", new)
    assert refused.code == 2
    assert refused.err.endswith(
        "planctl: nothing was written; give --yes to take all of it, --dry-run to look\n"
    )
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("lines", "args", "message"),
    [
        (
            ["WTSA Resolution 302 (Lisbon, 2023)", "resolves", "to act."],
            (),
            "the text is that of WTSA Resolution 302, and wtsa-301 is the plan of WTSA Resolution"
            " 301",
        ),
        (
            ["做出决议", "采取行动。"],
            (),
            "the text is read as “zh”, and wtsa-301 is in “en”; give the text in that language, or"
            " say --language en if it is",
        ),
        (
            ["WTSA Resolution 301 (Rev. Lisbon, 2023)", "resolves", "to act."],
            (),
            "the text is of “Rev. Lisbon, 2023”, and wtsa-301 is the plan of “Nairobi, 2019”, whose"
            " text it does not hold. Give that text first, then this one; or a Word file with"
            " revision marks between the two. If they are one edition: --edition “Nairobi, 2019”.",
        ),
        (
            ["WTSA Resolution 301 (Geneva, 2016)", "resolves", "to act."],
            (),
            "the text is of “Geneva, 2016”, which is earlier than “Nairobi, 2019”, the edition that"
            " the plan has; give the text of a later one, or say which it is: --edition “…”",
        ),
    ],
)
def test_the_wrong_text(
    run: Run, plan: Path, tmp_path: Path, lines: list[str], args: tuple[str, ...], message: str
) -> None:
    before = plan.read_bytes()
    file = write(tmp_path / "wrong.docx", [whole(line) for line in lines])
    result = run("draft", "--into", "301", str(file), "--yes", *args)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f"planctl: {message}\n")
    assert plan.read_bytes() == before


def test_a_changed_text_must_have_an_edition(
    run: Run, plan: Path, old: str, tmp_path: Path
) -> None:
    run("draft", "--into", "301", old, "--yes")
    bare = write(tmp_path / "bare.docx", [whole(line) for line in OLD[1:4]])
    refused = run("draft", "--into", "301", str(bare), "--yes")
    assert refused.code == 2
    assert refused.err == (
        "bare.docx does not say which resolution it is; it is taken for that of wtsa-301.\n"
        "planctl: the text does not say which edition it is, or says the one that the plan has,"
        " and differs from it (2 clauses unchanged, 3 deleted); give --edition\n"
    )
    given = ("--edition", "Rev. Lisbon, 2023", "--title", "Quiet hours", "--yes")
    assert run("draft", "--into", "301", str(bare), *given).code == 0
    assert "  edition: Rev. Lisbon, 2023\n  title: Quiet hours\n" in plan.read_text("utf-8")


def test_a_new_title_comes_with_the_new_edition(
    run: Run, plan: Path, old: str, tmp_path: Path
) -> None:
    run("draft", "--into", "301", old, "--yes")
    for title, said in (("QUIET HOURS FOR BASE STATIONS", None), ("Quiet hours and days", "it")):
        lines = ["WTSA Resolution 301 (Rev. Lisbon, 2023)", title, *OLD[1:]]
        new = str(write(tmp_path / "new.docx", [whole(line) for line in lines]))
        looked = run("draft", "--into", "301", new, "--dry-run", "--format", "json")
        assert json.loads(looked.out)["title"] == (title if said else None)
    done = run("draft", "--into", "301", new, "--yes")
    assert "Its title is now “Quiet hours and days”.\n" in done.err
    assert "  title: Quiet hours and days\n" in plan.read_text("utf-8")


def test_rows_merge_where_clauses_do(run: Run, plan: Path, old: str, tmp_path: Path) -> None:
    run("draft", "--into", "301", old, "--yes")
    lines = [
        "WTSA Resolution 301 (Rev. Lisbon, 2023)",
        *OLD[1:2],
        f"1\t{STUDY}, and {PUBLISH};",
        f"2\t{TRAIN};",
        f"3\t{BOTH},",
        *OLD[6:],
    ]
    merged = write(tmp_path / "merged.docx", [whole(line) for line in lines])
    result = run("draft", "--into", "301", str(merged), "--yes")
    assert result.out.startswith("merged: Resolves (1), Resolves (2) → (1)\n")
    text = plan.read_text(encoding="utf-8")
    references = [line for line in text.splitlines() if line.startswith("    references")]
    assert references == [
        "    references: Resolves (1)",
        "    references: Resolves (1)",
        "    references: Resolves (2)",
        "    references: Resolves (3)",
        "    references: Resolves (2)",
        "    references: Instructs TSAG",
    ]


def test_a_shipped_plan_follows_with_its_own_spelling(run: Run, repo: Path, tmp_path: Path) -> None:
    block = "instructs all study groups of the ITU Telecommunication Standardization Sector"
    tsag = "instructs the Telecommunication Standardization Advisory Group"
    director = "instructs the Director of the Telecommunication Standardization Bureau"

    def edition(name: str, first: str) -> list[str]:
        return [
            f"RESOLUTION 73 ({name})",
            tsag,
            *(f"{n}\tto coordinate thing number {n} of {n * 7};" for n in range(1, 4)),
            block,
            *([f"1\t{first}"] if first else []),
            *(
                f"{n + bool(first)}\tto study matter {chr(96 + n)}{n} in depth{n} with care{n};"
                for n in range(1, 7)
            ),
            director,
            *(f"{n}\tto report on topic t{n} with x{n} and y{n};" for n in range(1, 10)),
        ]

    old = write(tmp_path / "old.docx", [whole(x) for x in edition("Rev. Hammamet, 2016", "")])
    new_lines = edition("Rev. Geneva, 2022", "to begin at once with something else;")
    new = write(tmp_path / "new.docx", [whole(x) for x in new_lines])
    assert run("draft", "--into", "73", str(old), "--yes").code == 0
    assert run("draft", "--into", "73", str(new), "--yes").code == 0
    text = (repo / "plans" / "wtsa-73.yaml").read_text(encoding="utf-8")
    assert "references: Instructs all ITU-T SGs (2)\n" in text
    assert "    references: |-\n      Instructs all ITU-T SGs\n      (3, 4, 5, 6)\n" in text
    assert "references: Instructs all ITU-T SGs (7)\n" in text
    assert "references: Instructs the Director... (9)\n" in text


CHINESE = """\
resolution: {assembly: PP, number: 182, edition: 2014年，釜山, title: 气候变化}
lead: ITU-T SG5
as_of: 2022-10
language: zh
directives:
  - id: "1"
    text: 报告
    references: 责成秘书长（2）
    activities:
      - {id: "1", text: 报告, responsible: [Secretary-General], time_plan: Ongoing, status: ongoing}
  - id: "2"
    text: 宣传
    references: 责成秘书长（3）
    activities:
      - {id: "2", text: 宣传, responsible: [Secretary-General], time_plan: Ongoing, status: ongoing}
"""


def test_a_chinese_revision_renumbers_down_and_up(run: Run, repo: Path, tmp_path: Path) -> None:
    path = repo / "plans" / "pp-182.yaml"
    path.write_text(CHINESE, encoding="utf-8", newline="")
    file = write(
        tmp_path / "182.docx",
        [
            revised(
                "国际电信联盟全权代表大会（",
                ("2014年，釜山", "del"),
                ("2022年，布加勒斯特", "ins"),
                "），",
            ),
            revised("责成秘书长"),
            whole("1\t继续与相关组织进行联络；", "del"),
            revised(("2", "del"), ("1", "ins"), "\t每年向理事会报告", ("进展", "ins"), "情况；"),
            whole("2\t培训发展中国家的操作人员；", "ins"),
            whole("3\t以身作则，执行战略规定的原则；", "ins"),
            revised(("3", "del"), ("4", "ins"), "\t宣传使用可持续的服务给环境带来的益处。"),
        ],
    )
    result = run("draft", "--into", "182", str(file), "--yes")
    assert result.code == 0
    assert result.out.split("\n\n")[0] == (
        "modified: 责成秘书长 (2) → (1)\n"
        "  • 每年向理事会报告{+进展+}情况\n"
        "  • the references of pp-182/1 follow"
    )
    text = path.read_text(encoding="utf-8")
    assert "edition: 2022年，布加勒斯特，修订版" in text
    assert "references: 责成秘书长（1）" in text
    assert "references: 责成秘书长（4）" in text
    assert text.count("\n  - id: ") == 4
    assert run("validate", str(path)).code == 0
    assert run("coverage", "182").code == 0


def test_another_addressee_is_shown(run: Run, repo: Path, tmp_path: Path) -> None:
    clauses = "\n\n1\tto hold workshops;\n2\tto report.\n"
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(f"instructs the Director of TSB{clauses}", encoding="utf-8")
    block = "instructs the Director of TSB, in collaboration with the Director of BDT"
    new.write_text(f"{block}{clauses}", encoding="utf-8")
    named = ("--plan", "wtsa-9", "--edition", "Geneva, 2022", "--title", "Light", "--lead", "SG5")
    assert run("draft", str(old), *named, "--as-of", "2022-10", "--yes").code == 0
    result = run("draft", "--into", "wtsa-9", str(new), "--edition", "Rev. Lisbon, 2024", "--yes")
    assert result.out.startswith(
        "modified: Instructs the Director of TSB (1)\n"
        "  • instructs the Director of TSB{+, in collaboration with the Director of BDT+}\n"
        "  • Hold workshops\n"
        "  • responsible, where that is still Director TSB: Director TSB (in\n"
        "    collaboration with the Director of BDT)\n\n"
    )
