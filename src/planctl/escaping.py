"""Text that is not to be taken for markup: what every writer of Markdown needs."""

from __future__ import annotations

from planctl.patterns import late

_MEANT = late(r"([\\`*_{}\[\]<>|~&$])")


def markdown(text: str) -> str:
    """The text with a backslash before each character that means something within a line.

    What means something only where a line begins is left as it is, and so are line breaks. The
    dollar sign begins a formula on GitHub.
    """
    return _MEANT.sub(r"\\\1", text)
