"""The annexes as data."""

from __future__ import annotations

from planctl.publish.json import annex_data
from planctl.publish.table import Annex, Cell, Paragraph, Run
from tests.publish.samples import COLUMNS, shipped_annexes, texts


def test_the_form_of_an_annex() -> None:
    linked = Paragraph((Run("See "), Run("itu.int", "https://itu.int/")), "bullet")
    unsafe = Paragraph((Run("x", "javascript:alert(1)"),))
    first = (Cell((Paragraph((Run("1"),)),)), Cell(), Cell((linked,)), Cell((unsafe,)))
    second = (Cell(continues=True), *first[1:])
    data = annex_data(
        Annex("ANNEX I", ("Plan:", "EMF"), "Plan", COLUMNS, (first, second), key="wtsa-72")
    )
    assert {key: data[key] for key in ("plan", "number", "heading", "title")} == {
        "plan": "wtsa-72",
        "number": "ANNEX I",
        "heading": ["Plan:", "EMF"],
        "title": "Plan",
    }
    assert data["columns"][0] == {"key": "level1", "heading": ["Level 1"], "group": "ID"}
    assert data["rows"][0] == {
        "level1": {"paragraphs": [{"kind": "text", "runs": [{"text": "1"}]}]},
        "level2": {"paragraphs": []},
        "directives": {
            "paragraphs": [
                {
                    "kind": "bullet",
                    "runs": [{"text": "See "}, {"text": "itu.int", "href": "https://itu.int/"}],
                }
            ]
        },
        "status": {"paragraphs": [{"kind": "text", "runs": [{"text": "x"}]}]},
    }
    assert data["rows"][1]["level1"] == {"continues": True}


def test_the_cells_of_the_shipped_plans_are_all_there() -> None:
    signs = {"bullet": "• ", "dash": "– "}
    for drawn in shipped_annexes():
        rows = [
            [
                "\n".join(
                    signs.get(part["kind"], "") + "".join(run["text"] for run in part["runs"])
                    for part in cell.get("paragraphs", ())
                )
                for cell in row.values()
            ]
            for row in annex_data(drawn)["rows"]
        ]
        assert rows == texts(drawn)
