"""Lines of display cells."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import lines as any_line

from govpub.locales import EN, ZH_CN
from govpub.render.text.width import cells, padded
from govpub.render.text.wrap import NOT_AT_END, NOT_AT_START, balanced, cut, wrap

WHITE = re.compile("[ \t\n\r\f\v]+")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("全省", 4, 4),
        ("“”", 4, 2),
        ("——", 4, 2),
        ("……", 4, 2),
        ("，。《》〔〕", 12, 12),
        ("25℃ ×3°", 10, 7),
        ("¥5", 2, 2),
        ("￥5", 3, 3),
        ("e\u0301", 1, 1),
        ("\u200b\ufe0f\u2060", 0, 0),
        ("𠮷", 2, 2),
        ("abc", 3, 3),
        ("·", 2, 1),
    ],
)
def test_cells(text, zh, en):
    assert cells(text, ZH_CN) == zh
    assert cells(text, EN) == en


def test_padding():
    assert padded("中", 5, ZH_CN) == "中   "
    assert padded("中", 5, ZH_CN, "right") == "   中"
    assert padded("中", 5, ZH_CN, "center") == " 中  "
    assert padded("中文字", 5, ZH_CN) == "中文字"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        # A closing mark takes the character before it along; an opening one goes to the next line.
        ("一二三四五，六", 10, ["一二三四", "五，六"]),
        ("一二三四（五六）七", 10, ["一二三四", "（五六）七"]),
        ("一二三四五）。六", 10, ["一二三四", "五）。六"]),
        ("一二三——四五", 8, ["一二", "三——四", "五"]),
        ("一二三……四五", 8, ["一二", "三……四", "五"]),
        # Numbers keep their marks, powers, and units.
        ("增长一二3.25%左右", 12, ["增长一二", "3.25%左右"]),
        ("总量达到4.26万亿元，增", 12, ["总量达到", "4.26万亿元，", "增"]),
        ("于今年的2024年12月", 10, ["于今年的", "2024年12月"]),
        ("共计投入￥500元", 10, ["共计投入", "￥500元"]),
        ("气温三四25℃", 10, ["气温三四", "25℃"]),
        # Western words stay whole, in Chinese too; white space between them is one space.
        ("使用Python语言", 8, ["使用", "Python语", "言"]),
        ("使用  New\tYork", 10, ["使用 New", "York"]),
        ("在Xi’an市", 6, ["在", "Xi’an", "市"]),
        ("他说‘好’的", 6, ["他说", "‘好’", "的"]),
        # Footnote marks stay with what they note.
        ("一二三四。[1]五", 12, ["一二三", "四。[1]五"]),
        ("上一行\n下一行", 20, ["上一行", "下一行"]),
        ("", 10, [""]),
    ],
)
def test_chinese_lines(text, width, expected):
    assert wrap(text, width, ZH_CN) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("a well-known rule", 7, ["a well-", "known", "rule"]),
        ("see https://a-b.example/c-d now", 12, ["see", "https://a-b.example/c-d", "now"]),
        ("it grew—slowly—again", 8, ["it grew—", "slowly—", "again"]),
        ("on Dec. 25 – In", 10, ["on Dec.", "25 – In"]),
        ("about 5 -1.3 less", 8, ["about 5", "-1.3", "less"]),
        ("“two upholds,” said", 9, ["“two", "upholds,”", "said"]),
        ("ten\u00a0kilometers or so", 8, ["ten\u00a0kilometers", "or so"]),
    ],
)
def test_english_lines(text, width, expected):
    assert wrap(text, width, EN) == expected


def test_prefixes_count():
    assert wrap("一二三四五六七", 10, ZH_CN, first="\u3000\u3000", rest="") == ["\u3000\u3000一二三", "四五六七"]
    assert wrap("one two three four", 10, EN, first="1. ", rest="   ") == ["1. one two", "   three", "   four"]


def test_what_no_line_can_hold():
    assert wrap("（https://a.example/long）。", 12, ZH_CN) == ["（https://a.example/long）。"]
    assert wrap("见（https://a.example/long）。", 12, ZH_CN) == ["见", "（https://a.example/long）。"]
    assert all(cells(line, ZH_CN) <= 10 for line in wrap("！" * 50, 10, ZH_CN))
    assert all(cells(line, ZH_CN) <= 10 for line in wrap("（" * 50 + "一", 10, ZH_CN))
    many = wrap("https://a.example/long" + "）" * 50, 12, ZH_CN)
    assert cells(many[0], ZH_CN) <= 22 + 2 * 4
    assert all(cells(line, ZH_CN) <= 12 for line in many[1:])


def test_headlines_are_balanced():
    assert balanced("关于做好今冬明春森林草原防灭火工作的通知", 36, ZH_CN) == [
        "关于做好今冬明春森林",
        "草原防灭火工作的通知",
    ]
    assert balanced("one line", 36, EN) == ["one line"]
    assert balanced("a" * 60, 36, EN) == ["a" * 60]


def test_literal_lines_are_cut():
    assert cut("ab  中文", 4, ZH_CN) == ["ab  ", "中文"]
    assert cut("", 4, ZH_CN) == [""]


@given(st.lists(any_line, max_size=12).map("".join), st.integers(20, 80), st.sampled_from([ZH_CN, EN]))
def test_no_character_is_lost(text, width, locale):
    joined = "".join(wrap(text, width, locale))
    assert WHITE.sub("", joined) == WHITE.sub("", text)


@given(any_line, st.integers(4, 40), st.sampled_from([ZH_CN, EN]))
def test_cutting_loses_nothing(text, width, locale):
    parts = cut(text, width, locale)
    assert "".join(parts) == text
    assert all(cells(part, locale) <= width for part in parts)


WORDS = st.sampled_from(
    [
        "全省",
        "经济",
        "高质量发展",
        "，",
        "。",
        "、",
        "“",
        "”",
        "（",
        "）",
        "《",
        "》",
        "——",
        "……",
        "；",
        "！",
        "GDP",
        "Xi’an",
        " ",
        "3.5%",
        "4.26万亿元",
        "2024年",
        "12月",
        "￥500",
        "—",
        "·",
        "％",
        "～",
        "the",
        "high-quality",
        "-1.3",
        "25℃",
        "/",
        "：",
        "39个",
    ]
)
PROSE = st.lists(WORDS, max_size=40).map("".join)
WESTERN = re.compile(r"[^ \u2e80-\uffff]+")


@given(PROSE, st.integers(24, 78), st.sampled_from([ZH_CN, EN]))
def test_no_line_is_too_wide(text, width, locale):
    for line in wrap(text, width, locale, first="\u3000\u3000"):
        core = re.sub(r"^[（《“￥/]*|[，。、”）》；！：／/％·～—…-]*$", "", line.strip("\u3000"))
        assert cells(line, locale) <= width or WESTERN.fullmatch(core), (line, width)


@given(
    st.lists(
        st.sampled_from(
            ["全省", "经济", "，", "。", "“好”", "（一）", "《通知》", "GDP", "3.5%", "——", "……", "4.2万亿元", " "]
        ),
        max_size=60,
    )
)
def test_marks_keep_off_the_edges(words):
    # Runs of marks that fill a line by themselves are another matter.
    text = re.sub("([，。—…])[，。]+", r"\1", "全".join(words))
    lines = wrap(text, 24, ZH_CN)
    for line in lines[1:]:
        assert line[:1] not in NOT_AT_START, lines
        assert not re.match("[%万亿元]", line), lines
    for line in lines[:-1]:
        assert line[-1:] not in NOT_AT_END, lines
        assert not re.search("[0-9.]$", line), lines
    for pair in ("——", "……"):
        assert sum(line.count(pair) for line in lines) == text.count(pair)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "！" * 100_000,
        "（" * 100_000,
        "e" + "\u0301" * 100_000,
        "中a" * 50_000,
        "a-" * 50_000,
        "1万" * 50_000,
        "—" * 100_000,
    ],
)
@pytest.mark.parametrize("locale", [ZH_CN, EN])
def test_time_grows_with_the_text_and_not_faster(text, locale):
    start = time.process_time()
    wrap(text, 78, locale)
    assert time.process_time() - start < 5
