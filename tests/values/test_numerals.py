"""Numerals in words, against what they mean and against Babel's spelling."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpub.values.numerals import HAN_DIGITS, chinese, decimal, english

_HAN = "零一二三四五六七八九"


def written(number):
    """Return a number below 10**12 as Chinese writes it in full."""
    if number >= 10**8:
        rest = number % 10**8
        return written(number // 10**8) + "亿" + (("零" if rest < 10**7 else "") + written(rest) if rest else "")
    if number >= 10**4:
        rest = number % 10**4
        return written(number // 10**4) + "万" + (("零" if rest < 1000 else "") + written(rest) if rest else "")
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            rest = number % scale
            gap = "零" if rest and rest < scale // 10 else ""
            return _HAN[number // scale] + sign + (gap + written(rest) if rest else "")
    return _HAN[number]


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_what_is_written_in_full_is_read(number):
    assert chinese(written(number)) == number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("两百五", 250),
        ("一千二", 1200),
        ("三万五", 35000),
        ("一亿二", 120000000),
        ("两万五千", 25000),
        ("三亿五千万", 350000000),
        ("一万亿", 10**12),
        ("三千亿", 3 * 10**11),
        ("二〇二四", 2024),
        ("壹佰贰拾", 120),
        ("三点五", Fraction(7, 2)),
        ("十二点零五", Fraction(241, 20)),
        ("零", 0),
    ],
)
def test_chinese_numerals(numeral, value):
    assert chinese(numeral) == value


@pytest.mark.parametrize("numeral", ["", "三五", "一一", "点五", "三点", "三点百", "三五百", "好", "一" * 99, "三好"])
def test_what_is_no_numeral(numeral):
    assert chinese(numeral) is None


def test_a_point_needs_a_whole_before_it():
    assert set(HAN_DIGITS.values()) == set(range(10))
    assert chinese("三五点五") is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one", 1),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("a dozen", 12),
        ("three thousand", 3000),
        ("two hundred thousand", 200000),
        ("a million", 10**6),
        ("zero", 0),
    ],
)
def test_english_numerals(words, value):
    assert english(words) == value


def test_other_english_words_are_no_numerals():
    assert english("several") is None


@pytest.mark.parametrize(
    ("figures", "read"),
    [("1,234", (1234, 1)), ("0.50", (Fraction(1, 2), Fraction(1, 100))), ("7", (7, 1)), ("9" * 5000, None)],
)
def test_figures(figures, read):
    assert decimal(figures) == read
