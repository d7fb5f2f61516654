"""``planctl unlink``: a deliverable out of an activity's report."""

from __future__ import annotations

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.cli.target import activity_at
from planctl.errors import UsageFault
from planctl.plan.numerals import count


@click.command(
    "unlink",
    epilog="\b\nExamples:\n"
    "  planctl unlink 72/4 SG5-LS184\n"
    '  planctl unlink 73/11.1 "Environmental Efficiency for AI" --nth 2',
)
@click.argument("address", shell_complete=completion.addresses)
@click.argument("what")
@click.option("--nth", type=click.IntRange(min=1), metavar="N", help="Which one, of several.")
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and write nothing.")
@format_option
@pass_desk
def command(
    desk: Desk, /, address: str, what: str, nth: int | None, dry_run: bool, form: str
) -> int:
    """Remove a deliverable from the report of an activity (72/4).

    WHAT is its identifier in any spelling, or words of its line. The line that is removed is
    printed, so that it can be linked again. A year line that has nothing else under it goes too.
    """
    from planctl.change.mentions import matching
    from planctl.change.values import data_at
    from planctl.plan.deliverable import line
    from planctl.store.report_edits import block_at, loses_block, remove_deliverable
    from planctl.store.yaml.comments import comments_lost

    file, plan, items = desk.repository.find(address)
    activity = activity_at(plan, items, address)
    place = plan.address(activity)
    found = matching(plan, activity, what)
    if not found:
        there = _listed([line(one) for _, one in activity.deliverables()])
        raise UsageFault(
            f"{place} has no deliverable “{what}”; there are:{there}"
            if there
            else f"{place} has no deliverables"
        )
    if nth is None and len(found) > 1:
        choices = [
            line(one.deliverable) + (f" (under {one.block.year})" if one.block.year else "")
            for one in found
        ]
        raise UsageFault(
            f"{place} has {len(found)} deliverables that fit “{what}”; say which with --nth:"
            + _listed(choices, numbered=True)
        )
    if nth is not None and nth > len(found):
        raise UsageFault(
            f"{place} has only {len(found)} that fit “{what}”; --nth {nth} is too high"
        )
    gone = found[(nth or 1) - 1].deliverable
    data = data_at(activity.data, gone.path[len(activity.path) :])
    block = block_at(activity, gone.path)
    year = f", under {block.year}" if block.year else ""
    new_text = remove_deliverable(file.text.text, activity, gone.path)
    comments = comments_lost(file.text.text, new_text)
    if not dry_run:
        desk.repository.change_all([(file, new_text)])
    verb = "Nothing was written; this would be removed" if dry_run else "Removed"
    more = f", with {count(len(gone.items), 'item')} under it" if gone.items else ""
    say(f"{verb} from {place}{year}{more}:")
    if form == "text":
        click.echo(line(gone))
    if block.year and loses_block(activity, gone.path):
        went = "would go" if dry_run else "went"
        say(f"The year line {block.year} {went} with it: it had no other.")
    for comment in comments:
        say(f"This comment {'would go' if dry_run else 'went'} with it: {comment}")
    if form == "json":
        print_json(
            "unlink",
            address=place,
            deliverable=data,
            line=line(gone),
            year=block.year,
            comments=comments,
            written=not dry_run,
        )
    return 0


def _listed(lines: list[str], *, numbered: bool = False) -> str:
    """The lines, each on one of its own."""
    marks = [f"{number}. " if numbered else "" for number in range(1, len(lines) + 1)]
    return "".join(f"\n  {mark}{line}" for mark, line in zip(marks, lines, strict=True))
