"""Dates and periods in English text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.values.marks import blank
from govpub.values.numerals import ENGLISH_ORDINALS

if TYPE_CHECKING:
    from govpub.model.value import Value

__all__ = ["take_calendar"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|August|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![a-z])"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_TO = r"\s?(?:[-–—/&,]|to|and|until|through)\s?"
_DATES = re.compile(
    rf"(?<![\d.,:$])(?:(?P<d0>{_DAY}){_TO})?(?P<d1>{_DAY})\s(?:of\s)?(?P<m1>{_MONTH})"
    rf"|\b(?P<m2>{_MONTH})\s(?P<d2>{_DAY})(?![\d:%]|[.,]\d|\s(?:percent|per\scent|million|billion|yuan))"
    rf"(?:{_TO}(?P<d3>{_DAY})(?![\d:%]|[.,]\d|\s?(?:{_MONTH})|\s(?:percent|per\scent|million|billion|yuan)))?"
    rf"|(?:\b|(?<=mid)|(?<=end))(?P<m3>{_MONTH})"
)
_YEARS = re.compile(
    rf"(?<![\d.,$€£¥\w])(?P<first>{_YEAR})(?:\s?[-–—/]\s?(?P<second>{_YEAR})|[-–—/](?P<short>\d\d))(?![\d%\w]|[.,]\d)"
    rf"|(?<![\d.,$€£¥\w])(?:FY\s?)?(?P<year>{_YEAR})(?P<decade>['’]?s)?"
    r"(?![\d%\w]|[.,]\d|\s(?:million|billion|trillion|percent|per\scent|yuan|km|people|households|hectares|mu)\b)"
    r"|\bFY\s?(?P<fiscal>(?:19|20)\d\d)"
)
_WHICH = r"first|second|third|fourth|last|final|1st|2nd|3rd|4th"
_PERIODS = re.compile(
    r"(?P<quarters>\bfirst\s(?P<many>two|three|2|3)\squarters)"
    rf"|(?P<quarter>\b(?P<which>{_WHICH})(?:(?:\s?[,-–]\s?|\s(?:and|to|or)\s(?:the\s)?)(?P<and>{_WHICH}))?\squarters?)"
    r"|(?P<short>\b(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)(?=\b|\d\d))"
    r"|(?P<half>\b(?P<part>first|second|latter|1st|2nd)(?:\sand\s(?P<half2>second))?[\s-](?:half\b|halves|six\smonths))"
    r"|(?P<short_half>\b(?:H(?P<h>[12])|(?P<h2>[12])H)\b)"
    r"|(?P<plan>\b(?P<plan_number>\d{1,2}(?:st|nd|rd|th)|(?i:tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|ninth|eighth|seventh|sixth|fifth|fourth|third|second|first))\sFive-Year\b)"
    r"|(?P<weekday>\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b)"
    r"|(?P<time>(?<![\d.,:])(?P<hour>2[0-4]|[01]?\d)(?::(?P<minute>[0-5]\d)(?![\d:]))?\s?(?P<noon>[ap]\.?m\b\.?|noon)"
    r"|(?<![\d.,:])(?P<hour24>2[0-4]|[01]?\d):(?P<minute24>[0-5]\d)(?![\d:]))"
    r"|(?P<lunar>\b(?:(?P<lunar_day>\d{1,2})(?:st|nd|rd|th)\sday\sof\sthe\s)?(?P<lunar_number>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth)\slunar\smonth|\b(?P<lunar_after>first|last)\smonth\sof\sthe\slunar)"
    r"|(?P<relative_year>\b(?:last|this|next|previous|current|preceding|same|following|past|coming|prior)"
    r"\s(?:financial\s|calendar\s)?year\b|\bthe\s(?:financial\s|calendar\s|reporting\s)?year\b(?!-|\sends?\b|\sended|\s(?:19|20)\d)"
    r"|\ba\syear\s(?:ago|earlier|before)|\byear[-\s]end\b|\bsame\speriod|\bduring\sthe\speriod)"
    r"|(?P<relative_month>\b(?:last|this|next|previous|same|that|following)\smonth\b|\bthe\smonth\b)"
    r"|(?P<relative_day>\b(?:today|yesterday|tomorrow|(?:next|same|following|previous|that)\sday|on\sthe\sday)\b)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "latter": 2}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_KINDS = (
    "quarters",
    "quarter",
    "short",
    "half",
    "short_half",
    "plan",
    "weekday",
    "time",
    "lunar",
    "relative_year",
    "relative_month",
    "relative_day",
)
_RELATIVES = {
    "relative_year": CalendarKind.RELATIVE_YEAR,
    "relative_month": CalendarKind.RELATIVE_MONTH,
    "relative_day": CalendarKind.RELATIVE_DAY,
}
_DIGITS = re.compile(r"\d+")
# "in May", "by May", "since May": the month; "May" elsewhere may open a wish.
_BEFORE_MAY = re.compile(
    r"(?:^|[\s(])(?:in|by|of|since|until|till|from|to|and|late|early|mid|mid-|last|this|next|[,–-])\s?$", re.IGNORECASE
)


def take_calendar(text: str, values: list[Value]) -> str:
    """Append the dates and periods of `text` to `values`; return the text with their characters blanked."""
    text = _PERIODS.sub(lambda found: _period(found, values), text)
    text = _DATES.sub(lambda found: _date(found, values), text)
    return _YEARS.sub(lambda found: _years(found, values), text)


def _number(text: str) -> int:
    digits = _DIGITS.search(text)
    if digits is not None:
        return int(digits[0])
    return ENGLISH_ORDINALS.get(text.lower(), 0)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _date(found: re.Match[str], values: list[Value]) -> str:
    def add(kind: CalendarKind, start: int, end: int, value: int, month: int = 0) -> None:
        values.append(Calendar(start=start, end=end, kind=kind, value=value, month=month))

    if found["m1"]:
        month = _month(found["m1"])
        if found["d0"]:
            add(CalendarKind.DAY, found.start("d0"), found.end("d0"), _number(found["d0"]), month)
        add(CalendarKind.DAY, found.start("d1"), found.end(), _number(found["d1"]), month)
    elif found["m2"]:
        month = _month(found["m2"])
        add(CalendarKind.DAY, found.start("m2"), found.end("d2"), _number(found["d2"]), month)
        if found["d3"]:
            add(CalendarKind.DAY, found.start("d3"), found.end("d3"), _number(found["d3"]), month)
    else:
        name = found["m3"]
        if name in ("May", "MAY") and not _is_month(found):
            return found[0]
        add(CalendarKind.MONTH, found.start(), found.end(), _month(name))
    return blank(found)


def _is_month(found: re.Match[str]) -> bool:
    after = found.string[found.end() : found.end() + 6]
    return bool(
        re.match(r"$|[,.;:)]|\s?\(?(?:19|20)\d\d|\s?[-–]|\sto\s|\sand\s", after)
        or _BEFORE_MAY.search(found.string, max(0, found.start() - 8), found.start())
    )


def _years(found: re.Match[str], values: list[Value]) -> str:
    start, end = found.span()
    if found["first"]:
        first = int(found["first"])
        last = int(found["second"] or first // 100 * 100 + int(found["short"]))
        if last < first:
            last += 100  # 1999-00
        values.append(Calendar(start=start, end=found.end("first"), kind=CalendarKind.YEAR, value=first))
        values.append(Calendar(start=found.end("first") + 1, end=end, kind=CalendarKind.YEAR, value=last))
        return blank(found)
    year = int(found["year"] or found["fiscal"])
    values.append(Calendar(start=start, end=end, kind=CalendarKind.YEAR, value=year))
    return blank(found)


def _period(found: re.Match[str], values: list[Value]) -> str:  # noqa: PLR0911  one branch a kind
    start, end = found.span()

    def add(kind: CalendarKind, value: int) -> str:
        values.append(Calendar(start=start, end=end, kind=kind, value=value))
        return blank(found)

    match next(name for name in _KINDS if found[name]):
        case "quarters":
            return add(CalendarKind.QUARTERS, 2 if found["many"] in ("two", "2") else 3)
        case "quarter":
            if found["and"]:
                add(CalendarKind.QUARTER, _number(found["and"]) or _ORDINALS[found["and"]])
            return add(CalendarKind.QUARTER, _ORDINALS.get(found["which"]) or _number(found["which"]))
        case "short":
            return add(CalendarKind.QUARTER, int(found["q"] or found["q2"]))
        case "half":
            if found["half2"]:
                add(CalendarKind.HALF, 2)
            return add(CalendarKind.HALF, 1 if found["part"] in ("first", "1st") else 2)
        case "short_half":
            return add(CalendarKind.HALF, int(found["h"] or found["h2"]))
        case "plan":
            return add(CalendarKind.PLAN, _number(found["plan_number"]))
        case "weekday":
            return add(CalendarKind.WEEKDAY, _WEEKDAYS.index(found["weekday"][:3]) + 1)
        case "time":
            return add(CalendarKind.TIME, _minutes(found))
        case "lunar":
            day, month = int(found["lunar_day"] or 0), _number(found["lunar_number"] or "first")
            values.append(Calendar(start=start, end=end, kind=CalendarKind.LUNAR, value=day, month=month))
            return blank(found)
        case relative:
            values.append(Calendar(start=start, end=end, kind=_RELATIVES[relative], firm=False))
            return found[0]


def _minutes(found: re.Match[str]) -> int:
    if found["hour24"]:
        return int(found["hour24"]) * 60 + int(found["minute24"])
    hour = int(found["hour"])
    if found["noon"][0] == "p" and hour < 12:  # noqa: PLR2004
        hour += 12
    elif found["noon"][0] == "a" and hour == 12:  # noqa: PLR2004
        hour = 0
    return hour * 60 + int(found["minute"] or 0)
