"""Structure: what is not words in the source is there in the target too."""

from govpub.checks.rule import Rule
from govpub.checks.structure import placeholder
from govpub.messages import N_
from govpub.model.finding import Severity

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule(
        name=placeholder.NAME,
        severity=Severity.ERROR,
        summary=N_("the numbered placeholders of the source do not stand in the target, each once"),
        explanation=placeholder.__doc__,
        check=placeholder.check,
    ),
)
