"""Generated annexes in two states, the later one made from the earlier by edits."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from planctl.publish.table import Annex, Cell, Column, Paragraph, ParagraphKind, Row, Run, filled

COLUMNS = (
    Column("level1", ("Level 1",), 822, group="ID"),
    Column("level2", ("Level 2",), 822, group="ID"),
    Column("activities", ("Activities",), 2580),
    Column("status", ("Status", "(October 2020)"), 4111),
)
_KINDS: tuple[ParagraphKind, ...] = ("text", "year", "bullet", "dash")
_WORDS = (
    *("study", "the", "of", "K.52", "ITU\u2011T", "LS", "2019:", "(2020)", ",", "&", "研究组"),
    *("لجنة", "\t", "\n", "a\u00a0b", "workshop", "reports", "on", "EMF", "Supplement", " ", "<x>"),
)
_LINKS = (None, None, None, "https://www.itu.int/a", "https://www.itu.int/b")

texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)
runs = st.tuples(texts, st.sampled_from(_LINKS)).map(lambda pair: Run(*pair))
paragraphs = st.tuples(st.lists(runs, max_size=3).map(tuple), st.sampled_from(_KINDS)).map(
    lambda pair: whole(Paragraph(*pair))
)
cells = st.lists(paragraphs, max_size=5).map(lambda parts: Cell(tuple(parts)))


@st.composite
def _later_cell(draw: st.DrawFn, cell: Cell) -> Cell:
    """The cell with some of its paragraphs gone, new, moved, or changed."""
    parts = list(cell.paragraphs)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(parts)))
        edit = draw(st.sampled_from(["insert", "delete", "kind", "words", "link"]))
        if edit == "insert" or at == len(parts):
            parts.insert(at, draw(paragraphs))
        elif edit == "delete":
            del parts[at]
        elif edit == "kind":
            parts[at] = parts[at]._replace(kind=draw(st.sampled_from(_KINDS)))
        elif edit == "words":
            cut = draw(st.integers(0, len(parts[at].runs)))
            added = (*parts[at].runs[:cut], draw(runs), *parts[at].runs[cut + 1 :])
            parts[at] = whole(parts[at]._replace(runs=added))
        else:
            link = draw(st.sampled_from(_LINKS))
            linked = tuple(run._replace(href=link) for run in parts[at].runs)
            parts[at] = whole(parts[at]._replace(runs=linked))
    return Cell(tuple(parts))


@st.composite
def _row(draw: st.DrawFn, item: str) -> Row:
    level_1 = Cell((Paragraph((Run(item.split(".")[0]),)),))
    level_2 = Cell((Paragraph((Run(item),)),)) if draw(st.booleans()) else Cell()
    return level_1, level_2, draw(cells), draw(cells)


def _joined(rows: list[Row]) -> tuple[Row, ...]:
    """The rows with each Level 1 that is that of the row above joined to it."""
    found = rows[:1]
    for above, row in pairwise(rows):
        found.append((Cell(continues=True), *row[1:]) if row[0] == above[0] else row)
    return tuple(found)


@st.composite
def states(draw: st.DrawFn) -> tuple[Annex, Annex]:
    """An annex as it was and as it is."""
    numbers = st.sampled_from(["1.1", "1.2", "1.3", "2.1", "2.2", "3"])
    was = [draw(_row(item)) for item in draw(st.lists(numbers, max_size=5))]
    now = []
    for row in was:
        if draw(st.booleans()):
            row = (*row[:2], *(draw(_later_cell(cell)) for cell in row[2:]))
        if draw(st.integers(0, 5)):
            now.append(row)
    for _ in range(draw(st.integers(0, 2))):
        now.insert(draw(st.integers(0, len(now))), draw(_row(draw(numbers))))
    if draw(st.integers(0, 3)) == 0:
        now = draw(st.permutations(now))
    title = ("Action plan for Resolution 72:", "Human exposure")
    before = Annex("ANNEX I", title, "Plan", COLUMNS, _joined(was))
    columns = (*COLUMNS[:3], COLUMNS[3]._replace(heading=("Status", draw(texts))))
    number = draw(st.sampled_from(["ANNEX I", "ANNEX II"]))
    return before, Annex(number, (draw(texts), *title[1:]), "Plan", columns, _joined([*now]))


def whole(paragraph: Paragraph) -> Paragraph:
    """The paragraph with runs that are alike joined."""
    found: list[Run] = []
    for run in paragraph.runs:
        if found and found[-1].href == run.href:
            run = run._replace(text=found.pop().text + run.text)
        if run.text:
            found.append(run)
    return paragraph._replace(runs=tuple(found))


def apart(annex: Annex) -> Annex:
    """The annex without joined cells."""
    return annex._replace(rows=tuple(filled(annex.rows)))
