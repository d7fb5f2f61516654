"""A deliverable typed on the command line."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.ingest.typed import kind_under, read, read_event


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("SG5-LS190", {"ref": "SG5-LS190"}),
        (" • sg5-ls190 ", {"ref": "sg5-ls190"}),
        ("ITU\u2011T K.52", {"ref": "ITU-T K.52"}),
        (
            "SG5-LS190 - LS/r on work under study [to WHO]",
            {"ref": "SG5-LS190", "title": "LS/r on work under study", "note": "to WHO"},
        ),
        ("SG5-LS190: LS/r on it", {"ref": "SG5-LS190", "title": "LS/r on it"}),
        (
            "Webinar: E-waste today, Virtual, 3 March 2021.",
            {
                "kind": "webinar",
                "title": "Webinar: E-waste today",
                "date": "2021-03-03",
                "place": "Virtual",
            },
        ),
        ("PACE", {"title": "PACE"}),
        ("https://www.itu.int/x", {"url": "https://www.itu.int/x"}),
        (
            "L.1480 DES/EE-EEPS66 (ES 204 087): “Enabling”",
            {
                "ref": "L.1480",
                "title": "DES/EE-EEPS66 (ES 204 087): “Enabling”",
                "text": "L.1480 DES/EE-EEPS66 (ES 204 087): “Enabling”",
            },
        ),
    ],
)
def test_what_is_typed_becomes_fields(text: str, fields: dict[str, Any]) -> None:
    assert read(text) == fields


def test_the_lead_in_tells_the_kind() -> None:
    lead_in = "ITU-T SG5 participates in the following initiatives and partnerships:"
    assert kind_under("Alliance", lead_in) == {"kind": "initiative"}
    assert kind_under("Alliance", "Also:") == {}


def test_an_event_with_its_date_beside_it() -> None:
    assert read_event("Forum on it, Virtual", "2021-03-03") == {
        "kind": "forum",
        "title": "Forum on it",
        "date": "2021-03-03",
        "place": "Virtual",
    }
    assert read_event("Guidance, Virtual", "2021-03-03") == {"title": "Guidance, Virtual"}
    assert read_event("Forum on it, Virtual", "2021") == {"title": "Forum on it, Virtual"}
    assert read_event("K.52", "2021-03-03") == {"ref": "K.52"}
