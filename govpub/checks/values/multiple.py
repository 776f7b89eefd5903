"""values.multiple: times as much, and times more, are mixed up.

增长2倍 is three times as much: tripled, up 200 percent. 是2倍, 增长到2倍 and 翻一番 are twice as much: doubled; 翻两番
is four times. It is a warning, for “two times more” is read both ways.

Wrong:  增长2倍 => doubled
Right:  增长2倍 => tripled

Traps: 是2015年的两倍 is twice; “grew two-fold” is left alone for both readings; 倍增 and 倍加 are no numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import disagreements, presence
from govpub.model.finding import Severity
from govpub.model.value import Measure, Number
from govpub.values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

NAME = "values.multiple"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each multiple that differs or that only one text has."""
    yield from disagreements(NAME, unit, context, Outcome.MULTIPLE, Severity.WARNING)
    yield from presence(NAME, unit, context, _holds, Severity.WARNING)


def _holds(value: Value) -> bool:
    return isinstance(value, Number) and value.measure is Measure.MULTIPLE
