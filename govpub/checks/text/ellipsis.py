"""text.ellipsis: an ellipsis in a Chinese text is not …… (six dots, GB/T 15834-2011, 4.11).

Wrong:  He paused … => 他停顿了一下...
Right:  He paused … => 他停顿了一下……

Traps: English phrases within the text keep their own dots; …… with 等 behind it says the same twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.ellipsis"

_DOT = pattern("[.．…·・•]")
_DOTS = pattern("。{2,}|[.．]{3,}|…+(?:等|等等)?|[·・•]{3,}")
_HAN = pattern(f"[{HAN}]")
_CHINESE = pattern(f"[{HAN}，。、；：！？“”‘’《》（）]")


def candidates(document: Document) -> set[int]:
    """Return the units with dots in a Chinese text."""
    return document.wide.having("。。") | document.wide.having_characters(_DOT)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each ellipsis in another form."""
    for side in sides(unit, context):
        if not side.locale.east_asian or not _DOTS.search(side.bare):
            continue
        for dots in _DOTS.finditer(side.bare):
            if dots[0] in ("……", "…………") or not _in_chinese(side.bare, dots):
                continue
            double = dots[0].endswith("等")
            yield side.finding(
                NAME,
                dots.span(),
                _("…… and 等 say the same: one of them is enough")
                if double
                else _("a Chinese ellipsis is ……, not {text}").format(text=dots[0]),
                suggestion="等" if double else "……",
                fix=None if double else "……",
            )


def _in_chinese(text: str, dots: re.Match[str]) -> bool:
    before, behind = text[max(0, dots.start() - 1) : dots.start()], text[dots.end() : dots.end() + 1]
    if dots[0][0] == "。" or _HAN.match(behind):
        return True
    return bool(_CHINESE.match(before) or (not before.isalnum() and _CHINESE.match(behind)))
