"""A number while it is read: it grows by the scale, the unit and the hedges around its figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Measure, Number, Trend
from govpub.values.units import CURRENCIES

if TYPE_CHECKING:
    from govpub.model.value import Amount

__all__ = ["Draft", "share"]

_SMALL = 10
_COUNT, _ORDINAL = Measure.COUNT, Measure.ORDINAL


@dataclass(slots=True)
class Draft:
    """What is known of a number so far; see `Number`."""

    start: int
    end: int
    value: Amount
    step: Amount = 1
    words: bool = False
    soft: bool = False
    """Whether it is too vague to be asked for."""
    counted: bool = False
    """Whether a unit or a measure word follows."""
    scale: int = 1
    measure: Measure = Measure.COUNT
    unit: str = ""
    hedge: Hedge = Hedge.NONE
    trend: Trend = Trend.NONE
    to: bool = False
    others: tuple[Amount, ...] = ()

    def times(self, factor: Amount) -> None:
        """Multiply the value and what its last digit is worth."""
        if factor != 1:
            self.value = _product(self.value, factor)
            self.step = _product(self.step, factor)

    def number(self) -> Number:
        """Return the number as it was read."""
        return Number(
            self.start,
            self.end,
            self.value,
            self.step,
            self.measure,
            self.unit,
            self.hedge,
            self.trend,
            not self.soft and self._firm(),
            self.words,
            self.scale,
            False,  # not shared; by place all this takes half as long as by name
            self.others,
            self.to,
        )

    def _firm(self) -> bool:
        """Return whether both languages must say it: not small counts in words, places in a row, lone digits.

        One is often a word (a, each, single), and a digit without a unit may be the number of a note or of a list.
        """
        measure, value = self.measure, self.value
        if measure is _ORDINAL:
            return not self.words and value > _SMALL
        if measure is not _COUNT or self.scale > 1 or self.unit in CURRENCIES:
            return True
        if value == 1 or (not self.counted and value < _SMALL and self.step == 1):
            return False
        return not self.words or value > _SMALL


def _product(amount: Amount, factor: Amount) -> Amount:
    product = Fraction(amount.numerator * factor.numerator, amount.denominator * factor.denominator)
    return product.numerator if product.denominator == 1 else product


def share(first: Number, second: Number) -> Number:
    """Return the first number of a range or list with what the second one writes for both.

    Whether the scale is shared is for the reader of the text to know (`from 950,000 to 1.2 million`), so it is only
    added to what the first number can mean.
    """
    money = first.unit in CURRENCIES and second.unit in ("", first.unit)
    if (first.unit and not money) or first.measure is not _COUNT or first.scale != 1:
        return first
    others = (first.value * second.scale,) if second.scale != 1 else ()
    return first._replace(unit=first.unit or second.unit, measure=second.measure, others=others, shared=True)
