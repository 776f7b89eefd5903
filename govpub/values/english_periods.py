"""Quarters, halves, Five-Year Plans, days of the week, lunar months and times of day in English text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern
from govpub.values.cues import blanked, matches_at, matches_near, places_of
from govpub.values.numerals import ENGLISH_ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "MONTHS", "number", "take_periods"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHICH = r"first|second|third|fourth|last|final|1st|2nd|3rd|4th"
_QUARTERS = pattern(
    r"(?P<quarters>\bfirst\s(?P<many>two|three|2|3)\squarters)"
    r"|(?P<listed>\bfirst,\ssecond,?\sand\sthird\squarters)"
    rf"|(?P<quarter>\b(?P<which>{_WHICH})(?:(?:\s?[,-–]\s?|\s(?:and|to|or)\s(?:the\s)?)(?P<and>{_WHICH}))?\squarters?)",
    re.IGNORECASE,
)
_SHORT = pattern(
    r"(?P<short>\b(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)(?=\b|\d\d))|(?P<short_half>\b(?:H(?P<h>[12])|(?P<h2>[12])H)\b)"
)
_HALVES = pattern(
    r"(?P<half>\b(?P<part>first|second|latter|1st|2nd)(?:\sand\s(?P<half2>second))?[\s-](?:half\b|halves|six\smonths)"
    rf"(?!\sof\s(?:the\s(?:month|century|decade|game|match)\b|(?:{'|'.join(MONTHS)}))))",
    re.IGNORECASE,
)
_PLANS = pattern(
    r"(?P<plan>\b(?P<plan_number>\d{1,2}(?:st|nd|rd|th)|(?:tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|ninth|eighth|seventh|sixth|fifth|fourth|third|second|first))\sFive-Year\b)",
    re.IGNORECASE,
)
_ELLIPTIC = pattern(r"(first|second|third|fourth)(?=\s?[,.;)]|\s(?:and|before|as|but|while)\b|$)")
"""Behind `in the`, where quarters are told: 2.6 percent in the first quarter and 1 percent in the second."""
_HOLIDAYS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"new": (1, 1), "may": (5, 1), "labor": (5, 1), "labour": (5, 1), "national": (10, 1), "christmas": (12, 25)}
)
_DAYS = pattern(
    r"(?P<weekday>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)"
    r"|(?P<relative_day>\b(?:today|yesterday|(?:next|same|following|previous|preceding|that)\sday|on\sthe\sday"
    r"|the\sday\s(?:before|after)|an?\s(?:day|week)\s(?:ago|earlier|later|before|after))\b)"
    r"|(?P<holiday>\b(?:New\sYear['’]s|May|Labou?r|National|Christmas)\sDay\b)",
    re.IGNORECASE,
)
_TIMES = pattern(
    r"(?P<time>(?<![\d.,:])(?P<hour>2[0-4]|[01]?\d)(?:[:.](?P<minute>[0-5]\d)(?![\d:]))?\s?"
    r"(?P<noon>[ap]\.?m\b\.?|noon\b|midnight\b)"
    r"|(?<![\d.,:])(?P<hour24>2[0-4]|[01]?\d):(?P<minute24>[0-5]\d)(?![\d:])"
    r"|(?:(?<=at\s)|(?<=from\s)|(?<=until\s)|(?<=since\s)|(?<=before\s)|(?<=after\s)|(?<=hours\sto\s))"
    r"(?P<hours>(?:[01]\d|2[0-4])[0-5]\d)\s(?:hours|hrs)\b(?!\sof))",
    re.IGNORECASE,
)
_NOON = pattern(r"\b(?:(?P<noon>noon)|(?P<midnight>midnight|zero\shour))\b", re.IGNORECASE)
_LUNAR_NUMBER = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
)
_LUNAR = pattern(
    rf"(?P<lunar>\b(?:(?P<lunar_day>{_LUNAR_NUMBER})\sday\sof\sthe\s)?(?P<lunar_number>{_LUNAR_NUMBER})\slunar\smonth"
    r"|\b(?P<lunar_after>first|last)\smonth\sof\sthe\slunar)",
    re.IGNORECASE,
)
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"month": MONTHS, "span": ("year", "month", "period"), "quarter": ("quarter",), "half": ("half", "halves")}
    | {
        "day": ("day", "week"),
        "lunar": ("lunar",),
        "noon": ("noon", "midnight", "zero hour"),
        "dynasty": ("dynasty (",),
    }
)
_PERIODS = frozenset(("span", "quarter", "half", "day", "lunar"))
# Digits that are not alone a number: of a time of day, of Q1 and 2H, of FY2015.
_BOUND = pattern(
    r"(?<=[QHqh])|[0-9]++(?::|(?:\.[0-5][0-9])?\s?(?:[ap]\.?m|noon|midnight)|\s(?:hours|hrs)|[QH])", re.IGNORECASE
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "latter": 2}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NOON_MINUTES = 12 * 60
_DIGITS = pattern(r"\d+")


def take_periods(text: str, lowered: str, cues: Places, values: list[Value]) -> str:
    """Append the periods, days of the week and times of day of `text` to `values`; return the text without them."""
    bound = [place for place in cues["odd"] if _BOUND.match(text, place)] if "odd" in cues else []
    if not cues.keys().isdisjoint(_PERIODS):
        text = _periods(text, lowered, cues, bound, values)
    elif bound:
        text = _take(_short(text, bound), text, values)
    if bound:
        text = _take(matches_at(_TIMES, text, bound), text, values)
    if "noon" in cues:
        for found in matches_at(_NOON, text, cues["noon"]):
            minutes = _NOON_MINUTES if found["noon"] else 2 * _NOON_MINUTES
            values.append(Calendar(*found.span(), CalendarKind.TIME, minutes, firm=False))
    return text


def _periods(text: str, lowered: str, cues: Places, bound: Sequence[int], values: list[Value]) -> str:
    if "quarter" in cues:
        text = _take(matches_near(_QUARTERS, text, cues["quarter"], before=28, after=12), text, values)
        values += _elliptic(lowered, places_of(cues, "word", "part"))
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


def _elliptic(lowered: str, places: Iterable[int]) -> Iterator[Calendar]:
    for found in matches_at(_ELLIPTIC, lowered, places):
        if lowered.endswith((" in the ", " of the "), 0, found.start()):
            yield Calendar(*found.span(), CalendarKind.QUARTER, ENGLISH_ORDINALS[found[0]], firm=False)


def _take(matches: Iterable[re.Match[str]], text: str, values: list[Value]) -> str:
    """Append the periods that matched, and return the text without them."""
    return blanked(text, [found.span() for found in matches if _period(found, values)])


def _short(text: str, digits: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield Q1 and 2H; the letter stands before the digit or after it."""
    places = (place - 1 if text[place - 1 : place] in ("Q", "H") else place for place in digits)
    return matches_at(_SHORT, text, places)


def number(text: str) -> int:
    """Return the number of a day or of a place in a row, in figures or in words; 0 where there is none."""
    digits = _DIGITS.search(text)
    if digits is not None:
        return int(digits[0])
    return ENGLISH_ORDINALS.get(text.lower(), 0)


def _ordinal(text: str) -> int:
    return _ORDINALS.get(text.lower()) or number(text)


def _period(found: re.Match[str], values: list[Value]) -> bool:  # noqa: C901, PLR0911, PLR0912  one branch a kind
    """Append a period, and return whether its characters are read with it."""
    start, end = found.span()

    def add(kind: CalendarKind, value: int) -> bool:
        values.append(Calendar(start=start, end=end, kind=kind, value=value))
        return True

    match found.lastgroup:
        case "quarters":
            return add(CalendarKind.QUARTERS, 2 if found["many"].lower() in ("two", "2") else 3)
        case "listed":
            values += [Calendar(start, end, CalendarKind.QUARTER, quarter, firm=False) for quarter in (1, 2, 3)]
            values.append(Calendar(start, end, CalendarKind.QUARTERS, 3, firm=False))
            return True
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
            return add(CalendarKind.PLAN, number(found["plan_number"]))
        case "weekday":
            return add(CalendarKind.WEEKDAY, _WEEKDAYS.index(found["weekday"][:3].capitalize()) + 1)
        case "time":
            return add(CalendarKind.TIME, _minutes(found))
        case "holiday":
            month, day = _HOLIDAYS[found[0].lower().split()[0].partition("’")[0].partition("'")[0]]
            values.append(Calendar(start, end, CalendarKind.DAY, day, month, firm=False))
            return True
        case "lunar":
            day, month = number(found["lunar_day"] or ""), number(found["lunar_number"] or "first")
            values.append(Calendar(start=start, end=end, kind=CalendarKind.LUNAR, value=day, month=month))
            return True
        case _:
            values.append(Calendar(start=start, end=end, kind=CalendarKind.RELATIVE_DAY, firm=False))
            return False


def _minutes(found: re.Match[str]) -> int:
    if found["hours"]:
        return int(found["hours"][:2]) * 60 + int(found["hours"][2:])
    if found["hour24"]:
        return int(found["hour24"]) * 60 + int(found["minute24"])
    hour = int(found["hour"])
    if found["noon"][0] in "pP" and hour < 12:  # noqa: PLR2004
        hour += 12
    elif found["noon"][0] in "aA" and hour == 12:  # noqa: PLR2004
        hour = 0
    elif found["noon"][0] in "mM":
        hour = 24
    return hour * 60 + int(found["minute"] or 0)
