"""``planctl show``: a plan, a directive or an activity in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, item_json, print_json, wrap
from planctl.cli.revision import at_option
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.plan.model import Activity, Directive, Plan

_MORE = ("next_step", "due", "recurrence", "status_since", "reporting_to", "priority", "blocker",
         "last_reviewed", "notes")  # fmt: skip
_BULLETS = {"bullet": "• ", "dash": "  – "}


@click.command(
    "show",
    epilog="\b\nExamples:\n  planctl show 72\n  planctl show 72/1.1 --format json",
)
@click.argument("address", shell_complete=completion.addresses)
@format_option
@at_option
@pass_desk
def command(desk: Desk, address: str, form: str) -> int:
    """Show a plan (72), a directive with its activities (72/1), or an activity (72/1.1)."""
    file, plan, items = desk.repository.find(address)
    if form == "json":
        shown = [item_json(plan.address(item), item.data) for item in items]
        print_json("show", **({"items": shown} if items else {"plan": plan.key, **file.data}))
        return 0
    if not items:
        _print_plan(plan)
        return 0
    directive = next(
        one for one in plan.directives if one in items or any(a in items for a in one.activities)
    )
    chosen = (
        directive.activities
        if directive in items
        else [a for a in directive.activities if a in items]
    )
    _print_directive(plan, directive)
    for activity in chosen:
        click.echo()
        _print_activity(plan, activity)
    return 0


def _print_plan(plan: Plan) -> None:
    from planctl.plan import dates
    from planctl.plan.prose import text_of

    resolution = plan.resolution
    name = f"{resolution.assembly} Resolution {resolution.number} ({text_of(resolution.edition)})"
    click.echo(click.style(wrap(f"{plan.key}: {name}"), bold=True))
    click.echo(wrap(text_of(resolution.title)))
    statuses = Counter(activity.status for _, activity in plan.activities())
    total = count(statuses.total(), "activity", "activities")
    counted = ", ".join(f"{number} {status}" for status, number in sorted(statuses.items()))
    click.echo(
        wrap(
            f"Kept by {plan.lead}. Status ({dates.heading(plan.as_of)}):"
            f" {count(len(plan.directives), 'directive')}, {total}"
            + (f" ({counted})." if counted else ".")
        )
    )
    for directive in plan.directives:
        click.echo()
        _print_directive(plan, directive)
        for activity in directive.activities:
            evidence = count(sum(1 for _ in activity.deliverables()), "deliverable")
            line = f"{'; '.join(activity.responsible)}; {activity.status}; {evidence}"
            if activity.id != directive.id:
                line = f"{activity.id}  {text_of(activity.text)} [{line}]"
            else:
                line = f"[{line}]"
            click.echo(wrap(line, "      ", first="    "))


def _print_directive(plan: Plan, directive: Directive) -> None:
    from planctl.plan.prose import text_of

    mark = " (printed without its ID)" if directive.unnumbered else ""
    head = f"{plan.address(directive)}{mark}  "
    click.echo(wrap(head + text_of(directive.text), "    ", first=""))
    click.echo(wrap(_cited(directive.data), "    "))


def _cited(item: Mapping[str, Any]) -> str:
    """The references of a directive or an activity, and what they are in the plan's own edition."""
    from planctl.plan.prose import text_of

    said = text_of(item["references"])
    if "edition" in item:
        said += f" of {text_of(item['edition'])}"
    if "answers" in item:
        said += f", now {text_of(item['answers'])}"
    return " ".join(said.split())


def _print_activity(plan: Plan, activity: Activity) -> None:
    from planctl.plan import dates
    from planctl.plan.prose import text_of
    from planctl.publish.annex import status

    click.echo(click.style(f"{plan.address(activity)}  {activity.status}", bold=True))
    click.echo(wrap(text_of(activity.text), "    "))
    facts = {
        "responsible": "; ".join(activity.responsible),
        "time plan": text_of(activity.time_plan),
    }
    if activity.references is not None:
        facts["references"] = _cited(activity.data)
    for name in _MORE:
        if name in activity.data:
            facts[name.replace("_", " ")] = (
                text_of(activity.data[name])
                if isinstance(activity.data[name], dict)
                else str(activity.data[name])
            )
    if "decided_by" in activity.data:
        facts["decided by"] = ", ".join(activity.data["decided_by"].values())
    for name, value in facts.items():
        click.echo(wrap(value, " " * 18, first=f"    {name + ':':14}"))
    click.echo(f"    Status ({dates.heading(plan.as_of)})")
    for paragraph in status(activity):
        mark = _BULLETS.get(paragraph.kind, "")
        indent = " " * (6 + len(mark))
        line = wrap(paragraph.text, indent, first=" " * 6 + mark)
        click.echo(click.style(line, bold=True) if paragraph.kind == "year" else line)
