"""Where headlines may break."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from support.releases import readout
from support.strategies import texts

from govpub.render.html import render_html
from govpub.render.html.headlines import broken_by_sense, with_compounds_whole
from govpub.render.html.inlines import escaped

RENDITION = readout("zh-CN").primary


def wholes(title):
    return re.findall('<span class="whole">(.*?)</span>', broken_by_sense(title, RENDITION))


def clauses(title):
    shown = re.sub('</?span class="whole">', "", broken_by_sense(title, RENDITION))
    return re.findall('<span class="clause">(.*?)</span>(?=$| |<|\u3000)', shown)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("县政府召开党组（扩大）会", ["召开", "（扩大）"]),
        ("贯彻《防火条例》", ["贯彻", "《防火条例》"]),
        ("增长5.4%达18264.35亿元", ["5.4%", "18264.35亿元"]),
        ("2024年前三季度", ["2024年", "前三季度"]),
        ("云泽省政府党组（扩大）会议", ["云泽省", "党组（扩大）会议"]),
        ("（这个括号里的字太多不能排在一行）", []),
    ],
)
def test_brackets_figures_and_names_stay_whole(title, expected):
    assert wholes(title) == expected


def test_clauses_are_kept_together():
    title = "省政府召开会议　研究明年计划"
    assert [re.sub("<.*?>", "", one) for one in re.split("\u3000", broken_by_sense(title, RENDITION))] == [
        "省政府召开会议",
        "研究明年计划",
    ]
    assert broken_by_sense(title, RENDITION).count('class="clause"') == 2
    assert broken_by_sense("强信心，稳增长：全力以赴", RENDITION).count('class="clause"') == 3
    assert "clause" not in broken_by_sense("G20 Open Day 来了", RENDITION)


def test_compounds_do_not_break_at_their_hyphen():
    assert with_compounds_whole("A Land-Sea Forum") == 'A <span class="whole">Land-Sea</span> Forum'
    assert with_compounds_whole("An out-of-the-ordinary-and-far-too-long one") == (
        "An out-of-the-ordinary-and-far-too-long one"
    )


@given(texts)
def test_a_headline_keeps_every_character(text):
    for marked in (broken_by_sense(text, RENDITION), with_compounds_whole(text)):
        assert re.sub('<span class="(?:whole|clause)">|</span>', "", marked) == escaped(text)


def test_a_long_title_is_set_in_time():
    base = readout("zh-CN")
    for piece in ("（", "《一", "2024", "省", "，", "1.", "a-"):
        wording = replace(base.primary.wording, title=piece * 50_000)
        assert render_html(replace(base, renditions=(replace(base.primary, wording=wording),)))
