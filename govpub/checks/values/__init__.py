"""Values: figures, dates, money and measures of both sides, compared as what they mean."""

from govpub.checks.rule import Rule
from govpub.checks.values import date, magnitude, number, percentage_point, period
from govpub.messages import N_
from govpub.model.finding import Severity

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule(
        name=number.NAME,
        severity=Severity.ERROR,
        summary=N_("a figure of one text has no equal in the other"),
        explanation=number.__doc__,
        check=number.check,
    ),
    Rule(
        name=magnitude.NAME,
        severity=Severity.ERROR,
        summary=N_("a figure has the right digits, but is a power of ten too large or too small"),
        explanation=magnitude.__doc__,
        check=magnitude.check,
    ),
    Rule(
        name=percentage_point.NAME,
        severity=Severity.ERROR,
        summary=N_("percentage points are told as percent, or percent as percentage points"),
        explanation=percentage_point.__doc__,
        check=percentage_point.check,
    ),
    Rule(
        name=date.NAME,
        severity=Severity.ERROR,
        summary=N_("a day or a time of day differs, or one text lacks it"),
        explanation=date.__doc__,
        check=date.check,
    ),
    Rule(
        name=period.NAME,
        severity=Severity.ERROR,
        summary=N_("a month, quarter, half-year, year or plan differs, or one text lacks it"),
        explanation=period.__doc__,
        check=period.check,
    ),
)
