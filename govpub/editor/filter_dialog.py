"""The window in which one chooses what the list shows: by state, by finding, by text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from govpub.editor.field import Field
from govpub.editor.panes import Chooser, Heading
from govpub.editor.styles import LETTERS, STATE_NAMES, STATE_STYLES, Line
from govpub.editor.window import Window
from govpub.editor.work import Filter
from govpub.messages import _
from govpub.model.segment import State

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from govpub.editor.work import Work

__all__ = ["FilterDialog"]


class FilterDialog(Window[Filter]):
    """A text, and a list of states and rules; both hold together."""

    DEFAULT_CSS = """
    FilterDialog #text { height: 1; }
    FilterDialog #choices { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "apply", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, work: Work) -> None:
        """Begin with the filter that is in force."""
        super().__init__(_("Show only"), _("type a text · arrows choose · Enter applies · Esc closes"))
        self.work = work
        self.text = Field(id="text", single=True)
        self.text_heading, self.choice_heading = Heading(id="text-heading"), Heading(id="choice-heading")
        self.choices = Chooser(id="choices")
        self._filters: list[Filter] = []
        self._lines: list[Line] = []

    def inside(self) -> ComposeResult:
        """Yield the text and the list."""
        yield self.text_heading
        yield self.text
        yield self.choice_heading
        yield self.choices

    def on_mount(self) -> None:
        """Fill the list; the checks go over the whole article for it."""
        self.text_heading.show(((_("with this text in source or translation"), ""),))
        self.choice_heading.show(((_("and"), ""),))
        self.text.load(self.work.filter.text)
        self.text.focus()
        self._gather()
        now = Filter(states=self.work.filter.states, finding=self.work.filter.finding)
        number = self._filters.index(now) if now in self._filters else 0
        self.choices.show_items(lambda _width: [[line] for line in self._lines], number=number)
        self.choices.always_marked = True

    def _gather(self) -> None:
        counts = self.work.progress.states
        still_open = (State.UNTRANSLATED, State.FUZZY)
        self._add(Filter(), (_("all segments"), ""), len(self.work.all))
        self._add(Filter(states=still_open), (_("open: untranslated or fuzzy"), ""), sum(counts[s] for s in still_open))
        for state in State:
            name = (f"{LETTERS[state]} {_(STATE_NAMES[state])}", STATE_STYLES[state])
            self._add(Filter(states=(state,)), name, counts[state])
        found = self.work.desk.all_findings()
        self.work.take_findings(found)
        rules = Counter(rule for findings in found.values() for rule in {finding.rule for finding in findings})
        self._add(Filter(finding=""), (_("! with any finding"), "warning"), len(found))
        for rule, count in sorted(rules.items()):
            self._add(Filter(finding=rule), (f"! {rule}", "warning"), count)

    def _add(self, wanted: Filter, name: tuple[str, str], count: int) -> None:
        self._filters.append(wanted)
        self._lines.append((name, (f"  {count}", "quiet")))

    def action_move(self, steps: int) -> None:
        """Mark another line of the list."""
        self.choices.move(self.choices.number + steps)

    def action_apply(self) -> None:
        """Close with the filter."""
        chosen = self._filters[self.choices.number]
        self.finish(Filter(states=chosen.states, finding=chosen.finding, text=self.text.text.strip()))

    def on_chooser_chosen(self) -> None:
        """Close with the filter."""
        self.action_apply()
