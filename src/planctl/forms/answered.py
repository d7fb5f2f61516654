"""What one form that came back answers, item by item, and what is amiss with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.forms.answers import Answers, answers_of
from planctl.forms.columns import ASKED, SHOWN
from planctl.forms.merging import answered
from planctl.forms.returned import Returned, Row, Stray
from planctl.forms.sent import Sent, SentItem, fingerprint
from planctl.plan.prose import listed, short

_LABELS = {column.key: column.label for column in (*SHOWN, *ASKED)}
_MOST_STRAYS = 5  # texts of one kind that are told one by one


class Answer(NamedTuple):
    """What one form answers about one item; ``where`` tells a person where it stands.

    ``form`` is what the form carries unseen, and ``mark`` tells the answer from every other.
    """

    file: str
    where: str
    address: str
    form: Sent
    answers: Answers
    mark: str

    @property
    def sent(self) -> SentItem:
        """What was said of the item when the form was sent."""
        return self.form.items[self.address]

    @property
    def at(self) -> str:
        """Where it stands, with the file."""
        return f"{self.file}, {self.where}"


class Notes(NamedTuple):
    """What was found on the way: what stands in the way, and what somebody should know of."""

    faults: list[str]
    remarks: list[str]


class Given(NamedTuple):
    """The answers of a form, and the addresses of items about which it says: nothing new."""

    answers: tuple[Answer, ...]
    nothing_new: tuple[str, ...]


def given_in(form: Returned, meetings: Sequence[str], notes: Notes) -> Given:
    """What a form answers; what is amiss with it goes into the ``notes``."""
    notes.remarks.extend(f"{form.file}: {said}" for said in form.remarks)
    given: dict[str, Answer] = {}
    nothing_new: list[str] = []
    seen: set[str] = set()
    astray = list(form.strays)
    for row in form.rows:
        address, amiss = _address(form, row)
        seen.update((row.key, row.shown.get("item", "").strip(), address))
        notes.faults.extend([amiss] if amiss else [])
        if not address:
            astray += () if amiss else _beside_items(row)
            continue
        astray += _strays(form, row, address, notes)
        one, said = _answer(form, row, address, meetings, notes)
        if one.answers.is_empty:
            nothing_new += [address] if said else []
            continue
        if address in given and given[address].answers != one.answers:
            notes.faults.append(
                f"{form.file}, {row.place}: {address} stands twice in this form, with other answers"
                f" ({given[address].where}); keep one of the two"
            )
        given.setdefault(address, one)
    _tell(form, [address for address in form.sent.items if address not in seen], astray, notes)
    return Given(tuple(given.values()), tuple(one for one in nothing_new if one not in given))


def _tell(form: Returned, gone: Sequence[str], astray: Sequence[Stray], notes: Notes) -> None:
    """Say what is no longer in a form, and what stands where no answer is read."""
    for key in form.missing:
        notes.remarks.append(f"{form.file}: the column “{_LABELS[key]}” is no longer in it")
    if gone:
        were = "was" if len(gone) == 1 else "were"
        notes.remarks.append(
            f"{form.file}: {listed(gone)} {were} taken out of it; nothing changes there"
        )
    for one in astray[:_MOST_STRAYS]:
        notes.remarks.append(
            f"{form.file}, {one.place}: “{short(one.text)}” stands where no answer is asked for"
            f"{f' (under “{one.under}”)' if one.under else ''}; it was not taken"
        )
    if more := astray[_MOST_STRAYS:]:
        places = listed([*dict.fromkeys(one.place for one in more)])
        notes.remarks.append(f"{form.file}: so do {len(more)} more texts ({places})")


def _address(form: Returned, row: Row) -> tuple[str, str]:
    """The item that a row is about, "" for none, and what is amiss with the row, "" for nothing."""
    where, items = f"{form.file}, {row.place}", form.sent.items
    shown = row.shown.get("item", "").strip()
    known = [one for one in dict.fromkeys((row.key, shown)) if one in items]
    if len(known) == 2:
        return "", (
            f"{where}: the row shows {shown} and was sent for {row.key}: rows were moved in part;"
            " put the answers where they belong in the form as it was sent"
        )
    known = known or _by_its_text(form, row)
    if known:
        return known[0], ""
    if written := _written(row):
        key = written[0]
        return "", (
            f"{where}: “{short(row.asked[key].text)}” is written under “{_LABELS[key]}”, but the"
            " row is none of the items that were asked about; move it to its item, or delete it"
        )
    return "", ""


def _by_its_text(form: Returned, row: Row) -> list[str]:
    """The only item that shows the activity of a row, where nothing else tells which it is."""
    text = fingerprint(row.shown.get("activity", ""))
    found = [
        address for address, one in form.sent.items.items() if one.shown.get("activity") == text
    ]
    return found if len(found) == 1 and "activity" in row.shown else []


def _written(row: Row) -> list[str]:
    """The columns in which something is written, of those that ask."""
    return [key for key, one in row.asked.items() if one.text.strip() or one.is_formula]


def _beside_items(row: Row) -> Iterator[Stray]:
    """What stands in a row that is no item, in columns that ask for nothing."""
    for key, text in row.shown.items():
        if text.strip():
            yield Stray(row.place, text, _LABELS[key])
    yield from row.strays


def _strays(form: Returned, row: Row, address: str, notes: Notes) -> Sequence[Stray]:
    """What stands beside the answers of an item; a fault where it may be one of them."""
    gone = [column.label for column in ASKED if column.key not in row.asked]
    if not gone:
        return row.strays
    for one in row.strays:
        under = f"“{one.under.partition(chr(10))[0]}”" if one.under else "no label"
        notes.faults.append(
            f"{form.file}, {_where(row, address)}: “{short(one.text)}” stands under {under}, and"
            f" the label “{'” or “'.join(gone)}” is gone: put the labels back as they were sent"
        )
    return ()


def _where(row: Row, address: str) -> str:
    """Where an item stands in a form, with its address."""
    return row.place if address in row.place else f"{row.place} ({address})"


def _answer(
    form: Returned, row: Row, address: str, meetings: Sequence[str], notes: Notes
) -> tuple[Answer, bool]:
    """The answer in a row, and whether anything at all was written there."""
    sent = form.sent.items[address]
    where = _where(row, address)
    at = f"{form.file}, {where}"
    prefilled = {"next_step": sent.next_step, "due": sent.due}
    answers, faults = answers_of(row.asked, prefilled, meetings)
    notes.faults.extend(f"{at}, {fault}" for fault in faults)
    notes.faults.extend(
        f"{at}: “{_LABELS.get(key, key)}” is there twice, with different texts; keep one of the two"
        for key in sorted(row.doubled)
    )
    notes.remarks.extend(f"{at}, {said}" for said in answers.remarks)
    read = (*_edited(row, sent), *_joined(row))
    notes.remarks.extend(f"{at}: {said}" for said in read)
    said = [row.asked[key].text.strip() != prefilled.get(key, "") for key in _written(row)]
    answers = answered(answers, sent)
    mark = fingerprint(json.dumps([form.sent.digest, address, answers._replace(remarks=())]))
    return Answer(form.file, where, address, form.sent, answers, mark), any(said)


def _edited(row: Row, sent: SentItem) -> Iterator[str]:
    """What was changed of the texts that a form only shows."""
    labels: Mapping[str, str] = {"status": "New status", "reported": "Progress"}
    for key, text in row.shown.items():
        if key not in sent.shown or fingerprint(text) == sent.shown[key]:
            continue
        says = f"to “{_end(text)}”" if text.strip() else "to nothing"
        belongs = f" (an answer belongs under “{labels[key]}”)" if key in labels else ""
        yield f"“{_LABELS[key]}” was changed {says}; the plan keeps what it says{belongs}"


def _end(text: str) -> str:
    """A text in short; of several lines the last, which is where people add."""
    *before, last = text.strip().split("\n")
    return f"… {short(last)}" if before else short(last)


def _joined(row: Row) -> Iterator[str]:
    for key in (column.key for column in ASKED if column.key in row.joined):
        if row.asked[key].text:
            yield (
                f"the cell under “{_LABELS[key]}” was joined with the one above; what stands there"
                " was taken for both"
            )
