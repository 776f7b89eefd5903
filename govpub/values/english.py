"""English text → the values that it states, with their places."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind
from govpub.values.english_calendar import take_calendar
from govpub.values.english_numbers import ORDINAL, WORD, take_numbers
from govpub.values.marks import take_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value

__all__ = ["read_english"]

_SPACES = str.maketrans("\u00a0\u2009\u202f\u2007", "    ")
_ANYTHING = re.compile(
    rf"[0-9@]|://|www\.|\b(?:{WORD}|{ORDINAL}|hal[fv]|doubl|tripl|quadr|treb|twice|year|month|quarter|dozen|decade|centur|clock"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|fold\b|day\b"
)
_COMPARISONS = re.compile(
    r"(?P<year>year[-\s](?:on|over)[-\s]year|\by-?o-?y\b)|(?P<month>month[-\s](?:on|over)[-\s]month|\bm-?o-?m\b)"
    r"|(?P<quarter>quarter[-\s](?:on|over|to)[-\s]quarter|\bq-?o-?q\b)"
)
_KINDS: Mapping[str | None, MarkKind] = MappingProxyType(
    {"year": MarkKind.YEAR_ON_YEAR, "month": MarkKind.MONTH_ON_MONTH, "quarter": MarkKind.QUARTER_ON_QUARTER}
)


def read_english(text: str) -> tuple[Value, ...]:
    """Return the values of an English text in the order in which they stand; linear in its length."""
    lowered = _lower(text)
    if not _ANYTHING.search(lowered):
        return ()
    values: list[Value] = [
        Mark(start=found.start(), end=found.end(), kind=_KINDS[found.lastgroup])
        for found in _COMPARISONS.finditer(lowered)
    ]
    text = take_calendar(take_marks(text.translate(_SPACES), values), values)
    take_numbers(_lower(text), values)
    values.sort(key=lambda value: value.start)
    return tuple(values)


def _lower(text: str) -> str:
    """Return the text in lower case, as many characters long as it was (İ has two in lower case)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(sign.lower() if sign.isascii() else sign for sign in text)
