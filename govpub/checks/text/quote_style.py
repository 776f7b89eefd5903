"""text.quote-style: straight quotation marks or apostrophes stand where a release sets “ ” and ’.

Wrong:  深刻领悟“两个确立” => understand the "two affirmations" and the province's tasks
Right:  深刻领悟“两个确立” => understand the “two affirmations” and the province’s tasks

Held where the curly form is certain, which `--fix` then puts: a mark between letters is an apostrophe, a pair around
words is a pair of quotation marks.

Traps: feet, inches, minutes and seconds (6'2", 30"), code and addresses keep their straight marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.quote-style"

_ANY = pattern("[\"'＂＇`´]")
_INNER = r"[^\"＂\n]+"
_PAIR = pattern(rf"(?<![0-9A-Za-z])[\"＂](?=\S)({_INNER})(?<=\S)[\"＂](?![0-9A-Za-z])")
_APOSTROPHE = pattern(rf"(?<=[A-Za-z])['´](?=[A-Za-z]|$|[^A-Za-z0-9{HAN}])|(?<=\s)'(?=[0-9]{{2}}s\b)")
_SINGLE = pattern(r"(?<![0-9A-Za-z])'(?=[A-Za-z])[^'\n]*(?<=[A-Za-z.,!?])'(?![A-Za-z])")


def candidates(document: Document) -> set[int]:
    """Return the units with a straight mark."""
    return document.source.having_characters(_ANY) | document.target.having_characters(_ANY)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each straight mark whose curly form is known."""
    for side in sides(unit, context):
        if not _ANY.search(side.bare):
            continue
        outer_open, outer_close, inner_open, inner_close = side.locale.quotes
        for pair in _PAIR.finditer(side.bare):
            yield _finding(side, pair.start(), outer_open)
            yield _finding(side, pair.end() - 1, outer_close)
        if side.locale.east_asian:
            continue
        singles = {place for found in _SINGLE.finditer(side.bare) for place in (found.start(), found.end() - 1)}
        for place in sorted({found.start() for found in _APOSTROPHE.finditer(side.bare)} | singles):
            opens = (
                place in singles
                and not side.bare[place - 1 : place].isalnum()
                and side.bare[place + 1 : place + 2].isalpha()
            )
            yield _finding(side, place, inner_open if opens else inner_close)


def _finding(side: Side, place: int, mend: str) -> Finding:
    mark = side.text[place]
    message = _("a straight mark ({mark}) in place of {mend}").format(mark=mark, mend=mend)
    return side.finding(NAME, (place, place + 1), message, fix=mend)
