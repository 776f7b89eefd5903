"""values.number: a figure of one text has no equal in the other.

Figures are read as exact values: 万, 亿, 万亿 and million, billion, trillion; Chinese and English numerals in words;
fractions, 成, percent; ranges that share a unit. Values are matched one to one, a figure that is used once cannot
excuse another. A figure may be rounded where it still shows two digits, and told in another unit of its kind.

Wrong:  新增就业38.6万人 => 368,000 new jobs
Right:  新增就业38.6万人 => 386,000 new jobs

Traps: 万州, 一带一路, 三农 and 千方百计 hold no figures; small numbers may be in words or dropped (一次, one); names
with digits (COVID-19, G20) are copied; the numbers of lists and notes are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import presence
from govpub.model.value import Measure, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

NAME = "values.number"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each number that is missing, added or different."""
    yield from presence(NAME, unit, context, _holds, may_be_implied=True)


def _holds(value: Value) -> bool:
    return isinstance(value, Number) and value.measure is not Measure.MULTIPLE
