"""The values of a source held against those of its target, one to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind, Mark, Measure, Number
from govpub.values.calendar_match import match_calendar
from govpub.values.marks_match import match_marks
from govpub.values.number_conflicts import conflicts
from govpub.values.number_match import match_numbers
from govpub.values.qualities import qualities
from govpub.values.verdict import Outcome, ValueVerdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.model.value import Value
    from govpub.values.retelling import Years

__all__ = ["compare_values"]

_WINDOW = 40
"""How many candidates a date is held against: more would be quadratic."""


def compare_values(
    source: Sequence[Value], target: Sequence[Value], text: str = "", years: Years = frozenset
) -> tuple[ValueVerdict, ...]:
    """Return where the target disagrees with the source: the pairs that differ, then what one of them lacks.

    `text` is the target's, where it is English: if something seems to have fallen out of it (`has_gap`), what is named
    again counts. `years` gives those that the document has named before.
    """
    if not source and not target:
        return ()
    our_numbers, our_dates, our_marks = _by_kind(source)
    their_numbers, their_dates, their_marks = _by_kind(target)
    numbers = match_numbers(our_numbers, their_numbers)
    lost_dates: list[Calendar] = []
    added_dates: list[Calendar] = []
    if our_dates or their_dates:
        lost_dates, added_dates = match_calendar(our_dates, their_dates, text, years)
        _across(numbers.source, added_dates, their_dates)
        _across(numbers.target, lost_dates, our_dates)
    verdicts = [*conflicts(numbers), *qualities(numbers.pairs)]
    if lost_dates and added_dates:
        lost_dates, added_dates = _conflicts(lost_dates, added_dates, verdicts)
    lost: list[Number | Calendar] = [*numbers.source, *lost_dates]
    added: list[Number | Calendar] = [*numbers.target, *added_dates]
    verdicts += [ValueVerdict(Outcome.MISSING, value, None) for value in lost if value.firm]
    verdicts += [ValueVerdict(Outcome.EXTRA, None, value) for value in added if value.firm]
    if our_marks or their_marks:
        verdicts += match_marks(our_marks, their_marks)
    return tuple(verdicts)


def _by_kind(values: Sequence[Value]) -> tuple[list[Number], list[Calendar], list[Mark]]:
    numbers: list[Number] = []
    dates: list[Calendar] = []
    marks: list[Mark] = []
    for value in values:
        if type(value) is Number:  # isinstance() takes longer
            numbers.append(value)
        elif type(value) is Calendar:
            dates.append(value)
        elif type(value) is Mark:
            marks.append(value)
    return numbers, dates, marks


def _across(numbers: list[Number], left: list[Calendar], dates: Sequence[Calendar]) -> None:
    """Take out what one language tells as a number and the other as a date: the 17th, 2018香港新钞票."""
    if not numbers or not dates:
        return
    named = {date.value for date in dates if date.kind is not CalendarKind.TIME}
    said = {int(number.value) for number in numbers if _may_be_date(number)}
    numbers[:] = [number for number in numbers if not (_may_be_date(number) and int(number.value) in named)]
    left[:] = [date for date in left if date.kind is CalendarKind.TIME or date.value not in said]


def _may_be_date(number: Number) -> bool:
    return number.value.denominator == 1 and number.measure in (Measure.COUNT, Measure.ORDINAL) and number.scale == 1


_PERIODS = frozenset((CalendarKind.QUARTER, CalendarKind.QUARTERS, CalendarKind.HALF))


def _conflicts(
    lost: list[Calendar], added: list[Calendar], verdicts: list[ValueVerdict]
) -> tuple[list[Calendar], list[Calendar]]:
    """Pair what stands for each other, of one kind or else both periods; return what is left of both."""
    for alike in (_one_kind, _both_periods):
        left: list[Calendar] = []
        for one in lost:
            other = next((each for each in added[:_WINDOW] if alike(one, each)), None)
            if other is None:
                left.append(one)
            else:
                added.remove(other)
                verdicts.append(ValueVerdict(Outcome.DIFFERENT, one, other))
        lost = left
    return lost, added


def _one_kind(one: Calendar, other: Calendar) -> bool:
    return one.kind is other.kind


def _both_periods(one: Calendar, other: Calendar) -> bool:
    return one.kind in _PERIODS and other.kind in _PERIODS
