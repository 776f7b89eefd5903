"""What a rule may know: the document that is checked, and what was read in the unit at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.errors import Position
from govpub.model.finding import Finding, Severity, Span

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.glossary import Scanner, TermVerdict
    from govpub.locales import Locale
    from govpub.model.segment import Unit

__all__ = ["CheckContext", "UnitContext"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitContext:
    """The document, and what was read in both texts of one unit, once for all rules."""

    document: CheckContext
    verdicts: tuple[TermVerdict, ...] = ()
    """On each term of the source; empty where no rule asks for terms."""

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
    ) -> Finding:
        """Return a finding on `unit`, its spans given as offsets in the texts as they are stored.

        Without a span the whole source is meant, and the end of the target: the place where something is missing.
        """
        text, translation = unit.segment.text, unit.target
        source_start, source_end = source if source is not None else (0, len(text))
        target_start, target_end = target if target is not None else (len(translation), len(translation))
        return Finding(
            rule=rule,
            severity=severity,
            message=message,
            unit=unit.segment.id,
            at=_in(unit.at, self.document.catalog) or _in(unit.segment.at, self.document.article) or Position(),
            article_at=_in(unit.segment.at, self.document.article),
            source=Span(text, source_start, source_end),
            target=Span(translation, target_start, target_end),
            suggestion=suggestion,
        )


def _in(position: Position, path: Path | None) -> Position | None:
    """Return `position`, in the file `path` where it names none itself; None where it says nothing."""
    if position.line is None and position.path is None:
        return Position(path) if path is not None else None
    return position if position.path is not None else Position(path, position.line, position.column)
