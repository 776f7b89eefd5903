"""A glossary held to its own rules: its examples, its authorities, and what contradicts itself."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from govpub.glossary.phrase import compile_phrase
from govpub.glossary.scanner import Scanner
from govpub.glossary.strings import string_key
from govpub.glossary.verdict import Outcome, may_vary, term_key
from govpub.messages import _
from govpub.model.finding import Finding, Severity, Span
from govpub.model.term import PersonKind, TermClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from govpub.glossary.verdict import TermVerdict
    from govpub.model.term import DatedTitle, Example, Glossary, Term

__all__ = ["test_glossary"]

# What must name its authority, and how bad it is when it does not: wording that is fixed by someone else.
_ATTESTED = {
    TermClass.FORMULATION: Severity.ERROR,
    TermClass.ORGANISATION: Severity.ERROR,
    TermClass.LAW: Severity.WARNING,
    TermClass.EVENT: Severity.WARNING,
}
_RIGHT = frozenset((Outcome.APPROVED, Outcome.SHORT))


def test_glossary(glossary: Glossary, day: date | None = None) -> tuple[Finding, ...]:  # noqa: PT028  no pytest test
    """Return what is wrong with a glossary, in its order.

    Its rules: `glossary.ok`, `glossary.bad` (examples, read against the whole glossary on `day`, or on a day on which
    their term holds), `glossary.empty`, `glossary.authority`, `glossary.dates`, `glossary.not-in`,
    `glossary.duplicate`, `glossary.conflict`, `glossary.contradiction`, `glossary.person`.
    """
    found: list[tuple[int, Finding]] = []
    scanners: dict[date | None, Scanner] = {}
    senses: dict[str, list[tuple[int, Term]]] = {}
    for number, term in enumerate(glossary.terms):
        found += ((number, finding) for finding in _of_term(term))
        on = day if term.holds_on(day) else term.valid_to or term.valid_from
        if on not in scanners:
            scanners[on] = Scanner(glossary, source=glossary.source, target=glossary.target, day=on)
        found += ((number, finding) for finding in _of_examples(term, scanners[on]))
        senses.setdefault(string_key(term.source), []).append((number, term))
    found += _of_titles(glossary)
    for group in senses.values():
        for (_first, one), (number, other) in combinations(group[:_MOST_SENSES], 2):
            found += ((number, finding) for finding in _of_pair(one, other))
    found.sort(key=lambda pair: pair[0])
    return tuple(finding for _number, finding in found)


test_glossary.__test__ = False  # type: ignore[attr-defined]  # pytest takes a function of this name for a test

# Pairs grow with the square; nobody gives one term so many senses but a broken program.
_MOST_SENSES = 50


def _finding(
    term: Term, rule: str, message: str, severity: Severity = Severity.ERROR, example: Example | None = None
) -> Finding:
    return Finding(
        rule=f"glossary.{rule}",
        severity=severity,
        message=message,
        unit=term.sense or term.source,
        at=term.at,
        source=Span(example.source, 0, len(example.source)) if example is not None else None,
        target=Span(example.target, 0, len(example.target)) if example is not None else None,
    )


def _of_term(term: Term) -> Iterator[Finding]:
    names = {"term": term.source}
    if not any(compile_phrase(rendering).pieces for rendering in term.approved if rendering.strip()):
        yield _finding(term, "empty", _("“{term}” has no rendering").format(**names))
    if not term.authority and term.term_class in _ATTESTED:
        message = _("“{term}” ({kind}) names no authority: add its source").format(kind=term.term_class.value, **names)
        yield _finding(term, "authority", message, _ATTESTED[term.term_class])
    if term.valid_from is not None and term.valid_to is not None and term.valid_from > term.valid_to:
        yield _finding(term, "dates", _("“{term}” ends before it begins").format(**names))
    for context in term.not_in:
        if string_key(term.source) not in string_key(context):
            message = _("“{context}” under not-in does not contain “{term}”").format(context=context, **names)
            yield _finding(term, "not-in", message, Severity.WARNING)
    for refused in _refused_of(term, term):
        message = _("“{term}” both approves and refuses “{rendering}”").format(rendering=refused, **names)
        yield _finding(term, "conflict", message)


def _of_titles(glossary: Glossary) -> Iterator[tuple[int, Finding]]:
    """Yield what is wrong with titles: on what is no person, ended before begun, held by two on one day."""
    holders: dict[str, list[tuple[Term, DatedTitle]]] = {}
    for number, term in enumerate(glossary.terms):
        names = {"term": term.source}
        if term.term_class is not TermClass.PERSON:
            if term.titles or term.kind is not PersonKind.MAINLAND:
                message = _("“{term}” has titles or a kind, but is no person").format(**names)
                yield number, _finding(term, "person", message, Severity.WARNING)
            continue
        for title in term.titles:
            if title.valid_from and title.valid_to and title.valid_from > title.valid_to:
                message = _("the title {title} of “{term}” ends before it begins").format(title=title.title, **names)
                yield number, _finding(term, "dates", message)
            others = holders.setdefault(title.title, [])
            for other, held in others[:_MOST_SENSES]:
                if other.source != term.source and _overlap(title, held):
                    message = _("“{term}” and “{other}” are both {title} on one day")
                    message = message.format(other=other.source, title=title.title, **names)
                    yield number, _finding(term, "person", message, Severity.WARNING)
            others.append((term, title))


def _refused_of(term: Term, other: Term) -> list[str]:
    """Return the renderings that `term` approves and `other` refuses."""
    refused = {compile_phrase(rendering).surfaces for rendering in other.never} - {()}
    return [rendering for rendering in (*term.approved, *term.short) if compile_phrase(rendering).surfaces in refused]


def _of_pair(one: Term, other: Term) -> Iterator[Finding]:
    names = {"term": other.source, "place": str(one.at)}
    if one.sense == other.sense:
        yield _finding(other, "duplicate", _("“{term}” stands twice, first at {place}").format(**names))
        return
    if not _overlap(one, other):
        return
    for rendering in (*_refused_of(one, other), *_refused_of(other, one)):
        message = _("one sense of “{term}” approves “{rendering}”, another refuses it on the same day")
        yield _finding(other, "conflict", message.format(rendering=rendering, **names))
    if _dated(one) and _dated(other):
        message = _("two dated senses of “{term}” hold on the same day; the other is at {place}").format(**names)
        yield _finding(other, "contradiction", message, Severity.WARNING)


def _dated(term: Term) -> bool:
    return term.valid_from is not None or term.valid_to is not None


def _overlap(one: Term | DatedTitle, other: Term | DatedTitle) -> bool:
    starts = [day for day in (one.valid_from, other.valid_from) if day is not None]
    ends = [day for day in (one.valid_to, other.valid_to) if day is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _of_examples(term: Term, scanner: Scanner) -> Iterator[Finding]:
    # Examples are sentences out of their documents: the full form may have been read before.
    seen = frozenset((term_key(term),))
    for example in term.ok:
        verdicts = scanner.compare(example.source, example.target, seen=seen)
        yield from _faults_of_ok(term, example, verdicts)
    for example in term.bad:
        own = _own(term, scanner.compare(example.source, example.target, seen=seen))
        passed = _RIGHT | {Outcome.PARTIAL} if may_vary(term) else _RIGHT
        if all(verdict.outcome in passed for verdict in own):
            message = _("this example of “{term}” is marked bad, but nothing in it is found wrong")
            yield _finding(term, "bad", message.format(term=term.source), example=example)


def _faults_of_ok(term: Term, example: Example, verdicts: tuple[TermVerdict, ...]) -> Iterator[Finding]:
    own = _own(term, verdicts)
    if not own:
        message = _("this example of “{term}” does not contain the term").format(term=term.source)
        yield _finding(term, "ok", message, example=example)
    for verdict in verdicts:
        if verdict.outcome in _RIGHT or (verdict.outcome is Outcome.EARLY and verdict not in own):
            continue
        message = _("this example of “{term}” is marked ok, but “{other}” is found {outcome} in it").format(
            term=term.source, other=verdict.term.source, outcome=verdict.outcome.value
        )
        severity = Severity.ERROR if verdict in own else Severity.WARNING
        yield _finding(term, "ok", message, severity, example)


def _own(term: Term, verdicts: Iterable[TermVerdict]) -> list[TermVerdict]:
    return [verdict for verdict in verdicts if term in verdict.match.terms]
