"""values.comparison: what is compared with the year before is told as compared with the month or quarter before.

同比 is year on year; 环比 is on the period before: month on month, or quarter on quarter.

Wrong:  环比下降0.2% => down 0.2 percent year on year
Right:  环比下降0.2% => down 0.2 percent month on month

Traps: “from a year earlier” and “compared with the same period of last year” say 同比, too; only an open contradiction
is found.
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

NAME = "values.comparison"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each comparison with the wrong period."""
    yield from disagreements(NAME, unit, context, Outcome.COMPARISON)
