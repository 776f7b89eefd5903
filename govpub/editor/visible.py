"""What a terminal must not act on, shown one character for one character, so that places in the text stay the same.

A catalog is somebody else's file: escapes, bidirectional controls (Unicode TR 36) and zero-width characters in it would
move the cursor, rearrange the line or hide. They are shown as symbols; the text itself is not changed.
"""

from __future__ import annotations

__all__ = ["HIDDEN", "visible", "without_controls"]

_SYMBOL = "¿"
"""Stands for a hidden character that has no picture of its own."""
_KEPT = "\n"

HIDDEN = frozenset(
    chr(code)
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        0xAD,
        0x61C,
        *range(0x200B, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    )
) - {_KEPT}
"""Characters that are shown as a symbol: controls, bidirectional marks, joiners of no width, tags."""

_PICTURES = {ord(character): _SYMBOL for character in HIDDEN}
_PICTURES |= {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡", 0x09: "→", 0x2028: "␤", 0x2029: "␤"}
_PICTURES |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
_LINE_FEED = {0x0A: "⏎"}
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000))


def visible(text: str, *, lines: bool = False) -> str:
    """Return `text` with a symbol in place of each hidden character; a line feed too unless there are `lines`."""
    shown = text.translate(_PICTURES) if not text.isascii() or not text.isprintable() else text
    if lines:
        return shown.replace("␊", "\n")
    return shown.replace("␊", "⏎").replace("\n", "⏎")


def without_controls(text: str) -> str:
    """Return what is pasted without control characters and lone surrogates; tabs become spaces."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).replace("\t", " ")
