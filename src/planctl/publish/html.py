"""The HTML writer: the annexes as one page that needs no other file, to look at, print or paste.

Pasted into Word it gives real tables and lists. Nothing in a text is taken for markup, and the page
forbids the browser to fetch anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from planctl.patterns import late
from planctl.publish.characters import writable
from planctl.publish.links import target
from planctl.publish.table import Annex, Cell, Column, Mark, Paragraph, Run, Tracking

_BREAKS = late(r"\r\n|\r|\n")
_STYLE = """
@page { size: A4 landscape; margin: 20mm; }
body { font: 10pt/1.3 "Times New Roman", Times, serif; margin: 2em; color: #000; background: #fff; }
h1 { font: bold 14pt/1.2 "Times New Roman", Times, serif; text-align: center; margin: 1em 0; }
.number { text-align: end; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #000; padding: 2pt 4pt; vertical-align: top; overflow-wrap: break-word; }
th { background: #d9e2f3; text-align: center; vertical-align: middle; }
td.id { text-align: center; }
p, ul { margin: 2pt 0; white-space: pre-wrap; }
ul { padding-inline-start: 1.2em; }
ul.bullet { list-style-type: disc; }
ul.dash { list-style-type: "–  "; }
ins { color: #00703c; text-decoration: underline; }
del { color: #c00000; text-decoration: line-through; }
@media print {
  body { margin: 0; }
  thead { display: table-header-group; }
  section + section { break-before: page; }
  a { color: inherit; }
}
"""
# Some programs that a table is pasted into know the style sheet only in part, but all know these.
_PASTED = 'border="1" cellspacing="0" cellpadding="2"'
_ELEMENTS = {"inserted": "ins", "deleted": "del"}
_LOOKS = {
    "ins": "color: #00703c; text-decoration: underline double",
    "del": "color: #c00000; text-decoration: line-through",
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(
    annexes: Sequence[Annex],
    *,
    title: str,
    document_number: str = "",
    tracking: Tracking | None = None,
) -> str:
    """Draw the annexes as a page, in landscape where it is printed, each from a new sheet on.

    ``title`` is what the browser shows, ``document_number`` stands above the first annex; the
    page's language and direction are those of the first annex. What is marked in the annexes is
    so as inserted and deleted by whom ``tracking`` says, without it in colour only. Raises
    UnwritableTextError.
    """
    language = annexes[0].language if annexes else "en-GB"
    direction = "rtl" if annexes and annexes[0].right_to_left else "ltr"
    number = f'<p class="number" dir="auto">{_text(document_number)}</p>\n'
    body = "\n".join(_annex(annex, place) for place, annex in enumerate(annexes, 1))
    return writable(
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="generator" content="planctl">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{number if document_number else ''}{_signed(body, tracking)}\n</body>\n</html>\n"
    )


def _signed(body: str, tracking: Tracking | None) -> str:
    """The body with who made the changes, or with changes that are no more than a look."""
    if tracking is None:
        for name, style in _LOOKS.items():
            body = body.replace(f"<{name}>", f'<span style="{style}">')
            body = body.replace(f"</{name}>", "</span>")
        return body
    said = f'title="{escape(tracking.author)}, {tracking.date}"'
    return body.replace("<ins>", f"<ins {said}>").replace("<del>", f"<del {said}>")


def _annex(annex: Annex, place: int) -> str:
    lines = annex.marked or (Run("\n".join(annex.lines)),)
    heading = "".join(_marked(_text(run.text), annex.mark or run.mark) for run in lines)
    return (
        f'<section aria-labelledby="annex-{place}">\n'
        f'<h1 id="annex-{place}" dir="auto">{heading}</h1>\n'
        f'<table {_PASTED} aria-labelledby="annex-{place}">\n{_widths(annex.columns)}\n'
        f"<thead>\n{_heading(annex.columns, annex.mark)}\n</thead>\n<tbody>\n"
        + "\n".join(_rows(annex))
        + "\n</tbody>\n</table>\n</section>"
    )


def _widths(columns: Sequence[Column]) -> str:
    total = sum(column.weight for column in columns)
    shares = (f'<col style="width: {100 * one.weight / total:.2f}%">' for one in columns)
    return f"<colgroup>{''.join(shares)}</colgroup>"


def _heading(columns: Sequence[Column], mark: Mark) -> str:
    """One row of headings, or two where columns share one."""
    shared = any(column.group for column in columns)
    upper: list[str] = []
    lower: list[str] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        own = [
            "".join(_marked(_text(run.text), mark or run.mark) for run in _runs_of(column))
            for column in members
        ]
        if group:
            upper.append(_head(_marked(_text(group), mark), "colgroup", f' colspan="{len(own)}"'))
            lower += (_head(lines, "col") for lines in own)
        else:
            upper += (_head(lines, "col", ' rowspan="2"' if shared else "") for lines in own)
    rows = (upper, lower) if shared else (upper,)
    return "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)


def _runs_of(column: Column) -> Sequence[Run]:
    return column.marked or (Run("\n".join(column.heading)),)


def _head(lines: str, scope: str, span: str = "") -> str:
    return f'<th scope="{scope}"{span} dir="auto">{lines}</th>'


def _rows(annex: Annex) -> Iterator[str]:
    spans = _spans(annex.rows)
    marks = annex.marks or [annex.mark] * len(annex.rows)
    for row, heights, mark in zip(annex.rows, spans, marks, strict=True):
        cells = zip(annex.columns, row, heights, strict=True)
        shown = "".join(_cell(*one, annex.mark or mark) for one in cells if one[2])
        yield f'<tr valign="top">{shown}</tr>'


def _spans(rows: Sequence[Sequence[Cell]]) -> list[list[int]]:
    """Over how many rows each cell goes: 0 for one that is joined to the cell above."""
    spans: list[list[int]] = []
    below: Sequence[int] = ()
    continued: Sequence[bool] = ()
    for row in reversed(rows):
        heights = [
            1 + (below[place] if below and continued[place] else 0) for place in range(len(row))
        ]
        spans.append(
            [0 if cell.continues else height for cell, height in zip(row, heights, strict=True)]
        )
        below, continued = heights, [cell.continues for cell in row]
    return spans[::-1]


def _cell(column: Column, cell: Cell, height: int, mark: Mark) -> str:
    span = f' rowspan="{height}"' if height > 1 else ""
    kind = ' class="id"' if column.group else ""  # columns under a shared heading hold numbers
    return f"<td{kind}{span}>{''.join(_paragraphs(cell.paragraphs, mark))}</td>"


def _paragraphs(paragraphs: Iterable[Paragraph], mark: Mark) -> Iterator[str]:
    """The paragraphs, items of a list in it, those with a dash in a list under their bullet."""
    for listed, members in groupby(paragraphs, key=lambda one: one.kind in ("bullet", "dash")):
        if listed:
            yield from _lists(list(members), mark)
            continue
        for paragraph in members:
            said = _runs(paragraph, mark)
            if paragraph.kind == "year":
                said = f"<strong>{said}</strong>"
            yield f'<p dir="auto">{said}</p>'


def _lists(items: Iterable[Paragraph], mark: Mark) -> Iterator[str]:
    """The items as a list; those with a dash in a list of their own, within the bullet above."""
    entries: list[tuple[str, list[str]]] = []
    for item in items:
        if item.kind == "bullet" or not entries:
            entries.append(("", []))
        if item.kind == "bullet":
            entries[-1] = (_runs(item, mark), [])
        else:
            entries[-1][1].append(_runs(item, mark))
    if not entries[0][0]:  # there is no bullet above the first dashes
        yield _list("dash", entries.pop(0)[1])
    if entries:
        yield _list("bullet", [f"{said}{_list('dash', below)}" for said, below in entries])


def _list(kind: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    shown = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f'<ul class="{kind}">{shown}</ul>'


def _runs(paragraph: Paragraph, mark: Mark) -> str:
    whole = mark or paragraph.mark
    said = "".join(_marked(_run(run), whole or run.mark) for run in paragraph.runs)
    # A browser shows no line break that ends a paragraph, and no paragraph without anything in it.
    ended = not paragraph.text or paragraph.text[-1] in "\r\n"
    return f"{said}<br>" if ended else said


def _run(run: Run) -> str:
    uri = target(run.href) if run.href and run.text else None
    said = _text(run.text)
    return said if uri is None else f'<a href="{escape(uri)}">{said}</a>'


def _marked(said: str, mark: Mark) -> str:
    """The text as inserted or deleted, which :func:`_signed` makes what it is to look like."""
    return f"<{_ELEMENTS[mark]}>{said}</{_ELEMENTS[mark]}>" if mark and said else said


def _text(text: str) -> str:
    return _BREAKS.sub("<br>", escape(text))
