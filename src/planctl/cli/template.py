"""The document into which ``export --template`` puts the tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.output import say
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.publish.docx.template import Template


def opened(path: Path, output: Path, keys: Sequence[str]) -> Template:
    """Open a document for the plans with these keys; say which of them have no place in it.

    Raises UsageFault where it cannot be a template, or would be overwritten.
    """
    from planctl.office.refusal import RefusedFileError
    from planctl.publish.docx.template import open_template

    if output.exists() and output.samefile(path):
        raise UsageFault(f"{path} is the template itself; it stays as it is. Give another -o.")
    try:
        template = open_template(path.read_bytes(), keys)
    except RefusedFileError as error:
        raise UsageFault(f"{path} cannot be the template. {error}") from error
    left = [key for key in keys if key not in template.order]
    if left:
        say(f"{path} has no place for {', '.join(left)}.")
    return template
