"""What the desk lays beside a segment: terms of the glossary, and translations of texts that resemble it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog.units import state_of, translation_of
from govpub.model.segment import State
from govpub.workflow.desk.results import TermOffer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.memory import Match, Remembered
    from govpub.model.segment import Segment, Unit
    from govpub.model.term import Term
    from govpub.po import PoEntry
    from govpub.workflow.desk.drafts import Draft

__all__ = ["DRAFT", "HERE", "OBSOLETE", "Offered", "best", "own_matches", "own_offers", "term_offers"]

HERE, OBSOLETE, DRAFT = "article", "obsolete", "draft"
"""Origins of matches that no memory has: another segment of the article, a translation of the catalog that has no
segment any more, and what was typed for a segment that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A translation that lies here, and the text it is of."""

    source: str
    target: str
    origin: str
    state: State = State.TRANSLATED
    translator: str = ""

    def remembered(self, source: Locale, target: Locale, article: str) -> Remembered:
        """Return it as a memory would have it."""
        from govpub.memory import Remembered  # noqa: PLC0415  not needed to open

        return Remembered(
            source=self.source,
            target=self.target,
            source_locale=source,
            target_locale=target,
            origin=self.origin,
            article=article,
            translator=self.translator,
            state=self.state,
        )


def term_offers(text: str, scanner: Scanner) -> tuple[TermOffer, ...]:
    """Return the terms in a source text, each sense one, with what to insert and what to avoid.

    An article written in the glossary's target language is offered the terms themselves.
    """
    return tuple(
        _offer(term, match.start, match.end, forward=scanner.forward)
        for match in scanner.find(text)
        for term in match.terms
    )


def own_offers(
    segment: Segment, units: Iterable[Unit], entries: Iterable[PoEntry], lost: Iterable[Draft]
) -> list[Offered]:
    """Return what the article itself has to offer for a segment: `lost` are drafts of segments that are gone."""
    here = [
        Offered(
            source=unit.segment.text,
            target=unit.target,
            origin=HERE,
            state=unit.state,
            translator=unit.translator.name if unit.translator is not None else "",
        )
        for unit in units
        if unit.state.final and unit.segment.id != segment.id
    ]
    obsolete = [
        Offered(source=entry.msgid, target=translation_of(entry), origin=OBSOLETE, state=state_of(entry))
        for entry in entries
        if entry.obsolete and translation_of(entry)
    ]
    drafts = [Offered(source=draft.source, target=draft.text, origin=DRAFT, state=State.FUZZY) for draft in lost]
    return [*here, *obsolete, *drafts]


def own_matches(  # noqa: PLR0913  a segment, what there is, and what is wanted of it
    text: str,
    offered: Sequence[Offered],
    *,
    scanner: Scanner,
    article: str,
    threshold: float,
    limit: int,
) -> tuple[Match, ...]:
    """Return the matches of a text among what lies here, the best first."""
    from govpub.matching import scores  # noqa: PLC0415  not needed to open
    from govpub.memory import Match, MatchKind, examined  # noqa: PLC0415  same

    found: list[Match] = []
    for place, score in scores(text, [each.source for each in offered], threshold)[:limit]:
        each = offered[place]
        entry = each.remembered(scanner.source, scanner.target, article)
        kind = MatchKind.EXACT if each.source == text else MatchKind.FUZZY
        found.append(examined(Match(entry=entry, kind=kind, score=score), text, scanner))
    return tuple(found)


def best(matches: Iterable[Match], limit: int) -> tuple[Match, ...]:
    """Return the best matches, each text once: by score, the surer kind and the earlier one before others."""
    from govpub.memory import MatchKind  # noqa: PLC0415  not needed to open

    order = {kind: place for place, kind in enumerate(MatchKind)}
    first: dict[str, Match] = {}
    for match in sorted(matches, key=lambda each: (order[each.kind], -each.score)):
        first.setdefault(match.text, match)
    return tuple(first.values())[:limit]


def _offer(term: Term, start: int, end: int, *, forward: bool) -> TermOffer:
    if not forward:
        return TermOffer(term, start, end, (term.source,))
    return TermOffer(term, start, end, (*term.approved, *term.short), term.never)
