"""A report as the table has it, in which what prints as before is what it was.

A block or a deliverable of the plan that prints the same line knows more than the line says, and
stays. So does what is known of a document whose line has changed, where it is not printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planctl.plan.deliverable import FIELDS, Deliverable, line
from planctl.plan.model import Block, activity_from
from planctl.plan.opening import opening
from planctl.plan.prose import plain, text_of

_NOT_PRINTED = ("kind", "url", "date", "place", "counterpart", "formerly")


_Printed = tuple[str | None, list[tuple[str, list[str]]]]
"""How a block begins, and the lines of its deliverables with those below them."""


class _Stock(NamedTuple):
    """The old deliverables that no new one has taken yet, by block: (line, deliverable, data)."""

    blocks: dict[int, list[tuple[str, Deliverable, Any]]]

    def take(self, wanted: Deliverable, printed: str, first: int | None, language: str) -> Any:
        """The data of one that prints the same, of the block ``first`` if it can; else None."""
        order = [first] if first in self.blocks else []
        for block in (*order, *self.blocks):
            alike = [
                at
                for at, (said, old, _) in enumerate(self.blocks[block])
                if said == printed and _below(old, language) == _below(wanted, language)
            ]
            if alike:  # of several, one that leads to the same address
                at = max(alike, key=lambda at: self.blocks[block][at][1].url == wanted.url)
                return self.blocks[block].pop(at)[2]
        return None

    def known(self, wanted: Deliverable) -> Any:
        """The data of one that is the same document, whatever is printed of it; else None."""
        key = wanted.key()
        for held in self.blocks.values() if key else ():
            for at, (_, old, data) in enumerate(held):
                if old.key() == key:
                    del held[at]
                    return data
        return None


def same_letters(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space and the kind of hyphen."""
    return plain(one).replace(" ", "") == plain(other).replace(" ", "")


def laid(old: Mapping[str, Any], new: Mapping[str, Any], language: str) -> list[dict[str, Any]]:
    """The report of the activity ``new``, with all that the activity ``old`` knows of it."""
    before, after = activity_from(old, ()).report, activity_from(new, ()).report
    was, now = ([_printed(one, language) for one in report] for report in (before, after))
    led = _addresses(after, language)
    if _lines(was) == _lines(now) and (not led or led <= _addresses(before, language)):
        return list(old.get("report", ()))
    partners = _partners(was, now)
    stock = _Stock(
        {
            at: [
                (_plain(line(one, language)), one, data)
                for one, data in zip(
                    block.deliverables, old["report"][at].get("deliverables", ()), strict=True
                )
            ]
            for at, block in enumerate(before)
        }
    )
    made = []
    for block, data, partner in zip(after, new.get("report", ()), partners, strict=True):
        base = _without_evidence(data if partner is None else old["report"][partner])
        if "deliverables" in data:
            pairs = zip(block.deliverables, data["deliverables"], strict=True)
            base["deliverables"] = [
                _deliverable(one, item, stock, partner, language) for one, item in pairs
            ]
        made.append(base)
    return made


def _addresses(report: Sequence[Block], language: str) -> set[tuple[str, str]]:
    """The lines of bullets that lead somewhere, and where."""
    bullets = (one for block in report for one in block.deliverables)
    lines = (one for bullet in bullets for one in (bullet, *bullet.items))
    return {(_plain(line(one, language)), _address(one.url)) for one in lines if one.url}


def _without_evidence(block: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in block.items() if key != "deliverables"}


def _partners(was: Sequence[_Printed], now: Sequence[_Printed]) -> list[int | None]:
    """For each block the old one that prints the same, else one that begins alike; else None."""
    partners: list[int | None] = [None] * len(now)
    for parts in (2, 1):
        for to, block in enumerate(now):
            if partners[to] is None:
                alike = (at for at, one in enumerate(was) if one[:parts] == block[:parts])
                partners[to] = next((at for at in alike if at not in partners), None)
    return partners


def _printed(block: Block, language: str) -> _Printed:
    first = opening(block)
    said = None if first is None else _plain(text_of(first, language))
    lines = [(_plain(line(one, language)), _below(one, language)) for one in block.deliverables]
    return said, lines


def _lines(printed: Sequence[_Printed]) -> list[str]:
    """All that a report prints, line by line, whatever a line is; empty ones aside."""
    found: list[str] = []
    for first, deliverables in printed:
        found += [first] if first else []
        for text, items in deliverables:
            found += [text, *items]
    return [line for text in found for line in text.split("\n") if line.strip()]


def _below(deliverable: Deliverable, language: str) -> list[str]:
    return [_plain(line(item, language)) for item in deliverable.items]


def _plain(text: str) -> str:
    """A text as it is compared, its paragraphs apart."""
    return "\n".join(map(plain, text.split("\n")))


def _deliverable(
    new: Deliverable, data: Any, stock: _Stock, first: int | None, language: str
) -> Any:
    same = stock.take(new, _plain(line(new, language)), first, language)
    if same is not None:
        return _linked(same, new)
    known = stock.known(new)
    return data if known is None else _enriched(new, data, known, language)


def _linked(old: Any, new: Deliverable) -> Any:
    """The old data, leading where the line leads now, and so the items below it."""
    known = Deliverable.of(old)
    fields = {**old} if isinstance(old, dict) else {"ref" if known.ref else "title": old}
    if known.items:
        pairs = zip(fields["items"], new.items, strict=True)
        fields["items"] = [_linked(*pair) for pair in pairs]
    if new.url and not (known.url and _address(known.url) == _address(new.url)):
        fields["url"] = new.url
    if fields == old or fields.keys() <= {"ref", "title"}:
        return old
    return {name: fields[name] for name in (*FIELDS, "items") if name in fields}


def _address(url: str) -> str:
    """An address as it is compared: documents write it with "%20", and programs add a "/"."""
    from urllib.parse import unquote

    return unquote(url).rstrip("/")


def _enriched(new: Deliverable, data: Any, known: Any, language: str) -> Any:
    """The new data with what was known of the document, where that is not printed."""
    if isinstance(known, str):
        return data
    fields = {"ref" if new.ref else "title": data} if isinstance(data, str) else dict(data)
    printed = line(new, language)
    more = dict(fields)
    for name in _NOT_PRINTED:
        if name in known and name not in fields:
            trial = {**more, name: known[name]}
            if line(Deliverable.of(trial), language) == printed:
                more = trial
    return data if more == fields else more
