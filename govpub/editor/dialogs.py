"""Windows over the desk: help, errors, notes, and the choice between two people's texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from govpub.editor.field import Field
from govpub.editor.keys import DESK_KEYS, EDITING_KEYS, LEGEND, shown_key
from govpub.editor.offers_view import note_lines, wrapped
from govpub.editor.panes import Chooser, Pane
from govpub.editor.source_view import difference_lines, marked_lines
from govpub.editor.styles import LETTERS, STATE_NAMES, STATE_STYLES, Line
from govpub.editor.visible import visible
from govpub.editor.window import Window
from govpub.editor.wrapping import cells, pad
from govpub.matching import difference
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from govpub.catalog.records import Note
    from govpub.editor.keys import Key
    from govpub.errors import GovpubError
    from govpub.locales import Locale
    from govpub.workflow.desk import Clash

__all__ = ["ClashDialog", "HelpDialog", "MessageDialog", "NoteDialog", "help_lines"]


class HelpDialog(Window[None]):
    """All keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,enter", "close", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
    ]
    DEFAULT_CSS = "HelpDialog > #window { height: 94%; }"

    def __init__(self) -> None:
        """Make the window."""
        super().__init__(_("Keys"), _("arrows scroll · Esc closes"))
        self.text = Pane(id="text")

    def inside(self) -> ComposeResult:
        """Yield the text."""
        yield self.text

    def on_mount(self) -> None:
        """Show the keys."""
        self.text.show(help_lines)

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.text.scroll_relative(y=lines, animate=False, force=True)


def help_lines(width: int) -> list[Line]:
    """Return the help for a width: what the letters mean, and what each key does."""
    lines = wrapped([(_(LEGEND), "")], width)
    groups: dict[str, list[Key]] = {}
    group = ""
    for key in (*DESK_KEYS, *EDITING_KEYS):
        group = key.group or group
        groups.setdefault(group, []).append(key)
    for name, keys in groups.items():
        lines += [(), ((_(name), "strong"),)]
        for names, told in _together(keys):
            lines += _key_lines(names, told, width)
    return lines


_KEY_WIDTH = 22
_MANY = 4
"""Keys that are named each; of more, the first and the last."""


def _together(keys: list[Key]) -> list[tuple[str, str]]:
    """Return the keys as they are named, and what they do; Alt+1 … Alt+9 as one."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(_(key.help), []).extend(shown_key(name) for name in key.keys)
    return [
        (f"{names[0]} … {names[-1]}" if len(names) > _MANY else ", ".join(names), told) for told, names in found.items()
    ]


def _key_lines(names: str, told: str, width: int) -> list[Line]:
    if cells(names) >= _KEY_WIDTH:
        return [((f"  {names}", "key"),), *_indented(told, width)]
    first, *rest = wrapped([(told, "")], width - _KEY_WIDTH - 2)
    return [(("  " + pad(names, _KEY_WIDTH), "key"), *first), *(((" " * (_KEY_WIDTH + 2), ""), *line) for line in rest)]


def _indented(told: str, width: int) -> list[Line]:
    return [((" " * (_KEY_WIDTH + 2), ""), *line) for line in wrapped([(told, "")], width - _KEY_WIDTH - 2)]


class MessageDialog(Window[None]):
    """An error, and the way out of it. The text stays where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", show=False)]
    DEFAULT_CSS = "MessageDialog > #window { height: 12; }"

    def __init__(self, error: GovpubError) -> None:
        """Show an error."""
        super().__init__(_("Not saved"), _("Enter closes; what you typed is kept"))
        self.error = error
        self.text = Pane(id="text")

    def inside(self) -> ComposeResult:
        """Yield the text."""
        yield self.text

    def on_mount(self) -> None:
        """Show the error."""
        error = self.error

        def lines(width: int) -> list[Line]:
            made: list[Line] = [()]
            if error.at is not None and str(error.at):
                made += wrapped([(visible(str(error.at)), "quiet")], width)
            made += wrapped([(visible(error.message), "error")], width)
            if error.hint:
                made += [(), *wrapped([(_("What to do: {hint}").format(hint=visible(error.hint)), "")], width)]
            return made

        self.text.show(lines)


class NoteDialog(Window["str | int"]):
    """A note to the next person, over those that are there; it closes with a text, or the number of one to go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("f9", "remove", show=False),
        Binding("pageup", "move(-1)", show=False),
        Binding("pagedown", "move(1)", show=False),
    ]
    DEFAULT_CSS = """
    NoteDialog > #window { height: 14; }
    NoteDialog #note { height: 3; }
    NoteDialog #notes { height: 1fr; }
    """

    def __init__(self, notes: Sequence[Note]) -> None:
        """Begin with an empty note."""
        keys = _("Enter saves · PgUp/PgDn, F9 take an old one away · Esc") if notes else _("Enter saves it · Esc")
        super().__init__(_("Note to the next person"), keys)
        self._notes = notes
        self.note, self.notes = Field(id="note"), Chooser(id="notes")

    def inside(self) -> ComposeResult:
        """Yield the field, and the notes that are there."""
        yield self.note
        yield self.notes

    def on_mount(self) -> None:
        """Write."""
        self.notes.can_focus = False
        self.notes.always_marked = True
        self.notes.show_items(lambda width: [note_lines(note, width) for note in self._notes])
        self.note.focus()

    def action_move(self, steps: int) -> None:
        """Mark another note."""
        self.notes.move(self.notes.number + steps)

    def action_remove(self) -> None:
        """Close with the number of the marked note, for it to be taken away."""
        if self._notes:
            self.finish(self.notes.number)

    def action_save(self) -> None:
        """Close with the note."""
        self.finish(self.kept())

    def kept(self) -> str | None:
        """Return the note as far as it is typed: there are no drafts of notes, and a saved one can be taken back."""
        return self.note.text.strip() or None


class ClashDialog(Window[str]):
    """Two people's translations of one segment, of which one is chosen."""

    DEFAULT_CSS = "ClashDialog #choices { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "choose(0)", show=False),
        Binding("2", "choose(1)", show=False),
    ]

    def __init__(self, clash: Clash, target: Locale) -> None:
        """Show a clash."""
        super().__init__(
            _("Somebody else changed this segment"),
            _("1 or 2, or arrows and Enter, choose · Esc decides later (both are kept)"),
        )
        self.clash, self.target = clash, target
        self.choices = Chooser(id="choices")

    def inside(self) -> ComposeResult:
        """Yield the two texts."""
        yield self.choices

    def on_mount(self) -> None:
        """Show the two texts."""
        self.choices.show_items(self._items)
        self.choices.focus()

    def _items(self, width: int) -> list[list[Line]]:
        clash = self.clash
        by = clash.theirs_by
        who = f"{visible(by.name)} {by.time:%Y-%m-%d %H:%M}" if by is not None else _("it is not known by whom")
        state = (
            f"  {LETTERS[clash.theirs_state]} {_(STATE_NAMES[clash.theirs_state])} ",
            STATE_STYLES[clash.theirs_state],
        )
        theirs = _text(clash.theirs, width)
        pieces = difference(clash.theirs, clash.mine, self.target) if clash.theirs and clash.mine else ()
        changed = difference_lines(pieces, width - 2) if pieces else []
        mine = _text(clash.mine, width)
        return [
            [(("1 ", "key"), (_("Mine, not saved yet"), "strong")), *_two_in(mine), ()],
            [(("2 ", "key"), (_("Theirs, in the catalog"), "strong"), state, (who, "quiet")), *_two_in(theirs), ()],
            [((_("From theirs to mine:"), "quiet"),), *_two_in(changed)] if changed else [],
        ][: 3 if changed else 2]

    def action_choose(self, number: int) -> None:
        """Close with one of the texts."""
        self.finish((self.clash.mine, self.clash.theirs)[number])

    def on_chooser_chosen(self, event: Chooser.Chosen) -> None:
        """Close with the text that was chosen."""
        if event.number < 2:  # noqa: PLR2004  the third shows the difference
            self.action_choose(event.number)


def _text(text: str, width: int) -> list[Line]:
    return marked_lines(text, width - 2) if text else [((_("(taken away)"), "quiet"),)]


def _two_in(lines: list[Line]) -> list[Line]:
    return [(("  ", ""), *line) for line in lines]
