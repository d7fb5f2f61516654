"""Blocks that run from right to left, as Arabic does (ISO/IEC 29500-1, 17.3.1.6 and 17.4.1).

Which runs of text do so is a matter of their letters (:mod:`planctl.publish.docx.text`); this is
about paragraphs, and about the order of a table's columns.
"""

from __future__ import annotations

import re

from planctl.patterns import late

_TABLE = late(r'(<w:tblPr>(?:<w:tblStyle w:val="[^"]*"/>)?)')
_PARAGRAPH = late(r"<w:p>.*?</w:p>", re.DOTALL)
# What may stand before w:bidi among a paragraph's properties, as planctl writes them.
_PROPERTIES = late(
    r'(<w:pPr>(?:<w:pStyle w:val="[^"]*"/>)?(?:<w:pageBreakBefore/>)?(?:<w:numPr>.*?</w:numPr>)?'
    r"(?:<w:tabs>.*?</w:tabs>)?)"
)


def right_to_left(block: str) -> str:
    """A paragraph or a table that planctl has drawn, from right to left.

    A paragraph in which no letter runs so stays as it is: English in an Arabic table.
    """
    return _PARAGRAPH.sub(_turned, _TABLE.sub(r"\1<w:bidiVisual/>", block))


def _turned(paragraph: re.Match[str]) -> str:
    if "<w:rtl/>" not in paragraph[0]:
        return paragraph[0]
    text = paragraph[0]
    if not text.startswith("<w:p><w:pPr>"):
        return text.replace("<w:p>", "<w:p><w:pPr><w:bidi/></w:pPr>", 1)
    return _PROPERTIES.sub(r"\1<w:bidi/>", text, count=1)
