"""Terms: what the glossary says of the source, held against the target."""

from govpub.checks.rule import Rule
from govpub.checks.terms import case, first_use, forbidden, missing
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
    ),
    Rule(
        name=forbidden.NAME,
        severity=Severity.ERROR,
        summary=N_("the target has a rendering that the glossary refuses"),
        explanation=forbidden.__doc__,
        check=forbidden.check,
    ),
    Rule(
        name=case.NAME,
        severity=Severity.WARNING,
        summary=N_("an approved rendering stands without the capitals that its term wants"),
        explanation=case.__doc__,
        check=case.check,
    ),
    Rule(
        name=first_use.NAME,
        severity=Severity.WARNING,
        summary=N_("a short form or acronym stands before the full rendering"),
        explanation=first_use.__doc__,
        check=first_use.check,
    ),
)
