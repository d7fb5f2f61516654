"""Names of ITU-T Recommendations and of what amends, supplements or prepares them.

``L`` is a series letter, ``n`` a number, ``~`` any spaces or none; words may be written in full or
short ("Amd.", "Amd", "Amendment")::

    name           = [prefix] ( series | numbered | ( supplement | recommendation | guide | item ) )
    prefix         = ["Draft " ["new " | "revised "]] ["Recommendation " | "Supplement "] ["ITU-T "]
    recommendation = L "." n {"." n} ["bis"] {"/" L "." n} [date] {suffix [date]}   G.780/Y.1351
    suffix         = ["-" | "/"] word ["."] ~ label            K.52 (2018) Amd. 1 (09/2018)
    numbered       = word n " to " recommendation              Amendment 1 to ITU-T K.52
    supplement     = L [".n"] ["-series "] "Suppl." ~ n [date] [" to " target]      K Suppl. 14
                   | "Supplement " n " to " target             target: series or recommendation
    series         = L [".n"] "-series" ["Recommendations"] | L ".n" "-" L ".n"
    guide          = L ".Imp" name                             G.Imp712, an implementers' guide
    item           = L "." ["Sup." | "Suppl."] name            L.EE_slicing, L.Sup.MDEE, L.1480rev
    date           = "(" [mm "/"] yyyy ["-" mm] ")"

A recommendation's dot may be doubled or have spaces beside it (``K..52``, ``K. 91``), or after
"ITU-T" be a space: read as meant, and marked as not well formed. Source of the shapes: the names
under which ITU-T publishes and the spellings found in published action plans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planctl.plan.notation import NUMBER, Reading, grammar

if TYPE_CHECKING:
    import re

_END: Final = r"(?![A-Za-z0-9_]|[./]\d)"
_SERIES: Final = r"(?:-| |\.)(?i:series)(?![A-Za-z])(?: (?:of )?Recommendations?(?![a-z]))?"
_PREFIX: Final = grammar(
    r"(?P<draft>[Dd]raft (?:(?:new|revised) )?)?"
    r"(?:(?:Recommendations?|Rec\.?|Supplement) (?=ITU|\L[. -]))?"
    r"(?P<itu>ITU-T )?(?:(?:Recommendation|Rec\.?) (?=\L[. ]))?"
)
_NAME: Final = grammar(
    rf"(?P<first>\L\.{NUMBER})(?:~[-–—]~| to )(?P<last>\L\.{NUMBER}){_END}"
    rf"|(?P<sup>\L(?:\.{NUMBER})?)(?:{_SERIES}~[-–—,:]?|[. ])~(?i:supp?(?:l(?:ement)?)?)\.?~"
    rf"(?P<supno>\d{{1,4}}){_END}"
    rf"|(?P<whole>\L(?:\.{NUMBER})?){_SERIES}"
    rf"|(?P<letter>\L)(?P<dot>~\.{{1,3}}~| )(?P<number>{NUMBER})"
    rf"(?P<twin>(?:~/~\L\.{NUMBER}){{0,2}}){_END}"
    r"|(?P<guide>\L\.Imp\w{1,40})"
    r"|(?P<item>\L\.(?:[Ss]up(?:pl)?\.)?(?!(?:Sc|Eng|Tech|Phil|Ed)\b)(?=\w\w|[a-z\d]-\w)"
    r"(?=[\d.]{0,20}[^\W\d])\w{1,40}(?:[.-]\w{1,40}){0,9})(?!\w)"
)
_WORD: Final = (
    r"(?:(?P<word>(?i:amd|amend(?:ment)?|corr?|corrigendum|err|erratum|supp?l?|supplement))"
    r"\.?~(?P<number>\d{1,3})|(?P<part>(?i:annex|app|appendix))\.?~(?P<label>[A-Z\d]{1,6}\+?))"
    r"(?![A-Za-z0-9])"
)
_SUFFIX: Final = grammar(rf"~[-–,/]?~{_WORD}")
_NUMBERED: Final = grammar(rf"{_WORD} (?P<to>to) (?:the )?(?=\L|ITU|Rec)")
_DATE: Final = grammar(
    r"~(\((?:(?:(?:0[1-9]|1[0-2])/)?(?:19|20)\d\d(?:-\d\d)?|(?:0[1-9]|1[0-2])/\d\d)\))"
)
_TARGET: Final = grammar(
    r" (to (?:the )?(?:Recommendations? )?(?:ITU-T )?(?:(?:Recommendation|Rec\.) )?"
    rf"(?:\L(?:\.{NUMBER})?{_SERIES}|(\L\.{NUMBER}{_END})))"
)
_WORDS: Final = {
    "amd": ("amendment", "Amd."),
    "ame": ("amendment", "Amd."),
    "cor": ("corrigendum", "Cor."),
    "err": ("erratum", "Err."),
    "sup": ("supplement", "Suppl."),
    "ann": ("annex", "Annex "),
    "app": ("appendix", "App."),
}


def read(text: str, at: int) -> Reading | None:
    """Read the name of a Recommendation, or of what belongs to one, that begins at ``at``.

    ``text`` has plain spaces and hyphens only (see ``identifiers.flatten``). None where no such
    name begins there.
    """
    prefix = _PREFIX.match(text, at)
    begin = prefix.end() if prefix else at
    reading = _read_name(text, begin, prefixed=begin > at) or _read_numbered(text, begin)
    if reading and prefix and prefix["draft"]:
        return reading._replace(draft=True)
    return reading


def _read_name(text: str, at: int, *, prefixed: bool) -> Reading | None:
    match = _NAME.match(text, at)
    if match is None:
        return None
    end = match.end()
    if match["number"]:
        return _read_recommendation(text, match, prefixed=prefixed)
    if match["supno"]:
        return _read_supplement(text, match)
    if match["item"]:
        return Reading("work-item", match["item"], end)
    if match["guide"]:
        return _with_suffixes(text, Reading("recommendation", match["guide"], end))
    series = match["whole"]
    key = f"{series} series" if series else f"{match['first']}-{match['last']}"
    return Reading("series", key, end)


def _read_recommendation(text: str, match: re.Match[str], *, prefixed: bool) -> Reading | None:
    twin = match["twin"].replace(" ", "")
    key = f"{match['letter']}.{match['number']}{twin}"
    plain = match["dot"] == "."
    bare = Reading("recommendation", key, match.end(), well_formed=plain)
    reading = _with_suffixes(text, bare)
    if plain or prefixed or reading.kind != "recommendation":
        return reading
    # "V. 2020 report" is a heading, "K. 91" a slip of the typist: the words after it tell.
    told = "." in match["dot"] and not text[reading.end : reading.end + 9].lstrip()[:1].isalnum()
    return reading if told else None


def _read_supplement(text: str, match: re.Match[str]) -> Reading:
    reading = _dated(text, _supplement(match["sup"], match["supno"], match.end()))
    target = _TARGET.match(text, reading.end)
    if target is None:
        return reading
    detail = f"{reading.detail} {target[1]}".lstrip()
    return _dated(text, reading._replace(end=target.end(), base=target[2] or "", detail=detail))


def _read_numbered(text: str, at: int) -> Reading | None:
    """Read "Amendment 1 to ITU-T K.52" and "Supplement 14 to ITU-T K-series"."""
    match = _NUMBERED.match(text, at)
    if match is None:
        return None
    prefix = _PREFIX.match(text, match.end())
    target = _read_name(text, prefix.end() if prefix else match.end(), prefixed=True)
    if target is None:
        return None
    kind, word = _WORDS[(match["word"] or match["part"])[:3].lower()]
    if kind == "supplement" and target.kind in ("recommendation", "series"):
        series, base = target.key.removesuffix(" series"), ""
        if target.kind == "recommendation":
            series, base = target.key[0], target.key
        reading = _supplement(series, match["number"], target.end)
        return reading._replace(base=base, detail=text[match.start("to") : target.end])
    if target.kind != "recommendation":
        return None
    key = f"{target.key} {word}{match['number'] or match['label']}"
    return target._replace(kind=kind, key=key, base=target.key)


def _supplement(series: str, number: str, end: int) -> Reading:
    """Supplements are numbered within a series: K.Suppl.14, E.800 Suppl.9."""
    joint = "." if len(series) == 1 else " "
    return Reading("supplement", f"{series}{joint}Suppl.{int(number)}", end)


def _with_suffixes(text: str, reading: Reading) -> Reading:
    """Read dates, then up to three suffixes: K.52 (2018) Amd. 1 (09/2018), K.91 Amd.3-Appendix."""
    reading = _dated(text, reading)
    for _ in range(3):
        match = _SUFFIX.match(text, reading.end)
        if match is None:
            break
        kind, word = _WORDS[(match["word"] or match["part"])[:3].lower()]
        label = match["number"] or match["label"]
        if match["part"] and reading.kind not in ("recommendation", "annex"):
            # The amendment's number names the document; the appendix says what it brings.
            told = f"{reading.detail} {match['part']} {label}".lstrip()
            reading = reading._replace(end=match.end(), detail=told)
        else:
            key = f"{reading.key} {word}{label}"
            reading = reading._replace(kind=kind, key=key, base=reading.key, end=match.end())
        reading = _dated(text, reading)
    return reading


def _dated(text: str, reading: Reading) -> Reading:
    match = _DATE.match(text, reading.end)
    if match is None:
        return reading
    return reading._replace(end=match.end(), detail=f"{reading.detail} {match[1]}".lstrip())
