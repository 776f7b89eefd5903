"""How things look: the terminal's own sixteen colours on its own background, and a letter wherever a colour speaks.

What is to be read stands in the terminal's own foreground, or in red or magenta, which all themes keep readable on dark
and on light; yellow, green, cyan and blue are for letters and marks only.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from govpub.editor.wrapping import cells, split_at
from govpub.messages import N_
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["LETTERS", "STATE_NAMES", "STATE_STYLES", "STYLES", "Line", "Run", "runs", "strip_of"]

Run = tuple[str, str]
"""Text and the name of its style."""
Line = tuple[Run, ...]
"""A line of the display: printable text only, see `visible`."""

STYLES: Mapping[str, Style] = {
    "": Style.null(),
    "strong": Style(bold=True),
    "quiet": Style(dim=True),
    "title": Style(bold=True, reverse=True),
    "key": Style(bold=True),
    "chosen": Style(reverse=True),
    "cursor": Style(reverse=True),
    "selection": Style(reverse=True, dim=True),
    "here": Style(bold=True, underline=True),
    "term": Style(underline=True),
    "code": Style(color="magenta", bold=True),
    "hidden": Style(color="red", reverse=True),
    "error": Style(color="red", bold=True),
    "error-mark": Style(color="red", underline=True, bold=True),
    "warning": Style(color="yellow", bold=True),
    "warning-mark": Style(underline=True, bold=True),
    "attention": Style(bold=True),
    "removed": Style(color="red", strike=True),
    "added": Style(color="green", bold=True, underline=True),
    "untranslated": Style(color="red"),
    "fuzzy": Style(color="yellow"),
    "translated": Style(color="green"),
    "reviewed": Style(color="cyan", bold=True),
}

LETTERS: Mapping[State, str] = {
    State.UNTRANSLATED: "U",
    State.FUZZY: "F",
    State.TRANSLATED: "T",
    State.REVIEWED: "R",
}
"""What stands for a state where there is no room for its name, in every language."""
STATE_NAMES: Mapping[State, str] = {
    State.UNTRANSLATED: N_("untranslated"),
    State.FUZZY: N_("fuzzy"),
    State.TRANSLATED: N_("translated"),
    State.REVIEWED: N_("reviewed"),
}
STATE_STYLES: Mapping[State, str] = {state: state.value for state in State}


def strip_of(line: Iterable[Run], width: int, *, over: str = "") -> Strip:
    """Return a line as textual draws it, cut or filled to `width` cells; the style `over` lies over the whole line."""
    above = STYLES[over]
    segments: list[Segment] = []
    room = width
    for text, style in line:
        wide = cells(text)
        if wide > room:
            text = split_at(text, room)  # noqa: PLW2901  what fits of it
            wide = cells(text)
        if text:
            segments.append(Segment(text, STYLES[style] + above))
        room -= wide
        if room <= 0:
            break
    if room > 0:
        segments.append(Segment(" " * room, above))
    return Strip(segments, width)


def runs(text: str, spans: Sequence[tuple[int, int, str]], start: int = 0, end: int | None = None) -> Line:
    """Return `text[start:end]` in runs: each span (first, one past the last, style) in its style; later ones win."""
    stop = len(text) if end is None else end
    edges = sorted({start, stop, *(place for span in spans for place in span[:2] if start < place < stop)})
    found: list[Run] = []
    for first, last in itertools.pairwise(edges):
        style = next((name for low, high, name in reversed(spans) if low <= first and last <= high and low < high), "")
        found.append((text[first:last], style))
    return tuple(found)
