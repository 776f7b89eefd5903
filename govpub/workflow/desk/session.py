"""The translator's desk: everything the editor does, without a screen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from govpub.catalog.records import with_note, without_note, without_review
from govpub.errors import ConflictError, GovpubError
from govpub.messages import _
from govpub.workflow.desk import edits
from govpub.workflow.desk.change import part_of
from govpub.workflow.desk.looking import Looking
from govpub.workflow.desk.results import Clash, Confirmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from govpub.model.segment import Unit
    from govpub.po import PoEntry
    from govpub.workflow.desk.change import Change
    from govpub.workflow.desk.results import Action, Replacement, Step

__all__ = ["Desk", "open_desk"]


def open_desk(path: Path, *, person: str, clock: Callable[[], datetime]) -> Desk:
    """Open an article for a person; its catalog is made, or carried over, as `govpub translate` does.

    `clock` gives the time, with its zone, that translations and reviews are signed with.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
        MachineError: the disk or its permissions did not allow it.
        UsageError: it is no article, or a link leads the journals out of the workspace.
    """
    return Desk(path, person=person, clock=clock)


class Desk(Looking):
    """One person's work on the translation of one article.

    What is confirmed is on disk when the call returns; what is typed is kept as a draft, and offered by the next
    session. What others write underneath is merged by entry; where both changed the same, both texts are kept, theirs
    in the catalog and mine as a draft, and `clashes` has them until `settle`. Not for several threads at a time.

    Whatever writes the catalog raises
        InputError: the text cannot be saved, or the article has no such segment (any more);
        CatalogError: somebody else left the catalog broken;
        MachineError: the disk or its permissions did not allow it:
    then nothing is written, and a text that was to be confirmed is a draft.
    """

    # What is typed

    @property
    def drafts(self) -> Mapping[str, str]:
        """Return what was typed and not confirmed, by segment."""
        units = self._work.catalog
        return {id_: draft.text for id_, draft in self._work.drafts.kept.items() if units.unit(id_) is not None}

    @property
    def unkept(self) -> tuple[str, ...]:
        """Return the drafts that are in memory only: they end with this process; `trouble` says why."""
        return tuple(draft.text for draft in self._work.drafts.unwritten.values())

    def begin(self, id_: str) -> Unit:
        """Return a unit whose text a person sees from now on: what others change later clashes with a confirmation."""
        unit = self.unit(id_)
        self._work.begin(id_)
        return unit

    def keep_draft(self, id_: str, text: str) -> None:
        """Keep what stands in the field; a process that is killed after this has lost nothing.

        Where it is what stands on disk there is no draft. Never raises: where it cannot be written, `trouble` says why.
        """
        unit = self._work.catalog.unit(id_)
        if unit is not None and text == unit.target:
            self._work.drop(id_)
        elif id_ in self._sources:
            self._work.keep(id_, text, self._sources[id_])

    def drop_draft(self, id_: str) -> None:
        """Forget what was typed for a segment."""
        self._work.drop(id_)

    @property
    def clashes(self) -> Mapping[str, Clash]:
        """Return the segments that this person and somebody else changed, until they are settled."""
        return self._work.clashes

    # What changes the catalog

    def confirm(self, id_: str, text: str, *, reviewed: bool = False, origin: str = "") -> Confirmed | Clash:
        """Have a translation on disk, synced, before returning; no text takes the translation away.

        Where somebody else changed the entry since the person began with it, theirs stands, and this is a clash.
        `origin` says where a text came from that the person took as it was: `memory 100`.
        """
        unit = self._unit_for(id_, text)
        return self._remembered(self._work.confirm(unit, text, review=reviewed, origin=origin))

    def settle(self, id_: str, text: str, shown: Clash | None = None) -> Confirmed | Clash:
        """End a clash: have this text on disk in place of theirs.

        `shown` is the clash that the person saw; where theirs has changed since, this is another one. Without it, the
        first one counts that was given since the last was settled.
        """
        return self._remembered(self._work.settle(self._unit_for(id_, text), text, shown))

    def review(self, id_: str) -> Confirmed | Clash:
        """Record that this person reviewed the translation as it stands; a fuzzy one is confirmed with that."""
        signature = self._work.signature()
        return self._remembered(self._alter("review", id_, lambda entry: edits.reviewed(entry, signature)))

    def unreview(self, id_: str) -> Confirmed | Clash:
        """Take the review away."""
        return self._remembered(self._alter("unreview", id_, without_review), taken_back=True)

    def mark_fuzzy(self, id_: str) -> Confirmed | Clash:
        """Have somebody look at the translation again."""
        return self._remembered(self._alter("fuzzy", id_, edits.made_fuzzy), taken_back=True)

    def note(self, id_: str, text: str) -> Confirmed | Clash:
        """Leave a note to the next person."""
        signature = self._work.signature()
        return self._alter("note", id_, lambda entry: with_note(entry, signature, text))

    def remove_note(self, id_: str, number: int) -> Confirmed | Clash:
        """Take one of the segment's `notes` away, counted from 0."""
        return self._alter("unnote", id_, lambda entry: without_note(entry, number))

    def replace(self, chosen: Iterable[Replacement]) -> Step:
        """Have these replacements on disk, as one step; what others changed since the preview is a clash."""
        self._catch_up()
        signature = self._work.signature()
        changes: list[Change] = []
        late: list[Clash] = []
        for each in chosen:
            unit, entry = self.unit(each.id), self._work.catalog.entry(each.id)
            if part_of(entry).target == each.before:
                changes.append(self._work.change(each.id, entry, edits.reworded(entry, each.after, signature)))
            else:
                late.append(self._work.clash(unit, each.after))
        return self._work.do("replace", changes, late)

    def undo(self) -> Step | None:
        """Take the last step back; None where none is left.

        What somebody else changed since stands, and is a clash; what the article no longer has is `gone`.
        """
        self._catch_up()
        step = self._work.history.undo()
        if step is None:
            return None
        undone = self._work.again(step, [change.reversed() for change in step.changes], self._work.history.undid)
        self._remember(undone.ids, taken_back=True)
        return undone

    def redo(self) -> Step | None:
        """Do again what was taken back last; None where nothing was, or something was done since. Else as `undo`."""
        self._catch_up()
        step = self._work.history.redo()
        if step is None:
            return None
        redone = self._work.again(step, step.changes, self._work.history.redid)
        self._remember(redone.ids, taken_back=True)
        return redone

    def _alter(self, action: Action, id_: str, edit: Callable[[PoEntry], PoEntry]) -> Confirmed | Clash:
        self._catch_up()
        return self._work.alter(action, self.unit(id_), edit)

    def _catch_up(self) -> None:
        """Have the segments of the article as it is now, before its catalog is written.

        One that cannot be read, perhaps because somebody is writing it, changes nothing yet.
        """
        with contextlib.suppress(GovpubError):
            if self._article_changed():
                self._work.notice(self._reopen())

    def _unit_for(self, id_: str, text: str) -> Unit:
        """Return the unit that a text is to be confirmed for; where it is gone, the text is kept and offered."""
        self._catch_up()
        try:
            return self.unit(id_)
        except ConflictError as error:
            self.keep_draft(id_, text)
            error.hint = _("what you typed is kept, and offered at segments like it")
            raise

    def _remembered(self, outcome: Confirmed | Clash, *, taken_back: bool = False) -> Confirmed | Clash:
        if isinstance(outcome, Confirmed):
            self._remember((outcome.unit.segment.id,), taken_back=taken_back)
        return outcome

    def _remember(self, ids: Iterable[str], *, taken_back: bool = False) -> None:
        """Have the memory know what was changed, or `taken_back`; that it is on disk does not depend on it."""
        now = self._work.signature().time
        try:
            for id_ in ids:
                if self._work.catalog.unit(id_) is not None:
                    units, place = self._at(id_)
                    self._sight.remember(units, place)
                    if taken_back:
                        self._sight.withdraw(units, place, now)
            self._work.troubles["memory"] = None
        except GovpubError as error:
            self._work.troubles["memory"] = error
