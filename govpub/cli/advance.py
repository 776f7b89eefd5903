"""A progress bar for one long piece of work."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

from govpub.cli.console import PATIENCE, progress_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

__all__ = ["advancing"]


@contextlib.contextmanager
def advancing(title: str, total: Callable[[], int], *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Yield a function to call with how much more is done; see `console.progress`.

    `total` is asked how much there is to do where a bar is drawn.
    """
    shown_at_all = not quiet and sys.stderr.isatty()
    began, done = time.monotonic(), 0
    bar: Progress | None = None

    def advance(count: int) -> None:
        nonlocal done, bar
        done += count
        if bar is None and shown_at_all and time.monotonic() - began > PATIENCE:
            bar = progress_bar(title, total())
        if bar is not None:
            bar.update(bar.task_ids[0], completed=done)

    try:
        yield advance
    finally:
        if bar is not None:
            bar.stop()
