"""How a value is told to a person, and how it is written in either language."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from govpub.messages import _
from govpub.model.value import Calendar, CalendarKind, Mark, Measure, Number
from govpub.values.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govpub.locales import Locale
    from govpub.model.value import Amount, Value
    from govpub.values.units import UnitOfMeasure

__all__ = ["reading", "rendering"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HAN = "一二三四五六日"
_ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_CHINESE_SCALES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_DIGITS_SHOWN = 12


def reading(value: Value) -> str:
    """Return what a value was read as: in full, in figures."""
    match value:
        case Number():
            return _number(value)
        case Calendar():
            return _calendar(value)
        case Mark():
            return value.text
        case _:
            assert_never(value)


def figures(value: Amount) -> str:
    """Return a number in figures with commas; a fraction that has no end as a fraction."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    whole = value * 10**_DIGITS_SHOWN
    if whole.denominator != 1:
        return f"{value.numerator:,}/{value.denominator:,}"
    text = f"{int(whole):0{_DIGITS_SHOWN + 1}d}"
    return f"{int(text[:-_DIGITS_SHOWN]):,}.{text[-_DIGITS_SHOWN:].rstrip('0')}"


def _number(number: Number) -> str:
    shown = figures(number.value)
    match number.measure:
        case Measure.COUNT:
            return f"{shown} {number.unit}" if number.unit not in ("", "local") else shown
        case Measure.PERCENT:
            return _("{number} percent").format(number=shown)
        case Measure.POINT:
            return _("{number} percentage points").format(number=shown)
        case Measure.MULTIPLE:
            return _("{number} times as much").format(number=shown)
        case Measure.ORDINAL:
            return _("number {number} in a row").format(number=shown)
        case _:
            assert_never(number.measure)


def _calendar(date: Calendar) -> str:  # noqa: C901, PLR0911  one form a kind
    match date.kind:
        case CalendarKind.YEAR:
            return _("the year {number}").format(number=date.value)
        case CalendarKind.MONTH:
            return _("month {number}").format(number=date.value)
        case CalendarKind.DAY if date.month:
            return _("month {month}, day {day}").format(month=date.month, day=date.value)
        case CalendarKind.DAY:
            return _("day {number}").format(number=date.value)
        case CalendarKind.QUARTER:
            return _("quarter {number}").format(number=date.value)
        case CalendarKind.QUARTERS:
            return _("the first {number} quarters").format(number=date.value)
        case CalendarKind.HALF:
            return _("half-year {number}").format(number=date.value)
        case CalendarKind.PLAN:
            return _("Five-Year Plan number {number}").format(number=date.value)
        case CalendarKind.WEEKDAY:
            return _("day {number} of the week").format(number=date.value)
        case CalendarKind.TIME:
            return f"{date.value // 60}:{date.value % 60:02}"
        case CalendarKind.LUNAR:
            return _("lunar month {month}, day {day}").format(month=date.month, day=date.value or "?")
        case _:
            return ""


def rendering(value: Value, locale: Locale) -> str:
    """Return a value as the language of `locale` writes it; empty where that is for a person to say."""
    match value:
        case Number():
            return _english_number(value) if locale.spaces_words else _chinese_number(value)
        case Calendar():
            return _english_date(value) if locale.spaces_words else _chinese_date(value)
        case Mark():
            return value.text
        case _:
            assert_never(value)


def _scaled(number: Number, scales: tuple[tuple[int, str], ...]) -> tuple[str, str]:
    for scale, word in scales:
        if number.value >= scale and (number.scale > 1 or number.value % (scale // 100) == 0):
            return figures(Fraction(number.value, scale)), word
    return figures(number.value), ""


def _unit(number: Number, names: Callable[[UnitOfMeasure], Sequence[str]]) -> str | None:
    """Return the first name of a number's unit, empty where it has no unit; None where the language has no name."""
    if number.unit in ("", "local"):
        return ""
    return next(iter(names(UNITS[number.unit])), None)


def _english_number(number: Number) -> str:
    match number.measure:
        case Measure.PERCENT:
            return f"{figures(number.value)} percent"
        case Measure.POINT:
            return f"{figures(number.value)} percentage points"
        case Measure.COUNT:
            shown, word = _scaled(number, _ENGLISH_SCALES)
            unit = _unit(number, lambda unit: unit.english)
            if unit is None:
                return ""
            return " ".join(part for part in (shown, word, unit) if part)
        case _:
            return ""


def _chinese_number(number: Number) -> str:
    match number.measure:
        case Measure.PERCENT:
            return f"{figures(number.value)}%"
        case Measure.POINT:
            return f"{figures(number.value)}个百分点"
        case Measure.COUNT:
            shown, word = _scaled(number, _CHINESE_SCALES)
            unit = _unit(number, lambda unit: unit.chinese)
            if unit is None:
                return ""
            return f"{shown.replace(',', '')}{word}{unit}"
        case _:
            return ""


def _english_date(date: Calendar) -> str:  # noqa: PLR0911  one form a kind
    match date.kind:
        case CalendarKind.YEAR:
            return str(date.value)
        case CalendarKind.MONTH:
            return _MONTHS[date.value - 1]
        case CalendarKind.DAY if date.month:
            return f"{_MONTHS[date.month - 1]} {date.value}"
        case CalendarKind.QUARTER:
            return f"{('first', 'second', 'third', 'fourth')[date.value - 1]} quarter"
        case CalendarKind.QUARTERS:
            return f"first {'two' if date.value == 2 else 'three'} quarters"  # noqa: PLR2004
        case CalendarKind.HALF:
            return "first half" if date.value == 1 else "second half"
        case CalendarKind.PLAN:
            return f"{date.value}th Five-Year Plan"
        case CalendarKind.WEEKDAY:
            return _WEEKDAYS[date.value - 1]
        case CalendarKind.TIME:
            return f"{date.value // 60}:{date.value % 60:02}"
        case _:
            return ""


def _chinese_date(date: Calendar) -> str:  # noqa: PLR0911  one form a kind
    match date.kind:
        case CalendarKind.YEAR:
            return f"{date.value}年"
        case CalendarKind.MONTH:
            return f"{date.value}月"
        case CalendarKind.DAY if date.month:
            return f"{date.month}月{date.value}日"
        case CalendarKind.DAY:
            return f"{date.value}日"
        case CalendarKind.QUARTER:
            return f"第{_HAN[date.value - 1]}季度"
        case CalendarKind.QUARTERS:
            return f"前{'两' if date.value == 2 else '三'}季度"  # noqa: PLR2004
        case CalendarKind.HALF:
            return "上半年" if date.value == 1 else "下半年"
        case CalendarKind.WEEKDAY:
            return f"星期{_HAN[date.value - 1]}"
        case CalendarKind.TIME:
            return f"{date.value // 60}时{date.value % 60}分"
        case _:
            return ""
