"""Plan → request → fill in → collect gives the intended edits, whatever is answered."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.forms import asking, paper, reading, workbook
from planctl.forms.asking import Round
from planctl.forms.change import data_with
from planctl.forms.collecting import collect
from planctl.forms.question import Form
from planctl.forms.returned import Returned
from planctl.plan.meeting import Meeting
from planctl.plan.model import STATUS_WORDS, Plan, plan_from
from planctl.store import schema
from tests.forms.filling import fill
from tests.publish.samples import shipped

MEETINGS = ("TSAG-2021-01", "TSAG-2021-10")
ROUND = Round(Meeting("TSAG-2021-01", "2021-01-11", "2021-01-18"), "2021-01-05", "a", "b")
ROWS = {plan.address(one): (plan, one) for plan in shipped() for _, one in plan.activities()}

SENTENCES = st.sampled_from(
    ["Work went on.", "A study was begun:\nit has two parts.", "工作仍在继续。", "واصلت اللجنة.",
     "- begun", "'quoted' & <b>", "Wörk ‑ “went” on", "12"]
)  # fmt: skip
LINES = st.sampled_from(
    ["K.150, Title, 2021-05-29, https://www.itu.int/a", "SG5-LS190, LS on X, 2020-11",
     "Webinar: E-waste today on 3 November 2020, Virtual", "电子废物指南, 2021", "K.151 (05/2021)"]
)  # fmt: skip
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "new_status": st.sampled_from([*STATUS_WORDS.values(), "", "completed"]),
        "progress": SENTENCES,
        "deliverables": st.lists(LINES, min_size=1, max_size=3, unique=True).map("\n".join),
        "next_step": SENTENCES,
        "due": st.sampled_from(["2021-10-25", "25 October 2021", "TSAG-2021-10", "", "-"]),
    },
)
DUE = {"25 October 2021": "2021-10-25"}


def forms(*bodies: str) -> list[Form]:
    made = asking.forms(shipped(), [], ROUND, bodies)
    return [form._replace(meetings=MEETINGS) for form in made]


def returned(form: Form, kind: str, answers: dict[str, dict[str, Any]]) -> Returned:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"form.{kind}")
        path.write_bytes((paper if kind == "docx" else workbook).write(form))
        return reading.read(fill(path, answers))


@settings(max_examples=20, deadline=None)
@given(st.data(), st.sampled_from(["xlsx", "docx"]))
def test_what_is_answered_is_what_changes(data: st.DataObject, kind: str) -> None:
    [form] = forms("SG5")
    asked = [one.address for one in form.questions]
    chosen = data.draw(st.lists(st.sampled_from(asked), max_size=4, unique=True))
    answers = {address: data.draw(ANSWERS) for address in chosen}
    for one in answers.values():
        if "deliverables" in one:
            one.setdefault("progress", "What came of it:")  # so that any of them has a place
    back = returned(form, kind, answers)
    outcome = collect([back], shipped(), MEETINGS)
    assert (outcome.faults, outcome.conflicts, outcome.remarks) == ((), (), ())
    now = [plan_from(plan.key, data_with(plan, outcome.changes)) for plan in shipped()]
    for plan in now:
        assert schema.fits(schema.PLAN, plan.data)
        for _, activity in plan.activities():
            was = ROWS[plan.address(activity)][1]
            check(was.data, activity.data, answers.get(plan.address(activity), {}))
    again = collect([back], now, MEETINGS)
    assert (again.changes, again.faults, again.conflicts) == ((), (), ())


def check(was: Any, now: Any, answer: dict[str, Any]) -> None:
    """The item changed as the answer says, and in nothing else."""
    meant = {key: value for key, value in was.items() if key != "report"}
    if answer.get("new_status"):
        words = {word: status for status, word in STATUS_WORDS.items()}
        meant["status"] = words.get(answer["new_status"], answer["new_status"])
    if answer.get("next_step"):
        meant["next_step"] = answer["next_step"]
    if answer.get("due", "-") not in ("", "-"):
        meant["due"] = DUE.get(answer["due"], answer["due"])
    assert {key: value for key, value in now.items() if key != "report"} == meant
    texts = [block.get("text") for block in now.get("report", ())]
    before = [block.get("text") for block in was.get("report", ())]
    if answer.get("progress"):
        assert texts[-1] == answer["progress"]
        assert texts[:-1] in (before, [], [*before, None]) or before == texts[: len(before)]
    cited = sum(len(block.get("deliverables", ())) for block in now.get("report", ()))
    cited -= sum(len(block.get("deliverables", ())) for block in was.get("report", ()))
    assert cited == len(answer.get("deliverables", "").split("\n")) * ("deliverables" in answer)


def plan_in(language: str) -> Plan:
    plan = shipped()[0]
    return plan_from(plan.key, {**plan.data, "language": language})


def test_forms_of_one_round_are_the_same_bytes() -> None:
    for form in forms("SG5", "WHO"):
        assert workbook.write(form) == workbook.write(form)
        assert paper.write(form) == paper.write(form)


def test_each_body_has_its_own_items_and_no_other() -> None:
    found = {form.body: [one.address for one in form.questions] for form in forms()}
    assert list(found) == [
        *("All ITU study groups", "Director TSB", "ITU-D SG2", "ITU-R SG1", "ITU-R SG6"),
        *("ITU-T SG5", "TSAG", "WHO"),
    ]
    assert found["WHO"] == ["wtsa-72/5"]
    assert found["ITU-R SG1"] == ["wtsa-72/4"]
    closed = [one for one in found["Director TSB"] if ROWS[one][1].status == "completed"]
    assert closed == []


def test_a_question_and_a_partner_are_asked_under_the_name_they_were_asked_for() -> None:
    assert [form.body for form in forms("Q3/5", "BDT", "ITU-R SG6")] == ["BDT", "ITU-R SG6", "Q3/5"]
    assert list(asking.named([*forms("Q3/5"), *forms("Q3/5")])) == [
        "TSAG-2021-01-Q3-5",
        "TSAG-2021-01-Q3-5-2",
    ]


def test_a_body_that_is_named_has_one_form() -> None:
    [form] = forms("TSB", "Director TSB")
    assert (form.body, len(form.questions)) == ("Director TSB", 17)
    assert [form.body for form in forms("ITU-R")] == ["ITU-R SG1", "ITU-R SG6"]


def test_arabic_runs_from_right_to_left() -> None:
    [form] = asking.forms([plan_in("ar")], [], ROUND, ["WHO"])
    assert form.right_to_left
    assert b'rightToLeft="1"' in _part(workbook.write(form), "xl/worksheets/sheet2.xml")
    assert b"<w:bidiVisual/>" in _part(paper.write(form), "word/document.xml")


def _part(data: bytes, name: str) -> bytes:
    import zipfile
    from io import BytesIO

    return zipfile.ZipFile(BytesIO(data)).read(name)
