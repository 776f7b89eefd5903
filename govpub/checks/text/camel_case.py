"""text.camel-case: words have run together, or a name has a capital inside.

Wrong:  武陵源 => WulingYuan, as the meeting haspointed out
Right:  武陵源 => Wulingyuan, as the meeting has pointed out

Held by shape: a pinyin name in parts (WulingYuan, Wang XiaoMing), a function word before a capital (theGovernment), an
auxiliary before a participle (haspointed), a preposition before “the” (ofthe), a word of reports before another or
before a name (meetingHeard, visitedChengdu).

Traps: brands and units have capitals of their own: DeepSeek, iPhone, McKinsey, WeChat, kWh, BeiDou, openEuler; what the
other text writes in the same way is a name, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.pinyin import is_pinyin
from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.camel-case"

_FUNCTION = "the|and|for|with|from|that|which|was|were|are|has|have|had|will|this"
_SUSPECT = pattern(
    r"\b(?:[A-Z][a-z]{1,11}(?:[A-Z][a-z]{1,11}){1,3}"
    rf"|(?:{_FUNCTION})[A-Z][a-z]{{2,}}"
    r"|(?:has|have|had|was|were|been)[a-z]{3,}ed"
    r"|(?:of|in|to|on|and|for|from|with|by|at|that)the"
    r"|[a-z]{2,}[A-Z][a-z]+)\b"
)
_CAPITAL = pattern(r"(?<=[a-z])(?=[A-Z])")
_GLUED = pattern(r"(has|have|had|was|were|been|of|in|to|on|and|for|from|with|by|at|that)(the|[a-z]+ed)")
_TWO_WORDS = pattern(r"([a-z]{2,})([A-Z][a-z]+)")
_FUNCTION_WORDS = frozenset(_FUNCTION.split("|"))
# What reports are full of, and no product begins with, as products do with open, my or smart.
_PREPOSITIONS = frozenset(("in", "on", "at", "to", "of", "by", "near", "via", "as"))
_COMMON = frozenset(
    (
        *("city", "cities", "congress", "conference", "council", "country", "county", "committee", "department"),
        *("district", "economy", "enterprise", "enterprises", "festival", "forum", "government", "governor"),
        *("industry", "leader", "leaders", "mayor", "minister", "ministry", "month", "office", "officials", "party"),
        *("people", "percent", "police", "premier", "president", "province", "reform", "report", "reporters"),
        *("residents", "secretary", "session", "spokesperson", "state", "town", "village", "workers", "year"),
        *("years", "yuan"),
    )
)
_FOLLOWING = frozenset(
    (
        *("added", "also", "attended", "began", "called", "drew", "fell", "gave", "grew", "heard", "held", "made"),
        *("met", "noted", "rose", "said", "saw", "should", "stressed", "told", "took", "urged", "visited", "will"),
        *("would", "were", "was", "has", "have", "had", "is", "are", "the", "this", "that", "these", "those", "it"),
        *("they", "he", "she", "we", "and", "but", "from", "with", "when", "while", "after"),
        *("before", "according"),
    )
)
_FORMED = pattern("[a-z]{2,}(?:ing|ed|tion|tions|sion|ment|ments|ness|ance|ence|ities|ity|ly|ism|ship)")
_NAMED = 6
"""Letters that a pinyin name has that is no English word: Beijing, not Time."""
# Brands that are pinyin, and words that only look like two.
_OWN = frozenset(("BeiDou", "DiDi", "FaceTime", "SenseTime", "hastened", "wassailed", "hashtagged", "bathe"))


def candidates(document: Document) -> set[int]:
    """Return the units with such a word."""
    return document.spaced.having(*filter(_SUSPECT.search, document.spaced.words))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each word that is two."""
    source, target = sides(unit, context)
    for side in (source, target):
        if side.locale.east_asian:
            continue
        other = (target if side is source else source).text
        for found in _SUSPECT.finditer(side.bare):
            word = found[0]
            if word not in _OWN and (mend := _mend(word, other)):
                yield side.finding(
                    NAME,
                    found.span(),
                    _("“{word}” should probably be “{mend}”").format(word=word, mend=mend),
                    suggestion=mend,
                )


def _mend(word: str, other: str) -> str:
    """Return the word as it should be; empty where it may be a brand: `other` is the text in the other language."""
    if word[0].isupper():
        return word.capitalize() if all(map(is_pinyin, _CAPITAL.split(word))) else ""
    two = _TWO_WORDS.fullmatch(word)
    if two is None:
        two = _GLUED.fullmatch(word)
    elif two[1] not in _FUNCTION_WORDS and (word in other or not _are_words(two[1], two[2])):
        two = None
    return f"{two[1]} {two[2]}" if two else ""


def _are_words(first: str, second: str) -> bool:
    """Return whether these are English words, or a name that follows one."""
    name = len(second) >= _NAMED and is_pinyin(second)
    if first in _PREPOSITIONS:
        return name
    if first not in _COMMON and _FORMED.fullmatch(first) is None:
        return False
    lower = second.lower()
    return name or lower in _COMMON or lower in _FOLLOWING
