"""Every rule by its examples, and what rules say when they compare several plans.

An example is a plan file ``rules/<rule>/triggers-*.yaml`` or ``clean-*.yaml``. A comment ``#! …``
on a line of its own is the message that the rule gives for the line below it (several comments:
several messages). The file's key is that of its resolution, unless it begins ``# file: <key>``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.finding import ERROR, WARNING
from planctl.plan import address
from planctl.plan.model import Plan, plan_from
from planctl.review.rules import ACROSS_RULES, PLAN_RULES, events, meetings
from planctl.review.rules.rule import AcrossRule, PlanRule
from planctl.store import schema
from planctl.store.yaml import places
from planctl.store.yaml.reader import read

EXAMPLES = sorted((Path(__file__).parent / "rules").glob("*/*.yaml"))
RULES: dict[str, PlanRule | AcrossRule] = {rule.name: rule for rule in PLAN_RULES + ACROSS_RULES}
SHIPPED = Path(__file__).parents[2] / "plans"
MARK = "#! "

Said = tuple[tuple[str | int, ...], str]


def findings(rule: PlanRule | AcrossRule, *plans: Plan) -> Iterator[tuple[str, Said]]:
    """What a rule says about each of the plans: the plan's key, the path and the message."""
    if isinstance(rule, PlanRule):
        for plan in plans:
            for remark in rule.check(plan):
                yield plan.key, (remark.path, remark.message)
    else:
        facts = [fact for plan in plans for fact in rule.gather(plan)]
        for fact, message in rule.judge(facts):
            yield fact.plan, (fact.path, message)


def messages(rule: str, *plans: Plan) -> list[tuple[str, str]]:
    return [(key, message) for key, (_, message) in findings(RULES[rule], *plans)]


def expected(text: str) -> list[tuple[int, str]]:
    """The (line, message) pairs that the comments of an example announce."""
    found = []
    waiting: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip().removeprefix("- ")
        if bare.startswith(MARK):
            waiting.append(bare.removeprefix(MARK))
        else:
            found += [(number, message) for message in waiting]
            waiting = []
    return found


@pytest.mark.parametrize(
    "example", [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in EXAMPLES]
)
def test_example(example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    data = read(text)
    assert schema.fits(schema.PLAN, data)
    first = text.partition("\n")[0]
    resolution = data["resolution"]
    key = first.removeprefix("# file: ") if first.startswith("# file: ") else None
    plan = plan_from(
        key or address.plan_key(resolution["assembly"], resolution["number"]),
        data,
    )
    found = [
        (places.locate(text, path)[0], message)
        for _, (path, message) in findings(RULES[example.parent.name], plan)
    ]
    assert sorted(found) == expected(text)
    assert bool(found) == example.stem.startswith("triggers-")


def test_every_rule_has_examples_of_both_kinds() -> None:
    kinds = {(path.parent.name, path.stem.partition("-")[0]) for path in EXAMPLES}
    assert kinds == {(name, kind) for name in RULES for kind in ("triggers", "clean")}


def test_every_rule_is_documented() -> None:
    assert all(rule.document.strip().endswith((".", "`.")) for rule in RULES.values())
    assert {rule.severity for rule in RULES.values()} == {ERROR, WARNING}


def make(number: int, *reports: list[dict[str, Any]]) -> Plan:
    """A plan for Resolution ``number`` with one directive, and an activity for each report."""
    activity = {"text": "Report", "responsible": ["TSAG"], "time_plan": "2020", "status": "ongoing"}
    activities = [
        {"id": f"1.{place}", **activity, "report": report}
        for place, report in enumerate(reports, 1)
    ]
    return plan_from(
        f"wtsa-{number}",
        {
            "resolution": {"assembly": "WTSA", "number": number, "edition": "2016", "title": "T"},
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "directives": [
                {
                    "id": "1",
                    "text": "Report",
                    "references": "Resolves (1)",
                    "activities": activities,
                }
            ],
        },
    )


def event(title: str, date: str, place: str = "") -> dict[str, str]:
    fields = {"kind": "forum", "title": title, "date": date}
    return {**fields, "place": place} if place else fields


def listing(*deliverables: str | Mapping[str, Any], year: int | None = None) -> dict[str, Any]:
    block: dict[str, Any] = {"deliverables": list(deliverables)}
    return {"year": year, **block} if year else block


def test_liaison_statements_are_compared_over_all_plans() -> None:
    one = make(72, [listing("SG5-LS4", "SG5-LS40", year=2017), listing("SG5-LS60", year=2018)])
    other = make(73, [listing("SG5-LS30", year=2018), listing("TSAG-LS30", year=2018)])
    assert messages("liaison-year", one, other) == [
        (
            "wtsa-73",
            "SG5-LS30 is dated 2018, but its neighbours are SG5-LS4 to SG5-LS40 of 2017; "
            "check the number and the year",
        )
    ]
    assert messages("liaison-year", other) == []


def test_the_less_frequent_year_of_a_liaison_statement_is_odd() -> None:
    one = make(72, [listing("SG5-LS40", year=2018)], [listing("SG5-LS40", year=2018)])
    other = make(73, [listing("SG5-LS50", year=2017)])
    assert messages("liaison-year", one, other) == [
        (
            "wtsa-73",
            "SG5-LS50 is dated 2017, but its neighbours are SG5-LS40 of 2018; "
            "check the number and the year",
        )
    ]


def test_one_event_with_two_titles_in_two_plans_is_named_once() -> None:
    title = "Forum on Frontier Technologies to Tackle Climate Change"
    one = make(72, [listing(event(title, "2019-10-01"))], [listing(event(title, "2019-10-01"))])
    longer = event(f"9th Green Standards Week: {title}", "2019-10-01")
    other = make(73, [listing(longer)], [listing(longer)])
    assert messages("event-differs", one, other) == [
        (
            "wtsa-73",
            f"“9th Green Standards Week: {title}” seems to be the event that wtsa-72/1.1 calls "
            f"“{title}”; give it one title in both places",
        )
    ]


def test_among_many_events_of_a_day_those_of_one_name_are_found() -> None:
    many = [event(f"Gala{at} of{at} towns{at}", "2019-10-01") for at in range(300)]
    title = "Forum on Frontier Technologies to Tackle Climate Change"
    one, other = event(title, "2019-10-01"), event(f"{title} in Cities", "2019-10-01")
    plan = make(72, [listing(one, *many)], [listing(other)])
    assert messages("event-differs", plan) == [
        (
            "wtsa-72",
            f"“{title} in Cities” seems to be the event that wtsa-72/1.1 calls “{title}”; "
            "give it one title in both places",
        )
    ]


def test_each_of_many_like_events_of_a_day_is_held_against_one_other() -> None:
    letters = "abcdefghijklmnop"
    titles = [f"Digital village health seminary {a}{b}" for a in letters for b in letters]
    one = make(72, [listing(*(event(title, "2019-10-01") for title in titles))])
    assert len(titles) == 256
    assert len(messages("event-differs", one)) < len(titles)  # of 32,640 pairs


def test_a_title_is_compared_with_few_others_of_a_day() -> None:
    words = [f"z{a}{b}" for a in "abcdefghijklmnop" for b in "abcdefghijklmnop"]
    facts = [
        fact
        for word in words
        for fact in events._events(
            make(72, [listing(event(f"Digital village health seminary {word}", "2019-10-01"))])
        )
    ]
    pairs = list(events._near_titles(list(events._spellings(facts))))
    assert len(pairs) == sum(min(at, 64) for at in range(256))  # of 32,640
    assert all(one.order < two.order for one, two in pairs)


def test_events_without_a_title_are_not_the_same() -> None:
    events = [{"kind": "forum", "place": place} for place in ("Geneva", "Nairobi")]
    plan = make(72, [listing(*events, year=2019)])
    assert messages("duplicate-in-activity", plan) == []


def test_an_activity_may_list_an_event_on_several_dates() -> None:
    days = [event("Webinar on circular economy in Africa", f"2020-04-{day}") for day in (14, 16)]
    assert messages("event-differs", make(72, [listing(*days)])) == []


def test_a_name_spelled_otherwise_in_one_plan_only() -> None:
    usual = [event(f"Forum {number}", f"201{number}-01-01", "Valencia") for number in range(3)]
    one = make(72, [listing(*usual)])
    other = make(73, [listing(event("Forum 4", "2019-10-01", "València"))])
    assert [key for key, _ in messages("spelling-variant", one, other)] == ["wtsa-73"]
    assert messages("spelling-variant", other) == []
    twice = make(74, [listing(event("Forum 5", "2020-10-01", "València"))])
    assert messages("spelling-variant", one, other, twice) == []


def test_a_cross_reference_into_another_plan() -> None:
    one = make(72, [{"see": ["73/1.1", "wtsa-73/1.2", "73/1"]}])
    other = make(73, [listing("K.52")])
    assert messages("cross-reference-elsewhere", one, other) == [
        ("wtsa-72", "there is no item 1.2 in wtsa-73; correct “wtsa-73/1.2”")
    ]
    assert [message for _, message in messages("cross-reference-elsewhere", one)] == [
        f"there is no plan {plan} here; correct “{plan}/{item}”"
        for plan, item in (("73", "1.1"), ("wtsa-73", "1.2"), ("73", "1"))
    ]


def test_an_impossible_date_troubles_no_other_rule() -> None:
    odd = {"kind": "workshop", "title": "Workshop on 5G in rural areas", "date": "2019-02-30"}
    other = {**odd, "title": "Workshop on 5G in towns"}
    plan = make(72, [listing(odd, other, year=2018)])
    found = {name for name, rule in RULES.items() if list(findings(rule, plan))}
    assert found == {"impossible-date", "date-outside-year"}


TEXTS = st.text(st.characters(exclude_categories=["C"]), max_size=12) | st.sampled_from(
    [
        "",
        "Draft K.52",
        "K..52",
        "SG5-LS4",
        "TBC",
        "9th Forum on “EMF",
        "see here",
        'a "b" (c',
        "Valencia",
    ]
)
DATES = st.sampled_from(["2017", "2018-02", "2018-02-30", "2019-04-11", "2019-10-01/2019-10-04"])
DELIVERABLES = st.fixed_dictionaries(
    {"title": TEXTS | st.dictionaries(st.sampled_from(["en", "zh"]), TEXTS, min_size=1)},
    optional={
        "kind": st.sampled_from(["forum", "meeting", "report"]),
        "ref": TEXTS,
        "date": DATES,
        "place": TEXTS,
        "note": TEXTS,
        "text": TEXTS,
    },
)
BLOCKS = st.fixed_dictionaries(
    {},
    optional={
        "text": TEXTS,
        "year": st.integers(2015, 2021),
        "see": st.lists(TEXTS | st.sampled_from(["1", "1.1", "1.2", "73/1"]), max_size=2),
        "deliverables": st.lists(TEXTS.filter(bool) | DELIVERABLES, max_size=4),
    },
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.lists(BLOCKS, max_size=3), max_size=3), max_size=2))
def test_no_rule_fails_on_any_plan_and_each_message_is_one_line(
    reports: list[list[list[dict[str, Any]]]],
) -> None:
    plans = [make(72 + place, *of_plan) for place, of_plan in enumerate(reports)]
    for rule in RULES.values():
        for key, (path, message) in findings(rule, *plans):
            assert len(message.splitlines()) == 1
            value: Any = next(plan for plan in plans if plan.key == key).data
            for step in path[:-1]:
                value = value[step]


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.integers(1, 12), st.integers(2017, 2020), max_size=9))
def test_the_fewest_liaison_statements_are_odd(years: dict[int, int]) -> None:
    statements = [{"ref": f"SG5-LS{number}", "date": str(year)} for number, year in years.items()]
    ordered = [years[number] for number in sorted(years)]
    longest = max(
        size
        for size in range(len(ordered) + 1)
        if any(list(some) == sorted(some) for some in combinations(ordered, size))
    )
    assert len(messages("liaison-year", make(72, [listing(*statements)]))) == len(years) - longest


@given(
    st.recursive(
        st.text("ab é中", max_size=4),
        lambda inner: st.builds(
            lambda marks, text, more: f"{marks[0]}{text}{marks[1]}{more}",
            st.sampled_from(["“”", "()", "[]", "«»", "（）", "《》"]),
            inner,
            inner,
        ),
    )
)
def test_marks_that_pair_are_never_remarked(text: str) -> None:
    assert messages("unbalanced-marks", make(72, [{"text": text}])) == []


MARKED = """
wtsa-72/1.1 duplicate-in-activity
wtsa-72/1.2 amendment-described-twice, malformed-identifier 2
wtsa-72/10 completed-without-evidence
wtsa-72/2 unbalanced-marks, undated-event 6
wtsa-72/3.2 placeholder
wtsa-72/4 clause-cited-twice
wtsa-72/5 old-evidence
wtsa-73/1 level-2-mixed, unbalanced-marks 6
wtsa-73/11.1 duplicate-across-activities, duplicate-in-activity 3, event-differs 2
wtsa-73/14 completed-but-ongoing, completed-without-evidence, unnumbered-row
wtsa-73/5.2 duplicate-across-activities 2, unbalanced-marks
wtsa-73/6 lost-link, unbalanced-marks
wtsa-73/7 completed-but-ongoing, completed-without-evidence
wtsa-79/3 clause-skipped
wtsa-79/4 clause-cited-twice
wtsa-79/5 date-outside-year, duplicate-in-activity, spelling-variant, year-order
wtsa-79/7 draft-under-developed
wtsa-79/8.2 empty-status
"""


def test_the_shipped_plans_show_what_a_careful_secretary_would_mark() -> None:
    plans = [
        plan_from(path.stem, read(path.read_text(encoding="utf-8")))
        for path in sorted(SHIPPED.glob("*.yaml"))
    ]
    items: dict[str, Counter[str]] = {}
    for name, rule in RULES.items():
        for key, (path, _) in findings(rule, *plans):
            plan = next(plan for plan in plans if plan.key == key)
            items.setdefault(item_at(plan, path), Counter())[name] += 1
    found = [
        f"{item} " + ", ".join(f"{name} {n}" if n > 1 else name for name, n in sorted(said.items()))
        for item, said in sorted(items.items())
    ]
    assert found == MARKED.strip().splitlines()


def item_at(plan: Plan, path: tuple[str | int, ...]) -> str:
    """The address of the item that a path leads into."""
    directive = plan.directives[int(path[1])]
    return plan.address(directive.activities[int(path[3])] if len(path) > 3 else directive)


def test_meetings_are_looked_up_in_the_calendar() -> None:
    plan = make(72, [], [], [])
    for activity, due in zip(plan.data["directives"][0]["activities"], "ABC", strict=True):
        activity["due"] = f"TSAG-2021-{due}"
    facts = [*meetings.unknown_meeting.gather(plan), meetings.calendar(["TSAG-2021-A", "TSAG-B"])]
    assert [
        (fact.address, fact.path[-1], message)
        for fact, message in meetings.unknown_meeting.judge(facts)
    ] == [
        (
            f"wtsa-72/1.{number}",
            "due",
            f"“TSAG-2021-{due}” is neither a date nor a meeting of planctl.yaml, which has: "
            "TSAG-2021-A, TSAG-B; did you mean “TSAG-2021-A”?",
        )
        for number, due in ((2, "B"), (3, "C"))
    ]
