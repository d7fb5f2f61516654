"""``planctl.yaml``: the settings of a plan repository and its calendar of meetings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from planctl.store.planfile import read_data
from planctl.store.schema import SETTINGS

NAME = "planctl.yaml"


class Meeting(NamedTuple):
    """A meeting of the calendar; days are ISO dates, "" where not known."""

    key: str
    start: str
    end: str = ""
    name: str = ""
    place: str = ""
    deadline: str = ""
    documents: tuple[str, ...] = ()


class StaleAfter(NamedTuple):
    """When an ongoing activity has not moved: thresholds of ``planctl stale``.

    So many closed ``meetings`` in a row at which it said the same; so many ``months`` since its
    newest evidence.
    """

    meetings: int = 2
    months: int = 12


class Settings(NamedTuple):
    """What ``planctl.yaml`` says; the defaults are those of a repository without one."""

    plans: str = "plans"
    document_number: str = ""
    rules: Mapping[str, str] = MappingProxyType({})
    meetings: tuple[Meeting, ...] = ()
    stale_after: StaleAfter = StaleAfter()


def read(path: Path, shown: str, content: bytes) -> Settings:
    """The settings in the file ``path``; UnreadablePlan where it is not as its schema says."""
    data: dict[str, Any] = dict(read_data(path, shown, content, SETTINGS, empty={}).data)
    meetings = tuple(
        Meeting(**{**meeting, "documents": tuple(meeting.get("documents", ()))})
        for meeting in data.pop("meetings", ())
    )
    stale_after = StaleAfter(**data.pop("stale_after", {}))
    return Settings(**data, meetings=meetings, stale_after=stale_after)
