"""planctl: ITU resolution action plans as plain text in git."""

__version__ = "0.1.0"
