"""What stands in an element once wrappers are looked through, and which of two branches counts.

Content controls, smart tags, custom XML and what runs in a direction of its own wrap paragraphs,
rows, cells and runs alike. What is inserted or moved to here counts in the final view, what is
deleted or moved away in the original one. Of alternatives the first choice that is understood
counts, else the fallback (ISO/IEC 29500-3).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from planctl.ingest.document import View
from planctl.ingest.word.names import PARAGRAPH, RUN, W, properties, value
from planctl.ingest.word.parts import PROMPT
from planctl.office.refusal import RefusedFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planctl.ingest.word.names import Properties
    from planctl.ingest.word.reading import Reading

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_CONTROL = f"{W}sdt"
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")
)
_ADDED: Final = frozenset((f"{W}ins", f"{W}moveTo"))
_GONE: Final = frozenset((f"{W}del", f"{W}moveFrom"))
_MARKS: Final[dict[str, View]] = {
    **dict.fromkeys((f"{W}ins", f"{W}moveTo", f"{W}cellIns"), "final"),
    **dict.fromkeys((f"{W}del", f"{W}moveFrom", f"{W}cellDel"), "original"),
}
_MARKED = frozenset(_MARKS)
_OTHER: Final[dict[View, frozenset[str]]] = {"final": _GONE, "original": _ADDED}
_PROMPT = "placeholder text"
_DEEPEST = 32  # elements around a paragraph; in Word there are some four
_LONGEST = 20_000  # characters of a control within a paragraph
_MOST_ECHOES = 200
_MOST = 4  # alternatives; Word writes two
_SPECIAL = _WRAPPERS | _ADDED | _GONE | {_ALTERNATIVES}
_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")


def within(parent: _Element, reading: Reading) -> Iterator[_Element]:
    """Yield what stands in ``parent`` in the view, wrappers looked through."""
    for child in parent:
        tag = child.tag
        if tag not in _SPECIAL:
            yield child
        elif tag in _WRAPPERS:
            if tag == _CONTROL:
                if child.get(PROMPT) is not None:
                    _blank(child, reading)
                elif _is_echo(child):
                    continue
            yield from within(child, reading)
        elif tag in _ADDED or tag in _GONE:
            reading.revised = True
            if tag not in _OTHER[reading.view]:
                yield from within(child, reading)
        elif (branch := _chosen(child)) is not None:
            yield from within(branch, reading)


def is_shown(element: _Element, reading: Reading) -> bool:
    """Return whether what stands around a paragraph or row of the body counts in the view.

    In a control that nobody has filled in, its text is taken out.
    """
    asked = False
    for depth, around in enumerate(element.iterancestors()):
        if depth > _DEEPEST:
            raise RefusedFileError("What is in this file is nested deeper than Word does.")
        tag = around.tag
        if tag in _ADDED or tag in _GONE:
            reading.revised = True
            if tag in _OTHER[reading.view]:
                return False
        elif tag in (_CHOICE, _FALLBACK):
            alternatives = around.getparent()
            if alternatives is not None and _chosen(alternatives) is not around:
                return False
        elif tag == _CONTROL:
            asked |= around.get(PROMPT) is not None
    if asked:
        _blank(element, reading)
    return True


def marked(held: Properties, reading: Reading) -> bool:
    """Return whether a row, a cell or the end of a paragraph is not there in the view.

    The properties ``held`` have the mark of what is inserted or deleted.
    """
    if _MARKED.isdisjoint(held):
        return False
    reading.revised = True
    return any(view != reading.view for name, view in _MARKS.items() if name in held)


def properties_of(element: _Element, name: str, reading: Reading) -> Properties:
    """Return the properties ``name`` of an element, those before a change where wanted."""
    return as_seen(properties(element, name), name, reading)


def as_seen(held: Properties, name: str, reading: Reading) -> Properties:
    """Return the properties ``name`` that an element has, those before a change where wanted."""
    if not held or (change := held.get(f"{name}Change")) is None:
        return held
    reading.revised = True
    return held if reading.view == "final" else properties(change, name)


def _is_echo(control: _Element) -> bool:
    """Return whether a control only says once more what stands in the control before it.

    LibreOffice (7.4) writes a control within a paragraph once for each stretch of its text that is
    in another script: first with all of the text, and then with pieces of it and all of it again.
    """
    around, name = control.getparent(), _name(control)
    if around is None or around.tag != PARAGRAPH or not any(name):
        return False
    first = control
    for before in islice(control.itersiblings(preceding=True), _MOST_ECHOES):
        if before.tag != _CONTROL or _name(before) != name:
            break
        first = before
    whole = "".join(_texts(first))
    if first is control or whole.isascii() or len(whole) > _LONGEST:
        return False
    return all(piece.replace(whole, "") in whole for piece in _texts(control))


def _name(control: _Element) -> tuple[str, str]:
    return value(control, "sdtPr", "alias"), value(control, "sdtPr", "tag")


def _texts(control: _Element) -> Iterator[str]:
    return (text.text or "" for text in control.iter(f"{W}t"))


def _chosen(alternatives: _Element) -> _Element | None:
    for branch in islice(alternatives, _MOST):
        if branch.tag == _FALLBACK:
            return branch
        needed = branch.get("Requires", "").split()
        if branch.tag == _CHOICE and all(
            branch.nsmap.get(prefix, "").startswith(_UNDERSTOOD) for prefix in needed
        ):
            return branch
    return None


def _blank(element: _Element, reading: Reading) -> None:
    """Take out the text with which a control asks to be filled in; it is known by its style."""
    for control in element.iter(_CONTROL):
        control.attrib.pop(PROMPT, "")
    for run in list(element.iter(RUN)):
        style = reading.styles.of(value(run, "rPr", "rStyle"))
        if style.name.lower() == _PROMPT and (parent := run.getparent()) is not None:
            parent.remove(run)
            reading.tallies["prompts"] += 1
