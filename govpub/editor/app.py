"""The editor as a program in the terminal."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Reactive

from govpub.editor.layout import LAYOUT
from govpub.editor.screen import DeskScreen
from govpub.editor.terminal_keys import tell_apart
from govpub.editor.work import Work

if TYPE_CHECKING:
    from govpub.workflow.desk import Desk

__all__ = ["Editor"]


class Editor(App[None]):
    """The desk's screen, in the terminal's own colours."""

    ENABLE_COMMAND_PALETTE = False
    CSS = LAYOUT
    HORIZONTAL_BREAKPOINTS = [(120, "-wide")]  # noqa: RUF012  declared so by textual
    theme = Reactive("ansi-dark")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False),
        Binding("ctrl+c", "none", show=False, system=True),
    ]

    def __init__(self, desk: Desk, start: str | None = None) -> None:
        """Open the desk at the segment `start`."""
        # So that NO_COLOR takes all colour out (no-color.org), in place of turning it into grey.
        super().__init__(ansi_color=True)
        tell_apart()
        self.title = "govpub"
        self.work = Work(desk, start)

    def get_default_screen(self) -> DeskScreen:
        """Return the screen of the desk."""
        return DeskScreen(self.work)

    def _fatal_error(self) -> None:
        """End after a fault of govpub's own; what is typed is kept, and `run_editor` raises what happened."""
        with contextlib.suppress(Exception):
            self.work.keep()
        self._close_messages_no_wait()

    @property
    def fault(self) -> Exception | None:
        """Return what ended the editor before the person did."""
        return self._exception

    def action_none(self) -> None:
        """Do nothing."""
