"""The desk's screen: going from segment to segment, saving, and taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.editor.inserting import Inserting
from govpub.editor.offers_view import errors_first, finding_counts
from govpub.errors import GovpubError
from govpub.messages import _, ngettext
from govpub.model.segment import State
from govpub.workflow.desk import Clash

if TYPE_CHECKING:
    from collections.abc import Callable

    from govpub.editor.list_view import SegmentList
    from govpub.workflow.desk import Confirmed, Step

__all__ = ["Saving"]

AFTERWARDS = 0.05
"""Seconds after saving until what was saved is checked: the next segment comes first."""


class Saving(Inserting):
    """What is saved is on disk before another segment is shown; what cannot be saved stays in the field."""

    _told = ""
    """What was said of the segment that was saved last."""

    # Moving

    def go(self, id_: str) -> None:
        """Make another segment the current one; what was typed in this one is kept."""
        self.catch_up()
        if id_ == self.work.current or id_ not in self.work.number:
            return
        self.keep()
        self.work.current = id_
        self.notice.say("")
        self.show_segment()
        self._settle_clash()

    def action_step(self, steps: int) -> None:
        """Go to another segment."""
        self.catch_up()
        self.go(self.work.step(steps))

    def action_next_open(self) -> None:
        """Go to the next open segment."""
        self.catch_up()
        following = self.work.next_open()
        if following is None:
            self.notice.say(_("no other segment is open"))
        else:
            self.go(following)

    def on_segment_list_chosen(self, event: SegmentList.Chosen) -> None:
        """Go to what was chosen in the list."""
        self.target.focus()
        self.go(event.id)

    # Saving

    def action_confirm(self) -> None:
        """Save, and go to the next open segment."""
        self.catch_up()
        number, dirty = self.work.number[self.work.current], self._changed()
        if not self._save():
            return
        following = self.work.next_open()
        if following is not None:
            self.go(following)
            self._tell(_("saved: {number}").format(number=number) if dirty else "")
        elif self.work.progress.done == len(self.work.all):
            self.notice.say(_("all segments are translated; F8 marks them as reviewed, Ctrl+Q leaves"), "attention")

    def action_save(self) -> None:
        """Save, and stay."""
        self.catch_up()
        self._save()

    def _changed(self) -> bool:
        """Return whether there is something to save: another text, or one that is to be accepted as it is."""
        unit, text = self.work.unit, self.target.text
        return text != unit.target or (bool(text) and not unit.state.final)

    def _save(self) -> bool:
        """Have the text on disk, where that is not so already; return whether it is."""
        work, text = self.work, self.target.text
        if not self._changed():
            return True
        return self._do(
            lambda: work.desk.confirm(work.current, text, origin=work.origin_of(text)),
            _("saved") if text else _("saved: the translation is taken away"),
        )

    def action_review(self) -> None:
        """Save as reviewed and go on; or take the review back."""
        self.catch_up()
        self.take_typed()
        work, id_ = self.work, self.work.current
        text = self.target.text
        if not text:
            self.notice.say(_("there is no translation to review"), "attention")
        elif work.unit.state is State.REVIEWED and not work.dirty:
            self._do(lambda: work.desk.unreview(id_), _("the review is taken back"))
        elif self._do(lambda: self._reviewed(id_, text), _("saved as reviewed")):
            following = work.next_open(reviewing=True)
            if following is not None:
                self.go(following)
                self._tell(_("saved as reviewed: {number}").format(number=work.number[id_]))
            else:
                self.notice.say(_("all segments are reviewed; Ctrl+Q leaves"), "attention")

    def _reviewed(self, id_: str, text: str) -> Confirmed | Clash:
        work = self.work
        if work.dirty:
            return work.desk.confirm(id_, text, reviewed=True, origin=work.origin_of(text))
        return work.desk.review(id_)

    def action_fuzzy(self) -> None:
        """Mark as fuzzy."""
        self.catch_up()
        self.take_typed()
        work = self.work
        if not self.target.text:
            self.notice.say(_("there is no translation to mark"), "attention")
        elif not work.dirty or self._save():
            self._do(lambda: work.desk.mark_fuzzy(work.current), _("marked as fuzzy"))

    def _do(self, act: Callable[[], Confirmed | Clash], told: str) -> bool:
        """Have the desk do something to the current segment; return whether it is on disk."""
        work, id_ = self.work, self.work.current
        try:
            done = act()
        except GovpubError as error:
            self.catch_up()  # keys that were pressed before the message is shown find the segments that there are now
            self.fail(error)
            return False
        if isinstance(done, Clash):
            if id_ in work.desk.clashes:
                self._settle_clash()
            else:  # there is no text of ours to choose: a review waits until theirs has been read
                self.show_segment()
                self.notice.say(_("somebody else changed this segment: look at it again"), "attention")
            return False
        work.forget_typing(id_)
        work.forget_progress()
        self.target.load(done.unit.target, work.history)
        self._tell(told)
        self.show_state()
        self.show_bar()
        self.segments.refresh()
        self.set_timer(AFTERWARDS, lambda: self._check_saved(id_))
        self.catch_up()
        return id_ == work.current

    def _check_saved(self, id_: str) -> None:
        """Check what was just saved, once the next segment is shown; say beside the notice what is found."""
        work = self.work
        if id_ == work.current:
            self.check()
        elif id_ in work.number:
            text = work.desk.unit(id_).target
            work.findings[id_] = errors_first(self.asked(lambda: work.desk.findings(id_, text))) if text else ()
            self.segments.refresh()
        counts = " ".join(told.strip() for told, _style in finding_counts(work.findings.get(id_, ())))
        if counts and self.notice.text and self.notice.text == self._told:
            self.notice.say(_("{told}; findings: {counts}").format(told=self._told, counts=counts), "attention")

    def _tell(self, told: str) -> None:
        """Say what was saved; findings in it are added when they are known."""
        self._told = told
        self.notice.say(told)

    def action_leave(self) -> None:
        """Leave; what is typed is kept."""
        self.keep()
        self.stop_looking()
        self.app.exit()

    # What stands in the way

    def fail(self, error: GovpubError) -> None:
        """Show an error and the way out; the text stays."""
        from govpub.editor.dialogs import MessageDialog  # noqa: PLC0415

        MessageDialog(error).open(self)

    def _settle_clash(self) -> None:
        """Have a person choose where somebody else changed the same segment."""
        work = self.work
        clash = work.desk.clashes.get(work.current)
        if clash is None or self.app.screen is not self:
            return
        from govpub.editor.dialogs import ClashDialog  # noqa: PLC0415

        ClashDialog(clash, work.desk.target).open(self, lambda text: self._settled(clash, text))

    def _settled(self, clash: Clash, text: str | None) -> None:
        if text is None:
            return
        work = self.work
        if work.current == clash.id and self._do(
            lambda: work.desk.settle(clash.id, text, clash), _("settled and saved")
        ):
            self.show_segment()

    # Taking back

    def action_undo(self) -> None:
        """Take back what was typed, then what was saved."""
        if self.target.has_focus and self.target.undo():
            return
        self._take(self.work.desk.undo, (_("taken back"), _("not taken back")), _("nothing is left to be taken back"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self.target.has_focus and self.target.redo():
            return
        self._take(self.work.desk.redo, (_("done again"), _("not done again")), _("nothing was taken back"))

    def _take(self, act: Callable[[], Step | None], told: tuple[str, str], nothing: str) -> None:
        self.keep()
        work = self.work
        saved = {unit.segment.id: unit.target for unit in work.desk.units}
        try:
            step = act()
        except GovpubError as error:
            self.catch_up()
            self.fail(error)
            return
        self.catch_up()
        if step is None:
            self.notice.say(nothing)
            return
        work.forget_progress()
        for id_ in step.ids:
            work.forget_typing(id_)
        work.current = next((id_ for id_ in _segments(step) if id_ in work.number), work.current)
        self.show_segment()
        typed = saved.get(work.current, "")
        if step.action == "confirm" and typed and work.current in step.ids and act == work.desk.undo:
            # The sentence a person typed stays in the field: taken back is that it was saved.
            self.target.replace(typed)
        self.notice.say(*_outcome(step, *told))
        self._settle_clash()


def _segments(step: Step) -> tuple[str, ...]:
    """Return the segments that a step is about, those that it changed first."""
    return (*step.ids, *(clash.id for clash in step.clashes))


def _outcome(step: Step, done: str, left: str) -> tuple[str, str]:
    """Return what became of a step that was to be taken back or done again, and the style to say it in."""
    outcome = done if step.ids or not (step.clashes or step.gone) else left
    told = _("{outcome}: {step}").format(outcome=outcome, step=_told(step))
    if not step.gone:
        return told, ""
    why = ngettext(
        "{told} (its segment is no longer there)", "{told} ({count} segments are no longer there)", len(step.gone)
    )
    return why.format(told=told, count=len(step.gone)), "attention"


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
