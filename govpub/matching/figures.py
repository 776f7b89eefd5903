"""Figures, dates and what is copied, of two texts in one language: what only one of them says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind, Hedge, Mark, Number, Trend
from govpub.values import read_values

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from govpub.locales import Locale
    from govpub.model.value import Value

__all__ = ["differing_values", "unlike_values"]

_RELATIVE = (CalendarKind.RELATIVE_YEAR, CalendarKind.RELATIVE_MONTH, CalendarKind.RELATIVE_DAY)
_SIGHT = re.compile("[0-9０-９]")
_DIGITS = re.compile(r"[0-9０-９]+(?:[.,．，:：][0-9０-９]+)*")
_WIDE = str.maketrans("０１２３４５６７８９．，：", "0123456789.,:")
_LEAD_WORDS = re.compile(r"(?:[\u4e00-\u9fff]{1,4}|(?:[A-Za-z’'\-]+ ){1,3})$")
_LEAD = 40


def differing_values(old: str, new: str, locale: Locale) -> Iterator[tuple[bool, str, str]]:
    """Yield whether it is a date, what the old text says, what the new one says; one of them may be empty.

    A number in words that idiom may drop (一个, one) counts only where the other text has another one for it.
    """
    before, after = read_values(old, locale), read_values(new, locale)
    for one, other in unlike_values(old, new, before, after):
        date = isinstance(one if one is not None else other, Calendar)
        yield date, _text(old, one), _text(new, other)
    for one, other in _qualified(old, new, before, after):
        yield False, _led(old, one), _led(new, other)
    lost, added = _uncovered(old, before), _uncovered(new, after)
    left, come = _without(lost, added), _without(added, lost)
    for place in range(max(len(left), len(come))):
        yield False, left[place] if place < len(left) else "", come[place] if place < len(come) else ""


def unlike_values(
    old: str, new: str, before: Sequence[Value], after: Sequence[Value]
) -> list[tuple[Value | None, Value | None]]:
    """Return the values that have no equal in the other text, paired by their kind in the order of the texts."""
    lost, added = _left(old, before, new, after), _left(new, after, old, before)
    pairs: list[tuple[Value | None, Value | None]] = []
    for dates in (True, False):
        ours = [value for value in lost if isinstance(value, Calendar) is dates]
        theirs = [value for value in added if isinstance(value, Calendar) is dates]
        for value in ours:
            other = next((each for each in theirs[:_LEAD] if _sort(each) == _sort(value)), None)
            if other is None and theirs and not any(_sort(each) == _sort(theirs[0]) for each in ours[:_LEAD]):
                other = theirs[0]
            if other is not None:
                theirs.remove(other)
            pairs.append((value, other))
        pairs += [(None, value) for value in theirs]
    return [pair for pair in pairs if None not in pair or any(value is not None and _firm(value) for value in pair)]


def _sort(value: Value) -> Hashable:
    match value:
        case Number():
            return value.measure, value.words
        case Calendar() | Mark():
            return value.kind


def _firm(value: Value) -> bool:
    return isinstance(value, Mark) or value.firm


def _left(text: str, ours: Iterable[Value], other_text: str, theirs: Iterable[Value]) -> list[Value]:
    known: dict[Hashable, int] = {}
    for value in theirs:
        key = _key(other_text, value)
        known[key] = known.get(key, 0) + 1
    left: list[Value] = []
    for value in ours:
        key = _key(text, value)
        known[key] = known.get(key, 0) - 1
        if known[key] < 0:
            left.append(value)
    return left


def _key(text: str, value: Value) -> Hashable:
    match value:
        case Number():
            return "number", value.measure, value.unit, value.value
        case Calendar() if value.kind in _RELATIVE:
            return value.kind, text[value.start : value.end].lower().replace("天", "日")
        case Calendar():
            return value.kind, value.month, value.value
        case Mark():
            return value.kind, value.text


def _qualified(old: str, new: str, before: Sequence[Value], after: Sequence[Value]) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers that are equal, and hedged or moving otherwise: 近8% and 超8%."""
    waiting: dict[Hashable, list[Number]] = {}
    for value in reversed(after):
        if isinstance(value, Number):
            waiting.setdefault(_key(new, value), []).append(value)
    for value in before:
        same = waiting.get(_key(old, value)) if isinstance(value, Number) else None
        if not same or not isinstance(value, Number):
            continue
        other = same.pop()
        moved = Trend.NONE not in (value.trend, other.trend) and value.trend is not other.trend
        hedged = value.hedge is not other.hedge and (value.firm or Hedge.NONE not in (value.hedge, other.hedge))
        if moved or hedged:
            yield value, other


def _uncovered(text: str, values: Iterable[Value]) -> list[str]:
    """Return the digits that no value has read."""
    if not _SIGHT.search(text):
        return []
    signs = list(text)
    for value in values:
        signs[value.start : value.end] = " " * (value.end - value.start)
    return [found.translate(_WIDE) for found in _DIGITS.findall("".join(signs))]


def _without(ours: list[str], theirs: list[str]) -> list[str]:
    known: dict[str, int] = {}
    for text in theirs:
        known[text] = known.get(text, 0) + 1
    left = []
    for text in ours:
        known[text] = known.get(text, 0) - 1
        if known[text] < 0:
            left.append(text)
    return left


def _text(text: str, value: Value | None) -> str:
    return "" if value is None else text[value.start : value.end]


def _led(text: str, value: Value) -> str:
    """Return a value with the words before it, which qualify it."""
    before = text[max(0, value.start - _LEAD) : value.start]
    lead = _LEAD_WORDS.search(before)
    return (lead.group() if lead is not None else "") + text[value.start : value.end]
