"""What the front page of a liaison statement is filled with: ``cover:`` in planctl.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Contact(NamedTuple):
    """Somebody to turn to; "" is not known."""

    name: str
    organization: str = ""
    country: str = ""
    email: str = ""
    telephone: str = ""


class Cover(NamedTuple):
    """What the front page says, as it is printed; "" and () are not known.

    ``group`` is the study group that writes, ``action`` and ``information`` are those it writes to.
    """

    group: str = ""
    working_party: str = ""
    questions: tuple[str, ...] = ()
    meeting: str = ""
    source: str = ""
    title: str = ""
    purpose: str = ""
    action: tuple[str, ...] = ()
    information: tuple[str, ...] = ()
    approval: str = ""
    deadline: str = ""
    contacts: tuple[Contact, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()


def cover_from(data: Mapping[str, Any]) -> Cover:
    """The front page that ``cover:`` describes; ``data`` must agree with the schema."""
    held: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.items()
    }
    contacts = tuple(Contact(**item) for item in data.get("contacts", ()))
    return Cover(**{**held, "contacts": contacts})
