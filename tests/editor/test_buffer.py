"""Text with a cursor: Chinese and Latin, wide and combining characters, and taking back without limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import mixed_text

from govpub.editor import buffer as editing
from govpub.editor.buffer import Buffer, History
from govpub.editor.visible import HIDDEN, visible, without_controls
from govpub.editor.wrapping import cells, clip, graphemes, pad, rows, split_at

WIDTHS = st.integers(min_value=2, max_value=90)


@given(mixed_text, WIDTHS)
def test_rows_hold_every_character_once_and_fit(text, width):
    shown = visible(text, lines=True)
    found = rows(shown, width)
    place = 0
    for row in found:
        assert row.start in (place, place + 1)  # a line feed stands between two rows
        assert "\n" not in shown[row.start : row.end]
        place = row.end
        assert cells(shown[row.start : row.end].rstrip(" ")) <= width
    assert place == len(shown)
    assert len(found) >= shown.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("演练在三个县同时举行。", 10, ["演练在三个", "县同时举", "行。"]),
        ("The drill was held.", 10, ["The drill ", "was held."]),
        ("共转移群众1200人，检查堤防", 12, ["共转移群众", "1200人，检查", "堤防"]),
        ("他说：“演练开始。”大家", 8, ["他说：", "“演练开", "始。”大", "家"]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("一\n二", 8, ["一", "二"]),
        ("", 8, [""]),
    ],
)
def test_rows(text, width, expected):
    assert [text[row.start : row.end] for row in rows(text, width)] == expected


@given(mixed_text, WIDTHS)
def test_cut_text_fits(text, width):
    shown = visible(text)
    assert cells(clip(shown, width)) <= width
    assert cells(pad(shown, width)) == width
    assert shown.startswith(split_at(shown, width))


@given(mixed_text)
def test_shown_text_has_the_same_places_and_no_controls(text):
    for shown in (visible(text), visible(text, lines=True)):
        assert len(shown) == len(text)
        assert not set(shown) & (HIDDEN - {"\n"})
    assert "\n" not in visible(text)
    assert visible(text, lines=True).count("\n") == text.count("\n")


@given(mixed_text)
def test_pasted_text_has_no_controls(text):
    assert all(ord(character) >= 32 or character == "\n" for character in without_controls(text))


@given(mixed_text)
def test_left_and_right_go_over_the_whole_text(text):
    buffer = Buffer(text, len(text), len(text))
    stops = []
    while buffer.cursor:
        buffer = buffer.at(editing.left(buffer))
        stops.append(buffer.cursor)
    assert len(stops) == len(graphemes(visible(text)))
    for stop in [*reversed(stops[:-1]), len(text)] if stops else []:
        buffer = buffer.at(editing.right(buffer))
        assert buffer.cursor == stop


@given(mixed_text, st.data())
def test_words_always_lead_on(text, data):
    cursor = data.draw(st.integers(min_value=0, max_value=len(text)))
    buffer = Buffer(text, cursor, cursor)
    assert editing.word_left(buffer) < cursor or cursor == 0
    assert editing.word_right(buffer) > cursor or cursor == len(text)


@given(mixed_text, WIDTHS, st.data())
def test_rows_up_and_down_stay_in_the_text(text, width, data):
    cursor = data.draw(st.integers(min_value=0, max_value=len(text)))
    buffer = Buffer(text, cursor, cursor)
    for step in (-1, 1):
        column = editing.place_of(buffer, width)[1]
        assert 0 <= editing.up_or_down(buffer, width, step, column) <= len(text)
    assert editing.home(buffer, width) <= cursor
    assert editing.end(buffer, width) <= len(text)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("共转移群众1200人", "共转移群众1200", "移群众1200人"),
        ("检查，堤防", "检查，", "，堤防"),
        ("Qinghe 青河市  ", "Qinghe 青", " 青河市  "),
        ("1,200名群众", "1,200名", "名群众"),
        ("々〇演", "々", "演"),
        ("<1>群众</1>", "<1>群众", "群众</1>"),
        ("ドリル", "", ""),
        ("市", "", ""),
        ("", "", ""),
    ],
)
def test_a_word_of_chinese_that_is_taken_out_has_two_characters(text, before, after):
    start, end = Buffer(text), Buffer(text, len(text), len(text))
    assert editing.remove(end, editing.erased_left(end)).text == before
    assert editing.remove(start, editing.erased_right(start)).text == after


@given(mixed_text, st.data())
def test_no_more_is_taken_out_than_a_step_passes(text, data):
    cursor = data.draw(st.integers(min_value=0, max_value=len(text)))
    buffer = Buffer(text, cursor, cursor)
    assert editing.word_left(buffer) <= editing.erased_left(buffer) < cursor or cursor == 0
    assert cursor < editing.erased_right(buffer) <= editing.word_right(buffer) or cursor == len(text)


def test_a_character_that_unicode_had_not_yet_is_taken_out_alone():
    assert editing.erased_right(Buffer("防汛\U0003134b", 1, 1)) == 2


def test_combining_marks_go_with_their_character():
    buffer = Buffer("cafe\u0301", 5, 5)
    assert editing.remove(buffer, editing.left(buffer)).text == "caf"


def test_hidden_characters_are_deleted_one_by_one():
    buffer = Buffer("演\u200b练", 3, 3)
    buffer = editing.remove(buffer, editing.left(buffer))
    assert buffer.text == "演\u200b"
    assert editing.remove(buffer, editing.left(buffer)).text == "演"


def test_selection_is_replaced():
    buffer = Buffer("防汛演练", 4, 2)
    assert buffer.selected == "演练"
    assert editing.insert(buffer, "检查").text == "防汛检查"
    assert editing.remove(buffer, 0).text == "防汛"


@given(st.lists(mixed_text, min_size=1, max_size=30))
def test_every_change_can_be_taken_back_and_done_again(changes):
    history, now = History(), Buffer("")
    seen = [now]
    for text in changes:
        history.pause()
        new = Buffer(text, len(text), len(text))
        history.record(now, new)
        now = new
        seen.append(now)
    for before in reversed(seen[:-1]):
        now = history.undo(now)
        assert now == before
    assert history.undo(now) is None
    for after in seen[1:]:
        now = history.redo(now)
        assert now == after
    assert history.redo(now) is None


def test_typing_is_taken_back_word_by_word():
    history, now = History(), Buffer("")
    for character in "flood drill 演练，好":
        new = editing.insert(now, character)
        history.record(now, new)
        now = new
    texts_ = []
    while (before := history.undo(now)) is not None:
        now = before
        texts_.append(now.text)
    assert texts_ == ["flood drill 演练，", "flood drill ", "flood ", ""]


def test_changing_something_ends_what_could_be_done_again():
    history, empty = History(), Buffer("")
    one = editing.insert(empty, "a")
    history.record(empty, one)
    assert history.undo(one) == empty
    two = editing.insert(empty, "b")
    history.record(empty, two)
    assert history.redo(two) is None
