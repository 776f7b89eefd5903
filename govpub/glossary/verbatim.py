"""The common case: every term of the source stands in the target as its glossary writes it.

Then nothing has to be read word by word. Where one term does not, or where it cannot be told so simply, there is no
answer here, and the target is read as words. What stands as written goes before other forms of the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.glossary.inflection import is_regular
from govpub.glossary.verdict import Outcome, TermVerdict, term_key
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govpub.glossary.verdict import TermKey
    from govpub.model.term import Term, TermMatch

__all__ = ["Verbatim", "as_written", "verbatim"]

_PLAIN = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,})*")
"""Renderings that are found by their letters; hyphens, apostrophes and gaps can be written in more than one way."""
_BEFORE = frozenset(' \n(“‘"[')
_BEHIND = frozenset(' \n,.;:!?)”"]')
_TELLING = 4
"""Letters with which all regular forms of a word begin that has two more (labour, labor): only the end changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """How a term can be told to stand in a text as it is written."""

    renderings: tuple[str, ...]
    """Of its approved renderings those that are plain words, the longest first."""
    refused: tuple[str, ...]
    """Letters, small, without which no refused rendering stands in a text."""


def verbatim(term: Term) -> Verbatim | None:
    """Return how `term` can be told; None where words must be read: longer titles hold a title, short words vary."""
    renderings = sorted(filter(_PLAIN.fullmatch, dict.fromkeys(term.approved)), key=len, reverse=True)
    refused = [_telling(rendering) for rendering in term.never]
    if not renderings or not all(refused) or term.term_class is TermClass.TITLE:
        return None
    return Verbatim(renderings=tuple(renderings), refused=tuple(refused))


def as_written(
    matches: tuple[TermMatch, ...], target: str, standing: Callable[[Term], Verbatim | None]
) -> tuple[TermVerdict, ...] | None:
    """Return the verdicts on `matches` where each has a span of the target of its own, just as it is written.

    None where one has not: then the target is to be read.
    """
    wanted: dict[TermKey, tuple[Verbatim, list[TermMatch]]] = {}
    for match in matches:
        if len(match.terms) > 1:
            return None
        term = match.terms[0]
        known = standing(term)
        if known is None:
            return None
        wanted.setdefault(term_key(term), (known, []))[1].append(match)
    small = ""
    verdicts: list[TermVerdict] = []
    taken: list[tuple[int, int]] = []
    for known, occurrences in sorted(wanted.values(), key=_longest_first) if len(wanted) > 1 else wanted.values():
        if known.refused:
            small = small or target.lower()
            if any(letters in small for letters in known.refused):
                return None
        found = _spans(known, target, taken, len(occurrences))
        if found is None:
            return None
        rendering, spans = found
        taken = sorted((*taken, *spans))
        verdicts += [
            TermVerdict(outcome=Outcome.APPROVED, term=match.terms[0], match=match, span=span, rendering=rendering)
            for match, span in zip(occurrences, spans, strict=True)
        ]
    if len(verdicts) > 1:
        verdicts.sort(key=lambda verdict: verdict.match.start)
    return tuple(verdicts)


def _longest_first(claim: tuple[Verbatim, list[TermMatch]]) -> int:
    return -len(claim[0].renderings[0])


def _spans(
    known: Verbatim, target: str, taken: list[tuple[int, int]], count: int
) -> tuple[str, list[tuple[int, int]]] | None:
    """Return a rendering and its first `count` places that are not taken; None where it has not so many.

    Those that are taken are in order, and none overlaps another.
    """
    for rendering in known.renderings:
        spans: list[tuple[int, int]] = []
        for start, end in _places(rendering, target):
            before = bisect_left(taken, (end, 0))
            if not before or taken[before - 1][1] <= start:
                spans.append((start, end))
                if len(spans) == count:
                    return rendering, spans
    return None


def _places(rendering: str, target: str) -> Iterator[tuple[int, int]]:
    start = target.find(rendering)
    while start >= 0:
        end = start + len(rendering)
        if (not start or target[start - 1] in _BEFORE) and (end == len(target) or target[end] in _BEHIND):
            yield start, end
        start = target.find(rendering, end)


def _telling(rendering: str) -> str:
    """Return letters that stand in every form of a rendering; empty where there are none that are certain."""
    words = [word for word in re.findall("[a-z]+", rendering.lower()) if len(word) > _TELLING + 1 and is_regular(word)]
    return max(words, key=len)[:_TELLING] if words else ""
