"""What forbids to put the translation of one source text under another that is like it.

Two texts may be 97 % alike and say another quarter (一季度, 二季度), another day (3月5日, 3月6日), the contrary
(不, 没有) or another office (国务院, 国务院办公厅). Such a translation is offered
with the difference named, and never filled in.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from govpub.matching.clauses import clauses
from govpub.matching.counting import unmatched
from govpub.matching.figures import differing_values
from govpub.matching.names import renamed
from govpub.matching.negation import turned
from govpub.matching.score import folded
from govpub.messages import N_, _
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.model.term import TermMatch

__all__ = ["Veto", "VetoKind", "vetoes"]

_SIGNS = re.compile("[\ue000-\ue002]")
_NAMES = (TermClass.PERSON, TermClass.PLACE)


class VetoKind(enum.Enum):
    """In what two texts differ."""

    NUMBER = "number"
    """A figure, a quantity, or what is copied: a document's number, an address."""
    DATE = "date"
    """A day, a month, a year, a quarter, a time of day."""
    NAME = "name"
    """A person, a place, a body or a title."""
    NEGATION = "negation"
    """One negates and the other does not, or says the opposite."""
    TERM = "term"
    """A term of the glossary."""


_TOLD: Mapping[VetoKind, tuple[str, str, str]] = {
    VetoKind.NUMBER: (N_("number: {old} → {new}"), N_("number: {old} is gone"), N_("number: {new} is new")),
    VetoKind.DATE: (N_("date: {old} → {new}"), N_("date: {old} is gone"), N_("date: {new} is new")),
    VetoKind.NAME: (N_("name: {old} → {new}"), N_("name: {old} is gone"), N_("name: {new} is new")),
    VetoKind.NEGATION: (N_("negation: {old} → {new}"), N_("negation: {old} is gone"), N_("negation: {new} is new")),
    VetoKind.TERM: (N_("term: {old} → {new}"), N_("term: {old} is gone"), N_("term: {new} is new")),
}


@dataclass(frozen=True, slots=True)
class Veto:
    """One difference that forbids to fill a translation in."""

    kind: VetoKind
    old: str
    """What the old text says; empty where only the new one says something."""
    new: str
    """What the new text says; empty where only the old one says something."""

    @property
    def message(self) -> str:
        """Return the difference in the user's language, on one line."""
        both, gone, come = _TOLD[self.kind]
        return _(both if self.old and self.new else gone if self.old else come).format(old=self.old, new=self.new)


def vetoes(old: str, new: str, *, locale: Locale, scanner: Scanner | None = None) -> tuple[Veto, ...]:
    """Return what forbids to use the translation of `old` for `new`, both in the language of `locale`.

    Empty where nothing does. Without a `scanner` (for texts of `locale` as its source) terms are not compared. Linear
    in the length of the texts but for their alignment, which is bounded.
    """
    before, after = _bare(old), _bare(new)
    if before == after:
        return ()
    return tuple(dict.fromkeys(_found(*clauses(before, after, locale), locale, scanner)))


def _bare(text: str) -> str:
    return _SIGNS.sub("", folded(text)) if "<" in text else text


def _found(old: str, new: str, locale: Locale, scanner: Scanner | None) -> Iterator[Veto]:
    for is_date, before, after in differing_values(old, new, locale):
        yield Veto(VetoKind.DATE if is_date else VetoKind.NUMBER, before, after)
    named: list[Veto] = []
    if scanner is not None:
        named = list(_terms(old, new, scanner))
        yield from named
    for before, after in renamed(old, new, locale):
        if not _said(before, after, named):
            yield Veto(VetoKind.NAME, before, after)
    for before, after in turned(old, new, locale):
        yield Veto(VetoKind.NEGATION, before, after)


def _said(old: str, new: str, named: Iterable[Veto]) -> bool:
    """Return whether a term that differs says already what a guessed name says."""
    return any(
        (not old or old in veto.old or (veto.old and veto.old in old))
        and (not new or new in veto.new or (veto.new and veto.new in new))
        for veto in named
    )


def _terms(old: str, new: str, scanner: Scanner) -> Iterator[Veto]:
    before, after = scanner.find(old), scanner.find(new)
    lost, added = unmatched(before, after, _key), unmatched(after, before, _key)
    for gone, come in zip_longest(lost, added):
        terms = (each.terms[0] for each in (gone, come) if each is not None)
        kind = VetoKind.NAME if all(term.term_class in _NAMES for term in terms) else VetoKind.TERM
        yield Veto(kind, _text(old, gone), _text(new, come))


def _key(match: TermMatch) -> Hashable:
    return tuple((term.source, term.sense) for term in match.terms)


def _text(text: str, match: TermMatch | None) -> str:
    return "" if match is None else text[match.start : match.end]
