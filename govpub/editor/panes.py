"""Panes of lines: what scrolls, and what can be chosen from. Lines are made for a width, when they are to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.widget import Widget

from govpub.editor.styles import Line, strip_of
from govpub.editor.wrapping import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.strip import Strip

__all__ = ["Chooser", "Heading", "Pane"]


class Heading(Widget):
    """One line over a pane: its name, and at the right what is to be known of it."""

    DEFAULT_CSS = "Heading { height: 1; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002  textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other runs."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002  it has one line
        """Return the line, with a rule between its parts."""
        width = self.size.width
        right = (*self._right, ("─", "quiet")) if self._right else ()
        between = width - 1 - sum(cells(text) for text, _style in (*self._left, *right)) - 2 * bool(self._left)
        if between < 0:
            return strip_of((("─ ", "quiet"), *self._left), width)
        rule = ("─" * between, "quiet")
        left = (("─ ", "quiet"), *self._left, (" ", "")) if self._left else (("─", "quiet"),)
        return strip_of((*left, rule, *right), width)


class Pane(ScrollView):
    """Lines that scroll, drawn one by one: a thousand cost no more than a screenful."""

    DEFAULT_CSS = """
    Pane { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """
    can_focus = False

    def __init__(self, *, id: str) -> None:  # noqa: A002  textual's own name
        """Begin empty."""
        super().__init__(id=id)
        self._make: Callable[[int], Sequence[Line]] = lambda _width: ()
        self._lines: Sequence[Line] = ()
        self._at: Callable[[], int] = lambda: 0
        self._made_for = -1

    def show(self, make: Callable[[int], Sequence[Line]], *, at: Callable[[], int] = lambda: 0) -> None:
        """Show the lines that `make` returns for a width; the line that `at` then names is a third down, or first."""
        self._make, self._at = make, at
        self._made_for = -1
        self._fill()

    @property
    def lines(self) -> Sequence[Line]:
        """Return the lines as they are shown."""
        return self._lines

    def page(self) -> None:
        """Show what lies below the edge; after the last lines come the first."""
        height = self.scrollable_content_region.height
        below = self.scroll_offset.y + height
        self.scroll_to(y=below if below < len(self._lines) else 0, animate=False, force=True)

    def on_resize(self) -> None:
        """Make the lines anew for another width."""
        self._fill()

    def on_show(self) -> None:
        """Make the lines that were not made while nobody could see them."""
        self._fill()

    def _fill(self) -> None:
        width = self.scrollable_content_region.width
        if self.display and width and width != self._made_for:
            self._made_for = width
            self._lines = self._make(width)
            self.virtual_size = Size(width, len(self._lines))
            self.scroll_to(y=max(self._at() - self.size.height // 3, 0), animate=False, force=True)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of what is visible."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        return strip_of(self._lines[number] if number < len(self._lines) else (), width)


class Chooser(Pane):
    """Items of one or more lines, of which one is chosen with the arrow keys, Enter or the mouse."""

    can_focus = True
    PAGE: ClassVar[int] = 5

    class Chosen(Message):
        """An item was chosen: `number`, counted from 0."""

        def __init__(self, number: int) -> None:
            """Say which."""
            super().__init__()
            self.number = number

    def __init__(self, *, id: str) -> None:  # noqa: A002  textual's own name
        """Begin without items."""
        super().__init__(id=id)
        self.number = 0
        self.always_marked = False
        self._first: list[int] = []
        self._item_of: list[int] = []

    def show_items(self, make: Callable[[int], Sequence[Sequence[Line]]], *, number: int = 0) -> None:
        """Show the items that `make` returns for a width, each a few lines, and mark one."""

        def lines(width: int) -> list[Line]:
            items = make(width)
            self._first, self._item_of = [], []
            made: list[Line] = []
            for index, item in enumerate(items):
                self._first.append(len(made))
                made.extend(item)
                self._item_of.extend([index] * len(item))
            return made

        self.number = number
        self.show(lines)
        self.move(number)

    @property
    def count(self) -> int:
        """Return how many items there are."""
        return len(self._first)

    def move(self, number: int) -> None:
        """Mark another item and bring it into view."""
        if not self._first:
            self.number = 0
            return
        self.number = min(max(number, 0), len(self._first) - 1)
        top = self._first[self.number]
        bottom = self._first[self.number + 1] if self.number + 1 < len(self._first) else len(self._lines)
        height = self.scrollable_content_region.height
        if top < self.scroll_offset.y or bottom - top >= height:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False, force=True)
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Move the mark, or choose."""
        steps = {"up": -1, "down": 1, "pageup": -self.PAGE, "pagedown": self.PAGE, "home": -(10**9), "end": 10**9}
        if event.key in steps:
            self.move(self.number + steps[event.key])
        elif event.key == "enter" and self._first:
            self.post_message(self.Chosen(self.number))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        line = event.y + self.scroll_offset.y
        if line < len(self._item_of):
            self.move(self._item_of[line])
            self.post_message(self.Chosen(self.number))

    def render_line(self, y: int) -> Strip:
        """Return a line of what is visible; the marked item stands out while the pane has the keys."""
        number = y + self.scroll_offset.y
        marked = (
            (self.has_focus or self.always_marked)
            and number < len(self._item_of)
            and self._item_of[number] == self.number
        )
        width = self.scrollable_content_region.width
        return strip_of(
            self._lines[number] if number < len(self._lines) else (), width, over="chosen" if marked else ""
        )

    def watch_has_focus(self, focused: bool) -> None:  # noqa: FBT001  textual's signature
        """Draw the mark where the keys are."""
        super().watch_has_focus(focused)
        self.refresh()
