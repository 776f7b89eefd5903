"""Weekdays held against the dates beside which they stand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.model.value import Value

__all__ = ["wrong_weekdays"]

_BESIDE = 4
"""Characters at most between a weekday and its date: 12月25日（星期三）, Wednesday, December 25, 2024."""


def wrong_weekdays(values: Sequence[Value], day: dt.date | None) -> Iterator[tuple[Calendar, int]]:
    """Yield each weekday that its date does not fall on, with the right one; Monday is 1.

    A date without a year is of the year of `day`, the document's own; without one it is left alone.
    """
    dates = [value for value in values if isinstance(value, Calendar)]
    for place, value in enumerate(dates):
        if value.kind is not CalendarKind.WEEKDAY:
            continue
        around = dates[max(0, place - 2) : place + 3]
        beside = _beside(value, around)
        if beside is None:
            continue
        year = next((each.value for each in around if each.kind is CalendarKind.YEAR and _near(each, beside)), 0)
        right = _weekday(year or (day.year if day is not None else 0), beside)
        if right and right != value.value:
            yield value, right


def _beside(weekday: Calendar, around: Sequence[Calendar]) -> Calendar | None:
    return next(
        (each for each in around if each.kind is CalendarKind.DAY and each.month and _near(weekday, each)), None
    )


def _near(one: Calendar, other: Calendar) -> bool:
    return 0 <= max(one.start - other.end, other.start - one.end) <= _BESIDE


def _weekday(year: int, date: Calendar) -> int:
    """Return the weekday of a date; 0 where there is no such day."""
    try:
        return dt.date(year, date.month, date.value).isoweekday()
    except ValueError:
        return 0
