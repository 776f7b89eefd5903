r"""text.invisible: a character that nobody sees, or that no font has, stands in the text.

Controls of direction, zero-width characters, byte order marks, tag characters, private use, controls and U+FFFD; the
Japanese ・ (U+30FB) in place of ·; no-break spaces beside Chinese characters.

Wrong:  防汛会议 => flood\u200Bcontrol meeting
Right:  防汛会议 => flood control meeting

Traps: Uyghur, Arabic, Persian, Mongolian, Tibetan and Indic letters need joiners and marks of direction, emoji are
joined by U+200D; rare ideographs such as 𠮷 and their variation selectors are characters like others; a no-break space
between a figure and its unit is good English typography.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.invisible"

_LOST = "\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
_ZERO_WIDTH = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_SUSPECT = pattern(f"[{_ZERO_WIDTH}]+|[{_LOST}]+|[\u30fb\uff65]|[\u00a0\u202f\u2007]+")
_JOINS = "\u200c\u200d\u034f"
_DIRECTS = "\u200e\u200f\u061c"
_JOINED = pattern(  # Arabic and its kin, Indic scripts, Tibetan, Burmese, Khmer, Mongolian; emoji
    "[\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb1d-\ufdff\ufe70-\ufefe"
    "\u2600-\u27bf\u2b50\ufe0f\U0001f000-\U0001faff]"
)
_RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_FLAG = "\U0001f3f4"
_HAN = pattern(f"[{HAN}，。、；：！？《》（）“”]")


def candidates(document: Document) -> set[int]:
    """Return the units with such a character."""
    return document.source.having_characters(_SUSPECT) | document.target.having_characters(_SUSPECT)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each run of such characters."""
    for side in sides(unit, context):
        if side.text.isascii() and side.text.isprintable():
            continue
        for found in _SUSPECT.finditer(side.text):
            yield from _judged(side, found)


def _judged(side: Side, found: re.Match[str]) -> Iterator[Finding]:
    text, first = side.text, found[0][0]
    before, behind = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    beside_han = bool(_HAN.match(before) or _HAN.match(behind))
    if first in "\u00a0\u202f\u2007":
        if side.locale.east_asian and beside_han:
            message = _("a no-break space beside Chinese characters")
            yield side.finding(NAME, found.span(), message, fix="")
        return
    if first in "\u30fb\uff65":
        if beside_han:
            message = _("a Japanese middle dot ({code}) in place of ·").format(code=_code(first))
            yield side.finding(NAME, found.span(), message, severity=Severity.ERROR, fix="·")
        return
    if first == "\ufffc" or _wanted(text, found):
        return
    lost = re.match(f"[{_LOST}]", first)
    message = (
        _("a character that not every font has: {code}") if lost else _("a character that cannot be seen: {code}")
    ).format(code=", ".join(dict.fromkeys(map(_code, found[0][:4]))))
    harmless = not lost and not _RIGHT_TO_LEFT.search(text)
    spaces = first in "\u2028\u2029\x0b\x0c\x85"
    yield side.finding(
        NAME,
        found.span(),
        message,
        severity=Severity.ERROR,
        fix=(" " if spaces and side.locale.spaces_words else "") if harmless else None,
    )


def _wanted(text: str, found: re.Match[str]) -> bool:
    """Return whether a script or an emoji needs the characters."""
    before, behind = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    if all(character in _JOINS for character in found[0]):
        return bool(_JOINED.match(before) or _JOINED.match(behind))
    if all(character in _DIRECTS + "\u2066\u2067\u2068\u2069" for character in found[0]):
        return bool(_RIGHT_TO_LEFT.search(text))
    return before == _FLAG and found[0][-1] == "\U000e007f"


def _code(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
