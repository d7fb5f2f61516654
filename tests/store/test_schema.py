"""The schemas: what they say, that two validators agree on them, and how refusals are worded."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from planctl.errors import UnreadablePlan
from planctl.store import planfile, schema
from planctl.store.agreement import agreement
from planctl.store.misfits import misfits
from planctl.store.yaml.reader import read

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
SMALL = """\
resolution: {assembly: WTSA, number: 72, edition: "Rev. Hammamet, 2016", title: EMF}
lead: ITU-T SG5
as_of: 2020-10
directives:
  - id: "1"
    text: Publish reports
    references: Resolves (i)
    activities:
      - id: "1.1"
        text: Publish reports
        responsible: [ITU-T SG5]
        time_plan: Ongoing
        status: ongoing
        report:
          - text: "Completed:"
            deliverables:
              - K.52
              - ref: K.91
                title: Guidance
                items: [K.100]
"""


@pytest.mark.parametrize("name", [schema.PLAN, schema.SETTINGS])
def test_the_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema.document(name))


def _properties(part: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "properties":
                for name, described in value.items():
                    yield f"{where}/{name}", described
            yield from _properties(value, f"{where}/{key}")


@pytest.mark.parametrize("name", [schema.PLAN, schema.SETTINGS])
def test_every_property_is_described_for_the_editor(name: str) -> None:
    document = schema.document(name)
    for where, described in _properties(document):
        if described is False or where.endswith("/id"):
            continue
        target = document["$defs"].get(str(described.get("$ref", "")).rpartition("/")[2], {})
        assert described.get("description") or target.get("description"), where


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_shipped_plans_fit(path: Path) -> None:
    assert schema.fits(schema.PLAN, read(path.read_text(encoding="utf-8")))


def _places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    steps: Any = data.items() if isinstance(data, dict) else ()
    for step, value in enumerate(data) if isinstance(data, list) else steps:
        yield from _places(value, (*path, step))


_SCALARS = st.none() | st.booleans() | st.integers(-5, 3000) | st.floats(allow_nan=False)
_WORDS = st.sampled_from(["", "ongoing", "2020-10", "2020-13", "1.1", "https://itu.int/x", "K.52"])
_KEYS = st.sampled_from(["id", "text", "year", "kind", "items", "en", "fr", "see", "staus"])
_VALUES = st.recursive(
    _SCALARS | _WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_KEYS, inner, max_size=2),
    max_leaves=4,
)


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_validators_give_one_verdict_and_a_refusal_is_explained(data: st.DataObject) -> None:
    plan = copy.deepcopy(read(SMALL))
    *steps, last = data.draw(st.sampled_from([place for place in _places(plan) if place]))
    holder = plan
    for step in steps:
        holder = holder[step]
    if data.draw(st.booleans()):
        holder[last] = data.draw(_VALUES)
    elif isinstance(holder, dict) and data.draw(st.booleans()):
        holder[data.draw(_KEYS)] = data.draw(_VALUES)
    else:
        del holder[last]
    decided = schema.fits(schema.PLAN, plan)
    assert decided == Draft202012Validator(schema.document(schema.PLAN)).is_valid(plan)
    explained = misfits(schema.PLAN, plan, lambda _: "source")
    assert bool(explained) == (not decided)


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_agrees_for_sure_is_accepted(data: st.DataObject) -> None:
    plan = copy.deepcopy(read(SMALL))
    *steps, last = data.draw(st.sampled_from([place for place in _places(plan) if place]))
    holder = plan
    for step in steps:
        holder = holder[step]
    holder[last] = data.draw(_VALUES)
    document = schema.document(schema.PLAN)
    assert Draft202012Validator(document).is_valid(plan) or not agreement(document)(plan)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_shipped_plans_agree_for_sure(path: Path) -> None:
    plan = read(path.read_text(encoding="utf-8"))
    assert agreement(schema.document(schema.PLAN))(plan)


def test_what_is_right_agrees_for_sure() -> None:
    assert agreement(schema.document(schema.PLAN))(read(SMALL))


DOUBTFUL: list[tuple[object, object]] = [
    ({"type": "string", "format": "date"}, "2020-10-15"),  # a keyword that is not known
    ({"type": "number"}, 1),
    ({"enum": [1]}, True),
    ({"enum": [1]}, 1),
    ({"pattern": "^a$"}, "a\n"),
    ({"pattern": "^[^b]$"}, "é"),
    ({"type": "integer"}, True),
    ({"type": "integer"}, 1.0),
    ({"type": "object", "additionalProperties": False}, {"a": 1}),
    ({"$ref": "#/$defs/a", "minLength": 2, "$defs": {"a": {"type": "string"}}}, "a"),
    ({"propertyNames": {"enum": ["en"]}}, {"fr": 1}),
    ({"required": ["a"]}, {}),
    ({"items": False}, [1]),
]


@pytest.mark.parametrize(("form", "value"), DOUBTFUL, ids=str)
def test_what_is_not_sure_does_not_agree(form: dict[str, object], value: object) -> None:
    assert not agreement(form)(value)


MISTAKES = {
    "an ID without quotes": ('id: "1.1"', "id: 1.10", '9:13: error[schema]: 1.10 is read as a'
        ' number; write it in quotes: "1.10"'),
    "a misspelt field": ("status: ongoing", "staus: ongoing",
        "9:9: error[schema]: the field “status” is missing|"
        "13:16: error[schema]: there is no field “staus” here; did you mean “status”?"),
    "a misspelt status": ("status: ongoing", "status: onging",
        "13:17: error[schema]: “onging” is not one of: not-started, ongoing, completed, suspended,"
        " superseded; did you mean “ongoing”?"),
    "nothing after the colon": ("time_plan: Ongoing", "time_plan:",
        "12:9: error[schema]: nothing is written here; text or fields (each on a line of its own,"
        " “name: value”) belong here"),
    "a body that is not a list": ("[ITU-T SG5]", "ITU-T SG5",
        "11:22: error[schema]: text stands here; a list (each item on a line of its own, after"
        " “- ”) belongs here"),
    "a month that is none": ("as_of: 2020-10", "as_of: 2020-13",
        "3:8: error[schema]: “2020-13” does not fit. The month the Status column speaks of: 2020-10"
        ' prints "Status (October 2020)".'),
    "a year where a month belongs": ("as_of: 2020-10", "as_of: 2020",
        "3:8: error[schema]: “2020” does not fit. The month the Status column speaks of: 2020-10"
        ' prints "Status (October 2020)".'),
    "items under items": ("items: [K.100]", "items: [{ref: K.100, items: [K.52]}]",
        "20:25: error[schema]: an item under a deliverable cannot have items of its own"),
    "an empty deliverable": ("- K.52", '- ""',
        "17:17: error[schema]: this is empty; write something, or take the field out"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda name: name.replace(" ", "-"))
def test_a_mistake_is_named_with_its_place_and_its_mend(mistake: str, tmp_path: Path) -> None:
    right, wrong, wanted = MISTAKES[mistake]
    assert right in SMALL
    path = tmp_path / "wtsa-72.yaml"
    path.write_text(SMALL.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(UnreadablePlan) as refused:
        planfile.read_data(path, "p", path.read_bytes())
    assert [str(finding) for finding in refused.value.findings] == [
        f"p:{line}" for line in wanted.split("|")
    ]


def test_the_example_in_the_schema_directory_is_what_an_installed_planctl_reads() -> None:
    for name in (schema.PLAN, schema.SETTINGS):
        shipped = json.loads((ROOT / "schema" / name).read_text(encoding="utf-8"))
        assert schema.document(name) == shipped
