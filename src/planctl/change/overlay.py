"""What a published table says, laid over the plan as it is.

The table does not show everything that a plan knows: dates and addresses of deliverables, notes,
what is due. So whatever prints the same stays as it is, and only the rest becomes what the table
says. What the table does not have stays too, unless it is to go.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from planctl.change.fields import Level, keys_before
from planctl.change.laid_report import laid, same_letters
from planctl.change.translation import in_another, translated
from planctl.plan import responsibility
from planctl.plan.model import FURTHER
from planctl.plan.prose import Prose, plain, text_of


class Shown(NamedTuple):
    """What a table shows: its columns, the activities whose status it names, and its language.

    ``unread`` are the cells that nobody could read, as the activity's ID and the column. ``own`` is
    the language of the plan; a table in another one translates it.
    """

    columns: Collection[str]
    states: Collection[str]
    language: str
    unread: Collection[tuple[str, str]] = ()
    own: str = ""

    @property
    def translates(self) -> bool:
        """Whether the table says in another language what the plan says in its own."""
        return self.own not in ("", self.language)


class Overlaid(NamedTuple):
    """The plan's new data, and the IDs of the items that the table does not have."""

    data: dict[str, Any]
    missing: list[str]


def overlay(
    old: Mapping[str, Any], new: Mapping[str, Any], shown: Shown, *, drop: bool = False
) -> Overlaid:
    """The data ``old`` of a plan, made to say what ``new`` does: the plan that the table alone is.

    With ``drop`` the items go that the table does not have; else they stay where they are.
    """
    rows = [(one, row) for one in old["directives"] for row in one["activities"]]
    activities = {row["id"]: row for _, row in rows}
    directives = {one["id"]: one for one in old["directives"]}
    present = {row["id"] for one in new["directives"] for row in one["activities"]}
    made = [
        _directive(directives.get(one["id"]), one, activities, shown) for one in new["directives"]
    ]
    named = {one["id"] for one in new["directives"]}
    kept = [one for one in old["directives"] if one["id"] not in named]
    missing = [one["id"] for one in kept]
    told = {*present, *missing}
    missing += [row["id"] for _, row in rows if row["id"] not in told]
    if not drop:
        made = _with_others(old["directives"], made, present)
    resolution = {
        **old["resolution"],
        **{
            key: _prose(old["resolution"][key], new["resolution"][key], shown)
            for key in ("edition", "title")
            if new["resolution"][key]
        },
    }
    data = {**old, "resolution": resolution, "lead": new["lead"], "as_of": new["as_of"]}
    return Overlaid({**data, "directives": made}, missing)


def _with_others(
    old: Sequence[Mapping[str, Any]], made: Sequence[dict[str, Any]], present: Collection[str]
) -> list[dict[str, Any]]:
    """The directives, with those and their activities that the table does not have."""
    before = {one["id"]: one for one in old}
    whole = []
    for one in made:
        others = [
            row
            for row in before.get(one["id"], {"activities": ()})["activities"]
            if row["id"] not in present
        ]
        own = before.get(one["id"], {"activities": ()})["activities"]
        whole.append({**one, "activities": _inserted(own, one["activities"], others)})
    named = {one["id"] for one in made}
    kept = [
        {**one, "activities": [row for row in one["activities"] if row["id"] not in present]}
        for one in old
        if one["id"] not in named
    ]
    return _inserted(old, whole, kept)


def _inserted(
    old: Sequence[Mapping[str, Any]], made: Sequence[Any], others: Sequence[Any]
) -> list[Any]:
    """The items ``made`` with ``others``, each of them after what stood before it in ``old``."""
    places = {one["id"]: at for at, one in enumerate(old)}
    anchors: dict[str, list[Any]] = {}
    kept = {one["id"]: one for one in others}
    shown = {one["id"] for one in made}
    last = ""
    for at in sorted(places.values()):
        own = old[at]["id"]
        if own in kept:
            anchors.setdefault(last, []).append(kept[own])
        elif own in shown:
            last = own
    found = list(anchors.get("", ()))
    for one in made:
        found += [one, *anchors.get(one["id"], ())]
    return found


def _directive(
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any],
    activities: Mapping[str, Mapping[str, Any]],
    shown: Shown,
) -> dict[str, Any]:
    base = dict(old) if old else {key: value for key, value in new.items() if key != "activities"}
    if old:
        if "directives" in shown.columns:
            base["text"] = _prose(base["text"], new["text"], shown)
        if "references" in shown.columns and not _hidden_reference(old):
            base["references"] = _prose(base["references"], new["references"], shown)
        for key in ("level_2", "unnumbered"):
            if key in new:
                base = _put(base, key, new[key], "directive")
            elif key == "unnumbered" or "level2" in shown.columns:
                base.pop(key, None)
    base["activities"] = [
        _activity(activities.get(row["id"]), row, (base, new), shown) for row in new["activities"]
    ]
    return base


def _hidden_reference(directive: Mapping[str, Any]) -> bool:
    """Whether the reference is not printed, because the first activity has another."""
    return any("references" in one for one in directive["activities"][:1])


def _activity(
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any],
    directives: tuple[Mapping[str, Any], Mapping[str, Any]],
    shown: Shown,
) -> dict[str, Any]:
    """The activity; ``directives`` are its directive as it is to be, and as the table alone is."""
    made = dict(old or new)
    if "references" in shown.columns:
        reference = new.get("references", directives[1]["references"])
        made = _referred(made, reference, directives[0], shown)
    if old is None:
        return made
    columns = {"text": "activities", "time_plan": "time_plan"}
    for key in (one for one, column in columns.items() if column in shown.columns):
        made[key] = _prose(made[key], new[key], shown)
    if "responsibilities" in shown.columns and not shown.translates:
        printed = (" ".join(responsibility.lines(one["responsible"])) for one in (made, new))
        if not same_letters(*printed):
            made["responsible"] = new["responsible"]
    if new["id"] in shown.states or _prints_a_word(made, new, shown):
        made["status"] = new["status"]
    if "status" in shown.columns:
        lay = partial(in_another, own=shown.own) if shown.translates else laid
        report = lay(old, new, shown.language)
        if report != made.get("report", []):
            made.pop("report", None)
            made |= {"report": report} if report else {}
    return _with_further(made, new, shown)


def _with_further(made: dict[str, Any], new: Mapping[str, Any], shown: Shown) -> dict[str, Any]:
    """The activity with what the table's further columns say of it; a blank one says nothing."""
    for key in FURTHER:
        if key in new:
            value = _laid_field(made.get(key), new[key], shown)
            made = made if value == made.get(key) else _put(made, key, value, "activity")
        elif key in shown.columns and key != "notes" and (new["id"], key) not in shown.unread:
            made.pop(key, None)
    return made


def _laid_field(old: Any, new: Any, shown: Shown) -> Any:
    """A field for the secretariat: the old value where it prints the same, else the new one."""
    if old is not None and same_letters(*(_printed(one, shown.language) for one in (old, new))):
        return old
    is_prose = isinstance(new, str) and isinstance(old, str | Mapping)
    return _prose(old, new, shown) if is_prose else new


def _printed(value: Any, language: str) -> str:
    if isinstance(value, Mapping) and value.keys() <= {"meeting", "document"}:
        return ", ".join(value.values())
    return text_of(value, language) if isinstance(value, Mapping) else str(value)


def _referred(
    made: dict[str, Any], reference: str, directive: Mapping[str, Any], shown: Shown
) -> dict[str, Any]:
    """The activity with the reference that its row shows, its own or the directive's."""
    language = shown.language
    now = text_of(made.get("references", directive["references"]), language)
    if same_letters(now, reference):
        return made
    if same_letters(text_of(directive["references"], language), reference):
        return {key: value for key, value in made.items() if key != "references"}
    inherited = directive["references"] if shown.translates else ""
    own = _prose(made.get("references", inherited), reference, shown)
    return _put(made, "references", own, "activity")


def _prints_a_word(old: Mapping[str, Any], new: Mapping[str, Any], shown: Shown) -> bool:
    """Whether the old status would be printed where the table has nothing."""
    blank = "status" in shown.columns and not new.get("report")
    return blank and old["status"] != "ongoing"


def _prose(old: Prose, new: str, shown: Shown) -> Prose:
    """The old text where it prints the same, else the new one, in its language."""
    if plain(text_of(old, shown.language)) == plain(new):
        return old
    if isinstance(old, str) and not shown.translates:
        return new
    return translated(old, new, shown.language, shown.own)


def _put(item: Mapping[str, Any], key: str, value: Any, level: Level) -> dict[str, Any]:
    """The item with a value under ``key``: where it is, else where the house has it."""
    if key in item:
        return {**item, key: value}
    before = [one for one in item if one in keys_before(level, key)]
    at = list(item).index(before[-1]) + 1
    keys = [*list(item)[:at], key, *list(item)[at:]]
    return {one: value if one == key else item[one] for one in keys}
