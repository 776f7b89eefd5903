"""Structure: what is not words in the source is there in the target too."""

from govpub.checks.rule import Rule
from govpub.checks.structure import placeholder, waiver
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
        waivable=False,
    ),
    Rule(
        name=waiver.NAME,
        severity=Severity.ERROR,
        summary=N_("a waiver in the catalog has no reason, has run out, is misspelt, or waives nothing"),
        explanation=waiver.__doc__,
        check=waiver.check,
        waivable=False,
        drafts=True,
    ),
)
