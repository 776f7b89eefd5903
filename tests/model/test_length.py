"""Lengths as translators count them."""

import pytest
from hypothesis import given
from support.strategies import mixed_text

from govpub.model.length import length_of


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("——，。“”", 0),
        ("全市举行防汛演练。", 8),
        ("2024年", 2),
        ("3月5日GDP增长5.2%", 8),
        ("the county’s 3,000 people", 4),
        ("U.S. GDP grew 5.2% year-on-year", 5),
        ("re\u0301sume\u0301", 1),
        ("<1>各部门</1>参加了<2/>演练", 8),
        ("a<1>b</1>c d<2/>e", 3),
        ("𠮷々〇", 3),
        ("１２万", 2),
    ],
)
def test_lengths(text, length):
    assert length_of(text) == length


@given(mixed_text, mixed_text)
def test_parts_add_up(one, other):
    assert length_of(f"{one}\n{other}") == length_of(one) + length_of(other)
