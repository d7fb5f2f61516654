"""The words of a directive: those of the clause, without what joined them to the verb."""

from __future__ import annotations

import pytest

from planctl.change.answering import directives


@pytest.mark.parametrize(
    ("block", "clause", "words"),
    [
        ("resolves", "to study lamps;", "Study lamps"),
        ("resolves", "that lamps be lit,", "Lamps be lit"),
        ("décide", "de poursuivre les travaux;", "Poursuivre les travaux"),
        ("charge le Directeur du TSB", "d'organiser des ateliers,", "Organiser des ateliers"),
        ("charge le Directeur du TSB", "de nouvelles lampes.", "De nouvelles lampes"),
        ("encarga al Director de la TSB", "que informe;", "Informe"),
        ("resuelve invitar a los Miembros", "a participar.", "Participar"),
        ("resuelve", "a largo plazo, ahorrar;", "A largo plazo, ahorrar"),
        ("решает", "что отчеты важны;", "Отчеты важны"),
        ("تقرر", "أن تواصل العمل؛", "تواصل العمل"),
        ("责成秘书长", "每年报告；", "每年报告"),
    ],
)
def test_what_joins_a_clause_to_its_verb_is_left_out(block: str, clause: str, words: str) -> None:
    (made,) = directives([{"block": block, "number": "2bis", "text": clause}], "SG5")
    assert (made["text"], made["activities"][0]["text"]) == (words, words)
