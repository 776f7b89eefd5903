"""Times of day in Chinese text: 16时30分, 下午3点半, 凌晨二时四十分, 0—24时."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern
from govpub.values.cues import blanked, matches_near
from govpub.values.numerals import number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from govpub.model.value import Value

__all__ = ["take_times"]

_ONES = "一二三四五六七八九"
_HOURS = rf"2[0-4]|[01]?\d|二十[一二三四]?|十[{_ONES}]?|[零〇○两{_ONES}]"
_MINUTES = rf"[0-5]?\d|[零〇○][{_ONES}]|[二三四五]?十[{_ONES}]?|[{_ONES}]"
_PARTS = "上午|中午|下午|午后|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|夜间|深夜|午夜|半夜|今晨|今早|今晚|[早晚]"
_TO = r"\s?[-–—~～至到]\s?"
# 一时, 三点 and 四时 alone are words; so a Han hour needs a part of the day, its minutes, or a date before it.
_TIMES = pattern(
    rf"(?<![\d.:：{_ONES}十第])(?<!\d,)(?P<part>{_PARTS})?\s?(?:(?P<since>\d{{1,2}}){_TO}(?=\d{{1,2}}时))?"
    rf"(?P<hour>{_HOURS})(?:"
    r"[:：](?<=\d[:：])(?P<minute>[0-5]\d)(?![\d:：])"
    rf"|时(?![期间代段辰])(?:(?P<minutes>{_MINUTES})分(?!之)|(?P<half>半)|(?P<exact>[正许]))?"
    rf"|点(?:(?P<minutes2>{_MINUTES})分(?!之)|(?P<half2>半)|(?P<quarters>[一三])刻|(?P<exact2>[整钟正许])|(?(part)(?![\d.])|(?!))))"
)
_HOUR = pattern("(?<=[0-9零〇○一二两三四五六七八九十])")
_DATED = frozenset("日号至到于在自从起晨早午晚夜-–—~～")
_RANGING = frozenset("-–—~～至到、和及")
_TOLD = ("part", "minute", "minutes", "minutes2", "half", "half2", "quarters", "exact", "exact2")
_NOON = 12
_DAY = 24 * 60
_AFTER_NOON = frozenset(("下午", "午后", "中午"))
_AT_NIGHT = frozenset(("傍晚", "晚上", "晚间", "今晚", "晚", "夜间", "深夜", "午夜", "半夜"))
_EVENING = 5
"""The first hour that is one of the evening; 深夜2时 is after midnight."""
_LONGEST = 16
"""Characters from the part of the day to the sign of the hour, and from there to the last of the minutes, at most."""


def take_times(text: str, places: Sequence[int], values: list[Value]) -> str:
    """Append the times of day, whose hours are named at `places`, to `values`; return the text without them."""
    places = [place for place in places if _HOUR.match(text, place)]
    if not places:
        return text
    spans: list[tuple[int, int]] = []
    end, part, last = 0, "", 0
    for found in matches_near(_TIMES, text, places, before=_LONGEST, after=_LONGEST):
        if not _is_time(text, found):
            continue
        joined = text[end : found.start()].strip() in _RANGING
        own = found["part"] or (part if joined else "")
        if found["since"]:
            first = _minutes(own, int(found["since"]), 0)
            values.append(Calendar(*found.span("since"), CalendarKind.TIME, first, firm=first != 0))
        time = _minutes(own, number_of(found["hour"]), _past(found))
        if not found["part"] and time < last and own:
            time = _minutes("", number_of(found["hour"]), _past(found))  # 晚上11时至2时
        start = found.start() if not found["since"] else found.start("hour")
        firm = time % _DAY != 0 or joined  # 截至8日24时 is told by the day alone, too
        values.append(Calendar(start=start, end=found.end(), kind=CalendarKind.TIME, value=time, firm=firm))
        spans.append(found.span())
        end, part, last = found.end(), own, time
    return blanked(text, spans)


def _is_time(text: str, found: re.Match[str]) -> bool:
    hour = found["hour"]
    if hour.isascii() or any(found[name] for name in _TOLD):
        return True
    return hour != "一" and text[found.start() - 1 : found.start()] in _DATED


def _past(found: re.Match[str]) -> int:
    """Return the minutes past the hour."""
    if found["half"] or found["half2"]:
        return 30
    if found["quarters"]:
        return 15 * number_of(found["quarters"])
    minutes = found["minute"] or found["minutes"] or found["minutes2"]
    return number_of(minutes.lstrip("零〇○")) if minutes else 0


def _minutes(part: str, hour: int, past: int) -> int:
    if hour < _NOON and (part in _AFTER_NOON or (part in _AT_NIGHT and hour >= _EVENING)):
        if part != "中午" or hour < _EVENING:
            hour += _NOON
    elif hour == _NOON and (part == "凌晨" or part in _AT_NIGHT):
        hour = 0 if past or part == "凌晨" else 24
    return hour * 60 + past
