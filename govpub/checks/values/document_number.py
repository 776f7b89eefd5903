"""values.document-number: the number of an official document differs, or one text lacks it.

GB/T 9704-2012 writes year and number as 〔2024〕5号; English as [2024] No. 5 or No. 5 [2024].

Wrong:  国发〔2024〕5号 => Guofa [2024] No. 6
Right:  国发〔2024〕5号 => Guofa [2024] No. 5

Traps: the kind of brackets is another rule's; (2024) alone is a year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import presence
from govpub.model.value import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

NAME = "values.document-number"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each document number that is missing, added or different."""
    yield from presence(NAME, unit, context, _holds)


def _holds(value: Value) -> bool:
    return isinstance(value, Mark) and value.kind is MarkKind.DOCUMENT
