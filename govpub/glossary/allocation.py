"""Which span of the target renders which occurrence of a term: each span is used once, the longest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govpub.glossary.brevity import pronouns
from govpub.glossary.phrase import compile_phrase
from govpub.glossary.strings import occurrences, string_key
from govpub.glossary.verdict import Outcome, TermVerdict, term_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from govpub.glossary.index import RenderingIndex
    from govpub.glossary.phrase import Phrase, Place
    from govpub.glossary.reading import Plain
    from govpub.glossary.verdict import TermKey
    from govpub.glossary.words import Words
    from govpub.model.term import Term, TermMatch

__all__ = ["allocate_strings", "allocate_words"]

# Words further apart than a clause is long have nothing to do with each other.
_WIDEST_SCATTER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
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
class _Wanted:
    """The occurrences of one term in the source, and the spans of the target that were given to them."""

    key: tuple[TermKey, ...]
    """What tells it from the other terms of the text."""
    terms: tuple[Term, ...]
    beside: set[tuple[TermKey, ...]] = field(default_factory=set)
    """The terms of which an occurrence stands next to one of this in the source, with nothing between."""
    matches: list[TermMatch] = field(default_factory=list)
    given: list[_Hit] = field(default_factory=list)
    surplus: list[_Hit] = field(default_factory=list)
    stands: bool = False
    """Whether an approved rendering stands in the target at all, be it given to another occurrence or term."""

    @property
    def lacking(self) -> int:
        """Return how many occurrences have no span yet."""
        return len(self.matches) - len(self.given)


def _wanted(matches: Iterable[TermMatch]) -> list[_Wanted]:
    groups: dict[tuple[TermKey, ...], _Wanted] = {}
    known: dict[int, _Wanted] = {}
    end, last = -1, None
    for match in matches:
        group = known.get(id(match.terms))
        if group is None:
            key = tuple(map(term_key, match.terms))
            group = known[id(match.terms)] = groups.setdefault(key, _Wanted(key=key, terms=match.terms))
        group.matches.append(match)
        if last is not None and last is not group and end == match.start:
            group.beside.add(last.key)
            last.beside.add(group.key)
        end, last = match.end, group
    return list(groups.values())


def allocate_words(
    matches: tuple[TermMatch, ...], words: Words, *, seen: Collection[TermKey], index: RenderingIndex
) -> tuple[TermVerdict, ...]:
    """Return the verdicts on `matches` where the target is a row of words.

    In turn: approved renderings, longest first; short forms; refused renderings outside approved ones; and for what
    is left, whether all words of a rendering stand there at least.
    """
    groups = _wanted(matches)
    approved = [(group, hit) for group in groups for hit in _approved_hits(group, words)]
    masks = [(hit.start, hit.end) for _, hit in approved]
    refused = {id(group): list(_refused_hits(group, words, masks, index)) for group in groups}
    taken = bytearray(len(words.keys))
    _give(_outside(approved, refused, len(taken)), taken)
    for group, _hit in approved:
        group.stands = True
    for group in groups:
        _give_short(group, words, taken, seen)
    for group in groups:
        _give_refused(group, refused[id(group)], taken)
    verdicts = [verdict for group in groups for verdict in _verdicts(group, words)]
    return _ordered(verdicts)


def _approved_hits(group: _Wanted, words: Words) -> Iterator[_Hit]:
    for term in group.terms:
        refused = [compile_phrase(rendering) for rendering in term.never]
        for rendering in dict.fromkeys(term.approved):
            phrase = compile_phrase(rendering)
            # "Working Conference" is a form of "Work Conference"; where it is refused by name, it is not that form.
            rivals = {other.surfaces for other in refused if other.keys == phrase.keys} - {phrase.surfaces}
            for place in phrase.places(words):
                if rivals and tuple(words.surface(index).casefold() for index in place.words) in rivals:
                    continue
                right = term.case == "any" or phrase.keeps_case(words, place)
                yield _hit(place, term, rendering, Outcome.APPROVED if right else Outcome.CASE)


def _hit(place: Place, term: Term, rendering: str, outcome: Outcome) -> _Hit:
    return _Hit(start=place.start, end=place.end, words=place.words, term=term, rendering=rendering, outcome=outcome)


def _give(hits: list[tuple[_Wanted, _Hit]], taken: bytearray) -> None:
    """Give each hit to the term that wants it, the longest first; one that nobody wants leaves its words free.

    A span covers what is nested in it. Only where the two terms stand side by side in the source may one span render
    both: 四川 and 省人民政府 in "People's Government of Sichuan Province".
    """
    spans: dict[tuple[int, int], list[tuple[_Wanted, _Hit]]] = {}
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
    nested: list[tuple[_Wanted, _Hit]] = []
    owners: dict[int, _Wanted] = {}
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


def _give_short(group: _Wanted, words: Words, taken: bytearray, seen: Collection[TermKey]) -> None:
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


def _refused_hits(group: _Wanted, words: Words, masks: list[tuple[int, int]], index: RenderingIndex) -> Iterator[_Hit]:
    """Yield the refused renderings that stand in the target outside every approved one."""
    for term in group.terms:
        for refused in dict.fromkeys(term.never):
            phrase = compile_phrase(refused)
            places = list(phrase.places(words))
            if not places:
                continue
            covering = _covering([*masks, *_masks(phrase, words, index)], len(words.keys))
            for place in places:
                if covering[place.start] < place.end:
                    yield _hit(place, term, refused, Outcome.FORBIDDEN)


def _outside(
    approved: list[tuple[_Wanted, _Hit]], refused: dict[int, list[_Hit]], length: int
) -> list[tuple[_Wanted, _Hit]]:
    """Leave out renderings that are only a part of what their own term refuses ("China" in "Republic of China")."""
    covering = {
        group: _covering([(hit.start, hit.end) for hit in hits], length) for group, hits in refused.items() if hits
    }
    return [
        (group, hit) for group, hit in approved if id(group) not in covering or covering[id(group)][hit.start] < hit.end
    ]


def _give_refused(group: _Wanted, refused: list[_Hit], taken: bytearray) -> None:
    for hit in refused:
        if hit.take(taken):
            (group.given if group.lacking > 0 else group.surplus).append(hit)


def _masks(phrase: Phrase, words: Words, index: RenderingIndex) -> Iterator[tuple[int, int]]:
    for other in index.around(phrase):
        for place in other.places(words):
            yield place.start, place.end


def _covering(masks: Iterable[tuple[int, int]], length: int) -> list[int]:
    """Return for each word how far the approved spans reach that begin at it or before it."""
    reach = [0] * length
    for start, end in masks:
        reach[start] = max(reach[start], end)
    for index in range(1, length):
        reach[index] = max(reach[index], reach[index - 1])
    return reach


def _verdicts(group: _Wanted, words: Words) -> Iterator[TermVerdict]:
    given = sorted(group.given, key=lambda hit: hit.start)
    for match, hit in zip(group.matches, given, strict=False):
        yield _verdict(hit, match, words.span(hit.start, hit.end))
    left = group.matches[len(given) :]
    # A pronoun stands for what was said before; that is no omission.
    if left and not (given and len(left) <= pronouns(words)):
        outcome, term, span = _remains(group, words)
        for match in left:
            yield TermVerdict(outcome=outcome, term=term, match=match, span=span)
    for hit in group.surplus:
        verdict = _verdict(hit, group.matches[0], words.span(hit.start, hit.end))
        yield TermVerdict(
            outcome=Outcome.SURPLUS, term=hit.term, match=verdict.match, span=verdict.span, rendering=hit.rendering
        )


def _verdict(hit: _Hit, match: TermMatch, span: tuple[int, int]) -> TermVerdict:
    return TermVerdict(outcome=hit.outcome, term=hit.term, match=match, span=span, rendering=hit.rendering)


def _remains(group: _Wanted, words: Words) -> tuple[Outcome, Term, tuple[int, int] | None]:
    """Return what is left of a term without a span: another's, the term itself, its words apart, or nothing."""
    if group.stands or any(hit.outcome is not Outcome.FORBIDDEN for hit in group.given):
        return Outcome.REPEATED, group.terms[0], None
    kept = _kept(group, words)
    if kept is not None:
        return Outcome.APPROVED, group.terms[0], kept
    for term in group.terms:
        for rendering in term.approved:
            content = compile_phrase(rendering).content_keys
            if len(content) > 1 and all(key in words.places for key in content):
                start, end = _narrowest(content, words)
                if end - start <= len(content) + _WIDEST_SCATTER:
                    return Outcome.SCATTERED, term, words.span(start, end)
    return Outcome.MISSING, group.terms[0], None


def _kept(group: _Wanted, words: Words) -> tuple[int, int] | None:
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


def _ordered(verdicts: list[TermVerdict]) -> tuple[TermVerdict, ...]:
    return tuple(
        sorted(
            verdicts, key=lambda verdict: (verdict.outcome is Outcome.SURPLUS, verdict.match.start, verdict.span or ())
        )
    )


def allocate_strings(matches: tuple[TermMatch, ...], target: Plain) -> tuple[TermVerdict, ...]:
    """Return the verdicts on `matches` where the target has no spaces, and the terms stand in it as they are.

    Any term that has the rendering found in the source will do; one inside a longer string of its `not-in` will not.
    """
    groups = _wanted(matches)
    hits = [(group, hit) for group in groups for term in group.terms for hit in _string_hits(term, target.text)]
    _give(hits, bytearray(len(target.text)))
    verdicts: list[TermVerdict] = []
    for group in groups:
        given = sorted(group.given, key=lambda hit: hit.start)
        for match, hit in zip(group.matches, given, strict=False):
            verdicts.append(_verdict(hit, match, target.span(hit.start, hit.end)))
        outcome = Outcome.REPEATED if given else Outcome.MISSING
        term = given[0].term if given else group.terms[0]
        verdicts += [TermVerdict(outcome=outcome, term=term, match=match) for match in group.matches[len(given) :]]
    return _ordered(verdicts)


def _string_hits(term: Term, text: str) -> Iterator[_Hit]:
    excepted: list[tuple[int, int]] = []
    for context in term.not_in:
        excepted += occurrences(string_key(context), text)
    covering = _covering(excepted, len(text)) if excepted else []
    for start, end in occurrences(string_key(term.source), text):
        if not (covering and covering[start] >= end):
            yield _Hit(
                start=start,
                end=end,
                words=range(start, end),
                term=term,
                rendering=term.source,
                outcome=Outcome.APPROVED,
            )
