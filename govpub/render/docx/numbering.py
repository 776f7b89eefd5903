"""Lists as Word counts them: each list is an instance of one of six definitions, with a start of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.render.docx.xml import Element, part_bytes, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.locales import Locale
    from govpub.render.docx.preset import Preset

__all__ = ["DEEPEST", "Numbering", "item_indent"]

DEEPEST = 8
"""The ninth level; WordprocessingML has no more (ECMA-376-1, 17.9.6)."""

# Levels of Chinese lists below "1.": GB/T 9704-2012 7.3.3 has （1）, GB/T 15835 usage goes on with ①.
_EAST_ASIAN_NUMBERS = (("decimal", "%{}."), ("decimal", "（%{}）"), ("decimalEnclosedCircle", "%{}"))
_LATIN_NUMBERS = (("decimal", "%{}."), ("lowerLetter", "(%{})"), ("lowerRoman", "%{}."))
# GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）.
_EAST_ASIAN_HEADINGS = (
    ("chineseCountingThousand", "%{}、"),
    ("chineseCountingThousand", "（%{}）"),
    ("decimal", "%{}."),
    ("decimal", "（%{}）"),
    ("decimalEnclosedCircle", "%{}"),
)
_LATIN_HEADINGS = (
    ("upperRoman", "%{}."),
    ("upperLetter", "%{}."),
    ("decimal", "%{}."),
    ("decimal", "(%{})"),
    ("lowerLetter", "%{}."),
)
_HEADINGS = 2
_BULLETS = ("•", "–", "▪")


class Numbering:
    """Collects the lists of a document."""

    def __init__(self, preset: Preset) -> None:
        """Begin without a list."""
        self._preset = preset
        self._lists: list[tuple[int, int, int]] = []

    def add(self, *, ordered: bool, start: int, level: int, locale: Locale) -> int:
        """Return the number (`w:numId`) of a new list whose items begin with `start`."""
        self._lists.append((2 * ordered + locale.east_asian, level, start if ordered else 1))
        return len(self._lists)

    def add_headings(self, locale: Locale) -> int:
        """Return the number of a new list that numbers headings from one."""
        self._lists.append((4 + locale.east_asian, 0, 1))
        return len(self._lists)

    def part(self) -> bytes:
        """Return numbering.xml."""
        definitions = (self._definition(number) for number in range(6 if self._preset.official else 4))
        return part_bytes(w("numbering", *definitions, *(self._instance(i) for i in range(len(self._lists)))))

    def _definition(self, number: int) -> Element:
        kind, east_asian = divmod(number, 2)
        if kind == _HEADINGS:
            levels = _heading_levels(east_asian=bool(east_asian))
            return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)
        levels = (self._level(level, ordered=bool(kind), east_asian=bool(east_asian)) for level in range(9))
        return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)

    def _level(self, level: int, *, ordered: bool, east_asian: bool) -> Element:
        style, pattern = "bullet", _BULLETS[level % 3]
        if ordered:
            style, pattern = (_EAST_ASIAN_NUMBERS if east_asian else _LATIN_NUMBERS)[level % 3]
            pattern = pattern.format(level + 1)
        if self._preset.official:
            indent = w("ind", left=level * self._preset.em, firstLineChars=200, firstLine=2 * self._preset.em)
            follow = w("suff", val="nothing" if ordered and east_asian else "space")
        else:
            left, hanging = item_indent(self._preset, level, east_asian=east_asian)
            indent, follow = w("ind", left=left, hanging=hanging), None
        # A bullet of the text's own Latin font: a symbol font would be one more thing that may not be there.
        font = w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", cs="Times New Roman", hint="default")
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=style),
            follow,
            w("lvlText", val=pattern),
            w("lvlJc", val="left"),
            w("pPr", indent),
            w("rPr", font),
            ilvl=level,
        )

    def _instance(self, index: int) -> Element:
        definition, level, start = self._lists[index]
        restart = w("lvlOverride", w("startOverride", val=start), ilvl=level)
        return w("num", w("abstractNumId", val=definition), restart, numId=index + 1)


def _heading_levels(*, east_asian: bool) -> Iterator[Element]:
    for level, (style, pattern) in enumerate(_EAST_ASIAN_HEADINGS if east_asian else _LATIN_HEADINGS):
        yield w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=style),
            w("suff", val="nothing" if east_asian else "space"),
            w("lvlText", val=pattern.format(level + 1)),
            w("lvlJc", val="left"),
            None if east_asian else w("rPr", w("b"), w("bCs")),
            ilvl=level,
        )


def item_indent(preset: Preset, level: int, *, east_asian: bool) -> tuple[int, int]:
    """Return where the text of an item begins, and how far its number hangs out to the left of it, in twips.

    Chinese numbers begin where paragraphs do, two characters in.
    """
    hanging = preset.em * 7 // 4 if east_asian and level else preset.em * 5 // 4
    first = 2 * preset.em if east_asian else preset.em // 2
    return first + hanging + level * preset.em * 7 // 4, hanging
