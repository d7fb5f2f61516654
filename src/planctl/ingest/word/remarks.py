"""What the owner of a Word file should know of how it was read, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planctl.ingest import links
from planctl.ingest.document import STRUCK_OUT
from planctl.office.package import Package

if TYPE_CHECKING:
    from planctl.ingest.word.reading import Reading

_VIEWS = {"final": "accepted", "original": "rejected"}
# Of each what is counted, as a sentence about one and about several.
_COUNTED = {
    "boxes": (
        "The text of one text box stands after the paragraph that it hangs on.",
        "The text of {} text boxes stands after the paragraph that each hangs on.",
    ),
    "nested": (
        "A table within a cell is read as lines of that cell.",
        "{} tables within cells are read as lines of those cells.",
    ),
    "hidden": (
        "Hidden text is left out, in one place.",
        "Hidden text is left out, in {} places.",
    ),
    "rows": ("One hidden row is left out.", "{} hidden rows are left out."),
    "merged": (
        "One merged cell holds text that Word does not show; it is left out.",
        "{} merged cells hold text that Word does not show; it is left out.",
    ),
    "prompts": (
        "One field of a form is not filled in; it is read as blank.",
        "{} fields of a form are not filled in; they are read as blank.",
    ),
    "formulas": (
        "Of formulas only the letters are read, in one place.",
        "Of formulas only the letters are read, in {} places.",
    ),
}
_NOTHING_SEEN = ("hyperlink", "attachedTemplate")  # links are not content, nor are templates


def remarks(reading: Reading, package: Package) -> tuple[str, ...]:
    """Return the sentences on a file that has been read."""
    return tuple(_remarks(reading, package))


def _remarks(reading: Reading, package: Package) -> Iterator[str]:
    if reading.revised:
        yield f"It has revision marks; it is read as if all were {_VIEWS[reading.view]}."
    for name, (one, several) in _COUNTED.items():
        if count := reading.tallies[name]:
            yield one if count == 1 else several.format(count)
    if reading.tallies["struck"]:
        yield STRUCK_OUT
    yield from links.remarks(reading.fields.lost)
    if package.related("comments"):
        yield "Its comments are not read."
    if outside := _outside(package):
        yield f"It refers to content outside the file ({outside}), which is not looked at."
    if package.related("aFChunk"):
        yield "A file put into it as a whole is not read: open it in Word and save it again."


def _outside(package: Package) -> str:
    parts = package.relationships(package.document).values()
    kinds = (link.kind for link in parts if link.external and link.kind not in _NOTHING_SEEN)
    return ", ".join(sorted(dict.fromkeys(kinds)))
