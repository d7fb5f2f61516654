"""Which files are meant by those that are named: folders stand for what is in them.

Programs leave files of their own beside those of people: a lock while a form is open, what a system
keeps about a folder. They hold no answers and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from planctl.errors import UsageFault

_LOCKS = ("~$", ".~lock.")
_DROPPINGS = ("thumbs.db", "desktop.ini")


def opened(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """The files among ``paths`` and in folders among them, and remarks on what was left out.

    Raises UsageFault where no file is left.
    """
    found: list[Path] = []
    remarks: list[str] = []
    paths = [*paths]
    for path in _files(paths):
        if path.name.startswith(_LOCKS):
            remarks.append(
                f"{path} was left out: a program keeps it while a form is open; save and close the"
                " form"
            )
        elif not path.name.startswith(".") and path.name.lower() not in _DROPPINGS:
            found.append(path)
    if not found:
        raise UsageFault(f"there are no forms in {', '.join(map(str, paths))}")
    return [*dict.fromkeys(found)], remarks


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.is_file())
        else:
            yield path
