"""Edits of YAML text that change the lines they are about, and no other byte.

Text goes in and new text comes out; where nothing is to change, it is the same text. An edit works
out the data it means on plain data, makes its splices, reads the new text and compares: where the
two differ, EditFault is raised and the old text stands. A path is a tuple of keys and indexes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.errors import EditFault, SyntaxFault
from planctl.store.yaml.fragments import cut_fragment, fragment_splices
from planctl.store.yaml.nodes import Path, child, find
from planctl.store.yaml.reader import read
from planctl.store.yaml.replacing import added_entries, added_items, removed, replaced
from planctl.store.yaml.splices import Source, Splice, apply, plain, same, slot_of, source_of


def set_value(text: str, path: Path, value: Any, *, after: Sequence[str] = ()) -> str:
    """Return ``text`` with ``value`` at ``path``, added where it is missing.

    A key that is added goes after the last of the keys in ``after`` that its mapping has, else to
    the end of the mapping; mappings missing above it are made. Raises EditFault.
    """
    source = source_of(text)
    while path and not _can_hold(find(source.root, path[:-1]), path[-1]):
        if not isinstance(path[-1], str):
            break
        path, value = path[:-1], {path[-1]: value}
    if find(source.root, path) is not None:
        return _edited(source, replaced(source, slot_of(source, path), value), path, value)
    slot = slot_of(source, path[:-1])
    key = path[-1]
    if not isinstance(key, str) or slot.node.kind != "mapping":
        raise EditFault(f"there is no {_shown(path)} in the file; nothing was written")
    if not slot.node.entries:
        return set_value(text, path[:-1], {key: value})
    keys = [one.value for one, _ in slot.node.entries]
    anchors = [index for index, one in enumerate(keys) if one in after] or [len(keys) - 1]
    splices = added_entries(source, slot, anchors[-1], [(key, value)])
    return _edited(source, splices, path, value)


def insert_item(text: str, path: Path, index: int, value: Any) -> str:
    """Return ``text`` with ``value`` as item ``index`` of the sequence at ``path``.

    ``index`` counts from 0 and may be the number of items. Raises EditFault.
    """
    source = source_of(text)
    slot = slot_of(source, path)
    if slot.node.kind != "sequence" or not 0 <= index <= len(slot.node.items):
        raise EditFault(f"{_shown(path)} has no place {index + 1}; nothing was written")
    items = plain(slot.node)
    meant = [*items[:index], value, *items[index:]]
    if items:
        splices = added_items(source, slot, index, [value])
    else:
        splices = replaced(source, slot, [value])
    return _edited(source, splices, path, meant)


def remove_item(text: str, path: Path, index: int) -> str:
    """Return ``text`` without item ``index`` of the sequence at ``path``; "[]" where it was alone.

    Raises EditFault.
    """
    source = source_of(text)
    slot = slot_of(source, path)
    if slot.node.kind != "sequence" or not 0 <= index < len(slot.node.items):
        raise EditFault(f"{_shown(path)} has no item {index + 1}; nothing was written")
    items = plain(slot.node)
    meant = [*items[:index], *items[index + 1 :]]
    return _edited(source, removed(source, slot, index), path, meant)


def remove_key(text: str, path: Path) -> str:
    """Return ``text`` without the key at ``path``; "{}" stays where it was alone.

    Raises EditFault.
    """
    source = source_of(text)
    slot = slot_of(source, path[:-1])
    keys = [key.value for key, _ in slot.node.entries]
    if not path or path[-1] not in keys:
        raise EditFault(f"there is no {_shown(path)} in the file; nothing was written")
    meant = {key: value for key, value in plain(slot.node).items() if key != path[-1]}
    splices = removed(source, slot, keys.index(str(path[-1])))
    return _edited(source, splices, path[:-1], meant)


def fragment(text: str, path: Path) -> str:
    """Return the source of the value at ``path``, comments included, as a text of its own.

    It starts at column 0, has LF line breaks and ends with one. Raises EditFault.
    """
    source = source_of(text)
    return cut_fragment(source, slot_of(source, path))


def replace_fragment(text: str, path: Path, fragment: str) -> str:
    """Return ``text`` with ``fragment``, as :func:`fragment` gives it, in place of what it was.

    Lines that are as they were keep their bytes. Raises SyntaxFault (with the fragment's lines)
    where the fragment cannot be read, EditFault where it does not fit in its place.
    """
    source = source_of(text)
    slot = slot_of(source, path)
    if fragment == cut_fragment(source, slot):
        return text
    value = read(fragment)
    splices = fragment_splices(source, slot, fragment)
    return _edited(source, splices, path, value)


def _can_hold(node: Any, key: str | int) -> bool:
    if node is None:
        return False
    return node.kind != "scalar" or node.value is not None or child(node, key) is not None


def _edited(source: Source, splices: list[Splice], path: Path, value: Any) -> str:
    """Return the text with the splices made, once it is known to say what was meant."""
    if not splices:
        return source.text
    new_text = apply(source.text, splices)
    try:
        result = read(new_text)
    except SyntaxFault as fault:
        read(source.text)  # which says what is wrong, if it was so before
        raise EditFault(_refusal(path)) from fault
    if not same(result, _with(plain(source.root), path, value)):
        raise EditFault(_refusal(path))
    return new_text


def _with(data: Any, path: Path, value: Any) -> Any:
    """Return ``data`` with ``value`` at ``path``; what it was made of is not changed."""
    if not path:
        return value
    copy = data.copy()
    if isinstance(copy, dict) and path[0] not in copy:
        copy[path[0]] = value
    else:
        copy[path[0]] = _with(data[path[0]], path[1:], value)
    return copy


def _refusal(path: Path) -> str:
    return (
        f"{_shown(path)} cannot be changed by this command: the lines around it are written in a"
        " way it would not preserve. Nothing was written; make the change in a text editor."
    )


def _shown(path: Path) -> str:
    if not path:
        return "the file"
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
