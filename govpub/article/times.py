"""Instants of the front matter: ISO 8601 with a zone, to the minute or the second."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from govpub.messages import _

if TYPE_CHECKING:
    from govpub.article.front_matter import Scalar
    from govpub.article.source import Source
    from govpub.errors import ArticleError

__all__ = ["read_day", "read_time", "write_time"]

_TIME = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:[Tt ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))? ?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
# Outside these years an instant may not be convertible to another zone; no release is dated there.
_YEARS = range(1900, 3000)


def read_time(source: Source, value: Scalar | None) -> datetime | None:
    """Return the instant that a value names; None for no value.

    Raises:
        ArticleError: not a date and time, no such day, or no zone.
    """
    if value is None:
        return None
    match = _TIME.fullmatch(value.text.strip())
    if match is None:
        raise _error(source, value, _("this is not a date and time in ISO 8601"))
    year, month, day, hour, minute, second, zone = match.groups()
    if hour is None:
        raise _error(source, value, _("this date has no time and no zone"))
    if zone is None:
        raise _error(source, value, _("this time has no zone"))
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=_zone(zone.upper())
        )
    except ValueError as error:
        raise _error(source, value, _("there is no such day or time")) from error
    if moment.year not in _YEARS:
        raise _error(source, value, _("the year must lie between 1900 and 2999"))
    return moment


def read_day(source: Source, value: Scalar | None) -> date | None:
    """Return the day that a value names, as `2025-01-10`; None for no value.

    Raises:
        ArticleError: not a date, or no such day.
    """
    if value is None:
        return None
    match = _DAY.fullmatch(value.text.strip())
    hint = _("write year, month and day: 2025-01-10")
    if match is None:
        raise source.error(_("this is not a date"), value.line, value.column, hint=hint)
    try:
        day = date(*map(int, match.groups()))
    except ValueError as error:
        raise source.error(_("there is no such day"), value.line, value.column, hint=hint) from error
    if day.year not in _YEARS:
        raise source.error(_("the year must lie between 1900 and 2999"), value.line, value.column, hint=hint)
    return day


def write_time(moment: datetime) -> str:
    """Return an instant as the front matter writes it."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if minutes > 59 or hours > 14:  # noqa: PLR2004  the widest zone in use is +14:00
        raise ValueError(text)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _error(source: Source, value: Scalar, message: str) -> ArticleError:
    return source.error(message, value.line, value.column, hint=_("write it with its zone, as 2024-12-25T09:30+08:00"))
