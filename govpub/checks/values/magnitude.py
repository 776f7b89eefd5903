"""values.magnitude: the digits are right, but the size is wrong by a power of ten.

万 is 10,000 and 亿 is 100,000,000: a figure that keeps its digits and takes the next English word is wrong by a
power of ten.

Wrong:  912.17亿元 => 912.17 billion yuan
Right:  912.17亿元 => 91.217 billion yuan

Traps: 万 and 亿 in names (万州, 亿达); ranges share the unit (3～5亿 is 300 million to 500 million); a figure that is
rounded keeps its size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import disagreements
from govpub.values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.magnitude"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each number of the wrong size."""
    yield from disagreements(NAME, unit, context, Outcome.MAGNITUDE)
