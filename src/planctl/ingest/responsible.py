"""The cell of a Responsibilities column as the entries of a plan."""

from __future__ import annotations

from planctl.patterns import late
from planctl.plan import responsibility

_ENDS = late(r"(?:\bSG ?\d+|\bStudy Group \d+|\)|\b(?!ITU$)[A-ZА-ЯЁ]{2,})$")
_BEGINS = late(r"ITU-[TRD]\b|(?:SG|Study Group) ?\d|Directors?\b|(?!ITU\b)[A-ZА-ЯЁ]{2,}\b")
_GOES_ON = late(r"(?:[,&(/–-]|\b(?:and|of|the|with|Directors?|ITU|ITU-[TRD]|et|y|и))$")


def responsible(said: str) -> list[str]:
    """The entries of a cell: those between ";", else one, with a line break between bodies.

    The same letters are printed; a break within a name is a space.
    """
    whole = " ".join(said.split())
    entries = [entry.strip() for entry in whole.split(";") if entry.strip()]
    if len(entries) == 1 and entries[0] == whole:
        return [_lines(said)]
    printed = "".join(" ".join(responsibility.lines(entries)).split())
    return entries if printed == "".join(whole.split()) else [whole]


def _lines(said: str) -> str:
    """The text of a cell; a line break stays where it parts one body from the next."""
    first, *rest = (" ".join(line.split()) for line in said.split("\n") if line.strip())
    made = first
    for line in rest:
        ends = _ENDS.search(made) and line[0].isupper()
        parts = (ends or _BEGINS.match(line)) and not _GOES_ON.search(made)
        made += f"\n{line}" if parts else f" {line}"
    return made
