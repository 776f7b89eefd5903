"""Numbers of two texts matched one to one: exactly, by conversion, by rounding; and what is left over."""

from __future__ import annotations

from collections import defaultdict, deque
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Measure, Number
from govpub.values.units import CURRENCIES, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from govpub.model.value import Amount

__all__ = ["Pairing", "base", "match_numbers"]

_start = itemgetter(0)
_key = itemgetter(*map(Number._fields.index, ("value", "unit", "measure")))
_TENTH = Fraction(1, 10)
_TWO_DIGITS = 10
_WINDOW = 40
"""How many neighbours a number that has no equal is held against: more would be quadratic, and never the one meant."""

_APART = 18
"""Characters at most between a sum and the same in another currency: ` (approximately `."""
_COUNTRIES = {"local": "CNY", "dollar": "USD"}
"""Whose money is meant where a sum is told again in another currency."""
_YUAN_IN_A_DOLLAR = (Fraction(11, 2), 9)
"""The official rate was at most 8.73 (January 1994) and at least 6.04 (January 2014) since it is one."""

_MANY = 200
"""How many left over are a text of its own, in which only the neighbours by place can be meant."""


class Pairing:
    """What is matched so far, and what is left."""

    def __init__(self, source: Sequence[Number], target: Sequence[Number]) -> None:
        """Start with nothing matched."""
        self.pairs: list[tuple[Number, Number]] = []
        self.source = list(source)
        self.target = list(target)

    def equal(self) -> None:
        """Match those that are the same, firm ones first, in the order of the texts."""
        source, target = _firm_first(self.source), _firm_first(self.target)
        if list(map(_key, source)) == list(map(_key, target)):
            self.pairs = list(zip(source, target, strict=True))
            self.source, self.target = [], []
            return
        waiting: dict[Hashable, list[Number]] = {}
        for number in reversed(target):
            waiting.setdefault(_key(number), []).append(number)
        left: list[Number] = []
        for number in source:
            queue = waiting.get(_key(number))
            if queue:
                self.pairs.append((number, queue.pop()))
            else:
                left.append(number)
        self.source = sorted(left, key=_start)
        self.target = sorted((number for queue in waiting.values() for number in queue), key=_start)

    def by_key(self, keys: Callable[[Number], Iterable[Hashable]]) -> None:
        """Match those that have a key in common, firm ones first, in the order of the texts."""
        if not self.source or not self.target:
            return
        waiting: dict[Hashable, deque[Number]] = defaultdict(deque)
        for number in _firm_first(self.target):
            for key in keys(number):
                waiting[key].append(number)
        taken: set[int] = set()
        left: list[Number] = []
        for number in _firm_first(self.source):
            found = None
            for key in keys(number):
                queue = waiting.get(key)
                while queue and id(queue[0]) in taken:
                    queue.popleft()
                if queue:
                    found = queue.popleft()
                    break
            if found is None:
                left.append(number)
            else:
                taken.add(id(found))
                self.pairs.append((number, found))
        self.source = sorted(left, key=_start)
        self.target = [number for number in self.target if id(number) not in taken]

    def by_test(self, test: Callable[[Number, Number], bool]) -> list[tuple[Number, Number]]:
        """Match those that pass a test, each with the first near its own place; return the pairs."""
        if not self.source or not self.target:
            return []
        found: list[tuple[Number, Number]] = []
        taken: set[int] = set()
        left: list[Number] = []
        ratio = len(self.target) / len(self.source)
        reach = _WINDOW if len(self.source) <= _MANY else 1
        for index, number in enumerate(self.source):
            middle = int(index * ratio)
            window = self.target[max(0, middle - reach) : middle + reach]
            match = next((other for other in window if id(other) not in taken and test(number, other)), None)
            if match is None:
                left.append(number)
            else:
                taken.add(id(match))
                found.append((number, match))
        self.source = left
        self.target = [number for number in self.target if id(number) not in taken]
        return found


def _firm_first(numbers: list[Number]) -> list[Number]:
    soft = [number for number in numbers if not number.firm]
    return [number for number in numbers if number.firm] + soft if soft else numbers


def match_numbers(source: Sequence[Number], target: Sequence[Number]) -> Pairing:
    """Match the numbers that agree: as they are, converted, with what a language leaves to the context, rounded."""
    pairing = Pairing(source, target)
    if source and target:
        pairing.equal()
    if pairing.source and pairing.target:
        pairing.by_key(_converted)
        pairing.by_key(_plain)
        pairing.by_key(_loose)
        pairing.pairs += pairing.by_test(_in_percent)
        pairing.pairs += pairing.by_test(_rounded)
        pairing.pairs += pairing.by_test(_approached)
    if pairing.source or pairing.target:
        _told_twice(pairing)
        _told_in_other_money(pairing)
        _named_again(pairing)
    return pairing


def _told_twice(pairing: Pairing) -> None:
    """Take out what tells a matched amount again in another unit: 250,000 mu (about 16,667 hectares)."""
    measured = [number for number in (*pairing.source, *pairing.target) if base(number)[0]]
    if not measured:
        return
    matched = {id(number): number for pair in pairing.pairs for number in pair if base(number)[0]}
    known = sorted(matched.values(), key=_start)[:_WINDOW]
    told = {
        id(number)
        for number in measured[:_WINDOW]
        if any(number.unit != other.unit and _rounded(other, number) for other in known)
    }
    pairing.source = [number for number in pairing.source if id(number) not in told]
    pairing.target = [number for number in pairing.target if id(number) not in told]


def _told_in_other_money(pairing: Pairing) -> None:
    """Take out what tells a matched sum in another currency: 50 million yuan (about 7.25 million U.S. dollars)."""
    left = [number for number in pairing.target if number.unit in CURRENCIES]
    if not left:
        return
    ends = {target.end: target for _source, target in pairing.pairs if target.unit in CURRENCIES}
    told = {
        id(number)
        for number in left
        for gap in range(2, _APART + 1)
        if (sum_ := ends.get(number.start - gap)) is not None and _may_be_worth(sum_, number)
    }
    pairing.target = [number for number in pairing.target if id(number) not in told]


def _may_be_worth(one: Number, other: Number) -> bool:
    mine, theirs = _COUNTRIES.get(one.unit, one.unit), _COUNTRIES.get(other.unit, other.unit)
    if mine == theirs or not one.value or not other.value:
        return False
    if (mine, theirs) == ("USD", "CNY"):
        one, other = other, one
    elif (mine, theirs) != ("CNY", "USD"):
        return True
    least, most = _YUAN_IN_A_DOLLAR
    return least <= Fraction(one.value, other.value) <= most


def _named_again(pairing: Pairing) -> None:
    """Take out the repeated numbers of versions: a name with its number (沙盒2.0) may be told by a pronoun."""
    known = {number.value for pair in pairing.pairs for number in pair if _version(number)}
    pairing.source = [number for number in pairing.source if not (_version(number) and number.value in known)]
    pairing.target = [number for number in pairing.target if not (_version(number) and number.value in known)]


def _version(number: Number) -> bool:
    return number.measure is Measure.COUNT and not number.unit and number.step == _TENTH and number.value < _TWO_DIGITS


def base(number: Number) -> tuple[str, Amount]:
    """Return the dimension of an amount, and the amount in its base unit; no dimension for money and plain numbers."""
    unit = UNITS.get(number.unit)
    if unit is None or unit.currency:
        return "", number.value
    return unit.dimension, number.value * unit.factor


def _converted(number: Number) -> Iterable[Hashable]:
    """The amount in the base unit of its dimension."""
    return ((number.measure, base(number)),)


def _plain(number: Number) -> Iterable[Hashable]:
    """The number itself, where a language leaves the unit or the percent sign to the context."""
    if number.unit and UNITS[number.unit].currency:
        yield ("money", number.unit, number.value)
        yield ("money", number.value)
    values = (number.value, *number.others)
    for value in values:
        if number.measure in (Measure.COUNT, Measure.ORDINAL):
            if not number.unit or UNITS[number.unit].currency:
                yield ("bare", value)
                yield (Measure.PERCENT, value)
                yield (Measure.POINT, value)
            yield (Measure.COUNT, value)
        elif number.measure is Measure.MULTIPLE:
            yield (Measure.COUNT, value)
        yield (number.measure, value)


def _loose(number: Number) -> Iterable[Hashable]:
    """Parts of a whole: 50%, half, 五成."""
    if number.measure is Measure.PERCENT:
        yield ("part", Fraction(number.value, 100))
    elif number.measure is Measure.COUNT and not number.unit and 0 < number.value < 1:
        yield ("part", number.value)


def _in_percent(one: Number, other: Number) -> bool:
    """Tell 增长2.3倍, 3.3 times as much, as a rise by 230 percent."""
    percent, multiple = (one, other) if one.measure is Measure.PERCENT else (other, one)
    if percent.measure is not Measure.PERCENT or multiple.measure is not Measure.MULTIPLE:
        return False
    return percent.value in (multiple.value * 100, (multiple.value - 1) * 100)


def _rounded(source: Number, target: Number) -> bool:
    """Tell whether the target shows the source's amount to its own last digit, of which it keeps at least two.

    A target that shows more digits than its source has made them up.
    """
    if source.measure is not target.measure or not target.step:
        return False
    (dimension, amount), (other_dimension, other) = base(source), base(target)
    if dimension != other_dimension:
        if dimension and other_dimension:
            return False
        amount, other = source.value, target.value
    step = target.step * _factor(other, target)
    if source.unit != target.unit and dimension:  # converted: either may be the rounded one
        step = max(step, source.step * _factor(amount, source))
    return -step <= 2 * (amount - other) <= step and other >= _TWO_DIGITS * step


def _approached(source: Number, target: Number) -> bool:
    """Tell whether the target shows at least two digits of the source's amount, and says that they are not all.

    Over 70 billion for 706亿, nearly 7,000 for 6,980, some 510,000 for 50.98万.
    """
    if target.hedge is Hedge.NONE or source.measure is not target.measure:
        return False
    if source.hedge not in (Hedge.NONE, target.hedge):
        return False
    (dimension, amount), (other_dimension, other) = base(source), base(target)
    if dimension != other_dimension or other < _TWO_DIGITS:
        return False
    digits = len(str(int(other)))
    for step in (10**places for places in range(digits - 2, -1, -1)):
        match target.hedge:
            case Hedge.OVER | Hedge.LEAST:
                whole = amount // step
            case Hedge.UNDER | Hedge.MOST:
                whole = -(-amount // step)
            case _:
                whole = (2 * amount + step) // (2 * step)
        if whole * step == other:
            return True
    return False


def _factor(amount: Amount, number: Number) -> Amount:
    return Fraction(amount, number.value) if number.value else 1
