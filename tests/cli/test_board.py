"""The board on a screen: as many columns as fit, no line wider than the screen, in both languages."""

import re
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.boards import BOARD, EMPTY, HOSTILE
from support.strategies import mixed_text

from govpub import messages
from govpub.catalog.ui import cli_translations
from govpub.cli.board import report_board
from govpub.cli.excerpt import cells
from govpub.errors import ArticleError, MachineError
from govpub.locales import EN
from govpub.model.board import Board


@pytest.fixture(autouse=True)
def english():
    """Leave the process speaking English."""
    yield
    messages.install()


def broad(text):
    """Return a message with characters of two cells for some of one."""
    return re.sub(r"\{\w+\}|e", lambda found: "译" if found[0] == "e" else found[0], text)


def printed(capsys, monkeypatch, board, width=80):
    monkeypatch.setenv("COLUMNS", str(width))
    assert report_board(board, "text", EN) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_table(capsys, monkeypatch, golden, width, language):
    spoken = cli_translations(language)
    messages.install(spoken.gettext, spoken.ngettext)
    golden(f"board/board.{language}.{width}.txt", printed(capsys, monkeypatch, BOARD, width))


@pytest.mark.parametrize("width", [40, 60, 64, 72, 80, 90, 100, 120, 150, 170, 200])
@pytest.mark.parametrize("wide", [False, True])
def test_no_line_is_wider_than_the_screen(capsys, monkeypatch, width, wide):
    if wide:  # whatever the translations will be
        messages.install(broad, lambda _one, many, _count: broad(many))
    lines = printed(capsys, monkeypatch, BOARD, width).splitlines()
    assert max(map(cells, lines)) <= width
    assert any("青河大桥" in line for line in lines)


@pytest.mark.parametrize("width", [64, 80, 120, 200])
def test_columns_stand_under_each_other(capsys, monkeypatch, width):
    lines = printed(capsys, monkeypatch, BOARD, width).splitlines()
    edges = {cells(line[: line.index(" %", line.index("1"))]) for line in lines if line.startswith("青河大桥")}
    assert len(edges) == 1
    ends = [cells(line[: line.rindex(" %") + 2]) for line in lines[:-2] if " %" in line]
    assert len(set(ends)) == 1


def test_every_article_is_there_with_its_path(capsys, monkeypatch):
    said = printed(capsys, monkeypatch, BOARD, 200)
    for card in BOARD.cards:
        assert card.path.name[-40:] in said
    assert "embargo until 2026-12-25 09:30" in said
    assert "embargo over" not in said
    assert "cannot be read: this line" in said


def test_what_was_not_asked_has_no_column(capsys, monkeypatch):
    without = replace(
        BOARD,
        checked=False,
        cards=tuple(
            replace(card, translation=replace(card.translation, findings=None, translator=None))
            for card in BOARD.cards
            if card.translation
        ),
    )
    said = printed(capsys, monkeypatch, without, 200)
    assert "err." not in said
    assert "translated by" not in said
    assert "reviewed by" in said
    assert "errors" not in said


def test_no_article_at_all(capsys, monkeypatch):
    assert printed(capsys, monkeypatch, EMPTY).strip() == "there are no such articles"


def test_the_status_is_that_of_the_worst_failure(capsys):
    assert report_board(BOARD, "json", EN, failures=[ArticleError("torn"), MachineError("no disk")]) == 3
    said = capsys.readouterr()
    assert "error: torn" in said.err
    assert "no disk" in said.err


def test_articles_of_which_nothing_is_known(capsys, monkeypatch):
    said = printed(capsys, monkeypatch, replace(BOARD, cards=BOARD.cards[-1:]))
    assert said.splitlines()[0].split() == ["article", "left", "to", "do"]
    assert "cannot be read" in said


def test_hostile_texts_are_shown_as_text(capsys, monkeypatch):
    said = printed(capsys, monkeypatch, HOSTILE, 120)
    assert "\x1b" not in said
    assert "\u202e" not in said


@given(st.lists(mixed_text, min_size=1, max_size=3), st.integers(20, 200))
def test_any_title_at_any_width(titles, width):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        patch.setattr(sys, "stdout", Screen())
        facts = BOARD.cards[1].facts
        cards = tuple(replace(BOARD.cards[1], facts=replace(facts, title=title)) for title in titles)
        report_board(Board(time=BOARD.time, cards=cards), "text", EN)


class Screen:
    """Takes what is printed."""

    encoding = "utf-8"

    def write(self, text):
        assert "\x1b" not in text
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False
