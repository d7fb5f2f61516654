"""Annexes for the tests of the writers: the shipped plans, generated ones, and a hostile plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from planctl.plan.model import Plan, plan_from
from planctl.publish.annex import annex
from planctl.publish.plain import plain
from planctl.publish.table import Annex, Cell, Column, Paragraph, ParagraphKind, Run, filled
from planctl.store.yaml.reader import read

KEYS = ("wtsa-72", "wtsa-73", "wtsa-79")
_PLANS = Path(__file__).resolve().parents[2] / "plans"

HOSTILE = (
    "</td><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "[a](javascript:alert(1)) ![b](https://evil.example/c.png)",
    "<https://evil.example/>",
    "a | b \\| c",
    "**bold** `code` ~~gone~~ $x$ &lt;b&gt; &copy",
    "# heading",
    "=HYPERLINK(\"https://evil.example/\";\"click\")",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    "'=1+1",
    "]]> --> <!-- <?php",
    "{{=1}} {DDEAUTO c:\\\\x}",
    "_x0041_",
)  # fmt: skip

COLUMNS = (
    Column("level1", ("Level 1",), 822, group="ID"),
    Column("level2", ("Level 2",), 822, group="ID"),
    Column("directives", ("Directives",), 2098),
    Column("status", ("Status", "(October 2020)"), 4111),
)


@cache
def shipped() -> tuple[Plan, ...]:
    """The three plans that come with planctl."""
    return tuple(
        plan_from(key, read((_PLANS / f"{key}.yaml").read_text(encoding="utf-8"))) for key in KEYS
    )


def shipped_annexes() -> list[Annex]:
    return [annex(plan, number) for number, plan in enumerate(shipped(), 1)]


def hostile_plan() -> Plan:
    """A plan that tries, in every field it has, to be more than text."""
    activities: list[dict[str, Any]] = [
        {
            "id": f"1.{place}",
            "text": text,
            "responsible": [text],
            "time_plan": text,
            "status": "ongoing",
            "due": text,
            "reporting_to": text,
            "report": [
                {"text": text, "deliverables": [{"title": text, "url": f"https://itu.int/{text}"}]},
                {"year": 2020, "text": text},
            ],
        }
        for place, text in enumerate(HOSTILE)
    ]
    text = "".join(HOSTILE)
    return plan_from(
        "wtsa-1",
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": text, "title": text},
            "lead": text,
            "as_of": "2020-10",
            "directives": [{"id": "1", "text": text, "references": text, "activities": activities}],
        },
    )


def texts(annex: Annex, *, fill: bool = False) -> list[list[str]]:
    """The cells of each row as plain text; those that continue are "", or as those above."""
    rows = filled(annex.rows) if fill else annex.rows
    return [[plain(cell) for cell in row] for row in rows]


WORDS = st.text(
    st.one_of(
        st.sampled_from("aZ 1.,:;<>&\"'`*_{}[]()|\\~#+-=@!$^%\t\n\xa0\u2011•–“”研لЖé𝄞\u202e"),
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    ),
    max_size=20,
)
HREFS = st.sampled_from(
    (
        None,
        None,
        "https://www.itu.int/a_b?c=d&copy;=(e)#f",
        "http://itu.int/*[x]|<y> z\\",
        "mailto:tsbsg5@itu.int",
        "javascript:alert(1)",
        "file:///etc/passwd",
    )
)
KINDS: st.SearchStrategy[ParagraphKind] = st.sampled_from(("text", "year", "bullet", "dash"))
RUNS = st.lists(st.tuples(WORDS, HREFS).map(lambda pair: Run(*pair)), max_size=3).map(tuple)
PARAGRAPHS = st.tuples(RUNS, KINDS).map(lambda pair: Paragraph(*pair))
CELLS = st.lists(PARAGRAPHS, max_size=4).map(lambda parts: Cell(tuple(parts)))


@st.composite
def annexes(draw: st.DrawFn) -> Annex:
    """An annex of four columns, cells of which may be joined to those above."""
    rows: list[tuple[Cell, ...]] = []
    for _ in range(draw(st.integers(0, 4))):
        joined = [bool(rows) and draw(st.booleans()) for _ in COLUMNS]
        rows.append(tuple(Cell(continues=True) if one else draw(CELLS) for one in joined))
    heading = tuple(draw(st.lists(WORDS, max_size=2)))
    return Annex(draw(WORDS), heading, draw(WORDS), COLUMNS, tuple(rows), key="wtsa-72")
