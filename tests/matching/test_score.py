"""One score for all: symmetric, 100 for equals, the best first."""

from hypothesis import given
from support.strategies import mixed_text

from govpub.matching import LONGEST, score, scores


@given(mixed_text, mixed_text)
def test_the_score_is_symmetric_and_equal_texts_have_all_of_it(one, other):
    assert score(one, one) == 100
    assert score(one, other) == score(other, one)
    assert 0 <= score(one, other) <= 100


def test_the_score_counts_characters():
    assert score("甲乙", "丙丁") == 0
    assert score("一季度增长。", "二季度增长。") == 100 * (1 - 2 / 12)
    assert score("The drill.", "The drills.") == 100 * (1 - 1 / 21)


def test_a_placeholder_is_one_character_whatever_its_number():
    assert score("<1>防汛</1>演练", "<12>防汛</12>演练") == 100
    assert score("防汛<1/>", "防汛") == score("防汛x", "防汛")
    assert score("<1>防汛</1>", "<1/>防汛<2/>") < 100


def test_the_best_come_first_and_the_unlike_not_at_all():
    found = scores("防汛演练今天举行。", ["天晴", "防汛演练明天举行。", "防汛演练今天举行。", "防汛演练今天举行。"], 50)
    assert [(each.place, round(each.score, 1)) for each in found] == [(2, 100), (3, 100), (1, 88.9)]


def test_texts_of_a_page_are_found_only_where_they_are_the_same():
    page, other = "防汛" * LONGEST, "防汛" * LONGEST + "。"
    assert scores(page, [other, page, "防汛"], 50) == ((1, 100.0),)
    assert scores("防汛防汛", [page, "防汛防"], 50) == ((1, score("防汛防汛", "防汛防")),)
