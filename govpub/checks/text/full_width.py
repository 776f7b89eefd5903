"""text.full-width: full-width marks, digits or letters stand in an English text.

Wrong:  出口增长８％，进口增长５％。 => Exports rose by ８％，imports by 5%．
Right:  出口增长8%，进口增长5%。 => Exports rose by 8%, imports by 5%.

Traps: “ ” ‘ ’ — … are the same characters in both languages. Marks within Chinese characters that were put into
brackets on purpose belong to them; 《 》 has a rule of its own (`text.book-marks`).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.full-width"

# CJK marks without 《》〈〉 and 〇, and the full-width forms of ASCII and of currency signs (U+FF00 to U+FFE6).
_WIDE = pattern("[\u3000-\u3002「-】〔〕〖〗\uff01-\uff61\uffe0-\uffe6]+")
_BESIDE_HAN = pattern(f"[{HAN}《》]")
_OTHERS = str.maketrans("、。「」『』【】〔〕〖〗￥～", ",.“”‘’[][][]¥–")
_SPACE_BEHIND = frozenset(",.;:!?)]”")
_SPACE_BEFORE = frozenset("([“")


def candidates(document: Document) -> set[int]:
    """Return the units with a full-width character in an English text."""
    return document.spaced.having_characters(_WIDE)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each run of full-width characters."""
    for side in sides(unit, context):
        if side.locale.east_asian or not _WIDE.search(side.text):
            continue
        text = side.text
        for run in _WIDE.finditer(text):
            before, behind = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
            if _BESIDE_HAN.match(before) or _BESIDE_HAN.match(behind):
                continue
            mend = _narrow(run[0], before, behind)
            yield side.finding(
                NAME,
                run.span(),
                _("full-width characters in the {language} text: {text}").format(
                    language=side.locale.endonym, text=run[0]
                ),
                severity=Severity.ERROR,
                fix=mend,
            )


def _narrow(wide: str, before: str, behind: str) -> str:
    """Return the same in ASCII, with the spaces that English wants around it."""
    narrow = unicodedata.normalize("NFKC", wide.translate(_OTHERS))
    if narrow[-1] in _SPACE_BEHIND and behind.isalnum() and not (before.isdigit() and behind.isdigit()):
        narrow += " "
    if narrow[0] in _SPACE_BEFORE and before.isalnum():
        narrow = " " + narrow
    return narrow
