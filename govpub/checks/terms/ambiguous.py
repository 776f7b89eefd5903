"""terms.ambiguous: a term has several senses on the document's day, and the target does not tell which is meant.

The senses of a term are told apart in the glossary by their dates or their context (msgctxt). Where more than one
holds, the rendering must be one sense's own, or the text must say what is meant.

Wrong:  把握“五个统筹” => coordinate the five areas   (the senses of 2003 and of 2024 both hold without a date)
Right:  把握“五个统筹” => balance the “five coordinations”   (the sense of 2024 alone is rendered so)

Traps: the article's day may leave one sense only; a rendering that one sense alone has is clear; senses with one and
the same rendering need not be told apart in translation, but their reader needs a gloss.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.wording import found_text
from govpub.glossary.phrase import compile_phrase
from govpub.glossary.verdict import Outcome
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.glossary.verdict import TermVerdict
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.ambiguous"

_UNCLEAR = frozenset((Outcome.MISSING, Outcome.SCATTERED, Outcome.PARTIAL))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each occurrence that could be any of several senses."""
    if not context.document.target.spaces_words:
        return  # towards Chinese a span is found by its rendering, and any term that has it will do
    for verdict in context.verdicts:
        if not _unclear(verdict):
            continue
        senses = "; ".join(f"{term.sense}: “{term.rendering}”" for term in verdict.match.terms)
        message = _("“{term}” has several senses here, and the target does not tell which: {senses}")
        yield context.finding(
            NAME,
            unit,
            message.format(term=found_text(verdict, unit), senses=senses),
            severity=Severity.WARNING,
            source=(verdict.match.start, verdict.match.end),
            target=verdict.span,
        )


def _unclear(verdict: TermVerdict) -> bool:
    if len({term.sense for term in verdict.match.terms}) < len(verdict.match.terms) or len(verdict.match.terms) == 1:
        return False
    if verdict.outcome in _UNCLEAR:
        return True
    if verdict.outcome is not Outcome.APPROVED:
        return False
    keys = compile_phrase(verdict.rendering).keys
    fitting = [
        term
        for term in verdict.match.terms
        if any(compile_phrase(rendering).keys == keys for rendering in (*term.approved, *term.short))
    ]
    return len(fitting) > 1
