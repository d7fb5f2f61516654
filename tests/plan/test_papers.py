from __future__ import annotations

import pytest

from planctl.plan.identifiers import Identifier, parse

NAMES = [
    # text, kind, key, base, detail
    ("SG5-LS184", "liaison-statement", "SG5-LS184", "", ""),
    ("SG5 - LS 184", "liaison-statement", "SG5-LS184", "", ""),
    ("SG 5-LS47", "liaison-statement", "SG5-LS47", "", ""),
    ("TD-345/WP2", "document", "TD345/WP2", "", ""),
    ("SG5-C.112", "document", "SG5-C112", "", ""),
    ("SG5-LS/r 184", "liaison-statement", "SG5-LS184", "", ""),
    ("TDAG – LS 3", "liaison-statement", "TDAG-LS3", "", ""),
    ("FG-AI4EE-LS2", "liaison-statement", "FG-AI4EE-LS2", "", ""),
    ("TD 120 Rev.1", "document", "TD120-R1", "", ""),
    ("TD125-R3", "document", "TD125-R3", "", ""),
    ("TD618/GEN", "document", "TD618/GEN", "", ""),
    ("TD1200R1/GEN", "document", "TD1200-R1/GEN", "", ""),
    ("TSAG-TD120", "document", "TSAG-TD120", "", ""),
    ("SG5-C12", "document", "SG5-C12", "", ""),
    ("TSAG-R2", "document", "TSAG-R2", "", ""),
    ("T22-TSAG-221212-TD-GEN-0011-R1", "document", "T22-TSAG-221212-TD-GEN-0011-R1", "", ""),
    ("TSB Circular 203", "circular", "TSB Circular 203", "", ""),
    ("TSB Collective letter 2/TSAG", "circular", "TSB Collective letter 2/TSAG", "", ""),
    ("ETSI ES 204 087", "partner-standard", "ETSI ES 204 087", "", ""),
    ("ES 204087 V1.1.1", "partner-standard", "ETSI ES 204 087", "", "V1.1.1"),
    ("DES/EE-EEPS66", "partner-standard", "DES/EE-EEPS66", "", ""),
    ("IEEE SA P3828", "partner-standard", "IEEE SA P3828", "", ""),
    ("IEEE P3828", "partner-standard", "IEEE SA P3828", "", ""),
    ("IEEE 802.11", "partner-standard", "IEEE 802.11", "", ""),
    ("ISO/TC 154/JWG 9", "partner-standard", "ISO/TC 154/JWG 9", "", ""),
    ("ISO TC154/JWG9", "partner-standard", "ISO/TC 154/JWG 9", "", ""),
    ("CEN/CENELEC JTC24", "partner-standard", "CEN/CENELEC JTC24", "", ""),
    ("CEN/CLC/JTC 10", "partner-standard", "CEN/CENELEC JTC10", "", ""),
    ("ISO/IEC 15444-1:2019", "partner-standard", "ISO/IEC 15444-1", "", "2019"),
    ("UNECE Recommendation 49", "partner-standard", "UNECE Recommendation 49", "", ""),
    ("ITU-R BS.1698", "partner-standard", "ITU-R BS.1698", "", ""),
    ("Recommendation ITU-R M.2083-0", "partner-standard", "ITU-R M.2083-0", "", ""),
    ("RFC 8345", "partner-standard", "IETF RFC 8345", "", ""),
    ("3GPP TS 23.501", "partner-standard", "3GPP TS 23.501", "", ""),
    ("SG5-C0012 Rev. 2", "document", "SG5-C12-R2", "", ""),
    ("Collective letter 2/5", "circular", "TSB Collective letter 2/5", "", ""),
    ("CENELEC EN 50600-4-2:2019", "partner-standard", "EN 50600-4-2", "", "2019"),
    ("ETSI EN 300 386 V2.2.1", "partner-standard", "ETSI EN 300 386", "", "V2.2.1"),
    ("ETSI GS NFV-INF 001", "partner-standard", "ETSI GS NFV-INF 001", "", ""),
    ("ISO/FDIS 14067", "partner-standard", "ISO/FDIS 14067", "", ""),
    ("FG-AI4EE D.WG1-01", "focus-group-output", "FG-AI4EE D.WG1-01", "", ""),
    ("IEC TC77", "partner-standard", "IEC TC 77", "", ""),
]


@pytest.mark.parametrize(("text", "kind", "key", "base", "detail"), NAMES)
def test_names_have_one_key(text: str, kind: str, key: str, base: str, detail: str) -> None:
    assert parse(text) == Identifier(kind, key, text, base, detail)


@pytest.mark.parametrize(
    "text",
    [
        *("SG5", "SG5-LS", "SG5-LS0", "TD", "TSB Circular", "ES 204", "IEEE SA", "ISO TC", "TDX 5"),
        *("RFCs", "ITU-R SG1", "ITU-R SG1 and SG6", "UNECE", "TSAG", "TSAG meeting 2", "T22"),
        "DES/EE",
    ],
)
def test_bodies_and_beginnings_are_no_papers(text: str) -> None:
    assert parse(text) is None


def test_small_letters_are_read_as_meant() -> None:
    found = parse("tsb circular 203")
    assert found is not None
    assert (found.key, found.well_formed) == ("TSB Circular 203", False)
