"""What the rules on values have in common: which verdict is whose, and how a disagreement is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity
from govpub.model.value import Calendar, CalendarKind, Measure, Number
from govpub.values import Outcome, ValueVerdict, compare_values, exchanged, read_values, reading, rendering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

__all__ = ["compared", "disagreements", "presence", "told", "values", "verdicts"]

_PRESENCE = frozenset((Outcome.MISSING, Outcome.EXTRA, Outcome.DIFFERENT))


def values(unit: Unit, context: UnitContext) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return what source and target state; for `UnitContext.once`."""
    document = context.document
    return read_values(unit.segment.text, document.source), read_values(unit.target, document.target)


def verdicts(unit: Unit, context: UnitContext) -> tuple[ValueVerdict, ...]:
    """Return where the values of both texts disagree; for `UnitContext.once`."""
    source, target = context.once(values, unit)
    return compared(source, target, unit, context)


def compared(
    source: Sequence[Value], target: Sequence[Value], unit: Unit, context: UnitContext
) -> tuple[ValueVerdict, ...]:
    """Return where what was read in both texts of a unit disagrees."""
    text = unit.target if context.document.target.spaces_words else ""
    verdicts = compare_values(source, target, text, context.years)
    return (*verdicts, *exchanged(source, target, unit.segment.text, unit.target))


def presence(  # noqa: PLR0913  what to hold, and how gravely
    rule: str,
    unit: Unit,
    context: UnitContext,
    holds: Callable[[Value], bool],
    severity: Severity = Severity.ERROR,
    *,
    may_be_implied: bool = False,
) -> Iterator[Finding]:
    """Yield a finding for each value that only one text has, or that differs, where `holds` is true of it.

    What may be implied is a warning where translators have good reasons for it: a bare number or year that only one
    text spells out (a name's number, "top 100", the year of what the context tells), a few things in words.
    """
    for verdict in context.once(verdicts, unit):
        value = verdict.source or verdict.target
        if verdict.outcome in _PRESENCE and value is not None and holds(value):
            different = verdict.outcome is Outcome.DIFFERENT
            implied = _few(value) if different else _bare(value, added=verdict.source is None)
            gravity = Severity.WARNING if may_be_implied and implied else severity
            yield finding(rule, unit, context, verdict, severity=gravity)


def _few(value: Value) -> bool:
    return isinstance(value, Number) and value.measure is Measure.COUNT and not value.firm and value.step == 1


def _bare(value: Value, *, added: bool) -> bool:
    if isinstance(value, Calendar):
        return value.kind is CalendarKind.YEAR
    return added and isinstance(value, Number) and value.measure is Measure.COUNT and not value.unit


def disagreements(
    rule: str, unit: Unit, context: UnitContext, outcome: Outcome, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """Yield a finding for each verdict with this outcome."""
    for verdict in context.once(verdicts, unit):
        if verdict.outcome is outcome:
            yield finding(rule, unit, context, verdict, severity=severity)


def finding(rule: str, unit: Unit, context: UnitContext, verdict: ValueVerdict, *, severity: Severity) -> Finding:
    """Return the finding of a verdict, with both spans, both readings and what to write."""
    source, target = verdict.source, verdict.target
    return context.finding(
        rule,
        unit,
        _message(verdict, unit),
        severity=severity,
        source=(source.start, source.end) if source is not None else None,
        target=(target.start, target.end) if target is not None else None,
        suggestion=rendering(source, context.document.target) if source is not None else "",
    )


def told(value: Value, text: str) -> str:
    """Return what the text says and what that means, once where they are the same."""
    shown, meant = text[value.start : value.end].strip(), reading(value)
    return f"{shown} = {meant}" if meant and meant.casefold() != shown.casefold() else shown


def _message(verdict: ValueVerdict, unit: Unit) -> str:
    source = told(verdict.source, unit.segment.text) if verdict.source is not None else ""
    target = told(verdict.target, unit.target) if verdict.target is not None else ""
    if not target:
        return _("{source}; the target does not say it").format(source=source)
    if not source:
        return _("{target}; the source does not say it").format(target=target)
    return _("{source}; the target says {target}").format(source=source, target=target)
