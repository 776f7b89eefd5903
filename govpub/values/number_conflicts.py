"""Numbers that have no equal, and stand for each other: the same digits with another scale, third for 第二."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from govpub.model.value import Measure, Number
from govpub.values.number_match import base
from govpub.values.verdict import Outcome, ValueVerdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govpub.values.number_match import Pairing

__all__ = ["conflicts"]

_TWO, _SMALL = 2, 10


def conflicts(pairing: Pairing) -> list[ValueVerdict]:
    """Pair what is left where one stands for the other, and take it out of what is left."""
    verdicts: list[ValueVerdict] = []
    if not pairing.source or not pairing.target:
        return verdicts
    for outcome, test in _CONFLICTS:
        verdicts += [ValueVerdict(outcome, *pair) for pair in pairing.by_test(test)]
    verdicts += _in_words(pairing)
    return verdicts


def _in_words(pairing: Pairing) -> Iterator[ValueVerdict]:
    """Yield what neither text must say, where each says another: the third for 第二届, three quarters for 三分之二."""
    for kind in (_is_place, _is_part, _is_small):
        ours, theirs = list(filter(kind, pairing.source)), list(filter(kind, pairing.target))
        if len(ours) == len(theirs) == 1 and ours[0].value != theirs[0].value:
            pairing.source.remove(ours[0])
            pairing.target.remove(theirs[0])
            yield ValueVerdict(Outcome.DIFFERENT, ours[0], theirs[0])


def _is_place(number: Number) -> bool:
    """Return whether it is a place in a row; the first is often no place, but a word (首次, firstly)."""
    return number.measure is Measure.ORDINAL and number.value > 1


def _is_part(number: Number) -> bool:
    return number.measure is Measure.COUNT and not number.unit and not number.step and 0 < number.value < 1


def _is_small(number: Number) -> bool:
    """Return whether it counts a few things; "the two" is often no count, and a numeral alone that of a list (三、)."""
    counted = number.end - number.start > 1 and number.measure is Measure.COUNT and number.step == 1
    return counted and not number.unit and not number.firm and _TWO < number.value <= _SMALL


def _same_digits(one: Number, other: Number) -> bool:
    if not one.value or not other.value or one.measure is not other.measure:
        return False
    ratio = Fraction(max(one.value, other.value), min(one.value, other.value))
    if ratio.denominator != 1 or ratio == 1:
        return False
    digits = str(ratio.numerator)
    return digits[0] == "1" and not digits[1:].strip("0")


def _points(one: Number, other: Number) -> bool:
    return one.value == other.value and {one.measure, other.measure} == {Measure.PERCENT, Measure.POINT}


def _different(one: Number, other: Number) -> bool:
    alike = base(one)[0] == base(other)[0] or not (one.unit and other.unit)
    return one.firm and other.firm and one.measure is other.measure and alike


_CONFLICTS: tuple[tuple[Outcome, Callable[[Number, Number], bool]], ...] = (
    (Outcome.POINT, _points),
    (Outcome.MULTIPLE, lambda one, other: one.measure is other.measure is Measure.MULTIPLE),
    (Outcome.UNIT, lambda one, other: one.value == other.value and one.firm and other.firm),
    (Outcome.MAGNITUDE, lambda one, other: one.firm and other.firm and _same_digits(one, other)),
    (Outcome.DIFFERENT, _different),
)
