from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from support.phrases import CHINESE, ENGLISH
from support.releases import BEIJING, statistics

from govpub.render.characters import without_controls
from govpub.render.furniture import (
    dateline,
    dotted_date,
    embargo_line,
    fill,
    long_date,
    release_number_line,
    short_date,
    updated_line,
    zone_name,
)
from govpub.render.links import is_link_target

TEN = datetime(2024, 12, 25, 10, 0, tzinfo=BEIJING)


def test_embargo_line():
    assert embargo_line(TEN, ENGLISH) == "EMBARGOED UNTIL 10:00 (UTC+8), December 25, 2024"
    assert embargo_line(TEN, CHINESE) == "北京时间2024年12月25日10时前不得发布"
    assert embargo_line(TEN.replace(hour=9, minute=5), CHINESE) == "北京时间2024年12月25日9时05分前不得发布"
    assert embargo_line(TEN.replace(hour=9, minute=5), ENGLISH).startswith("EMBARGOED UNTIL 09:05 ")


@pytest.mark.parametrize(
    ("offset", "name"),
    [
        (timedelta(), "UTC"),
        (timedelta(hours=-5), "UTC-5"),
        (timedelta(hours=5, minutes=30), "UTC+5:30"),
        (timedelta(hours=-3, minutes=-30), "UTC-3:30"),
        (timedelta(hours=8), "UTC+8"),
    ],
)
def test_zone_names(offset, name):
    assert zone_name(TEN.replace(tzinfo=timezone(offset)), ENGLISH) == name


def test_dates():
    day = datetime(2025, 9, 3, tzinfo=UTC)
    assert dotted_date(day) == "2025.09.03"
    assert long_date(day, ENGLISH) == "September 3, 2025"
    assert long_date(day, CHINESE) == "2025年9月3日"
    assert short_date(day, ENGLISH) == "Sept. 3"
    assert short_date(day, CHINESE) == "9月3日"
    assert updated_line(TEN, ENGLISH) == "Updated: 2024.12.25"
    assert updated_line(TEN, CHINESE) == "更新时间：2024.12.25"


def test_release_numbers():
    assert release_number_line("2024-118", ENGLISH) == "Release No. 2024-118"
    assert release_number_line("2024-118", CHINESE) == "2024年第118号"
    assert release_number_line("2024-097", ENGLISH) == "Release No. 2024-097"
    assert release_number_line("2024-097", CHINESE) == "2024年第97号"
    assert release_number_line("XW/7", CHINESE) == "编号：XW/7"
    assert release_number_line("", CHINESE) == ""


def test_datelines():
    chinese, english = statistics().renditions
    assert dateline(chinese, TEN) == "云泽12月25日电"
    assert dateline(english, TEN) == "YUNZE, Dec. 25 –"
    assert dateline(replace(english, wording=replace(english.wording, dateline="")), TEN) == ""


def test_a_template_with_a_slip_in_it_harms_nothing():
    assert fill("{a} {b} {a.__class__} {0} {", a="x{b}") == "x{b} {b} {a.__class__} {0} {"


@pytest.mark.parametrize(
    "href",
    [
        "https://a.example/b?c=d#e",
        "HTTP://a.example",
        "mailto:a@b.example",
        "tel:12119",
        "#part",
        "b.html",
        "../b/c.pdf?x=a:b",
        "/root/x",
        "./a:b",
        "通知.html",
    ],
)
def test_addresses_that_become_links(href):
    assert is_link_target(href)


@pytest.mark.parametrize(
    "href",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//host/share",
        "\\\\host\\share",
        "/\\host",
        "x y:z",
        "https://a.example/\ud800",
        "view-source:https://a.example",
    ],
)
def test_addresses_that_are_shown_as_text(href):
    assert not is_link_target(href)


def test_characters_no_release_may_carry():
    assert without_controls("a\x00b\x1b[31m\x85c\u2028d\ud800e\tf\ng") == "ab[31mc d\ufffde\tf\ng"
    assert without_controls("plain") == "plain"
