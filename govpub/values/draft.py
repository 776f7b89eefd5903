"""A number while it is read: it grows by the scale, the unit and the hedges around its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from govpub.model.value import Hedge, Measure, Number, Trend
from govpub.values.units import UNITS, UnitOfMeasure

__all__ = ["Draft", "share"]

_SMALL = 10
_NO_UNIT = UnitOfMeasure("", "", Fraction(1), (), ())


@dataclass(slots=True, kw_only=True)
class Draft:
    """What is known of a number so far; see `Number`."""

    start: int
    end: int
    value: Fraction
    step: Fraction = Fraction(1)
    scale: int = 1
    measure: Measure = Measure.COUNT
    unit: str = ""
    hedge: Hedge = Hedge.NONE
    trend: Trend = Trend.NONE
    to: bool = False
    words: bool = False
    counted: bool = False
    """Whether a unit or a measure word follows."""
    soft: bool = False
    """Whether it is too vague to be asked for."""
    others: tuple[Fraction, ...] = ()

    def times(self, factor: int | Fraction) -> None:
        """Multiply the value and what its last digit is worth."""
        if factor != 1:
            self.value *= factor
            self.step *= factor

    def number(self) -> Number:
        """Return the number as it was read."""
        return Number(
            start=self.start,
            end=self.end,
            value=self.value,
            step=self.step,
            measure=self.measure,
            unit=self.unit,
            hedge=self.hedge,
            trend=self.trend,
            to=self.to,
            words=self.words,
            firm=not self.soft and self._firm(),
            scale=self.scale,
            others=self.others,
        )

    def _firm(self) -> bool:
        """Return whether both languages must say it: not small counts in words, places in a row, lone digits.

        One is often a word (a, each, single), and a digit without a unit may be the number of a note or of a list.
        """
        if self.measure is Measure.ORDINAL:
            return not self.words and self.value > _SMALL
        if self.measure is not Measure.COUNT or self.scale > 1 or UNITS.get(self.unit, _NO_UNIT).currency:
            return True
        if self.value == 1 or (not self.counted and self.step == 1 and self.value < _SMALL):
            return False
        return not self.words or self.value > _SMALL


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
