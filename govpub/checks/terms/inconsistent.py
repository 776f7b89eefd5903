"""terms.inconsistent: one term, or one quoted set phrase, has two renderings in a release or across the archive.

A term may have several approved renderings; one document keeps to one of them, and so do the documents that are
checked together. Only what an authority or its class fixes is held to that, and phrases in quotation marks.

Wrong:  白皮书 (“white paper” and “policy paper” approved): … the white paper … The policy paper …
Right:  … the white paper … The white papers …

Traps: inflection and capitals make no other rendering; a short form ("provincial government" for "provincial people's
government") or acronym is none either; ordinary words without an authority may vary; another sense of a term is
another term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govpub.checks.terms.item_count import NUMBER_WORDS, NUMERALS
from govpub.glossary.phrase import compile_phrase
from govpub.glossary.verdict import Outcome, may_vary, term_key
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Hashable, Iterator, Sequence

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.inconsistent"

_CHINESE_QUOTE = pattern(r"[“「]([\u4e00-\u9fff]{3,12})[”」]")
_ENGLISH_QUOTE = pattern(r"[“\"]([^“”\"]{2,80})[”\"]")


class _Use(NamedTuple):
    term: Hashable
    """What tells the term from all others."""
    name: str
    rendering: str
    source: tuple[int, int]
    target: tuple[int, int]


class _First(NamedTuple):
    keys: tuple[str, ...]
    rendering: str
    place: str


def check(documents: Sequence[Document]) -> Iterator[Finding]:
    """Yield a finding for each document and rendering that is not the one with which the run began."""
    first: dict[Hashable, _First] = {}
    for document in documents:
        if not document.context.target.spaces_words:
            continue
        said: set[tuple[Hashable, tuple[str, ...]]] = set()
        for unit, reading in document.final:
            for use in _uses(unit, reading):
                keys = compile_phrase(use.rendering).keys
                known = first.setdefault(use.term, _First(keys, use.rendering, _place(unit, document)))
                if _alike(keys, known.keys) or (use.term, keys) in said:
                    continue
                said.add((use.term, keys))
                message = _("“{term}” is “{rendering}” here, but “{other}” at {place}")
                yield document.context.finding(
                    NAME,
                    unit,
                    message.format(term=use.name, rendering=use.rendering, other=known.rendering, place=known.place),
                    severity=Severity.WARNING,
                    source=use.source,
                    target=use.target,
                    suggestion=known.rendering,
                )


def _uses(unit: Unit, reading: UnitContext) -> Iterator[_Use]:
    known: list[tuple[int, int]] = []
    for verdict in reading.verdicts:
        span = (verdict.match.start, verdict.match.end)
        known.append(span)
        if verdict.outcome in (Outcome.APPROVED, Outcome.CASE) and not may_vary(verdict.term):
            if not verdict.rendering or verdict.rendering.isupper():
                continue  # kept as the source has it, or an acronym: that is short, not other
            assert verdict.span is not None, "a rendering stands somewhere"
            yield _Use(term_key(verdict.term), verdict.term.source, verdict.rendering, span, verdict.span)
    for phrase, answer in _quotations(unit):
        if not any(start < phrase.end(1) and phrase.start(1) < end for start, end in known):
            yield _Use(phrase[1], phrase[1], answer[1].strip(" .,;"), phrase.span(1), answer.span(1))


def _quotations(unit: Unit) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each quoted phrase with the quotation that renders it, where that can be told.

    Of several it can be told where both texts quote as often, and the rendering counts what its phrase counts.
    """
    quoted = list(_CHINESE_QUOTE.finditer(unit.segment.text))
    answers = list(_ENGLISH_QUOTE.finditer(unit.target)) if quoted else []
    if len(quoted) != len(answers):
        return
    for phrase, answer in zip(quoted, answers, strict=True):
        number = NUMERALS.get(phrase[1][0])
        if len(quoted) == 1 or (number is not None and NUMBER_WORDS[number].search(answer[1])):
            yield phrase, answer


def _alike(keys: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Return whether one rendering has no word that the other lacks: it is the other, or short for it."""
    shorter, longer = sorted((keys, others), key=len)
    rest = iter(longer)
    return all(key in rest for key in shorter)


def _place(unit: Unit, document: Document) -> str:
    at = document.context.finding(NAME, unit, "").at
    return str(at) or unit.segment.id
