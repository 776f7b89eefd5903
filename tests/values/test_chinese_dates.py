"""Years and times of day as Chinese official texts write them: read rightly, and a wrong translation of them found."""

import pytest
from support.growth import assert_near_linear

from govpub.locales import EN, ZH_CN
from govpub.model.value import Calendar
from govpub.values import compare_values, read_values


def told(text):
    return [
        f"{text[value.start : value.end]}: {value.kind.value} {value.value}"
        for value in read_values(text, ZH_CN)
        if isinstance(value, Calendar)
    ]


def outcomes(chinese, english):
    return [
        verdict.outcome.value
        for verdict in compare_values(read_values(chinese, ZH_CN), read_values(english, EN), english)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一九九七年", ["一九九七年: year 1997"]),
        ("二○二四年", ["二○二四年: year 2024"]),
        ("二Ｏ二四年", ["二Ｏ二四年: year 2024"]),
        ("二０二四年", ["二０二四年: year 2024"]),
        ("二○二三至二四年度", ["二○二三: year 2023", "二四年度: year 2024"]),
        (
            "二○二四/二五至二○三三/三四年度",
            ["二○二四: year 2024", "二五: year 2025", "二○三三: year 2033", "三四年度: year 2034"],
        ),
        ("由2024/25课税年度起", ["2024: year 2024", "25课税年度: year 2025"]),
        ("2024-25冬季流感季节", ["2024: year 2024", "25: year 2025"]),
        ("2021-25年", ["2021: year 2021", "25年: year 2025"]),
        ("八十年代", ["八十年代: year 1980"]),
        ("八九十年代", ["八: year 1980", "八九十年代: year 1990"]),
        ("十月八日至九日", ["十月八日: day 8", "九日: day 9"]),
        ("在十六日急降", ["十六日: day 16"]),
        ("连续十六日游、二十日内、第十五日", []),
        ("十二月上半月", ["十二月: month 12", "上半月: half 1"]),
        ("首周日均、每周五天、每周三次", []),
        ("周日、每周五", ["周日: weekday 7", "周五: weekday 5"]),
        ("80后、00后、10后", ["80后: year 1980", "00后: year 2000", "10后: year 2010"]),
        ("20后、80后天", []),
        ("十四五以来", ["十四五: plan 14"]),
        ("第十四五个、二十五年、十五个", []),
        # A year and its month, and what may be either.
        ("2024-07", ["2024: year 2024"]),
        ("2010/11", ["2010: year 2010"]),
        ("共2,024年", []),
    ],
)
def test_dates(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("凌晨二时四十分", [160]),
        ("晚上八时十五分", [1215]),
        ("九月七日晚上十一时零五分", [1385]),
        ("五月四日十时", [600]),
        ("三时半", [210]),
        ("下午三点一刻", [915]),
        ("今晚八时许", [1200]),
        ("七月一日零时", [0]),
        ("凌晨12时", [0]),
        ("24日晚8点", [1200]),
        ("凌晨3点多", [180]),
        ("上午3.5点、8点建议", []),
        ("午夜十二时", [1440]),
        ("晚上12时30分", [30]),
        ("中午12时至2时", [720, 840]),
        ("下午2时至5时", [840, 1020]),
        ("晚上11时至2时", [1380, 120]),
        ("深夜2时", [120]),
        ("14时至3时", [840, 180]),
        ("0—24时", [0, 1440]),
        ("上午9-11时", [540, 660]),
        ("上午9时、3时", [540, 180]),
    ],
)
def test_times_of_day(text, minutes):
    values = read_values(text, ZH_CN)
    assert [value.value for value in values if isinstance(value, Calendar) and value.kind.value == "time"] == minutes


@pytest.mark.parametrize(
    "text", ["一时难以", "四时供应", "三点建议", "十二点零五", "第二时段", "20时代", "同时", "十二时辰"]
)
def test_words_that_look_like_times(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("二○二四年四月的出口上升2%。", "Exports rose 2% in April 2024."),
        ("二○二四/二五年度预算", "the 2024-25 Budget"),
        ("由2024/25课税年度起", "from the year of assessment 2024/25"),
        ("警告在晚上八时十五分发出。", "The warning was issued at 8:15 pm."),
        ("办公时间为上午9时至下午5时。", "Offices open from 9 am to 5 pm."),
        ("会议在下午2时至5时举行。", "The meeting is held from 2 pm to 5 pm."),
        ("截至8月8日24时，33人死亡。", "As of August 8, 33 people had died."),
        ("1—12月份，产量增长2%。", "For the whole year, output was up 2%."),
        ("截至年底，开通292条线路。", "By the end of December, 292 lines were in service."),
        ("十月八日至九日，台风移近。", "A typhoon edged closer on October 8 and 9."),
        ("十二月上半月多雨", "The first half of December was wet."),
        ("财政储备减少,2023年为100亿元。", "Reserves fell; they were 10 billion yuan in 2023."),
    ],
)
def test_right_translations_agree(chinese, english):
    assert outcomes(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("二○二四年四月的出口上升2%。", "Exports rose 2% in April 2023."),
        ("二○二四/二五年度预算", "the 2024-26 Budget"),
        ("由2024/25课税年度起", "from the year of assessment 2025/26"),
        ("警告在晚上八时十五分发出。", "The warning was issued at 8:15 am."),
        ("警告在凌晨二时四十分发出。", "The warning was issued at 2:50 am."),
        ("会议在下午2时至5时举行。", "The meeting is held from 2 pm to 6 pm."),
        ("截至8月8日24时，33人死亡。", "As of 23:00 on August 8, 33 people had died."),
        ("1—11月份，产量增长2%。", "For the whole year, output was up 2%."),
        ("截至年底，开通292条线路。", "By the end of November, 292 lines were in service."),
        ("十月八日至九日，台风移近。", "A typhoon edged closer on October 8 and 10."),
        ("储备减少,2023年为100亿元。", "Reserves fell; they were 10 billion yuan in 2022."),
    ],
)
def test_wrong_translations_are_found(chinese, english):
    assert outcomes(chinese, english)


@pytest.mark.parametrize("piece", ["下午1时至", "二○二四/二五至十六日", "三点一刻一时年底"])
def test_time_grows_with_the_text(piece):
    assert_near_linear(lambda size: read_values(piece * (size // len(piece)), ZH_CN), 2_000)
