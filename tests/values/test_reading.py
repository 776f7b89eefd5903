"""What the readers read, case by case: `text => readings`."""

from datetime import date

import pytest
from hypothesis import given
from support.strategies import mixed_text

from govpub.locales import EN, ZH_CN
from govpub.model.value import Calendar, Hedge, Mark, MarkKind, Measure, Number, Trend
from govpub.values import read_values, wrong_weekdays
from govpub.values.gaps import has_gap


def told(text, locale):
    return [_told(value, text) for value in read_values(text, locale)]


def _told(value, text):
    shown = text[value.start : value.end]
    match value:
        case Number():
            kind = "" if value.measure is Measure.COUNT else f" {value.measure.value}"
            return f"{shown}: {value.value}{kind}{' ' + value.unit if value.unit else ''}"
        case Calendar():
            return f"{shown}: {value.kind.value} {value.month or ''}{'/' if value.month else ''}{value.value}"
        case Mark():
            return f"{shown}: {value.kind.value} {value.text}".rstrip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("912.17亿元", ["912.17亿元: 91217000000 local"]),
        ("1.2万亿美元", ["1.2万亿美元: 1200000000000 USD"]),
        ("１２万人", ["１２万人: 120000"]),
        ("3～5亿元", ["3: 3 local", "5亿元: 500000000 local"]),
        ("百分之五点五", ["百分之五点五: 11/2 percent"]),
        ("千分之五", ["千分之五: 1/2 percent"]),
        ("三分之二", ["三分之二: 2/3"]),
        ("约六成", ["六成: 60 percent"]),
        ("2.5厘", ["2.5厘: 5/2 percent"]),
        ("5‰", ["5‰: 1/2 percent"]),
        ("25个基点", ["25个基点: 1/4 point"]),
        ("增长2倍", ["2倍: 3 multiple"]),
        ("是2倍", ["2倍: 2 multiple"]),
        ("翻两番", ["翻两番: 4 multiple"]),
        ("一半", ["一半: 1/2"]),
        ("百分百", ["百分百: 100 percent"]),
        ("第三", ["三: 3 ordinal"]),
        ("1200万千瓦", ["1200万千瓦: 12000000 kilowatt"]),
        ("600亿千瓦时", ["600亿千瓦时: 60000000000 kilowatt-hour"]),
        ("HK$200", ["HK$200: 200 HKD"]),
        ("两百五十户", ["两百五十户: 250"]),
        ("人民币5000元", ["5000元: 5000 CNY"]),
        ("2024年12月17日", ["2024年: year 2024", "12月17日: day 12/17"]),
        ("二〇二四年十二月十七日", ["二〇二四年: year 2024", "十二月十七日: day 12/17"]),
        ("2015/16年度", ["2015: year 2015", "16年度: year 2016"]),
        ("2021年至2025年", ["2021: year 2021", "2025年: year 2025"]),
        ("90年代", ["90年代: year 1990"]),
        ("1至3月", ["1: month 1", "3月: month 3"]),
        ("8日20时", ["8日: day 8", "20时: time 1200"]),
        ("下午3点半", ["下午3点半: time 930"]),
        ("前三季度", ["前三季度: quarters 3"]),
        ("首季", ["首季: quarter 1"]),
        ("第一至第三季度", ["第一至第三季度: quarter 3", "第一至第三季度: quarter 1"]),
        ("上半年", ["上半年: half 1"]),
        ("“十四五”", ["“十四五”: plan 14"]),
        ("农历腊月廿三", ["农历腊月廿三: lunar 12/23"]),
        ("星期日", ["星期日: weekday 7"]),
        ("国发〔2024〕5号", ["〔2024〕5号: document 2024-5"]),
        ("新冠COVID-19", ["COVID-19: code COVID-19"]),
        ("同比", ["同比: year on year"]),
    ],
)
def test_chinese(text, expected):
    assert told(text, ZH_CN) == expected


@pytest.mark.parametrize(
    "text",
    [
        "万无一失",
        "千方百计",
        "统一思想",
        "进一步",
        "一般",
        "一些方面",
        "三五天",
        "万州",
        "百姓",
        "没有数字。",
        "",
        "《决定》",
        "周年庆",
    ],
)
def test_chinese_words_without_a_figure(text):
    assert [value for value in read_values(text, ZH_CN) if value.firm] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("91.217 billion yuan", ["91.217 billion yuan: 91217000000 CNY"]),
        ("HK$3.5bn", ["HK$3.5bn: 3500000000 HKD"]),
        ("RMB300 million", ["RMB300 million: 300000000 CNY"]),
        ("US$5", ["US$5: 5 USD"]),
        ("3 to 5 million", ["3: 3", "5 million: 5000000"]),
        ("5.4 per cent", ["5.4 per cent: 27/5 percent"]),
        ("0.5 percentage points", ["0.5 percentage points: 1/2 point"]),
        ("25 basis points", ["25 basis points: 1/4 point"]),
        ("5‰", ["5‰: 1/2 percent"]),
        ("two-thirds", ["two-thirds: 2/3"]),
        ("half a quarter", ["half: 1/2", "a quarter: 1/4"]),
        ("doubled, tripled, halved", ["doubled: 2 multiple", "tripled: 3 multiple", "halved: 1/2"]),
        ("ten-fold", ["ten-fold: 10 multiple"]),
        ("twenty-one", ["twenty-one: 21"]),
        ("two hundred and five", ["two hundred and five: 205"]),
        ("a dozen", ["a dozen: 12"]),
        ("a decade", ["decade: 10 year"]),
        ("twenty-third", ["twenty-third: 23 ordinal"]),
        ("the 3rd", ["3rd: 3 ordinal"]),
        ("12 GW, 60 TWh", ["12 GW: 12 gigawatt", "60 TWh: 60 terawatt-hour"]),
        ("December 17, 2024", ["December 17: day 12/17", "2024: year 2024"]),
        ("17 December 2024", ["17 December: day 12/17", "2024: year 2024"]),
        ("Dec. 17", ["Dec. 17: day 12/17"]),
        ("November 21 to 23", ["November 21: day 11/21", "23: day 11/23"]),
        ("18–26 November", ["18: day 11/18", "26 November: day 11/26"]),
        ("in May", ["May: month 5"]),
        ("it may rise", []),
        ("in june", ["june: month 6"]),
        ("2015–16", ["2015: year 2015", "16: year 2016"]),
        ("1999-00", ["1999: year 1999", "00: year 2000"]),
        ("FY2015", ["2015: year 2015"]),
        ("the 1990s", ["1990s: year 1990"]),
        ("The First Three Quarters", ["First Three Quarters: quarters 3"]),
        ("first and second quarters", ["first and second quarters: quarter 2", "first and second quarters: quarter 1"]),
        ("Q1 and H2", ["Q1: quarter 1", "H2: half 2"]),
        ("the first and second halves", ["first and second halves: half 2", "first and second halves: half 1"]),
        ("14th Five-Year Plan", ["14th Five-Year: plan 14"]),
        ("Fourteenth Five-Year Plan", ["Fourteenth Five-Year: plan 14"]),
        ("on Wednesday", ["Wednesday: weekday 3"]),
        ("16:30, 3:30 p.m., 12 a.m.", ["16:30: time 990", "3:30 p.m.: time 930", "12 a.m.: time 0"]),
        ("the 12th lunar month", ["12th lunar month: lunar 12/0"]),
        ("last year", ["last year: relative year 0"]),
        ("at year-end", ["year: relative year 0"]),
        ("a year earlier", ["a year: relative year 0"]),
        ("the following month", ["following month: relative month 0"]),
        ("The next day", ["next day: relative day 0"]),
        ("COVID-19, G20 and AA+", ["COVID-19: code COVID-19", "G20: code G20", "AA+: code AA+"]),
        ("5G", []),
        ("month on month", ["month on month: month on month"]),
        ("No. 12 [2023]", ["No. 12 [2023]: document 2023-12"]),
        ("a@example.org", ["a@example.org: email a@example.org"]),
        ("(see www.example.org).", ["www.example.org: url www.example.org"]),
        ("Tel: (852) 2878 8196", ["(852) 2878 8196: phone 85228788196"]),
        ("No figures at all", []),
    ],
)
def test_english(text, expected):
    assert told(text, EN) == expected


@pytest.mark.parametrize(
    ("text", "locale", "hedge"),
    [
        ("近3000家", ZH_CN, Hedge.UNDER),
        ("近年来3000家", ZH_CN, Hedge.NONE),
        ("300多家", ZH_CN, Hedge.OVER),
        ("1500多万人", ZH_CN, Hedge.OVER),
        ("逾5%", ZH_CN, Hedge.OVER),
        ("约5%", ZH_CN, Hedge.ABOUT),
        ("5%左右", ZH_CN, Hedge.ABOUT),
        ("95%以上", ZH_CN, Hedge.LEAST),
        ("不超过5%", ZH_CN, Hedge.MOST),
        ("合约5份", ZH_CN, Hedge.NONE),
        ("nearly 3,000", EN, Hedge.UNDER),
        ("more than 300", EN, Hedge.OVER),
        ("no more than 300", EN, Hedge.MOST),
        ("in excess of US$5 million", EN, Hedge.OVER),
        ("300 or more", EN, Hedge.LEAST),
        ("300+", EN, Hedge.OVER),
        ("some 300", EN, Hedge.ABOUT),
        ("at least 5%", EN, Hedge.LEAST),
    ],
)
def test_hedges(text, locale, hedge):
    [number] = [value for value in read_values(text, locale) if isinstance(value, Number)]
    assert number.hedge is hedge


@pytest.mark.parametrize(
    ("text", "locale", "trend", "to"),
    [
        ("增长5%", ZH_CN, Trend.UP, False),
        ("负增长5%", ZH_CN, Trend.DOWN, False),
        ("降至5%", ZH_CN, Trend.DOWN, True),
        ("占5%", ZH_CN, Trend.NONE, False),
        ("rose by about 5%", EN, Trend.UP, False),
        ("fell to 5%", EN, Trend.DOWN, True),
        ("was 5%", EN, Trend.NONE, False),
    ],
)
def test_trends(text, locale, trend, to):
    [number] = [value for value in read_values(text, locale) if isinstance(value, Number)]
    assert (number.trend, number.to) == (trend, to)


@pytest.mark.parametrize(
    ("text", "gap"), [("Growth in , was fast.", True), ("end of to HK$5", True), ("in 2024, it", False)]
)
def test_gaps(text, gap):
    assert has_gap(text) is gap


def test_weekdays_need_a_year_and_a_date():
    values = read_values("Tuesday, December 25", EN)
    assert list(wrong_weekdays(values, None)) == []
    assert [right for _value, right in wrong_weekdays(values, date(2024, 12, 1))] == [3]
    assert [right for _value, right in wrong_weekdays(values, date(2024, 1, 1))] == [1], "the nearest one, of 2023"
    assert list(wrong_weekdays(read_values("Tuesday, February 30, 2024", EN), None)) == []


@given(mixed_text)
def test_any_text_is_read_within_its_bounds(text):
    for locale in (ZH_CN, EN):
        for value in read_values(text, locale):
            assert 0 <= value.start <= value.end <= len(text)
            assert not isinstance(value, Mark) or isinstance(value.kind, MarkKind)
