"""What the editor looks like, on a small and on a large terminal: golden files, as text."""

from __future__ import annotations

import pytest
from support.editor import at_work, drill_at, work_on
from textual.events import Resize

from govpub import messages
from govpub.cli.language import speak
from govpub.editor.showing import Showing

SMALL, LARGE = (80, 24), (200, 50)
TITLE, SOURCE, FIRST, DEPARTMENTS, QUARTER, NEXT, HEADING = range(1, 8)
HOSTILE = "\x1b[31mred\x07 \u202eright to left\u200b [bold]no markup[/bold] <1>x</1>"


@pytest.fixture
def path(tmp_path):
    """An article that somebody has begun: one segment in each state, a note, and a source that changed."""
    path = drill_at(tmp_path / "office")
    desk = at_work(path, "Wang Fang")
    ids = [unit.segment.id for unit in desk.units]
    desk.confirm(ids[TITLE - 1], "Qinghe City Holds a Flood Control Drill", reviewed=True)
    desk.confirm(ids[SOURCE - 1], "Anti-Flood Office of Qinghe")
    desk.confirm(ids[FIRST - 1], "The drill was held in three counties; 1,200 people were moved.")
    desk.note(ids[FIRST - 1], "Please ask the office which counties.")
    desk.close()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("三个县同时举行", "四个县同时举行"), encoding="utf-8")
    return path


@pytest.fixture
def chinese():
    speak({"GOVPUB_LANG": "zh_CN"})
    yield
    messages.install()


def look(path, golden, name, size, *, number=FIRST, keys=(), typed=""):
    desk = at_work(path)

    async def do(hands):
        await hands.go(number)
        for key in keys:
            await hands.press(key)
        if typed:
            await hands.type(typed)
        await hands.wait()
        golden(f"editor/{name}.txt", hands.screen())

    work_on(desk, do, size=size)
    desk.close()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "200x50"])
class TestBothSizes:
    def test_segment_whose_source_changed(self, path, golden, size):
        look(path, golden, f"changed.{size[0]}x{size[1]}", size)

    def test_terms_and_matches(self, path, golden, size):
        look(path, golden, f"offers.{size[0]}x{size[1]}", size, number=NEXT, typed="Next, the departments")

    def test_findings(self, path, golden, size):
        look(path, golden, f"findings.{size[0]}x{size[1]}", size, number=SOURCE)

    def test_in_chinese(self, path, golden, size, chinese):
        look(path, golden, f"chinese.{size[0]}x{size[1]}", size, number=NEXT, typed="Next, the departments")


@pytest.mark.parametrize(
    ("name", "keys", "typed"),
    [
        ("article", ["f2"], ""),
        ("help", ["f1"], ""),
        ("filter", ["f3", "down"], ""),
        ("find", ["ctrl+f"], "office"),
        ("note", ["f4"], "They are Anping, Shiqiao, Linxi and Donghe."),
        ("renderings", ["pageup", "ctrl+o", "down"], ""),
    ],
)
def test_window(path, golden, name, keys, typed):
    look(path, golden, f"{name}.80x24", SMALL, keys=keys, typed=typed)


def test_windows_in_chinese(path, golden, chinese):
    look(path, golden, "chinese-help.80x24", SMALL, keys=["f1"])
    look(path, golden, "chinese-find.80x24", SMALL, keys=["ctrl+f"], typed="office")


def test_hostile_catalog_shows_as_text(tmp_path, golden):
    path = drill_at(tmp_path / "office")
    desk = at_work(path)
    id_ = desk.units[0].segment.id
    desk.confirm(id_, "x")
    desk.note(id_, "note [red]\u202e")
    desk.close()
    desk = at_work(path)

    async def do(hands):
        await hands.go(TITLE)
        hands.field.replace(HOSTILE)
        await hands.press("f2")
        screen = hands.screen()
        assert not {character for character in screen if ord(character) < 32} - {"\n"}
        assert "\u202e" not in screen
        assert "\u200b" not in screen
        assert "[bold]no markup[/bold]" in screen
        golden("editor/hostile.80x24.txt", screen)

    work_on(desk, do)
    desk.close()


def test_rows_are_shared_once_for_each_size(tmp_path, monkeypatch):
    desk = at_work(drill_at(tmp_path / "office"))
    shared = []
    anew = Showing.share_anew
    monkeypatch.setattr(Showing, "share_anew", lambda self: (shared.append(self.size), anew(self))[1])

    async def do(hands):
        before, screen = len(shared), hands.app.screen_stack[0]
        screen.post_message(Resize(screen.size, screen.size))  # as terminals without a size of their own have it
        await hands.wait()
        assert len(shared) == before

    work_on(desk, do)
    desk.close()
