"""All annexes of a document in two states of the plans."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import Plan, plan_from
from planctl.publish import docx
from planctl.publish.annex import annex
from planctl.publish.since import marked_annexes, together
from tests.publish.resolver import accepted, rejected
from tests.publish.word_reader import WordParagraph, WordTable, read
from tests.review.compare.test_properties import plans


def plan(number: int, key: str = "") -> Plan:
    resolution = {"assembly": "WTSA", "number": number, "edition": "Rev. X", "title": "Y"}
    data = {"resolution": resolution, "lead": "SG5", "as_of": "2020-10", "directives": []}
    return plan_from(key or f"wtsa-{number}", data)


def numbered(was: list[Plan], now: list[Plan]) -> list[tuple[str, str, str]]:
    """Each annex's key, mark and number, with what changed in it."""
    signs = {"": "{}", "inserted": "{{+{}+}}", "deleted": "[-{}-]"}
    found: list[tuple[str, str, str]] = []
    for key, one in marked_annexes(together(was, now), annex).items():
        heading = "".join(signs[run.mark].format(run.text) for run in one.marked)
        found.append((key, one.mark, heading.partition("\n")[0] or one.number))
    return found


def test_a_plan_that_is_gone_stands_where_it_stood() -> None:
    assert numbered([plan(72), plan(73), plan(79)], [plan(72), plan(79)]) == [
        ("wtsa-72", "", "ANNEX I"),
        ("wtsa-73", "deleted", "ANNEX II"),
        ("wtsa-79", "", "ANNEX [-III-]{+II+}"),
    ]
    assert [key for key, *_ in numbered([plan(2), plan(29), plan(73)], [plan(73)])] == [
        "wtsa-2",
        "wtsa-29",
        "wtsa-73",
    ]


def test_a_new_plan_moves_the_numbers_of_those_after_it() -> None:
    assert numbered([plan(73)], [plan(72), plan(73)]) == [
        ("wtsa-72", "inserted", "ANNEX I"),
        ("wtsa-73", "", "ANNEX [-I-]{+II+}"),
    ]


def test_a_plan_whose_file_has_another_name_is_the_one_for_its_resolution() -> None:
    assert numbered([plan(73, "climate")], [plan(73)]) == [("wtsa-73", "", "ANNEX I")]


@settings(max_examples=10, deadline=None)
@given(st.lists(plans(), max_size=2), st.lists(plans(), min_size=1, max_size=2))
def test_revisions_accept_to_the_later_plans_and_reject_to_the_earlier(
    was: list[Plan], now: list[Plan]
) -> None:
    earlier, later = ([named(one, at) for at, one in enumerate(each)] for each in (was, now))
    found = marked_annexes(together(earlier, later), annex).values()
    data = docx.write(
        list(found), title="", created="2020-10", tracking=docx.Tracking("A Secretary", "2020-10")
    )
    for resolved, state in ((accepted(data), later), (rejected(data), earlier)):
        whole = [annex(one, number) for number, one in enumerate(state, 1)]
        drawn = read(docx.write(whole, title="", created="2020-10"))
        seen = read(resolved)
        assert seen.paragraphs == drawn.paragraphs
        for table, other in zip(seen.tables, drawn.tables, strict=True):
            assert table.heading == other.heading
            assert spread(table) == spread(other)


def named(one: Plan, at: int) -> Plan:
    return one._replace(key=f"wtsa-{70 + at}", resolution=one.resolution._replace(number=70 + at))


def spread(table: WordTable) -> list[list[tuple[WordParagraph, ...]]]:
    """The cells of a table, with what is joined to the one above as if it were not."""
    found: list[list[tuple[WordParagraph, ...]]] = []
    for row in table.rows:
        found.append(
            [
                found[-1][at] if cell.merge == "continue" else cell.paragraphs
                for at, cell in enumerate(row)
            ]
        )
    return found
