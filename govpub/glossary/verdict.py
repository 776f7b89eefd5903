"""What became of a term of the source in the target."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.model.term import TermClass

if TYPE_CHECKING:
    from govpub.model.term import Term, TermMatch

__all__ = ["Outcome", "TermKey", "TermVerdict", "may_vary", "term_key"]

TermKey = tuple[str, str]
"""A term's source and sense: what tells it from all others of its glossary."""


def term_key(term: Term) -> TermKey:
    """Return what tells `term` from all others of its glossary."""
    return (term.source, term.sense)


def may_vary(term: Term) -> bool:
    """Return whether nobody has fixed the rendering of `term`: an ordinary word, of which a part may be enough."""
    return term.term_class is TermClass.TERM and not term.authority


class Outcome(enum.Enum):
    """How a term of the source was rendered."""

    APPROVED = "approved"
    """By an approved rendering in full."""
    SHORT = "short"
    """By a short form, after the first full one."""
    EARLY = "early"
    """By a short form before any full one."""
    CASE = "case"
    """By an approved rendering without the capitals that the term wants."""
    REPEATED = "repeated"
    """Not at this occurrence, but at another one of the same text."""
    PARTIAL = "partial"
    """By a part or another form of an approved rendering: its acronym, its head again, a derivation."""
    SCATTERED = "scattered"
    """By all the words of a rendering, but apart from each other."""
    FORBIDDEN = "forbidden"
    """By a rendering that is refused."""
    SURPLUS = "surplus"
    """A refused rendering stands in the target although every occurrence of the term has an approved one."""
    MISSING = "missing"
    """Not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermVerdict:
    """One occurrence of a term in the source, and what stands for it in the target."""

    outcome: Outcome
    term: Term
    """The sense that was found; the first possible one where none was."""
    match: TermMatch
    """The occurrence; for SURPLUS, the first of the term."""
    span: tuple[int, int] | None = None
    """The characters of the target that the verdict is about; None where there are none."""
    rendering: str = ""
    """The approved, short or refused form that stands there, as the glossary writes it."""
