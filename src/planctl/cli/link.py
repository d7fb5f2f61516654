"""``planctl link``: a deliverable into an activity's report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.cli.question import can_ask
from planctl.cli.target import activity_at
from planctl.errors import PlanctlError, UsageFault

if TYPE_CHECKING:
    from planctl.change.mentions import Mention
    from planctl.change.placement import Place
    from planctl.plan.model import Activity, Plan
    from planctl.store.repository import Repository


@click.command(
    "link",
    epilog="\b\nExamples:\n"
    '  planctl link 72/4 "SG5-LS190 - LS/r on work under study [to WHO]"\n'
    '  planctl link 79/5 --kind webinar --title "E-waste today" --date 2020-11-03',
)
@click.argument("address", shell_complete=completion.addresses)
@click.argument("ref", required=False)
@click.option("--kind", help="What it is, where the identifier does not tell: webinar, report.")
@click.option("--title", help="The title, without quotation marks around it.")
@click.option("--date", help="2020, 2020-10, 2020-10-15, or 2020-04-14/2020-04-16.")
@click.option("--place", help="Where an event was held: “Geneva, Switzerland”, “Virtual”.")
@click.option("--url", help="Its web address.")
@click.option("--note", help="A remark, printed in square brackets.")
@click.option("--counterpart", help="The same text at a partner: ETSI ES 204 087.")
@click.option("--formerly", help="The name it had before: L.SEEQ.")
@click.option(
    "--under",
    multiple=True,
    metavar="WHERE",
    help="The year line (2020) or words of the lead-in that it goes under; or one of each.",
)
@click.option("--same", is_flag=True, help="Take title and date from where it is cited already.")
@click.option("--again", is_flag=True, help="Link it although this activity has it already.")
@click.option("--as-is", is_flag=True, help="Keep an identifier that is not written as usual.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@format_option
@pass_desk
def command(
    desk: Desk,
    /,
    address: str,
    ref: str | None,
    under: tuple[str, ...],
    same: bool,
    again: bool,
    as_is: bool,
    dry_run: bool,
    form: str,
    **given: Any,
) -> int:
    """Add a deliverable to the report of an activity (72/4).

    REF is an identifier (SG5-LS190), or the whole line as a report prints it; options add to it or
    override it. It goes under its year where the report has years, else beside its own kind.
    """
    from planctl.change import linking
    from planctl.change.new_deliverable import shortest
    from planctl.change.placement import find_place
    from planctl.ingest import typed
    from planctl.plan.deliverable import Deliverable, line
    from planctl.store.report_edits import add_deliverable

    file, plan, items = desk.repository.find(address)
    activity = activity_at(plan, items, address)
    fields = _fields(
        ref or "", {name: text for name, text in given.items() if text is not None}, as_is
    )
    year_line, words = linking.where(under)
    cited = _cited(desk.repository, plan, fields, year_line)
    if not again:
        linking.refuse_again(cited, plan.address(activity))
    typed_date = "date" in fields and given["date"] is None
    _take_over(fields, cited, same)
    _fill_in(desk.repository, fields)
    deliverable = Deliverable.of(fields)
    elsewhere = [mention for mention in cited if mention.address != plan.address(activity)]
    year, reason = linking.known_year(activity, deliverable, elsewhere, int(plan.as_of[:4]))
    place = find_place(activity.report, deliverable, year, line=year_line, words=words)
    if not typed_date and deliverable.date == str(place.year):
        del fields["date"]  # the year line says it; the line itself would say it again
    if ref and not deliverable.known_kind:
        fields = {**typed.kind_under(ref, place.lead_in), **fields}
    data = shortest(fields)
    printed = line(Deliverable.of(data))
    where = f"{plan.address(activity)}{linking.told(place, activity.report)}"
    if dry_run:
        say(f"Nothing was written; this line would be added to {where}:")
        if form == "text":
            click.echo(printed)
    else:
        desk.repository.change(file, lambda text: add_deliverable(text, activity, place, data))
        say(f"Added to {where}: {printed}")
    if place.year and place.year != year_line and reason:
        say(f"It goes under {place.year} because {reason}; --under chooses another year.")
    _remark(plan, activity, place)
    if form == "json":
        print_json(
            "link",
            address=plan.address(activity),
            deliverable=data,
            line=printed,
            lead_in=place.lead_in or None,
            year=place.year,
            cited=[{"address": one.address, "line": line(one.deliverable)} for one in elsewhere],
            written=not dry_run,
        )
    return 0


def _fields(ref: str, given: dict[str, str], as_is: bool) -> dict[str, Any]:
    """The deliverable's fields from REF and the options, checked."""
    from planctl.change.new_deliverable import checked, proper_spelling, refuse_several
    from planctl.ingest import typed
    from planctl.store import schema

    allowed = schema.document(schema.PLAN)["$defs"]
    kinds = allowed["deliverable"]["properties"]["kind"]["enum"]
    options = checked(given, kinds, allowed["url"]["pattern"])
    refuse_several(ref)
    fields = typed.read_with(ref, options)
    proper = None if as_is else proper_spelling(fields.get("ref", ""))
    if proper:
        finding = (
            f"“{fields['ref']}” is not written as ITU names its documents; {proper} seems to be"
            " meant."
        )
        if not can_ask():
            raise PlanctlError(
                f"{finding} Nothing was written: write {proper}, or add --as-is to keep yours."
            )
        if click.confirm(f"{finding} Write {proper}?", default=True, err=True):
            fields["ref"] = proper
            fields.pop("text", None)
    return fields


def _cited(
    repository: Repository, plan: Plan, fields: dict[str, Any], year_line: int | None
) -> list[Mention]:
    """Where the plans mention the deliverable already."""
    from planctl.change.mentions import clue, find_mentions
    from planctl.plan.deliverable import Deliverable

    wanted = Deliverable.of(fields)
    year = int(wanted.date[:4]) if wanted.date else year_line
    files = repository.plan_files(words=clue(wanted))
    plans = (plan if file.key == plan.key else file.plan for file in files)
    return [mention for one in plans for mention in find_mentions(one, wanted, year)]


def _take_over(fields: dict[str, Any], cited: Sequence[Mention], same: bool) -> None:
    """Say where it is cited, and take title and date from there where that is wanted."""
    from planctl.change.linking import citations, offered
    from planctl.plan.deliverable import Deliverable, line

    name = line(Deliverable.of(fields))
    for sentence in citations(name, cited):
        say(sentence)
    offer = {} if "text" in fields else offered(fields, cited)
    if same and not cited:
        raise UsageFault(f"{name} is not cited anywhere yet: leave out --same, and give a --title")
    if not offer:
        return
    names = " and ".join(offer) if len(offer) < 3 else ", ".join(offer)
    if same or (
        can_ask() and click.confirm(f"Take its {names} from there?", default=True, err=True)
    ):
        fields.update(offer)
    elif not can_ask():
        say(f"--same would take its {names} from there.")


def _fill_in(repository: Repository, fields: dict[str, Any]) -> None:
    """Take title and date from the catalogue, where one is in use and lists the document."""
    from planctl.store.catalogue import pointer

    if "text" in fields or {"title", "date"} <= fields.keys() or pointer.folder(repository) is None:
        return
    from planctl.change.linking import listed

    publications = pointer.catalogue(repository, say)
    known = listed(fields, publications) if publications else {}
    if known:
        fields.update(known)
        say(f"Its {' and '.join(known)} {'is' if len(known) == 1 else 'are'} from the catalogue.")


def _remark(plan: Plan, activity: Activity, place: Place) -> None:
    """Say what else the secretary may want to know about the report."""
    from planctl.change.linking import remarks

    for sentence in remarks(plan, activity, place):
        say(sentence)
    if activity.report and not any(activity.deliverables()):
        from planctl.review.rules.status import placeholder

        if any(
            remark.path[: len(activity.path)] == activity.path for remark in placeholder.check(plan)
        ):
            address = plan.address(activity)
            say(f"{address} still has a placeholder; `planctl edit {address}` takes it out.")
