"""Characters of the fonts Symbol and Wingdings, which files hold in the private use area.

The layouts are those of the fonts' own encodings; of Wingdings only what stands in lists and forms.
"""

from __future__ import annotations

from planctl.patterns import late

_PRIVATE = late("[\uf020-\uf0ff]")
_SYMBOL_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf0f0⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL = dict(enumerate(_SYMBOL_LOW, 0x20)) | dict(enumerate(_SYMBOL_HIGH, 0xA0))
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
    0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_LAYOUTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_DASHES = frozenset("-–—−‐‑‒―\uf02d\uf0be")


def shown(text: str, font: str) -> str:
    """Return the text with the private characters of ``font`` as those that a person sees."""
    layout = _LAYOUTS.get(font.lower().partition(" ")[0])
    if layout is None or not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: layout.get(ord(found[0]) - 0xF000, found[0]), text)


def symbol(code: str, font: str) -> str:
    """Return the character of a w:sym: ``code`` is its hexadecimal number."""
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return ""
    if number < 0x20 or 0xD800 <= number < 0xE000:
        return ""
    if number < 0x100 and font.lower().startswith(("symbol", "wingdings")):
        character = chr(number + 0xF000)
    return shown(character, font)


def bullet(sign: str) -> str:
    """Return the sign in front of a list's item as a dash ("–") or, whatever it is, a "•"."""
    return "–" if sign.strip() in _DASHES else "•"
