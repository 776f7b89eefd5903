"""What a rule may know: the document that is checked, and what was read in its units."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from govpub.checks.concordance import Concordance
from govpub.errors import Position
from govpub.model.finding import Finding, Severity, Span
from govpub.model.style import HouseStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date
    from pathlib import Path

    from govpub.glossary import Scanner, TermVerdict
    from govpub.locales import Locale
    from govpub.model.article import Article
    from govpub.model.segment import Unit

__all__ = ["CheckContext", "Document", "UnitContext"]

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """One document: an article with its catalog, or a catalog alone."""

    source: Locale
    target: Locale
    scanner: Scanner | None = None
    """Reads the glossary as it holds on the document's day; None where there is no glossary."""
    catalog: Path | None = None
    """Where the units come from; they say only their lines."""
    article: Path | None = None
    """Where the segments come from; None for a catalog that stands alone."""
    day: date | None = None
    """The document's own day; None for a catalog that stands alone."""
    today: date | None = None
    """The day of the check, on which waivers may have run out; None where that does not matter."""
    style: HouseStyle = field(default_factory=HouseStyle)
    """What the office has chosen where there is a choice."""

    def finding(  # noqa: PLR0913  all but three have defaults, and they are given by name
        self,
        rule: str,
        unit: Unit,
        message: str,
        *,
        severity: Severity = Severity.ERROR,
        source: tuple[int, int] | None = None,
        target: tuple[int, int] | None = None,
        suggestion: str = "",
        fix: str | None = None,
    ) -> Finding:
        """Return a finding on `unit`, its spans given as offsets in the texts as they are stored.

        Without a span the whole source is meant, and the end of the target: the place where something is missing.
        `fix` is what `--fix` may put at the target's span unseen, empty to take the span out; None where a person
        must decide. It is the suggestion, too, where none is given.
        """
        text, translation = unit.segment.text, unit.target
        source_start, source_end = source if source is not None else (0, len(text))
        target_start, target_end = target if target is not None else (len(translation), len(translation))
        return Finding(
            rule=rule,
            severity=severity,
            message=message,
            unit=unit.segment.id,
            at=self.place(unit),
            article_at=_in(unit.segment.at, self.article),
            source=Span(text, source_start, source_end),
            target=Span(translation, target_start, target_end),
            suggestion=suggestion or fix or "",
            fix=fix,
        )

    def place(self, unit: Unit) -> Position:
        """Return where a unit is to be mended: its entry in the catalog, or else its segment in the article."""
        return _in(unit.at, self.catalog) or _in(unit.segment.at, self.article) or Position()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitContext:
    """The document, and what was read in both texts of one unit, once for all rules."""

    document: CheckContext
    verdicts: tuple[TermVerdict, ...] = ()
    """On each term of the source; empty where no rule asks for terms."""
    years: Callable[[], Collection[int]] = frozenset
    """Gives the years that the document has named before, and its own."""
    _read: dict[Callable[[Unit, UnitContext], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, read: Callable[[Unit, UnitContext], Read], unit: Unit) -> Read:
        """Return `read(unit, self)`, which is called for the first rule that asks and kept for the others.

        For what several rules of a family read in the same texts: figures, names, quotation marks. `read` is a
        function of a module, not a lambda: it is also the key.
        """
        if read not in self._read:
            self._read[read] = read(unit, self)
        found: Read = self._read[read]
        return found

    def finding(  # noqa: PLR0913  as above
        self,
        rule: str,
        unit: Unit,
        message: str,
        *,
        severity: Severity = Severity.ERROR,
        source: tuple[int, int] | None = None,
        target: tuple[int, int] | None = None,
        suggestion: str = "",
        fix: str | None = None,
    ) -> Finding:
        """Return a finding on `unit`; see `CheckContext.finding`."""
        return self.document.finding(
            rule, unit, message, severity=severity, source=source, target=target, suggestion=suggestion, fix=fix
        )


@dataclass(frozen=True, kw_only=True)
class Document:
    """All units of one article or catalog, as a rule about documents or runs sees them."""

    context: CheckContext
    readings: tuple[tuple[Unit, UnitContext], ...]
    """Every unit in order, with what was read in it."""
    article: Article | None = None
    """The canonical article itself; None for a catalog that stands alone."""
    _read: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def source(self) -> Concordance:
        """Return the source texts of all units."""
        return Concordance(unit.segment.text for unit, _reading in self.readings)

    @cached_property
    def target(self) -> Concordance:
        """Return the translations of all units."""
        return Concordance(unit.target for unit, _reading in self.readings)

    @cached_property
    def wide(self) -> Concordance:
        """Return the texts whose language is East Asian."""
        return self._side(lambda locale: locale.east_asian)

    @cached_property
    def spaced(self) -> Concordance:
        """Return the texts whose language has spaces between words."""
        return self._side(lambda locale: locale.spaces_words)

    def _side(self, holds: Callable[[Locale], bool]) -> Concordance:
        match holds(self.context.source), holds(self.context.target):
            case True, True:
                return self.source.and_(self.target)
            case True, False:
                return self.source
            case False, True:
                return self.target
            case _:
                return Concordance("" for _unit in self.readings)

    def once(self, read: Callable[[Document], Read]) -> Read:
        """Return `read(self)`, which is called for the first rule that asks and kept for the others."""
        if read not in self._read:
            self._read[read] = read(self)
        found: Read = self._read[read]
        return found

    @cached_property
    def finals(self) -> tuple[bool, ...]:
        """Return for each unit whether it is meant to go out."""
        return tuple(unit.final for unit, _reading in self.readings)

    @cached_property
    def drafts(self) -> set[int]:
        """Return the numbers of the units that are not meant to go out yet, counted from 0."""
        return {number for number, final in enumerate(self.finals) if not final}

    @property
    def final(self) -> Iterator[tuple[Unit, UnitContext]]:
        """Yield the units that are meant to go out: confirmed, with a translation."""
        return itertools.compress(self.readings, self.finals)

    def is_final(self, number: int) -> bool:
        """Return whether the unit with this number is meant to go out."""
        return self.finals[number]

    def final_among(self, numbers: Collection[int]) -> Iterator[tuple[Unit, UnitContext]]:
        """Yield those with these numbers, in order."""
        return (self.readings[number] for number in sorted(numbers) if self.is_final(number))


def _in(position: Position, path: Path | None) -> Position | None:
    """Return `position`, in the file `path` where it names none itself; None where it says nothing."""
    if position.line is None and position.path is None:
        return Position(path) if path is not None else None
    return position if position.path is not None else Position(path, position.line, position.column)
