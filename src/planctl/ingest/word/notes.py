"""Footnotes and endnotes: their text, where a line refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.ingest.word.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planctl.ingest.word.reading import Reading

_KINDS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


class Notes:
    """The notes of a file; ``roots`` are the parts "footnotes" and "endnotes", if there are any."""

    def __init__(self, roots: dict[str, _Element | None]) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._texts: dict[tuple[str, str], str] = {}
        for kind, root in roots.items():
            for element in () if root is None else root:
                self._elements.setdefault((kind, element.get(f"{W}id", "")), element)

    def text(self, reference: _Element, reading: Reading) -> list[str]:
        """Return the text that a reference leads to, a line a paragraph; [] where there is none."""
        from planctl.ingest.word.flow import text_of

        key = (_KINDS[reference.tag], reference.get(f"{W}id", ""))
        if key not in self._texts:
            element = self._elements.get(key)
            self._texts[key] = ""  # a note that refers to itself ends here
            if element is not None:
                self._texts[key] = text_of(element, reading)
        return [self._texts[key]] if self._texts[key] else []
