"""Which span of a target with spaces between words renders which occurrence of a term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.glossary.brevity import pronouns
from govpub.glossary.claims import Hit, Wanted, covering_ends, give, ordered, verdict_on, wanted
from govpub.glossary.partial import PartialReader
from govpub.glossary.phrase import compile_phrase
from govpub.glossary.verdict import Outcome, TermVerdict, term_key
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from govpub.glossary.index import RenderingIndex
    from govpub.glossary.phrase import Phrase, Place
    from govpub.glossary.verdict import TermKey
    from govpub.glossary.words import Words
    from govpub.model.term import Term, TermMatch

__all__ = ["allocate_words"]

# Words further apart than a clause is long have nothing to do with each other.
_WIDEST_SCATTER = 12
# A term that is lacking more often than this in one text is said to be lacking, without a look for traces of each.
_MOST_TRACED = 40
# What a document has named in full it may call "this year's event" and "the seventh session".
_NAMED_ONCE = frozenset((TermClass.EVENT, TermClass.ORGANISATION))


def allocate_words(
    matches: tuple[TermMatch, ...], words: Words, *, source: str, seen: Collection[TermKey], index: RenderingIndex
) -> tuple[TermVerdict, ...]:
    """Return the verdicts on `matches`, of the text `source`, where the target is a row of words.

    In turn: approved renderings, longest first; short forms; refused renderings outside approved ones; and for what
    is left, what traces of a rendering stand there at least.
    """
    groups = wanted(matches)
    approved = [(group, hit) for group in groups for hit in _approved_hits(group, words, index)]
    masks = [(hit.start, hit.end) for _, hit in approved]
    refused = {id(group): list(_refused_hits(group, words, masks, index)) for group in groups}
    taken = bytearray(len(words.keys))
    give(_outside(approved, refused, len(taken)), taken)
    for group, _hit in approved:
        group.stands = True
    for group in groups:
        _give_short(group, words, taken, seen)
    for group in groups:
        _give_refused(group, refused[id(group)], taken)
    remains = _Remains(words=words, length=len(source), seen=seen, partial=PartialReader(source, words, taken, index))
    verdicts = [verdict for group in groups for verdict in _verdicts(group, remains)]
    return ordered(verdicts)


def _approved_hits(group: Wanted, words: Words, index: RenderingIndex) -> Iterator[Hit]:
    for term in group.terms:
        for rendering in dict.fromkeys(term.approved):
            phrase = compile_phrase(rendering)
            places = list(phrase.places(words))
            if not places:
                continue
            excluded = _excluded(term, phrase, words, index)
            for place in places:
                if excluded(place):
                    continue
                right = term.case == "any" or phrase.keeps_case(words, place)
                yield _hit(place, term, rendering, Outcome.APPROVED if right else Outcome.CASE)


def _excluded(term: Term, phrase: Phrase, words: Words, index: RenderingIndex) -> Callable[[Place], bool]:
    """Return what tells places of an approved rendering at which it is not that rendering after all."""
    # "Working Conference" is a form of "Work Conference"; where it is refused by name, it is not that form.
    refused = [compile_phrase(rendering) for rendering in term.never]
    rivals = {other.surfaces for other in refused if other.keys == phrase.keys} - {phrase.surfaces}
    # A Vice Governor is no Governor, though a General Office of the State Council names the State Council.
    longer = index.titles_around(phrase) if term.term_class is TermClass.TITLE else ()
    titles = [(place.start, place.end) for other in longer for place in other.places(words)]
    reach = covering_ends(titles, len(words.keys)) if titles else None

    def excluded(place: Place) -> bool:
        if rivals and tuple(words.surface(word).casefold() for word in place.words) in rivals:
            return True
        return reach is not None and reach[place.start] >= place.end

    return excluded


def _hit(place: Place, term: Term, rendering: str, outcome: Outcome) -> Hit:
    return Hit(start=place.start, end=place.end, words=place.words, term=term, rendering=rendering, outcome=outcome)


def _give_short(group: Wanted, words: Words, taken: bytearray, seen: Collection[TermKey]) -> None:
    full = min((hit.start for hit in group.given), default=len(words.keys))
    for term in group.terms:
        known = term_key(term) in seen
        for short in term.short:
            for place in compile_phrase(short).places(words):
                if group.lacking <= 0:
                    return
                hit = _hit(place, term, short, Outcome.SHORT if known or full < place.start else Outcome.EARLY)
                if hit.take(taken):
                    group.given.append(hit)


def _refused_hits(group: Wanted, words: Words, masks: list[tuple[int, int]], index: RenderingIndex) -> Iterator[Hit]:
    """Yield the refused renderings that stand in the target outside every approved one."""
    for term in group.terms:
        for refused in dict.fromkeys(term.never):
            phrase = compile_phrase(refused)
            places = list(phrase.places(words))
            if not places:
                continue
            covering = covering_ends([*masks, *_masks(phrase, words, index)], len(words.keys))
            for place in places:
                if covering[place.start] < place.end:
                    yield _hit(place, term, refused, Outcome.FORBIDDEN)


def _outside(
    approved: list[tuple[Wanted, Hit]], refused: dict[int, list[Hit]], length: int
) -> list[tuple[Wanted, Hit]]:
    """Leave out renderings that are only a part of what their own term refuses ("China" in "Republic of China")."""
    covering = {
        group: covering_ends([(hit.start, hit.end) for hit in hits], length) for group, hits in refused.items() if hits
    }
    return [
        (group, hit) for group, hit in approved if id(group) not in covering or covering[id(group)][hit.start] < hit.end
    ]


def _give_refused(group: Wanted, refused: list[Hit], taken: bytearray) -> None:
    for hit in refused:
        if hit.take(taken):
            (group.given if group.lacking > 0 else group.surplus).append(hit)


def _masks(phrase: Phrase, words: Words, index: RenderingIndex) -> Iterator[tuple[int, int]]:
    for other in index.around(phrase):
        for place in other.places(words):
            yield place.start, place.end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Remains:
    """What is known when terms without a span are weighed."""

    words: Words
    length: int
    seen: Collection[TermKey]
    partial: PartialReader

    def share(self, match: TermMatch) -> float:
        """Return how far on in the source a term stands, from 0 to 1."""
        return (match.start + match.end) / (2 * max(1, self.length))


def _verdicts(group: Wanted, remains: _Remains) -> Iterator[TermVerdict]:
    words = remains.words
    given = sorted(group.given, key=lambda hit: hit.start)
    pairs, left = _paired(group.matches, given, remains)
    for match, hit in pairs:
        yield verdict_on(hit, match, words.span(hit.start, hit.end))
    # A pronoun stands for what was said before; that is no omission.
    if left and not (given and len(left) <= pronouns(words)):
        for match in left[:_MOST_TRACED]:
            yield _left_over(group, match, remains)
        for match in left[_MOST_TRACED:]:
            yield TermVerdict(outcome=Outcome.REPEATED, term=group.terms[0], match=match)
    for hit in group.surplus:
        verdict = verdict_on(hit, group.matches[0], words.span(hit.start, hit.end))
        yield TermVerdict(
            outcome=Outcome.SURPLUS, term=hit.term, match=verdict.match, span=verdict.span, rendering=hit.rendering
        )


def _paired(
    matches: Sequence[TermMatch], given: Sequence[Hit], remains: _Remains
) -> tuple[list[tuple[TermMatch, Hit]], list[TermMatch]]:
    """Return the occurrences with the span that each was given, both in their order, and those without one."""
    count = max(1, len(remains.words.keys))
    pairs: list[tuple[TermMatch, Hit]] = []
    left: list[TermMatch] = []
    spare = len(matches) - len(given)
    at = 0
    for hit in given:
        place = hit.start / count
        while spare and abs(remains.share(matches[at + 1]) - place) < abs(remains.share(matches[at]) - place):
            left.append(matches[at])
            at += 1
            spare -= 1
        pairs.append((matches[at], hit))
        at += 1
    return pairs, [*left, *matches[at:]]


def _left_over(group: Wanted, match: TermMatch, remains: _Remains) -> TermVerdict:
    """Return what is left of a term without a span: itself, a trace of it, another's span, its words apart, nothing."""
    words = remains.words
    kept = _kept(group, words)
    if kept is not None:
        return TermVerdict(outcome=Outcome.APPROVED, term=group.terms[0], match=match, span=kept)
    for term in group.terms:
        for rendering in dict.fromkeys(term.approved):
            place = remains.partial.solid(term, rendering)
            if place is not None:
                span = words.span(*place)
                return TermVerdict(outcome=Outcome.APPROVED, term=term, match=match, span=span, rendering=rendering)
    said = group.stands or any(hit.outcome is not Outcome.FORBIDDEN for hit in group.given)
    for term in group.terms:
        again = said or term_key(term) in remains.seen
        for rendering in dict.fromkeys(term.approved):
            trace = remains.partial.find(match, term, rendering, again=again)
            if trace is not None:
                span = words.span(*trace)
                return TermVerdict(outcome=Outcome.PARTIAL, term=term, match=match, span=span, rendering=rendering)
    if said or any(term.term_class in _NAMED_ONCE and term_key(term) in remains.seen for term in group.terms):
        return TermVerdict(outcome=Outcome.REPEATED, term=group.terms[0], match=match)
    return _scattered(group, match, words) or TermVerdict(outcome=Outcome.MISSING, term=group.terms[0], match=match)


def _scattered(group: Wanted, match: TermMatch, words: Words) -> TermVerdict | None:
    for term in group.terms:
        for rendering in term.approved:
            content = compile_phrase(rendering).content_keys
            if len(content) > 1 and all(key in words.places for key in content):
                start, end = _narrowest(content, words)
                if end - start <= len(content) + _WIDEST_SCATTER:
                    span = words.span(start, end)
                    return TermVerdict(outcome=Outcome.SCATTERED, term=term, match=match, span=span)
    return None


def _kept(group: Wanted, words: Words) -> tuple[int, int] | None:
    """Return where a term that is no Chinese word ("5G", "ESG") stands in the target as it stands in the source."""
    source = group.terms[0].source
    if not source.isascii():
        return None
    place = next(compile_phrase(source).places(words), None)
    return words.span(place.start, place.end) if place is not None else None


def _narrowest(keys: frozenset[str], words: Words) -> tuple[int, int]:
    """Return the shortest run of words that has all of `keys`, the first of equals; they all stand in `words`."""
    places = sorted((place, key) for key in keys for place in words.places[key])
    last: dict[str, int] = {}
    best = (places[0][0], places[-1][0] + 1)
    for place, key in places:
        # A key's latest place goes to the end, so the first one is always the left edge of the run.
        last.pop(key, None)
        last[key] = place
        start = next(iter(last.values()))
        if len(last) == len(keys) and place + 1 - start < best[1] - best[0]:
            best = (start, place + 1)
    return best
