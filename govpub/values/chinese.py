"""Chinese text → the values that it states, with their places."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind
from govpub.values.chinese_calendar import take_calendar
from govpub.values.chinese_numbers import HAN, take_numbers
from govpub.values.marks import take_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value

__all__ = ["read_chinese"]

_WIDE = str.maketrans("０１２３４５６７８９％．＋－＄\u3000\u00a0\u2009\u202f", "0123456789%.+-$    ")
_WIDE_SIGN = re.compile(f"[{''.join(map(chr, _WIDE))}]")
_ANYTHING = re.compile(
    rf"[0-9{HAN}半翻@]|[同环]比|按[年季月]|正月|腊月|年|首季|星期|周[日天]|月[底初末中]|[今昨明当翌次即][日天]|://|www\."
)
_NUMERIC = re.compile(f"[0-9{HAN}半翻]")
_COMPARISONS = re.compile(r"(?P<year>同比|按年)|(?P<previous>环比)|(?P<month>按月)|(?P<quarter>按季)")
_KINDS: Mapping[str | None, MarkKind] = MappingProxyType(
    {
        "year": MarkKind.YEAR_ON_YEAR,
        "previous": MarkKind.ON_PREVIOUS,
        "month": MarkKind.MONTH_ON_MONTH,
        "quarter": MarkKind.QUARTER_ON_QUARTER,
    }
)


def read_chinese(text: str) -> tuple[Value, ...]:
    """Return the values of a Chinese text in the order in which they stand; linear in its length."""
    if _WIDE_SIGN.search(text):
        text = text.translate(_WIDE)
    if not _ANYTHING.search(text):
        return ()
    values: list[Value] = []
    if "比" in text or "按" in text:
        values += [
            Mark(start=found.start(), end=found.end(), kind=_KINDS[found.lastgroup])
            for found in _COMPARISONS.finditer(text)
        ]
    text = take_calendar(take_marks(text, values), values)
    if _NUMERIC.search(text):
        take_numbers(text, values)
    values.sort(key=lambda value: value.start)
    return tuple(values)
