"""What of a rendering stands in the target where the rendering itself does not: its acronym, its stem, a part of it.

English varies what it says: "the banking sector" becomes "banks", "bond markets" and "equity markets" share one head,
"the Exchange Fund" is "the Fund" when it comes again. None of it is the rendering, and none of it shows that the term
was passed over. Such traces are believed only near the place at which the term stands in the source.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from typing import TYPE_CHECKING

from govpub.glossary.derivation import root
from govpub.glossary.phrase import FUNCTION_WORDS, compile_phrase
from govpub.glossary.words import JOINED, STOP, word_key
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from govpub.glossary.index import RenderingIndex
    from govpub.glossary.phrase import Phrase
    from govpub.glossary.words import Words
    from govpub.model.term import Term, TermMatch

__all__ = ["PartialReader"]

# A clause moves when it is translated, but seldom further than this.
_NARROWEST_WINDOW = 10
_WIDEST_WINDOW = 60
_WINDOW_SHARE = 0.12
# Words of one rendering are not parted by more than these many others.
_LOOSEST = 4
_SHORTEST_ACRONYM = 2
# All of a rendering's words are believed further away than a few of them.
_WHOLE_REACH = 3
_SHORTEST_SOLID = 6
_PLURALS = frozenset(("", "s", "es"))
_SHORTEST_COMPOUND, _FIRST_WORD = 3, 2
_DETERMINERS = frozenset(("this", "these", "those", "that", "its", "their", "our", "such", "both", "each"))
# "opening up" is no compound of which a part could stand for the whole.
_PARTICLES = frozenset(("up", "out", "off", "down", "over", "back", "away", "in", "on", "through"))
_NUMERALS = frozenset(("on", "two", "thre", "four", "fiv", "six", "seven", "eight", "nin", "ten", "first", "second"))
# The head of a fair is "the fair", that of an office "the office".
_TRACED = frozenset((TermClass.TERM, TermClass.ORGANISATION, TermClass.EVENT))
_HEADS_BEFORE = frozenset(("of", "in", "for", "on", "to", "with", "by", "at", "from", "as"))


class PartialReader:
    """Reads one target; words that it has answered with are used up, so that no two terms live on one trace."""

    def __init__(self, source: str, words: Words, taken: bytearray, index: RenderingIndex) -> None:
        """Prepare to read `words`, which translate `source`.

        Words that are marked in `taken`, and those in which `index` finds a rendering, belong to other terms.
        """
        self._source = source
        self._words = words
        self._given = taken
        self._searched: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._index = index

    @functools.cached_property
    def _taken(self) -> bytearray:
        taken = bytearray(self._given)
        for start, end, _terms in self._index.find(self._words):
            taken[start:end] = b"\1" * (end - start)
        return taken

    def solid(self, term: Term, rendering: str) -> tuple[int, int] | None:
        """Return the words that spell `rendering` with other gaps ("startups", "macro-prudential"); None where none do.

        They are marked as taken. Only words are written either way: a name has one spelling.
        """
        phrase = compile_phrase(rendering)
        sought = "".join(phrase.surfaces)
        if term.term_class is not TermClass.TERM or len(phrase.pieces) != 1 or len(sought) < _SHORTEST_SOLID:
            return None
        text, starts = self._solid
        at = self._searched.get(sought, 0)
        while (at := text.find(sought, at)) >= 0:
            first = bisect.bisect_left(starts, at)
            last = bisect.bisect_left(starts, at + len(sought))
            whole = starts[first] == at and text[at + len(sought) : starts[last]] in _PLURALS
            at += 1
            # Other gaps, not the same ones at a place where the rendering was weighed and refused.
            other = (
                last - first != len(phrase.keys) and max(self._words.partings[first + 1 : last], default=0) == JOINED
            )
            if whole and other and not any(self._given[first:last]):
                self._searched[sought] = at
                self._take(range(first, last))
                return first, last
        self._searched[sought] = len(text)
        return None

    def find(self, match: TermMatch, term: Term, rendering: str, *, again: bool = False) -> tuple[int, int] | None:
        """Return the words that are a trace of `rendering` and mark them as taken; None where there is none.

        Only words and bodies leave traces: a formulation, a title, a name stands there or does not.

        Args:
            match: The term in the source.
            term: What it is.
            rendering: The approved rendering as the glossary writes it.
            again: Whether the rendering has stood before, so that its head alone can mean it ("the Fund").
        """
        phrase = compile_phrase(rendering)
        if term.term_class not in _TRACED or len(phrase.pieces) != 1 or phrase.keys[-1] in _PARTICLES:
            return None
        for places in self._traces(match, phrase, again=again, word=term.term_class is TermClass.TERM):
            self._take(places)
            return min(places), max(places) + 1
        return None

    def _take(self, places: Iterable[int]) -> None:
        for place in places:
            self._taken[place] = self._given[place] = 1

    def _traces(self, match: TermMatch, phrase: Phrase, *, again: bool, word: bool) -> Iterator[Sequence[int]]:
        yield from self._acronym(phrase)
        window = self._window(match, 1)
        roots, head = _roots(phrase)
        if len(roots) == 1:
            if word:
                yield from ((place,) for place in self._near(roots[0], window, self._taken))
            return
        yield from self._together(roots, len(roots), self._window(match, _WHOLE_REACH), self._given)
        wanted = [each for index, each in enumerate(roots) if index != head]
        if again:
            yield from ((place,) for place in self._near(roots[head], window, self._given) if self._definite(place))
        parts: Iterable[Sequence[int]] = ()
        if len(wanted) > 1:
            parts = self._together(roots, len(roots) - 1, window, self._taken)
        elif word and wanted[0] not in _NUMERALS:
            parts = ((place,) for place in self._near(wanted[0], window, self._taken))
        yield from (places for places in parts if again or self._balanced(match, places))

    @functools.cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, key in enumerate(self._words.keys):
            places.setdefault(root(key), []).append(index)
            if self._words.surface(index).isupper():
                places.setdefault(root(key).upper(), []).append(index)
        return places

    @functools.cached_property
    def _solid(self) -> tuple[str, list[int]]:
        surfaces = [self._words.surface(index).casefold() for index in range(len(self._words.keys))]
        return "".join(surfaces), [0, *itertools.accumulate(map(len, surfaces))]

    def _window(self, match: TermMatch, factor: int) -> range:
        """Return the words among which the term is to be looked for, `factor` times as many as for a weak trace."""
        count = len(self._words.keys)
        reach = factor * min(_WIDEST_WINDOW, max(_NARROWEST_WINDOW, int(count * _WINDOW_SHARE)))
        middle = int(count * (match.start + match.end) / (2 * len(self._source)))
        return range(middle - reach, middle + reach + 1)

    def _balanced(self, match: TermMatch, places: Sequence[int]) -> bool:
        """Return whether the target has a trace as often as the source has what the term begins with.

        A Chinese compound begins with what it says of its head. Where the source has 银行 five times, once in 银行业,
        and the target "bank" four times, the one in 银行业 was passed over.
        """
        term = self._source[match.start : match.end]
        if len(term) < _SHORTEST_COMPOUND:
            return True
        said = self._count(term[:_FIRST_WORD])
        return any(len(self._places[root(self._words.keys[place])]) >= said for place in places)

    def _count(self, part: str) -> int:
        if part not in self._counts:
            self._counts[part] = self._source.count(part)
        return self._counts[part]

    def _near(self, wanted: str, window: range, taken: bytearray) -> list[int]:
        """Return the places of a root in `window` that are not taken, those in its middle first."""
        places = self._places.get(wanted, [])
        inside = places[bisect.bisect_left(places, window.start) : bisect.bisect_left(places, window.stop)]
        middle = (window.start + window.stop) // 2
        return sorted((place for place in inside if not taken[place]), key=lambda place: abs(place - middle))

    def _together(self, roots: tuple[str, ...], least: int, window: range, taken: bytearray) -> Iterator[Sequence[int]]:
        """Yield the places of at least `least` of the roots that stand close together."""
        found = sorted((place, each) for each in dict.fromkeys(roots) for place in self._near(each, window, taken))
        first = 0
        for last in range(len(found)):
            while found[last][0] - found[first][0] > least + _LOOSEST:
                first += 1
            run = {each: place for place, each in found[first : last + 1]}
            if len(run) >= least and not self._parted(run.values()):
                yield tuple(run.values())
                return

    def _parted(self, places: Collection[int]) -> bool:
        """Return whether the end of a clause lies between these words."""
        return STOP in self._words.partings[min(places) + 1 : max(places) + 1]

    def _acronym(self, phrase: Phrase) -> Iterator[Sequence[int]]:
        words = self._words
        for letters in _acronyms(phrase):
            places = words.places.get(word_key(letters.upper()), ())
            for place in itertools.islice(places, self._searched.get(letters, 0), None):
                self._searched[letters] = self._searched.get(letters, 0) + 1
                # In brackets it belongs to the words before them.
                bracketed = words.plain.text[max(0, words.starts[place] - 1)] in "(（"
                if not self._given[place] and words.surface(place)[: len(letters)].isupper() and not bracketed:
                    yield (place,)

    def _definite(self, place: int) -> bool:
        """Return whether a word is said of something known: it has an article or a determiner before it."""
        words = self._words
        if place and words.keys[place - 1] in _DETERMINERS:
            return True
        start = words.starts[place]
        return words.plain.text[max(0, start - 4) : start].lower().endswith("the ")


@functools.lru_cache(maxsize=1 << 14)
def _roots(phrase: Phrase) -> tuple[tuple[str, ...], int]:
    """Return the roots of the words that carry meaning, acronyms in capitals, and which of them is the head."""
    keys = phrase.keys
    content = [key for key in keys if key not in FUNCTION_WORDS] or list(keys)
    before = next((at for at, key in enumerate(keys) if at and key in _HEADS_BEFORE), len(keys))
    head = len([key for key in keys[:before] if key not in FUNCTION_WORDS]) - 1
    acronyms = {word.key for word in phrase.pieces[0] if word.acronym}
    return tuple(root(key).upper() if key in acronyms else root(key) for key in content), max(head, 0)


def _acronyms(phrase: Phrase) -> tuple[str, ...]:
    """Return the acronyms of a rendering, with and without the initials of its small words."""
    words = phrase.surfaces
    every = "".join(word[0] for word in words)
    content = "".join(word[0] for word in words if word not in FUNCTION_WORDS)
    return tuple(
        letters for letters in dict.fromkeys((content, every)) if len(letters) > _SHORTEST_ACRONYM and letters.isalpha()
    )
