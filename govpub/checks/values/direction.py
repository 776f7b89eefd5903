"""values.direction: a figure rises in one text and falls in the other.

The words directly beside the two figures are compared: 增长, 上升, 提高, 高 with up, rose, grew, higher, and 下降,
减少, 负增长, 低 with down, fell, declined, lower. The figures of a change (由…到…, from … to …) may not be exchanged.

Wrong:  同比下降2.5% => rose 2.5 percent year on year
Right:  同比下降2.5% => fell 2.5 percent year on year
Wrong:  由35.7%提高到40.3% => from 40.3 percent to 35.7 percent
Right:  由35.7%提高到40.3% => from 35.7 percent to 40.3 percent

Traps: 降幅收窄1.3个百分点 is a smaller decline; 由涨转降 has both; 降至5% is a level, no movement;
少增230亿元 is less than before, though it rose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import disagreements
from govpub.values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.direction"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each figure that moves the other way."""
    yield from disagreements(NAME, unit, context, Outcome.DIRECTION)
