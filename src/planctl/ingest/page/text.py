"""The text of one paragraph of a page, with white space as a browser shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from planctl.ingest.document import Line
from planctl.ingest.page.frames import Frame
from planctl.ingest.stretches import Piece, joined
from planctl.ingest.symbols import bullet
from planctl.patterns import late

_WHITE = late(r"[ \t\n\r\f]+")
_BREAKS = late(r"\r\n?")
_SIGN_FONTS = ("symbol", "wingdings", "couriernew", "webdings")
_EDGE = " \t\n\r\f\xa0"
_LONGEST_LABEL = 20


@dataclass(slots=True)
class Text:
    """A paragraph under way."""

    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    began: bool = False
    _bold: bool | None = None
    _font: str = ""
    _label: list[str] = field(default_factory=list)

    def add(self, text: str, frame: Frame) -> None:
        """Add text that stands in an element."""
        if frame.role == "label":
            self._label.append(text)
            self._font = frame.font or self._font
            return
        if frame.role == "gap":
            self._number_before(text)
            return
        if frame.kept:
            text = _BREAKS.sub("\n", text)
        else:
            text = _WHITE.sub(" ", text)
            if text.startswith(" ") and (not self.pieces or self.pieces[-1][0][-1] in " \n"):
                text = text[1:]
        if text:
            self._font = self._font or frame.font
            self._add(text, frame.href)
            if text.strip():
                self._bold = frame.bold and self._bold is not False

    def line_break(self, frame: Frame) -> None:
        """Add a line break."""
        if not frame.kept:
            self._strip()
        self._add("\n", frame.href)

    def line(self, level: int, style: str, place: int, *, kept: bool) -> Line:
        """Return the paragraph as a line; a break at its very end shows nothing."""
        if not kept:
            self._strip()
        if self.pieces and self.pieces[-1][0].endswith("\n"):
            text, href = self.pieces.pop()
            if text != "\n":
                self.pieces.append((text[:-1], href))
        label = _label("".join(self._label), self._font) or self.label
        return Line(joined(self.pieces), label, level, style, self._bold is True, (), place)

    @property
    def numbered(self) -> bool:
        """Whether Word wrote a number or a bullet in front of it."""
        return bool(self._label)

    def _add(self, text: str, href: str | None) -> None:
        self.began = True
        self.pieces.append((text, href))

    def _strip(self) -> None:
        while self.pieces and self.pieces[-1][0].endswith(" "):
            text, href = self.pieces.pop()
            if text := text.rstrip(" "):
                self.pieces.append((text, href))

    def _number_before(self, gap: str) -> None:
        """Take what stands before a gap for the number or bullet that Word wrote there."""
        before = "".join(text for text, _ in self.pieces[: _LONGEST_LABEL + 1])
        if self._label or gap.strip(_EDGE) or not 0 < len(before) <= _LONGEST_LABEL:
            return
        self._label.append(before)
        self.pieces.clear()
        self._bold = None


def _label(text: str, font: str) -> str:
    """Return a number as it is; a bullet, which may be a letter of a font of signs, as a bullet."""
    sign = text.strip(_EDGE)
    is_sign = not sign.isalnum() or sign in "o§" or font.startswith(_SIGN_FONTS)
    return bullet(sign) if len(sign) == 1 and is_sign else sign
