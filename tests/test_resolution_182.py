"""The plan for Resolution 182 (Rev. Bucharest, 2022): what the tool drafts from the text.

``published/resolution-182.txt`` is the resolution in Chinese, as it was revised at Bucharest, with
the marks of the revision flattened: what was deleted and what was inserted run together.
"""

from __future__ import annotations

from pathlib import Path

from planctl.change import answering
from planctl.ingest import files
from planctl.ingest.resolution import drafting
from planctl.ingest.resolution.reading import read
from planctl.plan.clauses import blocks_of
from planctl.review.coverage import coverage
from planctl.store import planfile
from planctl.store.new_plan import text_of_new

ROOT = Path(__file__).parent.parent
TEXT = ROOT / "tests" / "published" / "resolution-182.txt"
PLAN = ROOT / "plans" / "pp-182.yaml"
FOUND = read(files.read(TEXT))


def test_the_plan_is_what_is_drafted_from_the_text() -> None:
    named = {
        "assembly": FOUND.assembly,
        "number": 182,  # the text does not say it, nor the beginning of its title
        "edition": FOUND.edition,
        "title": f"电信/信息通信技术在气候变化和{FOUND.title}",
    }
    data = drafting.plan(FOUND, named, "ITU-T SG5", "2022-10")
    data["directives"] = answering.directives(data["clauses"], "ITU-T SG5")
    assert PLAN.read_bytes().decode("utf-8") == text_of_new(data)


def test_every_clause_that_resolves_or_instructs_has_a_directive() -> None:
    plan = planfile.read_data(PLAN, PLAN.name, PLAN.read_bytes()).plan
    found = coverage(plan)
    assert not found.has_gaps
    assert (found.unfounded, found.cited_often) == ((), [])
    assert [(block.words, len(block.clauses)) for block in blocks_of(plan)] == [
        ("做出决议", 9),
        ("责成秘书长与三个局的主任协作", 12),
        ("责成三个局的主任在其职责范围内", 4),
        ("责成电信发展局主任", 1),
        ("责成无线电通信局主任", 2),
        ("责成电信标准化局主任", 4),
        ("请成员国、部门成员和部门准成员", 15),
    ]


def test_the_old_numbers_and_the_new_ones_are_told_apart() -> None:
    moved: dict[str, str] = {}
    for one in FOUND.clauses:
        if one.formerly:
            block = FOUND.blocks[one.block].words
            moved[block] = f"{moved.get(block, '')} {one.formerly}>{one.number}".strip()
    assert moved == {
        "认识到": "e>d f>e g>f h>g i>h j>i l>j m>k n>l o>n p>o q>p",
        "进一步认识到": "d>c e>d f>e",
        "考虑到": "d>e",
        "意识到": "b>d",
        "注意到": "c>b d>c e>d",
        "做出决议": "3>4 4>5 5>6 6>7 7>8 8>9",
        "责成秘书长与三个局的主任协作": "5>6 6>7 7>8 8>10 9>11 10>12",
        "责成三个局的主任在其职责范围内": "1>2 2>3 3>4",
        "责成电信标准化局主任": "4>3 5>4",
        "请成员国、部门成员和部门准成员": "5>9 6>10 7>11 8>12 9>13 10>14",
    }


def test_what_only_the_old_edition_has() -> None:
    gone = [(FOUND.blocks[one.block].words, one.number, one.sub) for one in FOUND.deleted]
    assert gone == [
        ("认识到", "d", ""),
        ("认识到", "k", ""),
        ("进一步认识到", "c", ""),
        ("注意到", "b", ""),
        ("责成电信标准化局主任", "3", ""),
        ("责成电信标准化局主任", "3", "i)"),
        ("责成电信标准化局主任", "3", "ii)"),
        ("责成电信标准化局主任", "3", "iii)"),
    ]


def test_what_is_ambiguous_is_said_with_its_line() -> None:
    unsure = "the labels do not tell whether"
    assert [(one.place, one.message.split(unsure)[0]) for one in FOUND.remarks] == [
        (24, "under “进一步认识到” "),
        (
            39,
            "the labels under “进一步考虑到” do not follow one another in any reading: a), b),"
            " c), d), de), f),"
            " g), e), fh), i), gi), hk) and 3 more; they are kept as they stand",
        ),
        (60, "under “铭记” "),
        (110, "under “责成无线电通信局主任” "),
        (111, "under “责成无线电通信局主任” (1) "),
        (116, "under “责成电信标准化局主任” (1) "),
        (144, "the line “www.itu.int/plenipotentiary/” is not read as part of the resolution"),
    ]


def test_no_letter_of_the_text_is_lost() -> None:
    lines: dict[int, str] = {}
    for part in FOUND.parts:
        lines[part.place] = lines.get(part.place, "") + part.text
    document = files.read(TEXT)
    texts = [getattr(block, "text", "") for block in document.blocks]
    assert [lines[at] for at in sorted(lines)] == texts
