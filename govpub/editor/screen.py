"""The desk's screen: its keys, its windows, and what others do meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from govpub.editor.keys import DESK_KEYS
from govpub.editor.saving import Saving
from govpub.editor.work import Filter
from govpub.errors import GovpubError
from govpub.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from govpub.workflow.desk import Clash, Confirmed

__all__ = ["DeskScreen"]


class DeskScreen(Saving):
    """The screen on which an article is translated."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(name, key.action, key.help, show=False) for key in DESK_KEYS for name in key.keys
    ]

    def on_mount(self) -> None:
        """Say what an earlier session left."""
        restored = len(self.work.restored)
        if restored:
            told = ngettext(
                "{count} text that was typed and not saved is offered again; Enter saves it",
                "{count} texts that were typed and not saved are offered again (marked *)",
                restored,
            )
            self.notice.say(told.format(count=restored), "attention")
        else:
            self.notice.say(_("F1 shows all keys"))
        self._tell_trouble()

    # Looking

    def action_list(self) -> None:
        """Choose in the list."""
        if self.has_class("-article"):
            self.remove_class("-article")
            self.share_anew()
            self.call_after_refresh(self.segments.focus)
        else:
            self.segments.focus()

    def action_view(self) -> None:
        """Show the article in place of the list, or the list again."""
        self.toggle_class("-article")
        self.share_anew()
        self.call_after_refresh(self.show_article)

    def action_more(self) -> None:
        """Show more of the source and of the findings."""
        self.source.page()
        self.findings.page()

    def action_back(self) -> None:
        """Go back to the translation; from there, end the filter."""
        if not self.target.has_focus:
            self.target.focus()
            self.show_offers()
        elif not self.work.filter.empty:
            self._apply(Filter())
        else:
            self.notice.say("")

    # Dialogs

    def action_help(self) -> None:
        """Show all keys."""
        from govpub.editor.dialogs import HelpDialog  # noqa: PLC0415

        HelpDialog().open(self)

    def action_note(self) -> None:
        """Leave a note."""
        from govpub.editor.dialogs import NoteDialog  # noqa: PLC0415

        work, id_ = self.work, self.work.current

        def leave(said: str | int | None) -> None:
            if isinstance(said, str):
                self._annotate(lambda: work.desk.note(id_, said), _("the note is saved"))
            elif said is not None:
                self._annotate(lambda: work.desk.remove_note(id_, said), _("the note is taken away"))

        NoteDialog(work.desk.notes(id_)).open(self, leave)

    def _annotate(self, act: Callable[[], Confirmed | Clash], told: str) -> None:
        try:
            act()
        except GovpubError as error:
            self.catch_up()
            self.fail(error)
            return
        self.catch_up()
        self.notice.say(told)
        self.show_source()
        self.segments.refresh()

    def action_filter(self) -> None:
        """Choose which segments are shown."""
        from govpub.editor.filter_dialog import FilterDialog  # noqa: PLC0415

        FilterDialog(self.work).open(self, lambda wanted: self._apply(wanted) if wanted is not None else None)

    def _apply(self, wanted: Filter) -> None:
        work = self.work
        if not work.apply(wanted):
            self.notice.say(_("no segment passes this filter"), "attention")
            return
        self.segments.show(work.shown, highest=len(work.all))
        self.notice.say(_("all segments are shown") if wanted.empty else _("Esc shows all segments again"))
        self.show_bar()
        if work.current in work.shown:
            self.segments.go(work.current)
        else:
            self.go(work.shown[0])

    def action_find(self) -> None:
        """Find and replace."""
        from govpub.editor.find_dialog import FindDialog  # noqa: PLC0415

        self.keep()
        FindDialog(self.work).open(self, self._found)

    def _found(self, outcome: tuple[str, str] | None) -> None:
        """Go to what was found, or show what was replaced."""
        self.catch_up()
        self.work.forget_progress()
        if outcome is not None:
            id_, told = outcome
            if id_ in self.work.number:
                self.work.current = id_
            self.show_segment()
            self.notice.say(told)

    # Others

    def look_underneath(self) -> None:
        """Take in what others wrote, and say so."""
        work = self.work
        changed = work.desk.refresh()
        if work.desk.restored():
            told = _("the folder .govpub was removed; what you typed and did stands in a new one")
            self.notice.say(told, "attention")
        self._tell_trouble()
        if not changed and not work.stale:
            return
        work.forget_progress()
        before = work.current
        work.renew()
        self.segments.show(work.shown, highest=len(work.all))
        told = ngettext(
            "{count} segment was changed by others", "{count} segments were changed by others", len(changed)
        )
        if changed:
            self.notice.say(told.format(count=len(changed)), "attention")
        if work.current != before or (before in changed and not work.dirty):
            self.show_segment()
        else:
            self.segments.go(work.current)
            self.show_bar()
            self.show_state()
            self._settle_clash()

    def _tell_trouble(self) -> None:
        trouble = self.work.desk.trouble
        if trouble is not None:
            self.notice.say(f"{trouble.message}; {trouble.hint}" if trouble.hint else trouble.message, "error")
