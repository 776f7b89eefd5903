"""The units that rules on terms must be asked about: most terms stand there as approved, and no rule minds that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.glossary.verdict import Outcome

if TYPE_CHECKING:
    from govpub.checks.context import Document

__all__ = ["doubtful", "outdated"]


def doubtful(document: Document) -> set[int]:
    """Return the units with a term that has no approved rendering of its own, or more than one sense."""
    return document.once(_doubtful)


def _doubtful(document: Document) -> set[int]:
    return {
        number
        for number, (_unit, reading) in enumerate(document.readings)
        for verdict in reading.verdicts
        if verdict.outcome is not Outcome.APPROVED or len(verdict.match.terms) > 1
    }


def outdated(document: Document) -> range:
    """Return all units where the glossary has terms that do not hold on the document's day, else none."""
    scanner = document.context.scanner
    return range(len(document.readings) if scanner is not None and scanner.expired is not None else 0)
