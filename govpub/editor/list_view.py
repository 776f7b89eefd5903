"""The list of segments: a line each, made when it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from govpub.editor.styles import LETTERS, STATE_STYLES, Line, strip_of
from govpub.editor.visible import visible
from govpub.editor.wrapping import clip, pad

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.strip import Strip

    from govpub.model.segment import Unit

__all__ = ["SegmentList", "SegmentRow", "segment_line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRow:
    """What the list says of a segment."""

    number: int
    """Its place in the article, counted from 1."""
    unit: Unit
    text: str
    """What stands in the field, where that is not saved; else the translation."""
    drafted: bool = False
    """Typed and not saved."""
    found: bool = False
    """A check has a finding."""
    noted: bool = False
    """Somebody left a note."""


def segment_line(row: SegmentRow, *, digits: int, width: int) -> Line:
    """Return number, state, marks, and as much of source and translation as there is room for."""
    unit = row.unit
    state = STATE_STYLES[unit.state]
    marks = ("*" if row.drafted else " ") + ("!" if row.found else " ") + ("@" if row.noted else " ")
    head: Line = ((f"{row.number:>{digits}} ", "quiet"), (LETTERS[unit.state], state), (f"{marks} ", "warning"))
    room = width - digits - 6
    source = visible(unit.segment.text[:room])
    if not row.text:
        return (*head, (clip(source, room), ""))
    half = room // 2 - 1
    return (*head, (pad(source, half), ""), ("  ", ""), (clip(visible(row.text[:room]), room - half - 2), ""))


class SegmentList(ScrollView):
    """All segments, or those that a filter lets through."""

    DEFAULT_CSS = """
    SegmentList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """
    can_focus = True
    ALLOW_SELECT: ClassVar[bool] = False
    PAGE: ClassVar[int] = 10

    class Chosen(Message):
        """A segment was chosen: the one with this `id`."""

        def __init__(self, id_: str) -> None:
            """Say which."""
            super().__init__()
            self.id = id_

    def __init__(self, row_of: Callable[[str], SegmentRow | None], *, id: str) -> None:  # noqa: A002  textual's own name
        """Begin empty; `row_of` says what is to be shown of a segment, when it is seen."""
        super().__init__(id=id)
        self._row_of = row_of
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._digits = 1
        self.current = ""
        self.mark = 0

    def show(self, ids: Sequence[str], *, highest: int) -> None:
        """Show these segments; numbers are up to `highest`."""
        self._ids = ids
        self._places = {id_: place for place, id_ in enumerate(ids)}
        self._digits = len(str(highest))
        self.virtual_size = Size(self.size.width, len(ids))
        self.refresh()

    def go(self, id_: str) -> None:
        """Show where the current segment is."""
        self.current = id_
        self._bring(self._places.get(id_, self.mark))
        self.refresh()

    def _bring(self, place: int) -> None:
        self.mark = min(max(place, 0), max(len(self._ids) - 1, 0))
        height = max(self.size.height, 1)
        top = self.scroll_offset.y
        if not top + (height > 2) <= self.mark < top + height - (height > 2):  # noqa: PLR2004  one more to be seen
            self.scroll_to(y=self.mark - height // 2, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the current segment in view."""
        self.virtual_size = Size(self.size.width, len(self._ids))
        self._bring(self.mark)

    def on_key(self, event: events.Key) -> None:
        """Move the mark, or choose."""
        steps = {"up": -1, "down": 1, "pageup": -self.PAGE, "pagedown": self.PAGE, "home": -(10**9), "end": 10**9}
        if event.key in steps:
            self._bring(self.mark + steps[event.key])
            self.refresh()
        elif event.key == "enter" and self._ids:
            self.post_message(self.Chosen(self._ids[self.mark]))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Choose the segment under the mouse."""
        place = event.y + self.scroll_offset.y
        if place < len(self._ids):
            self.post_message(self.Chosen(self._ids[place]))

    def on_focus(self) -> None:
        """Begin at the current segment."""
        self._bring(self._places.get(self.current, self.mark))
        self.refresh()

    def on_blur(self) -> None:
        """Take the mark away."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line of a segment."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if place >= len(self._ids):
            return strip_of((), width)
        id_ = self._ids[place]
        arrow = ">" if id_ == self.current else " "
        row = self._row_of(id_)
        line = segment_line(row, digits=self._digits, width=width - 1) if row is not None else ()
        over = "chosen" if self.has_focus and place == self.mark else "strong" if arrow == ">" else ""
        return strip_of(((arrow, "strong"), *line), width, over=over)
