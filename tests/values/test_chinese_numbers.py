"""Numbers as Chinese official texts write them: read rightly, and a wrong translation of them found."""

import pytest
from support.growth import assert_near_linear

from govpub.locales import EN, ZH_CN
from govpub.model.value import Hedge, Measure, Number
from govpub.values import compare_values, read_values


def numbers(text):
    return [value for value in read_values(text, ZH_CN) if isinstance(value, Number)]


def told(text):
    """Return the numbers of a text with their units; vague ones and those of names in brackets."""
    shown = []
    for number in numbers(text):
        kind = "" if number.measure is Measure.COUNT else f" {number.measure.value}"
        reading = f"{number.value}{kind}{number.unit and ' '}{number.unit}"
        shown.append(reading if number.firm else f"({reading})")
    return shown


def outcomes(chinese, english):
    return [
        verdict.outcome.value
        for verdict in compare_values(read_values(chinese, ZH_CN), read_values(english, EN), english)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Tenths with what follows them, and words that begin like it.
        ("七成六", ["76 percent"]),
        ("五成半至六成五不等", ["55 percent", "65 percent"]),
        ("九成半以上", ["95 percent"]),
        ("近九成七和六成", ["97 percent", "60 percent"]),
        ("7成5", ["75 percent"]),
        ("六成三年内完成", ["60 percent", "(3 year)"]),
        ("三成二手房", ["30 percent"]),
        ("八成一线城市", ["80 percent"]),
        ("八成半导体", ["80 percent"]),
        ("由九成二升至九成七", ["92 percent", "97 percent"]),
        ("约三至四成", ["(3 percent)", "40 percent"]),
        ("一至三年", ["(1 year)", "(3 year)"]),
        ("统一至此", []),
        ("约百分之十至十五", ["10 percent", "15 percent"]),
        ("由百分之十升至十五人", ["10 percent", "15"]),
        # Decimals before a scale.
        ("四点零六万亿元", ["4060000000000 local"]),
        ("十点五亿", ["1050000000"]),
        ("一万二千八百六十四点五亿元", ["1286450000000 local"]),
        ("三点建议", []),
        # Mixed numerals.
        ("2万5千公里", ["25000 kilometre"]),
        ("1亿3千多万", ["130000000"]),
        ("3亿5000万元", ["350000000 local"]),
        ("3万5000人", ["35000"]),
        ("3万500人", ["30000", "500"]),
        # Groups of three.
        ("35 000名", ["35000"]),
        ("1 000万公吨", ["10000000 tonne"]),
        ("1 200至1 500名", ["1200", "1500"]),
        ("12 345.6米", ["61728/5 metre"]),
        ("逾2 000，", ["2000"]),
        ("10 20 300", ["10", "20", "300"]),
        ("100 200 300", ["100", "200", "300"]),
        ("2024 100名", ["2024", "100"]),
        ("第3 200元", ["(3 ordinal)", "200 local"]),
        ("二○一室，一百○五条", ["201", "105"]),
        ("减少,1234名", ["1234"]),
        # Days and years of age.
        ("自收到之日起十五日内", ["15 day"]),
        ("最短为九十日", ["90 day"]),
        ("十六周岁", ["16 year"]),
        ("100日元", ["100 JPY"]),
        ("二十来里", ["20 li"]),
        ("10小时30分", ["10 hour", "(30 minute)"]),
        ("神舟十六号", ["(16)"]),
        ("死亡率1.5/10万", ["3/2", "(100000)"]),
        ("每10万人", ["100000"]),
        ("十来万元", ["(100000 local)"]),
        ("十多万名", ["(100000)"]),
        ("改发八号信号", ["(8)"]),
        ("第十二号文件", ["(12 ordinal)"]),
        ("七小时三十分钟", ["(7 hour)", "(30 minute)"]),
        ("三十分钟", ["30 minute"]),
        # Vague ones.
        ("上百万元", ["(1000000 local)"]),
        ("几十万元", ["(100000 local)"]),
        ("增上万例", ["(10000)"]),
        ("数十亿元", ["(1000000000 local)"]),
        ("成百上千", ["(100)", "(1000)"]),
        ("近百名", ["(100)"]),
        ("近百亿元", ["10000000000 local"]),
        ("增加几十个百分点", ["(10 point)"]),
        ("过百分之五", ["5 percent"]),
        ("十个百分点", ["10 point"]),
        ("七八十人", ["(70)", "(80)"]),
        ("十七八岁", ["(17)", "(18)"]),
        ("两三百户", ["(200)", "(300)"]),
        ("七八千万", ["(70000000)", "(80000000)"]),
        ("一二三产业、三五成群、三四个", []),
        # Names and places in a row.
        ("世界五百强", ["(500)"]),
        ("全球百大银行", ["(100)"]),
        ("十大工程", ["(10)"]),
        ("从十九大到二十大", ["(19 ordinal)", "(20 ordinal)"]),
        ("十二连增", ["(12 ordinal)"]),
        ("到本世纪中叶", ["(21 ordinal)"]),
        ("上个世纪", ["(20 ordinal)"]),
        ("一百周年", ["(100 year)"]),
        ("两个一百年", ["(2)", "(100 year)"]),
        ("一百五十年", ["150 year"]),
        ("2019冠状病毒病", ["(2019)"]),
        ("国道318线、省道211", ["(318)", "(211)"]),
        ("道路318公里", ["318 kilometre"]),
        ("十、促进就业", ["(10)"]),
        ("（十一）促进就业", ["(11)"]),
        ("其中十、十一", []),
        # Parts, rates and multiples.
        ("6.39‰", ["639/1000 percent"]),
        ("加息四分之三厘", ["3/4 point"]),
        ("减息半厘", ["1/2 point"]),
        ("减息四分一厘", ["1/4 point"]),
        ("利率为半厘", ["1/2 percent"]),
        ("累计加幅达三厘", ["3 point"]),
        ("利率2.5厘", ["5/2 percent"]),
        ("7.80港元兑1美元", ["39/5 HKD", "(1 USD)"]),
        ("投资1美元", ["1 USD"]),
        ("五毫硬币", ["50"]),
        ("一倍半", ["3/2 multiple"]),
        ("多3.6倍", ["23/5 multiple"]),
        ("最多3倍", ["3 multiple"]),
        ("950百帕", ["950"]),
    ],
)
def test_numbers(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("不得超过二百人", Hedge.MOST),
        ("不能高于5%", Hedge.MOST),
        ("不得少于二十学时，不应低于10%", Hedge.LEAST),
        ("超过二百人", Hedge.OVER),
    ],
)
def test_hedges_of_law(text, hedge):
    assert numbers(text)[-1].hedge is hedge


def test_near_a_place_is_no_hedge():
    assert [number.hedge for number in numbers("靠近7.75，接近7.85")] == [Hedge.NONE, Hedge.UNDER]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("约占七成六", "about 76 per cent"),
        ("由五成半升至六成五", "up from 55% to 65%"),
        ("里程达2万5千公里", "reached 25,000 kilometers"),
        ("出境旅游1亿3千多万人次", "over 130 million outbound trips"),
        ("名额35 000名", "35,000 places"),
        ("应当在十五日内申请", "shall apply within 15 days"),
        ("气温在十六日急降", "temperatures plunged on the 16th"),
        ("未满十六周岁的人", "persons below 16 years of age"),
        ("费用几十万元甚至上百万元", "fees of several hundred thousand yuan or even over a million"),
        ("世界五百强企业", "Fortune 500 companies"),
        ("党的二十大", "the Party’s 20th National Congress"),
        ("出生率为6.39‰，死亡率为7.87‰", "a birth rate of 6.39 per thousand and a mortality of 7.87 per thousand"),
        ("死亡率低于千分之一", "fewer than one in a thousand die"),
        ("加息四分之三厘", "a 75-basis-point rate increase"),
        ("港元按7.80港元兑1美元的汇率", "at the rate of HK$7.80"),
        ("成立一百周年", "the centenary"),
        ("约三至四成", "about 30 to 40 per cent"),
        ("七八十人", "70 to 80 people"),
        ("约百分之十至十五", "about 10 to 15 per cent"),
        ("股东不得超过二百人", "shareholders shall not exceed 200"),
        ("赤字四点零六万亿元", "a deficit of 4.06 trillion yuan"),
        ("减息半厘", "a 50-basis-point cut"),
        ("十五至二十一日休馆", "closed from the 15th to the 21st"),
        ("2019冠状病毒病", "COVID-19"),
        ("国道318线", "G318"),
        ("最快1小时03分可达", "in as little as 63 minutes"),
        ("历时七小时三十分钟", "for seven and a half hours"),
        ("全程10小时30分", "takes 10 hours and 30 minutes"),
        ("神舟十六号载人飞船", "the Shenzhou-16 crewed spaceship"),
        ("高约68%及一倍多", "about 68% above and more than double"),
        ("发病率172.4/10万，死亡率1.5/10万", "an incidence of 172.4 and a mortality of 1.5 per 100,000"),
        ("改发八号信号", "the No. 8 Signal was issued"),
        ("一年能挣十来万元", "makes 100,000 yuan or so a year"),
        ("增长了两百多倍", "more than 200 times as much"),
        ("增长了两百多倍", "more than 201 times as much"),
    ],
)
def test_right_translations_agree(chinese, english):
    assert outcomes(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("约占七成六", "about 70 per cent", ["different"]),
        ("约占五成半", "about 50 per cent", ["different"]),
        ("里程达2万5千公里", "reached 20,000 kilometers", ["different"]),
        ("出境旅游1亿3千多万人次", "over 13 million outbound trips", ["magnitude"]),
        ("名额35 000名", "3,500 places", ["magnitude"]),
        ("名额35 000名", "36,000 places", ["different"]),
        ("应当在十五日内申请", "shall apply within 30 days", ["different"]),
        ("气温在十六日急降", "temperatures plunged on the 17th", ["missing", "extra"]),
        ("未满十六周岁的人", "persons below 18 years of age", ["different"]),
        ("出生率为6.39‰", "a birth rate of 6.93 per thousand", ["different"]),
        ("港元按7.80港元兑1美元的汇率", "at the rate of HK$7.85", ["different"]),
        ("党的二十大", "the Party’s 21st National Congress", ["different"]),
        ("最快1小时03分可达", "in as little as 73 minutes", ["extra"]),
        ("全程10小时30分", "takes 12 hours", ["different"]),
        ("约百分之十至十五", "about 10 to 25 per cent", ["different"]),
        ("赤字四点零六万亿元", "a deficit of 4.06 billion yuan", ["magnitude"]),
        ("七八十人", "60 to 70 people", ["extra"]),
        ("约三至四成", "about 20 to 40 per cent", ["extra"]),
        ("减息半厘", "a 25-basis-point cut", ["different"]),
        ("十五至二十一日休馆", "closed from the 14th to the 21st", ["missing", "extra"]),
        ("死亡率1.5/10万", "a mortality of 1.6 per 100,000", ["different"]),
        ("一年能挣十来万元", "makes 200,000 yuan or so a year", ["extra"]),
        ("增长2倍", "twice as much", ["multiple"]),
        ("投入近百亿元", "nearly one billion yuan", ["magnitude"]),
    ],
)
def test_wrong_translations_are_found(chinese, english, expected):
    assert outcomes(chinese, english) == expected


@pytest.mark.parametrize("piece", ["1 000 ", "2万5千3", "七成六数百来", "十、十大四分之三厘1小时1分"])
def test_time_grows_with_the_text(piece):
    assert_near_linear(lambda size: read_values(piece * (size // len(piece)), ZH_CN), 2_000)
