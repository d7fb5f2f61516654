"""``planctl unlink``: a deliverable out of an activity's report."""

from __future__ import annotations

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.cli.target import activity_at
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
    from planctl.change.unlinking import chosen
    from planctl.change.values import data_at
    from planctl.plan.deliverable import line
    from planctl.store.report_edits import loses_block, remove_deliverable
    from planctl.store.yaml.comments import comments_lost

    file, plan, items = desk.repository.find(address)
    activity = activity_at(plan, items, address)
    place = plan.address(activity)
    found = chosen(plan, activity, what, nth)
    gone = found.deliverable
    data = data_at(activity.data, gone.path[len(activity.path) :])
    year = f", under {found.block.year}" if found.block.year else ""
    new_text = remove_deliverable(file.text.text, activity, gone.path)
    comments = comments_lost(file.text.text, new_text)
    if not dry_run:
        desk.repository.change_all([(file, new_text)])
    verb = "Nothing was written; this would be removed" if dry_run else "Removed"
    more = f", with {count(len(gone.items), 'item')} under it" if gone.items else ""
    say(f"{verb} from {place}{year}{more}:")
    if form == "text":
        click.echo(line(gone))
    if found.block.year and loses_block(activity, gone.path):
        went = "would go" if dry_run else "went"
        say(f"The year line {found.block.year} {went} with it: it had no other.")
    for comment in comments:
        say(f"This comment {'would go' if dry_run else 'went'} with it: {comment}")
    if form == "json":
        print_json(
            "unlink",
            address=place,
            deliverable=data,
            line=line(gone),
            year=found.block.year,
            comments=comments,
            written=not dry_run,
        )
    return 0
