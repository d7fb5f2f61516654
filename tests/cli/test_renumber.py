"""``planctl renumber``: the preview, what is written, and the references that follow."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .conftest import Diff, Git, Run

OLD = "Documents of earlier meetings go on showing the old numbers.\n"
RAISE = "Raise awareness of e-waste, particularly in developing countries"


def test_nothing_to_do(run: Run, diff: Diff) -> None:
    result = run("renumber", "72", "--yes")
    assert (result.code, result.out) == (0, "")
    assert result.err == "wtsa-72 has these numbers already; nothing is to be done.\n"
    assert diff("wtsa-72") == []


def test_one_item_with_its_references(run: Run, diff: Diff) -> None:
    result = run("renumber", "79", "--from", "5", "--to", "20", "--yes")
    assert result.code == 0
    assert result.out == (
        f"wtsa-79/5\twtsa-79/20\t{RAISE}\n"
        "wtsa-79/1\tSee point 5\tSee point 20\n"
        "wtsa-79/1\tSee point 5\tSee point 20\n"
    )
    assert result.err == OLD + "Renumbered 1 item of wtsa-79 and mended 2 references.\n"
    assert diff("wtsa-79") == [
        "@@ -27,2 +27,2 @@",
        "-              See point 5",
        '-            see: ["5"]',
        "+              See point 20",
        '+            see: ["20"]',
        "@@ -80 +80 @@",
        '-  - id: "5"',
        '+  - id: "20"',
        "@@ -84 +84 @@",
        '-      - id: "5"',
        '+      - id: "20"',
    ]


def test_a_directive_takes_its_activities_along(run: Run, diff: Diff) -> None:
    run("renumber", "73", "--from", "11", "--to", "15", "-y")
    assert [line for line in diff("wtsa-73") if line[0] == "+"] == [
        '+  - id: "15"',
        '+      - id: "15.1"',
        '+      - id: "15.2"',
        '+          - see: ["15.1"]',
    ]


def test_references_in_other_plans(run: Run, repo: Path, diff: Diff) -> None:
    path = repo / "plans" / "wtsa-79.yaml"
    before = path.read_text(encoding="utf-8").replace('see: ["7"]', 'see: ["73/11.1", "7"]', 1)
    path.write_text(before, encoding="utf-8", newline="")
    result = run("renumber", "73", "--from", "11.1", "--to", "11.3", "--yes")
    assert result.out.splitlines()[1:] == [
        "wtsa-73/11.2\tSee point 11.1\tSee point 11.3",
        "wtsa-79/2\tSee point 73/11.1\tSee point 73/11.3",
    ]
    assert diff("wtsa-79", before)[1:] == [
        '-          - see: ["73/11.1", "7"]',
        '+          - see: ["73/11.3", "7"]',
    ]


def test_the_whole_plan(run: Run, repo: Path, diff: Diff) -> None:
    assert run("remove", "79/2", "--yes").code == 0
    path = repo / "plans" / "wtsa-79.yaml"
    before = path.read_text(encoding="utf-8")
    result = run("renumber", "79", "--yes")
    assert result.err == OLD + "Renumbered 8 items of wtsa-79 and mended 4 references.\n"
    text = path.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("  - id:")] == [
        f'  - id: "{number}"' for number in range(1, 8)
    ]
    changed = [line for line in diff("wtsa-79", before) if line[0] == "+"]
    assert all("id:" in line or "see:" in line or "See point" in line for line in changed)
    assert run("renumber", "79", "--yes").err.startswith("wtsa-79 has these numbers already")


def test_the_first_of_two_activities_gets_a_number(run: Run, repo: Path, diff: Diff) -> None:
    assert run("add", "72/2", "Train regulators", "-r", "WHO").code == 0
    before = (repo / "plans" / "wtsa-72.yaml").read_text(encoding="utf-8")
    assert run("renumber", "72", "--yes").code == 0
    # “See point 2” in 72/8 still means the directive.
    assert diff("wtsa-72", before)[1:] == ['-      - id: "2"', '+      - id: "2.1"']


def test_without_a_yes_nothing_is_written(run: Run, diff: Diff) -> None:
    result = run("renumber", "79", "--from", "5", "--to", "20")
    assert result.code == 2
    assert result.out.startswith("wtsa-79/5\twtsa-79/20\t")
    assert result.err == OLD + (
        "planctl: nothing was written; give --yes to renumber, --dry-run to only look\n"
    )
    assert diff("wtsa-79") == []


@pytest.mark.parametrize(("answer", "code", "hunks"), [("y\n", 0, 3), ("n\n", 1, 0), ("\n", 1, 0)])
def test_a_person_is_asked(run: Run, diff: Diff, answer: str, code: int, hunks: int) -> None:
    result = run("renumber", "79", "--from", "5", "--to", "20", typed=answer)
    assert result.code == code
    assert "Renumber 1 item of wtsa-79? [y/N]" in result.err
    assert sum(line.startswith("@@") for line in diff("wtsa-79")) == hunks


def test_dry_run_and_json(run: Run, diff: Diff) -> None:
    result = run(
        "renumber", "73", "--from", "11.1", "--to", "11.3", "--dry-run", "--format", "json"
    )
    assert (result.code, result.err) == (0, OLD + "Nothing was written.\n")
    assert json.loads(result.out) == {
        "planctl": "renumber",
        "version": 1,
        "plan": "wtsa-73",
        "moves": [{"level": "activity", "old": "11.1", "new": "11.3"}],
        "references": [
            {"address": "wtsa-73/11.2", "old": "See point 11.1", "new": "See point 11.3"}
        ],
        "leftovers": [],
        "written": False,
    }
    assert diff("wtsa-73") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["79", "--from", "5"], "--from and --to belong together"),
        (["79", "--from", "5", "--to", "7"], "wtsa-79 has an item 7 already"),
        (["79", "--from", "55", "--to", "7"], "there is no item 55 in wtsa-79"),
        (["79", "--from", "5", "--to", "a b"], "“a b” cannot be an ID"),
        (["79", "--from", "5", "--to", "9.5"], "“9.5” cannot be the ID of a directive, which has"),
        (["79", "--from", "5", "--to", "A"], "“A” cannot be the ID of a directive, which begins"),
        (["79", "--from", "5", "--to", "5.1.1"], "“5.1.1” cannot be the ID of a directive, which"),
        (["79", "--from", "5", "--to", "x"], "“x” cannot be the ID of a directive, which begins"),
        (["73", "--from", "5.2", "--to", "6.2"], "an activity under 5 has an ID that begins 5."),
        (["73", "--from", "5.2", "--to", "5.2.1.1.1"], "“5.2.1.1.1” cannot be an ID"),
        (["73", "--from", "5.2", "--to", "5"], "5 is the directive, which has several activities"),
        (["73", "--from", "5.2", "--to", "6.9"], "an activity under 5 has an ID that begins 5."),
        (["99"], "there is no plan “99”"),
    ],
)
def test_wrong_use(run: Run, diff: Diff, arguments: list[str], message: str) -> None:
    result = run("renumber", *arguments, "--yes")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"planctl: {message}")
    assert diff("wtsa-79") == []


def test_an_unreadable_plan_stops_it(run: Run, repo: Path, diff: Diff) -> None:
    (repo / "plans" / "wtsa-73.yaml").write_text("lead: [", encoding="utf-8")
    assert run("renumber", "79", "--from", "5", "--to", "20", "--yes").code == 1
    assert diff("wtsa-79") == []


def test_an_id_that_git_knows_is_not_given_again(run: Run, git: Git, diff: Diff) -> None:
    assert run("remove", "79/8", "--yes").code == 0
    git("commit", "--quiet", "--all", "--message=Without 8")
    result = run("renumber", "79", "--from", "5", "--to", "8", "--yes")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "planctl: the ID 8 was used before in wtsa-79: the file's git history has it. IDs are not"
        " given out twice, because older documents cite them; choose another\n"
    )
    assert run("renumber", "79", "--from", "5", "--to", "20", "--yes").code == 0


def test_numbering_the_whole_plan_may_use_old_ids(run: Run, repo: Path, git: Git) -> None:
    assert run("remove", "79/2", "--yes").code == 0
    git("commit", "--quiet", "--all", "--message=Without 2")
    result = run("renumber", "79", "--yes")
    assert (result.code, result.err.startswith(OLD)) == (0, True)
    assert '  - id: "2"\n' in (repo / "plans" / "wtsa-79.yaml").read_text(encoding="utf-8")


def test_a_shared_id_is_parted(run: Run, diff: Diff) -> None:
    assert run("renumber", "72", "--from", "2", "--to", "2.1", "--yes").code == 0
    assert diff("wtsa-72")[1:] == ['-      - id: "2"', '+      - id: "2.1"']


def test_letters_in_a_plan_are_no_fault(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-79.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"5"', '"A"'), encoding="utf-8", newline="")
    result = run("renumber", "79", "--from", "A", "--to", "20", "--yes")
    assert result.code == 0
    assert result.out.endswith("wtsa-79/1\tSee point A\tSee point 20\n")


SMALL = """\
resolution: {{assembly: WTSA, number: {number}, edition: "Geneva, 2000", title: It}}
lead: SG5
as_of: 2020-10
directives:
"""
ITEM = """\
  - id: "{id}"
    text: Do it
    references: Resolves (i)
    activities:
      - id: "{id}"
        text: Do it
        responsible: [WHO]
        time_plan: Ongoing
        status: ongoing
"""


@pytest.fixture
def two_plans(repo: Path) -> list[Path]:
    """The plans wtsa-1, with the IDs 1, 3 and 4, and wtsa-2, which points at wtsa-1/4."""
    one, other = repo / "plans" / "wtsa-1.yaml", repo / "plans" / "wtsa-2.yaml"
    items = "".join(ITEM.format(id=number) for number in (1, 3, 4))
    one.write_text(SMALL.format(number=1) + items, encoding="utf-8", newline="")
    pointing = ITEM.format(id=1) + '        report:\n          - see: ["1/4"]\n'
    other.write_text(SMALL.format(number=2) + pointing, encoding="utf-8", newline="")
    return [one, other]


@pytest.mark.skipif(os.name == "nt", reason="permissions are other ones on Windows")
@pytest.mark.parametrize("locked", [0, 1])
def test_where_one_plan_cannot_be_written_none_is(
    run: Run, two_plans: list[Path], locked: int
) -> None:
    before = [path.read_bytes() for path in two_plans]
    two_plans[locked].chmod(0o444)
    result = run("renumber", "1", "--yes")
    assert result.code == 1
    assert "is read-only; make it writable and try again. Nothing was written." in result.err
    assert [path.read_bytes() for path in two_plans] == before
    two_plans[locked].chmod(0o644)
    assert run("renumber", "1", "--yes").code == 0
    assert 'see: ["1/3"]' in two_plans[1].read_text(encoding="utf-8")
    again = run("renumber", "1", "--yes")
    assert again.err == "wtsa-1 has these numbers already; nothing is to be done.\n"


def test_another_plan_in_two_files_has_both_mended(run: Run, two_plans: list[Path]) -> None:
    twin = two_plans[1].with_suffix(".yml")
    twin.write_bytes(two_plans[1].read_bytes())
    assert run("renumber", "1", "--yes").code == 0
    assert [b'see: ["1/3"]' in path.read_bytes() for path in (two_plans[1], twin)] == [True, True]


def test_a_plan_in_two_files_is_refused(run: Run, two_plans: list[Path]) -> None:
    two_plans[0].with_suffix(".yml").write_bytes(two_plans[0].read_bytes())
    result = run("renumber", "1", "--yes")
    assert result.code == 2
    assert result.err.startswith(
        "planctl: plans/wtsa-1.yaml and plans/wtsa-1.yml are two files for one plan; keep one"
    )


LOOSE = """\
        report:
          - text: See item 4 of Resolution 1
            see: ["1/4"]
          - text: See point 4 of Res. 1, and see point 3 of WTSA Resolution 1
          - text: See also point 4 of Resolution 1. See item 4 of Resolution 73. See item 4.
"""


def test_words_that_are_not_mended_are_named(run: Run, two_plans: list[Path]) -> None:
    two_plans[1].write_text(SMALL.format(number=2) + ITEM.format(id=4) + LOOSE, encoding="utf-8")
    result = run("renumber", "1", "--yes")
    assert result.code == 0
    edit = "change them by hand with `planctl edit wtsa-2/4`."
    assert result.err == (
        "wtsa-2/4: the words “See item 4 of Resolution 1” still say 4; if they mean the item,"
        f" {edit}\n"
        "wtsa-2/4: the words “See also point 4 of Resolution 1. See item 4 of Resolution…” still"
        f" say 4; if they mean the item, {edit}\n"
        f"{OLD}"
        "Renumbered 2 items of wtsa-1 and mended 2 references, but not the words in wtsa-2/4"
        " (see above).\n"
    )
    text = two_plans[1].read_text(encoding="utf-8")
    assert 'see: ["1/3"]' in text
    assert "See point 3 of Res. 1, and see point 2 of WTSA Resolution 1" in text
    assert "See item 4 of Resolution 1\n" in text


def test_words_that_are_not_mended_are_in_the_json(run: Run, two_plans: list[Path]) -> None:
    two_plans[1].write_text(SMALL.format(number=2) + ITEM.format(id=4) + LOOSE, encoding="utf-8")
    result = run("renumber", "1", "--dry-run", "--format", "json")
    assert json.loads(result.out)["leftovers"][0] == {
        "address": "wtsa-2/4",
        "words": "See item 4 of Resolution 1",
        "old": "4",
    }


def test_an_id_of_a_cut_off_history_can_be_chosen(run: Run, git: Git, repo: Path) -> None:
    head = git("rev-parse", "HEAD")
    (repo / ".git" / "shallow").write_text(head, encoding="utf-8")
    assert run("renumber", "79", "--from", "5", "--to", "20", "--yes").code == 0
