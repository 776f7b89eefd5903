"""English text → the values that it states, with their places."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind
from govpub.values.english_calendar import take_calendar
from govpub.values.english_numbers import SPELLED, take_numbers
from govpub.values.marks import lower, take_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value

__all__ = ["read_english"]

_SPACES = str.maketrans("\u00a0\u2009\u202f\u2007", "    ")
_DIGIT = re.compile(r"[0-9@]|://|www\.")
_TOKEN = re.compile(r"[a-z]+")
_MONTHS = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec today yesterday day noon yoy mom qoq"
_PERIODS = "year years month months quarter quarters monday tuesday wednesday thursday friday saturday sunday"
_DATED = frozenset((*_MONTHS.split(), *_SHORT.split(), *_PERIODS.split()))
"""Without any of these words, and without digits, a text has no dates."""
_COMPARED = frozenset(("year", "month", "quarter", "yoy", "mom", "qoq", "o"))
_COMPARISONS = re.compile(
    r"(?P<year>year[-\s](?:on|over)[-\s]year|\by-?o-?y\b)|(?P<month>month[-\s](?:on|over)[-\s]month|\bm-?o-?m\b)"
    r"|(?P<quarter>quarter[-\s](?:on|over|to)[-\s]quarter|\bq-?o-?q\b)"
)
_KINDS: Mapping[str | None, MarkKind] = MappingProxyType(
    {"year": MarkKind.YEAR_ON_YEAR, "month": MarkKind.MONTH_ON_MONTH, "quarter": MarkKind.QUARTER_ON_QUARTER}
)


def read_english(text: str) -> tuple[Value, ...]:
    """Return the values of an English text in the order in which they stand; linear in its length."""
    lowered = lower(text)
    tokens = _TOKEN.findall(lowered)
    spelled = not SPELLED.isdisjoint(tokens)
    dated = not _DATED.isdisjoint(tokens)
    if not spelled and not dated and not _DIGIT.search(lowered):
        return ()
    values: list[Value] = []
    if not _COMPARED.isdisjoint(tokens):
        values += [
            Mark(start=found.start(), end=found.end(), kind=_KINDS[found.lastgroup])
            for found in _COMPARISONS.finditer(lowered)
        ]
    if not text.isascii():
        text = text.translate(_SPACES)
    text = take_calendar(take_marks(text, values), values)
    take_numbers(lower(text), values, spelled=spelled)
    values.sort(key=lambda value: value.start)
    return tuple(values)
