"""What reaches the terminal: nothing but printable characters, line feeds and tabs, and colour only where one looks."""

from __future__ import annotations

import contextlib
import os
import sys
import time
import traceback
from typing import TYPE_CHECKING

from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.progress import Progress

    from govpub.errors import GovpubError

__all__ = ["complain", "fault", "progress", "progress_bar", "say", "say_json", "shown", "table", "warn"]

PATIENCE = 1.0
"""Seconds of work before a progress bar is drawn."""

_VISIBLE = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}
# Bidirectional controls (Unicode TR 36) would let a hostile catalog rearrange the line that quotes it.
_VISIBLE |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def shown(text: str) -> str:
    """Return `text` without control characters (but line feeds and tabs) and lone surrogates."""
    return text.translate(_VISIBLE).encode("utf-8", "replace").decode("utf-8")


def say(text: str = "") -> None:
    """Print one line to standard output."""
    _write(sys.stdout, text)


def say_json(text: str) -> None:
    """Print JSON as it is; a character that a terminal would act on is written as its escape."""
    escapes = {code: f"\\u{code:04x}" for code in _VISIBLE}
    _write(sys.stdout, text.translate(escapes).rstrip("\n"))


def warn(text: str) -> None:
    """Print one line to standard error."""
    _write(sys.stderr, text)


def complain(error: GovpubError) -> None:
    """Print an error and the way out to standard error."""
    place = f"{error.at}: " if error.at is not None and str(error.at) else ""
    warn(_("{place}error: {message}").format(place=place, message=error.message))
    if error.hint:
        warn(_("  what to do: {hint}").format(hint=error.hint))


def fault(error: Exception) -> None:
    """Admit a fault of govpub itself, in one line, with the place to report."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}:{where.lineno}"  # noqa: PTH119  a name for a report, not a path
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    warn(_("govpub itself failed at {place}: {what}").format(place=place, what=what))
    warn(_("  what to do: {hint}").format(hint=_("run it again with GOVPUB_DEBUG=1 and report what it prints")))


def rich_console() -> Console:
    """Return rich's console for standard output: no markup, no highlighting; plain where it is not a terminal."""
    from rich.console import Console  # noqa: PLC0415  40 ms that most commands do not need

    from govpub.cli.excerpt import screen_width  # noqa: PLC0415  as above

    width = None if sys.stdout.isatty() else screen_width()
    return Console(markup=False, highlight=False, emoji=False, width=width)


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int] = ()) -> None:
    """Print a table; the columns numbered in `numeric` (from 0) are set to the right."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(title=Text(shown(title)) if title else None, title_justify="left", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        drawn.add_column(
            Text(shown(column), style="bold"), justify="right" if number in numeric else "left", overflow="fold"
        )
    for row in rows:
        drawn.add_row(*(Text(shown(cell)) for cell in row))
    rich_console().print(drawn)


@contextlib.contextmanager
def progress(title: str, total: int, *, quiet: bool) -> Iterator[Callable[[Path], None]]:
    """Yield a function to call before each step; a bar is drawn on a terminal once the work takes over a second."""
    shown_at_all = not quiet and sys.stderr.isatty()
    began, done = time.monotonic(), 0
    bar: Progress | None = None

    def step(path: Path) -> None:
        nonlocal done, bar
        if bar is None and shown_at_all and time.monotonic() - began > PATIENCE:
            bar = progress_bar(title, total)
        if bar is not None:
            bar.update(bar.task_ids[0], completed=done, description=shown(f"{title} {path.name}"))
        done += 1

    try:
        yield step
    finally:
        if bar is not None:
            bar.stop()


def progress_bar(title: str, total: int) -> Progress:
    """Return a bar on standard error that is drawn until it is stopped; the caller has seen that it is a terminal."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    bar = Progress(console=Console(stderr=True, markup=False, highlight=False), transient=True)
    bar.add_task(shown(title), total=total)
    bar.start()
    return bar


def _write(stream: object, text: str) -> None:
    writer = stream if hasattr(stream, "write") else sys.stdout
    encoding = getattr(writer, "encoding", None) or "utf-8"
    line = shown(text) + "\n"
    # A terminal in GBK or ASCII shows what it can; the message must not fail for a character.
    writer.write(line.encode(encoding, "replace").decode(encoding))
