"""Where in a document the tables go: placeholders, bookmarks, or the end.

A placeholder is a paragraph that holds nothing but "[[planctl]]" (all plans, or those that have no
place of their own) or "[[planctl:wtsa-73]]" (one plan). A bookmark is named "planctl" or
"planctl_wtsa_73". Capitals and spaces make no difference, nor does formatting within the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from planctl.office.refusal import RefusedFileError
from planctl.patterns import late
from planctl.plan.address import match_plan
from planctl.publish.docx.blocks import Body, Mention

_PLACEHOLDER = late(r"\[\[\s*planctl\s*(?::\s*([^\[\]]*?)\s*)?\]\]", re.IGNORECASE)
_MEANT = late(r"\[\[?\s*planctl\b", re.IGNORECASE)


class Place(NamedTuple):
    """A place for tables: after block number ``block``, or instead of it.

    ``plan`` is the key of the plan that goes there, or "" for all others.
    """

    block: int
    replaces: bool
    plan: str
    name: str


def places(body: Body, keys: Sequence[str]) -> list[Place]:
    """Find the places in a document for the plans with these keys, in the document's order.

    Raises RefusedFileError where a placeholder cannot be one: in a table, amid other text, for a
    plan that is not among ``keys``, or twice; and where no plan is left for one.
    """
    found = [_place(body, mention) for mention in body.paragraphs if _MEANT.search(mention.text)]
    taken = {place.block for place in found}
    for name, (block, inside) in body.bookmarks.items():
        wanted = _bookmarked(name, keys)
        if wanted is None or block in taken:
            continue
        if inside in ("a table", "a text box"):
            raise RefusedFileError(
                f"The bookmark “{name}” stands in {inside}: set it in the text outside."
            )
        found.append(Place(block, replaces=False, plan=wanted, name=f"the bookmark “{name}”"))
    found = [place._replace(plan=_key(place, keys)) for place in sorted(found)]
    for plan, count in Counter(place.plan for place in found).items():
        if count > 1:
            names = " and ".join(place.name for place in found if place.plan == plan)
            raise RefusedFileError(f"It has {names}: one place is enough, delete the others.")
    for place, plans in zip(found, shared_out(found, keys), strict=True):
        if not plans:
            raise RefusedFileError(
                f"It has {place.name}, but each plan has a place of its own: delete it."
            )
    return found or [_end(body)]


def shared_out(found: Sequence[Place], keys: Sequence[str]) -> list[list[str]]:
    """Return which plans go to each place; the place without a name has those without another."""
    named = {place.plan for place in found}
    rest = [key for key in keys if key not in named]
    return [[place.plan] if place.plan else rest for place in found]


def _place(body: Body, mention: Mention) -> Place:
    placeholder = _PLACEHOLDER.search(mention.text)
    if placeholder is None:
        raise RefusedFileError(
            f"“{_short(mention.text)}” is no placeholder: write [[planctl]] for all plans, or"
            " [[planctl:wtsa-73]] for one."
        )
    shown = placeholder.group()
    if mention.inside:
        raise RefusedFileError(
            f"{shown} stands in {mention.inside}: put it into a paragraph of its own outside."
        )
    block = body.blocks[mention.block]
    if placeholder.group() != mention.text.strip() or block.text != mention.text:
        raise RefusedFileError(
            f"{shown} stands amid other text (“{_short(mention.text)}”): put it into a paragraph of"
            " its own."
        )
    if not block.only_text:
        raise RefusedFileError(
            f"The paragraph of {shown} holds something else as well (a picture, a note, a comment"
            " or deleted text): put it into a paragraph of its own."
        )
    plan = placeholder.group(1) or ""
    return Place(mention.block, replaces=True, plan=plan, name=shown)


def _bookmarked(name: str, keys: Sequence[str]) -> str | None:
    """Return the plan for which a bookmark stands, "" for all, None where it is not ours."""
    name = name.lower()
    if name == "planctl":
        return ""
    if not name.startswith("planctl_"):
        return None
    rest = name.removeprefix("planctl_")
    # A bookmark's name may hold letters, digits and "_" only.
    return next((key for key in keys if re.sub(r"\W", "_", key.lower()) == rest), rest)


def _key(place: Place, keys: Sequence[str]) -> str:
    """Return the key of the plan that a place names, perhaps short ("73")."""
    if not place.plan:
        return ""
    matches = match_plan(place.plan, keys)
    if len(matches) != 1:
        raise RefusedFileError(
            f"It has {place.name}, and that is none of the plans to export, or several of them:"
            f" {', '.join(keys)}."
        )
    return matches[0]


def _end(body: Body) -> Place:
    last = len(body.blocks) - 1
    if body.blocks and body.blocks[-1].name.endswith(" sectPr"):
        last -= 1
    return Place(last, replaces=False, plan="", name="the end")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"
