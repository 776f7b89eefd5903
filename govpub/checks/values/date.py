"""values.date: a day or a time of day differs, or one text lacks it.

Wrong:  12月17日 => December 7
Right:  12月17日 => December 17

Traps: a day may be told by its relation (次日, the next day); the month of a range may stand once (8日至9日 => from
July 8 to 9); a year that both texts leave out is that of the document.
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

NAME = "values.date"

_KINDS = frozenset((CalendarKind.DAY, CalendarKind.TIME))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each day or time that is missing, added or different."""
    yield from presence(NAME, unit, context, _holds)


def _holds(value: Value) -> bool:
    return isinstance(value, Calendar) and value.kind in _KINDS
