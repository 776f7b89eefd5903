"""The field in which a translation is typed: a text with a cursor, wrapped for Chinese, with marks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from govpub.editor import buffer as editing
from govpub.editor.buffer import Buffer, History
from govpub.editor.styles import runs, strip_of
from govpub.editor.visible import HIDDEN, without_controls
from govpub.editor.wrapping import Row, column_at, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events

__all__ = ["Field"]

_MOVES: Mapping[str, Callable[[Buffer, int], int]] = {
    "left": lambda buffer, _width: editing.left(buffer),
    "right": lambda buffer, _width: editing.right(buffer),
    "ctrl+left": lambda buffer, _width: editing.word_left(buffer),
    "ctrl+right": lambda buffer, _width: editing.word_right(buffer),
    "home": editing.home,
    "ctrl+a": editing.home,
    "end": editing.end,
    "ctrl+e": editing.end,
    "ctrl+home": lambda _buffer, _width: 0,
    "ctrl+end": lambda buffer, _width: len(buffer.text),
}
_REMOVALS: Mapping[str, Callable[[Buffer, int], int]] = {
    "backspace": lambda buffer, _width: editing.left(buffer),
    "delete": lambda buffer, _width: editing.right(buffer),
    "ctrl+d": lambda buffer, _width: editing.right(buffer),
    "ctrl+w": lambda buffer, _width: editing.erased_left(buffer),
    "alt+backspace": lambda buffer, _width: editing.erased_left(buffer),
    "ctrl+delete": lambda buffer, _width: editing.erased_right(buffer),
    "alt+d": lambda buffer, _width: editing.erased_right(buffer),
    "ctrl+k": lambda buffer, _width: len(buffer.text),
    "ctrl+u": lambda _buffer, _width: 0,
}
_ONE_BY_ONE = ("backspace", "delete", "ctrl+d")
"""Removals that are taken back together; each of the others is a step of its own."""
_ROWS = {"up": -1, "down": 1}


class Field(ScrollView):
    """A text that is edited. Enter, and what it does not know, is left to the screen."""

    DEFAULT_CSS = """
    Field { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """
    can_focus = True
    ALLOW_SELECT: ClassVar[bool] = False

    class Changed(Message):
        """The text is another one."""

    def __init__(
        self,
        *,
        id: str,  # noqa: A002  textual's own name
        single: bool = False,
        commands: Mapping[str, str] | None = None,
    ) -> None:
        """Begin empty; a `single` line has no line feeds; `commands` are the screen's actions by key."""
        super().__init__(id=id)
        self._commands = commands or {}
        self.history = History()
        self.single = single
        self._buffer = Buffer("")
        self._spans: Sequence[tuple[int, int, str]] = ()
        self._rows: list[Row] = [Row(0, 0)]
        self._column: int | None = None

    @property
    def text(self) -> str:
        """Return the text as it stands."""
        return self._buffer.text

    @property
    def selected(self) -> str:
        """Return what is selected."""
        return self._buffer.selected

    @property
    def cursor(self) -> int:
        """Return how many characters stand before the cursor."""
        return self._buffer.cursor

    def load(self, text: str, history: History | None = None) -> None:
        """Show another text with its own history, the cursor at its end."""
        self.history = history or History()
        self._spans = ()
        self._set(Buffer(text, len(text), len(text)))

    def mark(self, spans: Sequence[tuple[int, int, str]]) -> None:
        """Show characters (first, one past the last) in a style."""
        if spans != self._spans:
            self._spans = spans
            self.refresh()

    def put(self, text: str) -> None:
        """Insert text at the cursor, or in place of what is selected, as one step."""
        self.history.pause()
        self._change(editing.insert(self._buffer, text))

    def put_around(self, before: str, after: str) -> None:
        """Insert something before and after what is selected; the cursor stands between them where nothing is."""
        selected = self.selected
        self.put(before + selected + after)
        if not selected and after:
            self._set(self._buffer.at(self.cursor - len(after)))

    def replace(self, text: str) -> None:
        """Put another text in place of the whole, as one step."""
        if text != self.text:
            self.history.pause()
            self._change(Buffer(text, len(text), len(text)))

    def select(self, start: int, end: int) -> None:
        """Select characters."""
        self._set(Buffer(self.text, end, start))

    def undo(self) -> bool:
        """Take the last step back; return whether there was one."""
        return self._restore(self.history.undo(self._buffer))

    def redo(self) -> bool:
        """Do again what was taken back; return whether there was something."""
        return self._restore(self.history.redo(self._buffer))

    def _restore(self, buffer: Buffer | None) -> bool:
        if buffer is None:
            return False
        self._set(buffer)
        self.post_message(self.Changed())
        return True

    async def on_key(self, event: events.Key) -> None:
        """Edit, or do what the screen does at this key; leave what is neither to textual.

        Keys come faster than they bubble up to a screen's bindings: what is typed after Enter would be saved with it.
        """
        action = self._commands.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await self.app.run_action(action, self.screen)
        elif self._edit(event.key, event.character if event.is_printable else None):
            event.stop()
            event.prevent_default()

    def _edit(self, key: str, character: str | None) -> bool:
        buffer, width = self._buffer, self._wrap_width
        bare = key.replace("shift+", "")
        if bare in _MOVES:
            self._move(_MOVES[bare](buffer, width), select="shift+" in key)
        elif bare in _ROWS and not self.single:
            column = self._column if self._column is not None else editing.place_of(buffer, width)[1]
            self._move(editing.up_or_down(buffer, width, _ROWS[bare], column), select="shift+" in key)
            self._column = column
        elif key in _REMOVALS:
            self._remove(key)
        elif key in ("ctrl+j", "alt+enter") and not self.single:
            self._change(editing.insert(buffer, "\n"))
        elif key in ("ctrl+c", "ctrl+x"):
            return self._copy(cut=key == "ctrl+x")
        elif key == "ctrl+v":
            self._paste(self.app.clipboard)
        elif character is not None and "+" not in key.removeprefix("shift+"):
            self._change(editing.insert(buffer, character))
        else:
            return False
        return True

    def _remove(self, key: str) -> None:
        alone = key not in _ONE_BY_ONE
        if alone:
            self.history.pause()
        self._change(editing.remove(self._buffer, _REMOVALS[key](self._buffer, self._wrap_width)))
        if alone:
            self.history.pause()

    def _copy(self, *, cut: bool) -> bool:
        if not self.selected:
            return False
        self.app.copy_to_clipboard(self.selected)
        if cut:
            self._change(editing.insert(self._buffer, ""))
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted text in, without what a terminal would act on."""
        self._paste(event.text)
        event.stop()

    def _paste(self, text: str) -> None:
        clean = without_controls(text).strip("\n")
        self.put(clean.replace("\n", " ") if self.single else clean)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse points, and select from there on."""
        self.capture_mouse()
        self._move(self._place_under(event.x, event.y), select=event.shift)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the mouse while its button is down."""
        if self.app.mouse_captured is self:
            self._move(self._place_under(event.x, event.y), select=True)

    def on_mouse_up(self) -> None:
        """End selecting."""
        self.release_mouse()

    def _place_under(self, x: int, y: int) -> int:
        row = self._rows[min(max(y + self.scroll_offset.y, 0), len(self._rows) - 1)]
        return column_at(self._buffer.shown, row.start, row.end, max(x, 0))

    def _move(self, place: int, *, select: bool) -> None:
        self.history.pause()
        self._set(self._buffer.at(place, select=select))

    def _change(self, buffer: Buffer) -> None:
        if buffer.text != self.text:
            self.history.record(self._buffer, buffer)
            self._set(buffer)
            self.post_message(self.Changed())
        else:
            self._set(buffer)

    def _set(self, buffer: Buffer) -> None:
        same = buffer.text == self._buffer.text
        self._buffer = buffer
        self._column = None
        if not same:
            self._spans = ()
        self._fill()

    @property
    def _wrap_width(self) -> int:
        return max(self.scrollable_content_region.width - 1, 2)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._fill()

    def on_focus(self) -> None:
        """Show the cursor, and let the input method know where it is."""
        self._fill()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def _fill(self) -> None:
        width = self._wrap_width
        self._rows = [Row(0, len(self.text))] if self.single else rows(self._buffer.shown, width)
        self.virtual_size = Size(width, len(self._rows))
        row, column = self._cursor_place()
        height = max(self.scrollable_content_region.height, 1)
        if not self.scroll_offset.y <= row < self.scroll_offset.y + height:
            self.scroll_to(y=row if row < self.scroll_offset.y else row - height + 1, animate=False, force=True)
        self.refresh()
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(column, row - self.scroll_offset.y)

    def _cursor_place(self) -> tuple[int, int]:
        if self.single:
            return 0, min(editing.place_of(self._buffer, 10**6)[1], self._wrap_width)
        return editing.place_of(self._buffer, self._wrap_width)

    def render_line(self, y: int) -> Strip:
        """Return a row of what is visible."""
        number, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if number >= len(self._rows):
            return Strip.blank(width)
        row = self._rows[number]
        shown = self._buffer.shown
        spans = [*self._spans, *_hidden(self.text, row)]
        start, end = self._buffer.selection
        spans.append((start, end, "selection"))
        cursor = self._buffer.cursor
        first = row.start
        if self.single and self.has_focus:
            first = _first_in_view(shown, cursor, self._wrap_width)
        if self.has_focus and self._cursor_place()[0] == number:
            spans.append((cursor, cursor + 1, "cursor"))
            if cursor == row.end:
                return strip_of((*runs(shown, spans, first, row.end), (" ", "cursor")), width)
        return strip_of(runs(shown, spans, first, row.end), width)


def _hidden(text: str, row: Row) -> list[tuple[int, int, str]]:
    return [(place, place + 1, "hidden") for place in range(row.start, row.end) if text[place] in HIDDEN]


def _first_in_view(shown: str, cursor: int, width: int) -> int:
    """Return the first character of a single line to be shown, so that the cursor is."""
    before = rows(shown[:cursor], max(width, 2))
    return before[-1].start if len(before) > 1 else 0
