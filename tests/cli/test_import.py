"""``planctl import``, on documents that planctl exports and on tables as people draw them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from planctl.publish.docx import write
from planctl.publish.table import Annex, Cell, Paragraph, Run
from planctl.store.yaml.reader import read
from tests import published
from tests.cli.conftest import SHIPPED, Diff, Git
from tests.cli.conftest import Run as Planctl
from tests.ingest.typed_plans import typed
from tests.ingest.word.made import NAMES, dele, docx, ins, p, r, tbl, tc, tr
from tests.publish.own_document import W

KEYS = ("wtsa-72", "wtsa-73", "wtsa-79")
HEADS = (
    *("Level 1", "Level 2", "Directives", "References", "Activities", "Responsibilities"),
    *("Time plan", "Status (October 2020)"),
)
HEADING = p("Action plan for implementation of WTSA Resolution 95 (Hammamet, 2016):") + p(
    "Best practices"
)
ROW = ("1", "-", "Publish", "Resolves 1", "Publish it", "ITU-T SG12", "Ongoing", "K.52 was sent")


@pytest.fixture
def empty(repo: Path) -> Path:
    """The repository without a plan."""
    for path in (repo / "plans").iterdir():
        path.unlink()
    return repo


def contents(repo: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (repo / "plans").iterdir()}


def shipped() -> dict[str, bytes]:
    return {f"{key}.yaml": (SHIPPED / f"{key}.yaml").read_bytes() for key in KEYS}


def plainly(files: dict[str, bytes]) -> dict[str, Any]:
    """The data of plans, in which a no-break character is an ordinary one, as in print."""
    return {
        name: read(text.decode().replace("\u2011", "-").replace("\u00a0", " "))
        for name, text in files.items()
    }


def exported(annexes: list[Annex]) -> bytes:
    return write(annexes, title="Action plans", created="2020-10")


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> str:
    return tbl(tr(*heads), *(tr(*row) for row in rows)) + p("")


def put(repo: Path, body: str, name: str = "plan.docx") -> str:
    (repo / name).write_bytes(docx(body))
    return name


@pytest.mark.parametrize("made", [exported, typed])
def test_the_published_annexes_give_the_shipped_plans(
    made: Callable[[list[Annex]], bytes], empty: Path, run: Planctl
) -> None:
    (empty / "annexes.docx").write_bytes(made(published.annexes()))
    result = run("import", "annexes.docx", "--yes")
    assert result.code == 0
    assert plainly(contents(empty)) == plainly(shipped())
    if made is typed:  # in a document of its own, planctl takes its no-break characters out again
        assert contents(empty) == shipped()
    assert result.out == (
        "Resolution 72: new plan with 13 activities.\n\n"
        "Resolution 73: new plan with 18 activities.\n\n"
        "Resolution 79: new plan with 9 activities.\n"
    )


def test_what_was_chosen_is_said_a_line_each(empty: Path, run: Planctl) -> None:
    (empty / "a.docx").write_bytes(exported(published.annexes()))
    lead = "ITU-T SG5, which the document names most, is put down as the plan's lead"
    lead += " (--lead names another)."
    assert run("import", "a.docx", "--dry-run").err.splitlines() == [
        f"a.docx: table 1: {lead}",
        f"a.docx: table 2: {lead}",
        "a.docx: table 2, row 11: Time plan says Ongoing, and Status Completed; the status is"
        " completed.",
        "a.docx: table 2, row 19: it has no ID; it is 14 in the plan, and the table prints none"
        " for it.",
        "a.docx: table 2, row 19: Time plan says Ongoing, and Status Completed; the status is"
        " completed.",
        "a.docx: table 2: 1 bullet kept as text (--verbose lists them).",
        f"a.docx: table 3: {lead}",
        "Nothing was written.",
    ]


@pytest.mark.parametrize("name", ["annexes.docx", "annexes.html", "annexes.xlsx"])
def test_what_was_exported_is_the_same_plan(name: str, repo: Path, run: Planctl) -> None:
    run("set", "72/1.1", "due", "2021-01")
    run("set", "73", "notes", "for us")
    before = contents(repo)
    run("export", "-o", name)
    result = run("import", name)
    assert (result.code, result.out) == (0, "")
    assert result.err.endswith("The plans say all this already; nothing is to be done.\n")
    assert contents(repo) == before
    for path in (repo / "plans").iterdir():
        path.unlink()
    assert run("import", name, "--yes").code == 0
    found, wanted = plainly(contents(repo)), plainly(before)
    if name != "annexes.xlsx":
        del wanted["wtsa-72.yaml"]["directives"][0]["activities"][0]["due"]
    del wanted["wtsa-73.yaml"]["notes"]
    assert found == wanted


def test_a_plan_that_is_there_is_brought_up_to_date(repo: Path, run: Planctl, diff: Diff) -> None:
    annex = published.annexes()[0]
    changed = list(annex.rows)
    cells = list(changed[3])
    parts = (*cells[7].paragraphs, Paragraph((Run("K.999"),), "bullet"))
    changed[3] = (*cells[:6], Cell((Paragraph((Run("2021"),)),)), Cell(parts))
    (repo / "a.docx").write_bytes(exported([annex._replace(rows=tuple(changed))]))
    path = repo / "plans" / "wtsa-72.yaml"
    path.write_bytes(path.read_bytes().replace(b"status: ongoing", b"status: ongoing  # so far"))
    before = path.read_text(encoding="utf-8")
    result = run("import", "a.docx", "--yes")
    assert result.code == 0
    assert result.out.startswith(
        "Resolution 72: 1 activity revised, 1 Recommendation linked, 12 unchanged."
    )
    assert [line for line in diff("wtsa-72", before) if line[:1] in "+-"] == [
        "-        time_plan: Ongoing",
        '+        time_plan: "2021"',
        "+            deliverables:",
        "+              - K.999",
    ]


def test_what_was_chosen_once_is_not_said_again(repo: Path, run: Planctl) -> None:
    (repo / "a.docx").write_bytes(exported(published.annexes()))
    assert run("import", "a.docx").err.splitlines() == [
        "a.docx: table 2: 1 bullet kept as text (--verbose lists them).",
        "The plans say all this already; nothing is to be done.",
    ]


def test_a_yes_is_asked_for(empty: Path, run: Planctl) -> None:
    name = put(empty, HEADING + table(ROW))
    for answer, code, files in (("n\n", 1, 0), ("y\n", 0, 1)):
        result = run("import", name, typed=answer)
        assert "Write plans/wtsa-95.yaml? [y/N]" in result.err
        assert (result.code, len(contents(empty))) == (code, files)


def test_without_a_terminal_there_must_be_a_yes(empty: Path, run: Planctl) -> None:
    name = put(empty, HEADING + table(ROW))
    result = run("import", name)
    assert (result.code, contents(empty)) == (2, {})
    assert "give --yes to import, --dry-run to only look" in result.err


def test_a_dry_run_only_looks(empty: Path, run: Planctl) -> None:
    name = put(empty, HEADING + table(ROW))
    result = run("import", name, "--dry-run")
    assert (result.code, contents(empty)) == (0, {})
    assert result.out == "Resolution 95: new plan with 1 activity.\n"
    assert result.err.endswith("Nothing was written.\n")


def test_the_file_of_a_new_plan(empty: Path, run: Planctl) -> None:
    name = put(empty, HEADING + table(ROW))
    run("import", name, "-y", "--lead", "ITU-T SG5", "--as-of", "2021-02")
    assert contents(empty)["wtsa-95.yaml"].decode() == (
        "# yaml-language-server: $schema=../schema/plan.schema.json\n"
        "resolution:\n  assembly: WTSA\n  number: 95\n  edition: Hammamet, 2016\n"
        "  title: Best practices\nlead: ITU-T SG5\nas_of: 2021-02\ndirectives:\n"
        '  - id: "1"\n    text: Publish\n    references: Resolves 1\n    activities:\n'
        '      - id: "1"\n        text: Publish it\n        responsible: [ITU-T SG12]\n'
        "        time_plan: Ongoing\n        status: ongoing\n        report:\n"
        "          - text: K.52 was sent\n"
    )


REVISED = (
    HEADING
    + tbl(
        tr(*HEADS),
        tr(*ROW[:7], tc(p(r("K.52") + dele(" is ready") + ins(r(" was sent"))))),
        tr("2", *ROW[1:], properties='<w:ins w:id="9" w:author="A"/>'),
    )
    + p("")
)


def test_both_views_of_a_document_with_revision_marks(empty: Path, run: Planctl) -> None:
    name = put(empty, REVISED)
    first = run("import", name, "--view", "original", "--yes")
    assert "It has revision marks; it is read as if all were rejected.\n" in first.err
    assert "K.52 is ready" in contents(empty)["wtsa-95.yaml"].decode()
    second = run("import", name, "--yes")
    assert "plan.docx: --view original reads it the other way.\n" in second.err
    assert second.out.startswith("Resolution 95: 1 activity added, 1 revised, 1 directive added.")
    assert "K.52 was sent" in contents(empty)["wtsa-95.yaml"].decode()


def test_rows_that_are_not_in_the_table(empty: Path, run: Planctl) -> None:
    both = put(empty, HEADING + table(ROW, ("2", *ROW[1:])))
    run("import", both, "--yes")
    name = put(empty, HEADING + table(ROW), "one.docx")
    before = contents(empty)
    kept = run("import", name, "--yes")
    assert "wtsa-95: not in the table: 2; what is not there stays (--remove-missing" in kept.err
    assert contents(empty) == before
    gone = run("import", name, "--yes", "--remove-missing")
    assert "wtsa-95: not in the table: 2; what is not there goes.\n" in gone.err
    assert '- id: "2"' not in contents(empty)["wtsa-95.yaml"].decode()


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_form_is_for_collect(kind: str, repo: Path, run: Planctl) -> None:
    before = contents(repo)
    run("request", "-m", "TSAG-2021-01", "-r", "TSAG", "-o", "forms", "--format", kind)
    result = run("import", "--yes", f"forms/TSAG-2021-01-TSAG.{kind}")
    assert (result.code, result.err) == (
        1,
        f"planctl: forms/TSAG-2021-01-TSAG.{kind}: this is a form that `planctl request` made;"
        " `planctl collect` takes in what is filled in there.\n",
    )
    assert contents(repo) == before


def test_a_month_that_is_none(empty: Path, run: Planctl) -> None:
    told = run("import", put(empty, p("A")), "--as-of", "Oct 2020")
    assert (told.code, told.err) == (
        2,
        "planctl: --as-of: “Oct 2020” is not a month; write it as in 2020-10\n",
    )


def test_the_plan_of_another_form(empty: Path, run: Planctl) -> None:
    heads = ("Action item", "Action", "Responsible", "Milestone", "Status")
    rows = ("95-01", "Do", "TSB", "2021", "Done"), ("95–02", "Ask", "TSB", "", "See point 95-01")
    name = put(empty, p("WTSA action plan") + table(*rows, heads=heads))
    columns = (
        "Action item=level1,Action=activities,Responsible=responsibilities,Milestone=time plan"
    )
    told = run("import", name, "--columns", columns)
    assert (told.code, contents(empty)) == (2, {})
    assert "plan.docx: nothing above table 1 says which resolution it is about" in told.err
    wanted = ("--plan", "wtsa-95", "--edition", "Hammamet, 2016", "--title", "Best practices")
    told = run("import", name, "--columns", columns, *wanted[:2])
    assert "give --edition, --title, --as-of too" not in told.err
    done = run("import", name, "--columns", columns, *wanted, "--as-of", "2021-02", "--yes")
    assert done.code == 0
    first, second = read(contents(empty)["wtsa-95.yaml"].decode())["directives"]
    assert (first["id"], first["text"]) == ("95-01", "Do")
    assert first["activities"][0]["time_plan"] == "2021"
    assert second["activities"][0]["report"] == [{"see": ["95-01"]}]
    assert run("validate").code == 0
    assert "95-02" in run("show", "95/95-02").out
    assert run("add", "95", "More", "-R", "Resolves 2", "-r", "TSB").code == 0
    assert [*read(contents(empty)["wtsa-95.yaml"].decode())["directives"]][2]["id"] == "95-03"


def test_the_action_plan_of_tsb_has_a_table_for_each_resolution(empty: Path, run: Planctl) -> None:
    heads = ("Action item", "Action", "Responsible", "Milestone", "Status")
    body = p("WTSA-16 action plan") + "".join(
        p(f"Resolution {number} (Rev. Hammamet, 2016) – On {number}")
        + table((f"{number}-01", "Do", "TSB", "2021", "Ongoing"), heads=heads)
        for number in (20, 29)
    )
    columns = ("--columns", "Action item=level1,Action=activities,Milestone=time plan")
    told = run("import", put(empty, body), *columns, "--as-of", "2017-05", "--yes")
    assert told.code == 0
    assert sorted(contents(empty)) == ["wtsa-20.yaml", "wtsa-29.yaml"]
    said = "its heading names no assembly; WTSA is the one that the document names"
    assert [line for line in told.err.splitlines() if "assembly" in line] == [
        f"plan.docx: table {number}: {said}." for number in (1, 2)
    ]
    body = body.replace("WTSA-16", "WTSA-16 and WTDC-17")
    assert "does not say of which assembly" not in run("import", put(empty, body), *columns).err
    for path in (empty / "plans").iterdir():
        path.unlink()
    assert "does not say of which assembly" in run("import", put(empty, body), *columns).err


def test_json(empty: Path, run: Planctl) -> None:
    body = table(("1", "1.1", *ROW[2:]), ("", "1.1", "", "", *ROW[4:7], "on 03/04/2020"))
    name = put(empty, HEADING + body)
    data = json.loads(run("import", name, "--format", "json", "--dry-run").out)
    assert (data["planctl"], data["written"], data["remarks"]) == ("import", False, [])
    (plan,) = data["plans"]
    assert plan["changes"] == {"plan": "wtsa-95", "what": "added", "activities": 2, "items": []}
    assert {key: plan[key] for key in ("plan", "source", "table", "file", "new", "missing")} == {
        "plan": "wtsa-95",
        "source": "plan.docx",
        "table": 1,
        "file": "plans/wtsa-95.yaml",
        "new": True,
        "missing": [],
    }
    assert plan["remarks"][1:] == [
        {
            "message": "the ID 1.1 stands in row 2 of table 1 too; this row was given 1.2",
            "table": 1,
            "row": 3,
        },
        {
            "message": "03/04/2020 may be the day or the month first; it was kept as text,"
            " as it stands",
            "table": 1,
            "row": 3,
        },
    ]


def test_bullets_kept_as_text_are_listed(empty: Path, run: Planctl) -> None:
    cell = tc(p("• K.52"), p("• Something"), p("• Else"))
    name = put(empty, HEADING + tbl(tr(*HEADS), tr(*ROW[:7], cell)) + p(""))
    assert (
        "table 1: 2 bullets kept as text (--verbose lists them)."
        in run("import", name, "--dry-run").err
    )
    listed = run("import", name, "--dry-run", "--verbose").err
    assert "table 1: 2 bullets kept as text.\n  wtsa-95/1  Something\n  wtsa-95/1  Else\n" in listed


@pytest.mark.parametrize(
    ("body", "options", "told", "code"),
    [
        (p("nothing"), (), "plan.docx: there is no action plan in it", 1),
        (
            HEADING + table(ROW) + HEADING + table(ROW),
            (),
            "wtsa-95 is in plan.docx (table 1) and in plan.docx (table 2); take one of them out\n",
            2,
        ),
        (HEADING + table(ROW), ("--plan", "ninety-five"), "“ninety-five” does not name a plan", 2),
        (HEADING + table(ROW), ("--columns", "x"), "“x” does not name a column", 2),
        (p("Action plan for Resolution 95") + table(ROW), (), "does not say of which assembly", 2),
        (
            p("Action plan for WTSA Resolution 95") + table(ROW),
            (),
            "give --edition, --title too",
            2,
        ),
        (
            HEADING + table((*ROW, "x"), heads=(*HEADS, "Remarks")).replace("ITU-T SG12", ""),
            (),
            "wtsa-95 needs; give --lead too\nplan.docx: table 1: the column “Remarks” is none",
            2,
        ),
        (HEADING + table(ROW), ("--as-of", "soon"), "“soon” is not a month", 2),
        (
            HEADING + table(ROW) + HEADING + table(ROW),
            ("--plan", "wtsa-1"),
            "--plan is for a single table",
            2,
        ),
    ],
)
def test_mistakes(
    body: str, options: tuple[str, ...], told: str, code: int, empty: Path, run: Planctl
) -> None:
    result = run("import", put(empty, body), "--yes", *options)
    assert told in result.err
    assert (result.code, contents(empty)) == (code, {})


def test_an_id_that_a_row_gets_was_never_used(empty: Path, run: Planctl, git: Git) -> None:
    run("import", put(empty, HEADING + table(ROW, ("1", "1.1", *ROW[2:]))), "--yes")
    run("add", "95/1", "Once", "-r", "TSAG")
    git("add", "plans")
    git("commit", "--quiet", "--message=Once")
    run("remove", "95/1.2", "--yes")
    git("commit", "--quiet", "--all", "--message=Gone")
    body = table(ROW, ("1", "1.1", *ROW[2:]), ("", "", "", "", "Another", *ROW[5:]))
    result = run("import", put(empty, HEADING + body), "--yes")
    assert "row 4: it has no ID of its own; it was given 1.3" in result.err
    assert run("import", "plan.docx").err.endswith("nothing is to be done.\n")


def test_an_older_document_is_noticed(empty: Path, run: Planctl) -> None:
    name = put(empty, HEADING + table(ROW))
    run("import", name, "--yes", "--as-of", "2021-02")
    told = run("import", name, "--dry-run").err
    assert "it tells of 2020-10, and the plan of 2021-02: is it an older document?" in told


def test_a_heading_that_names_another_resolution(empty: Path, run: Planctl) -> None:
    told = run("import", put(empty, HEADING + table(ROW)), "--plan", "wtsa-96", "--dry-run").err
    assert "table 1: the heading names Resolution 95; it was read as 96." in told


def test_a_table_in_another_language_translates_its_plan(empty: Path, run: Planctl) -> None:
    bullets = p(r("Envoyé :")) + p(r("• K.52")) + p(r("• Étude (2020)"))
    heads = (
        *("Niveau 1", "Niveau 2", "Directives", "Références", "Activités", "Responsabilités"),
        *("Calendrier", "État d'avancement (octobre 2020)"),
    )
    french = p("Plan d'action pour la Résolution 95 de l'AMNT: Bonnes pratiques")
    row = ("1", "-", "Publier", "Décide 1", "Le publier", "CE 12", "En cours")
    english = "".join((p(r("Sent:")), p(r("• K.52")), p(r("• Study (2020)"))))
    put(empty, HEADING + tbl(tr(*HEADS), tr(*ROW[:7], tc(english))) + p(""))
    run("import", "plan.docx", "--yes")
    put(empty, french + tbl(tr(*heads), tr(*row, tc(bullets))) + p(""), "f.docx")
    told = run("import", "f.docx", "--yes")
    assert told.code == 0
    assert told.err == (
        "f.docx: table 1, row 2: Responsibilities is not translated: a plan names bodies in one"
        " language.\nWrote plans/wtsa-95.yaml.\n"
    )
    data = read(contents(empty)["wtsa-95.yaml"].decode())
    (directive,) = data["directives"]
    (activity,) = directive["activities"]
    assert data["resolution"]["title"] == {"en": "Best practices", "fr": "Bonnes pratiques"}
    assert (directive["text"], directive["references"]) == (
        {"en": "Publish", "fr": "Publier"},
        {"en": "Resolves 1", "fr": "Décide 1"},
    )
    assert (activity["responsible"], activity["time_plan"]) == (["ITU-T SG12"], "Ongoing")
    assert activity["report"] == [
        {
            "text": {"en": "Sent:", "fr": "Envoyé :"},
            "deliverables": ["K.52", {"title": {"en": "Study", "fr": "Étude"}, "date": 2020}],
        }
    ]
    assert run("import", "plan.docx").err.endswith("nothing is to be done.\n")
    assert run("import", "f.docx").err.endswith("nothing is to be done.\n")
    more = tr("2", *row[1:], "")
    put(empty, french + tbl(tr(*heads), tr(*row, "Envoyé"), more) + p(""), "f.docx")
    assert run("import", "f.docx").err == (
        "planctl: f.docx: table 1 is in another language (fr) than wtsa-95 (en), which has no item"
        " 2: add it in en first\n"
    )
    put(empty, french + tbl(tr(*heads), tr(*row, "Envoyé")) + p(""), "f.docx")
    assert (
        "table 1, row 2: Status is not translated: it has other lines than in the plan.\n"
        in run("import", "f.docx").err
    )


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_plans_in_each_language(language: str, repo: Path, run: Planctl) -> None:
    for key in KEYS:
        run("set", key, "language", language)
    before = contents(repo)
    run("export", "--lang", language, "-o", "x.docx")
    assert run("import", "x.docx").err.endswith("nothing is to be done.\n")
    assert contents(repo) == before


def test_outside_a_repository(tmp_path: Path, run: Planctl) -> None:
    name = put(tmp_path, HEADING + table(ROW))
    result = run("import", name, cwd=tmp_path)
    assert result.code == 2
    assert "make one here with `planctl init`" in result.err


def test_a_file_that_is_no_document(repo: Path, run: Planctl) -> None:
    (repo / "x.docx").write_bytes(b"PK\x03\x04 and no more")
    before = contents(repo)
    result = run("import", "x.docx", "--yes")
    assert (result.code, result.out, contents(repo)) == (1, "", before)
    assert result.err.startswith("planctl: x.docx: ")


WHAT_PEOPLE_TYPE = (
    *("1.1", "5", "-", "", "Completed", "• K.52", "on 03/04/2020", "(", "ITU-T SG5; ;", "2020:"),
    *("– a", "See point 3.1", "Ongoing", "a\u00a0b", "x" * 3000, "TSAG", "1", "1.2", "n/a"),
)


def mutated(rng: random.Random, body: str) -> str:
    """The body of a document with parts of it gone, doubled, moved, emptied or typed over."""
    from lxml import etree

    root = etree.fromstring(f"<w:body {NAMES}>{body}</w:body>")
    named = [f"{{{W}}}{name}" for name in ("tbl", "tr", "tc", "p", "r", "t", "ins", "del")]
    for _ in range(rng.randrange(1, 10)):
        one = rng.choice([element for element in root.iter() if element.tag in named])
        parent, edit = one.getparent(), rng.randrange(6)
        assert parent is not None
        if edit == 0:
            parent.remove(one)
        elif edit == 1:
            parent.insert(parent.index(one), deepcopy(one))
        elif edit == 2:
            parent.insert(0, one)
        elif edit == 3:
            one.addprevious(deepcopy(rng.choice([x for x in root.iter() if x.tag == one.tag])))
        else:
            for text in one.iter(named[5]):
                text.text = rng.choice(WHAT_PEOPLE_TYPE)
    return "".join(etree.tostring(one, encoding="unicode") for one in root)


def test_mutated_documents_are_imported_or_change_nothing(empty: Path, run: Planctl) -> None:
    """Each is imported, so that importing it again does nothing; or it is refused."""
    rng = random.Random(5)  # noqa: S311
    codes = set()
    rows = [(f"{at}", f"{at}.1", *ROW[2:]) for at in range(1, 4)]
    for _ in range(60):
        put(empty, mutated(rng, REVISED + HEADING.replace("95", "96") + table(*rows)), "d.docx")
        before = contents(empty)
        result = run("import", "d.docx", "--yes")
        codes.add(result.code)
        assert result.code in (0, 1, 2)
        if result.code:
            assert contents(empty) == before
            assert result.err.count("planctl: ") == 1
        else:
            again = run("import", "d.docx")
            assert again.err.endswith("nothing is to be done.\n")
        if rng.randrange(3) == 0:
            for path in (empty / "plans").iterdir():
                path.unlink()
    assert codes >= {0, 1}


def test_a_damaged_file_changes_nothing(repo: Path, run: Planctl) -> None:
    rng = random.Random(6)  # noqa: S311
    content = docx(REVISED)
    before = contents(repo)
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(rng.randrange(1, 9)):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        (repo / "d.docx").write_bytes(damaged[: rng.randrange(1, len(damaged) + 1)])
        result = run("import", "d.docx", "--dry-run")
        assert result.code in (0, 1)
        assert contents(repo) == before


def test_rows_that_were_counted_anew_keep_what_is_known_of_them(empty: Path, run: Planctl) -> None:
    def rows(*texts: str) -> str:
        listed = ((f"{at}", "-", f"{text} d", *ROW[3:]) for at, text in enumerate(texts, 1))
        return HEADING + table(*listed)

    run("import", put(empty, rows("Ask", "Tell", "See")), "--yes")
    run("set", "95/2", "due", "2022")
    path = empty / "plans" / "wtsa-95.yaml"
    text = path.read_text("utf-8").replace('\n  - id: "2"', '\n  # ours\n  - id: "2"')
    path.write_text(text, "utf-8")
    told = run("import", put(empty, rows("Ask", "New", "Tell", "See")), "--yes")
    assert told.err == (
        "plan.docx: table 1: rows have other numbers than in the plan (2 is now 3, 3 is now 4):"
        " what is known of them goes along.\nWrote plans/wtsa-95.yaml.\n"
    )
    directives = read(path.read_text("utf-8"))["directives"]
    assert [(one["id"], one["text"], one["activities"][0].get("due")) for one in directives] == [
        ("1", "Ask d", None),
        ("2", "New d", None),
        ("3", "Tell d", 2022),
        ("4", "See d", None),
    ]
    assert '\n  # ours\n  - id: "3"' in path.read_text("utf-8")
    told = run("import", put(empty, rows("Ask", "New", "See")), "--dry-run")
    assert "(4 is now 3), and a number is that of a row which is not there" in told.err
