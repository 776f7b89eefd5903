"""values.direction: a figure rises in one text and falls in the other.

The words directly before the two figures are compared: 增长, 上升, 提高 with up, rose, grew, and 下降, 减少, 负增长
with down, fell, declined.

Wrong:  同比下降2.5% => rose 2.5 percent year on year
Right:  同比下降2.5% => fell 2.5 percent year on year

Traps: 降幅收窄1.3个百分点 is a smaller decline; 由涨转降 has both; 降至5% is a level, no movement.
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
