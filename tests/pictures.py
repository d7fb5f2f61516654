"""The pictures of README.md: ``python -m tests.pictures`` draws them anew into ``docs/pictures``.

A page of an annex, and the same page with what changed since as revisions: the shipped plans,
exported by the program, laid out by LibreOffice and drawn by poppler.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests import hooking
from tests.publish import rendered

FOLDER = hooking.ROOT / "docs" / "pictures"
_WIDTH = 1000  # pixels
_EDITS = (
    ("set", "72", "as_of", "2021-10"),
    ("set", "72/1.1", "text", "Publish technical reports on human exposure to EMF each year"),
    ("unlink", "72/1.1", "K.Suppl.9"),
    ("link", "72/1.1", "K.Suppl.23"),
    ("set", "72/1.2", "responsible", "ITU-T SG5 (Q3/5)", "WHO"),
    ("link", "72/1.2", "K.151", "--title", "EMF levels in buildings"),
)


def draw() -> None:
    """Draw both pictures. Raises CalledProcessError where a program fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        surroundings = hooking.environment(folder / "pre-commit")
        plans = folder / "plans"
        hooking.copy_plans(plans)
        hooking.commit_all(plans, surroundings)

        def planctl(*arguments: str) -> None:
            done = hooking.run(["planctl", *arguments], plans, surroundings)
            if done.returncode:
                sys.exit(f"planctl {' '.join(arguments)}:\n{done.stdout}")

        planctl("export", "72", "-o", "export.docx")
        for edit in _EDITS:
            planctl(*edit)
        planctl("export", "72", "--changes-since", "HEAD", "--author", "SG5", "-o", "changes.docx")
        FOLDER.mkdir(parents=True, exist_ok=True)
        for picture in ("export", "changes"):
            page = rendered.pdf(plans / f"{picture}.docx", folder)
            rendered.picture(page, 1, FOLDER / f"{picture}.png", _WIDTH)


if __name__ == "__main__":
    if rendered.MISSING:
        sys.exit(f"Install {' and '.join(rendered.MISSING)} first.")
    draw()
