"""The editor: opening against importing textual, and a key press with 5,000 segments and a memory of 100,000.

A key press is measured from the terminal's driver to the screen that it changes, with the wall's clock; its peer is a
nap of 50 ms, the target.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pty
import sys
import time
from itertools import cycle, islice
from typing import TYPE_CHECKING

from support.corpus import sentences
from support.desks import article_at, at_desk
from support.measure import Comparison
from textual import events

from govpub.editor.app import Editor
from govpub.locales import EN, ZH_CN
from govpub.memory import Remembered
from govpub.workflow.memory import memory_of
from govpub.workflow.workspace import project_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FEW, MANY, REMEMBERED = 500, 5_000, 100_000
PATIENCE = 0.05
"""Seconds in which a key press should be on the screen."""
LEAVE = "\x11"
_OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from govpub.editor import run_editor
from govpub.workflow.desk import open_desk
desk = open_desk(Path(sys.argv[1]), person="Li Hua", clock=lambda: datetime(2026, 11, 23, tzinfo=UTC))
run_editor(desk)
desk.close()
"""


def comparisons(folder: Path) -> Iterator[Comparison]:
    few = article_at(folder / "few", *_texts(FEW - 1, 3))
    at_desk(few).close()
    yield Comparison(
        title=f"a process that opens the editor with {FEW} segments, and leaves it",
        ours=lambda: _in_terminal(_OPEN, str(few)),
        peer_name="a process that imports textual's app",
        peer=lambda: _in_terminal("import textual.app"),
        at_most=2.0,
        rounds=15,
    )
    yield from _keys(_large(folder / "many"))


def _texts(count: int, seed: int) -> list[str]:
    return [source for source, _target in islice(sentences(count, seed), count)]


def _large(folder: Path) -> Path:
    """Make an article of many segments beside a memory of many more, some of which resemble them."""
    path = article_at(folder, *_texts(MANY - 1, 5))
    memory = memory_of(project_at(path), ZH_CN, EN, create=True)
    assert memory is not None
    memory.remember(
        Remembered(source=source, target=target, source_locale=ZH_CN, target_locale=EN, origin="bench")
        for source, target in islice(sentences(REMEMBERED, 5), REMEMBERED)
    )
    memory.store.close()
    return path


def _in_terminal(code: str, *arguments: str) -> None:
    """Run Python in a terminal; once the editor's last line is drawn, leave it."""
    pid, terminal = pty.fork()
    if not pid:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-c", code, *arguments])
    seen, left = b"", False
    with contextlib.suppress(OSError):  # how a terminal says that the process has ended
        while found := os.read(terminal, 65536):
            seen += found
            if not left and b"Quit" in seen:
                os.write(terminal, LEAVE.encode())
                left = True
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, seen


def _keys(path: Path) -> Iterator[Comparison]:
    """Yield what typing, going on and saving take."""
    desk = at_desk(path)
    app = Editor(desk)
    letters = cycle("Flood drill 防汛演练，")
    with asyncio.Runner() as runner:
        session = app.run_test(size=(80, 24))
        pilot = runner.run(session.__aenter__())
        press = _Press(app)
        runner.run(pilot.pause(1.0))

        def on_screen(key: str) -> Callable[[], object]:
            return lambda: runner.run(press(key or next(letters)))

        def save() -> None:
            app.screen.target.replace(f"Text {time.perf_counter_ns()}.")
            runner.run(press("enter"))

        for title, work in (
            ("typing a character", on_screen("")),
            ("going to the next segment", on_screen("pagedown")),
        ):
            yield _within(title, work)
        yield _within("saving, and going to the next open segment", save)
        runner.run(session.__aexit__(None, None, None))
    desk.close()


def _within(title: str, work: Callable[[], object]) -> Comparison:
    return Comparison(
        title=f"{title}: {MANY} segments, {REMEMBERED} in the memory",
        ours=work,
        peer_name="50 ms",
        peer=lambda: time.sleep(PATIENCE),
        at_most=1.0,
        wall=True,
        rounds=40,
    )


class _Press:
    """Presses keys, and waits until the screen shows what they did."""

    def __init__(self, app: Editor) -> None:
        self._app = app
        self._shown = asyncio.Event()
        display = app._display

        def displayed(*arguments: object) -> None:
            display(*arguments)
            self._shown.set()

        app._display = displayed

    async def __call__(self, key: str) -> None:
        self._shown.clear()
        self._app._driver.process_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.wait_for(self._shown.wait(), 10)
