"""Blocks that run from right to left, as Arabic does (ISO/IEC 29500-1, 17.3.1.6 and 17.4.1).

Which runs of text do so is a matter of their letters (:mod:`planctl.publish.docx.text`); this is
about paragraphs, and about the order of a table's columns.
"""

from __future__ import annotations

import re

_TABLE = re.compile(r'(<w:tblStyle w:val="[^"]*"/>)')
# What may stand before w:bidi among a paragraph's properties, as planctl writes them.
_PARAGRAPH = re.compile(
    r'(<w:pPr><w:pStyle w:val="[^"]*"/>(?:<w:pageBreakBefore/>)?(?:<w:numPr>.*?</w:numPr>)?)'
)


def right_to_left(block: str) -> str:
    """A paragraph or a table that planctl has drawn, from right to left."""
    return _PARAGRAPH.sub(r"\1<w:bidi/>", _TABLE.sub(r"\1<w:bidiVisual/>", block))
