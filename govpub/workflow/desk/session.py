"""The translator's desk: everything the editor does, without a screen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from govpub.catalog.records import records_of, with_note, without_note, without_review
from govpub.errors import ConflictError, GovpubError, Position
from govpub.messages import _
from govpub.model.length import length_of
from govpub.workflow import storage
from govpub.workflow.desk import edits, text_search
from govpub.workflow.desk.catalog_file import same, stamp_of
from govpub.workflow.desk.change import part_of
from govpub.workflow.desk.offers import best
from govpub.workflow.desk.opening import open_papers, opened
from govpub.workflow.desk.overview import chosen, next_open, progress_of
from govpub.workflow.desk.results import Clash, Confirmed
from govpub.workflow.desk.sight import MOST_MATCHES, Sight
from govpub.workflow.desk.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from govpub.catalog.records import Note
    from govpub.locales import Locale
    from govpub.memory import Match
    from govpub.model.article import Article
    from govpub.model.finding import Finding
    from govpub.model.segment import State, Unit
    from govpub.po import PoEntry
    from govpub.workflow.desk.catalog_file import Stamp
    from govpub.workflow.desk.change import Change
    from govpub.workflow.desk.opening import Opened
    from govpub.workflow.desk.overview import FindingFilter
    from govpub.workflow.desk.results import Action, Hit, Progress, Replacement, Side, Step, TermOffer

__all__ = ["Desk", "open_desk"]


def open_desk(path: Path, *, person: str, clock: Callable[[], datetime]) -> Desk:
    """Open an article for a person; its catalog is made, or carried over, as `govpub translate` does.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
        MachineError: the disk or its permissions did not allow it.
    """
    return Desk(path, person=person, clock=clock)


class Desk:
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

    def __init__(self, path: Path, *, person: str, clock: Callable[[], datetime]) -> None:
        """Sit down; see `open_desk`."""
        self.person = person
        self._clock = clock
        self._opened = opened(path)
        self._papers = open_papers(self._opened, person)
        self._work = Work(self._opened.catalog, self._papers, person, clock)
        self._sight = self._look(self._opened)
        self._sources = {unit.segment.id: unit.segment.text for unit in self.units}
        """The texts of all segments that the article had in this session."""
        self._words: dict[str, int] = {}
        self._stamp: Stamp = None
        """What the article's file was when it was compared last."""

    def close(self) -> None:
        """Let go of the journals; drafts stay for the next session."""
        self._sight.close()
        self._work.sync()
        for journal in self._papers.journals:
            journal.close()

    # What stands there

    @property
    def article(self) -> Article:
        """Return the article."""
        return self._opened.article

    @property
    def source(self) -> Locale:
        """Return the language it is written in."""
        return self.article.locale

    @property
    def target(self) -> Locale:
        """Return the language it is translated into."""
        return self._opened.target

    @property
    def catalog_path(self) -> Path:
        """Return where its catalog stands."""
        return self._work.catalog.path

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return all units as they are on disk, in order."""
        return self._work.catalog.units

    def unit(self, id_: str) -> Unit:
        """Return one unit as it is on disk.

        Raises:
            ConflictError: the article has no such segment (any more).
        """
        unit = self._work.catalog.unit(id_)
        if unit is None:
            raise ConflictError(_("the article has no such segment any more"), at=Position(self._opened.path))
        return unit

    @property
    def progress(self) -> Progress:
        """Return how far the article is."""
        for id_ in self._sources.keys() - self._words.keys():
            self._words[id_] = length_of(self._sources[id_])
        return progress_of(self.units, self._words)

    @property
    def trouble(self) -> GovpubError | None:
        """Return what does not work at the moment, while the desk goes on; None where all does.

        Drafts and steps that cannot be written are kept in memory meanwhile, and written as soon as that is possible;
        files that cannot be read are read later; of the memory, nothing is offered or filled in.
        """
        return next((error for error in self._work.troubles.values() if error is not None), None)

    def notes(self, id_: str) -> tuple[Note, ...]:
        """Return the notes to the next person that stand at a segment."""
        return records_of(self._work.catalog.entry(self.unit(id_).segment.id)).notes

    def refresh(self) -> tuple[str, ...]:
        """Take in what others wrote; return the segments that it changed, brought or took away, since the last call.

        Costs two looks at file times where nothing has changed. Never raises: files that cannot be read now, perhaps
        because somebody is writing them, are read next time, and `trouble` says so.
        """
        self._work.sync()
        try:
            self._work.notice(self._reopen() if self._article_changed() else self._work.catalog.reread())
        except GovpubError as error:
            self._work.troubles["files"] = error
        else:
            self._work.troubles["files"] = None
        return self._work.noticed()

    # What is typed

    @property
    def drafts(self) -> Mapping[str, str]:
        """Return what was typed and not confirmed, by segment."""
        units = self._work.catalog
        return {id_: draft.text for id_, draft in self._work.drafts.kept.items() if units.unit(id_) is not None}

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
        return self._alter("unreview", id_, without_review)

    def mark_fuzzy(self, id_: str) -> Confirmed | Clash:
        """Have somebody look at the translation again."""
        return self._alter("fuzzy", id_, edits.made_fuzzy)

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
        """Take the last step back; None where none is left. What somebody else changed since stands, and is a clash."""
        self._catch_up()
        step = self._work.history.undo()
        if step is None:
            return None
        return self._work.again(step, [change.reversed() for change in step.changes], self._work.history.undid)

    def redo(self) -> Step | None:
        """Do again what was taken back last; None where nothing was, or something was done since. Else as `undo`."""
        self._catch_up()
        step = self._work.history.redo()
        return self._work.again(step, step.changes, self._work.history.redid) if step is not None else None

    # What helps

    def terms(self, id_: str) -> tuple[TermOffer, ...]:
        """Return the terms in the source, in order, each sense one."""
        return self._sight.terms(self.unit(id_).segment.text)

    def matches(self, id_: str) -> tuple[Match, ...]:
        """Return translations of what resembles the source, the best first, with score, difference and vetoes.

        From the memory, and from this article: of other segments (origin `offers.HERE`), of texts that the article no
        longer has (`OBSOLETE`), and what was typed for such (`DRAFT`). A memory that cannot be read is `trouble`.
        """
        units, place = self._at(id_)
        gone = [draft for draft in self._work.drafts.kept.values() if self._work.catalog.unit(draft.id) is None]
        found = self._sight.matches(units, place, gone)
        try:
            found += self._sight.remembered(units, place)
            self._work.troubles["memory"] = None
        except GovpubError as error:
            self._work.troubles["memory"] = error
        return best(found, MOST_MATCHES)

    def findings(self, id_: str, text: str) -> tuple[Finding, ...]:
        """Return what the checks find in one unit as it would be, confirmed, with this text; a few milliseconds.

        Of the other units it knows what `prepare` has read, or earlier calls. In an article of more than
        `findings.LIVE` units, rules that see the whole document are left to `all_findings`.
        """
        self.unit(id_)
        return self._sight.findings(self.units, id_, text)

    def prepare(self, seconds: float) -> bool:
        """Read and check the units for so long; return whether all are. To be called while nobody types."""
        return self._sight.prepare(self.units, seconds)

    def all_findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """Return what the checks find in each unit, as it is on disk, that has findings.

        What was not prepared is checked now: half a second for 500 segments.
        """
        return self._sight.all_findings(self.units)

    def search(
        self,
        text: str,
        *,
        side: Side | None = None,
        case: bool = False,
        regex: bool = False,
    ) -> tuple[Hit, ...]:
        """Return where a text stands in the sources, the translations, or (`side=None`) both.

        Raises:
            UsageError: `regex`, and it is no regular expression, or one that takes too long.
        """
        sides = (side,) if side is not None else text_search.BOTH_SIDES
        return text_search.hits(self.units, text, sides=sides, case=case, regex=regex)

    def preview_replacement(
        self, hits: Iterable[Hit], replacement: str, *, regex: bool = False
    ) -> tuple[Replacement, ...]:
        """Return the translations with their hits replaced, for `replace`; hits in sources stay out of it.

        Raises:
            UsageError: `regex`, and the replacement names a group that there is not.
        """
        units = {unit.segment.id: unit for unit in self.units}
        return text_search.replacements(units, hits, replacement, regex=regex)

    def filtered(
        self, states: Collection[State] = (), *, finding: FindingFilter = None, text: str = ""
    ) -> tuple[str, ...]:
        """Return the segments in one of these states (in any where there is none) that have a finding and a text.

        `finding` is the name of a rule or a family, or True for any. The text stands in source or target, in
        whatever case.
        """
        found = self.all_findings() if finding is not None else {}
        among = {hit.id for hit in self.search(text)} if text else None
        return chosen(self.units, states=states, among=among, finding=finding, found=found)

    def next_open(self, after: str | None = None, *, back: bool = False) -> str | None:
        """Return the next segment (or with `back` the one before) that is not translated, or fuzzy; None where all are.

        The search goes on at the other end; after the last one comes the first.
        """
        return next_open(self.units, after, back=back)

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

    def _at(self, id_: str) -> tuple[tuple[Unit, ...], int]:
        """Return all units, and the place among them of a segment that the article has."""
        self.unit(id_)
        units = self.units
        return units, next(place for place, unit in enumerate(units) if unit.segment.id == id_)

    def _remembered(self, outcome: Confirmed | Clash) -> Confirmed | Clash:
        """Fill the memory with what was confirmed; that it is on disk does not depend on it."""
        if isinstance(outcome, Confirmed):
            try:
                self._sight.remember(*self._at(outcome.unit.segment.id))
                self._work.troubles["memory"] = None
            except GovpubError as error:
                self._work.troubles["memory"] = error
        return outcome

    def _look(self, found: Opened) -> Sight:
        return Sight(found, self._clock().astimezone(found.project.zone).date())

    def _article_changed(self) -> bool:
        stamp = stamp_of(self._opened.path)
        if stamp is not None and stamp == self._stamp:
            return False
        if storage.read(self._opened.path).content != self._opened.content:
            return True
        self._stamp = stamp
        return False

    def _reopen(self) -> tuple[str, ...]:
        """Read the article again, which somebody changed; return the segments that are other ones now."""
        before = {unit.segment.id: unit for unit in self.units}
        found = opened(self._opened.path)
        sight = self._look(found)
        self._sight.close()
        self._opened, self._sight, self._work.catalog = found, sight, found.catalog
        after = {unit.segment.id: unit for unit in self.units}
        self._sources |= {id_: unit.segment.text for id_, unit in after.items()}
        self._words.clear()
        changed = [id_ for id_, unit in after.items() if id_ not in before or not same(unit, before[id_])]
        return (*changed, *(id_ for id_ in before if id_ not in after))
