"""Reading a document for the rules: what the glossary says of each unit, in the order in which a reader meets them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from govpub.checks.context import Document, UnitContext
from govpub.checks.named_years import NamedYears
from govpub.glossary.verdict import Outcome, term_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from govpub.checks.context import CheckContext
    from govpub.checks.rule import Rule
    from govpub.glossary import Scanner, TermVerdict
    from govpub.glossary.verdict import TermKey
    from govpub.model.article import Article
    from govpub.model.segment import Unit

__all__ = ["Reader", "read_document"]

_READ_TERMS = frozenset(("terms", "values", "names"))
"""The families whose rules look at `UnitContext.verdicts`."""
_FULL = frozenset((Outcome.APPROVED, Outcome.CASE))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A unit as it was read, and what that depends on."""

    unit: Unit
    reading: UnitContext
    terms: frozenset[TermKey]
    """Those of its source."""
    seen: frozenset[TermKey]
    """Those of them that stood in full in the translations before it."""
    full: frozenset[TermKey]
    """Those that stand in full in its own."""


class Reader:
    """Reads one document again and again; what did not change, and nothing before it that it depends on, only once."""

    def __init__(
        self, context: CheckContext, rules: Sequence[Rule], sources: Iterable[str], article: Article | None = None
    ) -> None:
        """Prepare to read the document of these source texts for these rules."""
        self._context, self._article = context, article
        self._known: dict[str, _Read] = {}
        sources = tuple(sources)
        self._scanner = _scanner(context, rules, sources)
        self._named = NamedYears(context, sources)

    def read(self, units: Iterable[Unit]) -> Document:
        """Return the document of these units, with what the rules want to know of each."""
        return self._document(self.readings(units))

    def glance(self, units: Iterable[Unit], id_: str) -> Document:
        """Return the document as far as it was read, and this one unit of it: of the others, no terms are known."""
        unread = UnitContext(document=self._context)
        seen: set[TermKey] = set()
        readings: list[tuple[Unit, UnitContext]] = []
        for unit in units:
            known = self._known.get(unit.segment.id)
            if known is not None or unit.segment.id == id_:
                known = self._again(unit, seen)
                seen |= known.full
            readings.append((unit, known.reading if known is not None else unread))
        return self._document(readings)

    def readings(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, UnitContext]]:
        """Yield each unit with what the rules want to know of it, as it is read."""
        seen: set[TermKey] = set()
        for unit in units:
            known = self._again(unit, seen)
            seen |= known.full
            yield unit, known.reading

    def _document(self, readings: Iterable[tuple[Unit, UnitContext]]) -> Document:
        return Document(context=self._context, readings=tuple(readings), article=self._article)

    def _again(self, unit: Unit, seen: set[TermKey]) -> _Read:
        known = self._known.get(unit.segment.id)
        if known is None or (known.unit is not unit and known.unit != unit) or known.terms & seen != known.seen:
            known = self._known[unit.segment.id] = self._read(unit, seen)
        return known

    def _read(self, unit: Unit, seen: set[TermKey]) -> _Read:
        verdicts = _verdicts(self._scanner, unit, seen)
        terms = frozenset(term_key(term) for verdict in verdicts for term in verdict.match.terms)
        return _Read(
            unit=unit,
            reading=UnitContext(
                document=self._context, verdicts=verdicts, years=partial(self._named.before, unit.segment.text)
            ),
            terms=terms,
            seen=terms & seen,
            full=frozenset(term_key(verdict.term) for verdict in verdicts if verdict.outcome in _FULL),
        )


def read_document(
    units: Iterable[Unit], context: CheckContext, rules: Sequence[Rule], article: Article | None = None
) -> Document:
    """Return a document with what these rules want to know of each unit; once, where a Reader reads again and again."""
    units = tuple(units)
    sources = tuple(unit.segment.text for unit in units)
    scanner, named = _scanner(context, rules, sources), NamedYears(context, sources)
    seen: set[TermKey] = set()
    readings: list[tuple[Unit, UnitContext]] = []
    for unit in units:
        verdicts = _verdicts(scanner, unit, seen)
        seen.update(term_key(verdict.term) for verdict in verdicts if verdict.outcome in _FULL)
        years = partial(named.before, unit.segment.text)
        readings.append((unit, UnitContext(document=context, verdicts=verdicts, years=years)))
    return Document(context=context, readings=tuple(readings), article=article)


def _scanner(context: CheckContext, rules: Sequence[Rule], sources: Iterable[str]) -> Scanner | None:
    """Return what reads terms in the document of these source texts; None where no rule asks for them."""
    wanted = any(rule.family in _READ_TERMS for rule in rules)
    return context.scanner.for_document(sources) if wanted and context.scanner is not None else None


def _verdicts(scanner: Scanner | None, unit: Unit, seen: Collection[TermKey]) -> tuple[TermVerdict, ...]:
    if scanner is None or not unit.final:
        return ()
    return scanner.compare(unit.segment.text, unit.target, seen=seen)
