"""Dates and periods in Chinese text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.values.marks import blank
from govpub.values.numerals import chinese

if TYPE_CHECKING:
    from govpub.model.value import Value

__all__ = ["take_calendar"]

_HAN = "一二三四五六七八九十"
# Justified text may have a space between any two characters: 2 0 1 5 年.
_YEAR = r"(?:1[89]|20)\d\d|(?:1 [89]|2 0) \d \d(?=\s?年)|[一二][〇零一二三四五六七八九]{3}"
_MONTH = r"1[0-2]|1 [0-2](?=\s?月)|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = r"[12] \d(?=\s?日)|3 [01](?=\s?日)|[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TO = r"\s?(?:[-–—~～至到、和及与]|以及)\s?"

_YEARS = re.compile(
    rf"(?<![\d.,])(?P<first>{_YEAR})\s?(?:年度?|财年)?\s?(?:[-–—~～至到/／]|至)\s?"
    rf"(?P<second>(?:{_YEAR})|\d\d(?=\s?[年财学]))\s?(?:年度?|财年|学年|财政年度)"
    rf"|(?<![\d.,])(?P<year>{_YEAR})\s?(?:年|财年)(?P<decade>代)?"
    rf"|(?<![\d.,])(?P<short>[2-9]0)\s?年代"
    rf"|(?<![\d.,\w])(?P<bare>20[0-4]\d|19\d\d)(?![\d.,%\w]|\s?[.,%]?\d)"
)
_DATES = re.compile(
    rf"(?<![\d.,{_HAN}正])(?:(?P<m1>{_MONTH})\s?(?:月份?)?{_TO})?(?P<m2>{_MONTH})\s?月份?"
    rf"(?:\s?(?P<d1>{_DAY})\s?(?:[日号]|(?=(?:\s?[-–—~～至到、和及与]\s?(?:{_DAY})){{1,5}}\s?[日号])))?"
    rf"|(?P<lone>(?<![\d.,])(?:[12]\d|3[01]|[1-9])\s?日(?![元圆币本内间均历数]))"
)
_SEASONS = re.compile(
    r"(?P<first_quarter>首季度?)|(?P<quarters>[前首]\s?(?P<many>[二两三23])\s?个?季度?)"
    r"|(?P<quarter>第?\s?(?P<which>[一二三四1-4])\s?(?:[至到、和及-](?P<and>第?[一二三四1-4]))?季度)"
    r"|(?P<season>第\s?(?P<number>[一二三四1-4])\s?(?:[至到、和及](?:第?)(?P<season2>[一二三四1-4])\s?)?季)"
)
_HALVES = re.compile(r"(?P<half>[上下]半年度?)")
_PLANS = re.compile(
    r"(?P<plan>[“\"「](?:十[一二三四五六]?|[一二三四五六七八九])五[”\"」]|十[一二三四五六]?五(?=规划|时期|期间|计划))"
)
_WEEKDAYS = re.compile(r"(?P<weekday>(?:星期|礼拜|周)(?P<dow>[一二三四五六日天])(?![年期岁转边围而内次家先生度]))")
_TIMES = re.compile(
    r"(?P<time>(?<![\d.,:：])(?P<part>上午|下午|晚上|晚|凌晨|中午|早上)?\s?(?P<hour>[01]?\d|2[0-4])"
    r"(?:[:：](?P<minute>[0-5]\d)(?![\d:：])|时(?![期间代])(?:(?P<minutes>[0-5]?\d)分)?"
    r"|点(?:(?P<minutes2>[0-5]?\d)分|(?P<to_half>半)|整|钟)))"
)
_LUNAR_DATES = re.compile(
    r"(?P<lunar>(?:农历\s?(?P<lunar_month>正|冬|腊|十[一二]?|[一二三四五六七八九])月|(?P<lunar_name>[正腊])月)"
    r"(?P<lunar_day>初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九])?)"
)
# All begin with one class of characters, which is searched fast.
_RELATIONS = re.compile(
    r"[去今明前本同当次翌该来往上下全期过一年月昨即](?:"
    r"(?P<relative_year>(?<=[去今明前本同当次翌该来往上])年|(?<=全)(?<!年全)年|(?<=上)一年|(?<=期)[内间]|(?<=同)期|(?<=过)去一年"
    r"|(?<=一)年前|(?<=年)(?<![\d年一二三四五六七八九〇]年)(?<!\d 年)[内底末初中终])"
    r"|(?P<relative_month>(?<=[上本当同下该次])月|(?<=月)[底末初内中])"
    r"|(?P<relative_day>(?<=[今昨明当同翌次即前])日|(?<=[今昨明当])天))"
)
_TABLE: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("季",), _SEASONS),
    (("半年",), _HALVES),
    (("五",), _PLANS),
    (("星期", "礼拜", "周"), _WEEKDAYS),
    ((":", "：", "时", "点"), _TIMES),
    (("农历", "正月", "腊月"), _LUNAR_DATES),
    (("年", "月", "日", "期", "天"), _RELATIONS),
)
"""What a text must hold for a pattern to be worth a search."""
_NUMERAL = re.compile(rf"[0-9{_HAN}]")
_RELATIVES = {
    "relative_year": CalendarKind.RELATIVE_YEAR,
    "relative_month": CalendarKind.RELATIVE_MONTH,
    "relative_day": CalendarKind.RELATIVE_DAY,
}
_LUNAR = {"正": 1, "冬": 11, "腊": 12}
_AFTERNOON = frozenset(("下午", "晚上", "晚"))


def take_calendar(text: str, values: list[Value]) -> str:
    """Append the dates and periods of `text` to `values`; return the text with their characters blanked."""
    for triggers, pattern in _TABLE:
        if any(trigger in text for trigger in triggers):
            text = pattern.sub(lambda found: _period(found, values), text)
    if not _NUMERAL.search(text):
        return text
    text = _YEARS.sub(lambda found: _years(found, values), text)
    if "月" in text or "日" in text:
        text = _Dates(values).read(text)
    return text


def number_of(text: str) -> int:
    """Return the value of a short numeral in Arabic figures or Chinese."""
    text = text.replace(" ", "").lstrip("第")
    if text.isdigit() and text.isascii():
        return int(text)
    value = chinese(text)
    return int(value) if value is not None else 0


def _years(found: re.Match[str], values: list[Value]) -> str:
    start, end = found.span()
    if found["first"]:
        first = number_of(found["first"])
        second = found["second"]
        last = first // 100 * 100 + int(second) if len(second) == 2 else number_of(second)  # noqa: PLR2004
        middle = found.end("first")
        values.append(Calendar(start=start, end=middle, kind=CalendarKind.YEAR, value=first))
        values.append(Calendar(start=found.start("second"), end=end, kind=CalendarKind.YEAR, value=last))
        return blank(found)
    if found["short"]:
        values.append(Calendar(start=start, end=end, kind=CalendarKind.YEAR, value=1900 + int(found["short"])))
        return blank(found)
    year = number_of(found["year"] or found["bare"])
    values.append(Calendar(start=start, end=end, kind=CalendarKind.YEAR, value=year))
    return blank(found)


class _Dates:
    """Reads months and days; a day without a month takes that of the date before it."""

    def __init__(self, values: list[Value]) -> None:
        self.values = values
        self.month = 0

    def read(self, text: str) -> str:
        return _DATES.sub(self._date, text)

    def _date(self, found: re.Match[str]) -> str:
        start, end = found.span()
        if found["lone"]:
            day = int(found["lone"].rstrip("日").strip())
            self.values.append(Calendar(start=start, end=end, kind=CalendarKind.DAY, value=day, month=self.month))
            return blank(found)
        month = number_of(found["m2"])
        if found["m1"]:
            first = number_of(found["m1"])
            self.values.append(
                Calendar(start=found.start("m1"), end=found.end("m1"), kind=CalendarKind.MONTH, value=first)
            )
        self.month = month
        if found["d1"]:
            day = number_of(found["d1"])
            self.values.append(
                Calendar(start=found.start("m2"), end=end, kind=CalendarKind.DAY, value=day, month=month)
            )
        else:
            self.values.append(Calendar(start=found.start("m2"), end=end, kind=CalendarKind.MONTH, value=month))
        return blank(found)


def _period(found: re.Match[str], values: list[Value]) -> str:  # noqa: C901, PLR0911  one branch a kind
    start, end = found.span()

    def add(kind: CalendarKind, value: int = 0, *, firm: bool = True) -> str:
        values.append(Calendar(start=start, end=end, kind=kind, value=value, firm=firm))
        return blank(found)

    match found.lastgroup:
        case "first_quarter":
            return add(CalendarKind.QUARTER, 1)
        case "quarters":
            return add(CalendarKind.QUARTERS, number_of(found["many"]))
        case "quarter" | "season":
            second = found["and"] or found["season2"]
            if second:
                add(CalendarKind.QUARTER, number_of(second))
            return add(CalendarKind.QUARTER, number_of(found["which"] or found["number"]))
        case "half":
            return add(CalendarKind.HALF, 1 if found["half"][0] == "上" else 2)
        case "plan":
            return add(CalendarKind.PLAN, number_of(found["plan"].strip('“”"「」')[:-1]))
        case "weekday":
            return add(CalendarKind.WEEKDAY, "一二三四五六日天".index(found["dow"]) % 7 + 1)
        case "time":
            hour = int(found["hour"])
            if found["part"] in _AFTERNOON and hour < 12:  # noqa: PLR2004
                hour += 12
            minute = 30 if found["to_half"] else int(found["minute"] or found["minutes"] or found["minutes2"] or 0)
            return add(CalendarKind.TIME, hour * 60 + minute)
        case "lunar":
            name = found["lunar_month"] or found["lunar_name"]
            day = number_of(
                (found["lunar_day"] or "").replace("初", "").replace("廿", "二十").replace("二十十", "二十")
            )
            month = _LUNAR.get(name) or number_of(name)
            values.append(Calendar(start=start, end=end, kind=CalendarKind.LUNAR, value=day, month=month))
            return blank(found)
        case "relative_year" | "relative_month" | "relative_day" as relative:
            values.append(Calendar(start=start, end=end, kind=_RELATIVES[relative], firm=False))
            return found[0]
        case _:
            return found[0]
