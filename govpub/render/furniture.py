"""What stands around the text of every release, worded once for page, document and wire copy.

Dates and times are given in the zone that the article names; they are never converted to the machine's.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from govpub.model.release import Phrases, Rendition

__all__ = [
    "dateline",
    "dotted_date",
    "embargo_line",
    "fill",
    "long_date",
    "release_number_line",
    "short_date",
    "time_of_day",
    "updated_line",
    "zone_name",
]

_FIELD = re.compile(r"\{(\w+)\}")
_SERIAL_NUMBER = re.compile(r"([0-9]{4})-([0-9]+)")
_BEIJING = timedelta(hours=8)


def fill(template: str, **values: str) -> str:
    """Return `template` with each `{name}` replaced; a name that is not among `values` is left as it stands.

    An office words its templates itself. `str.format` would let a slip there raise, or read attributes.
    """
    return _FIELD.sub(lambda field: values.get(field[1], field[0]), template)


def dotted_date(when: datetime) -> str:
    """Return the date as portals show it: `2024.12.25`."""
    return f"{when.year:04}.{when.month:02}.{when.day:02}"


def updated_line(when: datetime, phrases: Phrases) -> str:
    """Return `Updated: 2024.12.25`."""
    _ = phrases.gettext
    return fill(_("Updated: {date}"), date=dotted_date(when))


def long_date(when: datetime, phrases: Phrases) -> str:
    """Return the date in words: `December 25, 2024`, `2024年12月25日`."""
    _ = phrases.gettext
    return fill(_("{month_name} {day}, {year}"), month_name=_months(phrases)[when.month - 1], **_numbers(when))


def short_date(when: datetime, phrases: Phrases) -> str:
    """Return the date as a dateline has it, without the year: `Dec. 25`, `12月25日`."""
    _ = phrases.gettext
    name = _abbreviated_months(phrases)[when.month - 1]
    return fill(_("{month_abbreviation} {day}"), month_abbreviation=name, **_numbers(when))


def time_of_day(when: datetime, phrases: Phrases) -> str:
    """Return hour and minute on the 24-hour clock: `10:00`, `10时`, `10时30分`."""
    _ = phrases.gettext
    template = _("{hour}:{minute}") if when.minute else _("{hour}:00")
    return fill(template, **_numbers(when))


def zone_name(when: datetime, phrases: Phrases) -> str:
    """Return the name of the time's zone: `UTC+8` (北京时间 in Chinese), else `UTC`, `UTC-5`, `UTC+5:30`."""
    _ = phrases.gettext
    offset = when.utcoffset() or timedelta()
    if offset == _BEIJING:
        return _("UTC+8")
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "-" if offset < timedelta() else "+"
    amount = f"{sign}{hours}:{minutes:02}" if minutes else f"{sign}{hours}" if hours else ""
    return fill(_("UTC{offset}"), offset=amount)


def embargo_line(embargo: datetime, phrases: Phrases) -> str:
    """Return `EMBARGOED UNTIL 10:00 (UTC+8), December 25, 2024`; in Chinese 北京时间2024年12月25日10时前不得发布."""
    _ = phrases.gettext
    return fill(
        _("EMBARGOED UNTIL {time} ({zone}), {date}"),
        time=time_of_day(embargo, phrases),
        zone=zone_name(embargo, phrases),
        date=long_date(embargo, phrases),
    )


def release_number_line(number: str, phrases: Phrases) -> str:
    """Return `Release No. 2024-118`, in Chinese 2024年第118号; empty where there is no number."""
    _ = phrases.gettext
    if not number:
        return ""
    parts = _SERIAL_NUMBER.fullmatch(number)
    if parts is None:
        return fill(_("Release No. {number}"), number=number)
    year, serial = parts.groups()
    # GB/T 9704-2012: the serial of a Chinese number is not padded with zeros.
    return fill(_("Release No. {year}-{serial}"), year=year, serial=serial, unpadded=serial.lstrip("0") or "0")


def dateline(rendition: Rendition, published: datetime) -> str:
    """Return the opening of a wire copy, `CHANGSHA, Dec. 25 –` or 长沙12月25日电; empty where no place is named.

    The text follows after a space, in Chinese after U+3000.
    """
    phrases = rendition.phrases
    _ = phrases.gettext
    place = rendition.wording.dateline
    if not place:
        return ""
    date = short_date(published, phrases)
    return fill(_("{PLACE}, {date} –"), PLACE=place.upper(), place=place, date=date)


def _numbers(when: datetime) -> dict[str, str]:
    return {
        "year": str(when.year),
        "month": str(when.month),
        "day": str(when.day),
        "hour": f"{when.hour:02}",
        "hour24": str(when.hour),
        "minute": f"{when.minute:02}",
    }


def _months(phrases: Phrases) -> tuple[str, ...]:
    _ = phrases.gettext
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def _abbreviated_months(phrases: Phrases) -> tuple[str, ...]:
    # Associated Press and Xinhua: the short names are not shortened.
    _ = phrases.gettext
    return (
        _("Jan."),
        _("Feb."),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("Aug."),
        _("Sept."),
        _("Oct."),
        _("Nov."),
        _("Dec."),
    )
