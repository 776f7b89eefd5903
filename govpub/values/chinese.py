"""Chinese text → the values that it states, with their places."""

from __future__ import annotations

from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind
from govpub.patterns import pattern
from govpub.values import chinese_calendar, chinese_numbers, marks
from govpub.values.chinese_calendar import take_calendar
from govpub.values.chinese_numbers import take_numbers
from govpub.values.cues import Cues, matches_at
from govpub.values.marks import take_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value

__all__ = ["read_chinese"]

_WIDE = str.maketrans("０１２３４５６７８９％．＋－＄\u3000\u00a0\u2009\u202f", "0123456789%.+-$    ")
_CALLS = ("telephone", "tel", "phone", "hotline", "fax", "call", "dial")
_CUES = Cues(
    {
        **marks.CUES,
        **chinese_calendar.CUES,
        **chinese_numbers.CUES,
        "call": ("电话", "热线", "传真", "拨打", "致电", *_CALLS, *map(str.title, _CALLS), *map(str.upper, _CALLS)),
        "compared": ("同", "环", "按"),
        "wide": map(chr, _WIDE),
    },
    plain=pattern(
        rf"{marks.NOT_AFTER}(?!(?:1[89]|20)[0-9]{{2}}(?![0-9])|[2-9]0\s?年代|[0-9]0后|2 0|1 [89])[0-9]{{1,10}}+"
        rf"(?!{marks.NOT_BEFORE}|[:：时点])"
    ),
)
_CERTAIN = frozenset(("digit", "han", "scale", "half", "double", "century", "at", "address"))
"""A text with any of these kinds may have values, of the others a word must stand there."""
_ANYTHING = pattern(r"年|[同环]比|按[季月]|正月|腊月|首季|星期|周[日天]|月[底初末中]|[今昨明当翌次即][日天]")
_COMPARISONS = pattern(r"(?P<year>同比|按年)|(?P<previous>环比)|(?P<month>按月)|(?P<quarter>按季)")
_KINDS: Mapping[str | None, MarkKind] = MappingProxyType(
    {
        "year": MarkKind.YEAR_ON_YEAR,
        "previous": MarkKind.ON_PREVIOUS,
        "month": MarkKind.MONTH_ON_MONTH,
        "quarter": MarkKind.QUARTER_ON_QUARTER,
    }
)
_start = itemgetter(0)


def read_chinese(text: str) -> tuple[Value, ...]:
    """Return the values of a Chinese text in the order in which they stand; linear in its length."""
    cues = _CUES.find(text)
    if "wide" in cues:
        text = text.translate(_WIDE)
        cues = _CUES.find(text)
    if cues.keys().isdisjoint(_CERTAIN) and not (cues and _ANYTHING.search(text)):
        return ()
    values: list[Value] = []
    if "compared" in cues:
        values += [
            Mark(start=found.start(), end=found.end(), kind=_KINDS[found.lastgroup])
            for found in matches_at(_COMPARISONS, text, cues["compared"])
        ]
    text = take_calendar(take_marks(text, cues, values), cues, values)
    take_numbers(text, cues, values)
    values.sort(key=_start)
    return tuple(values)
