"""A window over the desk, or over another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from govpub.editor.panes import Heading, Pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from govpub.editor.saving import Saving

__all__ = ["Window"]

Result = TypeVar("Result")


class Window(ModalScreen[Result]):
    """A window in the middle of the screen, with a line at its top and one at its bottom."""

    DEFAULT_CSS = """
    Window { align: center middle; }
    Window > #window { width: 96%; max-width: 110; height: 80%; border: round ansi_bright_black; padding: 0 1; }
    Window #foot { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+q", "leave", show=False),
    ]

    def __init__(self, title: str, foot: str) -> None:
        """Name the window, and say at its foot which keys do what."""
        super().__init__()
        self._title, self._foot = title, foot
        self._leaving = False
        self.heading, self.foot = Heading(id="heading"), Pane(id="foot")

    def open(self, over: Saving | Window[Any], then: Callable[[Result | None], None] = lambda _result: None) -> None:
        """Open the window; once it is closed, `then` gets its result, and who leaves leaves what lies below, too."""

        def closed(result: Result | None) -> None:
            then(result)
            # Another window lies there where what was typed in this one could not be saved: it says why.
            if self._leaving and over.app.screen is over:
                over.action_leave()

        over.app.push_screen(self, closed)

    def compose(self) -> ComposeResult:
        """Lay the window out."""
        with Vertical(id="window"):
            yield self.heading
            yield from self.inside()
            yield self.foot

    def inside(self) -> ComposeResult:
        """Yield what stands between title and foot."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show title and foot."""
        self.heading.show(((self._title, "strong"),))
        self.foot.show(lambda _width: [((self._foot, "quiet"),)])

    def finish(self, result: Result | None) -> None:
        """Close with a result; a second key that came before the window was gone does nothing."""
        if self.is_current:
            self.dismiss(result)

    def action_close(self) -> None:
        """Close without a result."""
        self.finish(None)

    def action_leave(self) -> None:
        """Close, and leave the editor: the same key does that wherever a person is."""
        self._leaving = True
        self.finish(self.kept())

    def kept(self) -> Result | None:
        """Return the result to leave with; none where nothing is typed that would be lost."""
        return None
