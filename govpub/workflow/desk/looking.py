"""What a person sees of an article at the desk: nothing here writes, but to catch up with what others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.catalog.records import records_of
from govpub.errors import ConflictError, GovpubError, Position
from govpub.messages import _
from govpub.workflow import storage
from govpub.workflow.desk import text_search
from govpub.workflow.desk.catalog_file import same, stamp_of
from govpub.workflow.desk.offers import best
from govpub.workflow.desk.opening import open_papers, opened, signs_of
from govpub.workflow.desk.overview import chosen, next_open, progress_of
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
    from govpub.workflow.desk.catalog_file import Stamp
    from govpub.workflow.desk.opening import Opened
    from govpub.workflow.desk.overview import FindingFilter
    from govpub.workflow.desk.results import Hit, Progress, Replacement, Side, TermOffer

__all__ = ["Looking"]


class Looking:
    """An article, its units as they are on disk, and what helps to translate them."""

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
        self._stamp: Stamp = None
        """What the article's file was when it was compared last."""
        self._settings = signs_of(self._opened)
        """What govpub.toml and the glossaries were when they were read."""

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
        return progress_of(self.units)

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

        A glossary or setting that changed is taken in, too. Costs a look at the times of these files where none has.
        Never raises: files that cannot be read now, perhaps because somebody is writing them, are read next time, and
        `trouble` says so.
        """
        self._work.sync()
        try:
            stale = self._article_changed() or self._settings != signs_of(self._opened)
            self._work.notice(self._reopen() if stale else self._work.catalog.reread())
        except GovpubError as error:
            self._work.troubles["files"] = error
        else:
            self._work.troubles["files"] = None
        return self._work.noticed()

    def restored(self) -> bool:
        """Return whether somebody removed the journals underneath, and they were made anew, since the last call."""
        return self._work.history.restored()

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

    def _at(self, id_: str) -> tuple[tuple[Unit, ...], int]:
        """Return all units, and the place among them of a segment that the article has."""
        self.unit(id_)
        units = self.units
        return units, next(place for place, unit in enumerate(units) if unit.segment.id == id_)

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
        """Read the article again, and what it depends on; return the segments that are other ones now."""
        before = {unit.segment.id: unit for unit in self.units}
        settings = signs_of(self._opened)
        found = opened(self._opened.path)
        # Terms are read late: a glossary that is broken must be said here, so that the old one stands.
        found.scanner.find("")
        sight = self._look(found)
        self._sight.close()
        self._opened, self._sight, self._work.catalog = found, sight, found.catalog
        self._settings = settings
        after = {unit.segment.id: unit for unit in self.units}
        self._sources |= {id_: unit.segment.text for id_, unit in after.items()}
        changed = [id_ for id_, unit in after.items() if id_ not in before or not same(unit, before[id_])]
        return (*changed, *(id_ for id_ in before if id_ not in after))
