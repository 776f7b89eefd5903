"""Dates and periods of two texts matched: what is named on one side only, and what excuses it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.values.gaps import has_gap
from govpub.values.retelling import (
    far_years,
    take_months_of_periods,
    take_weekdays_of_days,
    take_years_of_the_context,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.values.retelling import Years

__all__ = ["match_calendar"]

_RELATIVE = {
    CalendarKind.YEAR: CalendarKind.RELATIVE_YEAR,
    CalendarKind.MONTH: CalendarKind.RELATIVE_MONTH,
    CalendarKind.DAY: CalendarKind.RELATIVE_DAY,
}

_DAY = 24 * 60
"""Minutes."""


def match_calendar(
    source: Sequence[Calendar], target: Sequence[Calendar], text: str, years: Years
) -> tuple[list[Calendar], list[Calendar]]:
    """Return what is left of the source and of the target.

    A year, a month or a period that is named again needs no equal of its own: languages repeat them differently. A
    year may be told by its relation (去年, last year), a day by its weekday, a period by its months; to a date without
    a year the target may add one of `years`, and by its relation only one that is near these. Where something seems to
    have fallen out of `text`, the target's in English, it must name what the source names as often.
    """
    lost, added = _unmatched(source, target), _unmatched(target, source)
    if lost and added:
        take_months_of_periods(lost, added)
        take_months_of_periods(added, lost)
    if lost or added:
        take_weekdays_of_days(lost, added, source, target)
        for kind, relative in _RELATIVE.items():
            told = sum(each.kind is relative for each in target) - sum(each.kind is relative for each in source)
            if told > 0:
                lost = _excused(lost, added, kind, told)
            elif told < 0:
                far = far_years(added, years) if kind is CalendarKind.YEAR else []
                near = [each for each in added if each not in far]
                added = [*_excused(near, lost, kind, -told), *far]
        take_years_of_the_context(added, source, years)
    if text and not lost:
        repeated = _repeated(source, target)
        if repeated and has_gap(text):
            lost = repeated
    return lost, added


def _repeated(source: Sequence[Calendar], target: Sequence[Calendar]) -> list[Calendar]:
    """Return what the source names more often than the target."""
    named = Counter((each.kind, each.value) for each in target if each.firm)
    left: list[Calendar] = []
    for each in source:
        if each.firm:
            named[each.kind, each.value] -= 1
            if named[each.kind, each.value] < 0:
                left.append(each)
    return left


def _excused(ours: list[Calendar], theirs: list[Calendar], kind: CalendarKind, told: int) -> list[Calendar]:
    """Take out as many of a kind as the other text tells by their relation, but those that differ stand."""
    told -= sum(each.kind is kind for each in theirs)
    left: list[Calendar] = []
    for one in ours:
        if one.kind is kind and told > 0:
            told -= 1
        else:
            left.append(one)
    return left


def _unmatched(ours: Sequence[Calendar], theirs: Sequence[Calendar]) -> list[Calendar]:
    exact = {(other.kind, other.value, other.month) for other in theirs}
    left = [one for one in ours if one.firm and (one.kind, one.value, one.month) not in exact]
    if not left:
        return left
    day = CalendarKind.DAY
    days = {other.value for other in theirs if other.kind is day}  # one of the texts may leave the month out
    if any(map(_is_midnight, left)) and any(map(_is_midnight, theirs)):
        left = [one for one in left if not _is_midnight(one)]
    return [
        one
        for one in left
        if one.kind is not day or (((day, one.value, 0) not in exact) if one.month else one.value not in days)
    ]


def _is_midnight(one: Calendar) -> bool:
    """Return whether it is 0:00 or 24:00, which is the same moment by the name of another day."""
    return one.kind is CalendarKind.TIME and one.value % _DAY == 0
