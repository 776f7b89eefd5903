"""Findings of a document, after its waivers have had their say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.checks.retold import retold
from govpub.checks.rules import RULES
from govpub.checks.structure import waiver as waiver_rule
from govpub.checks.waivers import Waiver, waivers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.checks.context import Document
    from govpub.checks.rule import Rule
    from govpub.errors import Position
    from govpub.model.finding import Finding

__all__ = ["Settled", "settle"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left of a document's findings, in the order of its units."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]


def settle(document: Document, findings: Iterable[Finding], rules: Sequence[Rule]) -> Settled:
    """Part what waivers let pass from what counts, and add what is wrong with waivers that waived nothing.

    A fault that two rules find is told by one of them; who waives it there has waived it.
    """
    context = document.context
    order: dict[tuple[str, Position], int] = {}
    waivers: dict[tuple[str, Position], list[tuple[Waiver, set[str]]]] = {}
    late: list[Finding] = []
    for number, (unit, _reading) in enumerate(document.readings):
        key = (unit.segment.id, context.place(unit))
        order[key] = number
        if unit.comments:
            waivers[key] = [(each, set()) for each in waivers_of(unit) if not each.fault_on(context.today, RULES)]
    kept: list[Finding] = []
    waived: list[Finding] = []
    findings = tuple(findings)
    silent = retold(findings)
    for number, finding in enumerate(findings):
        own = waivers.get((finding.unit, finding.at), ())
        used = next((used for each, used in own if each.covers(finding) and RULES[finding.rule].waivable), None)
        if used is not None:
            used.add(finding.rule)
        if number not in silent:
            (kept if used is None else waived).append(finding)
    if RULES[waiver_rule.NAME] in rules:
        for unit, _reading in document.readings:
            for each, used in waivers.get((unit.segment.id, context.place(unit)), ()):
                late += waiver_rule.unused(unit, each, context, used=used, rules=rules)
    kept = sorted((*kept, *late), key=lambda each: order.get((each.unit, each.at), len(order)))
    return Settled(tuple(kept), tuple(waived))
