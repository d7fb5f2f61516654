"""Lines and comments of YAML text, by offset: where a line ends, what stands between two values."""

from __future__ import annotations


def line_start(text: str, offset: int) -> int:
    """Return where the line of ``offset`` starts."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of ``offset`` ends, before its line break."""
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def next_line(text: str, offset: int) -> int:
    """Return where the line after that of ``offset`` starts; or the text ends."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def column(text: str, offset: int) -> int:
    """Return how many characters stand before ``offset`` on its line."""
    return offset - line_start(text, offset)


def starts_line(text: str, offset: int) -> bool:
    """Return whether only white space stands before ``offset`` on its line."""
    return not text[line_start(text, offset) : offset].strip()


def skip_blank(text: str, offset: int) -> int:
    """Return the first offset from ``offset`` on that is neither white space nor in a comment."""
    while offset < len(text):
        char = text[offset]
        if char in " \t\r\n":
            offset += 1
        elif char == "#":
            offset = next_line(text, offset)
        else:
            break
    return offset


def skip_spaces(text: str, offset: int) -> int:
    """Return the first offset from ``offset`` on that is neither a space nor a tab."""
    while text[offset : offset + 1] in (" ", "\t"):
        offset += 1
    return offset


def tail(text: str, offset: int) -> str:
    """Return the comment that ends the line of ``offset``, with the space before it; or ""."""
    rest = text[offset : line_end(text, offset)].rstrip()
    return rest if rest.lstrip().startswith("#") else ""


def own_comments(text: str, start: int, end: int) -> list[str]:
    """Return the lines between two values that are only a comment, as they stand.

    ``start`` is where one value ends, ``end`` where the next begins: what follows on the line of
    ``start`` is a comment of its own value and does not count.
    """
    lines = text[next_line(text, start) : end].split("\n") if next_line(text, start) < end else []
    return [line.rstrip() for line in lines if line.lstrip().startswith("#")]


def settle(text: str, at: int, indent: int, *, keep: bool = False) -> tuple[int, int, str] | None:
    """Return the splice that keeps a block scalar from taking in what follows it, None if it can't.

    The scalar comes to end just before the line at ``at``. A comment that is indented like its text
    would become text, so it moves to column ``indent``; so would white space on blank lines, and,
    where the scalar keeps its last line breaks (``keep``), the blank lines themselves.
    """
    end = at
    new = ""
    while end < len(text):
        until = next_line(text, end)
        line = text[end:until]
        bare = line.lstrip(" \t")
        if bare.startswith("#"):
            new += " " * min(indent, len(line) - len(bare)) + bare
            end = until
            break
        if bare.strip():
            break
        new += "" if keep else bare
        end = until
    return None if new == text[at:end] else (at, end, new)
