"""All approved renderings of a glossary, to be found in a row of words at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govpub.glossary.phrase import Phrase, compile_phrase
from govpub.glossary.words import ARTICLES, word_key
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.glossary.phrase import Place
    from govpub.glossary.words import Words
    from govpub.model.term import Term

__all__ = ["RenderingIndex"]

_Starts: TypeAlias = dict[tuple[str, ...], list[tuple[Phrase, tuple["Term", ...]]]]
"""By the keys of the first words: renderings, the longest first, each with the terms that have it."""


class RenderingIndex:
    """Finds renderings in texts, and renderings inside renderings. Each is compiled when it is first needed."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Prepare for the approved renderings of `terms`."""
        self._terms: dict[str, list[Term]] = {}
        for term in terms:
            for rendering in dict.fromkeys(term.approved):
                self._terms.setdefault(rendering, []).append(term)
        self._by_first: dict[str, list[str]] | None = None
        self._by_start: dict[str, _Starts] = {}
        self._by_key: dict[str, list[Phrase]] | None = None
        self._around: dict[str, tuple[Phrase, ...]] = {}

    def find(self, words: Words) -> list[tuple[int, int, tuple[Term, ...]]]:
        """Return first word, end and terms of the renderings that stand in `words`: leftmost, then longest.

        A name must have its capitals, and a term that is `exact` its own case; else the words are not the term.
        """
        found: list[tuple[int, int, tuple[Term, ...]]] = []
        index = 0
        while index < len(words.keys):
            best = _longest(self._starts(words.keys[index]), words, index)
            if best is None:
                index += 1
                continue
            place, terms = best
            found.append((place.start, place.end, terms))
            index = place.end
        return found

    def around(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Return the approved renderings that hold `phrase` inside them: where they stand, it is not meant."""
        known = self._around.get(phrase.text)
        if known is None:
            known = self._around[phrase.text] = tuple(self._holders(phrase))
        return known

    def titles_around(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Return the renderings of titles that hold `phrase` inside them: "Vice Governor" for "Governor"."""
        return tuple(
            other
            for other in self.around(phrase)
            if any(term.term_class is TermClass.TITLE for term in self._terms[other.text])
        )

    def _holders(self, phrase: Phrase) -> list[Phrase]:
        keys = phrase.keys
        if not keys:
            return []
        if self._by_key is None:
            self._by_key = {}
            for rendering in self._terms:
                made = compile_phrase(rendering)
                for key in dict.fromkeys(made.keys):
                    self._by_key.setdefault(key, []).append(made)
        rarest = min((self._by_key.get(key, []) for key in keys), key=len)
        return [other for other in rarest if len(other.keys) > len(keys) and _holds(other.keys, keys)]

    def _starts(self, first: str) -> _Starts:
        """Return the renderings whose first word has this key, by the keys of their first two words."""
        if first not in self._by_start:
            forms: dict[tuple[str, ...], tuple[Phrase, list[Term]]] = {}
            for rendering in self._beginning(first):
                phrase = compile_phrase(rendering)
                forms.setdefault(tuple(phrase.text.split()), (phrase, []))[1].extend(self._terms[rendering])
            starts = self._by_start[first] = _Starts()
            for phrase, terms in forms.values():
                start = tuple(word.key for word in phrase.pieces[0][:2])
                starts.setdefault(start, []).append((phrase, tuple(terms)))
            for candidates in starts.values():
                candidates.sort(key=lambda candidate: -len(candidate[0].keys))
        return self._by_start[first]

    def _beginning(self, first: str) -> Sequence[str]:
        if self._by_first is None:
            self._by_first = {}
            for rendering in self._terms:
                self._by_first.setdefault(_first_key(rendering), []).append(rendering)
        return self._by_first.get(first, ())


def _first_key(rendering: str) -> str:
    """Return the key of the first word of `rendering`; empty where it has no word."""
    word = rendering.partition(" ")[0]
    if word.isalpha() and word not in ARTICLES:
        return word_key(word)  # most: and to compile a rendering takes ten times as long
    pieces = compile_phrase(rendering).pieces
    return pieces[0][0].key if pieces else ""


def _holds(keys: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return any(keys[at : at + len(inner)] == inner for at in range(len(keys) - len(inner) + 1))


def _longest(starts: _Starts, words: Words, index: int) -> tuple[Place, tuple[Term, ...]] | None:
    best: tuple[Place, list[Term]] | None = None
    for start in (words.keys[index : index + 2], words.keys[index : index + 1]):
        for phrase, terms in starts.get(start, ()):
            place = phrase.at(words, index)
            if place is None or (best is not None and place.end < best[0].end):
                continue
            meant = [term for term in terms if phrase.keeps_case(words, place, strict=term.case == "exact")]
            if not meant:
                continue
            if best is not None and place.end == best[0].end:
                best[1].extend(term for term in meant if term not in best[1])
            else:
                best = (place, meant)
        if best is not None:
            break
    return (best[0], tuple(best[1])) if best is not None else None
