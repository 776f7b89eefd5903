"""values.percentage-point: a difference in percentage points is told in percent, or the other way about.

From 5% to 5.5% is a rise of 0.5 percentage points, but of 10 percent. A basis point is a hundredth of a percentage
point.

Wrong:  提高0.5个百分点 => up 0.5 percent
Right:  提高0.5个百分点 => up 0.5 percentage points

Traps: 百分之五 is percent; 25个基点 may be told as 0.25 percentage points.
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

NAME = "values.percentage-point"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each number in the wrong measure."""
    yield from disagreements(NAME, unit, context, Outcome.POINT)
