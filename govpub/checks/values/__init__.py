"""Values: figures, dates, money and measures of both sides, compared as what they mean."""

from govpub.checks.rule import Rule
from govpub.checks.values import (
    comparison,
    contact,
    currency,
    date,
    direction,
    document_number,
    hedge,
    magnitude,
    multiple,
    number,
    percentage_point,
    period,
    unit,
    weekday,
)
from govpub.checks.values import format as figure_format
from govpub.checks.values.doubt import disagreeing, naming_weekdays
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
        candidates=disagreeing,
    ),
    Rule(
        name=magnitude.NAME,
        severity=Severity.ERROR,
        summary=N_("a figure has the right digits, but is a power of ten too large or too small"),
        explanation=magnitude.__doc__,
        check=magnitude.check,
        candidates=disagreeing,
    ),
    Rule(
        name=percentage_point.NAME,
        severity=Severity.ERROR,
        summary=N_("percentage points are told as percent, or percent as percentage points"),
        explanation=percentage_point.__doc__,
        check=percentage_point.check,
        candidates=disagreeing,
    ),
    Rule(
        name=unit.NAME,
        severity=Severity.ERROR,
        summary=N_("a figure keeps its digits, but stands with a unit of another size or kind"),
        explanation=unit.__doc__,
        check=unit.check,
        candidates=disagreeing,
    ),
    Rule(
        name=currency.NAME,
        severity=Severity.ERROR,
        summary=N_("an amount is in another currency, or names its currency twice"),
        explanation=currency.__doc__,
        check=currency.check,
        candidates=currency.candidates,
    ),
    Rule(
        name=multiple.NAME,
        severity=Severity.WARNING,
        summary=N_("times as much, and times more, are mixed up"),
        explanation=multiple.__doc__,
        check=multiple.check,
        candidates=disagreeing,
    ),
    Rule(
        name=direction.NAME,
        severity=Severity.ERROR,
        summary=N_("a figure rises in one text and falls in the other"),
        explanation=direction.__doc__,
        check=direction.check,
        candidates=disagreeing,
    ),
    Rule(
        name=comparison.NAME,
        severity=Severity.ERROR,
        summary=N_("year on year is told as month on month, or the other way about"),
        explanation=comparison.__doc__,
        check=comparison.check,
        candidates=disagreeing,
    ),
    Rule(
        name=hedge.NAME,
        severity=Severity.WARNING,
        summary=N_("a figure loses its qualification (nearly, over, about), or gets the opposite one"),
        explanation=hedge.__doc__,
        check=hedge.check,
        candidates=disagreeing,
    ),
    Rule(
        name=date.NAME,
        severity=Severity.ERROR,
        summary=N_("a day or a time of day differs, or one text lacks it"),
        explanation=date.__doc__,
        check=date.check,
        candidates=disagreeing,
    ),
    Rule(
        name=period.NAME,
        severity=Severity.ERROR,
        summary=N_("a month, quarter, half-year, year or plan differs, or one text lacks it"),
        explanation=period.__doc__,
        check=period.check,
        candidates=disagreeing,
    ),
    Rule(
        name=weekday.NAME,
        severity=Severity.ERROR,
        summary=N_("a weekday differs, or is not that of its date"),
        explanation=weekday.__doc__,
        check=weekday.check,
        candidates=naming_weekdays,
    ),
    Rule(
        name=contact.NAME,
        severity=Severity.ERROR,
        summary=N_("a link, an e-mail address or a telephone number is not copied as it is"),
        explanation=contact.__doc__,
        check=contact.check,
        candidates=disagreeing,
    ),
    Rule(
        name=document_number.NAME,
        severity=Severity.ERROR,
        summary=N_("the number of an official document differs, or one text lacks it"),
        explanation=document_number.__doc__,
        check=document_number.check,
        candidates=disagreeing,
    ),
    Rule(
        name=figure_format.NAME,
        severity=Severity.WARNING,
        summary=N_("the commas of a figure do not stand before groups of three digits"),
        explanation=figure_format.__doc__,
        check=figure_format.check,
        candidates=figure_format.candidates,
    ),
)
