"""What says something else must not be filled in, however alike the texts are; what is only reworded may."""

from datetime import date

import pytest
from hypothesis import given
from support.growth import assert_near_linear
from support.strategies import mixed_text

from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.matching import Veto, VetoKind, score, vetoes
from govpub.model.term import Glossary, Term, TermClass

NUMBER, DATE, NAME, NEGATION, TERM = VetoKind
GLOSSARY = Glossary(
    source=ZH_CN,
    target=EN,
    terms=(
        Term(source="国务院", rendering="State Council", term_class=TermClass.ORGANISATION),
        Term(
            source="国务院办公厅",
            rendering="General Office of the State Council",
            term_class=TermClass.ORGANISATION,
        ),
        Term(source="国务院新闻办公室", rendering="State Council Information Office"),
        Term(source="两会", rendering="two sessions"),
        Term(source="两个维护", rendering="two upholds", term_class=TermClass.FORMULATION),
        Term(source="青河新城", rendering="Qinghe New Town", term_class=TermClass.PLACE),
        Term(source="高新区", rendering="high-tech zone"),
    ),
)
CHINESE = Scanner(GLOSSARY, source=ZH_CN, target=EN, day=date(2026, 1, 1))
ENGLISH = Scanner(GLOSSARY, source=EN, target=ZH_CN, day=date(2026, 1, 1))


def vetoed(old, new, locale=ZH_CN, scanner=None):
    return [(veto.kind, veto.old, veto.new) for veto in vetoes(old, new, locale=locale, scanner=scanner)]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("一季度全市经济增长。", "二季度全市经济增长。", [(DATE, "一季度", "二季度")]),
        ("会议于3月5日召开。", "会议于3月6日召开。", [(DATE, "3月5日", "3月6日")]),
        ("会议于3月5日召开。", "会议于３月６日召开。", [(DATE, "3月5日", "３月６日")]),
        ("2024年全市经济增长。", "2025年全市经济增长。", [(DATE, "2024年", "2025年")]),
        ("去年全市经济增长。", "今年全市经济增长。", [(DATE, "去年", "今年")]),
        ("上午9时开会。", "上午10时开会。", [(DATE, "上午9时", "上午10时")]),
        ("星期三开会。", "星期四开会。", [(DATE, "星期三", "星期四")]),
        ("上半年完成。", "前三季度完成。", [(DATE, "上半年", "前三季度")]),
        ("出动抢险队员二百一十人。", "出动抢险队员二百二十人。", [(NUMBER, "二百一十人", "二百二十人")]),
        ("同比提高5.3个百分点。", "同比提高5.4个百分点。", [(NUMBER, "5.3个百分点", "5.4个百分点")]),
        ("投资1.2万亿元。", "投资1.2亿元。", [(NUMBER, "1.2万亿元", "1.2亿元")]),
        ("面积5亩。", "面积5公顷。", [(NUMBER, "5亩", "5公顷")]),
        ("涉及三个村。", "涉及四个村。", [(NUMBER, "三个", "四个")]),
        ("工程分三阶段实施。", "工程分四阶段实施。", [(NUMBER, "三", "四")]),
        ("见附注2.6.2.2。", "见附注2.6.4.2。", [(NUMBER, "2.6.2.2", "2.6.4.2")]),
        ("增长近8%。", "增长超8%。", [(NUMBER, "增长近8%", "增长超8%")]),
        ("全市出动300人。", "全市出动。", [(NUMBER, "300人", "")]),
        ("依据《办法》（国发〔2024〕5号）办理。", "依据《办法》（国发〔2024〕6号）办理。", [(NUMBER, "〔2024〕5号", "〔2024〕6号")]),
        ("详见 https://a.example/1 。", "详见 https://a.example/2 。", [(NUMBER, "https://a.example/1", "https://a.example/2")]),
        ("编号A-12的设备。", "编号A-13的设备。", [(NUMBER, "A-12", "A-13")]),
        ("他不参加。", "他没有参加。", [(NEGATION, "不", "没有")]),
        ("他参加。", "他不参加。", [(NEGATION, "", "不")]),
        ("禁止通行。", "通行。", [(NEGATION, "禁止", "")]),
        ("房价上涨。", "房价下跌。", [(NEGATION, "上涨", "下跌")]),
        ("进口货物。", "出口货物。", [(NEGATION, "进口", "出口")]),
        ("市长王小明出席。", "市长李大伟出席。", [(NAME, "王小明", "李大伟")]),
        ("王小明局长出席。", "李大伟局长出席。", [(NAME, "王小明", "李大伟")]),
        ("市长出席会议。", "副市长出席会议。", [(NAME, "市长", "副市长")]),
        ("会上，张华表示。", "会上，刘华表示。", [(NAME, "张华", "刘华")]),
        ("安娜·佩雷斯到访。", "安娜·罗西到访。", [(NAME, "安娜·佩雷斯到访", "安娜·罗西到访")]),
        ("石桥市举行演练。", "青河市举行演练。", [(NAME, "石桥市", "青河市")]),
        ("石桥市举行演练。", "石河市举行演练。", [(NAME, "石桥市", "石河市")]),
        ("国务院新闻办公室印发。", "国务院办公厅印发。", [(NAME, "国务院新闻办公室", "国务院办公厅")]),
    ],
)  # fmt: skip
def test_chinese_that_says_something_else(old, new, wanted):
    assert [found for found in vetoed(old, new) if found in wanted] == wanted
    mirrored = [(kind, two, one) for kind, one, two in wanted]
    assert [found for found in vetoed(new, old) if found in mirrored] == mirrored


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("会议强调要加强防汛。", "会议强调，要切实加强防汛工作。"),
        ("全市出动1,300人。", "全市共出动1300人。"),
        ("各地不断加强管理。", "各地切实加强管理。"),
        ("未来五年要加快发展。", "今后五年要加快发展。"),
        ("石桥市举行演练。", "石桥市组织演练。"),
        ("市应急管理局举行演练。", "日前，市应急管理局举行演练。"),
        ("对全市道路进行检查。", "对本市道路进行检查。"),
        ("<1>一季度</1>增长。", "<2>一季度</2>继续增长。"),
        ("一个重要会议召开。", "重要会议召开。"),
        ("3月5日，会议召开。", "3月5日，会议正式召开。"),
        ("他没参加会议。", "他没有参加会议。"),
        ("市长王小明出席会议。", "市长王小明出席了会议。"),
    ],
)
def test_chinese_that_is_only_reworded(old, new):
    assert vetoed(old, new) == []
    assert vetoed(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("It grew in the first quarter.", "It grew in the second quarter.", [(DATE, "first quarter", "second quarter")]),
        ("The meeting is on March 5.", "The meeting is on March 6.", [(DATE, "March 5", "March 6")]),
        ("A total of 1,300 people came.", "A total of 1,400 people came.", [(NUMBER, "1,300", "1,400")]),
        ("It rose nearly 8 percent.", "It rose over 8 percent.", [(NUMBER, "It rose nearly 8 percent", "It rose over 8 percent")]),
        ("He will attend.", "He will not attend.", [(NEGATION, "", "not")]),
        ("They did not come.", "They never came.", [(NEGATION, "not", "never")]),
        ("It was done without delay.", "It was done with delay.", [(NEGATION, "without", "")]),
        ("Exports rose.", "Exports fell.", [(NEGATION, "rose", "fell")]),
        ("Mayor Li Hua spoke.", "Mayor Wang Hua spoke.", [(NAME, "Li", "Wang")]),
        ("Chengdu held a drill.", "Chongqing held a drill.", [(NAME, "Chengdu", "Chongqing")]),
        ("The drill was in Chengdu.", "The drill was in Mianyang.", [(NAME, "Chengdu", "Mianyang")]),
        ("The notice is by the Water Bureau.", "The notice is by the Bureau.", [(NAME, "Water", "")]),
    ],
)  # fmt: skip
def test_english_that_says_something_else(old, new, wanted):
    assert vetoed(old, new, EN) == wanted
    assert vetoed(new, old, EN) == [(kind, two, one) for kind, one, two in wanted]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He did not attend.", "He didn't attend."),
        ("Residents were moved.", "Villagers were moved."),
        ("Recently, the drill was held.", "The drill was held."),
        ("Not only that, it works.", "It works."),
        ("The drill was held in Chengdu.", "In Chengdu the drill was held."),
        ("Chengdu’s plan is good.", "The plan of Chengdu is good."),
        ("Flood Drill Held in the County", "Flood Drill Organised in the County"),
    ],
)
def test_english_that_is_only_reworded(old, new):
    assert vetoed(old, new, EN) == []
    assert vetoed(new, old, EN) == []


def test_terms_are_held_to_each_other_by_the_spans_that_the_scanner_allocates():
    assert vetoed("国务院印发。", "国务院办公厅印发。", scanner=CHINESE) == [(TERM, "国务院", "国务院办公厅")]
    assert vetoed("国务院新闻办公室印发。", "国务院办公厅印发。", scanner=CHINESE) == [
        (TERM, "国务院新闻办公室", "国务院办公厅")
    ]
    assert vetoed("两会召开。", "会议召开。", scanner=CHINESE) == [(TERM, "两会", "")]
    assert vetoed("学习两个维护。", "学习两个维护精神。", scanner=CHINESE) == []
    assert vetoed("在青河新城。", "在高新区。", scanner=CHINESE)[0] == (TERM, "青河新城", "高新区")
    assert vetoed("青河新城开工。", "项目开工。", scanner=CHINESE)[0] == (NAME, "青河新城", "")
    found = vetoed("the State Council said", "the General Office of the State Council said", EN, ENGLISH)
    assert found[0] == (TERM, "State Council", "General Office of the State Council")


def test_a_veto_names_the_difference():
    assert Veto(DATE, "一季度", "二季度").message == "date: 一季度 → 二季度"
    assert Veto(NUMBER, "5%", "").message == "number: 5% is gone"
    assert Veto(NEGATION, "", "not").message == "negation: not is new"


def test_measured_failings_of_others():
    assert score("一季度全市规模以上工业增加值同比增长。", "二季度全市规模以上工业增加值同比增长。") > 94
    assert vetoed("一季度全市规模以上工业增加值同比增长。", "二季度全市规模以上工业增加值同比增长。")
    assert vetoed("3月5日", "3月6日")
    assert vetoed("国务院新闻办公室", "国务院办公厅")


@given(mixed_text, mixed_text)
def test_any_two_texts_can_be_compared(old, new):
    for locale, scanner in ((ZH_CN, CHINESE), (EN, ENGLISH)):
        assert vetoes(old, old, locale=locale, scanner=scanner) == ()
        found = vetoes(old, new, locale=locale, scanner=scanner)
        assert all(veto.old or veto.new for veto in found)
        assert {veto.kind for veto in found} == {veto.kind for veto in vetoes(new, old, locale=locale, scanner=scanner)}


@pytest.mark.parametrize(
    "piece",
    ["不", "没有", "王", "市", "市长王", "1", "3月5日", "说", "办公厅", "一", "·史密斯", "，", "<1>", "no ", "Li ", "A. ", "bang", "not only ", "x, Y"],
)  # fmt: skip
@pytest.mark.parametrize("locale", [ZH_CN, EN], ids=str)
def test_vetoes_take_linear_time(piece, locale):
    assert_near_linear(lambda length: vetoes(piece * length + "甲", "乙" + piece * length, locale=locale), 1000)
