"""References that follow their clauses, and change no more than they must."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.change.citing import Target, followed
from planctl.plan.clauses import Block, blocks_in


def text(**blocks: int) -> list[dict[str, Any]]:
    return [
        {"block": name.replace("_", " "), "number": str(number), "text": f"{name} {number}"}
        for name, many in blocks.items()
        for number in range(1, many + 1)
    ]


OLD = list(blocks_in(text(resolves=5, instructs_the_Director_of_TSB=4, instructs_TSAG=1)))
NEW = list(blocks_in(text(resolves=7, instructs_the_Director_of_TSB=4, instructs_SG5=2)))


def target(blocks: list[Block], block: int, number: int) -> Target:
    return Target(blocks[block], blocks[block].clauses[number - 1])


FOLLOWING = {
    OLD[block].clauses[number - 1].path: [target(NEW, *one) for one in became]
    for (block, number), became in {
        (0, 1): [(0, 1)],
        (0, 2): [(0, 3)],
        (0, 3): [(0, 4), (0, 5)],
        (0, 4): [],
        (0, 5): [(2, 1)],
        (1, 1): [(1, 2)],
        (1, 2): [(1, 1)],
        (2, 1): [],
    }.items()
}


@pytest.mark.parametrize(
    ("reference", "becomes"),
    [
        ("Resolves (1)", "Resolves (1)"),
        ("Resolves (2)", "Resolves (3)"),
        ("Resolves (ii)", "Resolves (iii)"),
        ("resolves\n(1, 2)", "resolves\n(1, 3)"),
        ("Resolves (3)", "Resolves (4, 5)"),
        ("Resolves (1-3)", "Resolves (1, 3, 4, 5)"),
        ("Resolves (4, 1)", "Resolves (1)"),
        ("Resolves (5)", "Instructs SG5 (1)"),
        ("Resolves (2, 5)", "Resolves (3); Instructs SG5 (1)"),
        ("Instructs the Director... (1)", "Instructs the Director... (2)"),
        (
            "Resolves (2); Instructs the Director… (2)",
            "Resolves (3); Instructs the Director… (1)",
        ),
        ("Resolves (4); Resolves (2)", "Resolves (3)"),
        ("Instructs the Director... (3)", "Instructs the Director... (3)"),
        ("Resolves (9)", "Resolves (9)"),
        ("resolves 2", "resolves 3"),
        ("Resolves 1, 2 and 3", "Resolves 1, 3, 4, 5"),
        ("Resolves (2);", "Resolves (3);"),
        ("Resolves (2)\nInstructs the Director (1)", "Resolves (3)\nInstructs the Director (2)"),
        ("Resolves (2), Resolves (4)", "Resolves (3)"),
        ("Resolves (2)；Instructs SG9 (1)", "Resolves (3)；Instructs SG9 (1)"),
        ("as agreed", "as agreed"),
    ],
)
def test_a_reference_follows(reference: str, becomes: str) -> None:
    found = followed(reference, OLD, NEW, FOLLOWING)
    assert (found.text, found.gone, found.moved) == (becomes, False, becomes != reference)


@pytest.mark.parametrize(
    "reference", ["Resolves (4)", "Instructs TSAG", "Resolves (4); Instructs TSAG"]
)
def test_a_reference_of_which_nothing_is_left_stays(reference: str) -> None:
    assert followed(reference, OLD, NEW, FOLLOWING) == (reference, True, True)
