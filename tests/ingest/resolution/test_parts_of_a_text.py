"""Labels, footnotes and headings, each by itself."""

from __future__ import annotations

import pytest

from planctl.ingest.resolution.footnotes import apart
from planctl.ingest.resolution.heading import editions_in, is_same, read
from planctl.ingest.resolution.labels import in_one_alphabet, label_of
from planctl.ingest.resolution.nesting import spots


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("1\tto study", "1", "to study"),
        ("12 to study", "12", "to study"),
        ("3bis\tto study", "3bis", "to study"),
        ("1012\t支持", "1012", "支持"),
        ("1、研究", "1", "研究"),
        ("（2）研究", "（2）", "研究"),
        ("(iii) for cities", "(iii)", "for cities"),
        ("gf)\t有关", "gf)", "有关"),
        ("2. to report", "2.", "to report"),
        ("1.2 to report", "1.2", "to report"),
        ("2 bis to report", "2bis", "to report"),
        ("2\xa0bis to report", "2bis", "to report"),
        ("abis) to report", "abis)", "to report"),
        ("б)\tв городах", "б)", "в городах"),
        ("أ )\tفي المدن", "أ)", "في المدن"),
        ("١مكرر\tنشر", "١مكرر", "نشر"),
        ("\ufe8f)\tفي المدن", "\ufe8f)", "في المدن"),
        ("1之二\t研究", "1之二", "研究"),
        ("（二）研究", "（二）", "研究"),
        ("–\tper month", "–", "per month"),
        ("•  per month", "•", "per month"),
    ],
)
def test_labels(line: str, label: str, text: str) -> None:
    found = label_of(line)
    assert found is not None
    assert (found.label, line[found.end :]) == (label, text)


@pytest.mark.parametrize(
    "line",
    ["2023 was dark", "3G networks", "-5 degrees", "a study", "1", "e.g. cities", "", "2.1%"],
)
def test_what_is_no_label(line: str) -> None:
    assert label_of(line) is None


def test_lists_within_lists() -> None:
    found = spots(["1", "a)", "i)", "ii)", "b)", "–", "–", "2", "a)"])
    assert [one.level for one in found] == [0, 1, 2, 2, 1, 2, 2, 0, 1]
    assert [one.list for one in found] == [0, 1, 2, 2, 1, 3, 3, 0, 4]
    assert [one.level for one in spots(["1", "1.1", "1.2", "2"])] == [0, 1, 1, 0]
    assert [one.level for one in spots(["i)", "a)", "i)", "ii)", "b)", "ii)"])] == [
        0,
        1,
        2,
        2,
        1,
        0,
    ]
    assert {one.level for one in spots(["i)"] * 1000)} == {0}
    mixed = spots(["i)", "a)", "1", "i)", "–", "i)", "أ)", "1.1", "i)"] * 200)
    assert max(one.level for one in mixed) < 12


def test_letters_that_look_alike_in_two_alphabets() -> None:
    assert in_one_alphabet(["а)", "b)", "с)"]) == ["a)", "b)", "c)"]
    assert in_one_alphabet(["a)", "б)", "c)", "1"]) == ["а)", "б)", "с)", "1"]
    assert in_one_alphabet(["a)", "i)"]) == ["a)", "i)"]


def test_footnotes_of_a_converter() -> None:
    line = (
        "国家[footnoteRef:1]12020年[footnoteRef:3]2[footnoteRef:4]3，"
        "[3: \t]  [1: 1\t其中。] [4: 3 待定。] "
    )
    found = apart(line)
    assert "".join(piece.text for piece in found.pieces) == line
    assert "".join(piece.text for piece in found.pieces if piece.kind == "text") == "国家2020年，"
    assert found.notes == ("其中。", "待定。")
    assert apart("[1: one] without a mark").notes == ()


def test_headings() -> None:
    lines = [
        "RESOLUTION 73 (Rev. Geneva, 2022)",
        "Information and communication technologies,",
        "environment and climate change",
        "(Johannesburg, 2008; Dubai, 2012; Geneva, 2022)",
        "",
        "The World Telecommunication Standardization Assembly (Geneva, 2022),",
    ]
    found = read(lines, "en")
    assert found[:4] == (
        "WTSA",
        73,
        "Rev. Geneva, 2022",
        "Information and communication technologies, environment and climate change",
    )
    assert found.kinds == ("heading", "title", "title", "history", "blank", "adopting")
    first = read(["RESOLUTION 79 (Dubai, 2012)", "E-waste"], "en")
    assert first[:4] == ("", 79, "Dubai, 2012", "E-waste")
    one_line = read(["MOD", "Resolution 73 (Rev. Geneva, 2022) – Climate change"], "en")
    assert one_line[:4] == ("", 73, "Rev. Geneva, 2022", "Climate change")
    assert one_line.kinds == ("unread", "heading")
    assert read(["第73号决议 – 气候变化"], "zh")[:4] == ("", 73, "", "气候变化")
    assert read(["Resolution 73 asks for much."], "en").kinds == ("title",)


@pytest.mark.parametrize(
    ("line", "language", "assembly", "edition"),
    [
        ("L'Assemblée mondiale de normalisation des télécommunications (Genève, 2022),", "fr",
         "WTSA", "Genève, 2022"),
        ("La Conferencia de Plenipotenciarios de la Unión (Bucarest, 2022),", "es",
         "PP", "Bucarest, 2022"),
        ("Всемирная ассамблея по стандартизации электросвязи (Женева, 2022 г.),", "ru",
         "WTSA", "Женева, 2022 г."),
        ("إن الجمعية العالمية لتقييس الاتصالات (جنيف، ٢٠٢٢)،", "ar", "WTSA", "جنيف، 2022"),
        ("国际电信联盟全权代表大会（2014年，釜山2022年，布加勒斯特），", "zh",
         "PP", "2022年，布加勒斯特，修订版"),
        ("The Plenipotentiary Conference (Busan, 2014Bucharest, 2022),", "en",
         "PP", "Rev. Bucharest, 2022"),
    ],
)  # fmt: skip
def test_adopting_bodies(line: str, language: str, assembly: str, edition: str) -> None:
    found = read([line], language)
    assert (found.assembly, found.edition, found.kinds) == (assembly, edition, ("adopting",))


@pytest.mark.parametrize(
    ("line", "language", "number", "edition"),
    [
        ("RÉSOLUTION 73 (Rév. Genève, 2022)", "fr", 73, "Rév. Genève, 2022"),
        ("RESOLUCIÓN 73 (Rev. Ginebra, 2022)", "es", 73, "Rev. Ginebra, 2022"),
        ("РЕЗОЛЮЦИЯ 73 (Пересм. Женева, 2022 г.)", "ru", 73, "Пересм. Женева, 2022 г."),
        ("القرار ٧٣ (المراجَع في جنيف، ٢٠٢٢)", "ar", 73, "المراجَع في جنيف، 2022"),
        ("第73号决议（2022年，日内瓦，修订版）", "zh", 73, "2022年，日内瓦，修订版"),
        ("RESOLUTION ITU-R 60-2 (2019)", "en", 60, ""),
    ],
)
def test_headings_in_six_languages(line: str, language: str, number: int, edition: str) -> None:
    found = read([line], language)
    assert (found.number, found.edition, found.title) == (number, edition, "")


def test_one_edition_under_several_names() -> None:
    capitals = read(["RESOLUTION 73 (REV. GENEVA, 2022)", "", "The WTSA (Geneva, 2022),"], "en")
    assert capitals.edition == "Rev. Geneva, 2022"
    assert is_same("Rev. Geneva, 2022", "Geneva,\xa02022")
    assert is_same("As adopted", "As adopted")
    assert not is_same("As adopted", "")
    assert not is_same("Rev. Geneva, 2022", "Rev. Geneva, 2016")


def test_editions_of_a_line() -> None:
    assert editions_in("(Johannesburg, 2008; Rev. Dubai, 2012)") == [
        "Johannesburg, 2008",
        "Dubai, 2012",
    ]
