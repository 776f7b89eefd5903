"""What stands as written is told without reading words; the answer is that of the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.terms import TERMS, glossary, term

from govpub.glossary import Scanner
from govpub.glossary.scanner import allocate_words
from govpub.glossary.verbatim import as_written, verbatim
from govpub.glossary.verdict import Outcome
from govpub.glossary.words import read_words
from govpub.locales import EN, ZH_CN

RENDERINGS = [rendering for each in TERMS for rendering in (*each.approved, *each.short, *each.never)]
WORDS = st.sampled_from(
    [*RENDERINGS, "the", "of", "a", "countries", "safeguarding", "Vice", ",", ".", "’s", "-", "(", "”"]
)
TARGETS = st.lists(WORDS, max_size=8).map(" ".join) | st.lists(WORDS, max_size=4).map("".join)
SOURCES = st.lists(st.sampled_from([each.source for each in TERMS] + ["和", "者"]), max_size=4).map("".join)


def matches(source, *terms):
    return Scanner(glossary(*terms), source=ZH_CN, target=EN).find(source)


@given(source=SOURCES, target=TARGETS)
def test_what_it_tells_is_what_reading_tells(source, target):
    scanner = Scanner(glossary(*TERMS), source=ZH_CN, target=EN)
    found = scanner.find(source)
    told = as_written(found, target, verbatim) if found else None
    if told is None:
        return
    read = allocate_words(found, read_words(target), source=source, seen=(), index=scanner._index)
    assert [each.match for each in told] == [each.match for each in read]
    assert all(each.outcome is Outcome.APPROVED for each in told)
    assert [each.outcome for each in read] == [Outcome.APPROVED] * len(told)


TWO = (term("国务院", "State Council"), term("省", "province"))


def test_spans_are_those_of_the_target_and_of_none_twice():
    told = as_written(matches("省国务院省", *TWO), "The State Council, a province (province)", verbatim)
    assert [(each.span, each.rendering) for each in told] == [
        ((21, 29), "province"),
        ((4, 17), "State Council"),
        ((31, 39), "province"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "terms"),
    [
        ("省省", "one province", TWO),
        ("省", "provinces", TWO),
        ("省", "the province-wide", TWO),
        ("省", "a province’s", TWO),
        ("国务院", "State  Council", TWO),
        ("中国", "the Republic of China", (term("中国", "China", never=("Republic of China",)),)),
        ("维护", "upholding safeguards, uphold", (term("维护", "uphold", never=("safeguard",)),)),
        ("省长", "Governor", (term("省长", "Governor", never=("go",)),)),
    ],
)
def test_what_is_not_so_simple_is_read(source, target, terms):
    assert as_written(matches(source, *terms), target, verbatim) is None
