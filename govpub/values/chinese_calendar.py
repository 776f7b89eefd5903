"""Dates and periods in Chinese text."""

from __future__ import annotations

from bisect import bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern
from govpub.values.chinese_times import take_times
from govpub.values.chinese_years import take_years
from govpub.values.cues import any_match, blanked, matches_at, places_of
from govpub.values.numerals import number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "take_calendar"]

_HAN = "一二三四五六七八九十"
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"han": tuple(_HAN), "season": ("季",), "half": ("半",), "weekday": ("星", "礼", "周"), "lunar": ("农历",)}
    | {"clock": (":", "：", "时", "点"), "time": tuple("年月日天期")}
)
# Justified text may have a space between any two characters: 1 0 月.
_MONTH = r"1[0-2]|1 [0-2](?=\s?月)|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = r"[12] \d(?=\s?日)|3 [01](?=\s?日)|[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TO = r"\s?(?:[-–—~～至到、和及与]|以及)\s?"

_DATES = pattern(
    rf"(?<![\d.{_HAN}正])(?<!\d,)(?:(?P<m1>{_MONTH})\s?(?:月份?)?{_TO})?(?P<m2>{_MONTH})\s?月份?"
    rf"(?:\s?(?P<d1>{_DAY})\s?(?:[日号]|(?=(?:\s?[-–—~～至到、和及与]\s?(?:{_DAY})){{1,5}}\s?[日号])))?"
    rf"|(?P<lone>(?<![\d.])(?<!\d,)(?:[12]\d|3[01]|[1-9])\s?日(?![元圆币本内间均历数])"
    rf"|(?<![{_HAN}廿卅〇零百千第])(?:二?十[一二三四五六七八九]|二十|三十一?|(?<=[至于、和及与])[一二三四五六七八九十])日"
    r"(?![元圆币本内间均历数游期]|以[内上下]|之[内后前]|[后前起]))"
)
_SEASONS = pattern(
    r"(?P<first_quarter>首季度?)|(?P<quarters>[前首]\s?(?P<many>[二两三23])\s?个?季度?)"
    r"|(?P<quarter>第?\s?(?P<which>[一二三四1-4])\s?(?:[至到、和及-](?P<and>第?[一二三四1-4]))?季度)"
    r"|(?P<season>第\s?(?P<number>[一二三四1-4])\s?(?:[至到、和及](?:第?)(?P<season2>[一二三四1-4])\s?)?季)"
)
_HALVES = pattern(r"(?P<half>[上下]半(?:年度?|(?P<of_month>个?月)))")
_PLANS = pattern(
    r"(?P<plan>[“\"「](?:十[一二三四五六]?|[一二三四五六七八九])五[”\"」]|十五(?=规划|时期|期间|计划)|(?<![二三四五六七八九第])十[一二三四五六]五(?![〇零一二三四五六七八九十百千万亿]))"
)
_WEEKDAYS = pattern(
    r"(?P<weekday>(?:星期|礼拜|周)(?P<dow>[一二三四五六日天])(?![年期岁转边围而内次家先生度个天场班节趟]|小时|(?<=日)均))"
)
_LUNAR_DATES = pattern(
    r"(?P<lunar>(?:农历\s?(?P<lunar_month>正|冬|腊|十[一二]?|[一二三四五六七八九])月|(?P<lunar_name>[正腊])月)"
    r"(?P<lunar_day>初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九])?)"
)
# All begin with one class of characters, which is searched fast.
_RELATIONS = pattern(
    r"[去今明前本同当次翌该来往上下全期过一年月昨即](?:"
    r"(?P<relative_year>(?<=[去今明前本同当次翌该来往上])年|(?<=全)(?<!年全)年|(?<=上)一年|(?<=期)[内间]|(?<=同)期|(?<=过)去一年"
    r"|(?<=一)年前|(?<=年)(?<![\d年一二三四五六七八九〇]年)(?<!\d 年)[内底末初中终])"
    r"|(?P<relative_month>(?<=[上本当同下该次])月|(?<=月)[底末初内中])"
    r"|(?P<relative_day>(?<=[今昨明当同翌次即前])日|(?<=[今昨明当])天))"
)
_RELATED = pattern(r"(?<=[去今明前本同当次翌该来往上下全一昨即])[年月日天]|[年月][内底末初终中]|期[内间]|(?<=同)期")
_NUMBERED = pattern(rf"[月日](?:(?<=[0-9{_HAN}].)|(?<=[0-9{_HAN}]\s.))")
_LONGEST = 12
"""Characters from the first numeral of a date to its 月 or 日, at most: 1 0 以及 1 1 月."""
_MONTHS = 12
_YEAR_ENDS = ("年底", "年末", "年终")
_RELATIVES = {
    "relative_year": CalendarKind.RELATIVE_YEAR,
    "relative_month": CalendarKind.RELATIVE_MONTH,
    "relative_day": CalendarKind.RELATIVE_DAY,
}
_LUNAR = {"正": 1, "冬": 11, "腊": 12}


def take_calendar(text: str, cues: Places, values: list[Value]) -> str:
    """Append the dates and periods of `text` to `values`; return the text with their characters blanked.

    `cues` says where their cues stand.
    """
    text = _periods(text, cues, values)
    time = cues.get("time", ())
    if any_match(_RELATED, text, time):
        _relations(text, time, values)
    text = take_years(text, cues, values)
    named = [place for place in time if _NUMBERED.match(text, place)]
    if named:
        places = [place for place in places_of(cues, "digit", "han") if _is_near(place, named)]
        text = blanked(text, _Dates(values).read(text, places))
    return text


def _is_near(place: int, named: list[int]) -> bool:
    """Return whether a month or day is named soon after a numeral."""
    following = bisect_right(named, place)
    return following < len(named) and named[following] - place <= _LONGEST


def _periods(text: str, cues: Places, values: list[Value]) -> str:
    """Take the periods that are named and not dated."""
    if "season" in cues:
        text = _take(_SEASONS.finditer(text), text, values)
    if "half" in cues and ("半年" in text or "半月" in text or "半个月" in text):
        text = _take(_HALVES.finditer(text), text, values)
    if "han" in cues and "五" in text:
        text = _take(_PLANS.finditer(text), text, values)
    if "weekday" in cues:
        text = _take(matches_at(_WEEKDAYS, text, cues["weekday"]), text, values)
    if "clock" in cues:
        text = take_times(text, cues["clock"], values)
    if "lunar" in cues or "正月" in text or "腊月" in text:
        text = _take(_LUNAR_DATES.finditer(text), text, values)
    return text


def _take(matches: Iterable[re.Match[str]], text: str, values: list[Value]) -> str:
    """Append the periods that matched, and return the text without them."""
    return blanked(text, [_period(found, values) for found in matches])


def _relations(text: str, places: Iterable[int], values: list[Value]) -> None:
    """Append what tells a year, a month or a day by its relation; it may be part of a date and stays in the text.

    The end of a year (年底) may be named by its last month.
    """
    for found in _RELATIONS.finditer(text):
        kind = _RELATIVES[found.lastgroup or ""]
        values.append(Calendar(start=found.start(), end=found.end(), kind=kind, firm=False))
    values += [
        Calendar(place, place + len("年底"), CalendarKind.MONTH, _MONTHS, firm=False)
        for place in places
        if text.startswith(_YEAR_ENDS, place)
    ]


class _Dates:
    """Reads months and days; a day without a month takes that of the date before it."""

    def __init__(self, values: list[Value]) -> None:
        self.values = values
        self.month = 0

    def read(self, text: str, places: Iterable[int]) -> list[tuple[int, int]]:
        """Append what begins at the numerals at `places`, and return its spans."""
        return [self._date(found) for found in matches_at(_DATES, text, places)]

    def _date(self, found: re.Match[str]) -> tuple[int, int]:
        start, end = span = found.span()
        if found["lone"]:
            day = number_of(found["lone"].rstrip("日"))
            self.values.append(Calendar(start=start, end=end, kind=CalendarKind.DAY, value=day, month=self.month))
            return span
        month = number_of(found["m2"])
        firm = True
        if found["m1"]:
            first = number_of(found["m1"])
            firm = first != 1 or month != _MONTHS or found["d1"] is not None  # 1—12月 is the whole year
            self.values.append(Calendar(*found.span("m1"), CalendarKind.MONTH, first, firm=firm))
        self.month = month
        start = found.start("m2")
        if found["d1"]:
            day = number_of(found["d1"])
            self.values.append(Calendar(start=start, end=end, kind=CalendarKind.DAY, value=day, month=month))
        else:
            self.values.append(Calendar(start=start, end=end, kind=CalendarKind.MONTH, value=month, firm=firm))
        return span


def _period(found: re.Match[str], values: list[Value]) -> tuple[int, int]:
    """Append a period, and return its span."""
    start, end = span = found.span()

    def add(kind: CalendarKind, value: int, *, firm: bool = True) -> None:
        values.append(Calendar(start=start, end=end, kind=kind, value=value, firm=firm))

    match found.lastgroup:
        case "first_quarter":
            add(CalendarKind.QUARTER, 1)
        case "quarters":
            add(CalendarKind.QUARTERS, number_of(found["many"]))
        case "quarter" | "season":
            second = found["and"] or found["season2"]
            if second:
                add(CalendarKind.QUARTER, number_of(second))
            add(CalendarKind.QUARTER, number_of(found["which"] or found["number"]))
        case "half":
            add(CalendarKind.HALF, 1 if found["half"][0] == "上" else 2, firm=not found["of_month"])
        case "plan":
            add(CalendarKind.PLAN, number_of(found["plan"].strip('“”"「」')[:-1]))
        case "weekday":
            add(CalendarKind.WEEKDAY, "一二三四五六日天".index(found["dow"]) % 7 + 1)
        case _:
            name = found["lunar_month"] or found["lunar_name"]
            day = number_of(
                (found["lunar_day"] or "").replace("初", "").replace("廿", "二十").replace("二十十", "二十")
            )
            month = _LUNAR.get(name) or number_of(name)
            values.append(Calendar(start=start, end=end, kind=CalendarKind.LUNAR, value=day, month=month))
    return span
