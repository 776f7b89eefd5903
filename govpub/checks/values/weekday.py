"""values.weekday: a weekday differs, is missing, or is not that of its date.

Where a weekday stands beside a date, the two must agree by the calendar; a date without a year is of the document's.

Wrong:  12月25日（星期三） => Tuesday, December 25, 2024
Right:  12月25日（星期三） => Wednesday, December 25, 2024
Wrong:  2022年9月6日上午 => on Monday morning
Right:  2022年9月6日上午 => on Tuesday morning

Traps: 周年, 一周 and 周边 are no weekdays; news English may name the weekday of a date that Chinese gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import presence, values
from govpub.messages import _
from govpub.model.value import Calendar, CalendarKind
from govpub.values import rendering, weekdays_of_no_day, wrong_weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

NAME = "values.weekday"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each weekday that differs, and for each that its date does not fall on."""
    yield from presence(NAME, unit, context, _holds)
    source, target = context.once(values, unit)
    document = context.document
    for weekday, right in wrong_weekdays(target, document.day):
        yield context.finding(
            NAME,
            unit,
            _("“{weekday}” is not the weekday of its date").format(weekday=unit.target[weekday.start : weekday.end]),
            source=(0, 0),
            target=(weekday.start, weekday.end),
            suggestion=rendering(weekday._replace(value=right), document.target),
        )
    for weekday, right in weekdays_of_no_day(source, target, document.day):
        yield context.finding(
            NAME,
            unit,
            _("“{weekday}” is not the weekday of a date in the source").format(
                weekday=unit.target[weekday.start : weekday.end]
            ),
            source=(0, 0),
            target=(weekday.start, weekday.end),
            suggestion=rendering(weekday._replace(value=right), document.target),
        )
    for weekday, _right in wrong_weekdays(source, document.day):
        yield context.finding(
            NAME,
            unit,
            _("“{weekday}” of the source is not the weekday of its date").format(
                weekday=unit.segment.text[weekday.start : weekday.end]
            ),
            source=(weekday.start, weekday.end),
            target=(0, 0),
        )


def _holds(value: Value) -> bool:
    return isinstance(value, Calendar) and value.kind is CalendarKind.WEEKDAY
