"""Whom a block addresses, as the bodies of the Responsibilities column, in six languages.

::

    addressee = body { joint body } [ "in collaboration with" body { joint body } ]

"the Director of the Telecommunication Standardization Bureau, in collaboration with the Directors
of the other Bureaux" is "Director TSB (in collaboration with the Directors of BR and BDT)". In
Chinese, who is collaborated with stands in the middle: 秘书长与三个局的主任协作. Who is not known
keeps the name that the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from planctl.patterns import late
from planctl.plan.body_names import NAMES, OTHERS

_GROUPS: Final = (
    r"(?:itu-[trd] ?)?(?:study groups? |sgs? ?)[0-9]{1,2}(?:(?:, | and |, and )[0-9]{1,2}\b)*"
    r"|(?:itu-[trd] ?)?第[0-9]{1,2}(?:(?:[、，和及与]|以及)第?[0-9]{1,2})*研究组"
    r"|(?:commissions? d['’]études|comisi(?:ón|ones) de estudio) [0-9]{1,2}"
    r"(?:(?:, | et | y )[0-9]{1,2}\b)*(?: (?:de l['’]uit|del uit)-[trd])?"
    r"|[0-9]{1,2}-[а-я]{1,2} исследовательск[а-я]+ комисси[а-я]+(?: мсэ-[trdтд])?"
    r"|لجنة الدراسات [0-9]{1,2}(?: (?:التابعة )?لقطاع تقييس الاتصالات|(?! (?:التابعة )?لقطاع))"
)
_NOT_ENGLISH: Final = ("études", "studio", "комисси", "研究组", "لجنة")
_HYPHENS: Final = str.maketrans("\u2010\u2011", "--")
_SECTOR: Final = late(r"(?:itu|uit|мсэ)-([trdтд])", re.IGNORECASE)
_CYRILLIC: Final = str.maketrans("тд", "td")
_NUMBER: Final = late("[0-9]+")
_WITH: Final = late(
    r",? ?in (?:close )?(?:collaboration|cooperation|co-operation|coordination|consultation) with "
    r"|,? ?en (?:étroite )?(?:collaboration|coopération|coordination|consultation) avec "
    r"|,? ?en (?:estrecha )?(?:colaboración|cooperación|coordinación|consulta) con "
    r"|,? ?в (?:тесном )?(?:сотрудничестве|взаимодействии|координации) с[о]? "
    r"|،? ?بالتعاون (?:الوثيق )?مع |,? ?بالتشاور مع ",
    re.IGNORECASE,
)
_TWO_BUREAUX: Final = late(
    r"(?i)\b(the )?directors of (?:the )?((?:radio|tele)communication(?: \w+)? bureau|br|tsb|bdt)"
    r"(?: \(\w+\))? and (?:of )?(?:the )?((?:radio|tele)communication(?: \w+)? bureau|br|tsb|bdt)"
)
_JOINT: Final = late(r"\s*(?:,\s*and\b|,|\band\b|\bas well as\b)\s*")
_QUALIFIES: Final = late(
    r"(?i)(?:in|within|with|to|for|as|on|under|through|where|that|who|which|including|especially"
    r"|particularly|if|when|by|according|taking|subject|from|of)\b|[^\x00-\x7f]|[a-z]+ d[eu]\b"
)
_DETERMINED: Final = late(r"(?i)(?:the|all|other|any|relevant|regional|interested)\b")
_CHINESE_WITH: Final = late(
    r"^(?P<lead>.{1,80}?)[与同](?P<partner>.{1,120}?)(?:密切)?(?:协作|合作|协商|磋商|协调)"
)


def responsible(addressee: str) -> list[str]:
    """The entries for an addressee, one a body; [] where there is none."""
    lead, partner = _parted(addressee)
    bodies, partners = _named(lead), _named(partner)
    if not bodies:
        bodies = [_bare(lead)] if _bare(lead) else []
    if partner and bodies:
        if partners == [OTHERS]:
            partners = [_the_others(bodies)]
        names = [name if name != OTHERS else "Directors of the other Bureaux" for name in partners]
        said = " and ".join(_with_article(name) for name in names) or _bare(partner)
        bodies[-1] = f"{bodies[-1]} (in collaboration with {said})"
    return [_the_others(bodies) if name == OTHERS else name for name in bodies]


def alone(text: str) -> str:
    """An addressee, or the words of a block, up to where they say in collaboration with whom."""
    found = _WITH.search(text)
    return text[: found.start()] if found else text


def extent(text: str) -> int:
    """How much of the beginning of a text names bodies, in characters; 0 where nothing does."""
    end = 0
    while found := _any().match(text, end):
        end = found.end()
        joint = late(r"(?:[、，,和及与]|\s+and\s+|\s+et\s+|\s+y\s+|\s+и\s+)\s*").match(text, end)
        if joint is None or _any().match(text, joint.end()) is None:
            break
        end = joint.end()
    return end


def study_groups(text: str) -> list[tuple[int, list[str]]]:
    """The study groups that a text names otherwise than in English: where, and which.

    They are those of ITU-T where the text does not say of which sector.
    """
    if not any(sign in text for sign in _NOT_ENGLISH):
        return []
    found = late(_GROUPS, re.IGNORECASE).finditer(text.translate(_HYPHENS))
    return [
        (match.start(), _study_groups(match[0]))
        for match in found
        if any(sign in match[0] for sign in _NOT_ENGLISH)
    ]


def _study_groups(text: str) -> list[str]:
    sector = _SECTOR.search(text)
    letter = sector[1].lower().translate(_CYRILLIC).upper() if sector else "T"
    return [f"ITU-{letter} SG{int(number)}" for number in _NUMBER.findall(text)]


def _parted(addressee: str) -> tuple[str, str]:
    if found := _CHINESE_WITH.match(addressee):
        return found["lead"], found["partner"]
    if found := _WITH.search(addressee):
        return addressee[: found.start()], addressee[found.end() :]
    return addressee, ""


def _named(text: str) -> list[str]:
    """The bodies that a text names, in its order; [] where it names none that is known."""
    names: list[str] = []
    plain = _TWO_BUREAUX.sub(r"\1director of the \2 and the director of the \3",
                             " ".join(text.translate(_HYPHENS).split()))  # fmt: skip
    done = 0
    for found in _any().finditer(plain):
        names += _between(plain[done : found.start()], is_first=not done)
        done = found.end()
        if found["sg"]:
            names += _study_groups(found["sg"])
        else:
            names.append(NAMES[int(str(found.lastgroup)[1:])][0])
    return list(dict.fromkeys([*names, *(_behind(plain[done:]) if names else ())]))


def _between(text: str, *, is_first: bool) -> Iterator[str]:
    """Who stands before a body that is known, joined to it: "regions" of "regions and the …"."""
    *pieces, attached = _JOINT.split(text)
    for piece in () if attached.strip() else pieces[0 if is_first else 1 :]:
        if _QUALIFIES.match(piece):
            return
        if piece.strip():
            yield _bare(piece)


def _behind(text: str) -> Iterator[str]:
    """Who stands behind the last body that is known, joined to it."""
    for piece in _JOINT.split(text)[1:]:
        if not _DETERMINED.match(piece):
            return
        yield _bare(piece)


def _the_others(bodies: list[str]) -> str:
    bureaux = [name for name in ("BR", "TSB", "BDT") if f"Director {name}" not in bodies]
    return f"Directors of {' and '.join(bureaux[-2:])}"


def _with_article(name: str) -> str:
    """A name as it stands in a sentence: "the Director of BR"."""
    if name.startswith("Director "):
        return f"the Director of {name.removeprefix('Director ')}"
    return f"the {name}" if name.startswith(("Directors", "Secretary", "ITU Council")) else name


def _bare(text: str) -> str:
    stripped = " ".join(text.split()).strip(" ,:，：")
    return re.sub(r"^(?:the|les?|la|el|los|las|al?|à)\s+", "", stripped, flags=re.IGNORECASE)


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    known = "|".join(f"(?P<b{at}>{'|'.join(words)})" for at, (_, words) in enumerate(NAMES))
    article = r"(?:\b(?:the|les?|la|el|los|las|al|au|aux)\s+)?"
    return re.compile(
        rf"{article}(?:(?P<sg>{_GROUPS})|{known})"
        r"(?![a-zа-я])",
        re.IGNORECASE,
    )
