"""The operative text in a plan, and what references mean in it."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.clauses import blocks_in, meanings

TSB = (
    "instructs the Director of the Telecommunication Standardization Bureau (TSB), in collaboration"
    " with the Directors of the other Bureaux"
)


def clause(block: str, number: str = "", sub: str = "") -> dict[str, Any]:
    given = {"block": block, "number": number, "sub": sub, "text": f"{block} {number}{sub}"}
    return {key: value for key, value in given.items() if value}


TEXT = [
    clause("resolves", "1"),
    clause("resolves", "2"),
    clause("resolves", "2", "a)"),
    clause("resolves", "2", "b)"),
    clause("resolves to invite TSAG"),
    clause(TSB, "1"),
    clause(TSB, "2"),
    clause("instructs the Director of the Radiocommunication Bureau", "1"),
    clause("instructs all study groups of the ITU Telecommunication Standardization Sector", "i"),
    clause("instructs all study groups of the ITU Telecommunication Standardization Sector", "ii"),
    clause("责成秘书长与三个局的主任协作"),
    clause("责成秘书长与三个局的主任协作", "1"),
]
BLOCKS = list(blocks_in(TEXT))


@pytest.mark.parametrize(
    ("reference", "named"),
    [
        ("Resolves (1)", ["Resolves (1)"]),
        ("Resolves (ii)", ["Resolves (2)"]),
        ("Resolves (1, 2)", ["Resolves (1)", "Resolves (2)"]),
        ("Resolves (2) b)", ["Resolves (2) b)"]),
        ("Resolves (1); Resolves to invite TSAG", ["Resolves (1)", "Resolves to invite TSAG"]),
        ("Resolves to invite TSAG (1)", ["Resolves to invite TSAG"]),
        ("resolves 1", ["Resolves (1)"]),
        ("Resolves 1 and 2", ["Resolves (1)", "Resolves (2)"]),
        ("Resolves 2 b)", ["Resolves (2) b)"]),
        ("Resolves (2)(b)", ["Resolves (2) b)"]),
        ("Resolves (2b)", ["Resolves (2) b)"]),
        ("Resolves (2) a), b)", ["Resolves (2) a)", "Resolves (2) b)"]),
        ("Resolves (1); (2)", ["Resolves (1)", "Resolves (2)"]),
        ("Resolves (1)\nInstructs TSB (2)", ["Resolves (1)", f"I{TSB[1:]} (2)"]),
        ("Resolves (1), Instructs TSB (2)", ["Resolves (1)", f"I{TSB[1:]} (2)"]),
        ("Instructs the Director... (2)", [f"I{TSB[1:]} (2)"]),
        ("Instructs the Director of TSB (1)", [f"I{TSB[1:]} (1)"]),
        (
            "Instructs all ITU-T SGs (2)",
            ["Instructs all study groups of the ITU Telecommunication Standardization Sector (ii)"],
        ),
        ("责成秘书长（1）", ["责成秘书长与三个局的主任协作 (1)"]),
    ],
)
def test_what_a_reference_names(reference: str, named: list[str]) -> None:
    found = meanings(reference, BLOCKS)
    assert [one.fault for one in found if one.fault] == []
    assert [one.block.name(each) for one in found if one.block for each in one.clauses] == named


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        ("Invites Member States (1)", "no block of the text begins so"),
        ("Resolves (3)", "“Resolves” has no such clause"),
        ("Resolves (2) c)", "“Resolves” has no such clause"),
        ("Resolves (1, 2, 3, 4)", "“Resolves” has (1), (2), but no (3), (4)"),
        ("Resolves", "“Resolves” has 2 clauses; give a number"),
        (
            "Instructs the Director... (1)",
            "it could be any of “Instructs the Director of TSB”; “Instructs the Director of BR”",
        ),
        (
            "Instructs the Director... (7)",
            "none of “Instructs the Director of TSB”; “Instructs the Director of BR” has such a"
            " clause",
        ),
    ],
)
def test_what_is_wrong_with_a_reference(reference: str, fault: str) -> None:
    assert [(one.clauses, one.fault) for one in meanings(reference, BLOCKS)] == [((), fault)]


def test_a_number_means_the_block_that_has_numbers() -> None:
    others = [clause("instructs the Director of BDT"), clause("instructs the Director of RAG")]
    numbered = [clause(TSB, "1"), clause(TSB, "2")]
    (found,) = meanings("Instructs the Director... (1)", list(blocks_in([*numbered, *others])))
    assert [one.number for one in found.clauses] == ["1"]
    (found,) = meanings("Instructs the Director... (1)", list(blocks_in(others)))
    assert found.fault.startswith("it could be any of")


def test_clauses_that_were_put_in_and_clauses_with_decimals() -> None:
    numbers = [("1", ""), ("1", "1.1"), ("1", "1.2"), ("1bis", ""), ("1ter", ""), ("2", "")]
    blocks = list(blocks_in([clause("resolves", number, sub) for number, sub in numbers]))
    for reference in ("Resolves (1bis)", "Resolves (1ter)", "Resolves (1.2)", "Resolves (2)"):
        (found,) = meanings(reference, blocks)
        assert [blocks[0].name(one) for one in found.clauses] == [reference]
    (both,) = meanings("Resolves (1, 1bis)", blocks)
    assert [one.number for one in both.clauses] == ["1", "1bis"]
    assert meanings("Resolves (2bis)", blocks)[0].fault == "“Resolves” has no such clause"
    cyrillic = list(blocks_in([clause("решает", letter) for letter in "абв"]))
    assert meanings("Решает (в)", cyrillic)[0].clauses[0].number == "в"


def test_bodies_under_their_names_in_any_language() -> None:
    names = (
        "charge le Directeur du Bureau de la normalisation des télécommunications, en collaboration"
        " avec les Directeurs des autres Bureaux",
        "charge la Commission d'études 5 de l'UIT-T",
        "invite les États Membres",
    )
    blocks = list(blocks_in([clause(name, "1") for name in names]))
    for at, reference in enumerate(
        ("Charge le Directeur du TSB (1)", "Instructs SG5 (1)", "Invites Member States (1)")
    ):
        (found,) = meanings(reference, blocks)
        assert (found.fault, found.block) == ("", blocks[at])
    assert meanings("Invites Academia (1)", blocks)[0].fault == "no block of the text begins so"


def test_blocks() -> None:
    assert [(one.kind, len(one.clauses), len(one.within)) for one in BLOCKS] == [
        ("resolves", 2, 2),
        ("resolves", 1, 0),
        ("instructs", 2, 0),
        ("instructs", 1, 0),
        ("instructs", 2, 0),
        ("instructs", 1, 0),
    ]
    assert BLOCKS[-1].lead == "责成秘书长与三个局的主任协作 "
    twice = list(blocks_in([clause("resolves", "1"), clause("resolves", "1")]))
    assert [len(one.clauses) for one in twice] == [1, 1]
    assert meanings("Resolves (1)", twice)[0].fault == "it could be any of “Resolves”; “Resolves”"
    letters = list(blocks_in([clause("resolves", letter) for letter in "abcdefghi"]))
    assert meanings("Resolves (i)", letters)[0].clauses[0].number == "i"
    assert meanings(" ;", BLOCKS) == []
    first, second = meanings("Resolves (1); as agreed", BLOCKS)
    assert (first.fault, first.clauses[0].number) == ("", "1")
    assert (second.said, second.fault) == ("as agreed", "it cannot be read as a reference")
