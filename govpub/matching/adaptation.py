"""A translation with the numbers of a new source, where it is certain which of its figures are meant.

Certain it is where both sources name the same kinds of values in the same order, each changed one stands in the
translation as often as in the old source, its new form follows from the form that stands there, and the whole, read
again, says just that. 1 is never adapted in English, nor to 1: the noun beside it would have to change.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from govpub.matching.figures import value_key
from govpub.model.segment import PLACEHOLDER
from govpub.model.value import Calendar, Mark, Measure, Number
from govpub.values import read_values, rendering

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from govpub.locales import Locale
    from govpub.model.value import Value

__all__ = ["adapt_numbers"]

_HIDDEN = "\ue000"
_FIGURE = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_HAN = "零一二三四五六七八九十"
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = re.compile(r"\b([0-9]{1,4})(?:st|nd|rd|th)\b")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_GROUPED = 1000
_DECIMALS = 4


def adapt_numbers(old_source: str, new_source: str, old_target: str, source: Locale, target: Locale) -> str | None:
    """Return `old_target`, a translation of `old_source`, with the numbers and dates of `new_source`.

    None where none differs, or where it is not certain how (see this module).
    """
    before, after = read_values(_hidden(old_source), source), read_values(_hidden(new_source), source)
    changes = _changes(before, after)
    if not changes:
        return None
    values = read_values(_hidden(old_target), target)
    counts = Counter(value_key(value) for value in before)
    found = [value for value in values if value_key(value) in changes]
    if Counter(value_key(value) for value in found) != Counter({key: counts[key] for key in changes}):
        return None
    pieces: list[str] = []
    last = 0
    for value in found:
        text = _written(old_target[value.start : value.end], value, changes[value_key(value)], target)
        if text is None:
            return None
        pieces += [old_target[last : value.start], text]
        last = value.end
    adapted = "".join((*pieces, old_target[last:]))
    wanted = [_wanted(value, changes) for value in values]
    return adapted if [value_key(value) for value in read_values(_hidden(adapted), target)] == wanted else None


def _hidden(text: str) -> str:
    """Return `text` with placeholders that no figure can be read from, each character in its place."""
    return PLACEHOLDER.sub(lambda found: _HIDDEN * len(found.group()), text) if "<" in text else text


def _changes(before: Sequence[Value], after: Sequence[Value]) -> Mapping[Hashable, Value]:
    """Return the new value by the key of each old one that changes; empty where that is not certain."""
    if [_sort(value) for value in before] != [_sort(value) for value in after]:
        return {}
    changes: dict[Hashable, Value] = {}
    for old, new in zip(before, after, strict=True):
        key = value_key(old)
        if value_key(changes.setdefault(key, new)) != value_key(new):
            return {}  # one figure that becomes two: which is which?
    changed = {key: new for key, new in changes.items() if value_key(new) != key}
    return {} if any(isinstance(value, Mark) for value in changed.values()) else changed


def _sort(value: Value) -> Hashable:
    match value:
        case Number():
            return value.measure, value.unit, value.hedge, value.trend
        case Calendar():
            return value.kind, bool(value.month)
        case Mark():
            return value.kind


def _wanted(value: Value, changes: Mapping[Hashable, Value]) -> Hashable:
    new = changes.get(value_key(value))
    return value_key(value) if new is None else value_key(_become(value, new))


def _become(value: Value, new: Value) -> Value:
    """Return a value of the translation with the amount of a new one of the source."""
    if isinstance(value, Number) and isinstance(new, Number):
        return value._replace(value=new.value, step=new.step)
    if isinstance(value, Calendar) and isinstance(new, Calendar):
        return value._replace(value=new.value, month=new.month, year=new.year)
    return new


def _written(text: str, old: Value, new: Value, locale: Locale) -> str | None:
    """Return how `new` is written where `text` is how `old` is; None where that does not follow."""
    become = _become(old, new)
    if isinstance(old, Number) and isinstance(become, Number):
        if locale.spaces_words and old.measure is Measure.COUNT and Fraction(1) in (old.value, become.value):
            return None
        return _in_words(text, old, become) if old.words else _in_figures(text, old, become, locale)
    if text == rendering(old, locale):
        return rendering(become, locale) or None
    if text.lower() == rendering(old, locale).lower():
        return rendering(become, locale).lower() or None
    if isinstance(old, Calendar) and isinstance(become, Calendar):
        return _swapped(text, old.value, become.value)
    return None


def _swapped(text: str, old: int, new: int) -> str | None:
    """Return a period's name with its number changed, in figures or Han: Q1, 一季度."""
    for one, other in ((str(old), str(new)), *(((_HAN[old], _HAN[new]),) if max(old, new) < len(_HAN) else ())):
        if text.count(one) == 1:
            return text.replace(one, other)
    return None


def _in_words(text: str, old: Number, new: Number) -> str | None:
    """Return a small number in words: three, 三."""
    if old.value.denominator != 1 or new.value.denominator != 1 or max(old.value, new.value) >= len(_WORDS):
        return None
    word, other = _WORDS[int(old.value)], _WORDS[int(new.value)]
    for one, two in ((word, other), (word.title(), other.title()), (_HAN[int(old.value)], _HAN[int(new.value)])):
        if text.count(one) == 1:
            return text.replace(one, two)
    return None


def _in_figures(text: str, old: Number, new: Number, locale: Locale) -> str | None:
    """Return a number in figures, in the scale that the text has: 1.2 trillion, 1,300, 5.3%."""
    figures = _FIGURE.findall(text)
    if len(figures) != 1:
        return None
    shown = Fraction(figures[0].replace(",", ""))
    if not shown:
        return None
    amount = new.value * shown / old.value
    scaled = amount * 10**_DECIMALS
    if scaled.denominator != 1 or amount < 0:
        return None
    whole, part = divmod(int(scaled), 10**_DECIMALS)
    grouped = "," in figures[0] or (locale.spaces_words and shown < _GROUPED)
    rest = f"{part:0{_DECIMALS}d}".rstrip("0").ljust(_decimals(new, amount), "0")
    digits = f"{whole:,}" if grouped else str(whole)
    written = text.replace(figures[0], f"{digits}.{rest}" if rest else digits)
    return _ORDINAL.sub(_suffixed, written)


def _suffixed(found: re.Match[str]) -> str:
    number = int(found[1])
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else _SUFFIXES.get(number % 10, 'th')}"


def _decimals(number: Number, amount: Fraction) -> int:
    """Return how many decimals the new source shows, in the scale of `amount`: 5.0 is not 5."""
    step = number.step * amount / number.value if number.value else Fraction(1)
    return next((places for places in range(_DECIMALS) if step * 10**places >= 1), 0)
