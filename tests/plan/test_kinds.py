"""What the kinds of deliverables are called."""

from __future__ import annotations

import json

from planctl.plan.kinds import KIND_WORDS, counted
from planctl.store import schema


def test_every_kind_of_the_schema_has_words() -> None:
    document = json.loads(schema.file(schema.PLAN).read_text(encoding="utf-8"))
    kinds = document["$defs"]["deliverable"]["properties"]["kind"]["enum"]
    assert sorted(KIND_WORDS) == sorted(kinds)


def test_the_most_come_first_and_the_others_last() -> None:
    kinds = ["liaison-statement"] * 3 + ["recommendation"] * 4 + ["", "other", "", "", "", "forum"]
    assert counted(kinds) == "4 Recommendations, 3 liaison statements, 1 forum, 5 others"


def test_one_of_each_in_the_order_of_the_table() -> None:
    assert counted(["corrigendum", "amendment"]) == "1 Amendment, 1 Corrigendum"
    assert counted(["corrigendum", "corrigendum"]) == "2 Corrigenda"
    assert counted([]) == ""
