"""``planctl.yaml``: the settings of a plan repository and its calendar of meetings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from planctl.plan.meeting import Meeting


class StaleAfter(NamedTuple):
    """When an ongoing activity has not moved: thresholds of ``planctl stale``.

    So many closed ``meetings`` in a row at which it said the same; so many ``months`` since its
    newest evidence.
    """

    meetings: int = 2
    months: int = 12


class Settings(NamedTuple):
    """What ``planctl.yaml`` says; the defaults are those of a repository without one.

    ``cover`` is the data of ``plan.cover.cover_from``.
    """

    plans: str = "plans"
    document_number: str = ""
    rules: Mapping[str, str] = MappingProxyType({})
    meetings: tuple[Meeting, ...] = ()
    stale_after: StaleAfter = StaleAfter()
    cover: Mapping[str, Any] = MappingProxyType({})


def of(data: Mapping[str, Any]) -> Settings:
    """The settings that ``data``, which agrees with the schema, describes."""
    rest = dict(data)
    meetings = tuple(map(meeting_of, rest.pop("meetings", ())))
    stale_after = StaleAfter(**rest.pop("stale_after", {}))
    return Settings(**rest, meetings=meetings, stale_after=stale_after)


def meeting_of(data: Mapping[str, Any]) -> Meeting:
    """The meeting that an entry of the calendar describes."""
    return Meeting(**{**data, "documents": tuple(data.get("documents", ()))})
