"""Terms found by any part of them, and counted."""

from datetime import date

import pytest
from support.terms import glossary, term

from govpub.glossary import find, stats
from govpub.model.term import Example, TermClass

GLOSSARY = glossary(
    term("高质量发展", "high-quality development", definition="growth by quality"),
    term("发展", "development", never=("growth",)),
    term("可持续发展", "sustainable development", short=("SD",)),
    term("5G网络", "5G network", also=("5G",)),
)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("发展", ["发展", "高质量发展", "可持续发展"]),
        ("Development", ["发展", "高质量发展", "可持续发展"]),
        ("GROWTH", ["发展", "高质量发展"]),
        ("high", ["高质量发展"]),
        ("sd", ["可持续发展"]),
        ("５ｇ", ["5G网络"]),
        (" 可持续 ", ["可持续发展"]),
        ("nothing", []),
        (" ", []),
    ],
)
def test_exact_ones_come_first_then_beginnings(query, wanted):
    assert [each.source for each in find(GLOSSARY, query)] == wanted


def test_beginnings_come_before_the_rest():
    found = find(glossary(term("甲", "new era"), term("乙", "era of change")), "era")
    assert [each.source for each in found] == ["乙", "甲"]


def test_counts():
    counted = stats(
        glossary(
            term("甲", "A", authority="x", term_class=TermClass.LAW),
            term("乙", "B", ok=(Example("乙", "B"),), valid_to=date(2024, 12, 31)),
            term("丙", "C", bad=(Example("丙", "D"),), valid_from=date(2025, 1, 1)),
        ),
        date(2025, 1, 1),
    )
    assert (counted.terms, counted.with_authority, counted.with_examples, counted.dated, counted.expired) == (
        3,
        1,
        2,
        2,
        1,
    )
    assert counted.classes == {TermClass.TERM: 2, TermClass.LAW: 1}
