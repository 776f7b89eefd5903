"""The board as a page: golden files, checkers, Chromium; nothing hostile comes alive in it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from lxml import html
from support.boards import BEIJING, BOARD, EMPTY, HOSTILE
from support.browser import chromium, visit
from support.checkers import axe_source, axe_violations, nu_errors
from support.effort import FULL
from support.strategies import mixed_text

from govpub import messages
from govpub.catalog.ui import cli_translations
from govpub.locales import EN, ZH_CN
from govpub.model.board import Board, Translation
from govpub.render.board import BOARD_MARK, render_board

WIDTHS = (320, 768, 1600) if FULL else (320, 1280)
BOARDS = {"board": BOARD, "empty": EMPTY, "hostile": HOSTILE, "unchecked": replace(BOARD, checked=False)}


@pytest.fixture
def chinese():
    """Messages in Chinese."""
    spoken = cli_translations("zh_CN")
    messages.install(spoken.gettext, spoken.ngettext)
    yield
    messages.install()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Every board as a file."""
    folder = tmp_path_factory.mktemp("boards")
    for name, board in BOARDS.items():
        (folder / f"{name}.html").write_bytes(render_board(board, EN))
    return sorted(folder.glob("*.html"))


def test_the_page(golden):
    golden("board/board.en.html", render_board(BOARD, EN))


def test_the_page_in_chinese(golden, chinese):
    golden("board/board.zh-CN.html", render_board(BOARD, ZH_CN))


def test_it_is_the_same_twice_and_small():
    assert render_board(BOARD, EN) == render_board(BOARD, EN)
    assert len(render_board(BOARD, EN)) < 20_000


def test_it_asks_for_nothing():
    page = html.fromstring(render_board(BOARD, EN))
    assert page.xpath("//script | //link | //img | //iframe | //form | //@style | //@src | //@href") == []
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "img-src" not in policy
    assert BOARD_MARK.encode() in render_board(EMPTY, EN)


def texts(board, path):
    return [" ".join(each.text_content().split()) for each in html.fromstring(render_board(board, EN)).xpath(path)]


def test_what_is_left_to_do():
    assert texts(BOARD, "//tbody/tr[2]/td[last()]//li") == [
        "untranslated: 6",
        "fuzzy: 3",
        "errors: 3",
        "the article has changed",
        "release older than both texts",
        "to review: 25",
        "lapsed reviews: 2",
        "请与财政局核对 “重点项目” 的译法 Li Hua, 2026-11-22",
        "Figures differ from table 2 -- see there 王芳, 2026-11-23",
    ]
    assert texts(BOARD, "//tbody/tr[5]/td[last()]//p") == [
        "articles/torn.en.po:7:1",
        "mend the line, or take the file back from git",
    ]


def test_what_it_says_of_an_article():
    cells = texts(BOARD, "//tbody/tr[1]/*")
    assert cells == [
        "青河大桥建成通车 articles/bridge.md · zh-CN → en",
        "Words 412 characters",
        "Progress 100 % translated 100 % reviewed",
        "Findings warnings: 1 waived: 1",
        "Dates and people published 2026-11-20 (3 d) translated by Li Hua, 2026-11-22 reviewed by 王芳, 2026-11-23",
        "Release current",
        "Left to do nothing to do",
    ]
    assert texts(BOARD, "//*[contains(@class, 'embargo')]") == [
        "embargo until 2026-12-25 09:30",
        "embargo over since 2026-11-01 09:00",
    ]


def test_bars_fill_their_width():
    page = html.fromstring(render_board(BOARD, EN))
    for bar in page.xpath("//svg"):
        parts = [(float(part.get("x")), float(part.get("width"))) for part in bar]
        assert parts[0][0] == 0
        assert sum(width for _x, width in parts) == pytest.approx(100, abs=0.1)


def test_an_empty_workspace_and_one_that_was_not_checked():
    assert texts(EMPTY, "//main") == ["There are no articles yet: govpub new makes one."]
    assert "The check was not run." in texts(BOARDS["unchecked"], "//header")[0]
    assert "Errors" not in texts(BOARDS["unchecked"], "//dt")


def test_of_no_segments_there_is_no_share():
    unread = replace(BOARD, cards=BOARD.cards[4:])
    assert texts(unread, "//dt")[2:4] == ["Translated", "Reviewed"]
    assert texts(unread, "//dd")[4:8] == ["0", "of 0 segments"] * 2
    bare = replace(BOARD.cards[0], translation=Translation())
    assert "%" not in " ".join(texts(replace(BOARD, cards=(bare,)), "//main"))


def test_titles_say_their_language():
    page = html.fromstring(render_board(BOARD, ZH_CN))
    assert page.get("lang") == "zh-CN"
    assert page.xpath("//tbody//span[@class='title']/@lang") == ["zh-CN", "zh-CN", "zh-CN", "en", "zh-CN"]


@pytest.mark.parametrize("when", [datetime.min.replace(tzinfo=BEIJING), datetime.max.replace(tzinfo=UTC)])
def test_the_ends_of_the_calendar(when):
    facts = replace(BOARD.cards[2].facts, published=when, embargo=when)
    card = replace(BOARD.cards[2], facts=facts)
    assert f"{when.year:04}-" in texts(replace(BOARD, cards=(card,)), "//tbody/tr/th")[0]


@given(mixed_text)
def test_any_text_stays_text(text):
    card = replace(BOARD.cards[0], facts=replace(BOARD.cards[0].facts, title=f"{text}<b>"))
    page = html.fromstring(render_board(Board(time=BOARD.time, cards=(card,)), EN))
    assert page.xpath("//b") == []


def test_the_nu_checker_has_no_complaint(pages, tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html><head></head><body><p id=a id=a></body></html>", encoding="utf-8")
    complaints = nu_errors([*pages, wrong])
    assert any(line.startswith("wrong.html:") for line in complaints)
    assert [line for line in complaints if not line.startswith("wrong.html:")] == []


@pytest.mark.chromium
def test_axe_has_no_complaint(pages):
    with chromium() as browser:
        for page in (page for page in pages if FULL or page.stem == "board"):
            with visit(browser, page) as seen:
                seen.page.evaluate(axe_source())
                for width in WIDTHS:
                    for scheme in ("light", "dark"):
                        seen.page.set_viewport_size({"width": width, "height": 900})
                        seen.page.emulate_media(color_scheme=scheme)
                        found = axe_violations(seen.page, colours_only=scheme == "dark" and not FULL)
                        assert found == [], f"{page.name} at {width}, {scheme}"


@pytest.mark.chromium
def test_in_a_browser(pages):
    with chromium() as browser:
        for page in (page for page in pages if FULL or page.stem in {"board", "hostile"}):
            for width in WIDTHS:
                with visit(browser, page, width=width) as seen:
                    assert seen.requests == [page.as_uri()]
                    assert seen.complaints == []
                    assert seen.page.evaluate("window.fired") == 0
                    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, page.name


@pytest.mark.chromium
@pytest.mark.parametrize("width", [320, 1280])
def test_the_choice_hides_what_is_settled(pages, width):
    [page] = [page for page in pages if page.stem == "board"]
    with chromium() as browser, visit(browser, page, width=width) as seen:
        rows = seen.page.locator("tbody tr:visible")
        assert rows.count() == 6
        seen.page.get_by_label("Show only articles that are open").check()
        assert rows.count() == 5
        assert seen.page.get_by_role("rowheader").count() == 5
