"""The desk's screen: what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from govpub.editor.keys import DESK_KEYS
from govpub.editor.showing import Showing
from govpub.editor.work import Filter, next_placeholder
from govpub.errors import GovpubError
from govpub.messages import _, ngettext
from govpub.model.segment import State
from govpub.workflow.desk import Clash

if TYPE_CHECKING:
    from collections.abc import Callable

    from govpub.editor.list_view import SegmentList
    from govpub.editor.panes import Chooser
    from govpub.workflow.desk import Confirmed, Step

__all__ = ["DeskScreen"]


class DeskScreen(Showing):
    """The screen on which an article is translated."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(name, key.action, key.help, show=False) for key in DESK_KEYS for name in key.keys
    ]

    def on_mount(self) -> None:
        """Say what an earlier session left."""
        super().on_mount()
        restored = len(self.work.restored)
        if restored:
            told = ngettext(
                "{count} text that was typed and not saved is offered again; Enter saves it",
                "{count} texts that were typed and not saved are offered again (marked *); Enter saves one",
                restored,
            )
            self.notice.say(told.format(count=restored), "warning")
        else:
            self.notice.say(_("F1 shows all keys"))
        self._tell_trouble()

    # Moving

    def go(self, id_: str) -> None:
        """Make another segment the current one; what was typed in this one is kept."""
        if id_ == self.work.current:
            return
        self.keep()
        self.work.current = id_
        self.show_segment()
        self._settle_clash()

    def action_step(self, steps: int) -> None:
        """Go to another segment."""
        self.go(self.work.step(steps))

    def action_next_open(self) -> None:
        """Go to the next open segment."""
        following = self.work.next_open()
        if following is None:
            self.notice.say(_("no other segment is open"))
        else:
            self.go(following)

    def on_segment_list_chosen(self, event: SegmentList.Chosen) -> None:
        """Go to what was chosen in the list."""
        self.target.focus()
        self.go(event.id)

    def action_list(self) -> None:
        """Choose in the list."""
        self.remove_class("-article")
        self.segments.focus()

    def action_view(self) -> None:
        """Show the article in place of the list, or the list again."""
        self.toggle_class("-article")
        self.call_after_refresh(self.show_article)

    def action_back(self) -> None:
        """Go back to the translation; from there, end the filter."""
        if not self.target.has_focus:
            self.target.focus()
            self.show_offers()
        elif not self.work.filter.empty:
            self._apply(Filter())
        else:
            self.notice.say("")

    # Saving

    def action_confirm(self) -> None:
        """Save, and go to the next open segment."""
        if self._save():
            following = self.work.next_open()
            if following is not None:
                self.go(following)
            elif self.work.done == len(self.work.all):
                self.notice.say(
                    _("all segments are translated; F8 marks them as reviewed, Ctrl+Q leaves"), "translated"
                )

    def action_save(self) -> None:
        """Save, and stay."""
        self._save()

    def _save(self) -> bool:
        work = self.work
        text = self.target.text
        unit = work.unit
        if text == unit.target and (unit.state.final or not text):
            return True
        return self._do(
            lambda: work.desk.confirm(work.current, text, origin=work.origin_of(text)),
            _("saved") if text else _("saved: the translation is taken away"),
        )

    def action_review(self) -> None:
        """Save as reviewed and go on; or take the review back."""
        work, id_ = self.work, self.work.current
        text = self.target.text
        if not text:
            self.notice.say(_("there is no translation to review"), "warning")
        elif work.unit.state is State.REVIEWED and not work.dirty:
            self._do(lambda: work.desk.unreview(id_), _("the review is taken back"))
        elif self._do(lambda: self._reviewed(id_, text), _("saved as reviewed")):
            following = work.next_open(reviewing=True)
            if following is not None:
                self.go(following)
            else:
                self.notice.say(_("all segments are reviewed; Ctrl+Q leaves"), "reviewed")

    def _reviewed(self, id_: str, text: str) -> Confirmed | Clash:
        work = self.work
        if work.dirty:
            return work.desk.confirm(id_, text, reviewed=True, origin=work.origin_of(text))
        return work.desk.review(id_)

    def action_fuzzy(self) -> None:
        """Mark as fuzzy."""
        work = self.work
        if not self.target.text:
            self.notice.say(_("there is no translation to mark"), "warning")
        elif not work.dirty or self._save():
            self._do(lambda: work.desk.mark_fuzzy(work.current), _("marked as fuzzy"))

    def _do(self, act: Callable[[], Confirmed | Clash], told: str) -> bool:
        """Have the desk do something to the current segment; return whether it is on disk."""
        work, id_ = self.work, self.work.current
        try:
            done = act()
        except GovpubError as error:
            self.fail(error)
            return False
        if isinstance(done, Clash):
            self._settle_clash()
            return False
        work.forget_typing(id_)
        work.forget_progress()
        self.target.load(done.unit.target, work.history)
        self.notice.say(told)
        self.show_state()
        self.show_bar()
        self.segments.refresh()
        self.check()
        return True

    def fail(self, error: GovpubError) -> None:
        """Show an error and the way out; the text stays."""
        from govpub.editor.dialogs import MessageDialog  # noqa: PLC0415

        self.app.push_screen(MessageDialog(error))

    # Taking back

    def action_undo(self) -> None:
        """Take back what was typed, then what was saved."""
        if self.target.has_focus and self.target.undo():
            return
        self._take(self.work.desk.undo, _("taken back"), _("nothing is left to be taken back"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self.target.has_focus and self.target.redo():
            return
        self._take(self.work.desk.redo, _("done again"), _("nothing was taken back"))

    def _take(self, act: Callable[[], Step | None], told: str, nothing: str) -> None:
        self.keep()
        work = self.work
        saved = {unit.segment.id: unit.target for unit in work.desk.units}
        try:
            step = act()
        except GovpubError as error:
            self.fail(error)
            return
        if step is None:
            self.notice.say(nothing)
            return
        work.forget_progress()
        for id_ in step.ids:
            work.forget_typing(id_)
        if step.ids:
            work.current = step.ids[0]
        self.show_segment()
        typed = saved.get(work.current, "")
        if step.action == "confirm" and typed and act == work.desk.undo:
            # The sentence a person typed stays in the field: taken back is that it was saved.
            self.target.replace(typed)
        self.notice.say(f"{told}: {_told(step)}")
        self._settle_clash()

    # Inserting

    def action_source(self) -> None:
        """Put the source in place of the translation."""
        self.target.replace(self.work.unit.segment.text)

    def action_placeholder(self) -> None:
        """Insert the placeholder that is missing next."""
        found = next_placeholder(self.work.unit.segment.text, self.target.text, self.target.selected)
        if found is None:
            self.notice.say(_("no placeholder is missing"))
        else:
            before, after = found
            self.target.put_around(before, after)

    def action_term(self, number: int) -> None:
        """Insert the rendering of a term."""
        if number > len(self.terms) or not self.terms[number - 1].renderings:
            self.notice.say(_("there is no term {number}").format(number=number))
        else:
            self._insert(self.terms[number - 1].renderings[0])

    def _insert(self, text: str) -> None:
        """Insert words, with a space where the language has one between words."""
        before = self.target.text[: self.target.cursor - len(self.target.selected)][-1:]
        joint = self.work.desk.target.joint
        self.target.put(joint + text if joint and before.isalnum() else text)

    def action_match(self, number: int) -> None:
        """Put a match in place of the translation."""
        if number > len(self.matches):
            self.notice.say(_("there is no match {number}").format(number=number))
            return
        match = self.matches[number - 1]
        self.target.replace(match.text)
        self.work.inserted[self.work.current] = (match.text, origin_of(match))
        if match.vetoes:
            told = "; ".join(veto.message for veto in match.vetoes)
            self.notice.say(_("look: {what}").format(what=told), "warning")

    def action_offers(self) -> None:
        """Choose among the offers."""
        if self.offers.count:
            self.show_offers(every=True)
            self.offers.focus()
        else:
            self.notice.say(_("there is no match and no term for this segment"))

    def on_chooser_chosen(self, event: Chooser.Chosen) -> None:
        """Insert the offer that was chosen."""
        self.target.focus()
        number = event.number + 1
        if number <= len(self.matches):
            self.action_match(number)
        else:
            self._insert(self.inserting[number - len(self.matches) - 1])
        self.show_offers()

    # Dialogs

    def action_help(self) -> None:
        """Show all keys."""
        from govpub.editor.dialogs import HelpDialog  # noqa: PLC0415

        self.app.push_screen(HelpDialog())

    def action_note(self) -> None:
        """Leave a note."""
        from govpub.editor.dialogs import NoteDialog  # noqa: PLC0415

        work, id_ = self.work, self.work.current

        def leave(text: str | None) -> None:
            if text:
                self._annotate(lambda: work.desk.note(id_, text))

        self.app.push_screen(NoteDialog(), leave)

    def _annotate(self, act: Callable[[], Confirmed | Clash]) -> None:
        try:
            act()
        except GovpubError as error:
            self.fail(error)
            return
        self.notice.say(_("the note is saved"))
        self.show_source()
        self.segments.refresh()

    def action_filter(self) -> None:
        """Choose which segments are shown."""
        from govpub.editor.filter_dialog import FilterDialog  # noqa: PLC0415

        self.app.push_screen(
            FilterDialog(self.work), lambda wanted: self._apply(wanted) if wanted is not None else None
        )

    def _apply(self, wanted: Filter) -> None:
        work = self.work
        if not work.apply(wanted):
            self.notice.say(_("no segment passes this filter"), "warning")
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
        self.app.push_screen(FindDialog(self.work), self._found)

    def _found(self, outcome: tuple[str, str] | None) -> None:
        """Go to what was found, or show what was replaced."""
        self.work.forget_progress()
        if outcome is not None:
            id_, told = outcome
            if id_:
                self.work.current = id_
            self.show_segment()
            self.notice.say(told)

    def action_leave(self) -> None:
        """Leave; what is typed is kept."""
        self.keep()
        self.app.exit()

    # Others

    def look_underneath(self) -> None:
        """Take in what others wrote, and say so."""
        work = self.work
        changed = work.desk.refresh()
        self._tell_trouble()
        if not changed:
            return
        work.forget_progress()
        before = work.current
        work.renew()
        self.segments.show(work.shown, highest=len(work.all))
        told = ngettext(
            "{count} segment was changed by others", "{count} segments were changed by others", len(changed)
        )
        self.notice.say(told.format(count=len(changed)), "warning")
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

    def _settle_clash(self) -> None:
        """Have a person choose where somebody else changed the same segment."""
        work = self.work
        clash = work.desk.clashes.get(work.current)
        if clash is None or self.app.screen is not self:
            return
        from govpub.editor.dialogs import ClashDialog  # noqa: PLC0415

        self.app.push_screen(ClashDialog(clash, work.desk.target), lambda text: self._settled(clash, text))

    def _settled(self, clash: Clash, text: str | None) -> None:
        if text is None:
            return
        work = self.work
        if work.current == clash.id and self._do(lambda: work.desk.settle(clash.id, text), _("settled and saved")):
            self.show_segment()


def origin_of(match: object) -> str:
    """Return what is recorded as the origin of a text that was taken from a match."""
    from govpub.memory import Match  # noqa: PLC0415

    assert isinstance(match, Match)
    article = match.entry.article
    return f"memory {match.score:.0f}" + (f" -- {article}" if article else "")


def _told(step: Step) -> str:
    names = {
        "confirm": _("a saved translation"),
        "settle": _("a settled translation"),
        "replace": _("a replacement"),
        "fuzzy": _("the mark fuzzy"),
        "review": _("a review"),
        "unreview": _("a review that was taken back"),
        "note": _("a note"),
        "unnote": _("a note that was taken away"),
    }
    return names[step.action]
