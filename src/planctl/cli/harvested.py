"""What was found in documents beside where it belongs, as ``planctl harvest`` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli.output import print_json, say, wrap
from planctl.cli.rows import print_rows

if TYPE_CHECKING:
    from planctl.harvests.placed import Harvest, Page, Placed


def show(harvest: Harvest, form: str) -> None:
    """Print all of it."""
    from planctl.reports import harvest as reports

    if form == "json":
        print_json("harvest", documents=reports.as_json(harvest))
        return
    if form == "text":
        for page in harvest:
            _show(page)
    else:
        print_rows(form, reports.HEADS, reports.rows(harvest))
    say(reports.summary(harvest))


def entry(placed: Placed) -> str:
    """A piece of evidence in a few lines: what, where, how the plans know it, where it may go."""
    from planctl.plan.prose import words

    found, where = placed.found, placed.place
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
        if not placed.is_mere_body:
            click.echo()
            click.echo(entry(placed))
    bodies = [one for one in page.placed if one.is_mere_body]
    if bodies:
        click.echo()
        click.echo(wrap("; ".join(map(_body, bodies)) + ".", "    ", "Bodies: "))
    click.echo()


def _body(placed: Placed) -> str:
    from planctl.plan.prose import listed

    cited = f", in {listed(placed.place.cited, 3)}" if placed.place.cited else ""
    return f"{placed.found.fields['title']} ({_place(placed)}{cited})"


def _place(placed: Placed) -> str:
    places = placed.found.places
    plural = "s" if len(places) > 1 else ""
    return f"{placed.unit}{plural} {', '.join(map(str, places))}"
