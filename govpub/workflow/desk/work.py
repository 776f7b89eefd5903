"""Changing the catalog so that nothing is lost: neither what is typed here nor what others wrote there."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.errors import GovpubError
from govpub.model.segment import Signature
from govpub.workflow.desk.change import Change, fingerprint, part_of
from govpub.workflow.desk.drafts import Draft
from govpub.workflow.desk.edits import confirmed
from govpub.workflow.desk.history import Done
from govpub.workflow.desk.results import Clash, Confirmed, Step
from govpub.workflow.disk import failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from govpub.model.segment import Unit
    from govpub.po import PoEntry
    from govpub.workflow.desk.catalog_file import CatalogFile, Written
    from govpub.workflow.desk.opening import Papers
    from govpub.workflow.desk.results import Action

__all__ = ["Topic", "Work"]

Topic: TypeAlias = Literal["drafts", "steps", "files", "memory"]
"""What may not work while the desk goes on."""


class Work:
    """What one person changes in one article: the catalog, the drafts, the steps."""

    def __init__(self, catalog: CatalogFile, papers: Papers, person: str, clock: Callable[[], datetime]) -> None:
        """Begin with an article that was just opened, and what earlier sessions left."""
        self.catalog = catalog
        self.drafts, self.history = papers.drafts, papers.history
        self.troubles: dict[Topic, GovpubError | None] = {"drafts": papers.trouble}
        """What does not work at the moment, and why."""
        self._underneath: dict[str, None] = {}
        self._person, self._clock = person, clock
        self._begun: dict[str, str] = {}
        """The fingerprint of what stood there when the person began with a segment."""
        self._shown: dict[str, str] = {}
        """The fingerprint of theirs, as a clash about a segment showed it."""
        for id_, draft in tuple(self.drafts.kept.items()):
            unit = catalog.unit(id_)
            if unit is not None and unit.state.final and unit.target == draft.text:
                self.drop(id_)  # the last session was killed when it had confirmed it

    def signature(self) -> Signature:
        """Return who works here, and the time."""
        return Signature(self._person, self._clock())

    def notice(self, changed: Iterable[str]) -> None:
        """Note segments that others changed."""
        self._underneath |= dict.fromkeys(changed)

    def noticed(self) -> tuple[str, ...]:
        """Return the segments that were noted since the last call."""
        changed = tuple(self._underneath)
        self._underneath.clear()
        return changed

    def begin(self, id_: str) -> None:
        """Note that the person sees the entry as it is now."""
        self._begun[id_] = self._fingerprint(id_)

    def keep(self, id_: str, text: str, source: str) -> None:
        """Keep a draft of a segment."""
        self._keep(Draft(id=id_, text=text, source=source, seen=self._seen(id_)))

    def drop(self, id_: str) -> None:
        """Forget the draft of a segment; what stands there now is what the person goes on from."""
        self._try("drafts", lambda: self.drafts.drop(id_))
        self._shown.pop(id_, None)
        if self.catalog.unit(id_) is not None:
            self.begin(id_)

    @property
    def clashes(self) -> Mapping[str, Clash]:
        """Return the drafts that were begun on another translation than stands there now."""
        found = {}
        for id_, draft in self.drafts.kept.items():
            unit = self.catalog.unit(id_)
            if unit is not None and draft.text != unit.target and draft.seen != self._fingerprint(id_):
                found[id_] = self._clash(unit, draft.text)
                # Who settles a clash may have been shown an earlier one than this.
                self._shown.setdefault(id_, found[id_].mark)
        return found

    def clash(self, unit: Unit, mine: str) -> Clash:
        """Return the clash of a text with what stands there now, which the person is shown."""
        clash = self._clash(unit, mine)
        self._shown[clash.id] = clash.mark
        return clash

    def confirm(self, unit: Unit, text: str, *, review: bool = False, origin: str = "") -> Confirmed | Clash:
        """Write a translation, or find that somebody else did; see `Desk.confirm`."""
        return self._confirm("confirm", unit, text, review=review, origin=origin)

    def settle(self, unit: Unit, text: str, clash: Clash | None) -> Confirmed | Clash:
        """Write a translation in place of the one that a clash showed; see `Desk.settle`."""
        id_ = unit.segment.id
        last = self._shown.pop(id_, None) or self._fingerprint(id_)
        shown = clash.mark if clash is not None else last
        self._begun[id_] = shown
        self._keep(Draft(id=id_, text=text, source=unit.segment.text, seen=shown))
        return self._confirm("settle", unit, text)

    def alter(self, action: Action, unit: Unit, edit: Callable[[PoEntry], PoEntry]) -> Confirmed | Clash:
        """Write an entry that was edited as it stands; see `Desk.review`."""
        id_ = unit.segment.id
        entry = self.catalog.entry(id_)
        change = self.change(id_, entry, edit(entry))
        judged = action in {"review", "fuzzy"}
        if judged and self._begun.get(id_, self._fingerprint(id_)) != self._fingerprint(id_):
            return self.clash(unit, unit.target)
        step = self.do(action, [change])
        return step.clashes[0] if step.clashes else Confirmed(self._now(unit))

    def sync(self) -> None:
        """Have the steps on the disk itself, and what somebody removed underneath there again."""
        self._try("steps", self.history.sync)
        if self.drafts.missing:
            self._try("drafts", self.drafts.restore)

    def change(self, id_: str, before: PoEntry, after: PoEntry) -> Change:
        """Return the change from one entry to another."""
        return Change(id=id_, source=before.msgid, before=part_of(before), after=part_of(after))

    def do(self, action: Action, changes: Sequence[Change], late: Sequence[Clash] = ()) -> Step:
        """Write changes as one step that can be taken back; those that others are in the way of become clashes."""
        step = Done(action=action, time=self._clock(), changes=tuple(changes))
        if not changes or all(change.before == change.after for change in changes):
            return Step(action=action, ids=(), time=step.time, clashes=tuple(late))
        self._try("steps", lambda: self.history.begin(step))
        try:
            written = self.catalog.write(changes)
        except GovpubError:
            # The disk may have refused when the new catalog stood there already.
            self._try("steps", lambda: self.history.finish(self._happened(changes)))
            raise
        ids = tuple(change.id for change in written.done)
        self._try("steps", lambda: self.history.finish(ids))
        self._follow(written)
        refused = [self._refused(change) for change in written.refused]
        return Step(action=action, ids=ids, time=step.time, clashes=(*late, *refused))

    def again(self, step: Done, changes: Sequence[Change], noted: Callable[[], None]) -> Step:
        """Write the changes of a step once more, or take them back."""
        written = self.catalog.write(changes, strict=True)
        self._try("steps", noted)
        self._follow(written)
        clashes = tuple(self._refused(change) for change in written.refused if self.catalog.unit(change.id))
        return Step(
            action=step.action,
            ids=tuple(change.id for change in written.done),
            time=step.time,
            clashes=clashes,
            gone=tuple(change.id for change in written.refused if not self.catalog.unit(change.id)),
        )

    def _confirm(
        self, action: Action, unit: Unit, text: str, *, review: bool = False, origin: str = ""
    ) -> Confirmed | Clash:
        id_, entry = unit.segment.id, self.catalog.entry(unit.segment.id)
        try:
            renewed = confirmed(entry, text, self.signature(), origin=origin, review=review)
            change = self.change(id_, entry, renewed)
            if self._seen(id_) != self._fingerprint(id_) and change.before.translation != change.after.translation:
                self.keep(id_, text, unit.segment.text)
                return self.clash(unit, text)
            step = self.do(action, [change])
        except GovpubError:
            self.keep(id_, text, unit.segment.text)
            raise
        if step.clashes:
            return step.clashes[0]
        self.drop(id_)
        return Confirmed(self._now(unit))

    def _happened(self, changes: Iterable[Change]) -> list[str]:
        """Return the segments whose change is on disk, after a save that failed."""
        with contextlib.suppress(GovpubError):
            self.notice(self.catalog.reread())
        return [change.id for change in changes if self.catalog.holds(change)]

    def _clash(self, unit: Unit, mine: str) -> Clash:
        return Clash(
            id=unit.segment.id,
            mine=mine,
            theirs=unit.target,
            theirs_state=unit.state,
            theirs_by=unit.translator or unit.reviewer,
            mark=self._fingerprint(unit.segment.id),
        )

    def _refused(self, change: Change) -> Clash:
        """Return the clash, and keep our text where it is one."""
        unit = self.catalog.unit(change.id)
        mine = change.after.target
        if change.after.translation != change.before.translation:
            self._keep(Draft(id=change.id, text=mine, source=change.source, seen=fingerprint(change.before)))
        assert unit is not None, "others cannot take a segment out of the article; the catalog is carried over"
        return self.clash(unit, mine)

    def _follow(self, written: Written) -> None:
        """Have what is being typed on top of what this person changed go on."""
        self.notice(written.underneath)
        for change in written.done:
            old, new = fingerprint(change.before), fingerprint(change.after)
            if self._begun.get(change.id) == old:
                self._begun[change.id] = new
            draft = self.drafts.kept.get(change.id)
            if draft is not None and draft.seen == old:
                self._keep(Draft(id=draft.id, text=draft.text, source=draft.source, seen=new))

    def _now(self, unit: Unit) -> Unit:
        return self.catalog.unit(unit.segment.id) or unit

    def _fingerprint(self, id_: str) -> str:
        return fingerprint(part_of(self.catalog.entry(id_)))

    def _draft_seen(self, id_: str) -> str | None:
        draft = self.drafts.kept.get(id_)
        return draft.seen if draft is not None else None

    def _seen(self, id_: str) -> str:
        """Return the fingerprint of what the person's text was begun on."""
        drafted = self._draft_seen(id_)
        if drafted is not None:
            return drafted
        begun = self._begun.get(id_)
        if begun is not None:
            return begun
        return self._fingerprint(id_) if self.catalog.unit(id_) is not None else ""

    def _keep(self, draft: Draft) -> None:
        self._try("drafts", lambda: self.drafts.keep(draft))

    def _try(self, topic: Topic, write: Callable[[], None]) -> None:
        """Write to a journal; what cannot be written now is kept in memory, and said."""
        try:
            write()
        except OSError as error:
            # That there is no folder says less than why it could not be made.
            if not (isinstance(error, FileNotFoundError) and self.troubles.get(topic)):
                self.troubles[topic] = failure(self.drafts.path, error)
        except GovpubError as error:
            self.troubles[topic] = error
        else:
            self.troubles[topic] = None
