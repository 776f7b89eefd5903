"""Dates and periods in English text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern
from govpub.values.cues import blanked, matches_at
from govpub.values.english_periods import CUES, MONTHS, number, take_periods
from govpub.values.english_relations import take_relations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "take_calendar"]

_MONTH = (
    r"(?:[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|August|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![a-z])"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_TO = r"\s?(?:[-–—/&,]|to|and|until|through)\s?"
_NAMES = pattern(_MONTH)
_NO_DAY = r"(?![\d:%]|[.,]\d|\s0\d\d(?!\d)|\s(?:percent|per\scent|million|billion|yuan))"
_DAY_BEFORE = pattern(rf"(?<![\d.,:$])(?:(?P<d0>{_DAY}){_TO})?(?P<d1>{_DAY})\s(?:of\s)?$")
_DAY_AFTER = pattern(rf"\s(?P<d2>{_DAY}){_NO_DAY}(?:{_TO}(?P<d3>{_DAY}){_NO_DAY}(?!\s?{_MONTH}))?")
_YEARS = pattern(
    r"(?P<year>(?:1[89]|20)\d\d)(?<![\w.,$€£¥]\d{4})"
    r"(?:\s?[-–—/]\s?(?P<second>(?:1[89]|20)\d\d)|[-–—/](?P<short>\d\d)|(?P<decade>['’]?s))?(?![\d%\w]|[.,]\d)"
    r"(?!\s(?:million|billion|trillion|percent|per\scent|yuan|km|people|households|hectares|mu)\b)"
)
_RESOLUTION = pattern(r"\d{3,4}\s\($")
"""Before the year of a resolution of the Security Council, which the other language may leave out: 2712 (2023)."""
_DYNASTY = pattern(
    r"dynasty\s\((?:c\.\s?)?\d{1,4}(?:\s?BC)?\s?[-–]\s?(?:AD\s?)?\d{1,4}(?:\s?(?:BC|AD))?\)", re.IGNORECASE
)
"""When a dynasty ruled: news English tells its readers, and Chinese does not."""
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_DAY_KIND = CalendarKind.DAY
_DAY_ENDS = frozenset("0123456789tdhf ")
"""The last characters of a day before a month: 5 March, 1st March, 3rd of March."""
_AFTER_MAY = pattern(r"$|[,.;:)]|\s?\(?(?:19|20)\d\d|\s?[-–]|\sto\s|\sand\s|\s[0-3]?\d(?!\d)")
# "in May", "by May", "since May": the month; "May" elsewhere may open a wish.
_BEFORE_MAY = pattern(
    r"(?:^|[\s(])(?:in|by|of|since|until|till|from|to|and|late|early|mid|mid-|last|this|next|end-|[,–-])\s?$",
    re.IGNORECASE,
)


def take_calendar(text: str, lowered: str, cues: Places, values: list[Value]) -> str:
    """Append the dates and periods of `text` to `values`; return the text with their characters blanked.

    `lowered` is the text in lower case, `cues` says where its cues stand.
    """
    odd = cues.get("odd", ())
    if "dynasty" in cues:
        text = blanked(text, [found.span() for found in matches_at(_DYNASTY, text, cues["dynasty"])])
    text = take_periods(text, lowered, cues, values)
    if "span" in cues:
        take_relations(lowered, cues["span"], values)
    if "month" in cues:
        text = _dates(text, cues["month"], values)
    if odd and "FY20" in text:
        text = text.replace("FY20", "  20")
    if odd:
        text = blanked(text, [_years(found, values) for found in matches_at(_YEARS, text, odd)])
    return text


def _dates(text: str, places: Iterable[int], values: list[Value]) -> str:
    spans: list[tuple[int, int]] = []
    done = 0
    for found in matches_at(_NAMES, text, places):
        if found.start() >= done and _is_month(text, found):
            span = _date(text, found, max(done, found.start() - 18), values)
            spans.append(span)
            done = span[1]
    return blanked(text, spans)


def _date(text: str, found: re.Match[str], reach: int, values: list[Value]) -> tuple[int, int]:
    """Append the days beside a month, or else the month; return what was read."""
    start, end = span = found.span()
    month = _MONTH_NUMBERS[found[0][:3].lower()]
    before = _DAY_BEFORE.search(text, reach, start) if text[start - 2 : start - 1] in _DAY_ENDS else None
    if before is not None:
        if before["d0"]:
            values.append(Calendar(*before.span("d0"), _DAY_KIND, number(before["d0"]), month))
        values.append(Calendar(before.start("d1"), end, _DAY_KIND, number(before["d1"]), month))
        return before.start(), end
    after = _DAY_AFTER.match(text, end)
    if after is None:
        values.append(Calendar(start, end, CalendarKind.MONTH, month))
        return span
    values.append(Calendar(start, after.end("d2"), _DAY_KIND, number(after["d2"]), month))
    if after["d3"]:
        values.append(Calendar(*after.span("d3"), _DAY_KIND, number(after["d3"]), month))
    return start, after.end()


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Tell the month from a word that begins like it (Market, Decision), and May from the wish."""
    start, end = found.span()
    if text[start - 1 : start].isalpha() and text[max(0, start - 3) : start] not in ("mid", "end"):
        return False
    if found[0] not in ("May", "MAY"):
        return found[0] != "March" or not text.endswith("Long ", 0, start)  # which was no month, but a year
    return bool(
        _AFTER_MAY.match(text, end)
        or _BEFORE_MAY.search(text, max(0, start - 8), start)
        or _DAY_BEFORE.search(text, max(0, start - 18), start)
    )


def _years(found: re.Match[str], values: list[Value]) -> tuple[int, int]:
    start, end = span = found.span()
    text, year = found.string, int(found["year"])
    if found["second"] is None and found["short"] is None:
        firm = not (text.startswith(")", end) and _RESOLUTION.search(text, max(0, start - 8), start))
        values.append(Calendar(start=start, end=end, kind=CalendarKind.YEAR, value=year, firm=firm))
        return span
    last = int(found["second"] or year // 100 * 100 + int(found["short"]))
    if last < year:
        last += 100  # 1999-00
    middle = found.end("year")
    values.append(Calendar(start=start, end=middle, kind=CalendarKind.YEAR, value=year))
    values.append(Calendar(start=middle + 1, end=end, kind=CalendarKind.YEAR, value=last))
    return span
