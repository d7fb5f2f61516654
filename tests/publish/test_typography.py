"""No-break characters, in what is laid out in pages and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given

from planctl.publish.table import Annex, Cell, Paragraph, Run
from planctl.publish.typography import set_text, typeset
from tests.publish.samples import COLUMNS, WORDS, annexes, shipped_annexes


def shown(text: str) -> str:
    """The text with a no-break space as "~" and a non-breaking hyphen as "="."""
    return set_text(text).replace("\u00a0", "~").replace("\u2011", "=")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ITU-T SG5, ITU-R and ITU-D/ITU-T", "ITU=T SG5, ITU=R and ITU=D/ITU=T"),
        ("the ITU-T's ITU-T-based ITU-Telecom", "the ITU=T's ITU=T-based ITU-Telecom"),
        ("at 1.5 °C, 20 % of 5 GHz and 61 V/m", "at 1.5~°C, 20~% of 5~GHz and 61~V/m"),
        ("SG5 W, K.52 MHz, 5 Weeks, 3 MHz-wide", "SG5 W, K.52 MHz, 5 Weeks, 3~MHz-wide"),
        ("on 15 October 2020, from 3 to 5 April", "on 15~October 2020, from 3 to 5~April"),
        ("in 2020 October; 2.5 May; 4-5 April", "in 2020 October; 2.5 May; 4-5~April"),
        ("1er octobre, 15 de octubre, 15 октября", "1er~octobre, 15~de octubre, 15~октября"),
        ("No. 5, Nos. 5, N° 5, № 5, Res. 72", "No.~5, Nos.~5, N°~5, №~5, Res.~72"),
        ("Resolution 72, Résolution 72", "Resolution~72, Résolution~72"),
        ("Резолюции 72, Resolución 72", "Резолюции~72, Resolución~72"),
        ("Resolution of 2016", "Resolution of 2016"),
        ("www.itu.int/ITU-T/x", "www.itu.int/ITU-T/x"),
        ("tsbsg5@itu.int at ITU-T", "tsbsg5@itu.int at ITU-T"),
        ("Objet : « ITU-T »", "Objet : « ITU=T »"),
        ("", ""),
    ],
)
def test_what_is_kept_on_a_line(text: str, printed: str) -> None:
    assert shown(text) == printed
    assert shown(set_text(text)) == printed


@given(WORDS)
def test_only_spaces_and_hyphens_change(text: str) -> None:
    table = str.maketrans("\u00a0\u2011", " -")
    assert set_text(text).translate(table) == text.translate(table)


@given(annexes())
def test_an_annex_keeps_its_form_and_its_links(drawn: Annex) -> None:
    def form(annex: Annex) -> list[list[list[tuple[str, list[str | None]]]]]:
        return [
            [
                [(one.kind, [run.href for run in one.runs]) for one in cell.paragraphs]
                for cell in row
            ]
            for row in annex.rows
        ]

    assert form(typeset(drawn)) == form(drawn)
    assert typeset(typeset(drawn)) == typeset(drawn)


def test_an_address_that_is_a_link_stays_as_it_is() -> None:
    address = "https://www.itu.int/en/ITU-T/studygroups"
    cell = Cell((Paragraph((Run("See ITU-T "), Run(address, address))),))
    annex = Annex("ANNEX I", ("Resolution 72",), "t", COLUMNS, ((cell,) * 4,))
    made = typeset(annex)
    assert made.rows[0][0].paragraphs[0].runs == (Run("See ITU\u2011T "), Run(address, address))
    assert made.heading == ("Resolution\u00a072",)


def test_the_shipped_plans() -> None:
    first = typeset(shipped_annexes()[0])
    assert first.heading[0] == (
        "Action plan for implementation of WTSA Resolution\u00a072 (Rev. Hammamet, 2016):"
    )
    texts = [part.text for row in first.rows for cell in row for part in cell.paragraphs]
    assert not any("ITU-T " in text for text in texts)
