"""What the tests of the store share: surroundings that are the same on every machine."""

from __future__ import annotations

import pytest

from tests.surroundings import make_plain


@pytest.fixture(autouse=True)
def _plain_surroundings(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A test depends on neither this machine's settings nor on a git hook around the tests."""
    make_plain(monkeypatch, tmp_path_factory.mktemp("cache"))
