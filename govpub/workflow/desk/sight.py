"""What a person sees of an article beside its texts: terms, matches, findings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from govpub.workflow.desk.offers import own_matches, own_offers, term_offers
from govpub.workflow.workspace import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from govpub.memory import Match, Memory
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.workflow.desk.drafts import Draft
    from govpub.workflow.desk.findings import LiveFindings
    from govpub.workflow.desk.opening import Opened
    from govpub.workflow.desk.results import TermOffer

__all__ = ["MOST_MATCHES", "Sight"]

MOST_MATCHES = 8


class Sight:
    """Reads the memory and the rules when they are first asked for."""

    def __init__(self, opened: Opened, today: date) -> None:
        """Begin with an article that was just opened; `today` decides which waivers have run out."""
        self._opened, self._today = opened, today
        self._open_memory: Memory | None = None

    def terms(self, text: str) -> tuple[TermOffer, ...]:
        """Return the terms in a source text."""
        return term_offers(text, self._opened.scanner)

    def matches(self, units: Sequence[Unit], place: int, lost: Iterable[Draft]) -> tuple[Match, ...]:
        """Return what resembles a unit in the article, in what its catalog keeps, and among lost drafts."""
        project, text = self._opened.project, units[place].segment.text
        return own_matches(
            text,
            own_offers(units[place].segment, units, self._opened.catalog.file.entries, lost),
            scanner=self._opened.scanner,
            article=self._opened.article.id,
            threshold=float(project.memory_threshold),
            limit=MOST_MATCHES,
        )

    def remembered(self, units: Sequence[Unit], place: int) -> tuple[Match, ...]:
        """Return what resembles a unit in the memory.

        Raises:
            MemoryFileError, MachineError: the memory cannot be read.
        """
        memory = self._memory()
        if memory is None:
            return ()
        around = ["", *(unit.segment.text for unit in units[max(place - 1, 0) : place + 2]), ""]
        at = 1 + min(place, 1)
        return memory.lookup(
            around[at],
            around[at - 1],
            around[at + 1],
            threshold=float(self._opened.project.memory_threshold),
            limit=MOST_MATCHES,
            scanner=self._opened.scanner,
        )

    def close(self) -> None:
        """Let go of the memory."""
        if self._open_memory is not None:
            self._open_memory.store.close()
            self._open_memory = None

    def _memory(self) -> Memory | None:
        from govpub.workflow.memory import memory_of  # noqa: PLC0415  not needed to open

        if self._open_memory is None:
            article = self._opened.article
            self._open_memory = memory_of(self._opened.project, article.locale, self._opened.target)
        return self._open_memory

    def findings(self, units: Sequence[Unit], id_: str, text: str) -> tuple[Finding, ...]:
        """Return the findings on one unit as it would be with this text."""
        return self._live.of(units, id_, text)

    def remember(self, units: Sequence[Unit], place: int) -> None:
        """Put a unit into the memory, as `[memory] fill` says; raises as `matches` does."""
        from govpub.workflow.memory import remember_units  # noqa: PLC0415  not needed to open

        remember_units(self._opened.project, self._opened.article, *_alone(units, place))

    def withdraw(self, units: Sequence[Unit], place: int, now: datetime) -> None:
        """Have the memory call a unit reviewed no longer, if it is not; raises as `matches` does."""
        from govpub.workflow.memory import withdraw_units  # noqa: PLC0415  not needed to open

        withdraw_units(self._opened.project, self._opened.article, *_alone(units, place), now=now)

    def prepare(self, units: Sequence[Unit], seconds: float) -> bool:
        """Read and check units for so long; return whether all are."""
        return self._live.prepare(units, seconds)

    def all_findings(self, units: Sequence[Unit]) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings on each unit that has some."""
        return self._live.of_all(units)

    @cached_property
    def _live(self) -> LiveFindings:
        from govpub.checks import CheckContext, selected_rules  # noqa: PLC0415  not needed to open
        from govpub.workflow.desk.findings import LiveFindings  # noqa: PLC0415  same

        opened, article = self._opened, self._opened.article
        context = CheckContext(
            source=article.locale,
            target=opened.target,
            scanner=self._opened.scanner,
            catalog=opened.catalog.path,
            article=article.path,
            day=day_of(article),
            today=self._today,
            style=opened.project.style,
        )
        return LiveFindings(context, selected_rules(ignore=opened.project.ignore), article, opened.catalog.units)


def _alone(units: Sequence[Unit], place: int) -> tuple[Sequence[Unit], set[str]]:
    """Return a unit between its neighbours, and its id."""
    return units[max(place - 1, 0) : place + 2], {units[place].segment.id}
