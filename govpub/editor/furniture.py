"""What frames the screen: the bar with the progress, the line of notices, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from govpub.editor.keys import DESK_KEYS, shown_key
from govpub.editor.styles import LETTERS, STATE_NAMES, STATE_STYLES, Line, Run, strip_of
from govpub.editor.visible import visible
from govpub.editor.wrapping import cells
from govpub.messages import _

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from govpub.editor.work import Work

__all__ = ["Bar", "Footer", "Notice"]

_GAUGE = 10
"""Cells of the progress gauge."""
_LAST = ("help", "leave")
"""Actions whose keys are always shown."""


class Bar(Widget):
    """Article, progress and filter, in one line."""

    DEFAULT_CSS = "Bar { height: 1; }"
    _left: Line = ()
    _right: Line = ()

    def show(self, work: Work) -> None:
        """Show where the article is."""
        done, every = work.progress.done, len(work.all)
        share = done / every if every else 0.0
        full = round(share * _GAUGE)
        # In whole per cent that never say 100 before the last one is done.
        told = f" {done}/{every} {int(share * 100)}% "
        counts: list[Run] = [
            (f" {LETTERS[state]}{count}", STATE_STYLES[state]) for state, count in work.progress.states.items() if count
        ]
        self._right = (
            ("[", ""),
            ("#" * full, "translated"),
            ("." * (_GAUGE - full), "quiet"),
            ("]", ""),
            (told, ""),
            *counts,
        )
        name = visible(work.desk.article.path.name if work.desk.article.path else "")
        left: Line = ((f" {name} ", "title"), (f" {work.desk.source} > {work.desk.target} ", "quiet"))
        if not work.filter.empty:
            what = [_(STATE_NAMES[state]) for state in work.filter.states]
            what += [work.filter.finding or _("any finding")] if work.filter.finding is not None else []
            what += [f"“{visible(work.filter.text)}”"] if work.filter.text else []
            shown = _("filter: {what} ({count})").format(what=", ".join(what), count=len(work.shown))
            left = (*left, (shown, "attention"))
        self._left = left
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002  it has one line
        """Return the line; on a narrow screen the right part gives way."""
        width = self.size.width
        room = width - sum(cells(text) for text, _style in (*self._left, *self._right))
        if room < 1:
            return strip_of((*self._left, (" ", ""), *self._right[-4:]), width)
        return strip_of((*self._left, (" " * room, ""), *self._right), width)


class Notice(Widget):
    """What has just happened, in one line; it stays until something else has."""

    DEFAULT_CSS = "Notice { height: 1; }"
    text = ""
    style_name = ""

    def say(self, text: str, style: str = "") -> None:
        """Say something else; `error` and `attention` are styles."""
        self.text, self.style_name = text, style
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002  it has one line
        """Return the line."""
        return strip_of(((f" {visible(self.text)}" if self.text else "", self.style_name),), self.size.width)


class Footer(Widget):
    """The keys that are needed most; as many as there is room for. A click presses one."""

    DEFAULT_CSS = "Footer { height: 1; }"

    def _entries(self) -> list[tuple[str, str, str]]:
        width = self.size.width
        labelled = [
            (shown_key(key.keys[0]).replace("Ctrl+", "^"), _(key.label), key.action) for key in DESK_KEYS if key.label
        ]
        last = [entry for entry in labelled if entry[2] in _LAST]
        room = width - sum(_wide(entry) for entry in last)
        kept: list[tuple[str, str, str]] = []
        for entry in labelled:
            if entry not in last and _wide(entry) <= room:
                kept.append(entry)
                room -= _wide(entry)
        return [*kept, *last]

    def render_line(self, y: int) -> Strip:  # noqa: ARG002  it has one line
        """Return the line."""
        line = tuple(run for key, label, _action in self._entries() for run in ((f" {key}", "key"), (f" {label}", "")))
        return strip_of(line, self.size.width)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        used = 0
        for entry in self._entries():
            used += _wide(entry)
            if event.x < used:
                await self.screen.run_action(entry[2])
                return


def _wide(entry: tuple[str, str, str]) -> int:
    return cells(entry[0]) + cells(entry[1]) + 2
