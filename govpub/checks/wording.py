"""How findings speak: of a term, its approved renderings and who says so, and of what they propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.messages import _

if TYPE_CHECKING:
    from govpub.checks.context import UnitContext
    from govpub.glossary.verdict import TermVerdict
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["approved_forms", "expected_form", "found_text", "proposal", "with_authority"]

_MOST = 5


def approved_forms(verdict: TermVerdict, context: UnitContext) -> str:
    """Return the approved forms as they are written in the target language, the preferred one first.

    Of many the first: a title may be written in ten ways, and nobody reads ten.
    """
    term = verdict.term
    if context.document.target.spaces_words:
        forms = term.approved
    else:
        forms = tuple(dict.fromkeys(other.source for other in verdict.match.terms))
    return ", ".join((*(f"“{form}”" for form in forms[:_MOST]), *(["…"] if len(forms) > _MOST else [])))


def expected_form(verdict: TermVerdict, context: UnitContext) -> str:
    """Return the form to write in the target language; empty where it has a gap that only a person can fill."""
    form = verdict.term.rendering if context.document.target.spaces_words else verdict.term.source
    return "" if "…" in form else form


def found_text(verdict: TermVerdict, unit: Unit) -> str:
    """Return the characters of the source in which the term was found."""
    return unit.segment.text[verdict.match.start : verdict.match.end]


def with_authority(message: str, verdict: TermVerdict) -> str:
    """Return `message` with the authority for the rendering, where the glossary names one."""
    if not verdict.term.authority:
        return message
    return _("{message}; authority: {authority}").format(message=message, authority=verdict.term.authority)


def proposal(finding: Finding) -> str:
    """Return what a finding proposes, so that it can be seen: white space is named. Empty where it proposes nothing."""
    proposed = finding.suggestion or finding.fix
    if proposed is None:
        return ""
    if proposed.strip():
        return proposed
    named = "".join(f"‹U+{ord(each):04X}›" for each in proposed)
    return {"": _("(nothing: take it out)"), " ": _("(a space)")}.get(proposed, named)
