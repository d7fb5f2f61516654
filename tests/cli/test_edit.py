"""``planctl edit``, with small programs as editors."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Protocol

import pytest

from tests.cli.conftest import Diff, Run

HINT = '(An editor with a window of its own must be told to wait, as in EDITOR="code --wait".)'


class Editor(Protocol):
    """Make EDITOR a program with these lines; in them ``text`` is what it was given to edit."""

    def __call__(self, *lines: str) -> None: ...


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, empty."""
    folder = tmp_path / "temporary files"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drafts: Path) -> Editor:
    def editor(*lines: str) -> None:
        script = tmp_path / "an editor.py"
        program = [
            "import pathlib, sys",
            "path = pathlib.Path(sys.argv[-1])",
            "text = path.read_bytes().decode('utf-8')",
            *lines,
            "path.write_bytes(text.encode('utf-8'))",
        ]
        script.write_text("\n".join(program), encoding="utf-8")
        monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')

    return editor


def all_kept(drafts: Path) -> list[Path]:
    return list(drafts.glob("*.yaml"))  # the lock of a repository without git is here too


def kept(drafts: Path) -> Path:
    (path,) = all_kept(drafts)
    return path


def test_what_was_edited_is_put_back(run: Run, editor: Editor, diff: Diff, drafts: Path) -> None:
    editor("text = text.replace('status: ongoing', 'status: completed  # at last')")
    result = run("edit", "72/1.1")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Changed wtsa-72/1.1 in plans/wtsa-72.yaml.\n"
    assert diff("wtsa-72") == [
        "@@ -19 +19 @@",
        "-        status: ongoing",
        "+        status: completed  # at last",
    ]
    assert all_kept(drafts) == []


def test_what_the_editor_is_given(run: Run, editor: Editor, tmp_path: Path) -> None:
    copy = tmp_path / "seen.yaml"
    editor(f"pathlib.Path({str(copy)!r}).write_text(text, encoding='utf-8')")
    result = run("edit", "72/6.1")
    assert result.code == 0
    assert result.err == f"wtsa-72/6.1 is as it was. {HINT}\n"
    assert copy.read_text(encoding="utf-8") == (
        "# planctl: wtsa-72/6.1 of plans/wtsa-72.yaml. Save and close to take it over;\n"
        "# planctl: without changes nothing happens. Lines like this one are not kept.\n"
        'id: "6.1"\n'
        "text: Develop reports identifying the needs of developing countries on the issue of\n"
        "  assessing human exposure to EMF\n"
        "responsible: [Director TSB (in collaboration with the Directors of BR and BDT)]\n"
        "time_plan: Ongoing\n"
        "status: ongoing\n"
        "report:\n"
        '  - see: ["3.1"]\n'
    )


@pytest.mark.parametrize(
    ("args", "first"),
    [
        (["72/9"], "text: Transparently provide data"),
        (["72/9", "--directive"], "text: Extend support for developing countries"),
        (["72/6"], "text: Support development and dissemination"),
    ],
)
def test_which_item_is_meant(
    run: Run, editor: Editor, tmp_path: Path, args: list[str], first: str
) -> None:
    copy = tmp_path / "seen.yaml"
    editor(f"pathlib.Path({str(copy)!r}).write_text(text, encoding='utf-8')")
    assert run("edit", *args).code == 0
    assert copy.read_text(encoding="utf-8").splitlines()[3].startswith(first)


def test_a_line_above_the_heading_does_not_let_it_into_the_plan(
    run: Run, editor: Editor, diff: Diff
) -> None:
    editor("text = '# mine\\n' + text.replace('status: ongoing', 'status: done')")
    result = run("edit", "72/6.1")
    assert result.code == 1
    assert ".yaml:9:9: error[schema]: “done” is not one of: " in result.err
    editor("text = '# mine\\n' + text.replace('status: ongoing', 'status: completed')")
    assert run("edit", "72/6.1").code == 0
    assert diff("wtsa-72") == [
        "@@ -219,0 +220 @@",
        "+      # mine",
        "@@ -225 +226 @@",
        "-        status: ongoing",
        "+        status: completed",
    ]


def test_an_editor_of_another_system(run: Run, editor: Editor, diff: Diff) -> None:
    editor(
        "text = '\\ufeff' + text.replace('time_plan: Ongoing', 'time_plan: 2021 年')",
        "text = text.rstrip().replace('\\n', '\\r\\n')",
    )
    assert run("edit", "72/6.1").code == 0
    assert diff("wtsa-72")[1:] == [
        "-        time_plan: Ongoing",
        "+        time_plan: 2021 年",
    ]


def test_what_does_not_fit_is_kept_and_not_taken(
    run: Run, editor: Editor, diff: Diff, drafts: Path
) -> None:
    editor(
        "text = text.replace('status: ongoing', 'status: compleed')",
        "text = text.replace('time_plan: ', 'timeplan: ')",
    )
    result = run("edit", "72/6.1")
    path = kept(drafts)
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == [
        f"{path}:3:1: error[schema]: the field “time_plan” is missing",
        f"{path}:7:11: error[schema]: there is no field “timeplan” here; did you mean “time_plan”?",
        f"{path}:8:9: error[schema]: “compleed” is not one of: not-started, ongoing, completed,"
        " suspended, superseded; did you mean “completed”?",
        f"Nothing was written to the plan. What you typed is kept in {path}",
    ]
    assert "status: compleed" in path.read_text(encoding="utf-8")
    assert diff("wtsa-72") == []


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        ("text.replace('report:', 'report')", ":9:1: error[syntax]: ", ""),
        ("''", ":1:1: error[syntax]: ", "the file is empty"),
        ("'- one'", ":1:1: error[schema]: ", "a list stands here"),
        ("text.replace('\"6.1\"', '6.1')", ":3:5: error[schema]: ", "in quotes"),
        ("text + 'id: \"6.3\"\\n'", ":11:1: error[syntax]: ", "id"),
        (
            "text.replace('6.1', '6.3')",
            ":3:5: error[id]: ",
            "the ID 6.1 was changed to 6.3; IDs stay as they are in the editor",
        ),
    ],
)
def test_where_the_mistake_is(
    run: Run, editor: Editor, diff: Diff, drafts: Path, change: str, place: str, message: str
) -> None:
    editor(f"text = {change}")
    result = run("edit", "72/6.1")
    assert result.code == 1
    assert f"{kept(drafts)}{place}" in result.err
    assert message in result.err
    assert diff("wtsa-72") == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("text.replace('\"6.2\"', '\"6.7\"')", ":15:9: error[id]: the ID 6.2 was changed to 6.7;"),
        ("text[: text.index('  - id: \"6.2\"')]", ":3:1: error[id]: the ID 6.2 is gone;"),
        ("text.replace('\"6.1\"', '\"6.2\"')", ":3:1: error[id]: the ID 6.1 is gone;"),
        (
            "text + text[text.index('  - id: \"6.2\"') :]",
            ":26:9: error[id]: the ID 6.2 is new here;",
        ),
        (
            "text + text[text.index('  - id: \"6.2\"') :].replace('6.2', '6.3')",
            "error[id]: the ID 6.3 is new here;",
        ),
    ],
)
def test_the_ids_within_a_directive_stay(
    run: Run, editor: Editor, diff: Diff, change: str, message: str
) -> None:
    editor(f"text = {change}")
    result = run("edit", "72/6")
    assert result.code == 1
    assert message in result.err
    assert diff("wtsa-72") == []


def test_what_is_not_utf_8(run: Run, editor: Editor, drafts: Path) -> None:
    editor("path.write_bytes(text.encode('utf-16'))", "sys.exit()")
    result = run("edit", "72/6.1")
    assert result.err.splitlines()[0] == (
        f"{kept(drafts)}:1:1: error[syntax]: the file is saved as UTF-16; save it as UTF-8"
    )


def test_a_second_try_on_a_terminal(run: Run, editor: Editor, diff: Diff, drafts: Path) -> None:
    editor("text = text.replace('compleed', 'completed').replace(': ongoing', ': compleed')")
    result = run("edit", "72/6.1", typed="y\n")
    assert "Edit it again? [Y/n]:" in result.err
    assert result.code == 0
    assert diff("wtsa-72")[1:] == ["-        status: ongoing", "+        status: completed"]
    assert all_kept(drafts) == []


def test_giving_up_on_a_terminal(run: Run, editor: Editor, diff: Diff, drafts: Path) -> None:
    editor("text = text.replace('status: ongoing', 'status: compleed')")
    result = run("edit", "72/6.1", typed="n\n")
    assert result.code == 1
    assert result.err.endswith(f"What you typed is kept in {kept(drafts)}\n")
    assert diff("wtsa-72") == []


def test_a_plan_that_changed_meanwhile(run: Run, editor: Editor, repo: Path, drafts: Path) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    editor(
        f"plan = pathlib.Path({str(path)!r})",
        "plan.write_bytes(plan.read_bytes() + b'# by somebody else\\n')",
        "text = text.replace('status: ongoing', 'status: completed')",
    )
    result = run("edit", "72/6.1")
    assert result.code == 1
    assert result.err.splitlines() == [
        f"Nothing was written to the plan. What you typed is kept in {kept(drafts)}",
        "planctl: plans/wtsa-72.yaml was changed by somebody else in the meantime; nothing was"
        " written. Run the command again.",
    ]
    assert "status: completed" not in path.read_text(encoding="utf-8").splitlines()[220]
    assert path.read_bytes().endswith(b"# by somebody else\n")


OTHER = "wtsa-72/6.1 is unchanged. VISUAL or EDITOR names another editor.\n"


def test_an_editor_that_fails(run: Run, editor: Editor, diff: Diff, drafts: Path) -> None:
    editor("sys.exit(1)")
    result = run("edit", "72/6.1")
    command = os.environ["EDITOR"]
    assert (result.code, result.out) == (1, "")
    assert result.err == f"planctl: the editor “{command}” ended with an error; {OTHER}"
    assert diff("wtsa-72") == []
    assert all_kept(drafts) == []


def test_an_editor_that_fails_after_saving(
    run: Run, editor: Editor, diff: Diff, drafts: Path
) -> None:
    editor("path.write_bytes(text.replace(': ongoing', ': completed').encode())", "sys.exit(1)")
    result = run("edit", "72/6.1")
    assert result.code == 1
    assert result.err.splitlines()[0] == (
        f"Nothing was written to the plan. What you typed is kept in {kept(drafts)}"
    )
    assert result.err.endswith(f"ended with an error; {OTHER}")
    assert diff("wtsa-72") == []


def test_an_editor_that_is_not_there(
    run: Run, monkeypatch: pytest.MonkeyPatch, drafts: Path
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere --wait")
    result = run("edit", "72/6.1")
    assert result.code == 1
    assert result.err.startswith(
        "planctl: the editor “no-such-editor-anywhere --wait” could not be run ("
    )
    assert result.err.endswith(OTHER)
    assert all_kept(drafts) == []


def test_an_editor_that_removes_its_file(run: Run, editor: Editor, diff: Diff) -> None:
    editor("path.unlink()", "sys.exit()")
    result = run("edit", "72/6.1")
    assert (result.code, result.out) == (1, "")
    assert "removed the file that it was given, " in result.err
    assert result.err.endswith("; wtsa-72/6.1 is unchanged\n")
    assert diff("wtsa-72") == []


def test_without_a_terminal_an_editor_must_be_named(run: Run) -> None:
    result = run("edit", "72/6.1")
    assert result.code == 2
    assert result.err == (
        "planctl: there is no terminal to edit in; name an editor in EDITOR, or use `planctl set`\n"
    )


def test_the_item_as_json(run: Run, editor: Editor) -> None:
    editor("text = text.replace('status: ongoing', 'status: completed')")
    result = run("edit", "72/6.1", "--format", "json")
    item = json.loads(result.out)["item"]
    assert (item["address"], item["status"]) == ("wtsa-72/6.1", "completed")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["72"],
            "“72” is a whole plan; name an item of it, as in wtsa-72/1.1, or open the file in an"
            " editor",
        ),
        (["72/1.1", "--directive"], "wtsa-72/1.1 is an activity; leave --directive out"),
    ],
)
def test_what_cannot_be_edited(run: Run, args: list[str], message: str) -> None:
    result = run("edit", *args)
    assert (result.code, result.err) == (2, f"planctl: {message}\n")
