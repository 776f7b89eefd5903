"""Texts in one line of a terminal: marks stand under what is meant, and nothing is wider than the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.growth import assert_near_linear
from support.strategies import mixed_text

from govpub.cli.excerpt import cells, excerpt, screen_width, wrapped

HAN = "要深刻领悟“两个确立”的决定性意义，坚决做到“两个维护”，以高质量发展的实际成效检验贯彻落实的成果。"


@pytest.mark.parametrize(
    ("text", "word", "width", "line", "marks"),
    [
        ("one two", "two", 80, "one two", "    ^^^"),
        ("甲乙丙", "丙", 80, "甲乙丙", "    ^^"),
        ("e\u0301a", "a", 80, "e\u0301a", " ^"),
        (HAN, "两个维护", 40, "…“两个维护”，…", None),
        (HAN, "要", 20, "要深刻领悟“两个确立…", "^^"),
        (HAN, "果。", 20, "…彻落实的成果。", None),
        ("one\ntwo\tthree", "two", 80, "one two three", "    ^^^"),
        ("a\u200bb", "\u200b", 80, "a‹U+200B›b", " ^^^^^^^^"),
        ("a\u200bb", "b", 80, "ab", " ^"),
        ("a\u00a0b", "\u00a0", 80, "a‹U+00A0›b", " ^^^^^^^^"),
        ("one two three four five six seven", "one", 20, "one two three four…", "^^^"),
        ("one two three four five six seven", "seven", 20, "…four five six seven", None),
        ("all of it", "all of it", 80, "all of it", ""),
    ],
)
def test_marks_stand_under_the_span(text, word, width, line, marks):
    start = text.index(word)
    shown, under = excerpt(text, start, start + len(word), width)
    assert shown == line if marks is not None else line.strip("…") in shown
    if marks is not None:
        assert under == marks
    else:
        at = shown.index(word)
        assert under == " " * cells(shown[:at]) + "^" * cells(word)


def test_an_empty_span_has_one_mark():
    assert excerpt("one two", 7, 7, 80) == ("one two", "       ^")
    assert excerpt("", 0, 0, 80) == ("", "^")


def test_a_span_that_is_too_long_is_cut_in_its_middle():
    line, marks = excerpt("a" * 50 + "甲" * 50, 0, 100, 41)
    assert "…" in line
    assert line.startswith("aaa")
    assert line.endswith("甲")
    assert cells(line) <= 41
    assert marks == ""


@given(st.data(), st.integers(20, 160))
def test_nothing_is_wider_than_the_screen(data, width):
    text = data.draw(mixed_text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, marks = excerpt(text, start, end, width)
    assert cells(line) <= width
    assert cells(marks) <= width + 1
    assert "\n" not in line


def test_lines_are_wrapped_at_words_and_between_han():
    assert wrapped("one two three", 9, "  ") == ["one two", "  three"]
    assert wrapped("refused for “两个维护”; yes", 16, "    ") == ["refused for “两", "    个维护”; yes"]
    assert wrapped("甲乙，丙丁。", 6, "") == ["甲乙，", "丙丁。"]
    assert wrapped("", 9, " ") == [""]
    assert wrapped("a" * 30, 9, " ") == ["a" * 30]


@given(mixed_text, st.integers(20, 100))
def test_wrapping_loses_nothing_but_spaces(text, width):
    lines = wrapped(text, width, "    ")
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_width_is_that_of_the_terminal_or_of_columns(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    for columns, width in (("", 100), ("wide", 100), ("60", 60), ("1", 20), ("9" * 20, 100)):
        monkeypatch.setenv("COLUMNS", columns)
        assert screen_width() == width
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    assert screen_width() == 120


@pytest.mark.timing
def test_every_part_of_a_long_text_is_shown_in_linear_time():
    def work(length):
        text = "字" * length
        for place in range(0, length, 10):
            excerpt(text, place, place + 1, 76)
            excerpt(text, 0, length, 76)

    assert_near_linear(work, 2000)


def test_of_a_text_that_is_far_too_long_its_ends_are_shown():
    text = "起" + "\u200b" * 50 + "中" * 5000 + "止"
    shown, marks = excerpt(text, 0, len(text), 40)
    assert shown.startswith("起‹U+200B›")
    assert shown.endswith("中止")
    assert cells(shown) in (39, 40)
    assert marks == ""
    shown, marks = excerpt(text, 4000, 4002, 40)
    assert shown.startswith("…中")
    assert shown.endswith("中…")
    assert marks.strip() == "^^^^"
