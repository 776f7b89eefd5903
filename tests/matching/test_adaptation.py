"""Numbers of a translation are adapted where that is certain, and else left to a person."""

import pytest
from hypothesis import given
from support.strategies import mixed_text

from govpub.locales import EN, ZH_CN
from govpub.matching import adapt_numbers


@pytest.mark.parametrize(
    ("old", "new", "target", "wanted"),
    [
        ("一季度增长5.3%。", "二季度增长6.1%。", "It grew 5.3 percent in the first quarter.", "It grew 6.1 percent in the second quarter."),
        ("一季度增长5.3%。", "二季度增长5.3%。", "It grew by 5.3% in Q1.", "It grew by 5.3% in Q2."),
        ("会议于3月5日召开。", "会议于4月16日召开。", "The meeting was held on March 5.", "The meeting was held on April 16."),
        ("共1300人。", "共2400人。", "A total of 1,300 people", "A total of 2,400 people"),
        ("共300人。", "共2400人。", "A total of 300 people", "A total of 2,400 people"),
        ("共1300人。", "共2400人。", "A total of 1300 people", "A total of 2400 people"),
        ("投资1.2万亿元。", "投资1.35万亿元。", "1.2 trillion yuan was invested.", "1.35 trillion yuan was invested."),
        ("投资3.5亿元。", "投资4亿元。", "350 million yuan", "400 million yuan"),
        ("涉及三个村。", "涉及四个村。", "Three villages", "Four villages"),
        ("<1>5</1>人", "<1>6</1>人", "<1>5</1> people", "<1>6</1> people"),
        ("2024年3月5日", "2025年3月5日", "March 5, 2024", "March 5, 2025"),
        ("3月5日到6日", "3月5日到8日", "from March 5 to 6", "from March 5 to 8"),
        ("星期三开会", "星期四开会", "It meets on Wednesday", "It meets on Thursday"),
        ("第5次会议", "第22次会议", "the 5th meeting", "the 22nd meeting"),
        ("第1次会议", "第12次会议", "the 1st meeting", "the 12th meeting"),
        ("共5人，又5人", "共6人，又6人", "5 people and another 5 people", "6 people and another 6 people"),
    ],
)  # fmt: skip
def test_what_follows_from_the_text_is_adapted(old, new, target, wanted):
    assert adapt_numbers(old, new, target, ZH_CN, EN) == wanted


@pytest.mark.parametrize(
    ("old", "new", "target", "wanted"),
    [
        ("It grew 5.3 percent in the first quarter.", "It grew 5.5 percent in the second quarter.", "一季度增长5.3%。", "二季度增长5.5%。"),
        ("On March 5, 1,300 people came.", "On April 6, 2,500 people came.", "3月5日，1300人参加。", "4月6日，2500人参加。"),
        ("three villages", "five villages", "三个村", "五个村"),
        ("1 person", "2 people", "1人", "2人"),
    ],
)  # fmt: skip
def test_into_chinese(old, new, target, wanted):
    assert adapt_numbers(old, new, target, EN, ZH_CN) == wanted


@pytest.mark.parametrize(
    ("old", "new", "target"),
    [
        ("共5人。", "共5人。", "5 people"),  # nothing to adapt
        ("共1人。", "共2人。", "1 person"),  # the noun would have to change
        ("共2人。", "共1人。", "2 people"),
        ("5人、5户", "6人、7户", "5 people and 5 households"),  # which is which?
        ("共5人。", "共6人。", "people"),  # not there
        ("共5人。", "共6人。", "5 people, 5 of them children"),  # too often
        ("共5人。", "共6人，3户。", "5 people"),
        ("增长5%", "下降6%", "up 5 percent"),
        ("近5%", "超6%", "nearly 5 percent"),
        ("3月5日", "4月6日", "5 March"),  # not govpub's own form
        ("国发〔2024〕5号", "国发〔2024〕6号", "Guo Fa [2024] No. 5"),
        ("投资1亿元", "投资三分之一亿元", "100 million yuan"),
        ("去年5人", "今年6人", "last year"),
        ("", "", ""),
    ],
)
def test_what_is_not_certain_is_not_adapted(old, new, target):
    assert adapt_numbers(old, new, target, ZH_CN, EN) is None


@given(mixed_text, mixed_text, mixed_text)
def test_any_texts(old, new, target):
    for source, other in ((ZH_CN, EN), (EN, ZH_CN)):
        found = adapt_numbers(old, new, target, source, other)
        assert found is None or found != target
