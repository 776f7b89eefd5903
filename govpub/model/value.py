"""What a text says in figures: numbers, dates, periods and other exact things, each with the place where it says it.

The values are named tuples: a release has thousands, and a frozen dataclass takes three times as long to make.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import NamedTuple

__all__ = ["Amount", "Calendar", "CalendarKind", "Hedge", "Mark", "MarkKind", "Measure", "Number", "Trend", "Value"]

Amount = int | Fraction
"""An exact number. Whole ones are mostly ints, which are faster: never divide two by `/`, it makes ints a float."""


class Measure(enum.Enum):
    """What kind of number it is; numbers of two kinds are not equal, though their digits are."""

    COUNT = "count"
    """A count, an amount, a quantity; a part of a whole too (two thirds = 2/3)."""
    PERCENT = "percent"
    """In percent: 8.5 for 8.5%."""
    POINT = "point"
    """In percentage points: 0.25 for 25 basis points."""
    MULTIPLE = "multiple"
    """How many times as much as before it is: 3 for 增长2倍 and for "tripled"."""
    ORDINAL = "ordinal"
    """A place in a row: 3 for 第三 and for "third"."""


class Hedge(enum.Enum):
    """How a number is qualified."""

    NONE = ""
    UNDER = "nearly"
    OVER = "over"
    ABOUT = "about"
    LEAST = "at least"
    MOST = "at most"


class Trend(enum.Enum):
    """Where a number moves."""

    NONE = 0
    UP = 1
    DOWN = -1


class Number(NamedTuple):
    """A number as it is meant: scaled (3.5亿 is 350,000,000), not converted into another unit."""

    start: int
    """First character in the text."""
    end: int
    """One past the last character, its unit included."""
    value: Amount
    step: Amount = 1
    """What one in the last digit shown is worth: the width of its rounding."""
    measure: Measure = Measure.COUNT
    unit: str = ""
    """The key of its unit or currency (`govpub.values.units`); empty where it names none."""
    hedge: Hedge = Hedge.NONE
    trend: Trend = Trend.NONE
    firm: bool = True
    """Whether the other language must say it, too: false for small numbers in words, which idiom may drop."""
    words: bool = False
    """Whether it is written in words (三, three) and not in figures."""
    scale: int = 1
    """What its scale word multiplied it by: 100,000,000 for 3.5亿."""
    shared: bool = False
    """Whether its unit is that of the number after it: 3 in 3～5亿."""
    others: tuple[Amount, ...] = ()
    """What else it can mean: `3` before `to 5 million` is 3 or 3,000,000."""
    to: bool = False
    """Whether it is where something arrives (rose to 5), not how far it moves (rose by 5)."""


class CalendarKind(enum.Enum):
    """What a point or stretch of time is named by."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    QUARTER = "quarter"
    QUARTERS = "quarters"
    """The first quarters of a year: 3 for 前三季度."""
    HALF = "half"
    PLAN = "plan"
    """A Five-Year Plan by its number: 14 for “十四五”."""
    WEEKDAY = "weekday"
    """Monday is 1 (ISO 8601)."""
    TIME = "time"
    """Minutes since midnight."""
    LUNAR = "lunar"
    """A month of the lunar calendar, or a day of it: month 12 and day 23 for 腊月廿三."""
    RELATIVE_YEAR = "relative year"
    """去年, the year: no number, but it can stand for one."""
    RELATIVE_MONTH = "relative month"
    RELATIVE_DAY = "relative day"


class Calendar(NamedTuple):
    """A date or a part of one; a full date is two values, a YEAR and a DAY."""

    start: int
    end: int
    kind: CalendarKind
    value: int = 0
    """The number of its kind; for a DAY and a LUNAR date the day of the month, 0 where none is named."""
    month: int = 0
    """The month of a DAY or a LUNAR date; 0 where the text leaves it out."""
    year: int = 0
    """The year that stands with it; 0 where the text leaves it out."""
    firm: bool = True


class MarkKind(enum.Enum):
    """What is copied and not translated."""

    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    DOCUMENT = "document"
    """The number of an official document: 〔2024〕5号."""
    CODE = "code"
    """A name with digits: COVID-19, G20."""
    YEAR_ON_YEAR = "year on year"
    MONTH_ON_MONTH = "month on month"
    QUARTER_ON_QUARTER = "quarter on quarter"
    ON_PREVIOUS = "on previous"
    """环比: on the period before, a month or a quarter."""


class Mark(NamedTuple):
    """Something that both languages must name alike, by its text in one form."""

    start: int
    end: int
    kind: MarkKind
    text: str = ""


Value = Number | Calendar | Mark
