"""Which span of a target without spaces between words renders which occurrence of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.glossary.claims import Hit, covering_ends, give, ordered, verdict_on, wanted
from govpub.glossary.strings import occurrences, string_key
from govpub.glossary.verdict import Outcome, TermVerdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govpub.glossary.reading import Plain
    from govpub.model.term import Term, TermMatch

__all__ = ["allocate_strings"]


def allocate_strings(
    matches: tuple[TermMatch, ...], target: Plain, exceptions: Callable[[Term], Iterable[str]]
) -> tuple[TermVerdict, ...]:
    """Return the verdicts on `matches` where the target has no spaces, and the terms stand in it as they are.

    Any term that has the rendering found in the source will do. `exceptions` gives the longer strings (keys) in which
    a term is not meant.
    """
    groups = wanted(matches)
    hits = [
        (group, hit)
        for group in groups
        for term in group.terms
        for hit in _string_hits(term, target.text, exceptions(term))
    ]
    give(hits, bytearray(len(target.text)))
    verdicts: list[TermVerdict] = []
    for group in groups:
        given = sorted(group.given, key=lambda hit: hit.start)
        for match, hit in zip(group.matches, given, strict=False):
            verdicts.append(verdict_on(hit, match, target.span(hit.start, hit.end)))
        outcome = Outcome.REPEATED if given else Outcome.MISSING
        term = given[0].term if given else group.terms[0]
        verdicts += [TermVerdict(outcome=outcome, term=term, match=match) for match in group.matches[len(given) :]]
    return ordered(verdicts)


def _string_hits(term: Term, text: str, exceptions: Iterable[str]) -> Iterator[Hit]:
    excepted = [span for context in exceptions for span in occurrences(context, text)]
    covering = covering_ends(excepted, len(text)) if excepted else []
    for start, end in occurrences(string_key(term.source), text):
        if not (covering and covering[start] >= end):
            yield Hit(
                start=start,
                end=end,
                words=range(start, end),
                term=term,
                rendering=term.source,
                outcome=Outcome.APPROVED,
            )
