"""values.period: a month, quarter, half-year, year, Five-Year Plan or lunar month differs, or one text lacks it.

Wrong:  前三季度 => in the third quarter
Right:  前三季度 => in the first three quarters

Traps: a year may be told by its relation (去年, last year) and need not be repeated; “十四五” is the 14th Five-Year
Plan, 五一 is a holiday; 12个月 is no December.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import presence
from govpub.model.value import Calendar, CalendarKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

NAME = "values.period"

_OTHERS = frozenset((CalendarKind.DAY, CalendarKind.TIME, CalendarKind.WEEKDAY))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each period that is missing, added or different."""
    yield from presence(NAME, unit, context, _holds, may_be_implied=True)


def _holds(value: Value) -> bool:
    return isinstance(value, Calendar) and value.kind not in _OTHERS
