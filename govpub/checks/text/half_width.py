"""text.half-width: English punctuation stands beside Chinese characters.

Wrong:  The economy grew steadily, => 经济平稳增长,
Right:  The economy grew steadily, => 经济平稳增长，

Brackets are held to it where what they enclose is Chinese: 办公室（以下简称省政府办）, but 办公室(GO).

Traps: decimals and thousands (8.5%, 1,260), times (10:30), ratios (1:500), addresses, English phrases and the labels of
lists, (1), (a), 1., stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.half-width"

_WIDE = {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_BEFORE = f"[{HAN}％”’》）】〕」]"
_ANY = pattern(r"[,.:;!?()]")
_HAN = pattern(f"[{HAN}]")
_MARK = pattern(
    rf"(?<={_BEFORE})[,:;!?]"
    rf"|[,:;!?](?= ?[{HAN}“《（])"
    rf"|(?<={_BEFORE})\.(?= ?(?:[{HAN}”’」]|$))"
    rf"|(?<=[0-9]%)\.(?= ?(?:[{HAN}”’」]|$))"
)
_BRACKETS = pattern(r"[(（]([^()（）\n]*)[)）]")
_LABEL = pattern(r"[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}")


def candidates(document: Document) -> set[int]:
    """Return the units with such a mark in a Chinese text."""
    return document.wide.having_characters(_ANY)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each mark that should be full-width."""
    for side in sides(unit, context):
        if not side.locale.east_asian or not _ANY.search(side.bare) or not _HAN.search(side.bare):
            continue
        places = [found.start() for found in _MARK.finditer(side.bare)]
        places += _brackets(side.bare)
        for place in sorted(places):
            mark = side.text[place]
            yield side.finding(
                NAME,
                (place, place + 1),
                _("half-width punctuation beside Chinese characters: {mark}").format(mark=mark),
                fix=_WIDE[mark],
            )


def _brackets(text: str) -> Iterator[int]:
    """Yield where a half-width bracket stands around Chinese characters, or closes a full-width one."""
    for found in _BRACKETS.finditer(text):
        half = [place for place in (found.start(), found.end() - 1) if text[place] in "()"]
        if len(half) == 1 or (half and _HAN.search(found[1]) and not _LABEL.fullmatch(found[1])):
            yield from half
