"""Numbers that share what stands after the last of them: 3～5亿, 5 to 6 million, 2, 3 and 4 percent."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from govpub.model.value import Measure
from govpub.values.units import UNITS, UnitOfMeasure

if TYPE_CHECKING:
    from govpub.model.value import Number

__all__ = ["is_firm", "share"]

_SMALL = 10
_NO_UNIT = UnitOfMeasure("", "", Fraction(1), (), ())


def share(first: Number, second: Number) -> Number:
    """Return the first number of a range or list with what the second one writes for both.

    Whether the scale is shared is for the reader of the text to know (`from 950,000 to 1.2 million`), so it is only
    added to what the first number can mean.
    """
    money = UNITS.get(first.unit, _NO_UNIT).currency and second.unit in ("", first.unit)
    if (first.unit and not money) or first.measure is not Measure.COUNT or first.scale != 1:
        return first
    others = (first.value * second.scale,) if second.scale != 1 else ()
    return replace(first, unit=first.unit or second.unit, measure=second.measure, others=others, shared=True)


def is_firm(value: Fraction, measure: Measure, unit: str, *, words: bool, bare: bool, scale: int) -> bool:
    """Return whether both languages must say a number: not small counts in words, places in a row, lone digits.

    One is often a word (a, each, single), and a digit without a unit may be the number of a note or of a list.
    """
    if measure is Measure.ORDINAL:
        return not words and value > _SMALL
    if measure is not Measure.COUNT or scale > 1 or UNITS.get(unit, _NO_UNIT).currency:
        return True
    if (value == 1 and scale == 1) or (bare and value < _SMALL and value.denominator == 1):
        return False
    return not words or value > _SMALL
