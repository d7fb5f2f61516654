"""Automatic numbers: how lists count, and how they write what they have counted."""

from __future__ import annotations

import pytest

from planctl.ingest.document import Line, View
from planctl.ingest.figures import written
from tests.ingest.word.made import lines, p, read


def level(at: int, text: str, form: str = "decimal", start: str = "1", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name: str, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: str, of: str, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(name: str, at: int | None = 0, text: str = "", **other: str) -> str:
    held = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return p(text, properties=f'<w:numPr>{held}<w:numId w:val="{name}"/></w:numPr>', **other)


LEGAL = definition("0", level(0, "%1"), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def labels(body: str, numbering: str, view: View = "final", styles: str = "") -> list[str]:
    blocks = read(body, view, numbering=numbering, styles=styles).blocks
    return [block.label for block in blocks if isinstance(block, Line)]


def test_levels_count_and_begin_again() -> None:
    body = "".join(item("1", at) for at in (0, 1, 1, 2, 2, 1, 2, 0, 1))
    expected = ["1", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2", "2.1"]
    assert labels(body, LEGAL + num("1", "0")) == expected


def test_a_line_knows_its_number_and_level() -> None:
    document = read(item("1", 0, "a") + item("1", 1, "b"), numbering=LEGAL + num("1", "0"))
    assert lines(document) == ["1 a", "1.1 b"]
    assert [line.level for line in document.blocks if isinstance(line, Line)] == [0, 1]


def test_a_level_without_one_above_counts_from_where_that_starts() -> None:
    numbering = definition("0", level(0, "%1", start="3"), level(1, "%1.%2", start="5"))
    assert labels(item("1", 1) + item("1", 1), numbering + num("1", "0")) == ["3.5", "3.6"]


def test_lists_with_one_definition_count_on() -> None:
    numbering = LEGAL + num("1", "0") + num("2", "0")
    assert labels(item("1") + item("2") + item("1"), numbering) == ["1", "2", "3"]


def test_a_list_may_start_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = LEGAL + num("1", "0") + num("2", "0", anew)
    body = item("1") + item("1") + item("2") + item("2") + item("1")
    assert labels(body, numbering) == ["1", "2", "7", "8", "9"]


def test_a_list_may_write_a_level_in_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride>'
    numbering = LEGAL + num("1", "0") + num("2", "0", own)
    assert labels(item("1") + item("2"), numbering) == ["1", "B)"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("0", ["c", "d", "e"]), ("1", ["c", "d", "c"]), ("2", ["c", "c", "c"])],
)
def test_where_a_level_begins_again_may_be_said(restart: str, expected: list[str]) -> None:
    deep = level(2, "%3", "lowerLetter", "3", f'<w:lvlRestart w:val="{restart}"/>')
    numbering = definition("0", level(0, "%1"), level(1, "%2"), deep) + num("1", "0")
    body = "".join(item("1", at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert [one for one in labels(body, numbering) if one in "cde"] == expected


def test_all_numbers_may_be_decimal() -> None:
    numbering = definition(
        "0", level(0, "%1", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>")
    ) + num("1", "0")
    assert labels(item("1") + item("1", 1), numbering) == ["I", "1.1"]


@pytest.mark.parametrize(
    ("text", "font", "label"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "•"),
        ("o", "Courier New", "•"),
        ("·", "", "•"),
        ("–", "", "–"),
        ("-", "", "–"),
        ("\uf02d", "Symbol", "–"),
        ("NOTE –", "", "NOTE –"),
        ("", "", "•"),
    ],
)
def test_bullets(text: str, font: str, label: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    numbering = definition("0", level(0, text, "bullet", more=fonts)) + num("1", "0")
    assert labels(item("1"), numbering) == [label]


def test_a_picture_is_a_bullet() -> None:
    picture = '<w:lvlPicBulletId w:val="0"/>'
    numbering = definition("0", level(0, "", "none", "1", picture)) + num("1", "0")
    assert labels(item("1"), numbering) == ["•"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="List 2"/><w:basedOn w:val="L"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="L3"><w:name w:val="List 3"/><w:basedOn w:val="L"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="NS"><w:name w:val="Numbers"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_a_list_comes_from_the_style_and_those_it_is_based_on() -> None:
    numbering = definition(
        "0",
        level(0, "%1"),
        level(1, "%1.%2", more='<w:pStyle w:val="L2"/>'),
        level(2, "%3)"),
    ) + num("1", "0")
    body = "".join(p(properties=f'<w:pStyle w:val="{name}"/>') for name in ("L", "L2", "L3"))
    out = p(properties='<w:pStyle w:val="L2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    deeper = p(properties='<w:pStyle w:val="L2"/><w:numPr><w:ilvl w:val="2"/></w:numPr>')
    assert labels(body + out + deeper, numbering, styles=STYLES) == ["1", "1.1", "1)", "", "2)"]


def test_a_definition_may_be_that_of_a_style() -> None:
    numbering = (
        LEGAL
        + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="NS"/></w:abstractNum>'
        + num("1", "0")
        + num("2", "5")
    )
    assert labels(item("2") + item("2", 1), numbering, styles=STYLES) == ["1", "1.1"]


@pytest.mark.parametrize("name", ["9", "x", ""])
def test_a_list_that_is_not_there_numbers_nothing(name: str) -> None:
    assert labels(item(name), LEGAL + num("1", "0") + num("9", "7")) == [""]
    assert labels(item(name), "") == [""]


def test_odd_numbers_are_harmless() -> None:
    numbering = definition("0", level(0, "%1", start="99999999999999"), level(12, "x"))
    assert labels(item("1") + item("1", 4), numbering + num("1", "0")) == ["1000000", ""]


def test_deleted_items_count_in_the_original_only() -> None:
    gone = item("1", end='<w:del w:id="1" w:author="A"/>')
    numbering = LEGAL + num("1", "0")
    body = item("1") + gone + item("1")
    assert labels(body, numbering) == ["1", "2"]
    assert labels(body, numbering, "original") == ["1", "2", "3"]


def test_a_number_may_be_inserted() -> None:
    numbering = LEGAL + num("1", "0")
    body = p(
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        '<w:ins w:id="1" w:author="A"/></w:numPr>'
    )
    assert labels(body, numbering) == ["1"]
    assert labels(body, numbering, "original") == [""]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 3 27"),
        ("decimalZero", "01 02 03 27"),
        ("upperRoman", "I II III XXVII"),
        ("lowerLetter", "a b c aa"),
        ("upperLetter", "A B C AA"),
        ("ordinal", "1st 2nd 3rd 27th"),
        ("russianLower", "а б в э"),
        ("none", "   "),
        ("numberInDash", "- 1 - - 2 - - 3 - - 27 -"),
        ("hex", "1 2 3 1B"),
        ("decimalFullWidth", "１ ２ ３ ２７"),
        ("decimalEnclosedCircle", "① ② ③ 27"),
        ("ideographTraditional", "甲 乙 丙 27"),
        ("ideographDigital", "一 二 三 二七"),
        ("chineseCounting", "一 二 三 二十七"),
        ("arabicAlpha", "أ ب ت و"),
        ("arabicAbjad", "أ ب ج ظ"),
        ("hindiNumbers", "१ २ ३ २७"),
        ("unheardOf", "1 2 3 27"),
    ],
)
def test_formats(form: str, expected: str) -> None:
    assert " ".join(written(number, form) for number in (1, 2, 3, 27)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (105, "一百零五"), (999, "九百九十九")],
)
def test_chinese_counts(number: int, expected: str) -> None:
    assert written(number, "chineseCountingThousand") == expected


@pytest.mark.parametrize(
    "form",
    ["lowerLetter", "upperRoman", "decimalEnclosedCircle", "ideographTraditional"],
)
def test_numbers_out_of_reach_are_decimal(form: str) -> None:
    assert [written(number, form) for number in (0, 999_999)] == ["0", "999999"]
