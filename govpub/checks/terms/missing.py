"""terms.missing: a term of the source has no approved rendering in the target.

Every occurrence of a term wants a rendering of its own, in any inflection, with or without articles and hyphens. It is
an error for what an authority has fixed (formulations, bodies, titles, people, laws, events) and a warning for other
terms. It is a warning too where all words of a rendering stand in the target but apart, and where the term is
rendered less often than the source has it.

Wrong:  坚决做到“两个维护” => resolutely uphold the leadership
Right:  坚决做到“两个维护” => resolutely accomplish the “two upholds”

Traps: a longer term covers the shorter one inside it (中国共产党 is not also 共产党, "CPC Central Committee" not also
"CPC"); a term inside a longer string of its `not-in` is not meant (两个维护者); the article's day chooses among dated
senses (五个统筹); a pronoun may stand for a repeated term, and "5G" for itself; an ordinary word without an authority
may be varied where a part of its rendering stands near ("banking industry" for "banking sector"); 瑞士财政部 is another
country's ministry, and a body whose name only begins a longer one is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.terms.elsewhere import begins_longer_name, of_another_country
from govpub.checks.wording import approved_forms, expected_form, found_text, with_authority
from govpub.glossary.verdict import Outcome, may_vary, term_key
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.model.term import TermClass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.glossary.verdict import TermKey, TermVerdict
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.missing"

_FREE_WORDING = frozenset((TermClass.TERM, TermClass.PLACE))

_LACKING = frozenset((Outcome.MISSING, Outcome.SCATTERED, Outcome.REPEATED, Outcome.PARTIAL))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each occurrence of a term that has no rendering of its own."""
    repeated: set[TermKey] = set()
    for verdict in context.verdicts:
        if verdict.outcome not in _LACKING or (verdict.outcome is Outcome.PARTIAL and may_vary(verdict.term)):
            continue
        if verdict.outcome is Outcome.REPEATED:
            if term_key(verdict.term) in repeated:
                continue  # said once: a text that repeats a term six times repeats one mistake
            repeated.add(term_key(verdict.term))
        if _is_body(verdict, context) and of_another_country(unit.segment.text, verdict.match.start):
            continue
        yield context.finding(
            NAME,
            unit,
            with_authority(_message(verdict, unit, context), verdict),
            severity=gravity(verdict, unit, context),
            source=(verdict.match.start, verdict.match.end),
            target=verdict.span,
            suggestion=expected_form(verdict, context),
        )


def gravity(verdict: TermVerdict, unit: Unit, context: UnitContext) -> Severity:
    """Return how bad it is that this occurrence has no approved rendering."""
    if verdict.outcome is not Outcome.MISSING or verdict.term.term_class in _FREE_WORDING:
        return Severity.WARNING
    text, match = unit.segment.text, verdict.match
    if _is_body(verdict, context) and (of_another_country(text, match.start) or begins_longer_name(text, match.end)):
        return Severity.WARNING
    return Severity.ERROR


def _is_body(verdict: TermVerdict, context: UnitContext) -> bool:
    return verdict.term.term_class is TermClass.ORGANISATION and not context.document.source.spaces_words


def _message(verdict: TermVerdict, unit: Unit, context: UnitContext) -> str:
    names = {"term": found_text(verdict, unit), "approved": approved_forms(verdict, context)}
    match verdict.outcome:
        case Outcome.SCATTERED:
            return _("the words of “{term}” stand apart; approved: {approved}").format(**names)
        case Outcome.PARTIAL:
            return _("only a part of a rendering of “{term}” stands here; approved: {approved}").format(**names)
        case Outcome.REPEATED:
            return _("“{term}” is rendered less often than the source has it; approved: {approved}").format(**names)
        case _:
            return _("“{term}” has no approved rendering; approved: {approved}").format(**names)
