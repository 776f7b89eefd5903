"""English text → the values that it states, with their places."""

from __future__ import annotations

import re
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind
from govpub.patterns import pattern
from govpub.values import english_calendar, english_numbers, marks
from govpub.values.cues import Cues, matches_at
from govpub.values.english_calendar import take_calendar
from govpub.values.english_numbers import SPELLED, take_numbers
from govpub.values.marks import lower, take_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govpub.model.value import Value

__all__ = ["read_english"]

_SPACES = str.maketrans("\u00a0\u2009\u202f\u2007", "    ")
_CUES = Cues(
    {
        **marks.CUES,
        **english_calendar.CUES,
        **english_numbers.CUES,
        "call": (
            "telephone",
            "tel",
            "phone",
            "hotline",
            "fax",
            "call",
            "dial",
            "infoline",
            "helpline",
            "电话",
            "热线",
            "传真",
            "拨打",
            "致电",
        ),
        "compared": ("yoy", "mom", "qoq", "y-o-y", "m-o-m", "q-o-q"),
        "space": map(chr, _SPACES),
    },
    plain=pattern(
        rf"{marks.NOT_AFTER}(?!(?:1[89]|20)[0-9]{{2}}(?![0-9]))[0-9]{{1,10}}+"
        rf"(?!{marks.NOT_BEFORE}|[:qh]|(?:\.[0-5][0-9])?\s?(?:[ap]\.?m|noon|midnight)|\s(?:hours|hrs))",
        re.IGNORECASE,
    ),
)
_TOKEN = pattern(r"[a-z]+")
_MONTHS = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec today yesterday day week noon midnight zero yoy mom qoq"
_PERIODS = "year years month months quarter quarters monday tuesday wednesday thursday friday saturday sunday"
_DATED = frozenset((*_MONTHS.split(), *_SHORT.split(), *_PERIODS.split()))
"""Without any of these words, and without numbers, a text has no dates."""
_COMPARISONS = pattern(
    r"(?P<year>year[-\s](?:on|over)[-\s]year|\by-?o-?y\b)|(?P<month>month[-\s](?:on|over)[-\s]month|\bm-?o-?m\b)"
    r"|(?P<quarter>quarter[-\s](?:on|over|to)[-\s]quarter|\bq-?o-?q\b)"
)
_KINDS: Mapping[str | None, MarkKind] = MappingProxyType(
    {"year": MarkKind.YEAR_ON_YEAR, "month": MarkKind.MONTH_ON_MONTH, "quarter": MarkKind.QUARTER_ON_QUARTER}
)
_FIGURES = frozenset(("digit", "address", "at"))
_COMPARED = ("span", "quarter", "compared")
_start = itemgetter(0)


def read_english(text: str) -> tuple[Value, ...]:
    """Return the values of an English text in the order in which they stand; linear in its length."""
    lowered = lower(text)
    cues = _CUES.find(lowered)
    if not cues:
        return ()
    if cues.keys().isdisjoint(_FIGURES):
        words = _TOKEN.findall(lowered)
        if SPELLED.isdisjoint(words) and _DATED.isdisjoint(words):
            return ()
    values: list[Value] = []
    for kind in _COMPARED:
        if kind in cues:
            values += _compared(lowered, cues[kind])
    if "space" in cues:
        text = text.translate(_SPACES)
        lowered = lower(text)
    left = take_marks(text, cues, values)
    if left != text:
        lowered = lower(left)
    text, left = left, take_calendar(left, lowered, cues, values)
    if left != text:
        lowered = lower(left)
    take_numbers(lowered, cues, values)
    values.sort(key=_start)
    return tuple(values)


def _compared(lowered: str, places: list[int]) -> Iterator[Mark]:
    for found in matches_at(_COMPARISONS, lowered, places):
        yield Mark(found.start(), found.end(), _KINDS[found.lastgroup])
