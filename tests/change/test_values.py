"""What may stand in a field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.change.fields import FIELDS, Field, Level, choices_of, field_named, keys_before
from planctl.change.values import alike, changed, data_at, value_of
from planctl.errors import UsageFault
from planctl.plan.prose import LANGUAGES
from planctl.store import schema

TEXT = Field(("text",), "prose", required=True)
NOTES = Field(("notes",), "prose")

ACTIVITY = {
    "id": "1",
    "text": "Publish",
    "responsible": ["WHO"],
    "time_plan": "Ongoing",
    "status": "ongoing",
}
PLAN: dict[str, Any] = {
    "resolution": {"assembly": "WTSA", "number": 72, "edition": "Geneva, 2022", "title": "EMF"},
    "lead": "ITU-T SG5",
    "as_of": "2020-10",
}


@pytest.mark.parametrize(
    ("name", "field", "language"),
    [
        ("Time Plan", "time_plan", None),
        ("time-plan.FR", "time_plan", "fr"),
        ("decided-by.meeting", "decided_by.meeting", None),
        ("STATUS_SINCE", "status_since", None),
    ],
)
def test_names_of_fields(name: str, field: str, language: str | None) -> None:
    known, found = field_named("activity", name)
    assert (known.name, found) == (field, language)


def test_the_order_of_the_file() -> None:
    assert keys_before("activity", "due") == [
        *("id", "text", "references", "edition", "answers", "responsible", "time_plan", "status"),
        *("status_since", "decided_by", "next_step"),
    ]
    assert choices_of("Level-2") == ["-"]


@pytest.mark.parametrize("level", FIELDS)
@given(data=st.data())
def test_what_is_taken_fits_the_schema(level: Level, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(FIELDS[level].values())))
    usual = st.sampled_from(["2020-10", "2020", "TSAG-1", "true", "fr", "-", *field.choices])
    words = data.draw(st.lists(st.one_of(usual, st.text(max_size=8)), min_size=1, max_size=2))
    try:
        value = value_of(field, words, ["TSAG-1"])
    except UsageFault:
        return
    item: dict[str, Any] = {**ACTIVITY} if level == "activity" else {}
    below = item
    for key in field.path[:-1]:
        below = below.setdefault(key, {})
    below[field.path[-1]] = value
    directive = {"id": "1", "text": "t", "references": "r", "activities": [ACTIVITY]}
    if level == "plan":
        resolution = {**PLAN["resolution"], **item.pop("resolution", {})}
        plan = {**PLAN, **item, "resolution": resolution, "directives": [directive]}
    elif level == "directive":
        plan = {**PLAN, "directives": [{**directive, **item}]}
    else:
        plan = {**PLAN, "directives": [{**directive, "activities": [item]}]}
    assert schema.fits(schema.PLAN, plan), (field, value)


@pytest.mark.parametrize(
    ("old", "new", "language", "meant"),
    [
        ("a", "b", None, "b"),
        (None, "b", None, "b"),
        ("a", "b", "en", "b"),
        (None, "b", "en", "b"),
        ("a", "b", "fr", {"en": "a", "fr": "b"}),
        (None, "b", "fr", {"fr": "b"}),
        ({"en": "a", "fr": "c"}, "b", None, {"en": "b", "fr": "c"}),
        ({"fr": "c"}, "b", None, {"fr": "c", "en": "b"}),
        ({"en": "a", "fr": "c"}, None, "fr", {"en": "a"}),
        ({"fr": "c"}, None, "fr", None),
        ({"en": "a", "fr": "c"}, None, None, None),
        ("a", None, "fr", "a"),
        ("a", None, "en", None),
        (None, None, "en", None),
    ],
)
def test_languages(old: object, new: str | None, language: str | None, meant: object) -> None:
    assert changed(NOTES, old, new, language, "en") == meant


def test_what_every_item_has_cannot_be_taken_away() -> None:
    with pytest.raises(UsageFault, match="text cannot be taken away"):
        changed(TEXT, {"fr": "a"}, None, "fr", "en")


@given(
    old=st.one_of(st.none(), st.text(), st.dictionaries(st.sampled_from(LANGUAGES), st.text())),
    new=st.text(),
    language=st.one_of(st.none(), st.sampled_from(LANGUAGES)),
    own=st.sampled_from(LANGUAGES),
)
def test_setting_twice_is_setting_once(
    old: object, new: str, language: str | None, own: str
) -> None:
    once = changed(NOTES, old, new, language, own)
    assert changed(NOTES, once, new, language, own) == once


def test_a_year_is_a_year_in_quotes_or_not() -> None:
    assert alike(FIELDS["activity"]["due"], "2020", 2020)
    assert not alike(NOTES, "2020", 2020)


def test_the_value_at_a_path() -> None:
    data = {"directives": [{"id": "1"}, {"id": "2"}]}
    assert data_at(data, ("directives", 1, "id")) == "2"
    assert data_at(data, ()) is data
    with pytest.raises(LookupError):
        data_at(data, ("directives", 2))
