"""Dates, times and relations of time as English official texts write them."""

import pytest

from govpub.locales import EN, ZH_CN
from govpub.model.value import Calendar, CalendarKind
from govpub.values import compare_values, read_values


def dates(text):
    return [value for value in read_values(text, EN) if isinstance(value, Calendar)]


def outcomes(chinese, english):
    verdicts = compare_values(read_values(chinese, ZH_CN), read_values(english, EN), english)
    return [verdict.outcome.value for verdict in verdicts]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 8.15pm", 20 * 60 + 15),
        ("at 2.40 a.m.", 2 * 60 + 40),
        ("at 11.05PM", 23 * 60 + 5),
        ("at 5 pm", 17 * 60),
        ("at 1500 hours", 15 * 60),
        ("from 0930 hours", 9 * 60 + 30),
        ("by noon on Thursday", 12 * 60),
        ("at 12 noon", 12 * 60),
        ("since midnight", 24 * 60),
        ("at 12 midnight", 24 * 60),
    ],
)
def test_times_of_day(text, minutes):
    assert [date.value for date in dates(text) if date.kind is CalendarKind.TIME] == [minutes]


@pytest.mark.parametrize(
    "text",
    ["this afternoon", "1500 hours of training", "rose 8.15 percent", "8.15 amounts", "over 1500 hours", "8.75 pm"],
)
def test_what_looks_like_a_time_is_none(text):
    assert [date for date in dates(text) if date.kind is CalendarKind.TIME] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("five years earlier", CalendarKind.RELATIVE_YEAR),
        ("a year later", CalendarKind.RELATIVE_YEAR),
        ("a decade ago", CalendarKind.RELATIVE_YEAR),
        ("17 years after Suzhou", CalendarKind.RELATIVE_YEAR),
        ("the four years to 2023", CalendarKind.RELATIVE_YEAR),
        ("for five years in a row through 2024", CalendarKind.RELATIVE_YEAR),
        ("six months earlier", CalendarKind.RELATIVE_MONTH),
        ("a month later", CalendarKind.RELATIVE_MONTH),
        ("two days later", CalendarKind.RELATIVE_DAY),
        ("a week before", CalendarKind.RELATIVE_DAY),
        ("the day before", CalendarKind.RELATIVE_DAY),
    ],
)
def test_relations_by_a_stretch_of_time(text, kind):
    assert kind in [date.kind for date in dates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "five years of work",
        "the highest in five years",
        "a decade of growth",
        "two days",
        "weeks",
        "ten years, later in May",
    ],
)
def test_a_stretch_of_time_alone_tells_no_date(text):
    relative = (CalendarKind.RELATIVE_YEAR, CalendarKind.RELATIVE_MONTH, CalendarKind.RELATIVE_DAY)
    assert [date for date in dates(text) if date.kind in relative] == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("1月至12月", "for the whole year"),
        ("截至今年五月底", "as of end-May this year"),
        ("长征国家文化公园", "the Long March National Cultural Park"),
        ("比重由2007年的1.4%提高到2012年的1.97%", "1.97 percent in 2012, up from 1.4 percent five years earlier"),
        ("2024年9月、2022年9月开通", "opened in September 2022; the other followed two years later, in September"),
        ("2020年至2024年", "for five years in a row through 2024"),
        ("2021年1月1日起", "from New Year’s Day 2021"),
        ("首三季按年增长", "growth in the first, second and third quarters"),
        ("一季度增长5%，二季度增长6%", "5 percent in the first quarter and 6 percent in the second"),
        ("十二月上半月天气和暖", "the first half of December was mild"),
        ("农历六月初六", "on the sixth day of the sixth lunar month"),
        ("第2712、2720和2728号决议", "resolutions 2712 (2023), 2720 (2023) and 2728 (2024)"),
        ("唐代诗人白居易", "the Tang Dynasty (618-907) poet Bai Juyi"),
        ("清代", "the Qing Dynasty (1644-1911)"),
        ("截至8日12时", "as of noon on the 8th"),
        ("11月1日零时", "zero hour of November 1"),
        ("截至8月8日24时", "as of midnight on Aug. 8"),
        ("9月1日20时15分", "at 8.15pm on 1 Sept"),
    ],
)
def test_right_renderings_agree(chinese, english):
    assert outcomes(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("截至8日11时", "as of noon on the 8th", ["missing"]),
        ("晚上8时15分", "at 8.45pm", ["different"]),
        ("农历六月初六", "on the fifth day of the sixth lunar month", ["different"]),
        ("上半年", "in the second half of the year", ["different"]),
        ("2021年1月1日起", "from May Day 2021", ["missing"]),
        ("2023年", "the report (2022)", ["different"]),
        ("4月", "in March", ["different"]),
        ("1月至11月", "for the whole year", ["missing"]),
    ],
)
def test_wrong_renderings_are_found(chinese, english, expected):
    assert outcomes(chinese, english) == expected
