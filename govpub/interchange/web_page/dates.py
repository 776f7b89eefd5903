"""Dates as portals write them, in Chinese and English, found anywhere in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

__all__ = ["DateMatch", "find_date", "find_dates"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?<!\d)(?:"
    r"(?P<year>\d{4})\s?(?:[-./]\s?(?P<month>\d{1,2})\s?[-./]\s?(?P<day>\d{1,2})(?!\d)"
    r"|年\s?(?P<month_zh>\d{1,2})\s?月\s?(?P<day_zh>\d{1,2})\s?日)"
    r"|\b" + _MONTH.format("us") + r"\s{1,2}(?P<us_day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?P<us_year>\d{4})(?!\d)"
    r"|(?P<uk_day>\d{1,2})(?:st|nd|rd|th)?\s{1,2}" + _MONTH.format("uk") + r",?\s{1,2}(?P<uk_year>\d{4})(?!\d)"
    r")",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:T|,?\s{0,4})(?P<hour>\d{1,2})(?:[:：]|时)(?P<minute>\d{2})(?:分|(?:[:：](?P<second>\d{2})(?:\.\d{1,9})?))?(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?P<zone>Z|[+-]\d{2}:?\d{2}(?!\d))?",
    re.IGNORECASE,
)
_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)} | {0x3000: " ", 0xA0: " "}
# Portals exist since the nineties; a year outside this span is a document number or a telephone number.
_FIRST_YEAR, _LAST_YEAR = 1949, 2199
_NOON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMatch:
    """A date in a line, and where it stands."""

    when: datetime
    """With a zone; 00:00 where the line gives no time of day."""
    start: int
    end: int


def find_dates(line: str, zone: tzinfo) -> Iterator[DateMatch]:
    """Yield the dates of a line from left to right, read in `zone` where they name none of their own.

    Known are 2024.12.25, 2024-12-25, 2024/12/25, 2024年12月25日, December 25, 2024, Dec. 25, 2024 and 25 December
    2024, each with or without a time of day after it. What is no day of the calendar is no date.
    """
    line = line.translate(_FULL_WIDTH)
    for match in _DATE.finditer(line):
        day = _day(match)
        if day is None:
            continue
        clock = _TIME.match(line, match.end())
        when = _at(day, clock, zone) if clock else None
        end = clock.end() if clock and when else match.end()
        yield DateMatch(when=when or day.replace(tzinfo=zone), start=match.start(), end=end)


def find_date(line: str, zone: tzinfo) -> DateMatch | None:
    """Return the first date of a line, or None."""
    return next(find_dates(line, zone), None)


def _day(match: re.Match[str]) -> datetime | None:
    year = match["year"] or match["us_year"] or match["uk_year"]
    month = match["month"] or match["month_zh"]
    name = match["us"] or match["uk"]
    day = match["day"] or match["day_zh"] or match["us_day"] or match["uk_day"]
    number = int(month) if month else _MONTHS.index(name[:3].lower()) + 1
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return datetime(int(year), number, int(day))  # noqa: DTZ001  its zone comes with its time of day
    except ValueError:
        return None


def _at(day: datetime, clock: re.Match[str], zone: tzinfo) -> datetime | None:
    hour, minute, second = int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0)
    half = (clock["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        at = day.replace(hour=hour, minute=minute, second=second)
    except ValueError:
        return None
    named = clock["zone"]
    if not named:
        return at.replace(tzinfo=zone)
    return at.replace(tzinfo=_offset(named)).astimezone(zone)


def _offset(named: str) -> tzinfo:
    if named in "Zz":
        return UTC
    digits = named[1:].replace(":", "")
    # An hour of 24 or more is no zone; a remainder keeps a mistyped one from being fatal.
    span = timedelta(hours=int(digits[:2]) % 24, minutes=int(digits[2:]) % 60)
    return timezone(-span if named[0] == "-" else span)
