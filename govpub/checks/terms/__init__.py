"""Terms: what the glossary says of the source, held against the target."""

from govpub.checks.rule import Rule
from govpub.checks.terms import (
    abbreviation,
    ambiguous,
    case,
    expired,
    first_use,
    forbidden,
    inconsistent,
    item_count,
    missing,
    unlisted_formulation,
)
from govpub.checks.terms.doubt import doubtful, outdated
from govpub.messages import N_
from govpub.model.finding import Severity

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule(
        name=missing.NAME,
        severity=Severity.ERROR,
        summary=N_("a term of the source has no approved rendering in the target"),
        explanation=missing.__doc__,
        check=missing.check,
        candidates=doubtful,
    ),
    Rule(
        name=forbidden.NAME,
        severity=Severity.ERROR,
        summary=N_("the target has a rendering that the glossary refuses"),
        explanation=forbidden.__doc__,
        check=forbidden.check,
        candidates=doubtful,
    ),
    Rule(
        name=case.NAME,
        severity=Severity.WARNING,
        summary=N_("an approved rendering stands without the capitals that its term wants"),
        explanation=case.__doc__,
        check=case.check,
        candidates=doubtful,
    ),
    Rule(
        name=first_use.NAME,
        severity=Severity.WARNING,
        summary=N_("a short form or acronym stands before the full rendering"),
        explanation=first_use.__doc__,
        check=first_use.check,
        candidates=doubtful,
    ),
    Rule(
        name=abbreviation.NAME,
        severity=Severity.WARNING,
        summary=N_("an acronym is used before the place that explains it"),
        explanation=abbreviation.__doc__,
        check_document=abbreviation.check,
    ),
    Rule(
        name=ambiguous.NAME,
        severity=Severity.WARNING,
        summary=N_("a term has several senses, and the target does not tell which is meant"),
        explanation=ambiguous.__doc__,
        check=ambiguous.check,
        candidates=doubtful,
    ),
    Rule(
        name=expired.NAME,
        severity=Severity.ERROR,
        summary=N_("a term or rendering is used outside its dates"),
        explanation=expired.__doc__,
        check=expired.check,
        candidates=outdated,
    ),
    Rule(
        name=item_count.NAME,
        severity=Severity.WARNING,
        summary=N_("a formulation that counts its items is glossed with another number of them"),
        explanation=item_count.__doc__,
        check=item_count.check,
        candidates=item_count.candidates,
    ),
    Rule(
        name=unlisted_formulation.NAME,
        severity=Severity.WARNING,
        summary=N_("a quoted formulation is in no glossary"),
        explanation=unlisted_formulation.__doc__,
        check_document=unlisted_formulation.check,
    ),
    Rule(
        name=inconsistent.NAME,
        severity=Severity.WARNING,
        summary=N_("one term or quoted phrase has two renderings in a release or across the archive"),
        explanation=inconsistent.__doc__,
        check_run=inconsistent.check,
    ),
)
