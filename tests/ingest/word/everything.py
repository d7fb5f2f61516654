"""One document with every construct that makes a table hard to read, and what is to be read."""

from __future__ import annotations

from tests.ingest.word.made import dele, docx, field, ins, p, r, sdt, tbl, tc, tr

_INS, _DEL = '<w:ins w:id="3" w:author="A"/>', '<w:del w:id="4" w:author="A"/>'
_TOP, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_BOX = f"<w:txbxContent>{p('Boxed')}</w:txbxContent>"
_NUMBERED = '<w:pStyle w:val="L2"/>'
_BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'

_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph"'
    ' w:styleId="L2"><w:name w:val="List 2"/><w:basedOn w:val="L"/></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt'
    ' w:val="decimal"/><w:lvlText w:val="1.%1"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText'
    ' w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
_BODY = (
    sdt(p("<w:r><w:t>ANNEX I</w:t><w:br/><w:t>Action plan</w:t></w:r>"))
    + p(ins(r("Inserted, ")) + dele("Deleted, ") + r("kept"))
    + p("joined ", end=_DEL)
    + p("with this")
    + sdt(
        tbl(
            sdt(
                tr(
                    sdt(tc("ID", properties='<w:gridSpan w:val="2"/>')),
                    tc("Status", properties=_TOP),
                    properties="<w:tblHeader/>",
                )
            ),
            tr("Level 1", "Level 2", tc("", properties=_ON)),
            tr(
                tc(p(properties=_NUMBERED)),
                tc(p("<w:smartTag><w:r><w:t>1.1</w:t></w:r></w:smartTag>")),
                tc(
                    p(
                        r("See ") + f'<w:hyperlink r:id="a">{r("K.52")}</w:hyperlink>',
                        properties=_BULLET,
                    ),
                    p(field(' HYPERLINK "https://itu.int/b" ', r("K.91")), properties=_BULLET),
                    p(r("Noted") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
                    tbl(tr("inner", "table")) + p(),
                ),
            ),
            tr(tc(p(properties=_NUMBERED)), "new row", "", properties=_INS),
            tr(tc(p(properties=_NUMBERED)), "old row", "", properties=_DEL),
            tr("alone", properties='<w:gridBefore w:val="2"/>'),
        )
    )
    + p(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{_BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{_BOX}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>" + r("Anchor") + r("hidden", "<w:vanish/>")
    )
    + "<w:sectPr/>"
)

EVERYTHING = docx(
    _BODY,
    {"a": "https://itu.int/a"},
    styles=_STYLES,
    numbering=_NUMBERING,
    footnotes=f'<w:footnote w:id="2">{p("A note")}</w:footnote>',
)
"""The document."""

FINAL_LINES = ["ANNEX I\nAction plan", "Inserted, kept", "joined with this", "Anchor", "Boxed"]
ORIGINAL_LINES = [
    "ANNEX I\nAction plan", "Deleted, kept", "joined ", "with this", "Anchor", "Boxed"
]  # fmt: skip
_HEAD = [["ID", "Status"], ["Level 1", "Level 2", "^"]]
_STATUS = "• See K.52\n• K.91\nNoted\ninner\ntable\n"
FINAL_CELLS = [*_HEAD, ["1.1 ", "1.1", _STATUS], ["1.2 ", "new row", ""], ["alone"]]
ORIGINAL_CELLS = [*_HEAD, ["1.1 ", "1.1", _STATUS], ["1.2 ", "old row", ""], ["alone"]]
REMARKS = (
    "It has revision marks; it is read as if all were {}.",
    "The text of one text box stands after the paragraph that it hangs on.",
    "A table within a cell is read as lines of that cell.",
    "Hidden text is left out, in one place.",
)
