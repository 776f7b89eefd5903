"""Terms of the source, found; and their renderings in the target, allocated span by span."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from govpub.glossary.index import RenderingIndex
from govpub.glossary.reading import plain
from govpub.glossary.string_allocation import allocate_strings
from govpub.glossary.strings import StringFinder, string_key
from govpub.glossary.verbatim import as_written, verbatim
from govpub.glossary.verdict import term_key
from govpub.glossary.word_allocation import allocate_words
from govpub.glossary.words import read_words
from govpub.model.term import Glossary, Term, TermClass, TermMatch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from govpub.glossary.verbatim import Verbatim
    from govpub.glossary.verdict import TermKey, TermVerdict
    from govpub.locales import Locale

__all__ = ["Scanner"]

_WHOLE, _REGIONS = "全", ("国", "省", "市", "州", "县", "区", "镇", "乡", "村")


class Scanner:
    """Finds a glossary's terms in texts of one language, and their renderings in texts of the other.

    It reads the glossary from either side: an article written in the glossary's target language is searched for
    renderings, and its translation for the terms. In a language pair that is not the glossary's it finds nothing.
    What it answers never changes after it is made, and its time grows linearly with the texts.
    """

    def __init__(
        self,
        glossary: Glossary,
        *,
        source: Locale,
        target: Locale,
        day: date | None = None,
        expired: Iterable[Term] = (),
    ) -> None:
        """Prepare to read `source` and `target` with the renderings that hold on `day` (all of them where None).

        `expired` gives terms that do not hold then, beside those of the glossary that do not.
        """
        self.source = source
        self.target = target
        self.day = day
        self.forward = forward = source == glossary.source and target == glossary.target
        """Whether terms are searched for, and renderings in their translation; not the other way round."""
        backward = source == glossary.target and target == glossary.source
        self._source_language, self._target_language = glossary.source, glossary.target
        self._without: dict[frozenset[TermKey], Scanner] = {}
        self._written: dict[TermKey, Verbatim | None] = {}
        self._known_exceptions: dict[TermKey, tuple[str, ...]] = {}
        latest = {(term.source, term.sense): term for term in glossary.terms} if forward or backward else {}
        self._expired = (*(term for term in latest.values() if not term.holds_on(day)), *expired)
        self._terms = tuple(term for term in latest.values() if term.holds_on(day) and term.rendering.strip())

    @functools.cached_property
    def persons(self) -> tuple[Term, ...]:
        """Return the register: the terms of class person that hold on this scanner's day."""
        return tuple(term for term in self._terms if term.term_class is TermClass.PERSON)

    @functools.cached_property
    def persons_by_character(self) -> Mapping[tuple[int, str], tuple[Term, ...]]:
        """Return the register by each character of a name and its place in it."""
        found: dict[tuple[int, str], list[Term]] = {}
        for term in self.persons:
            for place in enumerate(term.source):
                found.setdefault(place, []).append(term)
        return {place: tuple(terms) for place, terms in found.items()}

    @functools.cached_property
    def expired(self) -> Scanner | None:
        """Return a scanner for the terms that do not hold on this one's day; None where there are none."""
        if not self._expired:
            return None
        return Scanner(self._glossary(self._expired), source=self.source, target=self.target)

    def _glossary(self, terms: tuple[Term, ...]) -> Glossary:
        return Glossary(source=self._source_language, target=self._target_language, terms=terms)

    def for_document(self, texts: Iterable[str]) -> Scanner:
        """Return a scanner for a document of these source texts: without the terms that their words rule out.

        A term with `not-near` is not meant where one of those words stands anywhere in the document.
        """
        guarded = [term for term in self._terms if term.not_near]
        if not guarded:
            return self
        whole = "\n".join(string_key(text) for text in texts)
        out = frozenset(term_key(term) for term in guarded if any(string_key(word) in whole for word in term.not_near))
        if not out:
            return self
        if out not in self._without:
            kept = tuple(term for term in self._terms if term_key(term) not in out)
            self._without[out] = Scanner(
                self._glossary(kept), source=self.source, target=self.target, day=self.day, expired=self._expired
            )
        return self._without[out]

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Return the terms that stand in the source text `text`, in order, the longest where they overlap.

        Offsets count the characters of `text` as it is, placeholders included; those do not keep a term apart.
        """
        if not self._terms:
            return ()
        return self._find_words(text) if self.source.spaces_words else self._find_strings(text)

    def compare(self, source_text: str, target_text: str, *, seen: Collection[TermKey] = ()) -> tuple[TermVerdict, ...]:
        """Return a verdict for each term of the source text, in its order, then those on surplus refused renderings.

        Args:
            source_text: A text in the source language.
            target_text: Its translation.
            seen: The terms (see `term_key`) that stand in full in earlier translations of the same document: their
                short forms may be used.
        """
        matches = self.find(source_text)
        if not matches:
            return ()
        if self.target.spaces_words:
            written = as_written(matches, target_text, self._verbatim)
            if written is not None:
                return written
            return allocate_words(matches, read_words(target_text), source=source_text, seen=seen, index=self._index)
        return allocate_strings(matches, plain(target_text, spaced=False), self._exceptions)

    def _verbatim(self, term: Term) -> Verbatim | None:
        """Return `verbatim(term)`, asked once a term: most texts name few of a glossary's."""
        key = term_key(term)
        if key not in self._written:
            self._written[key] = verbatim(term)
        return self._written[key]

    @functools.cached_property
    def _senses(self) -> dict[str, tuple[Term, ...]]:
        senses: dict[str, list[Term]] = {}
        for term in self._terms:
            senses.setdefault(string_key(term.source), []).append(term)
        return {key: tuple(terms) for key, terms in senses.items()}

    @functools.cached_property
    def _strings(self) -> StringFinder:
        exceptions = [(string_key(term.source), string_key(context)) for term in self._terms for context in term.not_in]
        # 全省 is a word: 全省政府网站 are the government websites of the province, not those of 省政府.
        exceptions += [(key, _WHOLE + key) for key in self._senses if key.startswith(_REGIONS)]
        return StringFinder(self._senses, exceptions)

    @functools.cached_property
    def _titles(self) -> frozenset[str]:
        return frozenset(string_key(term.source) for term in self._terms if term.term_class is TermClass.TITLE)

    def _exceptions(self, term: Term) -> tuple[str, ...]:
        """Return the longer strings in which `term` is not meant: its own, and for a title the longer titles."""
        known = self._known_exceptions.get(term_key(term))
        if known is None:
            key = string_key(term.source)
            titles = sorted(self._titles) if key in self._titles else ()
            longer = (title for title in titles if key in title and key != title)
            known = self._known_exceptions[term_key(term)] = (*map(string_key, term.not_in), *longer)
        return known

    @functools.cached_property
    def _index(self) -> RenderingIndex:
        return RenderingIndex(self._terms)

    def _find_strings(self, text: str) -> tuple[TermMatch, ...]:
        reading = plain(text, spaced=False)
        matches: list[TermMatch] = []
        for start, end, key in self._strings.find(reading.text):
            first, last = reading.span(start, end)
            matches.append(TermMatch(terms=self._senses[key], start=first, end=last))
        return tuple(matches)

    def _find_words(self, text: str) -> tuple[TermMatch, ...]:
        words = read_words(text)
        matches: list[TermMatch] = []
        for start, end, terms in self._index.find(words):
            first, last = words.span(start, end)
            matches.append(TermMatch(terms=terms, start=first, end=last))
        return tuple(matches)
