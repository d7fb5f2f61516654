from __future__ import annotations

import pytest

from planctl.plan.identifiers import Identifier, parse

NAMES = [
    # text, kind, key, base, detail
    ("K.52", "recommendation", "K.52", "", ""),
    ("ITU-T L.1304", "recommendation", "L.1304", "", ""),
    ("Recommendation ITU-T K.83", "recommendation", "K.83", "", ""),
    ("ITU-T Rec. L.1470", "recommendation", "L.1470", "", ""),
    ("M.3016.1", "recommendation", "M.3016.1", "", ""),
    ("V.32bis", "recommendation", "V.32bis", "", ""),
    ("G.780/Y.1351", "recommendation", "G.780/Y.1351", "", ""),
    ("G.780 / Y.1351", "recommendation", "G.780/Y.1351", "", ""),
    ("T.4 (07/2003)", "recommendation", "T.4", "", "(07/2003)"),
    ("K.52 (2018)", "recommendation", "K.52", "", "(2018)"),
    ("G.Imp712", "recommendation", "G.Imp712", "", ""),
    ("K.91 Amd.3-Appendix IX", "amendment", "K.91 Amd.3", "K.91", "Appendix IX"),
    ("K.52 (2018) Amd. 1 (09/2018)", "amendment", "K.52 Amd.1", "K.52", "(2018) (09/2018)"),
    ("G.989 Amd 1", "amendment", "G.989 Amd.1", "G.989", ""),
    ("G.992.1/Amd 1", "amendment", "G.992.1 Amd.1", "G.992.1", ""),
    ("Amendment 1 to ITU-T K.52 (2018)", "amendment", "K.52 Amd.1", "K.52", "(2018)"),
    (
        "G.8275.1/Y.1369.1 (2022) Amendment 1 (01/24)",
        "amendment",
        "G.8275.1/Y.1369.1 Amd.1",
        "G.8275.1/Y.1369.1",
        "(2022) (01/24)",
    ),
    ("A.12 (2008) Cor.1", "corrigendum", "A.12 Cor.1", "A.12", "(2008)"),
    ("H.248.1 Amd.1 Corr. 2", "corrigendum", "H.248.1 Amd.1 Cor.2", "H.248.1 Amd.1", ""),
    ("A.13 (2019) Err. 1", "erratum", "A.13 Err.1", "A.13", "(2019)"),
    ("G.729 Annex C+", "annex", "G.729 Annex C+", "G.729", ""),
    ("Z.100 Annex F2 (06/2021)", "annex", "Z.100 Annex F2", "Z.100", "(06/2021)"),
    ("Z.100 App. II", "appendix", "Z.100 App.II", "Z.100", ""),
    ("Appendix IX to K.91", "appendix", "K.91 App.IX", "K.91", ""),
    ("K.Suppl.14", "supplement", "K.Suppl.14", "", ""),
    ("K.Suppl.14 to ITU-T K.series", "supplement", "K.Suppl.14", "", "to ITU-T K.series"),
    ("L.Suppl.37 to ITU-T L.1470", "supplement", "L.Suppl.37", "L.1470", "to ITU-T L.1470"),
    ("K Suppl. 14 (09/2019)", "supplement", "K.Suppl.14", "", "(09/2019)"),
    ("K.Sup.14", "supplement", "K.Suppl.14", "", ""),
    ("Supplement 14 to ITU-T K-series", "supplement", "K.Suppl.14", "", "to ITU-T K-series"),
    ("Supplement 4 to ITU-T K.91", "supplement", "K.Suppl.4", "K.91", "to ITU-T K.91"),
    ("ITU-T K-series Recommendations – Supplement 14", "supplement", "K.Suppl.14", "", ""),
    ("E.800-series Suppl. 9", "supplement", "E.800 Suppl.9", "", ""),
    ("L.ClimAI", "work-item", "L.ClimAI", "", ""),
    ("L.EE_slicing", "work-item", "L.EE_slicing", "", ""),
    ("L.ENV-KPI-5G-ARCH", "work-item", "L.ENV-KPI-5G-ARCH", "", ""),
    ("L.Sup.MDEE", "work-item", "L.Sup.MDEE", "", ""),
    ("L.1480rev", "work-item", "L.1480rev", "", ""),
    ("Supplement L.enablement", "work-item", "L.enablement", "", ""),
    ("X.5Gsec-t", "work-item", "X.5Gsec-t", "", ""),
    ("Q.400-Q.490", "series", "Q.400-Q.490", "", ""),
    ("X.680 to X.693", "series", "X.680-X.693", "", ""),
    ("L.1300 series Recommendations", "series", "L.1300 series", "", ""),
    ("ITU-T K-series", "series", "K series", "", ""),
]


@pytest.mark.parametrize(("text", "kind", "key", "base", "detail"), NAMES)
def test_names_have_one_key(text: str, kind: str, key: str, base: str, detail: str) -> None:
    assert parse(text) == Identifier(kind, key, text, base, detail)


@pytest.mark.parametrize(
    ("text", "key", "detail"),
    [
        ("K..52 Amd.1-Appendix V", "K.52 Amd.1", "Appendix V"),
        ("K. 91 Amd.1-Appendix VIII", "K.91 Amd.1", "Appendix VIII"),
        ("K. 91", "K.91", ""),
        ("K .91", "K.91", ""),
        ("ITU-T K 52", "K.52", ""),
        ("K 52 Amd.1", "K.52 Amd.1", ""),
        ("k.52", "K.52", ""),
        ("k.52 amd.1", "K.52 Amd.1", ""),
        ("k.suppl.14", "K.Suppl.14", ""),
        ("sg5-ls184", "SG5-LS184", ""),
    ],
)
def test_slips_are_read_as_meant_and_marked(text: str, key: str, detail: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.key, found.detail, found.well_formed) == (key, detail, False)
    assert found.spelling == text
