"""Where a text has what tells a reader that there is something to read: found for all readers in one pass.

Most texts have few values, and each kind of value is told by a character or a word: 年, %, "quarter". The cues of a
language are found first (Aho-Corasick), and only then is a pattern tried, at the places where it can match.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Cues", "Places", "any_match", "blanked", "matches_at", "matches_near", "places_of"]

Places: TypeAlias = "dict[str, list[int]]"
"""The places of each kind of cue that a text has, in order; a kind that it has not is no key."""

_NUMERALS = frozenset(("digit", "han", "scale"))
_BLANK = "\0"
_BLANKS = re.compile(r"\0+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Cues:
    """The cues of one language, by kind."""

    def __init__(self, kinds: Mapping[str, Iterable[str]], *, plain: re.Pattern[str]) -> None:
        """Take the strings of each kind (where two begin at one place, the longer counts), and what digits are plain.

        Digits that `plain` does not match are of the kind "odd", too: they may be more than a number.
        """
        self._kind = {string: kind for kind, strings in kinds.items() for string in strings}
        self._plain = plain

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(tuple(self._kind), MatchKind.LeftmostLongest, implementation=Implementation.DFA)

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        return tuple(self._kind.values())

    def find(self, text: str) -> Places:
        """Return where each kind stands; of numerals in a row the first place only."""
        kinds = self._kinds
        places: Places = {}
        row, reach = "", 0
        for number, start, end in self._matches(text):
            kind = kinds[number]
            if start != reach or kind != row or kind not in _NUMERALS:
                row = kind
                if kind in places:
                    places[kind].append(start)
                else:
                    places[kind] = [start]
            reach = end
        if "digit" in places:
            odd = [place for place in places["digit"] if not self._plain.match(text, place)]
            if odd:
                places["odd"] = odd
        return places

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return self._automaton.find_matches_as_indexes(_LONE_SURROGATE.sub("\ufffd", text))


def places_of(places: Places, *kinds: str) -> list[int]:
    """Return the places of several kinds together, in order."""
    found = [places[kind] for kind in kinds if kind in places]
    return found[0].copy() if len(found) == 1 else sorted(chain.from_iterable(found))


def any_match(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> bool:
    """Return whether a pattern matches at one of these places."""
    match = pattern.match
    for place in places:  # noqa: SIM110  any() takes a generator, which costs more than the match
        if match(text, place):
            return True
    return False


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at `places`, which are in order; none begins before the last one's end.

    Where a place is blank by now, what follows the blank is tried: a row of digits may have lost its first.
    """
    done = 0
    for place in places:
        if place < done:
            continue
        found = pattern.match(text, place)
        if found is None and text[place] == _BLANK:
            blank = _BLANKS.match(text, place)
            done = blank.end() if blank else place
            found = pattern.match(text, done)
        if found is not None:
            done = found.end()
            yield found


def matches_near(
    pattern: re.Pattern[str], text: str, places: Sequence[int], *, before: int, after: int
) -> Iterator[re.Match[str]]:
    """Yield the matches that lie within `before` characters before a place and `after` characters from it on."""
    start, stop = 0, -1
    for place in places:
        if place - before > stop >= 0:
            yield from pattern.finditer(text, start, stop)
            start = place - before
        elif stop < 0:
            start = max(0, place - before)
        stop = place + after
    if stop >= 0:
        yield from pattern.finditer(text, start, stop)


def blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with neutral characters at `spans`, so that nothing is read twice and offsets stay."""
    if not spans:
        return text
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (text[done:start], _BLANK * (end - start))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
