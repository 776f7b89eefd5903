"""What two equal numbers may still say differently: their unit, their currency, their hedge, where they move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Measure, Trend
from govpub.values.units import UNITS
from govpub.values.verdict import Outcome, ValueVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govpub.model.value import Number

__all__ = ["qualities"]

_BELOW = frozenset((Hedge.UNDER, Hedge.MOST))
_COORDINATED = 60
"""Characters from a hedged number to another that may share its hedge."""
_BEYOND = frozenset((Hedge.OVER, Hedge.LEAST))
# What 元 and "dollars" alone can stand for is for the place to say; neither is ever another country's money.
_LOCAL = {"local": frozenset(("CNY", "HKD", "MOP", "dollar")), "dollar": frozenset(("HKD", "USD", "AUD", "SGD", "MOP"))}


def qualities(pairs: Sequence[tuple[Number, Number]]) -> Iterator[ValueVerdict]:
    """Yield where the numbers of a pair agree and what stands with them does not."""
    hedged: list[Number] | None = None
    for source, target in pairs:
        if source.unit == target.unit and source.hedge is Hedge.NONE and source.trend is target.trend:
            continue
        for outcome, differ in _TESTS:
            if differ(source, target):
                if outcome is Outcome.HEDGE and target.hedge is Hedge.NONE:
                    hedged = (
                        [each for _one, each in pairs if each.hedge is not Hedge.NONE] if hedged is None else hedged
                    )
                    if _shares_hedge(source, target, hedged):
                        break
                yield ValueVerdict(outcome, source, target)
                break


def _shares_hedge(source: Number, target: Number, hedged: Iterable[Number]) -> bool:
    """Tell whether a hedge stands before what is coordinated: about 0.08 and 0.18, around 31 compared with 14."""
    return any(each.hedge is source.hedge and 0 < target.start - each.end <= _COORDINATED for each in hedged)


def _currencies(source: Number, target: Number) -> bool:
    one, other = source.unit, target.unit
    if one == other or not one or not other or not (UNITS[one].currency and UNITS[other].currency):
        return False
    return other not in _LOCAL.get(one, ()) and one not in _LOCAL.get(other, ())


def _units(source: Number, target: Number) -> bool:
    """Tell mu from hectares where the figure is the same; a unit that only one text names is left alone."""
    one, other = UNITS.get(source.unit), UNITS.get(target.unit)
    if one is None or other is None or one is other or source.shared or target.shared:
        return False
    if one.currency or other.currency or source.value != target.value or not source.value:
        return False
    return (one.dimension, one.factor) != (other.dimension, other.factor)


def _hedges(source: Number, target: Number) -> bool:
    """Tell a lost hedge, and one that says the opposite; one that is put differently is left alone."""
    if source.value != target.value or source.measure is Measure.ORDINAL or not (source.firm and target.firm):
        return False
    if source.hedge is Hedge.NONE:
        return False
    if target.hedge is Hedge.NONE:
        return source.hedge not in (Hedge.LEAST, Hedge.MOST)
    return (source.hedge in _BELOW and target.hedge in _BEYOND) or (source.hedge in _BEYOND and target.hedge in _BELOW)


def _trends(source: Number, target: Number) -> bool:
    if Trend.NONE in (source.trend, target.trend) or source.to or target.to:
        return False
    return source.trend is not target.trend


_TESTS = (
    (Outcome.UNIT, _units),
    (Outcome.CURRENCY, _currencies),
    (Outcome.DIRECTION, _trends),
    (Outcome.HEDGE, _hedges),
)
