"""Findings of the checks while a person types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govpub.checks import CheckContext, Rule
    from govpub.model.article import Article
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["LiveFindings"]


class LiveFindings:
    """What the rules find in the units of one article."""

    def __init__(self, context: CheckContext, rules: Sequence[Rule], article: Article) -> None:
        """Prepare to check; nothing is read yet."""
        self._context, self._rules, self._article = context, rules, article

    def of(self, units: Sequence[Unit], id_: str, text: str) -> tuple[Finding, ...]:
        """Return the findings on one unit as it would be with this text."""
        changed = [_as_confirmed(unit, text) if unit.segment.id == id_ else unit for unit in units]
        return self.of_all(changed).get(id_, ())

    def of_all(self, units: Sequence[Unit]) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings on each unit that has some."""
        from govpub.checks import check_document, check_run, read_document  # noqa: PLC0415  not needed to open
        from govpub.checks.settlement import settle  # noqa: PLC0415  same

        document = read_document(units, self._context, self._rules, self._article)
        found = [*check_document(document, self._rules), *check_run((document,), self._rules)]
        by_unit: dict[str, tuple[Finding, ...]] = {}
        for finding in settle(document, found, self._rules).findings:
            by_unit[finding.unit] = (*by_unit.get(finding.unit, ()), finding)
        return by_unit


def _as_confirmed(unit: Unit, text: str) -> Unit:
    return replace(unit, target=text, state=State.TRANSLATED if text.strip() else State.UNTRANSLATED, previous="")
