"""Surroundings that are the same on every machine, and within a git hook."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def make_plain(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    """Leave git no settings but those of a repository, and planctl ``cache`` to keep things in."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
