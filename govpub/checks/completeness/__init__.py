"""Completeness: every segment has a translation, made from the text as it stands, that somebody stands by."""

from govpub.checks.completeness import fuzzy, stale, untranslated
from govpub.checks.rule import Rule
from govpub.messages import N_
from govpub.model.finding import Severity

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule(
        name=untranslated.NAME,
        severity=Severity.ERROR,
        summary=N_("a segment has no translation"),
        explanation=untranslated.__doc__,
        check=untranslated.check,
        candidates=untranslated.candidates,
        waivable=False,
        drafts=True,
    ),
    Rule(
        name=fuzzy.NAME,
        severity=Severity.ERROR,
        summary=N_("nobody has confirmed a translation that is marked fuzzy"),
        explanation=fuzzy.__doc__,
        check=fuzzy.check,
        candidates=fuzzy.candidates,
        waivable=False,
        drafts=True,
    ),
    Rule(
        name=stale.NAME,
        severity=Severity.ERROR,
        summary=N_("the source has changed since its translation was made"),
        explanation=stale.__doc__,
        check=stale.check,
        candidates=stale.candidates,
        waivable=False,
        drafts=True,
    ),
)
