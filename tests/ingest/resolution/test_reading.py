"""The grammar of a resolution: what each line is, which clause, and that no letter is lost."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.ingest.document import Document, Grid, Line, Square
from planctl.ingest.resolution.model import Resolution
from planctl.ingest.resolution.reading import read
from planctl.publish.table import Run

from .samples import CHINESE, ENGLISH, document


def clauses(resolution: Resolution) -> list[tuple[str, str, str, str]]:
    return [
        (resolution.blocks[one.block].words, one.number, one.sub, one.text)
        for one in resolution.operative
    ]


def joined(resolution: Resolution) -> dict[int, str]:
    lines: dict[int, str] = defaultdict(str)
    for part in resolution.parts:
        lines[part.place] += part.text
    return lines


def test_an_english_resolution() -> None:
    found = read(document(ENGLISH))
    assert (found.language, found.assembly, found.number) == ("en", "WTSA", 301)
    assert found.edition == "Rev. Lisbon, 2023"
    assert found.title == "Quiet hours for base stations"
    director = (
        "instructs the Director of the Telecommunication Standardization Bureau, in collaboration"
        " with the Directors of the other Bureaux"
    )
    tsag = "instructs the Telecommunication Standardization Advisory Group"
    members = "invites Member States and Sector Members"
    assert clauses(found) == [
        ("resolves", "1", "", "to study how much power is drawn at night;"),
        ("resolves", "2", "", "to publish what is found, in particular:"),
        ("resolves", "2", "i)", "for rural areas;"),
        ("resolves", "2", "ii)", "for cities;"),
        ("resolves", "3", "", "to review the figures every year,"),
        (director, "1", "", "to collect figures;"),
        (director, "2", "", "to report to TSAG,"),
        (tsag, "", "", "to coordinate the work,"),
        (members, "1", "", "to send figures:\n– per month;\n– per site;"),
        (members, "2", "", "to try quiet hours."),
    ]
    assert [(block.words, block.kind) for block in found.blocks][:3] == [
        ("considering", "preamble"),
        ("noting further", "preamble"),
        ("resolves", "resolves"),
    ]
    assert (found.flattened, found.deleted, found.remarks) == (False, (), ())


def test_a_chinese_revision_with_its_marks_flattened() -> None:
    found = read(document(CHINESE))
    assert (found.language, found.assembly, found.number) == ("zh", "WTSA", 301)
    assert (found.edition, found.title) == ("2023年，里斯本，修订版", "基站的安静时段")
    director = "责成电信标准化局主任与无线电通信局主任协作"
    assert clauses(found) == [
        ("做出决议", "1", "", "公布研究结果；"),
        ("做出决议", "2", "", "研究夜间的耗电量，"),
        (director, "1", "", "收集数据；"),
        (director, "2", "", "编写报告："),
        (director, "2", "i)", "按月；"),
        (director, "2", "ii)", "按站点；"),
        (director, "3", "", "培训操作人员；"),
        (director, "4", "", "每年更新数据；"),
        (director, "5", "", "向全会报告，"),
        ("请成员国", "", "", "提交数据。"),
    ]
    assert found.flattened
    assert [(one.number, one.formerly) for one in found.operative if one.formerly] == [
        ("2", "1"),
        ("4", "3"),
        ("5", "4"),
    ]
    assert [one.notes for one in found.operative if one.notes] == [("首次更新在2024年。",)]
    assert [(remark.place, remark.message) for remark in found.remarks] == [
        (
            5,
            "under “考虑到” the labels do not tell whether a), b) stand in both editions or in one"
            " of them only; the numbers are kept as they stand",
        ),
        (
            13,
            f"under “{director}” (2) the labels do not tell whether i), ii) stand in both editions"
            " or in one of them only; the numbers are kept as they stand",
        ),
    ]


def test_what_a_flattened_revision_deletes_is_told_and_left_out() -> None:
    text = "做出决议\n1\t甲；\n2\t乙：\ni)\t丙；\n32\t丁；\n43\t戊。\n"
    found = read(document(text))
    assert [(one.number, one.text, one.formerly) for one in found.operative] == [
        ("1", "甲；", ""),
        ("2", "丁；", "3"),
        ("3", "戊。", "4"),
    ]
    assert [(one.number, one.sub, one.text) for one in found.deleted] == [
        ("2", "", "乙："),
        ("2", "i)", "丙；"),
    ]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("lines", "language", "words"),
    [
        ("décide\n1\tde publier;\ncharge le Directeur du TSB\nde faire rapport.", "fr", "décide"),
        ("resuelve\n1\tpublicar;\nencarga al Director de la TSB\nque informe.", "es", "resuelve"),
        ("решает\n1\tопубликовать;\nпоручает Директору БСЭ\nпредставить отчет.", "ru", "решает"),
        ("تقرر\n1\tنشر النتائج؛\nتكلف مدير مكتب تقييس الاتصالات\nبتقديم تقرير.", "ar", "تقرر"),
    ],
)
def test_the_other_languages_by_their_verbs(lines: str, language: str, words: str) -> None:
    found = read(document(lines))
    assert found.language == language
    assert [block.kind for block in found.blocks] == ["resolves", "instructs"]
    assert found.blocks[0].words == words
    assert [one.number for one in found.operative] == ["1", ""]


@pytest.mark.parametrize(
    ("text", "heading", "numbers"),
    [
        (
            "РЕЗОЛЮЦИЯ 301 (Пересм. Лиссабон, 2023 г.)\nТихие часы\n"
            "Всемирная ассамблея по стандартизации электросвязи (Лиссабон, 2023 г.),\n"
            "признавая далее,\nа)\tчто ночи темны,\nрешает\n1\tизучить потребление:\n"
            "a)\tв селах;\nб)\tв городах;\n1bis\tопубликовать,\n"
            "поручает всем исследовательским комиссиям МСЭ-Т\nсотрудничать.\n",
            ("ru", "WTSA", 301, "Пересм. Лиссабон, 2023 г.", "Тихие часы"),
            ["1", "1а)", "1б)", "1bis", ""],
        ),
        (
            "القـرار ٣٠١ (المراجَع في لشبونة، ٢٠٢٣)\nساعات هادئة\n"
            "إن الجمعية العالمية لتقييس الاتصالات (لشبونة، ٢٠٢٣)،\n"
            "إذ تضع في اعتبارها\nأ )\tأن الليل مظلم،\nتقرر\n١\tدراسة الاستهلاك:\nأ )\tفي القرى؛\n"
            "ب)\tفي المدن؛\n١مكرر\tنشر النتائج؛\n٢\tمراجعتها،\nتكلف مدير مكتب تقييس الاتصالات\n"
            "بتقديم تقرير.\n",
            ("ar", "WTSA", 301, "المراجَع في لشبونة، 2023", "ساعات هادئة"),
            ["1", "1أ)", "1ب)", "1مكرر", "2", ""],
        ),
        (
            "第301号决议（2023年，里斯本，修订版）\n安静时段\n世界电信标准化全会（2023年，里斯本），\n"
            "亦认识到\n夜间黑暗，\n做出决议\n（一）\t研究耗电量；\n（二）\t公布结果，\n"
            "责成电信标准化局主任\n1、编写报告；\n1之二、更新报告。\n",
            ("zh", "WTSA", 301, "2023年，里斯本，修订版", "安静时段"),
            ["一", "二", "1", "1之二"],
        ),
        (
            "RÉSOLUTION 301 (Rév. Lisbonne, 2023)\nHeures calmes\nLa Conférence de"
            " plénipotentiaires (Lisbonne, 2023),\nprenant en considération\na)\tque rien,\n"
            "décide de charger le Secrétaire général\n1\tde publier;\n2 bis)\td'étudier.\n",
            ("fr", "PP", 301, "Rév. Lisbonne, 2023", "Heures calmes"),
            ["1", "2bis"],
        ),
    ],
)
def test_labels_and_headings_of_other_languages(
    text: str, heading: tuple[object, ...], numbers: list[str]
) -> None:
    found = read(document(text))
    assert (found.language, found.assembly, found.number, found.edition, found.title) == heading
    assert [f"{one.number}{one.sub}" for one in found.operative] == numbers
    assert [one.message for one in found.remarks if "do not follow" not in one.message] == []


def test_an_opening_with_its_clause_on_one_line() -> None:
    found = read(
        document(
            "The ITU Council,\nconsidering that nights are dark,\nresolves that lamps be lit,\n"
            "instructs the Secretary-General to buy lamps.\n"
        )
    )
    assert clauses(found) == [
        ("resolves", "", "", "that lamps be lit,"),
        ("instructs the Secretary-General", "", "", "to buy lamps."),
    ]
    assert (found.assembly, found.remarks) == ("COUNCIL", ())
    chinese = read(document("做出决议\n点灯，\n责成秘书长购买灯具，\n请成员国、部门成员提交数据。"))
    assert clauses(chinese) == [
        ("做出决议", "", "", "点灯，"),
        ("责成秘书长", "", "", "购买灯具，"),
        ("请成员国、部门成员", "", "", "提交数据。"),
    ]


def test_word_lines_with_automatic_numbers_and_the_style_of_openings() -> None:
    lines = [
        Line((Run("resolves, in view of the above:"),), style="Call"),
        Line((Run("noting that ITU-T should:"),)),
        Line((Run("study;"),), label="1", notes=("See Annex.",)),
        Line((Run("for all;"),), label="a)", level=1),
        Line((Run("for some;"),), label="b)", level=1),
        Line((Run("report."),), label="2"),
    ]
    numbered = tuple(line._replace(place=at) for at, line in enumerate(lines, 1))
    found = read(Document(numbered))
    words = "resolves, in view of the above"
    assert clauses(found) == [
        (words, "", "", "noting that ITU-T should:"),
        (words, "1", "", "study;"),
        (words, "1", "a)", "for all;"),
        (words, "1", "b)", "for some;"),
        (words, "2", "", "report."),
    ]
    assert found.operative[1].notes == ("See Annex.",)


def test_verbs_that_are_not_known_are_told() -> None:
    called = [("fully expecting", "Call"), ("that all is well,", ""), ("resolves", "Call"),
              ("to act,", ""), ("expects TSAG", "Call"), ("to report.", "")]  # fmt: skip
    lines = (Line((Run(text),), style=style, place=at) for at, (text, style) in enumerate(called))
    found = read(Document(tuple(lines)))
    assert clauses(found) == [
        ("resolves", "", "", "to act,"),
        ("expects TSAG", "", "", "to report."),
    ]
    assert [remark.message for remark in found.remarks] == [
        "the verb of “fully expecting” is not known; it is taken for one that asks for nothing",
        "the verb of “expects TSAG” is not known; it is taken for “resolves”",
    ]
    typed = read(document("resolves\n1\tto act,\nexpects TSAG\n1\tto report.\n"))
    assert [remark.message for remark in typed.remarks] == [
        "the labels under “resolves” do not follow one another: 1, 1; they are kept as they stand",
        "“expects TSAG” may open a block with a verb that is not known; it is read as more of the"
        " clause above",
    ]


def test_a_letter_i_after_h_and_a_roman_one_elsewhere() -> None:
    letters = "".join(f"{letter})\tthing {letter};\n" for letter in "abcdefghij")
    found = read(document(f"resolves\n{letters}i)\twithin j;\nii)\talso within.\n"))
    assert [(one.number, one.sub) for one in found.operative][-4:] == [
        ("i", ""),
        ("j", ""),
        ("j", "i)"),
        ("j", "ii)"),
    ]


def test_what_is_not_understood_is_told_with_its_line() -> None:
    found = read(
        document(
            "resolves\n1\tto begin;\n2\tto go on;\n2\tto go on twice;\n5\tto end.\n\n"
            "Left over.\n1\tA footnote.\n________\nwww.example.org\n"
        )
    )
    assert [one.number for one in found.operative] == ["1", "2", "2", "5"]
    assert [(one.place, one.message) for one in found.remarks] == [
        (
            2,
            "the labels under “resolves” do not follow one another: 1, 2, 2, 5; they are kept as"
            " they stand",
        ),
        (7, "3 lines from “Left over.” on are not read as part of the resolution"),
    ]
    nothing = read(document("Dear colleague,\nsee you at the meeting.\n"))
    assert (nothing.clauses, nothing.title) == ((), "Dear colleague, see you at the meeting.")
    assert nothing.remarks[0].message == "no verb of a resolution opens a line of the text"


def test_annexes_tables_and_a_second_resolution_are_not_read_as_clauses() -> None:
    for after in ("ANNEX 1 (to Resolution 301)", "RESOLUTION 302 (Lisbon, 2023)"):
        found = read(document(f"resolves\n1\tto begin,\n{after}\n1\tto be ignored.\n"))
        assert [one.text for one in found.operative] == ["to begin,"]
        assert found.remarks[0].place == 3
    square = Square((Line((Run("1 in a table"),), place=2),), 0)
    lines = (Line((Run("resolves"),), place=1), Grid(((square,),)), Line((Run("to begin."),)))
    found = read(Document(lines))
    assert [one.text for one in found.operative] == ["to begin."]
    assert found.remarks[0].message.startswith("the line “1 in a table” is not read as part")


WRAPPED = """\
RESOLUTION 302 (Lisbon, 2023)
Lamps¹
The World Telecommunication Standardization Assembly (Lisbon, 2023),
resolves
1 to study lamps in developing countries2 and in whatever other place
there are any;
2 to compare [3] SG2 with lamps of others;
instructs the Director of the Telecommunication Standardization Bureau, in
collaboration with the
Directors of the other Bureaux
to coordinate the work of all groups that have something to do with
lamps.

1 As adopted.
2 These include the least developed countries and small island
developing states.
[3] To be confirmed.
9 Printed in Lisbon.
"""


def test_a_text_of_one_width_with_its_footnotes_below() -> None:
    found = read(document(WRAPPED)._replace(unit="line"))
    director = (
        "instructs the Director of the Telecommunication Standardization Bureau, in collaboration"
        " with the Directors of the other Bureaux"
    )
    assert (found.title, clauses(found)) == (
        "Lamps",
        [
            ("resolves", "1", "", "to study lamps in developing countries and in whatever other"
             " place there are any;"),
            ("resolves", "2", "", "to compare  SG2 with lamps of others;"),
            (director, "", "", "to coordinate the work of all groups that have something to do"
             " with lamps."),
        ],
    )  # fmt: skip
    assert [one.notes for one in found.operative] == [
        ("These include the least developed countries and small island developing states.",),
        ("To be confirmed.",),
        (),
    ]
    (remark,) = found.remarks
    assert remark.message.startswith("2 lines from “1 As adopted.” on are not read")


LINES = st.one_of(
    st.sampled_from(
        [
            *ENGLISH.split("\n"),
            *CHINESE.split("\n"),
            *WRAPPED.split("\n"),
            "",
            "  ",
            "décide",
            "1.1\tx",
            "–\tdash",
            "1 A note.",
            "[2] Another",
            "¹ and one more",
        ]
    ),
    st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=40),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["line", "paragraph"]))
def test_every_letter_is_accounted_for(lines: list[str], unit: str) -> None:
    given_text = document("\n".join(lines))._replace(unit=unit)
    lines = lines or [""]
    found = read(given_text)
    parts = joined(found)
    assert [parts[at] for at in range(1, len(lines) + 1)] == lines
    read_texts = [part.text for part in found.parts if part.kind == "text" and part.text.strip()]
    clauses = (*found.clauses, *found.deleted)
    told = "".join("".join(one.text.split()) for one in clauses)
    for text in read_texts:
        assert "".join(text.split()) in told


@pytest.mark.parametrize(
    "line",
    ["1\t" + "word " * 200_000, "[footnoteRef:1]" * 20_000, " " * 300_000 + "[1: x", "(" * 300_000],
)
def test_a_line_without_end_takes_no_time_without_end(line: str) -> None:
    found = read(document(f"resolves\n{line}\n"))
    assert sum(len(part.text) for part in found.parts) == len(f"resolves{line}")


def test_a_hundred_pages() -> None:
    clause = "{}\tto go on with what clause {} of the block is about, in many words;\n"
    block = "instructs body {}\n" + "".join(clause.format(n, n) for n in range(1, 31))
    found = read(document("".join(block.replace("{}", str(n)) for n in range(100))))
    assert len(found.operative) == 3000


def test_an_arabic_heading_with_stretched_words() -> None:
    found = read(
        document(
            "القـرار 72 (المراجَع في جنيف، 2022)\n\nقياس المجالات\n\n"
            "إن الجمعية العالمية لتقييس الاتصالات (جنيف، 2022)،\n\nتقرر\n\nأن تواصل العمل.\n"
        )
    )
    assert (found.assembly, found.number, found.title) == ("WTSA", 72, "قياس المجالات")
    assert found.edition == "المراجَع في جنيف، 2022"
    assert found.remarks == ()
