"""Numbers as English official texts write them: what is read, what agrees with Chinese, and what must not."""

import pytest

from govpub.locales import EN, ZH_CN
from govpub.model.value import Hedge, Measure, Number
from govpub.values import Outcome, compare_values, read_values


def numbers(text):
    return [value for value in read_values(text, EN) if isinstance(value, Number)]


def outcomes(chinese, english):
    return [verdict.outcome for verdict in compare_values(read_values(chinese, ZH_CN), read_values(english, EN))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("over 16 000 applications", [16000]),
        ("16\u00a0000 and 35\u2009000 and 2\u202f500", [16000, 35000, 2500]),
        ("rainfall of 2 774.5 millimetres", ["2774.5"]),
        ("a 30 000-seat hall", [30000]),
        ("HK$1 234 567", [1234567]),
        ("a rise (+27 900 cases)", [27900]),
        ("41 000 to 52 000", [41000, 52000]),
        ("in 2019 300 people", [300]),
        ("under No. 5 300 people", [5, 300]),
        ("Article 5 300 firms", [5, 300]),
        ("Phase 2 150 homes", [2, 150]),
        ("12 3456", [12, 3456]),
        ("1 23", [1, 23]),
        ("5 000 1", [5, 0, 1]),
        ("on May 5 300 people", [300]),
        ("in May 5 000 people", [5000]),
        ("one hundred and two hundred firms", [100, 200]),
        ("a hundred and three thousand firms", [100, 3000]),
    ],
)
def test_groups_of_three_digits_may_stand_apart_by_a_space(text, values):
    assert [float(number.value) for number in numbers(text)] == [float(value) for value in values]


@pytest.mark.parametrize("text", ["the Infoline of the office at 2833 0111", "the Helpline, 18222"])
def test_a_telephone_number_is_no_figure(text):
    assert [number for number in numbers(text) if number.firm] == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure"),
    [
        ("a 700-million-metric-ton mark", 700_000_000, "tonne", Measure.COUNT),
        ("a 1.11-square-kilometer campus", "1.11", "square kilometre", Measure.COUNT),
        ("winds of 45 m/s", 45, "metre", Measure.COUNT),
        ("worth $5m", 5_000_000, "dollar", Measure.COUNT),
        ("6.39 per thousand", "0.639", "", Measure.PERCENT),
        ("seven and a half hours", "7.5", "hour", Measure.COUNT),
        ("10 and a half months", "10.5", "month", Measure.COUNT),
        ("half an hour", 30, "minute", Measure.COUNT),
        ("half a million", 500_000, "", Measure.COUNT),
        ("a quarter of a billion", 250_000_000, "", Measure.COUNT),
        ("half a century", 50, "year", Measure.COUNT),
        ("three millennia", 3, "millennium", Measure.COUNT),
        ("the centenary", 100, "year", Measure.COUNT),
        ("around the clock", 24, "hour", Measure.COUNT),
        ("round-the-clock", 24, "hour", Measure.COUNT),
        ("twelvefold", 12, "", Measure.MULTIPLE),
        ("one thousandth of its weight", "0.001", "", Measure.COUNT),
        ("one hundred and twenty-five", 125, "", Measure.COUNT),
        ("the seventy-eighth session", 78, "", Measure.ORDINAL),
        ("Ninety-three people", 93, "", Measure.COUNT),
        ("two hundred and fifty thousand", 250_000, "", Measure.COUNT),
        ("one thousand two hundred", 1200, "", Measure.COUNT),
        ("one thousand two hundred and five", 1205, "", Measure.COUNT),
        ("a hundred and twenty", 120, "", Measure.COUNT),
        ("a two-and-a-half-hour trip", "2.5", "hour", Measure.COUNT),
        ("24/7 service", 24, "hour", Measure.COUNT),
        ("twenty-odd firms", 20, "", Measure.COUNT),
        ("a 0.5-percentage-point rise", "0.5", "", Measure.POINT),
        ("0.5 per cent points", "0.5", "", Measure.POINT),
        ("0.5% points", "0.5", "", Measure.POINT),
        ("5 pct", 5, "", Measure.PERCENT),
        ("Signal No. 8", 8, "", Measure.ORDINAL),
    ],
)
def test_forms(text, value, unit, measure):
    [number] = numbers(text)
    assert (float(number.value), number.unit, number.measure) == (float(value), unit, measure)


@pytest.mark.parametrize("text", ["Group 2b assets", "5G", "a 4K screen", "the 2d version"])
def test_a_name_with_a_letter_is_no_number(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12. With the fair open",
        "(12) With the fair open",
        "a dozen volunteers",
        "two dozen volunteers",
        "more than a million people",
        "over ten thousand cases",
        "3 per 1,000 people",
        "2 out of every 100 thousand",
        "in the 21st century",
        "moved four times",
        "10 years ago",
    ],
)
def test_what_the_other_language_may_say_in_its_own_way_is_not_asked_for(text):
    assert [number for number in numbers(text) if number.firm and number.value > 9] == []


@pytest.mark.parametrize(
    "text", ["With 12. The fair", "100 people", "ten thousand yuan", "3 per 1,200", "the 21st session", "10 years"]
)
def test_what_looks_like_it_is_asked_for(text):
    assert any(number.firm and number.value > 9 for number in numbers(text))


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("收到超过16万宗申请，引入35000人", "over 160 000 applications and 35 000 people"),
        ("雨量为2774.5毫米", "rainfall was 2 774.5 millimetres"),
        ("出生率为6.39‰", "a birth rate of 6.39 per thousand"),
        ("死亡率低于千分之一", "fewer than one in a thousand die"),
        ("九成表示支持", "nine in ten were supportive"),
        ("八成订单已经落地", "eight out of 10 orders have been delivered"),
        ("约为母亲的千分之一", "about one thousandth of its mother’s weight"),
        ("分别为45%、65%和40%", "45, 65 and 40 per cent respectively"),
        ("分别为2200万、3000万和4100万", "22, 30 and 41 million respectively"),
        ("粮食产量跃上1.4万亿斤", "grain output passed the 700-million-metric-ton mark"),
        ("超过2.5亿人", "more than a quarter of a billion people"),
        ("面积1500亩", "a one-square-kilometer park"),
        ("增长3.4倍", "a 3.4-fold increase"),
        ("全天候24小时服务", "service around the clock"),
        ("G318线、省道211", "National Highway 318 and S211"),
        ("5岁以下儿童", "under-5 mortality"),
        ("接待游客突破3亿人次", "300m-plus tourist visits"),
        ("销售额突破350万辆", "sales passed 3.5 million"),
        ("临时估计为296亿元", "provisionally estimated at $29.6 billion"),
        ("超出0.27的基线水平", "exceeding the baseline of 0.27"),
        ("不足五万元", "short of RMB50,000"),
        ("突破30万亿元", "broke through the RMB 30 trillion mark"),
        ("5级左右余震", "aftershocks of around magnitude 5"),
        ("300多家", "300-odd firms"),
    ],
)
def test_right_renderings_agree(chinese, english):
    assert outcomes(chinese, english) == []


@pytest.mark.parametrize("text", ["over the past 10 years", "at 10 a.m. 30 people", "the passage of 12 bills"])
def test_what_looks_like_a_hedge_is_none(text):
    assert [number.hedge for number in numbers(text)] == [Hedge.NONE]


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("引入35000人", "36 000 people", [Outcome.DIFFERENT]),
        ("引入35000人", "350 000 people", [Outcome.MAGNITUDE]),
        ("出生率为6.39‰", "a birth rate of 6.93 per thousand", [Outcome.DIFFERENT]),
        ("九成表示支持", "eight in ten were supportive", [Outcome.MISSING]),
        ("分别为45%、65%和40%", "45, 56 and 40 per cent respectively", [Outcome.DIFFERENT]),
        ("分别为2200万、3000万和4100万", "22, 31 and 41 million respectively", [Outcome.DIFFERENT]),
        ("粮食产量跃上1.4万亿斤", "grain output passed the 800-million-metric-ton mark", [Outcome.DIFFERENT]),
        ("超过2.5亿人", "more than a quarter of a million people", [Outcome.MAGNITUDE]),
        ("每10万人中有3人", "3 per 10,000 people", [Outcome.MISSING]),
        ("24小时服务", "service", [Outcome.MISSING]),
        ("接待游客突破3亿人次", "400m-plus tourist visits", [Outcome.DIFFERENT]),
        ("销售额突破350万辆", "sales were 3.5 million", [Outcome.HEDGE]),
        ("不足五万元", "beyond RMB50,000", [Outcome.HEDGE]),
    ],
)
def test_wrong_renderings_are_found(chinese, english, expected):
    assert outcomes(chinese, english) == expected
