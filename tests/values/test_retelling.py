"""The same time told by other names, and the same sum in other money: what agrees, and what does not."""

import pytest

from govpub.locales import EN, ZH_CN
from govpub.values import Outcome, compare_values, read_values


def outcomes(chinese, english, years=()):
    verdicts = compare_values(
        read_values(chinese, ZH_CN), read_values(english, EN), english, years=lambda: frozenset(years)
    )
    return [verdict.outcome for verdict in verdicts]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("前三季度，进出口增长6.3%。", "From January to September, trade grew by 6.3 percent."),
        ("上半年完成投资20亿元。", "Between January and June, investment came to 2 billion yuan."),
        ("第三季度客流回升。", "Passenger numbers recovered from July to September."),
        ("1月至9月，客流回升。", "Passenger numbers recovered in the first three quarters."),
        (
            "首三季分别增长2%、3%和4%。",
            "Growth was 2, 3 and 4 percent in the first, second and third quarters respectively.",
        ),
        ("截至6日，道路全部抢通。", "All roads were open again by Tuesday."),
        ("截至9月6日上午，道路全部抢通。", "All roads were open again by Tuesday morning."),
        ("9月11日电：截至11日17时，供电恢复。", "Sept. 11 -- Power was restored by 5 p.m. Sunday."),
        ("20日6时至21日6时降雨80毫米。", "From 6 a.m. Sunday to 6 a.m. Monday 80 mm of rain fell."),
        ("7月22日0时至24时降雨80毫米。", "On July 22, 80 mm of rain fell between 0:00 and 24:00."),
        ("下拨资金5000万元。", "An allocation of 50 million yuan (about 7.25 million U.S. dollars) was made."),
        ("销售额为7.6亿元。", "Sales came to 760 million yuan ($104 million)."),
        ("出口口罩706亿只。", "More than 70 billion masks were exported."),
        ("共有学生6980名。", "There are nearly 7,000 students."),
        ("保护区总面积50.98万公顷。", "The reserves cover some 510,000 hectares."),
        ("保护区总面积约50.98万公顷。", "The reserves cover some 510,000 hectares."),
        ("全年入库3421种图书。", "Over the year, more than 3,400 titles were added."),
        (
            "借款31次，约214亿元，上年为14次，约41亿元。",
            "There were 31 loans of around 21.4 billion yuan, against 14 of 4.1 billion yuan.",
        ),
    ],
)
def test_what_is_told_otherwise_agrees(chinese, english):
    assert outcomes(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "outcome"),
    [
        ("前三季度，进出口增长6.3%。", "From January to October, trade grew by 6.3 percent.", Outcome.MISSING),
        ("前三季度，进出口增长6.3%。", "In the third quarter, trade grew by 6.3 percent.", Outcome.DIFFERENT),
        ("首三季均有增长。", "There was growth in the second and fourth quarters.", Outcome.DIFFERENT),
        ("第三季度客流回升。", "Passenger numbers recovered from April to June.", Outcome.MISSING),
        ("道路全部抢通。", "All roads were open again by Tuesday.", Outcome.EXTRA),
        ("截至6日，道路全部抢通。", "On the 6th, a Tuesday, or on Wednesday, all roads were open.", Outcome.EXTRA),
        ("7月22日20时至24时降雨80毫米。", "On July 22, 80 mm of rain fell between 20:00 and 23:00.", Outcome.DIFFERENT),
        (
            "下拨资金5000万元。",
            "An allocation of 50 million yuan (about 72.5 million U.S. dollars) was made.",
            Outcome.EXTRA,
        ),
        ("下拨资金5000万元。", "An allocation of 50 million yuan was made. Another had $7.25 million.", Outcome.EXTRA),
        ("出口口罩706亿只。", "More than 80 billion masks were exported.", Outcome.DIFFERENT),
        ("出口口罩706亿只。", "70 billion masks were exported.", Outcome.DIFFERENT),
        ("共有学生6980名。", "There are over 7,000 students.", Outcome.DIFFERENT),
        ("全年入库3421种图书。", "Over the year, more than 3,000 titles were added.", Outcome.DIFFERENT),
        ("保护区总面积50.98万公顷。", "The reserves cover some 520,000 hectares.", Outcome.DIFFERENT),
        ("约214亿元用于借款。", "21.4 billion yuan was lent, around 5 percent more.", Outcome.HEDGE),
    ],
)
def test_what_is_told_wrongly_is_found(chinese, english, outcome):
    assert outcome in outcomes(chinese, english)


def test_the_target_may_add_the_year_that_the_document_has_named():
    chinese, english = "全年销售额增长5%。", "In 2023, sales rose by 5 percent."
    assert outcomes(chinese, english) == outcomes(chinese, english, {2023, 2022}) == []
    chinese, english = "5月3日，展览开幕。", "The exhibition opened on May 3, 2023."
    assert outcomes(chinese, english, {2022, 2023}) == []
    assert outcomes(chinese, english, {2022}) == [Outcome.EXTRA]
    assert outcomes(chinese, english) == [Outcome.EXTRA]
    assert outcomes("展览开幕。", "The exhibition of 2023 opened.", {2023}) == [Outcome.EXTRA]


def test_a_relation_tells_only_years_that_are_near_those_of_the_document():
    chinese, english = "去年10月，项目开工。", "The project began in October {}."
    assert outcomes(chinese, english.format(2016), {2017}) == []
    assert outcomes(chinese, english.format(2016)) == [], "nothing is known"
    assert outcomes(chinese, english.format(2019), {2017}) == [Outcome.EXTRA]
