"""What an office file says of itself."""

from __future__ import annotations

from planctl.office.markup import parsed
from planctl.office.package import Package
from planctl.patterns import late

_TERMS = "{http://purl.org/dc/terms/}"
_DAY = late(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")


def written(package: Package) -> str:
    """Return the day on which it was saved last, or else made ("2020-10-05"); "" for none.

    Raises RefusedFileError where the part that says so cannot be read.
    """
    links = package.relationships("").values()
    name = next((link.part for link in links if link.kind == "core-properties"), "")
    if not name:
        return ""
    root = parsed(name, package.members[name])
    for term in ("modified", "created"):
        day = (root.findtext(f"{_TERMS}{term}") or "").strip()[:10]
        if _DAY.fullmatch(day):
            return day
    return ""
