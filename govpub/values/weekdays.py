"""Weekdays held against the dates beside which they stand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.model.value import Value

__all__ = ["weekdays_of_no_day", "wrong_weekdays"]

_BESIDE = 4
"""Characters at most between a weekday and its date: 12月25日（星期三）, Wednesday, December 25, 2024."""


def wrong_weekdays(values: Sequence[Value], day: dt.date | None) -> Iterator[tuple[Calendar, int]]:
    """Yield each weekday that its date does not fall on, with the right one; Monday is 1.

    A date without a year is the one nearest to `day`, the document's own; without that it is left alone.
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
        right = _weekday(beside, year, day)
        if right and right != value.value:
            yield value, right


def weekdays_of_no_day(
    source: Sequence[Value], target: Sequence[Value], day: dt.date | None
) -> Iterator[tuple[Calendar, int]]:
    """Yield each weekday by which the target tells a date of the source and which is that of none, with the last right.

    English news names the weekday where Chinese has 6日. A date without a year or a month is the one nearest to `day`;
    where one of them cannot be known, nothing is said.
    """
    ours = [value for value in source if isinstance(value, Calendar)]
    theirs = [value for value in target if isinstance(value, Calendar)]
    days = [value for value in ours if value.kind is CalendarKind.DAY]
    if not days or any(value.kind is CalendarKind.WEEKDAY for value in ours):
        return
    years = {value.value for value in ours if value.kind is CalendarKind.YEAR}
    if len(years) > 1:
        return
    year = years.pop() if years else 0
    right = {_weekday(each, year, day) for each in days}
    for place, value in enumerate(theirs):
        alone = value.kind is CalendarKind.WEEKDAY and _beside(value, theirs[max(0, place - 2) : place + 3]) is None
        if alone and 0 not in right and value.value not in right:
            yield value, max(right)


def _beside(weekday: Calendar, around: Sequence[Calendar]) -> Calendar | None:
    return next(
        (each for each in around if each.kind is CalendarKind.DAY and each.month and _near(weekday, each)), None
    )


def _near(one: Calendar, other: Calendar) -> bool:
    return 0 <= max(one.start - other.end, other.start - one.end) <= _BESIDE


def _weekday(date: Calendar, year: int, day: dt.date | None) -> int:
    """Return the weekday of a date; 0 where it cannot be known, or where there is no such day."""
    try:
        if year and date.month:
            return dt.date(year, date.month, date.value).isoweekday()
        if day is None:
            return 0
        month = date.month or day.month
        near = [dt.date(day.year + more, month, date.value) for more in (-1, 0, 1)]
    except ValueError:
        return 0
    return min(near, key=lambda each: abs(each - day)).isoweekday()
