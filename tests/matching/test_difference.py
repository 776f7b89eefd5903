"""What was removed and added, so that a person sees it at a glance."""

import pytest
from hypothesis import given
from support.growth import assert_near_linear
from support.strategies import mixed_text

from govpub.locales import EN, ZH_CN
from govpub.matching import Change, difference

MARKS = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}


def shown(pieces):
    return "".join(MARKS[piece.kind].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("一季度增长。", "二季度增长。", "[-一-]{+二+}季度增长。"),
        ("会议于3月5日召开。", "会议于3月16日召开。", "会议于3月[-5-]{+16+}日召开。"),
        ("会议强调防汛", "会议强调要切实防汛", "会议强调{+要切实+}防汛"),
        ("甲乙丙丁", "甲戊丙己", "甲[-乙丙丁-]{+戊丙己+}"),
        ("甲乙丙丁", "甲乙", "甲乙[-丙丁-]"),
        ("全年GDP为1,300亿元", "全年GNP达到1,400亿元", "全年[-GDP为1,300-]{+GNP达到1,400+}亿元"),
        ("<1>防汛</1>演练", "<2>防汛</2>演练", "[-<1>-]{+<2>+}防汛[-</1>-]{+</2>+}演练"),
        ("同样", "同样", "同样"),
        ("", "新", "{+新+}"),
    ],
)
def test_chinese_by_characters_and_words(old, new, wanted):
    assert shown(difference(old, new, ZH_CN)) == wanted


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("the first quarter", "the second quarter", "the [-first-]{+second+} quarter"),
        ("A total of 1,300 people", "A total of 1,400 people", "A total of [-1,300-]{+1,400+} people"),
        ("the city's plan", "the city’s plan", "the [-city's-]{+city’s+} plan"),
        ("the old town hall", "the new village hall", "the [-old town-]{+new village+} hall"),
        ("It rained.", "It did not rain.", "It [-rained-]{+did not rain+}."),
    ],
)
def test_english_by_words(old, new, wanted):
    assert shown(difference(old, new, EN)) == wanted


@given(mixed_text, mixed_text)
def test_both_texts_can_be_read_off(old, new):
    for locale in (ZH_CN, EN):
        pieces = difference(old, new, locale)
        assert "".join(piece.text for piece in pieces if piece.kind is not Change.ADDED) == old
        assert "".join(piece.text for piece in pieces if piece.kind is not Change.REMOVED) == new
        assert all(piece.text for piece in pieces)


def test_long_texts_are_no_trouble():
    assert_near_linear(lambda length: difference("甲" * length, "乙" * length + "甲", ZH_CN), 40_000)
    pieces = difference("始" + "甲" * 20_000 + "终", "始" + "乙丙" * 10_000 + "终", ZH_CN)
    assert [piece.kind for piece in pieces] == [Change.SAME, Change.REMOVED, Change.ADDED, Change.SAME]
