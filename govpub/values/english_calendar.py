"""Dates and periods in English text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern
from govpub.values.cues import blanked, matches_at, matches_near
from govpub.values.english_relations import take_relations
from govpub.values.numerals import ENGLISH_ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "take_calendar"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|August|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![a-z])"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_TO = r"\s?(?:[-–—/&,]|to|and|until|through)\s?"
_NAMES = pattern(_MONTH)
_NO_DAY = r"(?![\d:%]|[.,]\d|\s(?:percent|per\scent|million|billion|yuan))"
_DAY_BEFORE = pattern(rf"(?<![\d.,:$])(?:(?P<d0>{_DAY}){_TO})?(?P<d1>{_DAY})\s(?:of\s)?$")
_DAY_AFTER = pattern(rf"\s(?P<d2>{_DAY}){_NO_DAY}(?:{_TO}(?P<d3>{_DAY}){_NO_DAY}(?!\s?{_MONTH}))?")
_YEARS = pattern(
    r"(?P<year>(?:1[89]|20)\d\d)(?<![\w.,$€£¥]\d{4})"
    r"(?:\s?[-–—/]\s?(?P<second>(?:1[89]|20)\d\d)|[-–—/](?P<short>\d\d)|(?P<decade>['’]?s))?(?![\d%\w]|[.,]\d)"
    r"(?!\s(?:million|billion|trillion|percent|per\scent|yuan|km|people|households|hectares|mu)\b)"
)
_WHICH = r"first|second|third|fourth|last|final|1st|2nd|3rd|4th"
_QUARTERS = pattern(
    r"(?P<quarters>\bfirst\s(?P<many>two|three|2|3)\squarters)"
    rf"|(?P<quarter>\b(?P<which>{_WHICH})(?:(?:\s?[,-–]\s?|\s(?:and|to|or)\s(?:the\s)?)(?P<and>{_WHICH}))?\squarters?)",
    re.IGNORECASE,
)
_SHORT = pattern(
    r"(?P<short>\b(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)(?=\b|\d\d))|(?P<short_half>\b(?:H(?P<h>[12])|(?P<h2>[12])H)\b)"
)
_HALVES = pattern(
    r"(?P<half>\b(?P<part>first|second|latter|1st|2nd)(?:\sand\s(?P<half2>second))?[\s-](?:half\b|halves|six\smonths))",
    re.IGNORECASE,
)
_PLANS = pattern(
    r"(?P<plan>\b(?P<plan_number>\d{1,2}(?:st|nd|rd|th)|(?:tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|ninth|eighth|seventh|sixth|fifth|fourth|third|second|first))\sFive-Year\b)",
    re.IGNORECASE,
)
_DAYS = pattern(
    r"(?P<weekday>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)"
    r"|(?P<relative_day>\b(?:today|yesterday|(?:next|same|following|previous|that)\sday|on\sthe\sday)\b)",
    re.IGNORECASE,
)
_TIMES = pattern(
    r"(?P<time>(?<![\d.,:])(?P<hour>2[0-4]|[01]?\d)(?::(?P<minute>[0-5]\d)(?![\d:]))?\s?(?P<noon>[ap]\.?m\b\.?|noon)"
    r"|(?<![\d.,:])(?P<hour24>2[0-4]|[01]?\d):(?P<minute24>[0-5]\d)(?![\d:]))",
    re.IGNORECASE,
)
_LUNAR = pattern(
    r"(?P<lunar>\b(?:(?P<lunar_day>\d{1,2})(?:st|nd|rd|th)\sday\sof\sthe\s)?(?P<lunar_number>\d{1,2}(?:st|nd|rd|th)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\slunar\smonth"
    r"|\b(?P<lunar_after>first|last)\smonth\sof\sthe\slunar)",
    re.IGNORECASE,
)
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"month": _MONTHS, "span": ("year", "month", "period"), "quarter": ("quarter",), "half": ("half", "halves")}
    | {"day": ("day",), "lunar": ("lunar",)}
)
_PERIODS = frozenset(("span", "quarter", "half", "day", "lunar"))
# Digits that are not alone a number: of a time of day, of Q1 and 2H, of FY2015.
_BOUND = pattern(r"(?<=[QHqhY])|[0-9]++(?::|\s?(?:[ap]\.?m|noon)|[QH])", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "latter": 2}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DIGITS = pattern(r"\d+")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)}
_DAY_KIND = CalendarKind.DAY
_DAY_ENDS = frozenset("0123456789tdhf ")
"""The last characters of a day before a month: 5 March, 1st March, 3rd of March."""
_AFTER_MAY = pattern(r"$|[,.;:)]|\s?\(?(?:19|20)\d\d|\s?[-–]|\sto\s|\sand\s|\s[0-3]?\d(?!\d)")
# "in May", "by May", "since May": the month; "May" elsewhere may open a wish.
_BEFORE_MAY = pattern(
    r"(?:^|[\s(])(?:in|by|of|since|until|till|from|to|and|late|early|mid|mid-|last|this|next|[,–-])\s?$", re.IGNORECASE
)


def take_calendar(text: str, lowered: str, cues: Places, values: list[Value]) -> str:
    """Append the dates and periods of `text` to `values`; return the text with their characters blanked.

    `lowered` is the text in lower case, `cues` says where its cues stand.
    """
    odd = cues.get("odd", ())
    bound = [place for place in odd if _BOUND.match(text, place)]
    if not cues.keys().isdisjoint(_PERIODS):
        text = _periods(text, lowered, cues, bound, values)
    elif bound:
        text = _take(_short(text, bound), text, values)
    if bound:
        text = _take(matches_at(_TIMES, text, bound), text, values)
    if "span" in cues:
        take_relations(lowered, cues["span"], values)
    if "month" in cues:
        text = _dates(text, cues["month"], values)
    if bound and "FY20" in text:
        text = text.replace("FY20", "  20")
    if odd:
        text = blanked(text, [_years(found, values) for found in matches_at(_YEARS, text, odd)])
    return text


def _periods(text: str, lowered: str, cues: Places, bound: Sequence[int], values: list[Value]) -> str:
    if "quarter" in cues:
        text = _take(matches_near(_QUARTERS, text, cues["quarter"], before=24, after=12), text, values)
    if bound:
        text = _take(_short(text, bound), text, values)
    spans = cues.get("span", ())
    halves = sorted((*cues.get("half", ()), *(place for place in spans if lowered.startswith("six ", place - 4))))
    if halves:
        text = _take(matches_near(_HALVES, text, halves, before=24, after=12), text, values)
    plans = [place for place in spans if lowered.startswith("five-", place - 5)]
    if plans:
        text = _take(matches_near(_PLANS, text, plans, before=24, after=12), text, values)
    if "lunar" in cues:
        text = _take(_LUNAR.finditer(text), text, values)
    if "day" in cues:
        text = _take(matches_near(_DAYS, text, cues["day"], before=16, after=12), text, values)
    return text


def _take(matches: Iterable[re.Match[str]], text: str, values: list[Value]) -> str:
    """Append the periods that matched, and return the text without them."""
    return blanked(text, [found.span() for found in matches if _period(found, values)])


def _short(text: str, digits: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield Q1 and 2H; the letter stands before the digit or after it."""
    places = (place - 1 if text[place - 1 : place] in ("Q", "H") else place for place in digits)
    return matches_at(_SHORT, text, places)


def _number(text: str) -> int:
    digits = _DIGITS.search(text)
    if digits is not None:
        return int(digits[0])
    return ENGLISH_ORDINALS.get(text.lower(), 0)


def _ordinal(text: str) -> int:
    return _ORDINALS.get(text.lower()) or _number(text)


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
            values.append(Calendar(*before.span("d0"), _DAY_KIND, _number(before["d0"]), month))
        values.append(Calendar(before.start("d1"), end, _DAY_KIND, _number(before["d1"]), month))
        return before.start(), end
    after = _DAY_AFTER.match(text, end)
    if after is None:
        values.append(Calendar(start, end, CalendarKind.MONTH, month))
        return span
    values.append(Calendar(start, after.end("d2"), _DAY_KIND, _number(after["d2"]), month))
    if after["d3"]:
        values.append(Calendar(*after.span("d3"), _DAY_KIND, _number(after["d3"]), month))
    return start, after.end()


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Tell the month from a word that begins like it (Market, Decision), and May from the wish."""
    start, end = found.span()
    if text[start - 1 : start].isalpha() and text[max(0, start - 3) : start] not in ("mid", "end"):
        return False
    if found[0] not in ("May", "MAY"):
        return True
    return bool(
        _AFTER_MAY.match(text, end)
        or _BEFORE_MAY.search(text, max(0, start - 8), start)
        or _DAY_BEFORE.search(text, max(0, start - 18), start)
    )


def _years(found: re.Match[str], values: list[Value]) -> tuple[int, int]:
    start, end = span = found.span()
    year = int(found["year"])
    if found["second"] is None and found["short"] is None:
        values.append(Calendar(start=start, end=end, kind=CalendarKind.YEAR, value=year))
        return span
    last = int(found["second"] or year // 100 * 100 + int(found["short"]))
    if last < year:
        last += 100  # 1999-00
    middle = found.end("year")
    values.append(Calendar(start=start, end=middle, kind=CalendarKind.YEAR, value=year))
    values.append(Calendar(start=middle + 1, end=end, kind=CalendarKind.YEAR, value=last))
    return span


def _period(found: re.Match[str], values: list[Value]) -> bool:  # noqa: C901, PLR0911  one branch a kind
    """Append a period, and return whether its characters are read with it."""
    start, end = found.span()

    def add(kind: CalendarKind, value: int) -> bool:
        values.append(Calendar(start=start, end=end, kind=kind, value=value))
        return True

    match found.lastgroup:
        case "quarters":
            return add(CalendarKind.QUARTERS, 2 if found["many"].lower() in ("two", "2") else 3)
        case "quarter":
            if found["and"]:
                add(CalendarKind.QUARTER, _ordinal(found["and"]))
            return add(CalendarKind.QUARTER, _ordinal(found["which"]))
        case "short":
            return add(CalendarKind.QUARTER, int(found["q"] or found["q2"]))
        case "half":
            if found["half2"]:
                add(CalendarKind.HALF, 2)
            return add(CalendarKind.HALF, 1 if found["part"].lower() in ("first", "1st") else 2)
        case "short_half":
            return add(CalendarKind.HALF, int(found["h"] or found["h2"]))
        case "plan":
            return add(CalendarKind.PLAN, _number(found["plan_number"]))
        case "weekday":
            return add(CalendarKind.WEEKDAY, _WEEKDAYS.index(found["weekday"][:3].capitalize()) + 1)
        case "time":
            return add(CalendarKind.TIME, _minutes(found))
        case "lunar":
            day, month = int(found["lunar_day"] or 0), _number(found["lunar_number"] or "first")
            values.append(Calendar(start=start, end=end, kind=CalendarKind.LUNAR, value=day, month=month))
            return True
        case _:
            values.append(Calendar(start=start, end=end, kind=CalendarKind.RELATIVE_DAY, firm=False))
            return False


def _minutes(found: re.Match[str]) -> int:
    if found["hour24"]:
        return int(found["hour24"]) * 60 + int(found["minute24"])
    hour = int(found["hour"])
    if found["noon"][0] in "pP" and hour < 12:  # noqa: PLR2004
        hour += 12
    elif found["noon"][0] in "aA" and hour == 12:  # noqa: PLR2004
        hour = 0
    return hour * 60 + int(found["minute"] or 0)
