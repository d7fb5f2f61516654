"""A report that a table has in another language than the plan: the same lines, said again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.plan.deliverable import FIELDS, Deliverable, line
from planctl.plan.model import Block, activity_from
from planctl.plan.opening import opening
from planctl.plan.prose import Prose, plain, text_of


def translated(old: Prose, new: str, language: str, own: str) -> dict[str, str]:
    """A text with what it is in ``language``; alone it was in the language ``own``."""
    return {**({own: old} if isinstance(old, str) else old), language: new}


def in_another(
    old: Mapping[str, Any], new: Mapping[str, Any], language: str, own: str
) -> list[dict[str, Any]]:
    """The report of the activity ``old`` with the wording of that of ``new`` in ``language``.

    ``own`` is the language of the old one. It stays as it is where the new one has other blocks or
    bullets: nobody can tell then which line says what.
    """
    before, after = activity_from(old, ()).report, activity_from(new, ()).report
    held = old.get("report", [])
    if list(map(_shape, before)) != list(map(_shape, after)):
        return list(held)
    blocks = zip(before, after, held, strict=True)
    return [_block(*block, language, own) for block in blocks]


def _shape(block: Block) -> list[int]:
    return [len(one.items) for one in block.deliverables]


def _block(
    was: Block,
    now: Block,
    held: Mapping[str, Any],
    language: str,
    own: str,
) -> dict[str, Any]:
    made = dict(held)
    before, after = opening(was), opening(now)
    if before is not None and after is not None:
        wording = text_of(after, language)
        if plain(text_of(before, language)) != plain(wording) and now.year is None:
            made["text"] = translated(before, wording, language, own)
    if was.deliverables:
        items = zip(was.deliverables, now.deliverables, held["deliverables"], strict=True)
        made["deliverables"] = [_deliverable(*item, language, own) for item in items]
    return made


def _deliverable(was: Deliverable, now: Deliverable, held: Any, language: str, own: str) -> Any:
    wording, stands = line(now, language), line(was, own)
    fields = {**held} if isinstance(held, Mapping) else {"ref" if was.ref else "title": held}
    if was.items:
        items = zip(was.items, now.items, fields["items"], strict=True)
        fields["items"] = [_deliverable(*item, language, own) for item in items]
    if plain(line(was, language)) != plain(wording):
        trial = dict(fields)
        for name in ("title", "note"):
            old, new = getattr(was, name), getattr(now, name)
            if old is not None and new is not None:
                trial[name] = translated(old, text_of(new, language), language, own)
        if (
            line(Deliverable.of(trial), language) == wording
            and line(Deliverable.of(trial), own) == stands
        ):
            fields = trial
        else:
            fields["text"] = translated(was.text or stands, wording, language, own)
    elif not was.items:
        return held
    return {name: fields[name] for name in (*FIELDS, "items") if name in fields}
