"""Cues and the places at which patterns are tried: what is found there is what a search of the whole text finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpub.locales import EN, ZH_CN
from govpub.model.value import Hedge, Number
from govpub.values import read_values
from govpub.values.cues import Cues, any_match, blanked, matches_at, matches_near, places_of

CUES = Cues(
    {"digit": tuple("0123456789"), "year": ("year",), "dated": ("yearly",)}, plain=re.compile(r"[0-9]+(?![0-9:])")
)


def test_numerals_in_a_row_are_one_place_and_the_longer_string_counts():
    assert CUES.find("12 years, 3 yearly 45") == {"digit": [0, 10, 19], "year": [3], "dated": [12]}


def test_digits_that_may_be_more_than_a_number_are_odd():
    assert CUES.find("12:30 of 45") == {"digit": [0, 3, 9], "odd": [0]}


def test_without_a_cue_there_is_nothing():
    assert CUES.find("none") == {}


def test_halves_of_surrogate_pairs_are_characters():
    assert CUES.find("\ud800 year \udfff5") == {"year": [2], "digit": [8]}


def test_places_of_kinds_are_in_order_and_may_be_changed():
    places = {"a": [4, 9], "b": [1, 7]}
    assert places_of(places, "a", "b", "c") == [1, 4, 7, 9]
    places_of(places, "a").append(0)
    assert places == {"a": [4, 9], "b": [1, 7]}


def test_a_match_at_a_place_begins_behind_the_last_one():
    found = [match.span() for match in matches_at(re.compile("[0-9]+"), "123 45", [0, 1, 4])]
    assert found == [(0, 3), (4, 6)]


def test_what_follows_a_blank_is_tried():
    found = [match.span() for match in matches_at(re.compile("[0-9]+"), "\0\x0034 5", [0, 5])]
    assert found == [(2, 4), (5, 6)]


@given(st.text(alphabet="ab ", max_size=60))
def test_matches_near_a_cue_are_those_of_the_text(text):
    pattern = re.compile(r"\ba{0,3}b(?! a)")
    places = [found.start() for found in re.finditer("b", text)]
    near = [found.span() for found in matches_near(pattern, text, places, before=6, after=6)]
    assert near == [found.span() for found in pattern.finditer(text)]


@given(st.text(alphabet="ab", max_size=30))
def test_blanks_are_as_long_as_what_was_read(text):
    spans = [found.span() for found in re.finditer("a+", text)]
    assert blanked(text, spans) == re.sub("a", "\0", text)


def test_one_match_is_enough():
    assert any_match(re.compile("b"), "ab", [0, 1])
    assert not any_match(re.compile("b"), "ab", [0])


def test_a_hedge_may_be_broken_over_two_lines():
    [number] = [value for value in read_values("more\nthan 5,000", EN) if isinstance(value, Number)]
    assert number.hedge is Hedge.OVER


@pytest.mark.parametrize(
    ("text", "locale", "kinds"),
    [
        ("TEL: 28788196", EN, ["phone"]),
        ("TEL：28788196", ZH_CN, ["phone"]),
        ("周星期三", ZH_CN, ["weekday"]),
        ("(last year)", EN, ["relative year"]),
        ("at the\nyear-end of the financial year", EN, ["relative year", "relative year"]),
        ("round-the-clock", EN, []),
    ],
)
def test_cues_in_unusual_places(text, locale, kinds):
    values = read_values(text, locale)
    assert [value.kind.value for value in values if not isinstance(value, Number)] == kinds
