"""What was found in documents beside where it belongs, as ``planctl harvest`` shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from planctl.cli.output import print_json, say, wrap
from planctl.cli.rows import print_rows
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.ingest.evidence.found import Found
    from planctl.ingest.evidence.reading import Reading
    from planctl.plan.model import Plan
    from planctl.review.placing.place import Place

_HEADS = (
    "File",
    "Line",
    "What",
    "Evidence",
    "Planned",
    "Cited in",
    "Differs",
    "May belong to",
    "Why",
)
_PLURALS = {"body": "bodies"}


class Placed(NamedTuple):
    """A piece of evidence, and what the plans have to do with it.

    ``unit`` is what its places count, as :class:`planctl.ingest.document.Document` says. ``year``
    is that of the document, "" where it is not known.
    """

    found: Found
    place: Place
    unit: str
    year: str = ""


class Page(NamedTuple):
    """A document with what was found in it."""

    path: Path
    reading: Reading
    placed: tuple[Placed, ...]


Harvest = Sequence[Page]


def place(
    plans: Sequence[Plan], read: Sequence[tuple[Path, str, Reading]], *, only_new: bool
) -> list[Page]:
    """Everything found with its place; with ``only_new`` what no plan cites.

    What was ``read`` comes with its file, and with what its places count.
    """
    from planctl.review.placing.place import Place, Register

    register = Register(plans)
    pages = []
    for path, unit, reading in read:
        placed = []
        for found in reading.found:
            if found.sort == "body":
                cited = tuple(register.speaking_of(_names(str(found.fields["title"]))))
                fitting = register.place(found.deliverable, found.sentence).choices
                others = tuple(one for one in fitting if one.address not in cited)
                where = Place(cited, (), others if "kind" in found.fields else ())
            else:
                where = register.place(found.deliverable, found.sentence)
            if not (only_new and where.cited):
                placed.append(Placed(found, where, unit, reading.written.date[:4]))
        pages.append(Page(path, reading, tuple(placed)))
    return pages


def show(harvest: Harvest, form: str) -> None:
    """Print all of it."""
    if form == "json":
        print_json("harvest", documents=[_json(page) for page in harvest])
    elif form == "text":
        for page in harvest:
            _show(page)
        _tell(harvest)
    else:
        rows = [_row(page, placed) for page in harvest for placed in page.placed]
        print_rows(form, _HEADS, rows)
        _tell(harvest)


def entry(placed: Placed) -> str:
    """A piece of evidence in a few lines: what, where, how the plans know it, where it may go."""
    from planctl.plan.prose import words

    found, where = placed[:2]
    lines = [wrap(found.named, "    ", f"{_place(placed).capitalize()}: ")]
    if not set(words(found.sentence)) <= {*words(found.named), "itu", "t"}:
        lines.append(wrap(f"“{found.sentence}”", "    "))
    if found.sort == "plan":
        return "\n".join(lines)
    if where.cited:
        differs = f"; {'; '.join(where.differs)}" if where.differs else ""
        lines.append(wrap(f"Cited in {', '.join(where.cited)}{differs}.", "    "))
    elif found.sort != "body":
        lines.append("    New.")
    for number, choice in enumerate(where.choices, 1):
        lines.append(wrap(choice.why, "       ", f"    {number}. "))
    return "\n".join(lines)


def _show(page: Page) -> None:
    written = page.reading.written
    when = f"of {written.date}, {written.how}" if written.date else "not dated"
    click.echo(f"{page.path.as_posix()} ({when})")
    for placed in page.placed:
        if not _is_mere_body(placed.found):
            click.echo()
            click.echo(entry(placed))
    bodies = [
        one for one in page.placed if one.found.sort == "body" and "kind" not in one.found.fields
    ]
    if bodies:
        click.echo()
        click.echo(wrap("; ".join(map(_body, bodies)) + ".", "    ", "Bodies: "))
    click.echo()


def _is_mere_body(found: Found) -> bool:
    """Whether it is an organization, and not an initiative, which a report may list."""
    return found.sort == "body" and "kind" not in found.fields


def _body(placed: Placed) -> str:
    from planctl.plan.prose import listed

    cited = f", in {listed(placed.place.cited, 3)}" if placed.place.cited else ""
    return f"{placed.found.fields['title']} ({_place(placed)}{cited})"


def _place(placed: Placed) -> str:
    places = placed.found.places
    plural = "s" if len(places) > 1 else ""
    return f"{placed.unit}{plural} {', '.join(map(str, places))}"


def _tell(harvest: Harvest) -> None:
    """Say how much was found, and how much of it is new."""
    every = [placed for page in harvest for placed in page.placed]
    sorts = Counter(placed.found.sort.replace("-", " ") for placed in every)
    named = [count(many, sort, _PLURALS.get(sort, "")) for sort, many in sorts.items()]
    new = [one for one in every if not one.place.cited and one.found.sort not in ("body", "plan")]
    if not every:
        say("Nothing was found that could be evidence.")
    else:
        say(f"{', '.join(named)}; {len(new)} of them {'is' if len(new) == 1 else 'are'} new.")


def _row(page: Page, placed: Placed) -> list[str]:
    found, where = placed[:2]
    best = where.choices[0] if where.choices else None
    return [
        page.path.as_posix(),
        ", ".join(map(str, found.places)),
        found.sort,
        found.named,
        found.due or found.planned,
        ", ".join(where.cited),
        "; ".join(where.differs),
        ", ".join(choice.address for choice in where.choices),
        best.why if best else "",
    ]


def _json(page: Page) -> dict[str, Any]:
    return {
        "file": page.path.as_posix(),
        "written": page.reading.written.date or None,
        "told_by": page.reading.written.how or None,
        "found": [
            {
                "what": found.sort,
                "deliverable": dict(found.fields),
                "line": found.named,
                "sentence": found.sentence,
                "place": found.place,
                "places": list(found.places),
                "time": found.time or None,
                "done": list(found.done),
                "planned": found.planned or None,
                "due": found.due or None,
                "cited": list(where.cited),
                "differs": list(where.differs),
                "choices": [
                    {"address": choice.address, "reasons": list(choice.reasons)}
                    for choice in where.choices
                ],
            }
            for found, where, *_ in page.placed
        ],
    }


def _names(title: str) -> list[str]:
    """A body's names: "Commission on … (CSTD)" has two."""
    long, _, short = title.partition(" (")
    return [long, short.rstrip(")")] if short else [long]
