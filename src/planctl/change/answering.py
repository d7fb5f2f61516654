"""The directive that answers a clause: its words, its reference, and who is responsible.

The words of a directive and of its activity are the clause's, ready to be edited; who is
responsible is whom the block addresses, or the plan's lead where it addresses nobody. What only
invites others gets no directive.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from planctl.patterns import late
from planctl.plan.addressees import responsible
from planctl.plan.block_names import short_words
from planctl.plan.clauses import blocks_in
from planctl.plan.operative import opening_of
from planctl.plan.prose import text_of

ASKING: Final = ("resolves", "instructs")
"""The kinds of blocks whose clauses a plan answers."""

_ENDS: Final = " \t,;.:，；。：؛،"

_JOINTS: Final = {
    "en": late(r"(?:to|that)\s+"),
    "fr": late(r"(?:de\s+|d['’])(?=\w+(?:er|ir|re)\b)|(?:à|que)\s+|qu['’]"),
    "es": late(r"(?:a\s+)?que\s+|a\s+(?=\w+[aei]r(?:se|l[aeo]s?)?\b)"),
    "ru": late(r"что\s+"),
    "ar": late(r"(?:أن|إلى|على)\s+"),
}
"""What joins a clause to its verb, "to study", "de poursuivre", and is none of a directive."""


def directives(stated: Sequence[Mapping[str, Any]], lead: str) -> list[dict[str, Any]]:
    """A directive, with IDs from 1, for each clause that instructs or resolves."""
    blocks = list(blocks_in(stated))
    found: list[dict[str, Any]] = []
    for block in blocks:
        if block.kind in ASKING:
            words = short_words(block.words, blocks)
            bodies = addressed(block.words) or [lead]
            for clause in block.clauses:
                text = wording(stated, int(clause.path[-1]))
                cited = reference(words, clause.number)
                found.append(directive(str(len(found) + 1), text, cited, bodies))
    return found


def directive(new_id: str, words: str, cited: str, bodies: Sequence[str]) -> dict[str, Any]:
    """A directive that answers a clause, with an activity that has not started."""
    activity = {
        "id": new_id,
        "text": words,
        "responsible": list(bodies),
        "time_plan": "Ongoing",
        "status": "not-started",
    }
    return {"id": new_id, "text": words, "references": cited, "activities": [activity]}


def addressed(block: str) -> list[str]:
    """Who is responsible for what a block asks, [] where it addresses nobody."""
    found = opening_of(block)
    return responsible(found.addressee) if found and found.asks else []


def wording(stated: Sequence[Mapping[str, Any]], at: int) -> str:
    """The words of a clause with those within it, as a directive has them: "Study the figures"."""
    first = stated[at]
    lines = [text_of(first["text"])]
    for place in range(at + 1, len(stated)):
        one = stated[place]
        if not one.get("sub") or one.get("number") != first.get("number"):
            break
        lines.append(f"{one['sub'].rpartition(' ')[2]} {text_of(one['text'])}")
    opened = opening_of(text_of(first["block"]))
    joint = _JOINTS.get(opened.language) if opened else None
    text = "\n".join(lines).rstrip(_ENDS)
    if joint and (found := joint.match(text)):
        text = text[found.end() :]
    return f"{text[:1].upper()}{text[1:]}"


def reference(words: str, number: str) -> str:
    """How a directive cites a clause: "Instructs the Director of TSB (1)"."""
    shown = f"{words[:1].upper()}{words[1:]}"
    if not number:
        return shown
    is_chinese = any("\u4e00" <= char <= "\u9fff" for char in shown)
    return f"{shown}（{number}）" if is_chinese else f"{shown} ({number})"
