"""Plan to Word document to plan: generated plans come back with all that they know."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.change.overlay import Shown, overlay
from planctl.ingest import tables
from planctl.ingest.document import Document
from planctl.ingest.imported import Given, Imported, imported
from planctl.ingest.proof import differences
from planctl.ingest.word import document
from planctl.office.package import open_package
from planctl.plan.model import Plan, plan_from
from planctl.publish.annex import Layout, annex
from planctl.publish.docx import write
from planctl.store import schema
from tests.ingest.pages import drawn

_WORDS = st.sampled_from(
    (
        *("study", "the", "of", "on", "ITU-T", "SG5", "K.52", "EMF", "2019", "(2020)", "report,"),
        *("sent:", "“title”", "data/centres", "研究", "لجنة", "Supplement", "3.1", "&", "<x>"),
        "Q3/5",
    )
)
texts = st.lists(_WORDS, min_size=1, max_size=8).map(lambda words: f"A {' '.join(words)}")
prose = st.one_of(texts, st.tuples(texts, texts).map("\n".join))
dates = st.sampled_from(["2017", "2018-11", "2019-04-02", "2020-04-14/2020-04-16"])
refs = st.sampled_from(["K.52", "SG5-LS184", "L.Suppl.37", "ITU-T L.1304", "TD 120 Rev.1"])
_FIELDS = {
    "date": dates,
    "place": st.sampled_from(["Geneva", "Virtual", "Warsaw, Poland"]),
    "url": st.just("https://www.itu.int/x"),
    "note": texts,
    "kind": st.sampled_from(["workshop", "webinar", "report", "initiative"]),
}
item = st.one_of(
    refs,
    texts,
    st.fixed_dictionaries({"ref": refs}, optional={"title": texts, **_FIELDS}),
    st.fixed_dictionaries({"title": texts}, optional=_FIELDS),
)
_WITH_ITEMS = st.fixed_dictionaries(
    {"title": texts, "items": st.lists(item, min_size=1, max_size=3)}
)
_DELIVERABLES = {"deliverables": st.lists(st.one_of(item, _WITH_ITEMS), min_size=1, max_size=4)}
block = st.one_of(
    st.fixed_dictionaries({"text": prose}, optional=_DELIVERABLES),
    st.fixed_dictionaries({"year": st.integers(2016, 2021)}, optional=_DELIVERABLES),
    st.fixed_dictionaries({"see": st.lists(st.sampled_from(["1", "2.1"]), min_size=1, max_size=2)}),
)
activity = st.fixed_dictionaries(
    {
        "text": prose,
        "responsible": st.lists(
            st.sampled_from(["ITU-T SG5 (Q3/5)", "WHO", "Director TSB (with BR)"]),
            min_size=1,
            max_size=3,
        ),
        "time_plan": st.sampled_from(["Ongoing", "2021", "", "Final meeting"]),
        "status": st.sampled_from(["ongoing", "completed", "not-started", "suspended"]),
    },
    optional={
        "references": texts,
        "report": st.lists(block, min_size=1, max_size=4),
        "due": dates,
        "notes": prose,
        "priority": st.sampled_from(["high", "low"]),
    },
)


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """The data of a plan; no two directives have the same text."""
    directives = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        made: dict[str, Any] = {
            "id": str(number),
            "text": f"{number} {draw(prose)}",
            "references": draw(texts),  # a blank one below another's is taken for the same
        }
        rows = draw(st.lists(activity, min_size=1, max_size=3))
        alone = len(rows) == 1 and draw(st.booleans())
        if alone:
            made |= draw(st.sampled_from([{}, {"level_2": ""}, {"unnumbered": True}]))
        named = [str(number)] if alone else [f"{number}.{at}" for at in range(1, len(rows) + 1)]
        made["activities"] = [{"id": own, **row} for own, row in zip(named, rows, strict=True)]
        directives.append(made)
    resolution = {
        "assembly": "WTSA",
        "number": 95,
        "edition": "Hammamet, 2016",
        "title": draw(texts),
    }
    return {
        "resolution": resolution,
        "lead": "ITU-T SG12",
        "as_of": "2021-02",
        "notes": "ours",
        "directives": directives,
    }


def again(found: Document, known: Plan | None) -> Imported:
    (table,), remarks = tables.find(found)
    assert remarks == []
    return imported(table, ("WTSA", 95), known, Given(), "ITU-T SG12", "")


def word(plan: Plan) -> Document:
    content = write([annex(plan, 1)], title="x", created="2021-02")
    return document.read(open_package(content, pictures=False), "final")


def check(data: dict[str, Any], *, by_word: bool) -> None:
    plan = plan_from("wtsa-95", data)
    found = word(plan) if by_word else drawn([annex(plan, 1)])
    made = again(found, plan)
    states = {entry.data["id"] for entry in made.reading.entries if entry.states}
    result = overlay(data, made.data, Shown(made.table.keys, states, "en"))
    assert result == (data, [])
    fresh = again(found, None)
    assert schema.fits(schema.PLAN, fresh.data)
    now = plan_from("wtsa-95", fresh.data)
    ids = [one.id for _, one in now.activities()]
    assert list(differences(fresh.reading.entries, annex(now, 1), ids, fresh.table.keys)) == []
    assert ids == [one.id for _, one in plan.activities()] or "unnumbered" in str(data)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_a_plan_comes_back_from_what_is_drawn(data: dict[str, Any]) -> None:
    check(data, by_word=False)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_a_plan_comes_back_from_the_word_document(data: dict[str, Any]) -> None:
    check(data, by_word=True)


def said_in_french(value: Any, key: str = "") -> Any:
    """Plan data with other words in each text that a plan may have in several languages."""
    if isinstance(value, dict):
        return {name: said_in_french(held, name) for name, held in value.items()}
    if isinstance(value, list) and key != "responsible":
        return [
            said_in_french({"title": one})
            if key in _LISTS and isinstance(one, str) and one[0] == "A"
            else said_in_french(one)
            for one in value
        ]
    return f"Un {value}" if key in _PROSE else value


_LISTS = ("deliverables", "items")
_PROSE = ("text", "title", "note", "references")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_a_table_in_french_translates_an_english_plan(data: dict[str, Any]) -> None:
    plan = plan_from("wtsa-95", data)
    french = plan_from("wtsa-95", {**said_in_french(data), "language": "fr"})
    layout = Layout("fr")
    made = again(drawn([annex(french, 1, layout)]), plan)
    states = {entry.data["id"] for entry in made.reading.entries if entry.states}
    shown = Shown(made.table.keys, states, "fr", (), "en")
    now = plan_from("wtsa-95", overlay(data, made.data, shown).data)
    assert schema.fits(schema.PLAN, now.data)
    assert annex(now, 1) == annex(plan, 1)
    ids = [one.id for _, one in now.activities()]
    columns = made.table.keys
    found = list(differences(made.reading.entries, annex(now, 1, layout), ids, columns))
    assert [one for one in found if one.column != "status"] == []
