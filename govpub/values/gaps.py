"""Signs that a figure or a date fell out of a sentence: `in , the economy`, `in we launched`, 增长%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.locales import EN, ZH_CN
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from govpub.locales import Locale

__all__ = ["GAPS", "SIGNS", "gap_in", "has_gap"]

_WORDS = [
    "in",
    "of",
    "since",
    "until",
    "during",
    "throughout",
    "from",
    "by",
    "over",
    "under",
    "around",
    "nearly",
    "than",
]
_BEFORE = (*_WORDS, *(word.capitalize() for word in _WORDS))
_NEVER_AFTER_IN = [
    "we",
    "they",
    "he",
    "she",
    "thanks",
    "despite",
    "reflecting",
    "representing",
    "compared",
    "though",
    "although",
    "while",
    "whereas",
]
_NEVER_AFTER_END_OF = ["well", "below", "above", "to", "from", "with", "was", "is", "by", "as", "in", "at"]
_NEVER_AFTER_RATE_OF = ["to", "with", "was", "is", "by", "in"]
GAPS: Mapping[str, re.Pattern[str]] = {
    # A space before a mark, or a bracket after a preposition, unless it lists or names something: in (a), in (or near).
    EN.tag: pattern(
        r"(?<=[a-z]) (?P<gap>[,.;:](?![\w,.;:)'’”\"/-]| \.))"
        rf"|\b(?:{'|'.join(_BEFORE)}) (?P<bracket>\((?![a-z0-9]{{1,4}}\)|[^)]{{0,60}}\b(?:and|or)\b))"
        r"|[A-Za-z(] (?P<closing>\))|(?P<empty>\(\))"
        rf"|\b(?:[Ii]n|[Dd]uring) (?P<word>{'|'.join(_NEVER_AFTER_IN)})\b|\b[Ff]or (?P<whole>as a whole)\b"
        rf"|\b(?:end|half|quarter|beginning|start) of (?P<of_year>{'|'.join(_NEVER_AFTER_END_OF)})\b"
        rf"|\b(?:average|rate|total|increase|decrease|rise|fall) of (?P<amount>{'|'.join(_NEVER_AFTER_RATE_OF)})\b"
        r"|\b(?:of|by|to|at|from|about|around|over|nearly|than) (?P<percent>%)"
    ),
    # 增长%; 2024年月5日, 年月5日.
    ZH_CN.tag: pattern(r"(?<=[\u4e00-\u9fff])(?P<sign>[%％‰])(?=[，。；、的])|(?<=年)(?P<month>月(?=[0-9日]))"),
}
"""By the tag of a language, the places where a figure or a date must have stood, the group the mark after it."""

SIGNS: Mapping[str, tuple[str, ...]] = {
    EN.tag: (
        *(" ,", " .", " ;", " :", " )", "()", " %", "or as a whole"),
        *(f"{word} (" for word in _BEFORE),
        *(f"{word} {other}" for word in ("in", "In", "uring") for other in _NEVER_AFTER_IN),
        *(f" of {other}" for other in {*_NEVER_AFTER_END_OF, *_NEVER_AFTER_RATE_OF}),
    ),
    ZH_CN.tag: (*(f"{sign}{mark}" for sign in "%％‰" for mark in "，。；、的"), "年月"),
}
"""Strings one of which every such place has: they are looked for first, all at once."""

# Less certain: a preposition before another one or before a verb, which it may well be (lower than in 2020).
_GAP = pattern(
    r"[A-Za-z)][ \u00a0][,.;:)](?![\w.])|\([ \u00a0]?\)"
    r"|\b(?:in|of|since|until|till|during|throughout|end-|mid-)[ \u00a0]"
    r"(?:to|of|in|from|for|with|and|was|were|has|have|had|as|by|on|because|but|is|are|despite|due|compared)\b"
    r"|\bthan[ \u00a0](?:to|and|has|have|had|because|but|despite|due|compared)\b"
    r"|\b(?:in|of|since|than|until|during|throughout|for)[ \u00a0]?$"
)


def has_gap(text: str) -> bool:
    """Return whether an English text may have a place where a figure or a name was cut out."""
    return _GAP.search(text) is not None


def gap_in(text: str, locale: Locale) -> tuple[int, int] | None:
    """Return the mark before which a figure or a date has certainly fallen out of a text; the first, None for none."""
    found = GAPS[locale.tag].search(text)
    return found.span(found.lastgroup) if found is not None and found.lastgroup is not None else None
