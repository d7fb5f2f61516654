"""No-break characters: the exporter's are taken out again, those of others stay."""

from __future__ import annotations

import pytest

from planctl.ingest.document import Line
from planctl.ingest.typesetting import without
from planctl.publish.typography import set_text
from tests.ingest.pages import grid, line, page


def again(text: str) -> tuple[str, str]:
    """What a line, and a cell, say without what was typeset."""
    document = without(page(line(text), grid([text], heads=None)))
    first, second = document.blocks
    assert isinstance(first, Line)
    assert not isinstance(second, Line)
    return first.text, second.rows[0][0].text


@pytest.mark.parametrize(
    "text", ["ITU-T SG5 met on 15 October 2020", "Resolution 72, No. 5: 20 % of 1.5 °C", "plain"]
)
def test_what_was_typeset_is_as_it_was(text: str) -> None:
    assert again(set_text(text)) == (text, text)


@pytest.mark.parametrize("text", ["a\u00a0b ITU\u2011X", "研究\u00a0组"])
def test_what_somebody_typed_stays(text: str) -> None:
    assert again(text) == (text, text)


def test_of_a_text_with_both_only_what_was_typeset_goes() -> None:
    mixed = "a\u00a0b ITU\u2011T"
    assert again(mixed) == ("a\u00a0b ITU-T",) * 2
