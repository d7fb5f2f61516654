"""The shape of an XML part: its elements without their text, equal subtrees kept once.

The thousands of cells of a long table have few shapes between them, so a check that looks at each
shape once costs no more for a long document than for a short one.
"""

from __future__ import annotations

from dataclasses import dataclass

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
"""What the name of a WordprocessingML element or attribute begins with in a shape."""

_ID = f"{WORD}id"


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """An element: its name ("namespace local"), attributes and children. Equal is the same."""

    name: str
    attributes: dict[str, str]
    children: tuple[Node, ...]

    def child(self, name: str) -> Node | None:
        """Return the first child of that name."""
        return next((node for node in self.children if node.name == name), None)

    def value(self, name: str, default: str) -> str:
        """Return the w:val of the child ``name``, or ``default`` where there is none."""
        held = self.child(name)
        return default if held is None else held.attributes.get(f"{WORD}val", default)


@dataclass(frozen=True, slots=True)
class Shape:
    """A part: its root, and its different nodes, children before parents.

    Nodes with a w:id are never taken for the same, so that an ID used twice is seen twice.
    """

    root: Node
    nodes: tuple[Node, ...]

    def named(self, *names: str) -> list[Node]:
        """Return the different nodes with one of the names."""
        return [node for node in self.nodes if node.name in names]


def read(content: bytes) -> Shape:
    """Parse a part. Raises ValueError, with the line, where it is not well-formed XML."""
    from xml.parsers import expat

    known: dict[tuple[object, ...], Node] = {}
    nodes: list[Node] = []
    opened: list[list[object]] = [[]]  # of each open element: name, attributes, then children

    def start(name: str, attributes: list[str]) -> None:
        # A fresh object is equal to nothing, so it keeps an element with an ID apart.
        own = (object(),) if _ID in attributes else ()
        opened.append([name, *attributes, *own])

    def end(name: str) -> None:
        key = tuple(opened.pop())
        node = known.get(key)
        if node is None:
            texts = [item for item in key[1:] if isinstance(item, str)]
            attributes = dict(zip(texts[::2], texts[1::2], strict=True))
            children = tuple(item for item in key if isinstance(item, Node))
            node = known[key] = Node(name, attributes, children)
            nodes.append(node)
        opened[-1].append(node)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ValueError(f"line {error.lineno} is not well-formed XML.") from None
    return Shape(nodes[-1], tuple(nodes))
