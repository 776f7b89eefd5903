"""Placeholders to HTML and back, whatever stands around them."""

from __future__ import annotations

import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpub.machine_translation.markup import protected, restored

CASES = [
    ("演练<1>举行</1>。", '演练<span data-n="1">举行</span>。'),
    ("见<1/>。", '见<span data-n="1" translate="no"></span>。'),
    ("<1>a<2>b</2></1>", '<span data-n="1">a<span data-n="2">b</span></span>'),
    ("R&D < 5", "R&amp;D &lt; 5"),
    ("<b>", "&lt;b&gt;"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_placeholders_go_as_tags_and_all_else_as_text(text, expected):
    assert protected(text) == expected


@pytest.mark.parametrize("text", [text for text, _html in CASES])
@pytest.mark.parametrize("way", [str, html.unescape], ids=["escaped", "unescaped as LibreTranslate does"])
def test_what_comes_back_unchanged_is_the_text(text, way):
    assert restored(way(protected(text)), text) == text


TEXTS = st.lists(
    st.sampled_from(
        ["演练", "a", "5 < 6", "R&D", "&amp", ";", "<", ">", "“x”", "<1>", "</1>", "<2/>", "<3>", "</3>", "</"]
    ),
    max_size=8,
).map("".join)


@given(TEXTS)
def test_escaped_or_not_nothing_is_lost(text):
    pieces = " ".join(text.split())
    alone = pieces.count("<2/>")
    back = restored(protected(pieces), pieces)
    assert back.count("<2/>") == alone
    if "</1>" not in pieces and "</3>" not in pieces and "<1>" not in pieces and "<3>" not in pieces:
        assert back == pieces


def test_other_ways_to_write_our_tags_are_understood():
    assert restored("<SPAN data-n='1' class=x>a</SPAN >", "<1>b</1>") == "<1>a</1>"
    assert restored("<span data-n=2 translate=no>x</span> y", "<2/>") == "<2/>x y"
    assert restored('<span lang="en" data-n="1">a</span>', "<1>b</1>") == "<1>a</1>"


def test_what_is_no_tag_of_ours_is_text():
    assert restored('<b>x</b> <span class="y">z', "x") == '<b>x</b> <span class="y">z'
    assert restored("a</span>", "a") == "a</span>"
    assert restored("a &copy; &lt;b&gt; &nbsp;", "a") == "a &copy; <b> &nbsp;"


def test_an_answer_is_one_line():
    assert restored("  a\n\n b\u2028c\u3000d ", "x") == "a b c d"


def test_tags_without_an_end_take_no_time():
    start = time.perf_counter()
    for hostile in ("<span " * 20_000, "<span data-n=" * 20_000, '<span data-n="1">' * 20_000, "</span" * 20_000):
        restored(hostile, "<1/>")
    assert time.perf_counter() - start < 5
