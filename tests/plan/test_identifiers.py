from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.identifiers import (
    Identifier,
    find_all,
    flatten,
    fold,
    normalise,
    parse,
    split,
)

KNOWN = [
    *("K.52", "ITU-T L.1304", "G.780/Y.1351", "T.4 (07/2003)", "K.91 Amd.3-Appendix IX"),
    *("K Suppl. 14 (09/2019)", "Supplement 14 to ITU-T K-series", "L.Suppl.37 to ITU-T L.1470"),
    *("L.ENV-KPI-5G-ARCH", "L.1480rev", "Q.400-Q.490", "L.1300 series", "SG5 - LS 184", "TD 120"),
    *("T22-TSAG-221212-TD-GEN-0011-R1", "TSB Circular 203", "ES 204 087", "DES/EE-EEPS66"),
    *("ISO/TC 154/JWG 9", "IEEE SA P3828", "ITU-R BS.1698", "UNECE Recommendation 49", "K..52"),
]

TITLES = [
    "PACE",
    "EMF Guide & Mobile App",
    "E-waste coalition",
    "Technical Report on “Visions of Best Practices on Artificial Intelligence”",
    "Draft Recommendations on “Assessment of material efficiency of ICT network goods",
    "ITU-T Recommendations on EMF",
    "Solving the e-waste problem (StEP)",
    "IV International Conference, EMF and Future of Telecommunication",
    "V. 2020 report",
    "I. 5 things to do",
    "A 5G forum",
    "K 52",
    "M.Sc. students",
    "U.S. administration",
    "E.g. this one",
    "P.O. Box 5",
    "Q3/5",
    "ITU-T Q 3/5",
    "SG5",
    "K.52 and K.61",
    "K.52.",
    "W.52",
    "B.10",
    "https://www.itu.int/en/ITU-T/emf/Pages/default.aspx",
    "supplementary text",
    "l.enablement",
    "Amendment 1 to the report",
    "Supplement 14 to the Manual",
    "",
    "·",
]


@pytest.mark.parametrize("text", TITLES)
def test_titles_are_no_identifiers(text: str) -> None:
    assert parse(text) is None


def test_a_draft_is_marked_and_its_spelling_kept() -> None:
    assert parse("Draft ITU-T L.1024") == Identifier(
        "recommendation", "L.1024", "Draft ITU-T L.1024", draft=True
    )
    found = parse("draft new Recommendation ITU-T L.1472")
    assert found is not None
    assert (found.key, found.draft) == ("L.1472", True)


def test_the_spelling_keeps_its_own_characters_but_not_what_stands_around() -> None:
    assert parse("·\u00a0ITU\u2011T\u00a0K.52 ") == Identifier(
        "recommendation", "K.52", "ITU\u2011T\u00a0K.52"
    )


@pytest.mark.parametrize(
    ("text", "key", "spelling", "rest"),
    [
        ("ITU-T L.1304 “Procurement”", "L.1304", "ITU-T L.1304", " “Procurement”"),
        ("SG5-LS184 - LS/r on work", "SG5-LS184", "SG5-LS184", " - LS/r on work"),
        ("SG5-LS22 – LS on", "SG5-LS22", "SG5-LS22", " – LS on"),
        ("L.EE_slicing on “Energy", "L.EE_slicing", "L.EE_slicing", " on “Energy"),
        ("L.ENV-KPI-5G-ARCH: on “", "L.ENV-KPI-5G-ARCH", "L.ENV-KPI-5G-ARCH", ": on “"),
        ("L.SM_EN” Smart", "L.SM_EN", "L.SM_EN", "” Smart"),
        (
            "L.Suppl.37 to ITU-T L.1470 “Guidance”",
            "L.Suppl.37",
            "L.Suppl.37 to ITU-T L.1470",
            " “Guidance”",
        ),
        ("Draft ITU-T L.1024 (ex.L.SEEQ) “", "L.1024", "Draft ITU-T L.1024", " (ex.L.SEEQ) “"),
        ("Supplement L.enablement “GHG", "L.enablement", "Supplement L.enablement", " “GHG"),
        ("L.1480 DES/EE-EEPS66 (ES 204 087)", "L.1480", "L.1480", " DES/EE-EEPS66 (ES 204 087)"),
        ("L.simplifiedLCA/ES 204 085", "L.simplifiedLCA", "L.simplifiedLCA", "/ES 204 085"),
        ("L.Mat_frame: Part 1: General", "L.Mat_frame", "L.Mat_frame", ": Part 1: General"),
        (" ·\u00a0SG5\u2011LS4 - LS", "SG5-LS4", "SG5\u2011LS4", " - LS"),
        ("K.52. The", "K.52", "K.52", ". The"),
    ],
)
def test_an_identifier_is_split_from_its_title(
    text: str, key: str, spelling: str, rest: str
) -> None:
    found, remainder = split(text)
    assert found is not None
    assert (found.key, found.spelling, remainder) == (key, spelling, rest)


def test_a_text_without_identifier_is_not_split() -> None:
    assert split("  Workshop on “5G”") == (None, "  Workshop on “5G”")


def test_prose_is_searched_cautiously() -> None:
    text = (
        "Recommendation ITU-T K.83 was revised, see clause A.5, L.simplifiedLCA/ES 204 085, "
        "J.Smith, K. 91, ITU-R M.2083 and https://www.itu.int/K.52 (SG5-LS4)."
    )
    found = find_all(text)
    assert [(text[start:end], name.key) for start, end, name in found] == [
        ("Recommendation ITU-T K.83", "K.83"),
        ("L.simplifiedLCA", "L.simplifiedLCA"),
        ("ES 204 085", "ETSI ES 204 085"),
        ("ITU-R M.2083", "ITU-R M.2083"),
        ("SG5-LS4", "SG5-LS4"),
    ]
    assert all(text[start:end] == name.spelling for start, end, name in found)


def test_a_work_item_that_could_be_a_word_needs_an_introduction() -> None:
    assert find_all("L.enablement") == []
    assert [name.key for _, _, name in find_all("the Supplement L.enablement")] == ["L.enablement"]


@pytest.mark.parametrize(
    "text",
    [
        *("T.Berners-Lee spoke", "E.ON energy", "Y.2K", "G.20 leaders", "an M.2 SSD", "room H.2"),
        *("A.1 Scope", "D.3 Next steps", "A.2.1 Terms and definitions", "E.coli", "P.O. Box 12"),
        "See the annex: A.1 Opening.",
        *("Q.E.D.", "L.A.", "M.Sc. and B.Sc.", "version 1.2", "Vitamin D.3", "J.-P. Dupont"),
        *("Version V.2", "Q.1 2025", "Q.4 results", "O.J. L.119"),
    ],
)
def test_false_friends_in_prose(text: str) -> None:
    assert find_all(text) == []


def test_folded_keys_are_equal_where_only_the_writing_differs() -> None:
    assert fold("L.EE_slicing") == fold("L.EE_Slicing")
    assert fold("L.Sup.MDEE") == fold("L.Suppl.mdee")
    assert fold("K.52 Amd.1") != fold("K.52 Amd.11")


def test_normalising_makes_spaces_hyphens_and_bullets_plain() -> None:
    assert normalise("\t· ITU\u2011T\u00a0 K.52\u2003(2018)\n") == "ITU-T K.52 (2018)"


letters = st.sampled_from("ADEFGHIJKLMNOPQRSTUVXYZ")
numbers = st.integers(1, 9999).map(str)
small = st.integers(1, 99).map(str)
gaps = st.sampled_from(["", " ", "\u00a0", "  "])
roman = st.sampled_from(["I", "II", "IV", "V", "IX"])


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a kind, a key, and one of the ways to write it."""
    letter, number, other = draw(letters), draw(numbers), draw(small)
    gap, prefix = draw(gaps), draw(st.sampled_from(["", "ITU-T ", "ITU\u2011T\u00a0", "· ITU-T "]))
    edition = draw(st.sampled_from(["", " (2018)", " (09/2019)", "\u00a0(2020-11)"]))
    base = f"{letter}.{number}"
    amd = draw(st.sampled_from(["Amd.", "Amd", "Amendment", "Amend."]))
    dash = draw(st.sampled_from(["-", " - ", "–", "\u2011"]))
    described = draw(st.sampled_from(["", "-Appendix V", " Annex A"]))
    sup = draw(st.sampled_from(["Suppl.", "Sup.", "Supp.", "Supplement", "suppl."]))
    return draw(
        st.sampled_from(
            [
                ("recommendation", base, f"{prefix}{base}{edition}"),
                (
                    "amendment",
                    f"{base} Amd.{other}",
                    f"{prefix}{base}{edition} {amd}{gap}{other}{described}",
                ),
                (
                    "corrigendum",
                    f"{base} Cor.{other}",
                    f"{prefix}{base} Corr.{gap}{other}{edition}",
                ),
                ("appendix", f"{base} App.IX", f"{prefix}{base} Appendix{gap or ' '}IX"),
                ("supplement", f"{letter}.Suppl.{other}", f"{prefix}{letter}.{sup}{gap}{other}"),
                ("supplement", f"{letter}.Suppl.{other}", f"{prefix}{letter} {sup}{gap}{other}"),
                (
                    "supplement",
                    f"{letter}.Suppl.{other}",
                    f"Supplement {other} to ITU-T {letter}-series",
                ),
                ("work-item", f"{letter}.EE_{other}", f"{prefix}{letter}.EE_{other}"),
                ("liaison-statement", f"SG5-LS{number}", f"SG5{dash}LS{gap}{number}"),
                ("document", f"TD{number}-R{other}", f"TD{gap}{number} Rev.{gap}{other}"),
                ("document", f"TSAG-C{number}", f"TSAG{dash.replace('–', '-')}C{number}"),
                ("circular", f"TSB Circular {number}", f"TSB Circular{gap or ' '}{number}"),
                ("partner-standard", "ETSI ES 204 087", f"ES 204{gap}087"),
            ]
        )
    )


@settings(deadline=None, max_examples=150)
@given(spellings())
def test_every_spelling_has_the_one_key(drawn: tuple[str, str, str]) -> None:
    kind, key, text = drawn
    found = parse(text)
    assert found is not None, text
    assert (found.kind, found.key) == (kind, key)
    again = parse(key)
    assert again is not None
    assert again.key == key
    assert [name.key for _, _, name in find_all(f"see {text}, and")] == [key]


def pieces() -> st.SearchStrategy[str]:
    return st.lists(
        st.sampled_from(
            [*KNOWN, *TITLES, " ", " to ", "-", "/", "(2018)", "·", "\u00a0", "Draft ", "“"]
        )
        | st.text(max_size=6),
        max_size=5,
    ).map("".join)


@settings(deadline=None, max_examples=200)
@given(pieces())
def test_any_text_is_read_without_error_and_split_without_loss(text: str) -> None:
    found, rest = split(text)
    if found:
        assert (found.spelling + rest) == text[len(text) - len(found.spelling + rest) :]
        lead = text[: len(text) - len(found.spelling + rest)]
        assert flatten(lead).strip(" ·•\uf0b7") == ""
    else:
        assert rest == text
    whole = parse(text)
    if whole:
        assert whole.key
        assert whole.spelling in text
    last = 0
    for start, end, name in find_all(text):
        assert last <= start < end
        assert text[start:end] == name.spelling
        last = end
    assert normalise(normalise(text)) == normalise(text)
    assert len(flatten(text)) == len(text)


@pytest.mark.parametrize(
    "piece",
    [
        *("K.", "K.5", "K.52 Amd.1 ", "ITU-T ", "Amendment 1 to ", "Annex A to A ", "L.a-", "L.a_"),
        *(" ", "TD 1 R", "T22-A-", "ISO/", "SG5-", "A.Sup.", "K-series ", "0", "Draft ", "K . "),
    ],
)
def test_long_hostile_texts_are_read_in_linear_time(piece: str) -> None:
    """Were matching not linear, one of these would not end within the life of the test run."""
    text = piece * (30_000 // len(piece))
    parse(text)
    split(text)
    find_all(text)


def plain_names() -> st.SearchStrategy[str]:
    """Names as they are written mostly, and what is nearly written so."""
    return st.one_of(
        *(
            st.from_regex(shape, fullmatch=True)
            for shape in (
                r"(ITU-T )?[A-Z]\.[0-9]{1,5}( \([12][09][0-9]{2}\))?( (Amd|Cor|Err)\.[0-9]{1,4})?",
                r"[A-Z]\.(Imp|[Ss]up|SUP|Suppl|Sc|Eng|E|[Ss]eries|5G|12bis|K)?[._-]?[A-Za-z0-9_-]{1,4}",
                r"[A-Z]\.[A-Za-z0-9_]{0,5}-[A-Za-z0-9_-]{1,4}",
                r"(ITU-T )?[A-Z]\.Suppl\.[0-9]{1,5}",
                r"(SG[0-9]{1,3}|TSAG|TDAG)-(LS|C|R|TD)[0-9]{1,6}",
                r"TD[0-9]{1,6}(-R[0-9]{1,2})?",
                r"(TSB )?Circular [0-9]{1,5}(/1)?",
                r"(ETSI )?(ES|EN|TS) [0-9]{3} ?[0-9]{3}",
            )
        )
    )


@settings(max_examples=200, deadline=None)
@given(plain_names())
def test_a_plain_name_is_read_as_the_grammars_read_it(text: str) -> None:
    found, rest = split(text)
    assert parse(text) == (None if rest else found)
