"""The package: its ZIP members, their content types, and where relationships lead."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from planctl.office.shape import Shape, read
from planctl.patterns import late

TYPES = "[Content_Types].xml"

_TYPE = "http://schemas.openxmlformats.org/package/2006/content-types "
_LINK = late(r"(?:https?://|ftp://|mailto:)[A-Za-z0-9%/?:@!$&'()*+,;=~#._-]+", re.IGNORECASE)


def unpacked(data: bytes) -> tuple[dict[str, bytes], list[str]]:
    """The package's parts by name, and what is wrong with it as a ZIP file."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            contents = [(item.filename, archive.read(item)) for item in archive.infolist()]
    except BadZipFile:
        return {}, ["This is not a ZIP file."]
    return dict(contents), [
        f"{name}: the package holds this part {count} times."
        for name, count in Counter(name.lower() for name, _ in contents).items()
        if count > 1
    ]


def parsed(contents: Mapping[str, bytes]) -> tuple[dict[str, Shape], list[str]]:
    """The shapes of parts by name, and which of them are no well-formed XML."""
    parts: dict[str, Shape] = {}
    found: list[str] = []
    for name, content in contents.items():
        try:
            parts[name] = read(content)
        except ValueError as error:
            found.append(f"{name}: {error}")
    return parts, found


def mistyped(parts: Mapping[str, Shape]) -> list[str]:
    """Find parts without a content type, and content types without a part."""
    if TYPES not in parts:
        return [f"{TYPES}: the list of content types is missing."]
    types = parts[TYPES]
    extensions = {entry.attributes.get("Extension") for entry in types.named(f"{_TYPE}Default")}
    names = [entry.attributes.get("PartName", "") for entry in types.named(f"{_TYPE}Override")]
    found = [
        f"{TYPES}: gives a type to {name}, which is not there."
        for name in names
        if name.removeprefix("/") not in parts
    ]
    found += [
        f"{name}: has no content type."
        for name in parts
        if name != TYPES and f"/{name}" not in names and name.rpartition(".")[2] not in extensions
    ]
    return found


def astray(parts: Mapping[str, Shape]) -> list[str]:
    """Find relationships that lead nowhere, links that are none, and parts nothing leads to."""
    found: list[str] = []
    reached = {TYPES}
    for name in parts:
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        for link, kind, target, external in relationships(parts, name):
            if not external:
                path = _resolve(name, target)
                reached.add(path)
                if path not in parts:
                    found.append(f"{name}: {link} leads to {path}, which is not there.")
            elif kind != "hyperlink":
                found.append(f"{name}: {link} would load a part from outside the file.")
            elif not _LINK.fullmatch(target):
                found.append(
                    f"{name}: {link} leads to “{target}”, which is no http, https, ftp or mailto"
                    " address."
                )
    found += repeated(parts)
    return found + [f"{name}: nothing leads to this part." for name in parts if name not in reached]


def repeated(parts: Mapping[str, Shape]) -> list[str]:
    """Find relationships with the same ID."""
    return [
        f"{name}: {link} stands twice."
        for name in parts
        if name.endswith(".rels")
        for link, count in Counter(link for link, *_ in relationships(parts, name)).items()
        if count > 1
    ]


def relationships(parts: Mapping[str, Shape], name: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield ID, last word of the type, target and whether it is outside, for each relationship."""
    if name not in parts:
        return
    for entry in parts[name].root.children:
        held = entry.attributes
        kind = held.get("Type", "").rpartition("/")[2]
        external = held.get("TargetMode") == "External"
        yield held.get("Id", ""), kind, held.get("Target", ""), external


def _resolve(name: str, target: str) -> str:
    """Return the part that a relationship of the part list ``name`` leads to."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/")
