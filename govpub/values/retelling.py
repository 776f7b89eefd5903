"""The same time told by other names: January to September for 前三季度, Tuesday for 6日, in 2023 for 全年.

News English dates events of the week by weekdays (AP, Xinhua), statistics name the months of a quarter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govpub.model.value import Calendar, CalendarKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

__all__ = ["Years", "far_years", "take_months_of_periods", "take_weekdays_of_days", "take_years_of_the_context"]

Years: TypeAlias = "Callable[[], Collection[int]]"
"""Gives the years that the document has named so far; it is called where they matter only."""

_DATELESS = frozenset(
    (
        CalendarKind.MONTH,
        CalendarKind.DAY,
        CalendarKind.QUARTER,
        CalendarKind.QUARTERS,
        CalendarKind.HALF,
        CalendarKind.RELATIVE_YEAR,
        CalendarKind.RELATIVE_DAY,
    )
)
"""What leaves its year to the context."""
_QUARTER, _HALF = 3, 6
"""Months."""


def take_months_of_periods(ours: list[Calendar], theirs: list[Calendar]) -> None:
    """Take out of both what one names by its first and last month, or by each of its quarters."""
    for period in [each for each in ours if each.kind in _PERIODS]:
        first, last = _PERIODS[period.kind](period.value)
        months = [each for each in theirs if each.kind is CalendarKind.MONTH and each.value in (first, last)]
        quarters = [each for each in theirs if _is_part(each, period)]
        if {each.value for each in months} == {first, last}:
            told = months
        elif len(quarters) > 1 and {1, *(each.value for each in quarters)} == {*range(1, period.value + 1)}:
            told = quarters  # of "the first, second and third quarters" the first is not read
        else:
            continue
        ours.remove(period)
        theirs[:] = [each for each in theirs if each not in told]


def _is_part(one: Calendar, period: Calendar) -> bool:
    """Return whether it is one of the first quarters: the first, second and third for 首三季."""
    return period.kind is CalendarKind.QUARTERS and one.kind is CalendarKind.QUARTER and 1 <= one.value <= period.value


_PERIODS: dict[CalendarKind, Callable[[int], tuple[int, int]]] = {
    CalendarKind.QUARTER: lambda quarter: (quarter * _QUARTER - 2, quarter * _QUARTER),
    CalendarKind.QUARTERS: lambda quarters: (1, quarters * _QUARTER),
    CalendarKind.HALF: lambda half: (half * _HALF - 5, half * _HALF),
}
"""A period → its first and last month."""


def take_weekdays_of_days(
    lost: list[Calendar], added: list[Calendar], source: Sequence[Calendar], target: Sequence[Calendar]
) -> None:
    """Take out days that one text tells by their weekdays, as many as it names fewer days than the other.

    Whether a weekday is that of its day is for `wrong_weekdays` to say.
    """
    _by_weekday(lost, added, _days(source) - _days(target))
    _by_weekday(added, lost, _days(target) - _days(source))


def _by_weekday(days: list[Calendar], weekdays: list[Calendar], told: int) -> None:
    for weekday in [each for each in weekdays if each.kind is CalendarKind.WEEKDAY][: max(0, told)]:
        weekdays.remove(weekday)
        day = next((each for each in days if each.kind is CalendarKind.DAY), None)
        if day is not None:
            days.remove(day)


def _days(values: Sequence[Calendar]) -> int:
    return sum(each.kind is CalendarKind.DAY for each in values)


def far_years(added: Sequence[Calendar], years: Years) -> list[Calendar]:
    """Return the years that no relation (去年, next year) can tell of those the document has named, if it has any."""
    stated = [each for each in added if each.kind is CalendarKind.YEAR]
    known = years() if stated else ()
    return [each for each in stated if known and all(abs(each.value - year) > 1 for year in known)]


def take_years_of_the_context(added: list[Calendar], source: Sequence[Calendar], years: Years) -> None:
    """Take out the years that the target adds to dates without one, where the document has named them."""
    if any(each.kind is CalendarKind.YEAR for each in added) and any(each.kind in _DATELESS for each in source):
        known = years()
        added[:] = [each for each in added if each.kind is not CalendarKind.YEAR or each.value not in known]
