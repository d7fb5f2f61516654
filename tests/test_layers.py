"""The layers of docs/engineering.md: which room of the house may import from which."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

_HOUSE = Path(__file__).resolve().parents[1] / "src" / "planctl"

_BASE = ("errors", "escaping", "finding", "patterns", "second_process", "sheet")
_MAY_IMPORT = {
    "plan": (),
    "office": (),
    "clipboard": (),
    "change": ("plan",),
    "store": ("plan", "change"),
    "review": ("plan", "change", "store"),
    "publish": ("plan", "office"),
    # The neutral table; besides, what only an inverse needs to know: the words above the columns,
    # how a sign is drawn, and where characters were made no-break.
    "ingest": (
        *("plan", "office", "publish.table", "publish.languages", "publish.xlsx.words"),
        *("publish.plain", "publish.typography"),
    ),
    "forms": ("plan", "change", "store", "review", "publish", "ingest", "office"),
    "harvests": ("plan", "review", "ingest"),
    "imports": ("plan", "change", "store", "review", "publish", "ingest", "forms.columns"),
    "reports": (
        *(
            "harvests.placed",
            "plan",
            "change",
            "review",
            "forms.change",
            "forms.merging",
            "store.requests",
        ),
        *("publish.table", "publish.languages", "publish.change_words", "publish.marked_cell"),
    ),
}
_ONLY_IN = {
    "click": ("cli", "__main__"),
    "rich": ("cli",),
    "git": ("store",),
    "ruamel": ("store",),
    "jsonschema": ("store",),
    "jsonschema_rs": ("store",),
    "lxml": ("office", "ingest"),
    "xlsxwriter": ("publish", "forms"),
    "subprocess": ("store", "clipboard", "ingest"),
    "socket": (),
    "http": (),
    "requests": (),
}
_WRITING = (
    *("freezing", "lock", "new_plan", "draft", "report_edits", "calendar_edits", "transaction"),
    *("yaml.edits", "yaml.emit", "yaml.rewriting", "yaml.splices"),
)


def _imports(file: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: an import that does not say from where"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@cache
def _all_imports() -> list[tuple[str, str, str]]:
    """A room, a module of it, and what that imports."""
    return [
        (name.split("/")[0].removesuffix(".py"), name, imported)
        for file in sorted(_HOUSE.rglob("*.py"))
        for name in [file.relative_to(_HOUSE).as_posix()]
        for imported in _imports(file)
    ]


def _is_in(imported: str, room: str) -> bool:
    return f"{imported}.".startswith(f"planctl.{room}.")


@pytest.mark.parametrize("room", _MAY_IMPORT)
def test_a_room_imports_only_from_below(room: str) -> None:
    allowed = (room, *_BASE, *_MAY_IMPORT[room])
    assert [
        f"{name} imports {imported}"
        for where, name, imported in _all_imports()
        if where == room and imported.startswith("planctl.")
        if not any(_is_in(imported, one) for one in allowed)
    ] == []


def test_the_ground_stands_by_itself() -> None:
    assert [
        f"{name} imports {imported}"
        for where, name, imported in _all_imports()
        if where in _BASE and imported.startswith("planctl.")
        if not any(_is_in(imported, one) for one in _BASE)
    ] == []


def test_every_room_has_its_place() -> None:
    rooms = {path.parent.name for path in _HOUSE.glob("*/__init__.py")}
    assert rooms == {*_MAY_IMPORT, "cli"}


def test_a_library_is_known_in_its_rooms_only() -> None:
    assert [
        f"{name} imports {imported}"
        for where, name, imported in _all_imports()
        if where not in _ONLY_IN.get(imported.split(".")[0], (where,))
    ] == []


def test_a_review_writes_nothing() -> None:
    assert [
        f"{name} imports {imported}"
        for where, name, imported in _all_imports()
        if where == "review"
        if any(_is_in(imported, f"store.{one}") for one in _WRITING)
        or imported in ("planctl.store.replacing.replace_file", "planctl.store.git.ask")
    ] == []
