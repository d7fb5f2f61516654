"""``planctl set``: one field of a plan, a directive or an activity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, item_json, print_json, say
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from planctl.change.fields import Field, Level
    from planctl.plan.model import Activity, Directive, Path, Plan


class Target(NamedTuple):
    """What is changed: a level, its place in the file's data, its address and its data."""

    level: Level
    path: Path
    address: str
    data: Mapping[str, Any]


def _complete_field(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from planctl.change.fields import FIELDS

    names = dict.fromkeys(name for fields in FIELDS.values() for name in fields)
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _complete_value(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from planctl.change.fields import choices_of

    words = choices_of(ctx.params.get("field") or "")
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


@click.command(
    "set",
    epilog="\b\nExamples:\n"
    "  planctl set 72/1.1 status completed\n"
    '  planctl set 73/5.2 responsible "ITU-T SG5 (Q7/5)" WHO',
)
@click.argument("address", shell_complete=completion.addresses)
@click.argument("field", shell_complete=_complete_field)
@click.argument("value", nargs=-1, shell_complete=_complete_value)
@click.option("--clear", is_flag=True, help="Take the field away.")
@click.option(
    "--directive", is_flag=True, help="Change the directive where an activity has the same ID."
)
@format_option
@pass_desk
def command(
    desk: Desk,
    address: str,
    field: str,
    value: tuple[str, ...],
    clear: bool,
    directive: bool,
    form: str,
) -> int:
    """Set FIELD of an activity (72/1.1), a directive (72/1) or a plan (72) to VALUE.

    FIELD is named as in the file (status, time-plan, decided_by.meeting); text.fr is the French
    text. A field that takes a list (responsible) takes several values.
    """
    from planctl.change import fields, values
    from planctl.store.yaml.comments import comments_lost

    if clear == bool(value):
        both = ", not both" if clear else ""
        raise UsageFault(f"give a value for {field}, or --clear to take it away{both}")
    file, plan, items = desk.repository.find(address)
    target = _target(plan, items, address, field, directive)
    known, language = fields.field_named(target.level, field)
    meetings = [meeting.key for meeting in desk.repository.settings.meetings]
    new = None if clear else values.value_of(known, value, meetings)
    old = values.current(target.data, known)
    meant = values.changed(known, old, new, language, plan.data.get("language", "en"))
    name = f"{known.name}.{language}" if language else known.name
    if values.alike(known, old, meant):
        already = f"is already {_shown(new)}" if value else "has no value"
        say(f"{target.address}: {name} {already}; nothing was changed.")
    else:
        new_text = _edited(file.text.text, target, known, meant)
        desk.repository.change_all([(file, new_text)])
        say(f"{target.address}: {name} {_report(old, meant)}.")
        for comment in comments_lost(file.text.text, new_text):
            say(f"This comment went with what it stood beside: {comment}")
    if form == "json":
        data = desk.repository.read(file.path).data
        print_json("set", item=item_json(target.address, values.data_at(data, target.path)))
    return 0


def _target(
    plan: Plan, items: list[Directive | Activity], address: str, field: str, directive: bool
) -> Target:
    """What the address means for this field: an activity before the directive it stands for."""
    from planctl.change.fields import has_field
    from planctl.cli.target import activity_at
    from planctl.plan.model import Directive

    parent = items[0] if items and isinstance(items[0], Directive) else None
    activity = items[-1] if items and not isinstance(items[-1], Directive) else None
    if directive and parent is None:
        what = f"{plan.address(activity)} is an activity" if activity else f"{plan.key} is a plan"
        raise UsageFault(f"{what}; --directive needs the address of a directive")
    if not items:
        return Target("plan", (), plan.key, plan.data)
    fits_activity = has_field("activity", field)
    if activity is None:
        for_directive = has_field("directive", field) or not fits_activity
    else:
        for_directive = has_field("directive", field) and not fits_activity
    if parent and (directive or for_directive):
        return Target("directive", parent.path, plan.address(parent), parent.data)
    activity = activity_at(plan, items, address)
    return Target("activity", activity.path, plan.address(activity), activity.data)


def _edited(text: str, target: Target, field: Field, value: Any) -> str:
    from planctl.change.fields import keys_before
    from planctl.store.yaml import edits

    path = (*target.path, *field.path)
    if value is not None:
        return edits.set_value(text, path, value, after=keys_before(target.level, field.path[0]))
    if len(field.path) > 1 and len(target.data[field.path[0]]) == 1:
        path = path[:-1]  # decided_by with nothing in it says nothing
    return edits.remove_key(text, path)


def _report(old: Any, new: Any) -> str:
    if new is None:
        return f"is taken away (it was {_shown(old)})" if _is_short(old) else "is taken away"
    if not _is_short(new):
        return "is changed" if old is not None else "is set"
    was = f" (it was {_shown(old)})" if old is not None and _is_short(old) else ""
    return f"is now {_shown(new)}{was}"


def _is_short(value: Any) -> bool:
    return not isinstance(value, dict) and len(_shown(value)) <= 60


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or '""'
