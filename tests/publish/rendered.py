"""Word documents and pages as LibreOffice lays them out, and what stands where on the page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tests.publish.office import PROGRAM

PDF_TO_TEXT, PDF_TO_PICTURE = shutil.which("pdftotext"), shutil.which("pdftocairo")
MISSING = [
    name for name, found in (("soffice", PROGRAM), ("pdftotext", PDF_TO_TEXT)) if found is None
]
"""The programs that laying out needs and that are not installed."""

_BOX = "{http://www.w3.org/1999/xhtml}"


class Word(NamedTuple):
    """A word and its box, in points from the upper left corner of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    """A page: its width and height in points, and its words."""

    width: float
    height: float
    words: list[Word]


def pdf(document: Path, folder: Path) -> Path:
    """Lay a document out with LibreOffice, with a profile of its own in ``folder``."""
    assert PROGRAM
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [PROGRAM, profile, *options, str(document)], check=True, capture_output=True, timeout=120
    )
    return folder / f"{document.stem}.pdf"


def pages(laid_out: Path) -> list[Page]:
    """The pages of a PDF file."""
    assert PDF_TO_TEXT
    done = subprocess.run(
        [PDF_TO_TEXT, "-bbox", str(laid_out), "-"], check=True, capture_output=True, timeout=60
    )
    tree = etree.fromstring(done.stdout)
    return [
        Page(
            float(page.get("width", "0")),
            float(page.get("height", "0")),
            [
                Word(word.text or "", *(float(word.get(side, "0")) for side in _SIDES))
                for word in page.iter(f"{_BOX}word")
            ],
        )
        for page in tree.iter(f"{_BOX}page")
    ]


_SIDES = ("xMin", "yMin", "xMax", "yMax")


def picture(laid_out: Path, page: int, target: Path, width: int) -> None:
    """Draw a page of a PDF file, so many pixels wide, as PNG."""
    assert PDF_TO_PICTURE
    where = ["-f", str(page), "-l", str(page), "-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run(
        [PDF_TO_PICTURE, "-png", "-singlefile", *where, str(laid_out), str(target.with_suffix(""))],
        check=True,
        capture_output=True,
        timeout=60,
    )
