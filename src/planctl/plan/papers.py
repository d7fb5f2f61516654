"""Names of liaison statements, meeting documents, circulars and other bodies' standards.

``n`` is a number, ``~`` any spaces or none. A shape, an example, and the key where it differs::

    group ~ "-" ~ "LS" ["/i" | "/o" | "/r"] ~ n      TDAG – LS 3                    TDAG-LS3
    [group "-"] "TD" ~ n ["Rev." n] ["/" part]       TD 120 Rev.1, TD618/GEN        TD120-R1
    group "-" ( "C" | "R" ) n ["Rev." n]             SG5-C12, TSAG-R2
    "T" n "-" group "-" ... ["-R" n]                 T22-TSAG-221212-TD-GEN-0011-R1
    "TSB Circular " n                                TSB Circular 203
    "TSB Collective letter " n "/" group             TSB Collective letter 2/TSAG
    ["ETSI "] type n n ["V" version]                 ES 204 087                     ETSI ES 204 087
    "ETSI " ( "GS" | "GR" ) group n                  ETSI GS ENI 001
    ( "D" | "R" ) type "/" committee "-" item        DES/EE-EEPS66, an ETSI work item
    "IEEE " ["SA " | "Std "] n                       IEEE P3828                     IEEE SA P3828
    body {"/" body} " " n {"-" n} [":" yyyy]         ISO/IEC 15444-1:2019           ISO/IEC 15444-1
    ["CEN " …] "EN " n {"-" n} [":" yyyy]            EN 50600-4-2
    focus group " D" …                               FG-AI4EE D.WG1-01
    body {"/" body} ( "/" | " " ) committee ~ n      ISO/TC 154/JWG 9, CEN/CENELEC JTC24
    "UNECE Recommendation " n                        UNECE Recommendation 49
    "ITU-R " series "." n, "IETF RFC " n, "3GPP TS " n

A type is ES, EN, EG, TS, TR, GS, GR or SR; a group is SG and a number, TSAG, TDAG, RAG, SCV, ISCG,
a focus group (FG-AI4EE) or a joint coordination activity (JCA-...). An ITU-R Recommendation is a
partner's standard here, because its series letters overlap with those of ITU-T.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from planctl.plan.notation import Grammar, Reading

_GROUP: Final = r"(?:SG\d{1,2}|TSAG|TDAG|RAG|SCV|ISCG|FG-?[A-Z][A-Za-z0-9]{0,12}|JCA-[A-Z&]{2,12})"
_TYPE: Final = r"(?:E[SNG]|T[SR]|G[SR]|SR)"
_BODY: Final = r"(?:ISO|IEC|IEEE|CEN|CENELEC|CLC|CISPR|UNECE)"
_BODIES: Final = rf"{_BODY}(?:/{_BODY}){{0,3}}"
_PART: Final = r"/(?:GEN|PLEN|WP\d|\d{1,2})"
_REVISION: Final = r"~-?~R(?:ev)?\.?~"

_STANDING: Final = "(?:TS|TR|PAS|Guide|F?DIS|CD|AWI|NP|PWI|WD)"
_ENDS: Final = r"(?!\w)"
_GROUPS: Final = ("SG", "TSAG", "TDAG", "RAG", "SCV", "ISCG", "FG", "JCA")
_BODIES_START: Final = ("ISO", "IEC", "IEEE", "CEN", "CLC", "CISPR", "UNECE")
_TYPES: Final = ("ES ", "EN ", "EG ", "TS ", "TR ", "GS ", "GR ", "SR ")


class _Shape(NamedTuple):
    """How one kind of name is written: its first letters, its grammar, its key."""

    kind: str
    starts: tuple[str, ...]
    grammar: Grammar
    key: Callable[[re.Match[str]], str]


_SHAPES: Final = (
    _Shape(
        "liaison-statement",
        ("ITU-", *_GROUPS),
        Grammar(
            rf"(?:ITU-[TDR] )?(?P<sender>{_GROUP}|SG \d{{1,2}})~[-–—]?~LS(?:/[ior])?~[-–—]?~"
            r"0{0,4}(?P<ls>[1-9]\d{0,4})" + _ENDS
        ),
        lambda m: f"{m['sender'].replace(' ', '')}-LS{m['ls']}",
    ),
    _Shape(
        "document",
        ("TD", *_GROUPS),
        Grammar(
            rf"(?:(?P<meeting>{_GROUP})~[-–]?~)?TD~-?~0{{0,4}}(?P<td>[1-9]\d{{0,4}})(?P<part>{_PART})?"
            rf"(?:{_REVISION}(?P<tdrev>\d{{1,2}})(?P<last>{_PART})?)?" + _ENDS
        ),
        lambda m: (
            (f"{m['meeting']}-" if m["meeting"] else "")
            + f"TD{m['td']}{_revision(m['tdrev'])}{m['part'] or m['last'] or ''}"
        ),
    ),
    _Shape(
        "document",
        _GROUPS,
        Grammar(
            rf"(?P<owner>{_GROUP})(?:~-~| )(?P<series>[CR])\.?0{{0,4}}(?P<paper>[1-9]\d{{0,4}})"
            rf"(?:{_REVISION}(?P<paperrev>\d{{1,2}}))?" + _ENDS
        ),
        lambda m: f"{m['owner']}-{m['series']}{m['paper']}{_revision(m['paperrev'])}",
    ),
    _Shape(
        "focus-group-output",
        ("FG",),
        Grammar(
            r"(?P<focus>FG-[A-Z][A-Za-z0-9]{1,12})[ -](?P<output>D\.?(?:WG)?\d(?:[.-]\d{1,2}){0,3})"
            + _ENDS
        ),
        lambda m: f"{m['focus']} {m['output']}",
    ),
    _Shape(
        "document",
        ("T1", "T2"),
        Grammar(r"(?P<file>T\d\d(?:-[A-Z0-9]{1,20}){3,8}(?:![A-Z0-9-]{1,20}){0,2})" + _ENDS),
        lambda m: m["file"],
    ),
    _Shape(
        "circular",
        ("TSB ", "Circular ", "circular ", "CIRCULAR "),
        Grammar(r"(?:TSB )?(?i:circular) (?:[Nn]o\.? )?(?P<circular>\d{1,4})(?!/)" + _ENDS),
        lambda m: f"TSB Circular {m['circular']}",
    ),
    _Shape(
        "circular",
        ("TSB ", "Coll", "coll", "COLL"),
        Grammar(
            r"(?:TSB )?(?i:collective[ -]letter) (?P<letter>\d{1,3}/(?:\d{1,2}|[A-Z]{2,6}))" + _ENDS
        ),
        lambda m: f"TSB Collective letter {m['letter']}",
    ),
    _Shape(
        "partner-standard",
        ("ETSI ", *_TYPES),
        Grammar(
            rf"(?:ETSI )?(?P<type>{_TYPE}) (?P<thousands>\d{{3}})~(?P<units>\d{{3}})"
            r"(?P<parts>(?:-\d{1,2}){0,2})(?: (?P<version>[Vv]\d{1,2}\.\d{1,2}\.\d{1,2}))?" + _ENDS
        ),
        lambda m: f"ETSI {m['type']} {m['thousands']} {m['units']}{m['parts']}",
    ),
    _Shape(
        "partner-standard",
        ("ETSI ",),
        Grammar(r"(?P<group>ETSI G[SR] [A-Z0-9]{2,6}(?:-[A-Z0-9]{2,8})? \d{3})" + _ENDS),
        lambda m: re.sub(" +", " ", m["group"]),
    ),
    _Shape(
        "partner-standard",
        ("EN ", "CEN", "BS ", "DIN "),
        Grammar(
            r"(?:(?:CEN/CENELEC|CENELEC|CEN|BS|DIN) )?"
            r"(?P<european>EN (?:(?:ISO/IEC|ISO|IEC) )?\d{4,6}(?:-\d{1,3}){0,3})"
            r"(?P<edition>:\d{4})?" + _ENDS
        ),
        lambda m: re.sub(" +", " ", m["european"]),
    ),
    _Shape(
        "partner-standard",
        ("D", "R"),
        Grammar(
            rf"(?P<project>[DR]{_TYPE}/[A-Z]{{2,8}}-[A-Z0-9]{{2,20}}(?:-\d{{1,3}}){{0,2}})" + _ENDS
        ),
        lambda m: m["project"],
    ),
    _Shape(
        "partner-standard",
        ("IEEE ",),
        Grammar(
            r"IEEE (?:(?:SA|Std\.?) )?(?P<ieee>[PC]?\d{1,5}(?:\.\d{1,4}){0,3}[a-z]{0,2}(?:-\d{4})?)"
            + _ENDS
        ),
        # Projects (P...) are those of the IEEE Standards Association; it is often left out.
        lambda m: ("IEEE SA " if m["ieee"][0] == "P" else "IEEE ") + m["ieee"],
    ),
    _Shape(
        "partner-standard",
        _BODIES_START,
        Grammar(
            rf"(?P<bodies>{_BODIES})[ /](?P<committee>(?:TC|PC|JTC)~\d{{1,4}}"
            r"(?:/(?:TC|SC|WG|JWG)~\d{1,4}){0,3})" + _ENDS
        ),
        lambda m: _committee(m["bodies"], m["committee"]),
    ),
    _Shape(
        "partner-standard",
        _BODIES_START,
        Grammar(
            rf"(?P<standard>{_BODIES}(?:[ /]{_STANDING})? \d{{2,6}}(?:-\d{{1,4}}){{0,3}})"
            r"(?P<edition>:\d{4})?" + _ENDS
        ),
        lambda m: re.sub(" +", " ", m["standard"]),
    ),
    _Shape(
        "partner-standard",
        ("UNECE ", "UN/CEFACT "),
        Grammar(
            r"(?:UNECE|UN/CEFACT) Rec(?:ommendation|\.)? (?:[Nn]o\.? )?(?P<unece>\d{1,3})" + _ENDS
        ),
        lambda m: f"UNECE Recommendation {m['unece']}",
    ),
    _Shape(
        "partner-standard",
        ("ITU-R ", "Recommendation ", "Report "),
        Grammar(
            r"(?:(?:Recommendation|Report) )?ITU-R (?:Rec(?:ommendation|\.)? )?"
            r"(?P<itur>[A-Z]{1,4}\.\d{1,4}(?:-\d{1,2})?)" + _ENDS
        ),
        lambda m: f"ITU-R {m['itur']}",
    ),
    _Shape(
        "partner-standard",
        ("IETF ", "RFC"),
        Grammar(r"(?:IETF )?RFC~(?P<rfc>\d{1,5})" + _ENDS),
        lambda m: f"IETF RFC {m['rfc']}",
    ),
    _Shape(
        "partner-standard",
        ("3GPP ",),
        Grammar(r"3GPP (?P<release>T[SR]) (?P<tgpp>\d\d\.\d{3})" + _ENDS),
        lambda m: f"3GPP {m['release']} {m['tgpp']}",
    ),
)

_BY_LETTER: Final = {
    letter: tuple(shape for shape in _SHAPES if letter in {start[0] for start in shape.starts})
    for letter in sorted({start[0] for shape in _SHAPES for start in shape.starts})
}


def read(text: str, at: int) -> Reading | None:
    """Read the name of a letter, document, circular or partner's standard that begins at ``at``.

    ``text`` has plain spaces and hyphens only (see ``identifiers.flatten``). None where no such
    name begins there.
    """
    for shape in _BY_LETTER.get(text[at : at + 1], ()):
        match = shape.grammar.match(text, at) if text.startswith(shape.starts, at) else None
        if match:
            return Reading(shape.kind, shape.key(match), match.end(), detail=_detail(match))
    return None


def _detail(match: re.Match[str]) -> str:
    """Return the version of an ETSI document, the year of an ISO one."""
    named = match.groupdict()
    return named.get("version") or (named.get("edition") or "").lstrip(":")


def _revision(number: str | None) -> str:
    return f"-R{int(number)}" if number else ""


def _committee(bodies: str, name: str) -> str:
    """Write a committee's name as its owner does: ISO/TC 154/JWG 9, CEN/CENELEC JTC24."""
    spaced = re.sub("([A-Z]) *([0-9])", r"\1 \2", name).replace("JTC ", "JTC")
    joint = "/" if bodies in ("ISO", "CEN") and not spaced.startswith("JTC") else " "
    return bodies.replace("CLC", "CENELEC") + joint + spaced
