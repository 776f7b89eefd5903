"""text.book-marks: Chinese title marks 《 》 stand in an English text.

English sets titles of books and periodicals in italics, those of articles in quotation marks, and those of laws and
plans in plain capitals.

Wrong:  《条例》自1日起施行。 => The 《Regulations》 take effect on the first.
Right:  《条例》自1日起施行。 => The Regulations take effect on the first.

Traps: the marks around Chinese characters that were put into brackets on purpose belong to them, as in “the Regulations
(《条例》)”; code samples are left alone.
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

NAME = "text.book-marks"

_ANY = pattern("[《》〈〉]")
_MARKED = pattern("[《〈]([^《》〈〉]*)[》〉]|[《》〈〉]+")
_HAN = pattern(f"[{HAN}]")
_HAN_BESIDE = pattern(f"[{HAN}》》、，]")


def candidates(document: Document) -> set[int]:
    """Return the units with such a mark in an English text."""
    return document.spaced.having_characters(_ANY)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each title in 《》, and for each such mark alone."""
    for side in sides(unit, context):
        if side.locale.east_asian or not _MARKED.search(side.bare):
            continue
        for marked in _MARKED.finditer(side.bare):
            title = marked[1] or ""
            if _HAN.search(title) or (not marked[1] and _near_han(side.bare, marked)):
                continue
            yield side.finding(
                NAME,
                marked.span(),
                _("{language} has no title marks: {text}").format(language=side.locale.endonym, text=marked[0]),
                suggestion=side.text[marked.start(1) : marked.end(1)] if marked[1] else "",
            )


def _near_han(text: str, marked: re.Match[str]) -> bool:
    around = text[max(0, marked.start() - 1) : marked.start()] + text[marked.end() : marked.end() + 1]
    return bool(_HAN_BESIDE.search(around))
