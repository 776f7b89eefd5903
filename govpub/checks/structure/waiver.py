"""structure.waiver: a waiver in the catalog has no reason, has run out, is misspelt, or waives nothing.

A comment above an entry, `# govpub: ignore RULE until YYYY-MM-DD -- reason`, lets findings of a rule or family pass on
that entry. `until` may be left out, the reason may not; several rules stand with commas between them. A waiver that
has run out waives nothing, and one without a finding to waive is to be taken away, or it would hide the next one.

Wrong:  # govpub: ignore terms.missing   => (no reason)
Right:  # govpub: ignore terms.missing until 2027-01-01 -- quoted from the old edition

Traps: what a release cannot be put together with (completeness, placeholders) cannot be waived; a rule that this run
leaves out makes no waiver unused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.waivers import waivers_of
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govpub.checks.context import CheckContext, Document, UnitContext
    from govpub.checks.rule import Rule
    from govpub.checks.waivers import Waiver
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.waiver"


def candidates(document: Document) -> set[int]:
    """Return the units with comments."""
    return {number for number, (unit, _reading) in enumerate(document.readings) if unit.comments}


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each waiver that does not hold."""
    if not unit.comments:
        return
    from govpub.checks.rules import RULES  # noqa: PLC0415  the table that this rule stands in

    for waiver in waivers_of(unit):
        fault = waiver.fault_on(context.document.today, RULES)
        if fault:
            yield context.finding(NAME, unit, fault)


def unused(
    unit: Unit, waiver: Waiver, context: CheckContext, *, used: Collection[str], rules: Sequence[Rule]
) -> Iterator[Finding]:
    """Yield a finding for each name of a waiver that waived nothing, though its rules were run.

    `used` are the names of rules whose findings it waived; `rules` those of this run.
    """
    for name in waiver.names:
        meant = {rule.name for rule in rules if name in (rule.name, rule.family)}
        if meant and meant.isdisjoint(used):
            message = _("the waiver of {rule} waives nothing: take it away").format(rule=name)
            yield context.finding(NAME, unit, message, severity=Severity.WARNING)
