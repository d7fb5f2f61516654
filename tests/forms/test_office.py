"""Forms that were saved by LibreOffice come back as they were filled in (where it is installed)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run, _plain_surroundings, repo, run  # noqa: F401
from tests.forms.filling import fill

PROGRAM = shutil.which("soffice")
FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "docx": "docx:MS Word 2007 XML"}
ANSWERS = {
    "wtsa-72/3.2": {
        "new_status": "Completed",
        "progress": "ITU-T K.150 已完成。\nIt is done.\nاكتمل العمل.",
        "next_step": "- report",
        "due": "2021-10-25",
    },
    "wtsa-72/4": {"deliverables": "SG5-LS190, LS on exposure, 2020\nSG5-LS191, LS, 2020"},
}


def save(folder: Path, kind: str, *files: Path) -> list[Path]:
    """Have LibreOffice save the files anew; where they are then."""
    assert PROGRAM
    place = files[0].parent / "saved"
    subprocess.run(
        [
            PROGRAM,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", FILTERS[kind], "--outdir", str(place)),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return [place / file.name for file in files]


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_saved_by_libreoffice(run: Run, repo: Path, tmp_path: Path, kind: str) -> None:  # noqa: F811
    asked = ("request", "-m", "TSAG-2021-01", "-r", "SG5", "-o", "out", "--format", kind)
    assert run(*asked).code == 0
    sent = next((repo / "out").iterdir())
    filled = typed = fill(Path(shutil.copyfile(sent, tmp_path / f"filled.{kind}")), ANSWERS)
    for _ in range(2 if kind == "docx" else 1):  # what is doubled is so from the second time on
        saved = save(tmp_path, kind, sent, filled)
        if not all(one.exists() for one in saved):
            pytest.skip(f"this LibreOffice does not save {kind}")
        sent, filled = saved
    blank = run("collect", "--yes", str(sent))
    assert (blank.code, blank.err) == (0, "Nothing is filled in there, so nothing changes.\n")
    result = run("collect", "--yes", str(filled))
    note, last = result.err.splitlines()
    assert note.endswith(
        "“ITU-T K.150” stays part of the text; a document is linked from “New deliverables”."
    )
    assert (result.code, last) == (0, "Changed 2 items in wtsa-72.")
    as_typed = run("collect", "--yes", str(typed))
    _, last = as_typed.err.splitlines()  # the note again
    assert last == "All that was answered is in the plans already; nothing was changed."
