"""A file in which a resolution is, and which plan its text belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planctl.errors import PlanctlError, UsageFault
from planctl.ingest import files
from planctl.ingest.document import Document, View
from planctl.ingest.resolution import drafting
from planctl.ingest.resolution.heading import as_revision, is_same, year_of
from planctl.ingest.resolution.model import Resolution
from planctl.ingest.resolution.reading import read
from planctl.plan.address import plan_key
from planctl.plan.clauses import blocks_in
from planctl.plan.prose import fold, text_of

_MOST = 500  # blocks of one resolution; a real one has ten


def read_file(
    file: Path, language: str | None, view: View = "final"
) -> tuple[Document, Resolution]:
    """The file, and the resolution in it; PlanctlError where no operative clause is."""
    document = files.read(file, view)
    found = read(document, language or "")
    if not found.operative:
        raise PlanctlError(
            f"{file}: no operative clause was found. A line such as “resolves” or “instructs TSAG”"
            " opens a block of clauses; give --language where its language is not recognized."
        )
    many = sum(1 for _ in blocks_in(drafting.clauses(found)))
    if max(many, len(found.blocks)) > _MOST:
        raise PlanctlError(
            f"{file}: clauses begin anew {many} times, and no resolution has so many blocks. Save"
            " the resolution that is meant as a file of its own."
        )
    return document, found


def named(found: Resolution, given: Mapping[str, str | None]) -> tuple[str, dict[str, Any]]:
    """The key of a new plan, and the resolution as the plan names it.

    What is ``given`` (key, edition, title) goes before what the text says; UsageFault where neither
    tells.
    """
    parts = re.fullmatch(r"([A-Za-z]+)-(\d{1,4})", given["key"] or "")
    if given["key"] and not parts:
        raise UsageFault(
            f"“{given['key']}” does not name a plan; write assembly and number: wtsa-95"
        )
    assembly = parts[1].upper() if parts else found.assembly
    number = int(parts[2]) if parts else found.number
    if not assembly or not number:
        raise UsageFault("the text does not say which resolution it is; give --plan, as in pp-182")
    resolution = {
        "assembly": assembly,
        "number": number,
        "edition": given["edition"] or found.edition,
        "title": given["title"] or found.title,
    }
    missing = [f"--{name}" for name in ("edition", "title") if not resolution[name]]
    if missing:
        raise UsageFault(f"the text does not say it; give {', '.join(missing)}")
    return plan_key(assembly, number), resolution


def refuse_other(data: Mapping[str, Any], key: str, found: Resolution) -> None:
    """UsageFault where the text is not that of the plan's resolution, or in another language.

    A text that does not say which resolution it is, is not refused.
    """
    own = data["resolution"]
    if found.number not in (None, own["number"]) or (
        found.assembly and found.assembly != own["assembly"]
    ):
        raise UsageFault(
            f"the text is that of {found.assembly} Resolution {found.number or '?'}, and"
            f" {key} is the plan of {own['assembly']} Resolution {own['number']}"
        )
    language = data.get("language", "en")
    if found.language != language:
        raise UsageFault(
            f"the text is read as “{found.language}”, and {key} is in “{language}”; give the"
            f" text in that language, or say --language {language} if it is"
        )


def new_edition(data: Mapping[str, Any], found: Resolution, given: str | None) -> str:
    """The edition of the text, ``given`` or as it says; "" where it is the plan's, or not said.

    UsageFault where the text says an earlier one.
    """
    edition, own = given or found.edition, text_of(data["resolution"]["edition"])
    if is_same(edition, own):
        return ""
    if not given and 0 < year_of(edition) < year_of(own):
        raise UsageFault(
            f"the text is of “{edition}”, which is earlier than “{own}”, the edition that the plan"
            f" has; give the text of a later one, or say which it is: --edition “…”"
        )
    return given or as_revision(edition, found.language)  # for it follows another


def new_title(data: Mapping[str, Any], found: Resolution) -> str:
    """The title of the text where it is another than the plan's; "" where it is not, or not said.

    Capitals and quotation marks make no other title. A title in several languages stays, and so
    does any where two titles run together in the text.
    """
    own = data["resolution"]["title"]
    if not isinstance(own, str) or found.flattened or fold(found.title) == fold(own):
        return ""
    return found.title
