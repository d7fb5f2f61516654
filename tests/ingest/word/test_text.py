"""What is in a paragraph: text, signs, links, fields, notes, text boxes, hidden text."""

from __future__ import annotations

import pytest

from planctl.ingest.document import Document, Line
from planctl.publish.table import Run
from tests.ingest.word.made import dele, field, ins, lines, mark, p, r, read, sdt

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Call"/><w:basedOn w:val="N"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Deep"/><w:basedOn w:val="C"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Hidden"/><w:basedOn w:val="H2"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="P"><w:name w:val="Placeholder Text"/>'
    "</w:style>"
)


def test_a_paragraph_is_a_line_with_its_style_and_place() -> None:
    body = p("One") + p() + p("Two", properties='<w:pStyle w:val="D"/>')
    assert read(body, styles=STYLES) == Document(
        (
            Line((Run("One"),), style="Normal", place=1),
            Line((), style="Normal", place=2),
            Line((Run("Two"),), style="Deep", bold=True, place=3),
        ),
        written="2020-10-05",
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>ANNEX I</w:t><w:br/><w:t>Title</w:t></w:r>", "ANNEX I\nTitle"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb"),
        ('<w:r><w:t>1</w:t><w:tab/><w:t>x</w:t><w:ptab w:alignment="left"/></w:r>', "1\tx\t"),
        ("<w:r><w:t>ITU</w:t><w:noBreakHyphen/><w:t>T</w:t></w:r>", "ITU\u2011T"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>", "co\u00adop"),
        ("<w:r><w:t> a </w:t></w:r>", "a"),
        ('<w:r><w:t xml:space="preserve"> a&#10;b\tc </w:t></w:r>', " a b c "),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Symbol" w:char="61"/></w:r>', "α"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Arial" w:char="00B5"/></w:r>', "µ"),
        ('<w:r><w:sym w:font="Arial" w:char="110000"/><w:sym w:char="D800"/></w:r>', ""),
        ('<w:r><w:sym w:font="Arial" w:char="many"/><w:t>a</w:t></w:r>', "a"),
        (r("\uf0b7 5 \uf06dT", '<w:rFonts w:ascii="Symbol"/>'), "• 5 μT"),
        (r("\uf0a7", '<w:rFonts w:ascii="Wingdings 2"/>'), "▪"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r><w:bookmarkStart/>", "a"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r>",
            "漢",
        ),
        ("<w:smartTag><w:customXml><w:r><w:t>a</w:t></w:r></w:customXml></w:smartTag>", "a"),
        ("<w:dir><w:bdo><w:r><w:t>a</w:t></w:r></w:bdo></w:dir>", "a"),
        (sdt(sdt(r("a"))), "a"),
        (r("a") + "<w:proofErr/>" + r("b", "<w:i/>"), "ab"),
        ("<!-- no --><w:r><w:t>a<!-- b -->c</w:t></w:r><?pi x?>", "ac"),
    ],
)  # fmt: skip
def test_what_a_person_sees_is_the_text(content: str, text: str) -> None:
    assert lines(read(f"<w:p>{content}</w:p>")) == [text]


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        (r("a", "<w:b/>") + r(" ") + r("b", '<w:b w:val="1"/>'), True),
        (r("a", "<w:b/>") + r("b"), False),
        (r("a", '<w:b w:val="off"/>'), False),
        (r("a", '<w:rStyle w:val="S"/>'), True),
        (r(" ", "<w:b/>"), False),
    ],
)
def test_a_line_is_bold_if_all_of_it_is(content: str, bold: bool) -> None:
    (line,) = read(p(content), styles=STYLES).blocks
    assert isinstance(line, Line)
    assert line.bold is bold


def test_what_both_styles_make_bold_is_not() -> None:
    body = p(r("a", '<w:rStyle w:val="S"/>'), properties='<w:pStyle w:val="C"/>')
    (line,) = read(body, styles=STYLES).blocks
    assert isinstance(line, Line)
    assert not line.bold


LINKS = {"r1": "https://www.itu.int/a?b=c&amp;d", "r2": "file:///etc/passwd", "r3": "javascript:x"}


@pytest.mark.parametrize(
    ("content", "runs"),
    [
        (
            f'<w:hyperlink r:id="r1">{r("a")}{r("b", "<w:b/>")}</w:hyperlink>' + r("c"),
            (Run("ab", "https://www.itu.int/a?b=c&d"), Run("c")),
        ),
        (
            f'<w:hyperlink r:id="r1" w:anchor="p">{r("a")}</w:hyperlink>',
            (Run("a", "https://www.itu.int/a?b=c&d#p"),),
        ),
        (f'<w:hyperlink w:anchor="_Toc1">{r("a")}</w:hyperlink>', (Run("a", "#_Toc1"),)),
        (f'<w:hyperlink r:id="none">{r("a")}</w:hyperlink>', (Run("a"),)),
        (
            f'<w:fldSimple w:instr=\' HYPERLINK "mailto:a@itu.int" \'>{r("a")}</w:fldSimple>',
            (Run("a", "mailto:a@itu.int"),),
        ),
        (f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>', (Run("7"),)),
        (
            field(' HYPERLINK "ftp://itu.int/x y" \\o "Tip" \\t "_blank"', r("a")) + r("b"),
            (Run("a", "ftp://itu.int/x y"), Run("b")),
        ),
        (field(' hyperlink "https://itu.int/" \\l "s2" ', r("a")), (Run("a", "https://itu.int/#s2"),)),
        (field(" HYPERLINK \\l _Ref ", r("a")), (Run("a", "#_Ref"),)),
        (field(' HYPERLINK \\n "https://itu.int" ', r("a")), (Run("a", "https://itu.int"),)),
        (
            field(' HYPERLINK "https://itu.int" ', r("a") + field(" REF x ", r("b")) + r("c")),
            (Run("abc", "https://itu.int"),),
        ),
        (
            mark("begin") + r(" IF ", name="instrText") + field(" REF x ", r("no"))
            + mark("separate") + r("yes") + mark("end"),
            (Run("yes"),),
        ),
        (mark("begin") + r(" XE x ", name="instrText") + mark("end") + r("a"), (Run("a"),)),
        (mark("end") + mark("separate") + r("a"), (Run("a"),)),
    ],
)  # fmt: skip
def test_links_and_fields(content: str, runs: tuple[Run, ...]) -> None:
    assert read(p(content), links=LINKS).blocks == (Line(runs, place=1),)


def test_a_field_may_go_over_paragraphs() -> None:
    body = (
        p(mark("begin") + r(' HYPERLINK "https://itu.int" ', name="instrText") + mark("separate")
          + r("a"))
        + p("b")
        + p(r("c") + mark("end") + r("d"))
    )  # fmt: skip
    assert [line.runs for line in read(body).blocks if isinstance(line, Line)] == [
        (Run("a", "https://itu.int"),),
        (Run("b", "https://itu.int"),),
        (Run("c", "https://itu.int"), Run("d")),
    ]


def test_a_field_that_never_shows_its_result_hides_nothing_after_it() -> None:
    body = p(mark("begin") + r(" PAGE ", name="instrText")) + p("b")
    assert lines(read(body)) == ["", "b"]


def test_links_to_other_places_are_text_and_are_told_of() -> None:
    body = p(f'<w:hyperlink r:id="r2">{r("a")}</w:hyperlink>') + p(
        f'<w:hyperlink r:id="r3">{r("b")}</w:hyperlink>'
    )
    document = read(body, links=LINKS)
    assert [line.runs for line in document.blocks if isinstance(line, Line)] == [
        (Run("a"),),
        (Run("b"),),
    ]
    assert document.remarks == (
        "Not a web or mail address, so read as text without a link: “file:///etc/passwd” and 1"
        " more.",
    )


ITSELF = '<w:r><w:footnoteReference w:id="3"/></w:r>'
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" First"))}{p("line")}</w:footnote>'
    f'<w:footnote w:id="3">{p(r("Itself") + ITSELF)}</w:footnote>'
)


def test_notes_stand_with_the_line_that_refers_to_them() -> None:
    body = (
        p(r("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("b"))
        + p('<w:r><w:endnoteReference w:id="2"/></w:r>')
        + p('<w:r><w:footnoteReference w:id="3"/><w:footnoteReference w:id="9"/></w:r>')
    )
    document = read(body, footnotes=NOTES, endnotes=f'<w:endnote w:id="2">{p("End")}</w:endnote>')
    assert document.blocks == (
        Line((Run("ab"),), notes=("First\nline",), place=1),
        Line((), notes=("End",), place=2),
        Line((), notes=("Itself",), place=3),
    )


BOX = f"<w:txbxContent>{p('In the box')}{p('of two')}</w:txbxContent>"


@pytest.mark.parametrize(
    "drawn",
    [
        f"<w:r><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></w:r>",
        f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>",
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>",
    ],
)
def test_a_text_box_is_read_once_after_its_paragraph(drawn: str) -> None:
    document = read(p(r("a") + drawn + r("b")) + p("c"))
    assert lines(document) == ["ab", "In the box", "of two", "c"]
    assert document.remarks == (
        "The text of one text box stands after the paragraph that it hangs on.",
    )


@pytest.mark.parametrize(
    ("requires", "text"), [("wps", "new"), ("new", "old"), ("", "new"), ("w wps new", "old")]
)
def test_of_alternatives_the_first_that_is_understood_counts(requires: str, text: str) -> None:
    inside = (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{r("new")}</mc:Choice>'
        f"<mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>"
    )
    around = inside.replace(r("new"), p("new")).replace(r("old"), p("old"))
    assert lines(read(p(inside))) == [text]
    assert lines(read(p("a") + around + p("b"))) == ["a", text, "b"]


def test_hidden_text_stays_hidden() -> None:
    body = (
        p(r("a") + r("b", "<w:vanish/>") + r("c", '<w:vanish w:val="0"/>'))
        + p("all", properties='<w:pStyle w:val="H"/>', end="<w:vanish/>")
        + p(r("shown", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="H"/>')
    )
    document = read(body, styles=STYLES)
    assert lines(document) == ["ac", "shown"]
    assert document.remarks == ("Hidden text is left out, in 2 places.",)


def test_struck_out_text_is_read_and_told_of() -> None:
    body = p(r("a", "<w:strike/>") + r("b", "<w:dstrike/>") + r("c", '<w:strike w:val="0"/>'))
    document = read(body)
    assert lines(document) == ["abc"]
    assert document.remarks == (
        "Text that is struck out is read like any other: delete what is meant as deleted.",
    )
    assert read(p(r("c", '<w:strike w:val="0"/>'))).remarks == ()


def test_a_control_that_is_not_filled_in_is_blank() -> None:
    asking, prompt = "<w:showingPlcHdr/>", r("Click here", '<w:rStyle w:val="P"/>')
    body = (
        p(r("a ") + sdt(prompt, asking))
        + sdt(p(prompt), asking)
        + sdt(p("text all the same"), asking)
        + sdt(p(prompt))
    )
    document = read(body, styles=STYLES)
    assert lines(document) == ["a ", "", "text all the same", "Click here"]
    assert document.remarks == ("2 fields of a form are not filled in; they are read as blank.",)


def _control(*texts: str, name: str = "Progress") -> str:
    return sdt("".join(map(r, texts)), f'<w:alias w:val="{name}"/>')


def test_a_control_that_libreoffice_wrote_several_times_is_read_once() -> None:
    whole, piece = "K.150 已完成", "已完成"
    echoes = _control(whole) + _control(piece, whole) + _control(whole)
    again = _control(whole) + _control(piece + whole) + _control(whole)
    document = read(p(echoes) + p(again) + p(r(whole) + r(whole)))
    assert lines(document) == [whole, whole, whole + whole]


@pytest.mark.parametrize(
    "controls",
    [
        _control("完") + _control("另"),
        _control("完") + _control("完", name="Other"),
        _control("完", name="") + _control("完", name=""),
        _control("1") + _control("1"),
        _control("完") + r(", ") + _control("完"),
    ],
)
def test_other_controls_beside_one_another_are_all_read(controls: str) -> None:
    text = lines(read(p(controls)))[0]
    assert len(text.replace(", ", "")) == 2


def test_of_a_formula_the_letters_are_read() -> None:
    body = p(r("E = ") + "<m:oMathPara><m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath></m:oMathPara>")
    document = read(body)
    assert lines(document) == ["E = mc"]
    assert document.remarks == ("Of formulas only the letters are read, in one place.",)


def test_comments_are_not_read_and_are_told_of() -> None:
    document = read(p("a"), comments=f'<w:comment w:id="1">{p("Why")}</w:comment>')
    assert (lines(document), document.remarks) == (["a"], ("Its comments are not read.",))


def test_inserted_and_deleted_text() -> None:
    body = p(r("a ") + ins(r("new")) + dele("old") + r(" z"))
    for view, text, said in (("final", "a new z", "accepted"), ("original", "a old z", "rejected")):
        document = read(body, "final" if view == "final" else "original")
        assert lines(document) == [text]
        assert document.revised
        assert document.remarks == (f"It has revision marks; it is read as if all were {said}.",)
