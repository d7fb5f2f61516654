"""What an office file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.office.markup import parsed
from planctl.office.package import Package
from planctl.patterns import late

if TYPE_CHECKING:
    from lxml.etree import _Element

_TERMS = "{http://purl.org/dc/terms/}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_DAY = late(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")


def written(package: Package) -> str:
    """Return the day on which it was saved last, or else made ("2020-10-05"); "" for none.

    Raises RefusedFileError where the part that says so cannot be read.
    """
    root = _core(package)
    if root is None:
        return ""
    for term in ("modified", "created"):
        day = (root.findtext(f"{_TERMS}{term}") or "").strip()[:10]
        if _DAY.fullmatch(day):
            return day
    return ""


def is_own(package: Package) -> bool:
    """Return whether planctl made the file, whoever saved it since. Raises as :func:`written`."""
    root = _core(package)
    return root is not None and (root.findtext(_CREATOR) or "").strip() == "planctl"


def _core(package: Package) -> _Element | None:
    links = package.relationships("").values()
    name = next((link.part for link in links if link.kind == "core-properties"), "")
    return parsed(name, package.members[name]) if name else None
