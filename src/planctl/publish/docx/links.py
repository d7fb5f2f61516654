"""The relationships that the links of a Word document share."""

from __future__ import annotations

from planctl.publish.links import target


class Links:
    """The link targets of a document and their relationship IDs, numbered from ``first``."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.ids: dict[str, str] = {}

    def relationship(self, href: str) -> str | None:
        """Return the ID of the relationship for ``href``, or None where it may not be a link."""
        uri = target(href)
        if uri is None:
            return None
        return self.known(uri)

    def known(self, uri: str) -> str:
        """Return the ID of the relationship for a target, which is made where there is none."""
        return self.ids.setdefault(uri, f"rId{self.first + len(self.ids)}")
