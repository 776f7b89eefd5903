"""Terms of a glossary, and where they are found in a text."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from govpub.errors import Position

if TYPE_CHECKING:
    from datetime import date

    from govpub.locales import Locale

__all__ = ["DatedTitle", "Example", "Glossary", "PersonKind", "Term", "TermClass", "TermMatch"]

_NOWHERE = Position()


class TermClass(enum.Enum):
    """What kind of thing a term names."""

    TERM = "term"
    FORMULATION = "formulation"
    ORGANISATION = "organisation"
    PERSON = "person"
    TITLE = "title"
    PLACE = "place"
    EVENT = "event"
    LAW = "law"


class PersonKind(enum.Enum):
    """Where a person's name comes from: what decides how it is romanised."""

    MAINLAND = "mainland"
    """In pinyin, by GB/T 28039-2011."""
    HK = "hk"
    """Hong Kong, Macao or Taiwan: only as the register has it."""
    OVERSEAS = "overseas"
    MINORITY = "minority"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class DatedTitle:
    """A title that a person holds."""

    title: str
    """In the glossary's source language."""
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Return whether the person has the title on `day`; always so for no day."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of sentences that a term must accept (`ok`) or refuse (`bad`)."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term (in one of its senses) and its renderings."""

    source: str
    """The term, in the glossary's source language."""
    rendering: str
    """The preferred rendering. `…` in it is a gap of up to six words."""
    sense: str = ""
    """Tells senses of one term apart; empty where it has one."""
    term_class: TermClass = TermClass.TERM
    definition: str = ""
    note: str = ""
    authority: str = ""
    """Who says so: document or site, with its date. The key `source` of the file."""
    also: tuple[str, ...] = ()
    """Other approved renderings."""
    short: tuple[str, ...] = ()
    """Short forms allowed after the first full one in a document."""
    never: tuple[str, ...] = ()
    """Renderings that are refused."""
    case: Literal["any", "exact"] = "any"
    not_in: tuple[str, ...] = ()
    """Longer strings of the source language in which this is not the term."""
    not_near: tuple[str, ...] = ()
    """Words that, anywhere in the document, say that another is meant: 审计署 beside 香港 is Hong Kong's."""
    titles: tuple[DatedTitle, ...] = ()
    """The titles of a person, as the register has them."""
    kind: PersonKind = PersonKind.MAINLAND
    """How a person's name is romanised."""
    valid_from: date | None = None
    """The first day on which this rendering holds."""
    valid_to: date | None = None
    """The last day on which it holds."""
    ok: tuple[Example, ...] = ()
    bad: tuple[Example, ...] = ()
    at: Position = _NOWHERE

    @property
    def approved(self) -> tuple[str, ...]:
        """Return every rendering that is right in full: the preferred one first."""
        return (self.rendering, *self.also)

    def holds_on(self, day: date | None) -> bool:
        """Return whether this sense and rendering are valid on `day`; always so for no day."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """Terms of one pair of languages, in file order; later ones override earlier ones of the same source and sense."""

    source: Locale
    target: Locale
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMatch:
    """A term found in a text."""

    terms: tuple[Term, ...]
    """Every sense (or, from the target side, every term with this rendering) that the span can be; never empty."""
    start: int
    """First character, counted from 0."""
    end: int
    """One past the last character."""
