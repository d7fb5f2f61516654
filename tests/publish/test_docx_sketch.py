"""A sketch of a document has the faults that the document has."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.publish import docx
from planctl.publish.docx.check import DOCUMENT, drawn_faults, faults
from planctl.publish.docx.check.sketch import sketch
from planctl.publish.marked import marked
from planctl.publish.table import Annex, Cell, Paragraph, Run
from tests.publish.samples import COLUMNS, annexes, shipped_annexes
from tests.publish.states import states

MISTAKES = (
    ('w:val="Tabletext"', 'w:val="Nowhere"'),
    ('<w:numId w:val="1"/>', '<w:numId w:val="7"/>'),
    ('<w:ilvl w:val="1"/>', '<w:ilvl w:val="4"/>'),
    (' r:id="', ' r:id="no'),
    ("</w:pPr>", '<w:keepNext w:val="1"/></w:pPr>'),
    ("</w:tc></w:tr>", "<w:tbl/></w:tc></w:tr>"),
    ("</w:tr>", "<w:tc/></w:tr>"),
    ('<w:vMerge w:val="restart"/>', ""),
    ("<w:vMerge/>", '<w:gridSpan w:val="2"/><w:vMerge/>'),
    ("<w:gridCol ", '<w:gridCol w:w="1"/><w:gridCol '),
    ("</w:rPr></w:pPr>", "</w:pPr></w:rPr>"),
    ("&lt;", "<"),
    ("&amp;", "&"),
    ("w:delText ", "w:t "),
    ("</w:p></w:tc>", '</w:p><w:p><w:pPr><w:pStyle w:val="No"/></w:pPr></w:p></w:tc>'),
    (' w:author="A Secretary"', ""),
    ("<w:trPr><w:ins ", '<w:trPr><w:tblHeader/><w:del w:id="0" w:author="A"/><w:ins '),
    (' w:id="2"', ' w:id="1"'),
)
TRACKED = docx.Tracking("A Secretary", "2020-10")


def parts_of(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(parts: dict[str, str]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def said(found: list[str]) -> set[str]:
    """The faults without the numbers of rows and lines, which a sketch has fewer of."""
    return {re.sub(r", row \d+|line \d+", "", fault) for fault in found}


@settings(max_examples=30, deadline=None)
@given(
    st.one_of(
        annexes().map(lambda one: [one, one._replace(title="Again")]),
        states().map(lambda pair: [marked(*pair)]),
        states().map(lambda pair: [marked(None, pair[1]), marked(*pair)]),
    ),
    st.sampled_from(MISTAKES),
    st.data(),
)
def test_a_mistake_anywhere_is_found_in_the_sketch_too(
    drawn: list[Annex], mistake: tuple[str, str], data: st.DataObject
) -> None:
    marks = any(one.mark or one.marks for one in drawn)
    parts = parts_of(
        docx.write(drawn, title="", created="2020", tracking=TRACKED if marks else None)
    )
    assert drawn_faults(parts) == []
    old, new = mistake
    pieces = parts[DOCUMENT].split(old)
    if len(pieces) > 1:
        cut = data.draw(st.integers(1, len(pieces) - 1))
        broken = new.join((old.join(pieces[:cut]), old.join(pieces[cut:])))
        parts[DOCUMENT] = broken
        assert said(drawn_faults(parts)) == said(faults(packed(parts)))


def test_a_mistake_in_another_part_is_found() -> None:
    parts = parts_of(docx.write(shipped_annexes(), title="", created="2020"))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("Tabletext", "Other")
    assert said(drawn_faults(parts)) == said(faults(packed(parts))) != set()


@pytest.mark.parametrize("rows", [10, 1000])
def test_a_sketch_does_not_grow_with_the_rows(rows: int) -> None:
    def row(number: int) -> tuple[Cell, ...]:
        items = (Paragraph((Run(f"K.{number} & {item}"),), "bullet") for item in range(number % 9))
        return (*(Cell((Paragraph((Run(str(number)),)),)) for _ in range(3)), Cell((*items,)))

    annex = Annex("ANNEX I", ("Plan",), "Plan", COLUMNS, tuple(map(row, range(rows))))
    parts = parts_of(docx.write([annex], title="", created="2020"))
    assert len(sketch(parts[DOCUMENT])) < 10_000
