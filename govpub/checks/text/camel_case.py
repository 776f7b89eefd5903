"""text.camel-case: words have run together, or a name has a capital inside.

Wrong:  武陵源 => WulingYuan, as the meeting haspointed out
Right:  武陵源 => Wulingyuan, as the meeting has pointed out

Held by shape: a pinyin name in parts (WulingYuan, Wang XiaoMing), a function word before a capital (theGovernment), an
auxiliary before a participle (haspointed), a preposition before “the” (ofthe).

Traps: brands and units have capitals of their own: DeepSeek, iPhone, McKinsey, WeChat, kWh, BeiDou.
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
    r"|(?:of|in|to|on|and|for|from|with|by|at|that)the)\b"
)
_CAPITAL = pattern(r"(?<=[a-z])(?=[A-Z])")
_GLUED = pattern(rf"({_FUNCTION}|been|of|in|to|on|by|at)((?<=[a-z])[A-Z][a-z]+|the|[a-z]+ed)")
# Brands that are pinyin, and words that only look like two.
_OWN = frozenset(("BeiDou", "DiDi", "FaceTime", "hastened", "wassailed", "hashtagged", "bathe"))


def candidates(document: Document) -> set[int]:
    """Return the units with such a word."""
    return document.spaced.having(*filter(_SUSPECT.search, document.spaced.words))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each word that is two."""
    for side in sides(unit, context):
        if side.locale.east_asian:
            continue
        for found in _SUSPECT.finditer(side.bare):
            word = found[0]
            if word not in _OWN and (mend := _mend(word)):
                yield side.finding(
                    NAME,
                    found.span(),
                    _("“{word}” should probably be “{mend}”").format(word=word, mend=mend),
                    suggestion=mend,
                )


def _mend(word: str) -> str:
    """Return the word as it should be; empty where it may be a brand."""
    if word[0].isupper():
        return word.capitalize() if all(map(is_pinyin, _CAPITAL.split(word))) else ""
    glued = _GLUED.fullmatch(word)
    return f"{glued[1]} {glued[2]}" if glued else ""
