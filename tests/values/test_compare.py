"""Values of two texts held against each other: published-style pairs, seeded errors, wording, speed."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from support.growth import assert_near_linear
from support.strategies import mixed_text

from govpub.locales import EN, ZH_CN
from govpub.values import Outcome, compare_values, read_values, reading, rendering

TEXT = (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8")
PAIRS = [tuple(block.split("\n")) for block in TEXT.strip().split("\n\n")]
FIGURE = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-]|[.,]\d)")


def compare(chinese, english):
    return compare_values(read_values(chinese, ZH_CN), read_values(english, EN), english)


@pytest.mark.parametrize(("chinese", "english"), PAIRS, ids=range(len(PAIRS)))
def test_what_is_translated_rightly_agrees(chinese, english):
    assert compare(chinese, english) == ()
    back = compare_values(read_values(english, EN), read_values(chinese, ZH_CN))
    assert [verdict for verdict in back if verdict.outcome is not Outcome.HEDGE] == []


def flipped(english, found, rng):
    at = rng.choice([place for place in range(*found.span()) if english[place].isdigit()])
    digit = rng.choice([digit for digit in "123456789" if digit != english[at]])
    return english[:at] + digit + english[at + 1 :]


def test_nearly_every_changed_or_lost_figure_is_found():
    rng = random.Random(2024)
    changed = lost = total = 0
    for chinese, english in PAIRS:
        for found in FIGURE.finditer(english):
            if sum(sign.isdigit() for sign in found[0]) > 1:
                total += 1
                changed += bool(compare(chinese, flipped(english, found, rng)))
                lost += bool(compare(chinese, english[: found.start()] + english[found.end() :]))
    assert total > 100
    assert min(changed, lost) / total > 0.95, (changed, lost, total)


def test_every_wrong_magnitude_is_found():
    scale = re.compile(r"\b(million|billion|trillion)\b")
    for chinese, english in PAIRS:
        for found in scale.finditer(english):
            for word in {"million", "billion", "trillion"} - {found[0]}:
                assert compare(chinese, english[: found.start()] + word + english[found.end() :]), (english, word)


@pytest.mark.parametrize(
    ("chinese", "english", "outcomes"),
    [
        ("增长5.4%，下降5.4%。", "up 5.4 percent.", [Outcome.MISSING]),
        ("2.3倍", "up 130%", []),
        ("增至1500万吨", "15.2 million tons", [Outcome.DIFFERENT]),
        ("达到1523万吨", "15.2 million tons", []),
        ("救灾资金3.5亿元", "352 million yuan", [Outcome.DIFFERENT]),
        ("1.26万亿", "0.00126 trillion", [Outcome.MAGNITUDE]),
        ("3～5亿元", "3 to 5 million yuan", [Outcome.MAGNITUDE]),
        ("12月", "", [Outcome.MISSING]),
        ("去年", "2023", []),
        ("2018香港新钞", "2018 new banknotes", []),
        ("三季度", "first half", [Outcome.DIFFERENT]),
        ("", "", []),
    ],
)
def test_outcomes(chinese, english, outcomes):
    assert [verdict.outcome for verdict in compare(chinese, english)] == outcomes


@pytest.mark.parametrize(
    ("text", "locale", "readings", "english", "chinese"),
    [
        ("912.17亿元", ZH_CN, ["91,217,000,000"], ["91.217 billion"], ["912.17亿"]),
        ("8000万亩", ZH_CN, ["80,000,000 mu"], ["80 million mu"], ["8000万亩"]),
        ("1,234.5", EN, ["1,234.5"], ["1,234.5"], ["1234.5"]),
        ("三分之一", ZH_CN, ["1/3"], ["1/3"], ["1/3"]),
        ("5.4%", EN, ["5.4 percent"], ["5.4 percent"], ["5.4%"]),
        ("0.5个百分点", ZH_CN, ["0.5 percentage points"], ["0.5 percentage points"], ["0.5个百分点"]),
        ("3倍", ZH_CN, ["3 times as much"], [""], [""]),
        ("第30", ZH_CN, ["number 30 in a row"], [""], [""]),
        ("2024年3月5日", ZH_CN, ["the year 2024", "month 3, day 5"], ["2024", "March 5"], ["2024年", "3月5日"]),
        ("5日", ZH_CN, ["day 5"], [""], ["5日"]),
        ("9月", ZH_CN, ["month 9"], ["September"], ["9月"]),
        ("一季度", ZH_CN, ["quarter 1"], ["first quarter"], ["第一季度"]),
        ("前三季度", ZH_CN, ["the first 3 quarters"], ["first three quarters"], ["前三季度"]),
        ("首两季", ZH_CN, ["the first 2 quarters"], ["first two quarters"], ["前两季度"]),
        ("上半年", ZH_CN, ["half-year 1"], ["first half"], ["上半年"]),
        ("H2", EN, ["half-year 2"], ["second half"], ["下半年"]),
        ("“十四五”", ZH_CN, ["Five-Year Plan number 14"], ["14th Five-Year Plan"], [""]),
        ("星期三", ZH_CN, ["day 3 of the week"], ["Wednesday"], ["星期三"]),
        ("16时30分", ZH_CN, ["16:30"], ["16:30"], ["16时30分"]),
        ("腊月廿三", ZH_CN, ["lunar month 12, day 23"], [""], [""]),
        ("去年", ZH_CN, [""], [""], [""]),
        ("$5 million", EN, ["5,000,000 dollar"], ["5 million dollars"], [""]),
        ("12 decades", EN, ["12 decade"], ["12 decades"], [""]),
        ("a@example.org", EN, ["a@example.org"], ["a@example.org"], ["a@example.org"]),
    ],
)
def test_values_are_told_and_written(text, locale, readings, english, chinese):
    values = read_values(text if text != "去年" else "去年5%", locale)[: len(readings)]
    assert [reading(value) for value in values] == readings
    assert [rendering(value, EN) for value in values] == english
    assert [rendering(value, ZH_CN) for value in values] == chinese


@given(mixed_text, mixed_text)
def test_any_two_texts_can_be_compared(source, target):
    for locale, other in ((ZH_CN, EN), (EN, ZH_CN)):
        for verdict in compare_values(read_values(source, locale), read_values(target, other), target):
            assert verdict.source or verdict.target


HOSTILE = (
    "1 ",
    "1-",
    "1至",
    "万",
    "三分之",
    "2015-",
    "one ",
    "May 1 ",
    "a@",
    "http://",
    "+1 ",
    "(1)",
    "电话1",
    "1,",
    "5% ",
    "or ",
    "123 ",
    "1, 2% ",
    "a hundred and ",
    "5 in 10 ",
    "in the first quarter ",
    "years earlier ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece):
    for locale in (ZH_CN, EN):
        assert_near_linear(lambda size, locale=locale: read_values(piece * (size // len(piece)), locale), 2_000)


@pytest.mark.parametrize(
    ("source", "target"), [("1 ", "2 "), ("5亩 ", "6 ha "), ("1月2日", "March 4 "), ("13 ", "13.4 ")]
)
def test_comparing_grows_with_the_values(source, target):
    def work(size):
        values = read_values(source * (size // 4), ZH_CN), read_values(target * (size // 4), EN)
        compare_values(*values)

    assert_near_linear(work, 4_000)
