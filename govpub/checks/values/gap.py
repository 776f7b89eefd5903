"""values.gap: a figure or a date has fallen out of the translation, and left a hole.

Where a figure was cut out, or was never filled in, English has a preposition or a month before a mark, Chinese a
percent sign after a word.

Wrong:  2015年汇率保持稳定，全年…… => Exchange rates were stable in , and throughout the year…
Right:  2015年汇率保持稳定，全年…… => Exchange rates were stable in 2015, and throughout the year…

Traps: a bracket may follow a preposition where it lists or names something: in (a), of (or near) the river.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import values
from govpub.messages import _
from govpub.values import SIGNS, gap_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.gap"


def candidates(document: Document) -> set[int]:
    """Return the units whose target may have a hole."""
    return document.target.having(*SIGNS[document.context.target.tag])


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for the first hole in a target whose source states something."""
    place = gap_in(unit.target, context.document.target)
    if place is None:
        return
    source, _target = context.once(values, unit)
    if source:
        yield context.finding(
            NAME,
            unit,
            _("a figure or a date has fallen out before “{mark}”").format(mark=unit.target[slice(*place)]),
            target=place,
        )
