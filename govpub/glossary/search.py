"""Terms by any part of what is known of them; and how many there are of what kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.glossary.reading import fold
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from govpub.model.term import Glossary, Term

__all__ = ["Stats", "find", "stats"]

_EXACT, _PREFIX, _INSIDE, _DEFINITION = range(4)


def find(glossary: Glossary, query: str) -> tuple[Term, ...]:
    """Return the terms in which `query` occurs, in any case and width: exact ones, then beginnings, then the rest.

    It is sought in the term, all its renderings (short and refused ones too) and, last, its definition.
    """
    wanted = _folded(query).strip()
    if not wanted:
        return ()
    ranked = ((_rank(term, wanted), term) for term in glossary.terms)
    found = [(rank, term) for rank, term in ranked if rank is not None]
    found.sort(key=lambda pair: pair[0])
    return tuple(term for _rank_, term in found)


def _folded(text: str) -> str:
    return fold(text).casefold()


def _forms(term: Term) -> Iterator[str]:
    yield term.source
    yield from term.approved
    yield from term.short
    yield from term.never


def _rank(term: Term, wanted: str) -> int | None:
    best: int | None = None
    for form in map(_folded, _forms(term)):
        if wanted == form:
            return _EXACT
        if wanted in form:
            rank = _PREFIX if form.startswith(wanted) else _INSIDE
            best = rank if best is None else min(best, rank)
    return _DEFINITION if best is None and wanted in _folded(term.definition) else best


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """A glossary in numbers."""

    terms: int
    classes: Mapping[TermClass, int]
    """How many terms there are of each class that has any, in the order of the classes."""
    with_authority: int
    with_examples: int
    """Terms with at least one `ok` or `bad`."""
    dated: int
    """Terms with a first or a last day."""
    expired: int
    """Terms whose last day lies before the day of the count."""


def stats(glossary: Glossary, day: date) -> Stats:
    """Return the numbers of `glossary` on `day`."""
    terms = glossary.terms
    counts = Counter(term.term_class for term in terms)
    return Stats(
        terms=len(terms),
        classes={each: counts[each] for each in TermClass if counts[each]},
        with_authority=sum(bool(term.authority) for term in terms),
        with_examples=sum(bool(term.ok or term.bad) for term in terms),
        dated=sum(term.valid_from is not None or term.valid_to is not None for term in terms),
        expired=sum(term.valid_to is not None and term.valid_to < day for term in terms),
    )
