"""``planctl add``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Diff, Git, Run


def test_an_activity_gets_the_next_id_under_its_directive(run: Run, diff: Diff) -> None:
    result = run("add", "73/5", "Organize a forum", "-r", "ITU-T SG5 (Q7/5)", "-r", "WHO")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Added activity wtsa-73/5.5 to plans/wtsa-73.yaml.\n"
    assert diff("wtsa-73") == [
        "@@ -285,0 +286,5 @@",
        '+      - id: "5.5"',
        "+        text: Organize a forum",
        "+        responsible: [ITU-T SG5 (Q7/5), WHO]",
        "+        time_plan: Ongoing",
        "+        status: ongoing",
    ]


def test_every_option_of_an_activity(run: Run, diff: Diff) -> None:
    result = run(
        *("add", "73/5", "Organize a forum", "-r", "WHO", "-R", "Instructs TSAG (1)"),
        *("--time-plan", "By 2021", "--status", "not-started", "--due", "tsag-2021-01"),
        *("--id", "5.9"),
    )
    assert result.err == "Added activity wtsa-73/5.9 to plans/wtsa-73.yaml.\n"
    assert diff("wtsa-73")[1:] == [
        '+      - id: "5.9"',
        "+        text: Organize a forum",
        "+        references: Instructs TSAG (1)",
        "+        responsible: [WHO]",
        "+        time_plan: By 2021",
        "+        status: not-started",
        "+        due: TSAG-2021-01",
    ]


def test_a_directive_without_an_activity(run: Run, diff: Diff) -> None:
    result = run("add", "73", "Raise awareness of e-waste", "--references", "Resolves (xi)")
    assert result.err == "Added directive wtsa-73/15 to plans/wtsa-73.yaml.\n"
    assert diff("wtsa-73")[1:] == [
        '+  - id: "15"',
        "+    text: Raise awareness of e-waste",
        "+    references: Resolves (xi)",
        "+    activities: []",
    ]


def test_a_directive_with_its_activity_shares_its_id(run: Run, diff: Diff) -> None:
    result = run("add", "79", "Raise awareness", "-R", "Resolves 9", "-r", "WHO", "-s", "completed")
    assert result.err == "Added directive wtsa-79/9 with an activity to plans/wtsa-79.yaml.\n"
    assert diff("wtsa-79")[1:] == [
        '+  - id: "9"',
        "+    text: Raise awareness",
        "+    references: Resolves 9",
        "+    activities:",
        '+      - id: "9"',
        "+        text: Raise awareness",
        "+        responsible: [WHO]",
        "+        time_plan: Ongoing",
        "+        status: completed",
    ]


def test_the_first_activity_of_a_directive_has_its_id(run: Run, repo: Path, diff: Diff) -> None:
    run("add", "79", "Raise awareness", "-R", "Resolves 9")
    before = (repo / "plans" / "wtsa-79.yaml").read_text(encoding="utf-8")
    result = run("add", "79/9", "Organize a forum", "-r", "WHO")
    assert result.err == "Added activity wtsa-79/9 to plans/wtsa-79.yaml.\n"
    assert diff("wtsa-79", before)[1:4] == [
        "-    activities: []",
        "+    activities:",
        '+      - id: "9"',
    ]


def test_a_second_activity_leaves_number_one_to_the_first(run: Run, diff: Diff) -> None:
    result = run("add", "72/4", "Cooperate with WHO", "-r", "ITU-T SG5")
    assert result.err.splitlines() == [
        "Added activity wtsa-72/4.2 to plans/wtsa-72.yaml.",
        "The activity wtsa-72/4 still has no number of its own; `planctl renumber wtsa-72` gives"
        " it one.",
    ]
    assert diff("wtsa-72")[1] == '+      - id: "4.2"'


def test_the_new_item_as_json(run: Run) -> None:
    result = run("add", "72/1", "Publish", "-r", "WHO", "--format", "json")
    assert json.loads(result.out) == {
        "planctl": "add",
        "version": 1,
        "item": {
            "address": "wtsa-72/1.3",
            "id": "1.3",
            "text": "Publish",
            "responsible": ["WHO"],
            "time_plan": "Ongoing",
            "status": "ongoing",
        },
    }


def test_a_dry_run_shows_the_lines(run: Run, diff: Diff) -> None:
    result = run("add", "72/1", "Publish", "-r", "WHO", "--dry-run")
    assert result.code == 0
    assert result.err == "Nothing was written. wtsa-72/1.3 would be added to plans/wtsa-72.yaml:\n"
    assert result.out.splitlines() == [
        '      - id: "1.3"',
        "        text: Publish",
        "        responsible: [WHO]",
        "        time_plan: Ongoing",
        "        status: ongoing",
    ]
    assert diff("wtsa-72") == []


def test_on_a_terminal_the_id_is_proposed(run: Run, diff: Diff) -> None:
    result = run("add", "72/1", "Publish", "-r", "WHO", typed="1.7\n")
    assert "ID of the new activity [1.3]:" in result.err
    assert diff("wtsa-72")[1] == '+      - id: "1.7"'


def test_on_a_terminal_return_takes_the_proposed_id(run: Run, diff: Diff) -> None:
    run("add", "72", "Publish", "-R", "Resolves (v)", typed="\n")
    assert diff("wtsa-72")[1] == '+  - id: "11"'


def test_an_id_in_the_history_is_not_proposed_again(run: Run, git: Git, diff: Diff) -> None:
    run("remove", "73/5.4", "--yes")
    git("commit", "--quiet", "--all", "--message=Without 5.4")
    result = run("add", "73/5", "Organize a forum", "-r", "WHO")
    assert result.err == "Added activity wtsa-73/5.5 to plans/wtsa-73.yaml.\n"


def test_an_id_in_the_history_is_not_given_when_asked_for(run: Run, git: Git) -> None:
    run("remove", "73/5.4", "--yes")
    result = run("add", "73/5", "Organize a forum", "-r", "WHO", "--id", "5.4")
    assert result.code == 1
    assert result.err == (
        "planctl: the ID 5.4 was used before in wtsa-73: the file's git history has it. IDs are"
        " not given out twice, because older documents cite them; leave --id out to get the next"
        " free one\n"
    )


def test_a_directive_that_lost_its_numbered_activities(run: Run, git: Git, diff: Diff) -> None:
    for item in ("72/6.1", "72/6.2"):
        assert run("remove", item, "--yes").code == 0
    result = run("add", "72/6", "Develop reports", "-r", "ITU-D")
    assert result.err == "Added activity wtsa-72/6.3 to plans/wtsa-72.yaml.\n"


def test_an_id_in_use_is_refused(run: Run, diff: Diff) -> None:
    result = run("add", "72/1", "Publish", "-r", "WHO", "--id", "1.2")
    assert result.code == 1
    assert result.err == (
        "planctl: wtsa-72/1.2 is there already; leave --id out to get the next free ID\n"
    )
    assert diff("wtsa-72") == []


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("72/1", "Publish"),
            'an activity needs --responsible: who does it, as in -r "ITU-T SG5"',
        ),
        (
            ("72", "Publish"),
            "a directive needs --references: the clause that asks for it, as in"
            ' --references "Resolves (i)"',
        ),
        (
            ("72", "Publish", "-R", "Resolves (v)", "--due", "2021", "--activity", "Print"),
            "--activity, --due is about an activity, which needs --responsible too",
        ),
        (
            ("72/1", "Publish", "-r", "WHO", "--activity", "Print"),
            "--activity is for a new directive; here TEXT is the activity",
        ),
        (
            ("72/1.1", "Publish", "-r", "WHO"),
            "72/1.1 is an activity; an activity is added to a directive: planctl add wtsa-72/1",
        ),
        (
            ("72/1", "Publish", "-r", "WHO", "--due", "2019-02-30"),
            "due: '2019-02-30': February 2019 has 28 days",
        ),
        (("72/1", " ", "-r", "WHO"), "text cannot be empty"),
        (
            ("72/1", "Publish", "-r", "WHO", "--id", "1.b-2"),
            "“1.b-2” cannot be an ID: write digits with dots between, as in 5 or 5.2",
        ),
        (
            ("72/1", "Publish", "-r", "WHO", "--id", "2.1"),
            "an activity under 1 has an ID that begins 1.",
        ),
        (
            ("72", "Publish", "-R", "Resolves (v)", "--id", "11.1"),
            "“11.1” cannot be the ID of a directive, which has no dot: 5, 12",
        ),
        (
            ("72", "Publish", "-R", "Resolves (v)", "--id", "A"),
            "“A” cannot be the ID of a directive, which begins with a digit: 5, 3bis",
        ),
    ],
)
def test_what_does_not_fit_is_refused(
    run: Run, diff: Diff, args: tuple[str, ...], message: str
) -> None:
    result = run("add", *args)
    assert result.code == 2
    assert result.err == f"planctl: {message}\n"
    assert diff("wtsa-72") == []


def test_a_file_with_windows_line_breaks_keeps_them(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    old = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(old)
    run("add", "72/1", "Publier «\u202fici\u202f»", "-r", "WHO")
    new = path.read_bytes()
    added = (
        '      - id: "1.3"\r\n'
        "        text: Publier «\u202fici\u202f»\r\n"
        "        responsible: [WHO]\r\n"
        "        time_plan: Ongoing\r\n"
        "        status: ongoing\r\n"
    ).encode()
    assert added in new
    assert new.replace(added, b"") == old


def test_the_program_itself_in_another_folder(tmp_path: Path, repo: Path, diff: Diff) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "planctl", "add", "-C", str(repo), "72/1", "Publish", "-r", "WHO"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Added activity wtsa-72/1.3 to repo/plans/wtsa-72.yaml.\n"
    assert len(diff("wtsa-72")) == 6


def test_two_at_once_both_take_effect_or_one_is_beaten(repo: Path) -> None:
    command = [sys.executable, "-m", "planctl", "add", "72/1", "-r", "WHO"]
    both = [
        subprocess.Popen([*command, text], cwd=repo, stderr=subprocess.PIPE, encoding="utf-8")
        for text in ("Publish here", "Publish there")
    ]
    results = [(one.communicate()[1], one.returncode) for one in both]
    text = (repo / "plans" / "wtsa-72.yaml").read_text(encoding="utf-8")
    added = [line for line in text.splitlines() if line.startswith("        text: Publish ")]
    done = [message for message, code in results if code == 0]
    beaten = [message for message, code in results if code == 1]
    assert len(done) + len(beaten) == 2
    assert len([line for line in added if line.endswith(("here", "there"))]) == len(done) >= 1
    assert all("was changed by somebody else in the meantime" in message for message in beaten)
    assert text.count('id: "1.3"') == 1


def test_where_the_history_is_cut_off_an_id_must_be_given(
    run: Run, repo: Path, git: Git, diff: Diff
) -> None:
    (repo / ".git" / "shallow").write_text(git("rev-parse", "HEAD"), encoding="utf-8")
    result = run("add", "73/5", "Organize a forum", "-r", "WHO")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "planctl: the history of this clone is cut off, so it is not known which IDs were given out"
        " before: fetch it whole (git fetch --unshallow), or give --id\n"
    )
    assert diff("wtsa-73") == []
    taken = run("add", "73/5", "Organize a forum", "-r", "WHO", "--id", "5.1")
    assert (taken.code, taken.err.startswith("planctl: wtsa-73/5.1 is there already")) == (1, True)
    assert run("add", "73/5", "Organize a forum", "-r", "WHO", "--id", "5.9").code == 0


def test_a_removal_where_the_history_is_cut_off(run: Run, repo: Path, git: Git) -> None:
    (repo / ".git" / "shallow").write_text(git("rev-parse", "HEAD"), encoding="utf-8")
    result = run("remove", "73/5.2", "--yes")
    assert (result.code, result.err.endswith("from plans/wtsa-73.yaml.\n")) == (0, True)
