"""Findings of the checks while a person types: what did not change is not read again, and the rest bit by bit."""

from __future__ import annotations

import time
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.checks import Document, Reader, check_run, check_unit
from govpub.checks.settlement import settle
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govpub.checks import CheckContext, Rule, UnitContext
    from govpub.model.article import Article
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["LIVE", "LiveFindings"]

LIVE = 400
"""Up to so many units, rules of whole documents are asked at each pause in typing."""


class LiveFindings:
    """What the rules find in the units of one article."""

    def __init__(self, context: CheckContext, rules: Sequence[Rule], article: Article, units: Sequence[Unit]) -> None:
        """Prepare to check; nothing is read yet. `units` are all of the article's, whatever becomes of their texts."""
        self._context, self._rules = context, rules
        self._reader = Reader(context, rules, (unit.segment.text for unit in units), article)
        self._checked: dict[str, tuple[Unit, UnitContext, tuple[Finding, ...]]] = {}
        """What rules of units found in a unit as it was read."""
        self._going: tuple[Sequence[Unit], Iterator[None]] = ((), iter(()))
        """The units that are being read and checked bit by bit."""
        self._all: tuple[Sequence[Unit], Mapping[str, tuple[Finding, ...]]] = ((), MappingProxyType({}))
        """What all rules find in these units."""

    def of(self, units: Sequence[Unit], id_: str, text: str) -> tuple[Finding, ...]:
        """Return the findings on one unit as it would be with this text; see `Desk.findings`."""
        place = next(place for place, unit in enumerate(units) if unit.segment.id == id_)
        saved = units[place]
        unit = saved if text == saved.target and saved.state.final else _as_confirmed(saved, text)
        document = self._reader.glance([*units[:place], unit, *units[place + 1 :]], id_)
        if unit is saved and self._all[0] == units:
            return self._all[1].get(id_, ())
        found, rules = list(check_unit(document, place, self._rules)), self._rules
        if len(units) <= LIVE:
            found += [finding for finding in self._of_document(document) if finding.unit == id_]
        else:  # a waiver of a rule that is not asked is not idle
            rules = [rule for rule in rules if rule.check_document is None and rule.check_run is None]
        lone = Document(context=self._context, readings=(document.readings[place],))
        return settle(lone, found, rules).findings

    def prepare(self, units: Sequence[Unit], seconds: float) -> bool:
        """Read and check units for so long, or a bit longer; return whether all are."""
        until = time.monotonic() + seconds
        if self._going[0] != units:
            self._going = (units, self._one_by_one(units))
        return all(time.monotonic() <= until for _unit in self._going[1])

    def of_all(self, units: Sequence[Unit]) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings on each unit that has some, as the units are."""
        if self._all[0] == units:
            return self._all[1]
        document = self._reader.read(units)
        found = [finding for unit, reading in document.readings for finding in self._of_unit(unit, reading)]
        by_unit: dict[str, list[Finding]] = {}
        for finding in settle(document, (*found, *self._of_document(document)), self._rules).findings:
            by_unit.setdefault(finding.unit, []).append(finding)
        self._all = (units, MappingProxyType({id_: tuple(findings) for id_, findings in by_unit.items()}))
        return self._all[1]

    def _one_by_one(self, units: Sequence[Unit]) -> Iterator[None]:
        for unit, reading in self._reader.readings(units):
            self._of_unit(unit, reading)
            yield

    def _of_unit(self, unit: Unit, reading: UnitContext) -> tuple[Finding, ...]:
        known = self._checked.get(unit.segment.id)
        if known is None or known[0] is not unit or known[1] is not reading:
            alone = Document(context=self._context, readings=((unit, reading),))
            known = self._checked[unit.segment.id] = (unit, reading, tuple(check_unit(alone, 0, self._rules)))
        return known[2]

    def _of_document(self, document: Document) -> Iterator[Finding]:
        for rule in self._rules:
            if rule.check_document is not None:
                yield from rule.check_document(document)
        yield from check_run((document,), self._rules)


def _as_confirmed(unit: Unit, text: str) -> Unit:
    state = State.TRANSLATED if text.strip() else State.UNTRANSLATED
    return replace(unit, target=text, state=state, previous="", reviewer=None)
