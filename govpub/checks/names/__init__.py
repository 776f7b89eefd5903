"""Names: persons and their titles, as the register and the rules of romanisation have them."""

from govpub.checks.names import order, place, register, romanisation, sequence, spelling, title
from govpub.checks.names.mentions import naming
from govpub.checks.rule import Rule
from govpub.messages import N_
from govpub.model.finding import Severity

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule(
        name=order.NAME,
        severity=Severity.WARNING,
        summary=N_("a Chinese name stands with the given name first"),
        explanation=order.__doc__,
        check=order.check,
        candidates=naming,
    ),
    Rule(
        name=spelling.NAME,
        severity=Severity.WARNING,
        summary=N_("a Chinese name is not written as GB/T 28039-2011 has it"),
        explanation=spelling.__doc__,
        check=spelling.check,
        candidates=naming,
    ),
    Rule(
        name=register.NAME,
        severity=Severity.ERROR,
        summary=N_("a name is not the one that the register has, but like it, or beside its title"),
        explanation=register.__doc__,
        check=register.check,
        candidates=naming,
    ),
    Rule(
        name=romanisation.NAME,
        severity=Severity.WARNING,
        summary=N_("a name that has Latin letters of its own stands in pinyin"),
        explanation=romanisation.__doc__,
        check=romanisation.check,
        candidates=naming,
    ),
    Rule(
        name=place.NAME,
        severity=Severity.ERROR,
        summary=N_("a place stands in pinyin, or as another place, where its own name is another"),
        explanation=place.__doc__,
        check=place.check,
        candidates=place.candidates,
    ),
    Rule(
        name=title.NAME,
        severity=Severity.ERROR,
        summary=N_("the rank of a title is lost, or vice and deputy are mixed up"),
        explanation=title.__doc__,
        check=title.check,
        candidates=title.candidates,
    ),
    Rule(
        name=sequence.NAME,
        severity=Severity.WARNING,
        summary=N_("persons are listed in another order than in the source"),
        explanation=sequence.__doc__,
        check=sequence.check,
        candidates=naming,
    ),
)
