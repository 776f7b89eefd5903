"""Years in Chinese text: 2024年, 二○二四年, 2024/25年度, 八十年代."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern
from govpub.values.cues import blanked, matches_at
from govpub.values.numerals import HAN_DIGITS, number_of

if TYPE_CHECKING:
    import re

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["take_years"]

_ZERO = "〇零○◯ＯO0"
"""GB/T 15835-2011 has 〇 in years; printed texts have circles and letters that look like it."""
_DIGIT = f"[{_ZERO}一二三四五六七八九]"
# Justified text may have a space between any two characters: 2 0 1 5 年.
_YEAR = rf"(?:1[89]|20)\d\d|(?:1 [89]|2 0) \d \d(?=\s?年)|[一二]{_DIGIT}{{3}}"
_SUFFIX = "(?:年度?|财年|学年|财政年度|[课评]税年度)"
_YEARS = pattern(
    r"(?=[\d一二三四五六七八九])(?<![\d.])(?<!\d,)(?:"
    rf"(?P<first>{_YEAR})\s?(?:年度?|财年)?\s?[-–—~～至到/／]\s?"
    rf"(?P<second>(?:{_YEAR})|(?:\d\d|{_DIGIT}{{2}})(?=\s?[年财学课评]))\s?{_SUFFIX}"
    rf"|(?<![A-Za-z-])(?P<since>{_YEAR})[-–—/／](?P<next>\d\d|{_DIGIT}{{2}})(?![\d%]|[-–—/／.,]\d|{_DIGIT})"
    rf"|(?P<year>{_YEAR})\s?(?:年|财年)(?P<decade>代)?"
    r"|(?P<before>[四五六七八](?=[五六七八九]))?(?P<short>[2-9]0|[二三四五六七八九]十)\s?年代"
    r"|(?P<born>[5-9]0|[01]0)后(?![\d天日年个期])"
    r"|(?<!\w)(?P<bare>20[0-4]\d|19\d\d)(?![\d.,%\w]|\s?[.,%]?\d))"
)
_HAN_YEARS = pattern(f"[一二]{_DIGIT}{{3}}|十年代")
_PLAIN = str.maketrans({**dict.fromkeys(_ZERO, "0"), **{han: str(digit) for han, digit in HAN_DIGITS.items()}, " ": ""})
_CENTURY = 100
_MONTHS = 12
_LATEST = 10
"""The last decade by which those who are born in it are called: 10后."""


def take_years(text: str, cues: Places, values: list[Value]) -> str:
    """Append the years of `text` to `values`; return the text with their characters blanked."""
    if "han" in cues and "time" in cues and _HAN_YEARS.search(text):
        matches = _YEARS.finditer(text)
    elif "odd" in cues:
        matches = matches_at(_YEARS, text, cues["odd"])
    else:
        return text
    return blanked(text, [_years(found, values) for found in matches])


def _year(text: str) -> int:
    """Return the number that is written digit by digit."""
    return int(text.translate(_PLAIN))


def _years(found: re.Match[str], values: list[Value]) -> tuple[int, int]:
    """Append the year, or the first and the last one of a period, and return what was read."""
    start, end = found.span()

    def add(start: int, end: int, year: int, *, firm: bool = True) -> None:
        values.append(Calendar(start=start, end=end, kind=CalendarKind.YEAR, value=year, firm=firm))

    second = "next" if found["since"] else "second"
    year = _year(found["first"] or found["since"] or found["year"] or found["bare"] or "0")
    if found["before"]:  # 八九十年代
        add(start, start + 1, 1900 + 10 * number_of(found["before"]))
    if found["born"]:  # 80后
        born = int(found["born"])
        add(start, end, born + (1900 if born > _LATEST else 2000), firm=False)
    elif found["short"]:
        add(start, end, 1900 + number_of(found["short"]))
    elif not found[second]:
        add(start, end, year)
    elif found["since"] and not _is_next(year, found["next"]):
        end = found.end("since")
        add(start, end, year)
    else:
        last = _year(found[second])
        add(start, found.end("since" if found["since"] else "first"), year)
        add(found.start(second), end, last if last >= _CENTURY else year // _CENTURY * _CENTURY + last)
    return start, end


def _is_next(year: int, following: str) -> bool:
    """Tell a period of two years (2024/25) from a year and its month (2024-07, and 2010/11, which may be either)."""
    last = _year(following)
    return last == (year + 1) % _CENTURY and (last > _MONTHS or not following.isascii())
