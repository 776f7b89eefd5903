"""Claims of terms to spans of the target: each span is given once, the longest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govpub.glossary.verdict import Outcome, TermVerdict, term_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.glossary.verdict import TermKey
    from govpub.model.term import Term, TermMatch

__all__ = ["Hit", "Wanted", "covering_ends", "give", "ordered", "verdict_on", "wanted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A form of a term that stands in the target."""

    start: int
    end: int
    words: Sequence[int]
    """What it takes up: all from `start` to `end`, but for the words that fill its gaps."""
    term: Term
    rendering: str
    outcome: Outcome

    def take(self, taken: bytearray) -> bool:
        """Take its words up and return True, unless one of them is taken already."""
        if any(taken[word] for word in self.words):
            return False
        for word in self.words:
            taken[word] = 1
        return True


@dataclass(slots=True, kw_only=True)
class Wanted:
    """The occurrences of one term in the source, and the spans of the target that were given to them."""

    key: tuple[TermKey, ...]
    """What tells it from the other terms of the text."""
    terms: tuple[Term, ...]
    beside: set[tuple[TermKey, ...]] = field(default_factory=set)
    """The terms of which an occurrence stands next to one of this in the source, with nothing between."""
    matches: list[TermMatch] = field(default_factory=list)
    given: list[Hit] = field(default_factory=list)
    surplus: list[Hit] = field(default_factory=list)
    stands: bool = False
    """Whether an approved rendering stands in the target at all, be it given to another occurrence or term."""

    @property
    def lacking(self) -> int:
        """Return how many occurrences have no span yet."""
        return len(self.matches) - len(self.given)


def wanted(matches: Iterable[TermMatch]) -> list[Wanted]:
    """Return the terms of `matches`, in order of their first occurrence, with nothing given to them yet."""
    groups: dict[tuple[TermKey, ...], Wanted] = {}
    known: dict[int, Wanted] = {}
    end, last = -1, None
    for match in matches:
        group = known.get(id(match.terms))
        if group is None:
            key = tuple(map(term_key, match.terms))
            group = known[id(match.terms)] = groups.setdefault(key, Wanted(key=key, terms=match.terms))
        group.matches.append(match)
        if last is not None and last is not group and end == match.start:
            group.beside.add(last.key)
            last.beside.add(group.key)
        end, last = match.end, group
    return list(groups.values())


def give(hits: list[tuple[Wanted, Hit]], taken: bytearray) -> None:
    """Give each hit to the term that wants it, the longest first; one that nobody wants leaves its words free.

    A span covers what is nested in it. Only where the two terms stand side by side in the source may one span render
    both: 四川 and 省人民政府 in "People's Government of Sichuan Province".
    """
    spans: dict[tuple[int, int], list[tuple[Wanted, Hit]]] = {}
    for group, hit in hits:
        spans.setdefault((hit.start, hit.end), []).append((group, hit))
    order = sorted(
        spans.items(),
        key=lambda item: (
            item[0][0] - item[0][1],
            all(hit.outcome is Outcome.CASE for _, hit in item[1]),
            item[0][0],
        ),
    )
    nested: list[tuple[Wanted, Hit]] = []
    owners: dict[int, Wanted] = {}
    for _span, candidates in order:
        open_ones = [(group, hit) for group, hit in candidates if group.lacking > 0]
        if not open_ones:
            continue
        group, hit = min(open_ones, key=lambda pair: (pair[1].outcome is Outcome.CASE, -pair[0].lacking))
        if hit.take(taken):
            group.given.append(hit)
            owners.update(dict.fromkeys(hit.words, group))
        else:
            nested.append((group, hit))
    for group, hit in nested:
        if group.lacking > 0 and all(word in owners and owners[word].key in group.beside for word in hit.words):
            group.given.append(hit)


def covering_ends(masks: Iterable[tuple[int, int]], length: int) -> list[int]:
    """Return for each word how far the approved spans reach that begin at it or before it."""
    reach = [0] * length
    for start, end in masks:
        reach[start] = max(reach[start], end)
    for index in range(1, length):
        reach[index] = max(reach[index], reach[index - 1])
    return reach


def verdict_on(hit: Hit, match: TermMatch, span: tuple[int, int]) -> TermVerdict:
    """Return what `hit`, at `span` of the stored target, says of the occurrence `match`."""
    return TermVerdict(outcome=hit.outcome, term=hit.term, match=match, span=span, rendering=hit.rendering)


def ordered(verdicts: list[TermVerdict]) -> tuple[TermVerdict, ...]:
    """Return verdicts in the order of the source, those on surplus refused renderings last."""
    return tuple(
        sorted(
            verdicts, key=lambda verdict: (verdict.outcome is Outcome.SURPLUS, verdict.match.start, verdict.span or ())
        )
    )
