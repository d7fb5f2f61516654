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


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_saved_by_libreoffice(run: Run, repo: Path, tmp_path: Path, kind: str) -> None:  # noqa: F811
    assert PROGRAM
    asked = ("request", "-m", "TSAG-2021-01", "-r", "SG5", "-o", "out", "--format", kind)
    assert run(*asked).code == 0
    sent = next((repo / "out").iterdir())
    filled = fill(Path(shutil.copyfile(sent, tmp_path / f"filled.{kind}")), ANSWERS)
    subprocess.run(
        [
            PROGRAM,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", FILTERS[kind], "--outdir", str(tmp_path / "saved")),
            *(str(sent), str(filled)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    saved = tmp_path / "saved" / f"filled.{kind}"
    if not saved.exists():
        pytest.skip(f"this LibreOffice does not save {kind}")
    blank = run("collect", "--yes", str(tmp_path / "saved" / sent.name))
    assert (blank.code, blank.err) == (0, "Nothing is filled in there, so nothing changes.\n")
    result = run("collect", "--yes", str(saved))
    assert (result.code, result.err) == (0, "Changed 2 items in wtsa-72.\n")
    assert (result.out, run("show", "72/3.2").out.count("next step:")) == (
        run("collect", "--yes", str(filled)).out + result.out,
        1,
    )
