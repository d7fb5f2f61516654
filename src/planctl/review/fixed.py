"""The checks of ``planctl validate`` that are always made: they cannot be switched off.

Without them a file would not be a plan, or what the rules say could not be trusted.
"""

from __future__ import annotations

from typing import NamedTuple

from planctl.finding import ERROR, WARNING


class Check(NamedTuple):
    """A check: its name, the severity of what it finds, and what that means."""

    name: str
    severity: str
    document: str


FIXED = (
    Check("file", ERROR, "The file cannot be read at all: it is too large, or may not be read."),
    Check("syntax", ERROR, "The text is not YAML, or not the plain part of it that plans use."),
    Check("schema", ERROR, "A field is missing, is none of those there are, or has another form."),
    Check("duplicate-plan", ERROR, "Two files have one name but for capitals, .yaml and .yml."),
    Check("plans-folder", ERROR, "The folder that planctl.yaml names is not there."),
    Check("calendar", ERROR, "A meeting's days cannot be, or two meetings have one key."),
    Check("unknown-rule", WARNING, "What is switched off is no rule, or is always checked."),
)

CATALOGUED = (
    Check("catalogue-title", WARNING, "The title is none that a catalogue in use has for it."),
    Check("catalogue-date", WARNING, "The date is that of no edition in a catalogue in use."),
    Check("catalogue-unknown", WARNING, "A catalogue in use does not list what should be there."),
)
"""The checks that are made only where a catalogue is in use (``planctl catalogue``)."""
