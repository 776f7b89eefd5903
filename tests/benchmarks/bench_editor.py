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
import threading
import time
from itertools import cycle, islice
from typing import TYPE_CHECKING, Self

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
from pathlib import Path
from govpub.cli.editing import edit
edit(Path(sys.argv[1]), None)
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
        os.environ |= {"TERM": "xterm-256color", "GOVPUB_TRANSLATOR": "Li Hua"}
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
    """Yield what typing, going on and saving take, in an editor that goes on living in a thread of its own."""
    desk = at_desk(path)
    letters = cycle("Flood drill 防汛演练，")
    with _Living(Editor(desk)) as editor:

        def save() -> None:
            editor.app.screen.target.replace(f"Text {time.perf_counter_ns()}.")
            editor.press("enter")

        yield _within("typing a character", lambda: editor.press(next(letters)))
        yield _within("going to the next segment", lambda: editor.press("pagedown"))
        yield _within("saving, and going to the next open segment", save)
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


class _Living:
    """An editor that does in its own time what it does between two keys."""

    def __init__(self, app: Editor) -> None:
        self.app = app
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._live()))

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def press(self, key: str) -> None:
        """Press a key, and wait until the screen shows what it did."""
        asyncio.run_coroutine_threadsafe(self._press(key), self._loop).result(30)

    async def _live(self) -> None:
        self._loop, self._over, self._shown = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
        display = self.app._display

        def displayed(*arguments: object) -> None:
            display(*arguments)
            self._shown.set()

        self.app._display = displayed
        async with self.app.run_test(size=(80, 24)):
            await asyncio.sleep(1.0)
            self._ready.set()
            await self._over.wait()

    async def _press(self, key: str) -> None:
        self._shown.clear()
        self.app._driver.process_message(events.Key(key, key if len(key) == 1 else None))
        await self._shown.wait()
