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

from planctl.plan.notation import NUMBER, Grammar, Reading

if TYPE_CHECKING:
    import re

_END: Final = r"(?![A-Za-z0-9_]|[./]\d)"
_SERIES: Final = r"(?:-| |\.)(?i:series)(?![A-Za-z])(?: (?:of )?Recommendations?(?![a-z]))?"
_PREFIX: Final = Grammar(
    r"(?P<draft>[Dd]raft (?:(?:new|revised) )?)?"
    r"(?:(?:Recommendations?|Rec\.?|Supplement) (?=ITU|\L[. -]))?"
    r"(?P<itu>ITU-T )?(?:(?:Recommendation|Rec\.?) (?=\L[. ]))?"
)
_NUMBERED: Final = Grammar(rf"(?P<letter>\L)(?P<dot>~\.{{1,3}}~| )(?P<number>{NUMBER}){_END}")
_LETTERED: Final = Grammar(
    rf"(?P<series>\L)(?:{_SERIES}~[-–—,:]?|[. -])~(?i:supp?(?:l(?:ement)?)?)\.?~"
    rf"(?P<number>\d{{1,4}}){_END}"
    rf"|(?P<whole>\L){_SERIES}"
    r"|(?P<guide>\L\.Imp\w{1,40})"
    r"|(?P<item>\L\.(?:[Ss]up(?:pl)?\.)?(?!(?:Sc|Eng|Tech|Phil|Ed)\b)(?=\w\w|[a-z\d]-\w)"
    r"(?=[\d.]{0,20}[^\W\d])\w{1,40}(?:[.-]\w{1,40}){0,9})(?!\w)"
)
_TWIN: Final = Grammar(rf"~/~(\L\.{NUMBER}){_END}")
_RANGE: Final = Grammar(rf"(?:~[-–—]~| to )(\L\.{NUMBER}){_END}")
_WHOLE: Final = Grammar(rf"{_SERIES}(?:~[-–—,:]?~(?=(?i:sup)))?")
_WORD: Final = (
    r"(?:(?P<word>(?i:amd|amend(?:ment)?|corr?|corrigendum|err|erratum|supp?l?|supplement))"
    r"\.?~(?P<number>\d{1,3})|(?P<part>(?i:annex|app|appendix))\.?~(?P<label>[A-Z\d]{1,6}\+?))"
    r"(?![A-Za-z0-9])"
)
_SUFFIX: Final = Grammar(rf"~[-–,/]?~{_WORD}(?! of (?:the )?(?:ITU|Rec|\L\.))")
_PART_OF: Final = Grammar(
    rf"{_WORD}(?: \((?:(?:0[1-9]|1[0-2])/)?(?:19|20)\d\d\))? (?P<to>to|of) (?:the )?(?=\L|ITU|Rec)"
)
_DATE: Final = Grammar(
    r"~(\((?:(?:(?:0[1-9]|1[0-2])/)?(?:19|20)\d\d(?:-\d\d)?|(?:0[1-9]|1[0-2])/\d\d)\))"
)
_TARGET: Final = Grammar(
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
_SERIES_LETTERS: Final = frozenset("ADEFGHIJKLMNOPQRSTUVXYZ")
_PART_STARTS: Final = tuple(form for word in _WORDS for form in (word.title(), word, word.upper()))


def read(text: str, at: int) -> Reading | None:
    """Read the name of a Recommendation, or of what belongs to one, that begins at ``at``.

    ``text`` has plain spaces and hyphens only (see ``identifiers.flatten``). None where no such
    name begins there.
    """
    if text[at : at + 1] in _SERIES_LETTERS and text[at + 1 : at + 2] in (".", " ", "-"):
        return _read_name(text, at, prefixed=False)  # the common case, without any prefix
    prefix = _PREFIX.match(text, at)
    begin = prefix.end() if prefix else at
    reading = _read_name(text, begin, prefixed=begin > at) or _read_part(text, begin)
    if reading and prefix and prefix["draft"]:
        return reading._replace(draft=True)
    return reading


def _read_name(text: str, at: int, *, prefixed: bool) -> Reading | None:
    if text[at : at + 1] not in _SERIES_LETTERS:
        return None
    numbered = _NUMBERED.match(text, at)
    if numbered:
        return _read_recommendation(text, numbered, prefixed=prefixed)
    match = _LETTERED.match(text, at)
    if match is None:
        return None
    end = match.end()
    if match["number"]:
        return _read_supplement(text, _supplement(match["series"], match["number"], end))
    if match["whole"]:
        return Reading("series", f"{match['whole']} series", end)
    if match["guide"]:
        return _with_suffixes(text, Reading("recommendation", match["guide"], end))
    return Reading("work-item", match["item"], end)


def _read_recommendation(text: str, match: re.Match[str], *, prefixed: bool) -> Reading | None:
    key, plain = f"{match['letter']}.{match['number']}", match["dot"] == "."
    series = _read_series(text, key, match.end()) if plain else None
    if series:
        return series
    bare = Reading("recommendation", key, match.end(), well_formed=plain)
    for _ in range(2):
        twin = _TWIN.match(text, bare.end)
        if twin is None:
            break
        bare = bare._replace(key=f"{bare.key}/{twin[1]}", end=twin.end())
    reading = _with_suffixes(text, bare)
    if plain or prefixed or reading.kind != "recommendation":
        return reading
    # "V. 2020 report" is a heading, "K. 91" a slip of the typist: the words after it tell.
    told = "." in match["dot"] and not text[reading.end : reading.end + 9].lstrip()[:1].isalnum()
    return reading if told else None


def _read_series(text: str, key: str, end: int) -> Reading | None:
    """Read what follows a number where it names a series: "L.1300 series", "Q.400-Q.490"."""
    if end == len(text):
        return None
    last = _RANGE.match(text, end)
    if last:
        return Reading("series", f"{key}-{last[1]}", last.end())
    whole = _WHOLE.match(text, end)
    if whole is None:
        return None
    suffix = _SUFFIX.match(text, whole.end())
    if suffix and suffix["word"] and suffix["word"][:3].lower() == "sup":
        return _read_supplement(text, _supplement(key, suffix["number"], suffix.end()))
    return Reading("series", f"{key} series", whole.end())


def _read_supplement(text: str, name: Reading) -> Reading:
    """Read what follows a supplement's name: its date and what it supplements."""
    reading = _dated(text, name)
    target = _TARGET.match(text, reading.end) if reading.end < len(text) else None
    if target is None:
        return reading
    detail = f"{reading.detail} {target[1]}".lstrip()
    return _dated(text, reading._replace(end=target.end(), base=target[2] or "", detail=detail))


def _read_part(text: str, at: int) -> Reading | None:
    """Read "Amendment 1 to ITU-T K.52" and "Supplement 14 to ITU-T K-series"."""
    match = _PART_OF.match(text, at) if text.startswith(_PART_STARTS, at) else None
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
    if reading.end == len(text):
        return reading
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
    match = _DATE.match(text, reading.end) if reading.end < len(text) else None
    if match is None:
        return reading
    return reading._replace(end=match.end(), detail=f"{reading.detail} {match[1]}".lstrip())
