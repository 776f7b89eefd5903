"""The window in which one finds and replaces, with everything to be seen before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from govpub.editor.dialogs import MessageDialog
from govpub.editor.field import Field
from govpub.editor.panes import Chooser, Heading, Pane
from govpub.editor.source_view import difference_lines
from govpub.editor.styles import Line, runs
from govpub.editor.visible import visible
from govpub.editor.window import Window
from govpub.editor.wrapping import rows
from govpub.errors import GovpubError
from govpub.matching import difference
from govpub.messages import _, ngettext

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from govpub.editor.work import Work
    from govpub.workflow.desk import Hit, Replacement
    from govpub.workflow.desk.results import Side

__all__ = ["FindDialog"]

PAUSE = 0.15
"""Seconds without a key until it looks."""
MOST = 500
"""Places that are listed; all are counted and replaced."""


class FindDialog(Window[tuple[str, str]]):
    """What to find, what to put in its place, how; and what that would do, as one types."""

    DEFAULT_CSS = """
    FindDialog > #window { height: 94%; }
    FindDialog Field { height: 1; }
    FindDialog #how { height: 1; }
    FindDialog #hits { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("f2", "side", show=False),
        Binding("f3", "case", show=False),
        Binding("f4", "regex", show=False),
        Binding("f5", "leave_out", show=False),
        Binding("f8", "replace", show=False),
    ]

    def __init__(self, work: Work) -> None:
        """Begin with nothing to find."""
        super().__init__(
            _("Find and replace"), _("Tab other field · arrows · Enter goes there · F8 replaces all · Esc")
        )
        self.work = work
        self.find, self.replacement = Field(id="find", single=True), Field(id="replacement", single=True)
        self.find_heading, self.replacement_heading = Heading(id="find-heading"), Heading(id="replacement-heading")
        self.how, self.hits_heading, self.hits = Pane(id="how"), Heading(id="hits-heading"), Chooser(id="hits")
        self.side: Side = "target"
        self.case = self.regex = False
        self._found: tuple[Hit, ...] = ()
        self._replacements: dict[str, Replacement] = {}
        self._ids: list[str] = []
        self._left_out: set[str] = set()
        self._timer: Timer | None = None

    def inside(self) -> ComposeResult:
        """Yield two fields, the ways to look, and what is found."""
        yield self.find_heading
        yield self.find
        yield self.replacement_heading
        yield self.replacement
        yield self.how
        yield self.hits_heading
        yield self.hits

    def on_mount(self) -> None:
        """Begin to type."""
        self.find_heading.show(((_("Find"), ""),))
        self.replacement_heading.show(((_("Replace with"), ""),))
        self.hits.always_marked = True
        self.hits.can_focus = False
        self.find.focus()
        self._look()

    def on_field_changed(self) -> None:
        """Look again when there is time."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._look)

    def action_side(self) -> None:
        """Look in the source, or in the translation."""
        self.side = "source" if self.side == "target" else "target"
        self._look()

    def action_case(self) -> None:
        """Tell capital letters from small ones, or not."""
        self.case = not self.case
        self._look()

    def action_regex(self) -> None:
        """Take the text for a regular expression, or not."""
        self.regex = not self.regex
        self._look()

    def action_leave_out(self) -> None:
        """Leave a segment out of the replacement, or take it in again."""
        if self._ids:
            self._left_out ^= {self._ids[self.hits.number]}
            self._show_hits(self.hits.number)

    def action_move(self, steps: int) -> None:
        """Mark another place."""
        self.hits.move(self.hits.number + steps)

    def _look(self) -> None:
        self._timer = None
        self.how.show(self._how)
        self._left_out.clear()
        try:
            self._search()
        except GovpubError as error:
            self._found, self._replacements, self._ids = (), {}, []
            told = error.message
            self.hits_heading.show(((visible(told), "error"),))
            self.hits.show_items(lambda _width: ())
            return
        self._show_hits(0)

    def _search(self) -> None:
        desk = self.work.desk
        text = self.find.text
        self._found = desk.search(text, side=self.side, case=self.case, regex=self.regex) if text else ()
        self._ids = list(dict.fromkeys(hit.id for hit in self._found))
        previewed = (
            desk.preview_replacement(self._found, self.replacement.text, regex=self.regex) if self.replacing else ()
        )
        self._replacements = {each.id: each for each in previewed}

    @property
    def replacing(self) -> bool:
        """Return whether something is to be put in the place of what is found."""
        return bool(self.replacement.text) and self.side == "target"

    def _how(self, _width: int) -> list[Line]:
        side = _("in the translation") if self.side == "target" else _("in the source")
        expression = _("regular expression")
        case, regex = ("[x]" if on else "[ ]" for on in (self.case, self.regex))
        ways = (
            ("F2", side),
            ("F3", f"{case} Aa"),
            ("F4", f"{regex} {expression}"),
            ("F5", _("skip")),
        )
        return [tuple(run for key, told in ways for run in ((f"{key} ", "key"), (f"{told}  ", "")))]

    def _show_hits(self, number: int) -> None:
        places = sum(1 for hit in self._found if hit.id not in self._left_out)
        told = ngettext("{count} place", "{count} places", places).format(count=places)
        segments = len(self._ids) - len(self._left_out)
        inside = ngettext("in {count} segment", "in {count} segments", segments).format(count=segments)
        self.hits_heading.show(((f"{told} {inside}" if self.find.text else _("Nothing to find yet"), ""),))
        self.hits.show_items(self._items, number=number)

    def _items(self, width: int) -> list[list[Line]]:
        digits = len(str(len(self.work.all)))
        return [self._item(id_, digits, width) for id_ in self._ids[:MOST]]

    def _item(self, id_: str, digits: int, width: int) -> list[Line]:
        head = f"{self.work.number[id_]:>{digits}} "
        replacement = self._replacements.get(id_)
        if replacement is not None and id_ not in self._left_out:
            pieces = difference(replacement.before, replacement.after, self.work.desk.target)
            lines = difference_lines(pieces, width - len(head))
        else:
            lines = self._places(id_, width - len(head))
        mark = "- " if id_ in self._left_out else "  "
        return [((head if not index else " " * len(head), "quiet"), *line) for index, line in enumerate(lines)] or [
            ((head + mark, "quiet"),)
        ]

    def _places(self, id_: str, width: int) -> list[Line]:
        unit = self.work.desk.unit(id_)
        text = unit.segment.text if self.side == "source" else unit.target
        style = "quiet" if id_ in self._left_out else "added"
        spans = [(hit.start, hit.end, style) for hit in self._found if hit.id == id_]
        shown = visible(text, lines=True)
        return [runs(shown, spans, row.start, row.end) for row in rows(shown, width)]

    def action_go(self) -> None:
        """Close, and go to the segment that is marked."""
        if self._ids:
            self.finish((self._ids[self.hits.number], ""))

    def action_replace(self) -> None:
        """Replace in all segments that are listed and not left out, as one step."""
        chosen = [each for id_, each in self._replacements.items() if id_ not in self._left_out]
        if not chosen:
            return
        try:
            step = self.work.desk.replace(chosen)
        except GovpubError as error:
            MessageDialog(error).open(self)
            return
        for id_ in step.ids:
            self.work.forget_typing(id_)
        count = sum(each.count for each in chosen if each.id in step.ids)
        told = ngettext(
            "{count} place replaced; Ctrl+Z takes it back", "{count} places replaced; Ctrl+Z takes them back", count
        )
        self.finish(("", told.format(count=count)))
