"""An annex laid out in pages by LibreOffice: nothing is missing, nothing is cut off.

Skipped where LibreOffice or poppler are not installed; with PLANCTL_REQUIRE_OFFICE set that fails.
"""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest

from planctl.publish import docx
from planctl.publish.annex import annex
from planctl.publish.docx.grid import TEXT_WIDTH
from planctl.publish.plain import heading
from planctl.publish.table import Annex
from planctl.publish.typography import typeset
from tests.publish import rendered
from tests.publish.rendered import Page
from tests.publish.samples import shipped

_TWIPS = 20  # to a point
_MARGIN = 1134 / _TWIPS
_SAME = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u00ad": None})


@pytest.fixture(scope="module")
def drawn() -> Annex:
    return typeset(annex(shipped()[0], 1))


@pytest.fixture(scope="module")
def pages(drawn: Annex, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    if rendered.MISSING:
        told = f"{' and '.join(rendered.MISSING)} is not installed"
        if os.environ.get("PLANCTL_REQUIRE_OFFICE"):
            pytest.fail(told)
        pytest.skip(told)
    folder = tmp_path_factory.mktemp("office")
    document = folder / "annex.docx"
    document.write_bytes(docx.write([drawn], title="Plan", created="2020-10"))
    return rendered.pages(rendered.pdf(document, folder))


def words(text: str) -> list[str]:
    """Words that no line is too short for; others may be parted where they stand."""
    return [word for word in text.translate(_SAME).split() if re.fullmatch(r"[\w.,“”-]{1,9}", word)]


def test_it_has_as_many_pages_as_it_should(pages: list[Page]) -> None:
    assert len(pages) in (5, 6, 7)  # fonts that stand in for Times New Roman are not all as wide
    assert {(round(page.width), round(page.height)) for page in pages} == {(842, 595)}
    assert all(len(page.words) > 40 for page in pages[:-1]), "a page is half empty"


def test_every_word_of_the_table_is_on_a_page(drawn: Annex, pages: list[Page]) -> None:
    texts = [part.text for row in drawn.rows for cell in row for part in cell.paragraphs]
    asked = Counter(word for text in (*texts, *drawn.lines) for word in words(text))
    shown = Counter(piece for page in pages for word in page.words for piece in words(word.text))
    assert asked - shown == Counter()


def test_the_heading_stands_whole_on_every_page(drawn: Annex, pages: list[Page]) -> None:
    asked = Counter(
        word for column in drawn.columns for line in heading(column) for word in words(line)
    )
    asked["ID"] = 1
    for number, page in enumerate(pages, 1):
        shown = Counter(piece for word in page.words for piece in words(word.text))
        assert asked - shown == Counter(), number


def test_no_word_leaves_the_text_area(pages: list[Page]) -> None:
    for page in pages:
        right = _MARGIN + TEXT_WIDTH / _TWIPS
        for word in page.words:
            assert _MARGIN - 1 <= word.left < word.right <= right + 1, word
            assert 20 <= word.top < word.bottom <= page.height - _MARGIN + 2, word
