"""Colours of a page, and how well they stand out from each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["READABLE", "Colour", "contrast", "lightened"]

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3, level AA)."""

_HEX = re.compile(r"#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))", re.IGNORECASE)
_LINEAR_BELOW = 0.04045
_STEPS = 50


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in sRGB, each part from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def read(cls, text: str) -> Colour | None:
        """Return the colour that `#rgb` or `#rrggbb` names, or None."""
        match = _HEX.fullmatch(text)
        if match is None:
            return None
        short, long = match.groups()[:3], match.groups()[3:]
        parts = [part * 2 for part in short if part] or [part for part in long if part]
        return cls(*(int(part, 16) for part in parts))

    @property
    def luminance(self) -> float:
        """Return its relative luminance, 0 for black to 1 for white (WCAG 2.2, definition)."""
        parts = (part / 255 for part in (self.red, self.green, self.blue))
        linear = [part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def __str__(self) -> str:
        """Return `#rrggbb`."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition)."""
    darker, lighter = sorted((first.luminance, second.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def lightened(colour: Colour, ground: Colour, least: float) -> Colour:
    """Return the colour mixed with as little white as gives it this contrast with a dark ground."""
    for step in range(_STEPS + 1):
        mixed = Colour(
            *(part + (255 - part) * step // _STEPS for part in (colour.red, colour.green, colour.blue)),
        )
        if contrast(mixed, ground) >= least:
            return mixed
    return Colour(255, 255, 255)
