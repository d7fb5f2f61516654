"""A report as one HTML file that needs no other: to look at, to print, to send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from planctl.reports.document import Document, Heading, Item, Line, Paragraph, Table

_STYLE = """
body { font: 11pt/1.45 "Segoe UI", Helvetica, Arial, sans-serif; max-width: 60em; margin: 2em auto;
  padding: 0 1em; color: #222; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 1.8em; } h3 { font-size: 1em; }
ins { background: #d9f2df; } del { background: #fbdcdc; }
.faint { color: #666; }
table { border-collapse: collapse; } th, td { border: 1px solid #bbb; padding: .25em .6em;
  text-align: start; vertical-align: top; }
"""
_MARKS = {
    "strong": ("<strong>", "</strong>"),
    "faint": ('<span class="faint">', "</span>"),
    "added": ("<ins>", "</ins>"),
    "removed": ("<del>", "</del>"),
    "is": ("<ins>", "</ins>"),
    "was": ("<del>", "</del>"),
    "": ("", ""),
}


def html(document: Document, title: str) -> str:
    """The report as a page; nothing in it can be taken for markup, and nothing is fetched."""
    body = "\n".join(_parts(document))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def _parts(document: Document) -> Iterator[str]:
    items: list[Item] = []
    for part in (*document, None):
        if isinstance(part, Item):
            items.append(part)
            continue
        if items:
            yield _list(items)
            items = []
        match part:
            case Heading(line, level):
                yield f'<h{level + 1} dir="auto">{_inline(line)}</h{level + 1}>'
            case Paragraph(line):
                yield f'<p dir="auto">{_inline(line)}</p>'
            case Table(heads, rows):
                yield f"<table>\n<thead>{_row(heads, 'th')}</thead>\n<tbody>"
                yield from (_row(row, "td") for row in rows)
                yield "</tbody>\n</table>"


def _list(items: Sequence[Item]) -> str:
    """The items as a list; those under another in a list of their own within it."""
    shown = []
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > items[at].level:
            end += 1
        inner = _list(items[at + 1 : end]) if end > at + 1 else ""
        shown.append(f'<li dir="auto">{_inline(items[at].line)}{inner}</li>')
        at = end
    return "<ul>\n" + "\n".join(shown) + "\n</ul>"


def _row(cells: tuple[str, ...], tag: str) -> str:
    shown = "".join(f'<{tag} dir="auto">{escape(cell)}</{tag}>' for cell in cells)
    return f"<tr>{shown}</tr>"


def _inline(line: Line) -> str:
    return "".join(
        f"{_MARKS[mark][0]}{escape(text).replace(chr(10), '<br>')}{_MARKS[mark][1]}"
        for text, mark in line
    )
