"""text.length: one text is much longer or shorter than the other.

English words to Chinese characters and figures, in texts of more than 40 Chinese characters: between 0.35 and 1.2.
Below it, something was probably left out; above it, something was added.

Wrong:  a paragraph of a hundred characters => its first sentence
Right:  a paragraph of a hundred characters => sixty-five words

Traps: tables, lists of names and of figures have ratios of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.length"

_HAN = pattern(f"[{HAN}]+")
_LEAST_HAN = 40
_LOWEST, _HIGHEST = 0.35, 1.2
_FIGURE = pattern("[0-9][0-9.,]*")
_ODD = pattern(f"[0-9A-Za-z|]|[{HAN}]{{1,4}}、")
_ODD_SHARE = 0.3
"""Above it a text is a list of names or figures, or half of it is Latin."""


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding where the ratio is out of bounds."""
    both = sides(unit, context)
    wide = next((side for side in both if side.locale.east_asian), None)
    spaced = next((side for side in both if side.locale.spaces_words), None)
    if wide is None or spaced is None or len(wide.bare) <= _LEAST_HAN or unit.segment.role == "cell":
        return
    han = sum(map(len, _HAN.findall(wide.bare)))
    if han <= _LEAST_HAN:
        return
    words = len(spaced.bare.split())
    figures = len(_FIGURE.findall(wide.bare)) if words > _HIGHEST * han else 0
    if _LOWEST * han <= words <= _HIGHEST * (han + figures):
        return
    odd = _ODD.findall(wide.bare)
    if sum(map(len, odd)) > _ODD_SHARE * len(wide.bare):
        return
    yield context.finding(
        NAME,
        unit,
        _("{words} English words for {han} Chinese characters: is something left out, or added?").format(
            words=words, han=han
        ),
        severity=Severity.WARNING,
        target=(0, len(unit.target)),
    )
