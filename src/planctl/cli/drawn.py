"""The tables of a Word document, drawn as the plans are read; of many, half by another process.

A repository cannot be sent to another process; what tells where it is can.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.formats import plainly_refused

if TYPE_CHECKING:
    from planctl.cli.layout import Look
    from planctl.plan.model import Plan
    from planctl.publish.docx.as_read import Drawn
    from planctl.store.repository import Repository


def drawn_tables(repository: Repository, keys: Sequence[str], look: Look) -> Drawn:
    """The tables of the plans that ``keys`` name, or of all, for a Word document.

    Raises UnreadablePlan, and UsageFault where a key names no plan or a text cannot be written.
    """
    from planctl.publish.docx.as_read import draw_all
    from planctl.store.source import Frozen

    paths = [repository.path_of(key) for key in keys] or repository.files()
    files = [*{path.stem: path for path in paths}.values()]
    source = repository.source
    frozen = (source.revision, source.commit) if isinstance(source, Frozen) else None
    with plainly_refused():
        return draw_all(
            files,
            partial(_plans, repository),
            partial(_plans_apart, repository.root, frozen),
            look.layout,
            portrait=look.portrait,
            named=bool(keys),
        )


def _plans(repository: Repository, files: Sequence[Path]) -> Iterator[Plan]:
    from planctl.store import schema

    schema.expect(len(files))
    return (repository.read(path).plan for path in files)


def _plans_apart(
    root: Path, frozen: tuple[str, str] | None, files: Sequence[Path]
) -> Iterator[Plan]:
    """The plans in files, for another process: at a revision and commit, or as they are now."""
    from planctl.store.repository import Repository
    from planctl.store.source import Frozen

    return _plans(Repository(root, Frozen(root, *frozen) if frozen else None), files)
