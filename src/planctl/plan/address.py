"""Addresses: how a plan and an item of it are named on the command line and in messages.

::

    address  = plan "/" item | plan | item
    plan     = key | number | a resolution as people write it ("WTSA 72", "Res. 72") | path ".yaml"
    key      = assembly "-" number                      the stem of the plan's file: wtsa-72
    item     = first { "." part }                       up to four parts: 1, 1.10, 5.2, 3bis, 8.1a
    first    = part | 1 to 4 digits "-" 2 or 3 digits   95-01, as TSB's action plan counts
    part     = 1 to 12 letters and digits

Digits alone are a plan (72), digits with a dot an item (5.2); "/5" is an item beyond doubt.
Numbers are compared as numbers: 1.2 comes before 1.10, which comes before 2. What looks like a
range, 3-5, is no item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from planctl.errors import UsageFault
from planctl.patterns import late

_ID: Final = late(r"(?:[0-9A-Za-z]{1,12}|[0-9]{1,4}-[0-9]{2,3})(?:\.[0-9A-Za-z]{1,12}){0,3}")
_PATH: Final = late(r"(?:.*[/\\])?([^/\\]+)\.ya?ml", re.IGNORECASE | re.DOTALL)
_RESOLUTION: Final = late(
    r"(?:(?P<assembly>[A-Za-z][A-Za-z-]*?)[ -]*)??(?:\bRes(?:olution|\.)?[ -]*)?"
    r"0*(?P<number>[0-9][0-9A-Za-z-]*)",
    re.IGNORECASE,
)
_PLAN: Final = late(r"[^\W_][\w .-]*")
_DIGITS: Final = late("([0-9]+)")
_SERIES: Final = late("([0-9]+-)([0-9]+)")


class Address(NamedTuple):
    """A plan, as short as it was written, and an item's ID; either may be None."""

    plan: str | None
    item: str | None


def parse(text: str) -> Address:
    """Read an address. Raises UsageFault, with an example, where it has another form."""
    text = text.strip()
    path = _PATH.fullmatch(text)
    if path:
        return Address(path[1], None)
    plan, stroke, item = text.rpartition("/")
    if not stroke:
        is_item = "." in text and valid_id(text) and text[0].isdigit()
        plan, item = ("", text) if is_item else (text, "")
    well_formed = (not plan or _PLAN.fullmatch(plan)) and (not item or valid_id(item))
    if not well_formed or not (plan or item) or (stroke and not item):
        raise UsageFault(
            f"'{text}' is not an address: write the plan and the item, as in 72/1.1"
            " or wtsa-72/1.1, or a plan alone, as in 72"
        )
    return Address(plan.strip() or None, item or None)


def valid_id(text: str) -> bool:
    """Tell whether a text can be the ID of a directive or an activity: 1, 1.10, 8.1a, 95-01."""
    return _ID.fullmatch(text) is not None


def plan_key(assembly: str, number: str | int) -> str:
    """Return the key of the plan for a resolution: ("WTSA", 72) gives "wtsa-72"."""
    return re.sub("[^0-9a-z]+", "-", f"{assembly}-{number}".casefold()).strip("-")


def match_plan(short: str, keys: Iterable[str]) -> list[str]:
    """Return the keys a short form stands for, in the order given; none, one or several.

    A key in whatever capitals stands for itself alone. Otherwise the number decides, and the
    assembly if one is named: "72", "WTSA 72", "Res. 72", "WTSA Resolution 72".
    """
    known = list(keys)
    exact = [key for key in known if key.casefold() == short.strip().casefold()]
    if exact:
        return exact
    match = _RESOLUTION.fullmatch(" ".join(short.replace("\u2011", "-").split()))
    if match is None:
        return []
    wanted = plan_key(match["assembly"] or "", match["number"])
    if match["assembly"]:
        return [key for key in known if key.casefold() == wanted]
    return [key for key in known if key.casefold().partition("-")[2] == wanted]


@lru_cache(maxsize=8192)
def sort_key(item: str) -> tuple[tuple[int, int | str], ...]:
    """Return a key that sorts IDs as a reader counts: 1.2, 1.10, 2, 3, 3bis, A."""
    key: list[tuple[int, int | str]] = []
    for part in item.split("."):
        key.extend(
            (1, int(chunk)) if chunk.isdecimal() else (2, chunk.casefold())
            for chunk in _DIGITS.split(part)
            if chunk
        )
        key.append((0, 0))  # a part that ends comes before one that goes on
    return tuple(key)


def next_id(existing: Iterable[str], parent: str | None) -> str:
    """Return the next ID: one more than the highest number in use under the parent.

    ``existing`` are all IDs that are or ever were in use, so that none is given twice. With parent
    None the ID is that of a new directive; after 95-01 and 95-09 it is 95-10. An activity that
    carries its directive's own ID does not count as a child: next to it comes "2.1". Raises
    UsageFault where the parent is no ID.
    """
    if parent is not None and not valid_id(parent):
        raise UsageFault(f"'{parent}' is not an ID: write digits with dots between, as in 5 or 5.2")
    existing = list(existing)
    series = [found for item in existing if (found := _SERIES.match(item))] if not parent else []
    if series:
        prefix = max(series, key=lambda found: sort_key(found[0]))[1]
        numbers = [found[2] for found in series if found[1] == prefix]
        return f"{prefix}{max(map(int, numbers)) + 1:0{max(map(len, numbers))}}"
    prefix = f"{parent}." if parent else ""
    highest = 0
    for item in existing:
        if item.startswith(prefix):
            digits = _DIGITS.match(item, len(prefix))
            highest = max(highest, int(digits[1]) if digits else 0)
    return f"{prefix}{highest + 1}"
