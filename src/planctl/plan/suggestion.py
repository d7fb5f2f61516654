"""What may be meant by a word that names nothing."""

from __future__ import annotations

from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of a message: which of the ``known`` words may be meant, "" where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word, dict.fromkeys(known), n=1)
    return f"; did you mean “{close[0]}”?" if close else ""
