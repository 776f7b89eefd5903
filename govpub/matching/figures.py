"""Figures, dates and what is copied, of two texts in one language: what only one of them says."""

from __future__ import annotations

import re
from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

from govpub.matching.counting import paired, unmatched
from govpub.matching.difference import Change, difference
from govpub.model.value import Calendar, CalendarKind, Hedge, Mark, Number, Trend
from govpub.values import read_values

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from govpub.locales import Locale
    from govpub.model.value import Value

__all__ = ["differing_values", "value_key"]

_RELATIVE = (CalendarKind.RELATIVE_YEAR, CalendarKind.RELATIVE_MONTH, CalendarKind.RELATIVE_DAY)
_DIGITS = re.compile(r"[0-9０-９]+(?:[.,．，:：][0-9０-９]+)*")
_WIDE = str.maketrans("０１２３４５６７８９．，：", "0123456789.,:")
_LEAD_WORDS = re.compile(r"(?:[\u4e00-\u9fff]{1,6}|(?:[A-Za-z’'\-]+ ){1,3})$")
_LEAD = 40
"""Characters before a value that are looked at for words that qualify it."""
_NEAR = 40
"""Values of the other text that are tried as the partner of one."""
_NUMERALS = re.compile("[零〇一二两三四五六七八九十百千万亿]+")


def differing_values(old: str, new: str, locale: Locale) -> Iterator[tuple[bool, str, str]]:
    """Yield whether it is a date, what the old text says, what the new one says; one of them may be empty.

    A number in words that idiom may drop (一个, one) counts only where the other text has another one for it.
    """
    before, after = read_values(old, locale), read_values(new, locale)
    read = [_text(old, value) for value in before], [_text(new, value) for value in after]
    if read[0] != read[1]:
        for one, other in _unlike(old, new, before, after):
            yield isinstance(one if one is not None else other, Calendar), _text(old, one), _text(new, other)
    for one, other in _qualified(old, new, before, after):
        yield False, _led(old, one), _led(new, other)
    for gone, come in _exchanged(old, new, locale):
        if not any(gone in text for text in read[0]) and not any(come in text for text in read[1]):
            yield False, gone, come
    lost, added = _uncovered(old, before), _uncovered(new, after)
    if lost != added:
        yield from ((False, *pair) for pair in paired(unmatched(lost, added, str), unmatched(added, lost, str)))


def _unlike(
    old: str, new: str, before: Sequence[Value], after: Sequence[Value]
) -> list[tuple[Value | None, Value | None]]:
    """Return the values that have no equal in the other text, paired by their kind in the order of the texts."""
    lost, added = _left(old, new, before, after), _left(new, old, after, before)
    pairs: list[tuple[Value | None, Value | None]] = []
    for dates in (True, False):
        ours = [value for value in lost if isinstance(value, Calendar) is dates]
        theirs = [value for value in added if isinstance(value, Calendar) is dates]
        for value in ours:
            other = next((each for each in theirs[:_NEAR] if _sort(each) == _sort(value)), None)
            if other is None and theirs and not any(_sort(each) == _sort(theirs[0]) for each in ours[:_NEAR]):
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


def _left(text: str, other_text: str, ours: Sequence[Value], theirs: Sequence[Value]) -> list[Value]:
    """Return the values of one text that the other does not have as well."""
    keys = {id(value): _named_key(text, value) for value in ours}
    keys |= {id(value): _named_key(other_text, value) for value in theirs}
    return unmatched(ours, theirs, lambda value: keys[id(value)])


def _named_key(text: str, value: Value) -> Hashable:
    """Return `value_key`; what is told by its relation to the day of writing (去年, yesterday) by its words."""
    if isinstance(value, Calendar) and value.kind in _RELATIVE:
        return value.kind, text[value.start : value.end].lower().replace("天", "日")
    return value_key(value), value.unit if isinstance(value, Number) else ""


def value_key(value: Value) -> Hashable:
    """Return what values that say the same have in common, whatever the language; units apart."""
    match value:
        case Number():
            return "number", value.measure, value.value
        case Calendar():
            return value.kind, value.month, value.value
        case Mark():
            return value.kind, value.text


def _qualified(old: str, new: str, before: Sequence[Value], after: Sequence[Value]) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers that are equal, and hedged or moving otherwise: 近8% and 超8%."""
    waiting: dict[Hashable, deque[Number]] = {}
    for value in after:
        if isinstance(value, Number):
            waiting.setdefault(_text(new, value), deque()).append(value)
    for value in before:
        same = waiting.get(_text(old, value))
        if not same or not isinstance(value, Number):
            continue
        other = same.popleft()
        moved = Trend.NONE not in (value.trend, other.trend) and value.trend is not other.trend
        hedged = value.hedge is not other.hedge and (value.firm or Hedge.NONE not in (value.hedge, other.hedge))
        if moved or hedged:
            yield value, other


def _exchanged(old: str, new: str, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield Han numerals that one text has in the place of others, where no value is read: 分三阶段 and 分四阶段."""
    if locale.spaces_words or _NUMERALS.findall(old) == _NUMERALS.findall(new):
        return
    pieces = difference(old, new, locale)
    for gone, come in pairwise(pieces):
        if gone.kind is Change.REMOVED and come.kind is Change.ADDED:
            one, other = _NUMERALS.match(gone.text), _NUMERALS.match(come.text)
            if one is not None and other is not None and one.group() != other.group():
                yield one.group(), other.group()


def _uncovered(text: str, values: Sequence[Value]) -> list[str]:
    """Return the digits that no value has read."""
    left: list[str] = []
    place = 0
    for found in _DIGITS.finditer(text):
        while place < len(values) and values[place].end <= found.start():
            place += 1
        if place == len(values) or not values[place].start <= found.start() < found.end() <= values[place].end:
            left.append(found.group().translate(_WIDE))
    return left


def _text(text: str, value: Value | None) -> str:
    return "" if value is None else text[value.start : value.end]


def _led(text: str, value: Value) -> str:
    """Return a value with the words before it, which qualify it."""
    before = text[max(0, value.start - _LEAD) : value.start]
    lead = _LEAD_WORDS.search(before)
    return (lead.group() if lead is not None else "") + text[value.start : value.end]
