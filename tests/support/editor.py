"""The editor without a terminal: an article to work on, keys to press, and the screen as text."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from govpub.catalog.units import units_of
from govpub.editor import attending, find_dialog, saving
from govpub.editor.app import Editor
from govpub.locales import EN, ZH_CN
from govpub.memory import Remembered
from govpub.model.segment import State
from govpub.workflow.desk import Desk, open_desk
from govpub.workflow.memory import memory_of
from govpub.workflow.workspace import project_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

__all__ = ["CLOCK", "DRILL", "Hands", "at_work", "drill_at", "work_on"]

_CALM, _PATIENCE = 3, 500
"""Rounds in which nothing changes, after which nothing will, and at most."""
CLOCK = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))

DRILL = """\
---
id: flood-drill
lang: zh-CN
title: 青河市举行防汛演练
published: 2026-11-20T09:30+08:00
source: 青河市防汛办公室
---

演练在三个县同时举行，共转移群众1200人。**各部门**参加了演练。

今年二季度，全市检查堤防86处。下一步，有关部门将继续检查堤防，确保安全度汛。

## 主要任务

- 转移群众
- 检查堤防
- 储备物资

详细情况见[防汛办公室网站](https://www.qinghe.example/)。
"""

_TERMS = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"
"X-Govpub-Glossary: 1\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. class: organisation
#. note: never in capitals alone
#. source: house list, 2026
#. also: Qinghe Flood Control Office
#. never: Anti-Flood Office
msgid "青河市防汛办公室"
msgstr "Flood Control Office of Qinghe City"

#. class: place
#. source: house list, 2026
#. case: exact
msgid "青河市"
msgstr "Qinghe City"

#. class: term
#. also: flood drill
#. never: anti-flood exercise
msgid "防汛演练"
msgstr "flood control drill"

#. class: term
#. also: embankments | levees
msgid "堤防"
msgstr "dikes"
"""

_SETTINGS = """\
[office]
name = {zh-CN = "青河市人民政府新闻办公室", en = "Information Office of Qinghe City"}
"""

_REMEMBERED = (
    ("今年一季度，全市检查堤防86处。", "In the first quarter, the city inspected 86 dikes.", "dikes-in-spring"),
    ("有关部门将继续检查堤防，确保安全度汛。", "The departments will go on inspecting the dikes.", "dikes-in-spring"),
    (
        "下一步，有关部门将不再检查堤防，确保安全度汛。",
        "The departments will inspect no more dikes.",
        "dikes-in-autumn",
    ),
    ("储备物资", "Storing supplies", "flood-drill-2025"),
)


def drill_at(folder: Path, *, memory: bool = True) -> Path:
    """Make a workspace with an article, terms of its own and a memory; return the article's path."""
    (folder / "articles").mkdir(parents=True)
    (folder / "glossary").mkdir()
    (folder / "govpub.toml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "glossary" / "zh_CN-en.po").write_text(_TERMS, encoding="utf-8")
    path = folder / "articles" / "flood-drill.md"
    path.write_text(DRILL, encoding="utf-8")
    if memory:
        remembered = memory_of(project_at(path), ZH_CN, EN, create=True)
        assert remembered is not None
        with contextlib.closing(remembered.store):
            remembered.remember(
                Remembered(
                    source=source,
                    target=target,
                    source_locale=ZH_CN,
                    target_locale=EN,
                    article=article,
                    translator="Wang Fang",
                    time=datetime(2026, 5, 4, 12, tzinfo=UTC),
                    state=State.REVIEWED,
                )
                for source, target, article in _REMEMBERED
            )
    return path


def at_work(path: Path, person: str = "Li Hua") -> Desk:
    """Open the desk for a person, at a time that stands still."""
    return open_desk(path, person=person, clock=lambda: CLOCK)


class Hands:
    """What a person does at the editor, and sees there."""

    def __init__(self, app: Editor, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def work(self):
        return self.app.work

    @property
    def desk(self) -> Desk:
        return self.app.work.desk

    @property
    def field(self):
        return self.app.screen_stack[0].target

    @property
    def text(self) -> str:
        """The text in the field."""
        return self.field.text

    @property
    def notice(self) -> str:
        return self.app.screen_stack[0].notice.text

    @property
    def number(self) -> int:
        """The number of the current segment, counted from 1."""
        return self.work.number[self.work.current]

    @property
    def ids(self) -> tuple[str, ...]:
        return self.work.all

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all of them have done what they do."""
        for key in keys:
            self.app.simulate_key(key)
        await self.wait()

    async def type(self, text: str) -> None:
        """Type a text, character by character, as terminals and their input methods send it."""
        from textual import events

        for character in text:
            self.app._driver.process_message(
                events.Key(key="space" if character == " " else character, character=character)
            )
        await self.wait()

    async def wait(self) -> None:
        """Wait until nothing is left to be done: until the screen stands still, however slow the machine is."""
        seen, calm = "", 0
        for _round in range(_PATIENCE):
            await self.pilot.pause(0.011)
            now = self.screen()
            calm = calm + 1 if now == seen and not self._is_timed() else 0
            seen = now
            if calm == _CALM:
                return

    def _is_timed(self) -> bool:
        """Tell whether a timer is still to look something up, to check or to keep."""
        desk = self.app.screen_stack[0]
        timers = (getattr(desk, name, None) for name in ("_looking", "_checking", "_keeping"))
        return any(timer is not None and timer._task is not None and not timer._task.done() for timer in timers)

    async def go(self, number: int) -> None:
        """Make a segment the current one."""
        self.app.screen_stack[0].go(self.ids[number - 1])
        await self.wait()

    def screen(self) -> str:
        """The screen as text."""
        lines = ["".join(part.text for part in strip).rstrip() for strip in self.app.screen._compositor.render_strips()]
        return "\n".join(lines) + "\n"

    def painted(self) -> str:
        """The screen with its colours, as the terminal gets it."""
        filters = [each for each in self.app._filters if each.enabled]
        strips = self.app.screen._compositor.render_strips()
        background = self.app.screen.background_colors[1]
        for each in filters:
            strips = [strip.apply_filter(each, background) for strip in strips]
        return "\n".join(strip.render(self.app.console) for strip in strips)


@contextlib.asynccontextmanager
async def _hands(desk: Desk, size: tuple[int, int], start: str | None) -> AsyncIterator[Hands]:
    app = Editor(desk, start)
    async with app.run_test(size=size) as pilot:
        hands = Hands(app, pilot)
        await hands.wait()
        yield hands


def work_on(
    desk: Desk,
    do: Callable[[Hands], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    start: str | None = None,
) -> None:
    """Open the editor, do something in it, and leave; timers wait a hundredth of a second only."""

    async def session() -> None:
        async with _hands(desk, size, start) as hands:
            await do(hands)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("AT_ONCE", "FIRST", "PAUSE", "KEEP"):
            patch.setattr(attending, name, 0.01)
        patch.setattr(attending, "IDLE", 3600.0)
        patch.setattr(attending, "OFTEN", 3600.0)
        patch.setattr(find_dialog, "PAUSE", 0.01)
        patch.setattr(saving, "AFTERWARDS", 0.01)
        asyncio.run(session())


def units_on_disk(desk: Desk):
    """The units as another program reads them."""
    from govpub.po import parse_po
    from govpub.segmentation import segment

    file = parse_po(desk.catalog_path.read_text(encoding="utf-8"), desk.catalog_path)
    return {unit.segment.id: unit for unit in units_of(file, segment(desk.article), desk.catalog_path)}
