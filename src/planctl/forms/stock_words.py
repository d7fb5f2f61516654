"""What people write where they choose no status, or have nothing to say.

The words for a status in the languages of the Union are those of the annexes; those here are the
ones that are meant all the same. What only points to another place ("see above") is no answer: a
plan is read item by item.
"""

from __future__ import annotations

from planctl.errors import UsageFault
from planctl.forms.question import STATUS_LIST
from planctl.patterns import late
from planctl.plan.model import STATUSES
from planctl.plan.prose import fold, words
from planctl.plan.suggestion import suggestion
from planctl.publish.languages import WORDINGS
from planctl.review.status_column import placeholder_in

_MEANT = {
    "completed": "accomplished complete completé done finished finalized fini finalise termine"
    " complete completo completado terminado concluido завершено 完成 已经完成 منجز",
    "ongoing": "continuing continuous inprogress underway enprogreso enmarcha encours 正在进行",
    "suspended": "onhold paused postponed ensuspens aplazado",
    "not-started": "notyetstarted notyetbegun nonentame 尚未开始",
}
_NOTHING = frozenset(
    (
        *("na", "nil", "none", "nothing", "no", "nochange", "nochanges", "noupdate", "noupdates"),
        *("nothingnew", "nothingtoreport", "nonesofar", "noneyet", "notapplicable", "unchanged"),
        *("same", "sameasbefore", "asbefore", "neant", "aucun", "aucune", "rien", "sansobjet"),
        *("ninguno", "ninguna", "nada", "нет", "无", "没有", "لايوجد"),
    )
)
_SIGNS = frozenset(("0", "ok", "x", "yes"))
_POINTING = late(
    r"(?:please )?(?:see|cf|refer to|same as|as(?: stated| noted)?) (?:the )?(?:above|below"
    r"|attach(?:ed|ment)(?: file| document)?|annex(?:ed)?|e ?mail|previous(?: row| item)?)"
    r"|ditto|idem|id|voir (?:ci dessus|plus haut)|vease (?:arriba|mas arriba)|同上"
)
_ERROR = late(r"#(?:[A-Z]{3,6}(?:/0)?[!?]|N/A|SPILL!|GETTING_DATA)|Err:[0-9]{3}")


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say: "-", "n/a", "No change"."""
    letters = _letters(text)
    return letters in _NOTHING if letters else not any(sign in text for sign in "?!✓✔☑√×✗")


def is_placeholder(text: str) -> bool:
    """Whether a text as a whole only holds a place: "TBD", "To be completed"."""
    return bool(text) and placeholder_in(text) == text.strip()


def refuse_error(text: str) -> None:
    """Raise UsageFault for what stands in place of a formula's value where it went wrong."""
    if _ERROR.fullmatch(text.strip()):
        raise UsageFault(f"{text.strip()} is what a formula leaves that went wrong; write the text")


def refuse_no_answer(text: str) -> None:
    """Raise UsageFault for what is written, and is no answer that a plan can print."""
    letters = _letters(text)
    if letters in _SIGNS or not (letters or is_nothing(text)):
        raise UsageFault(f"“{text}” does not say what is meant; write it in words")
    if _POINTING.fullmatch(" ".join(words(text))):
        raise UsageFault(f"“{text}” points to another place; write here what is to be printed")


def names_status(text: str) -> str:
    """The status whose word, in any language of the Union, a text is; "" for none."""
    wanted = "" if "?" in text else _letters(text)
    for named in (STATUSES, *(wording.statuses for wording in WORDINGS.values())):
        for status, word in zip(STATUSES, named, strict=True):
            if _letters(word) == wanted:
                return status
    return ""


def status_of(text: str) -> tuple[str, str]:
    """The status that a text names, and what is to be said of how it was read, or "".

    Raises UsageFault for what names none, or several.
    """
    if status := names_status(text):
        return status, ""
    wanted = "" if "?" in text else _letters(text)
    for status, meant in _MEANT.items():
        if wanted in map(_letters, meant.split()):
            return status, f"“{text}” was taken for {_word(status)}"
    said = " ".join(text.split())
    within = [word for word in STATUS_LIST if _letters(word) in _letters(text)]
    if len(within) > 1:
        raise UsageFault(f"“{said}” names several; choose one of them")
    near = f"; did you mean “{within[0]}”?" if within else suggestion(said, STATUS_LIST)
    raise UsageFault(f"“{said}” is not one of: {', '.join(STATUS_LIST)}{near}")


def _word(status: str) -> str:
    return STATUS_LIST[STATUSES.index(status)]


def _letters(text: str) -> str:
    """The letters and digits of a text, folded, without what stands between them."""
    return "".join(filter(str.isalnum, fold(text)))
